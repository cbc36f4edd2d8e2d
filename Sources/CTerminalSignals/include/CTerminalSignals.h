#pragma once
#include <stdbool.h>
#include <stddef.h>

// Signals of a program that has taken a terminal over. C, because a signal handler may only call
// what POSIX lists as async-signal-safe, and the Swift compiler promises that of no function.
//
// Ordinary signals (WINCH, TERM, HUP, INT, QUIT, CONT, TSTP) become one byte each, the number of
// the signal, in a pipe. A crash (SEGV, BUS, ILL, TRAP, FPE, ABRT) and `exit` first give the
// terminal back. While the terminal is taken, standard error is held in memory when it is a
// terminal, so that nothing disturbs the screen and no last words are lost.

/// Installs the handlers; `reset` is what undoes the program's settings of the terminal `tty`,
/// whose present settings are what a crash goes back to. Returns the end of the pipe to read from,
/// or -1 with errno. One terminal at a time.
int terminalSignalsInstall(int tty, const char *_Nonnull reset, size_t length);

/// Says whether the terminal is taken: only then is there something to give back.
void terminalSignalsTake(bool taken);

/// Puts the handlers back that were there before.
void terminalSignalsRemove(void);

/// Stops the process (and, when asked, its process group) as Ctrl-Z does, and returns when it is
/// continued. In an orphaned process group, which nobody could continue, it returns at once.
void terminalSignalsStop(bool group);
