#pragma once
#include <stddef.h>

/// One file of the project's `data/` folder, compiled into the program and shared between processes.
typedef struct {
  const char *_Nonnull path; ///< relative to `data/`, such as "published/aap-new-age-sex-2022.csv"
  const unsigned char *_Nonnull bytes;
  size_t count;
} EmbeddedFile;

/// The number of embedded files.
size_t embeddedFileCount(void);

/// The file at `index`, which is less than `embeddedFileCount()`.
EmbeddedFile embeddedFile(size_t index);
