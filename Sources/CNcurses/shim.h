#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <ncurses.h>
#include <stddef.h>
#include <wchar.h>

// What Swift cannot see of the headers: macros with arithmetic, and functions of <term.h>, whose
// macros would take common words such as `lines` and `columns`.

static const attr_t cursesBold = A_BOLD;
static const attr_t cursesDim = A_DIM;
static const attr_t cursesReverse = A_REVERSE;
static const attr_t cursesUnderline = A_UNDERLINE;

extern int setupterm(const char *term, int descriptor, int *error);
extern int wcwidth(wchar_t character);

// The terminfo string of that name, or NULL when the terminal has none.
static inline const char *terminfoString(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}
