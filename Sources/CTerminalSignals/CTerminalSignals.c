#define _GNU_SOURCE
#include "CTerminalSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int notedSignals[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
static const int crashSignals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
enum { notedCount = 7, crashCount = 6, resetCapacity = 512, stackSize = 65536 };

static struct sigaction oldNoted[notedCount], oldCrash[crashCount];
static struct termios savedSettings;
static char resetSequence[resetCapacity];
static size_t resetLength;
static int ttyDescriptor = -1, noteDescriptor = -1, readDescriptor = -1;
static int heldErrors = -1, realErrors = -1;
static volatile sig_atomic_t isTaken, isInstalled, exitIsWatched;
static char alternateStack[stackSize];

static void writeAll(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// Standard error back to where it was, with what was held.
static void releaseErrors(void) {
  if (heldErrors < 0 || realErrors < 0) return;
  dup2(realErrors, STDERR_FILENO);
  char block[1024];
  ssize_t count;
  off_t place = 0;
  while ((count = pread(heldErrors, block, sizeof block, place)) > 0) {
    writeAll(STDERR_FILENO, block, (size_t)count);
    place += count;
  }
  close(heldErrors);
  close(realErrors);
  heldErrors = realErrors = -1;
}

static void holdErrors(void) {
  if (heldErrors >= 0 || !isatty(STDERR_FILENO)) return;
  heldErrors = memfd_create("errors", MFD_CLOEXEC);
  realErrors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (heldErrors < 0 || realErrors < 0 || fcntl(heldErrors, F_SETFL, O_APPEND) < 0) return;
  dup2(heldErrors, STDERR_FILENO);
}

// Gives the terminal back; only async-signal-safe calls.
static void giveBack(void) {
  if (!isTaken) return;
  isTaken = 0;
  int savedErrno = errno;
  signal(SIGTTOU, SIG_IGN);
  writeAll(ttyDescriptor, resetSequence, resetLength);
  tcsetattr(ttyDescriptor, TCSANOW, &savedSettings);
  releaseErrors();
  errno = savedErrno;
}

static void note(int number) {
  int savedErrno = errno;
  unsigned char byte = (unsigned char)number;
  if (noteDescriptor >= 0) (void)!write(noteDescriptor, &byte, 1);
  errno = savedErrno;
}

static void crash(int number, siginfo_t *information, void *context) {
  (void)context;
  giveBack();
  for (int i = 0; i < crashCount; i++) sigaction(crashSignals[i], &oldCrash[i], NULL);
  // A faulting instruction runs again and meets the old handler; a signal that was sent does not.
  if (information->si_code <= 0 || number == SIGABRT || number == SIGTRAP) raise(number);
}

int terminalSignalsInstall(int tty, const char *reset, size_t length) {
  if (isInstalled || length > resetCapacity) {
    errno = EINVAL;
    return -1;
  }
  int ends[2];
  if (tcgetattr(tty, &savedSettings) < 0 || pipe2(ends, O_NONBLOCK | O_CLOEXEC) < 0) return -1;
  memcpy(resetSequence, reset, length);
  resetLength = length;
  ttyDescriptor = tty;
  readDescriptor = ends[0];
  noteDescriptor = ends[1];

  struct sigaction noted = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&noted.sa_mask);
  for (int i = 0; i < notedCount; i++) {
    sigaction(notedSignals[i], &noted, &oldNoted[i]);
    // What was ignored at the start (nohup) stays ignored.
    if (oldNoted[i].sa_handler == SIG_IGN) sigaction(notedSignals[i], &oldNoted[i], NULL);
  }
  // A stack of its own: the crash may be that the stack is full.
  stack_t stack = {.ss_sp = alternateStack, .ss_size = stackSize};
  sigaltstack(&stack, NULL);
  struct sigaction crashed = {.sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&crashed.sa_mask);
  for (int i = 0; i < crashCount; i++) sigaction(crashSignals[i], &crashed, &oldCrash[i]);
  if (!exitIsWatched) {
    exitIsWatched = 1;
    atexit(giveBack);
  }
  isInstalled = 1;
  return readDescriptor;
}

void terminalSignalsTake(bool taken) {
  if (taken) {
    holdErrors();
    isTaken = 1;
  } else {
    isTaken = 0;
    releaseErrors();
  }
}

void terminalSignalsRemove(void) {
  if (!isInstalled) return;
  for (int i = 0; i < notedCount; i++) sigaction(notedSignals[i], &oldNoted[i], NULL);
  for (int i = 0; i < crashCount; i++) sigaction(crashSignals[i], &oldCrash[i], NULL);
  close(noteDescriptor);
  close(readDescriptor);
  noteDescriptor = readDescriptor = -1;
  isInstalled = 0;
}

void terminalSignalsStop(bool group) {
  struct sigaction ignored = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&ignored.sa_mask);
  sigemptyset(&standard.sa_mask);
  // First the others of the group (a `make` that waits for us), then this very thread: `raise`
  // returns only when the process has been continued.
  sigaction(SIGTSTP, &ignored, &ours);
  if (group) kill(0, SIGTSTP);
  sigaction(SIGTSTP, &standard, NULL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
