#include "CEmbeddedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

size_t embeddedFileCount(void) { return 0; }

EmbeddedFile embeddedFile(size_t index) {
  (void)index;
  EmbeddedFile none = {"", (const unsigned char *)"", 0};
  return none;
}
