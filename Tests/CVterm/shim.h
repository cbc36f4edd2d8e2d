#pragma once
#include <spawn.h>
#include <stddef.h>
#include <vterm.h>

// What the C library has but the Glibc module of Swift does not show (it asks for _GNU_SOURCE or
// _XOPEN_SOURCE): pseudo-terminals, and descriptors that no other child inherits.
extern int posix_openpt(int flags);
extern int grantpt(int descriptor);
extern int unlockpt(int descriptor);
extern int ptsname_r(int descriptor, char *name, size_t length);
extern int pipe2(int *descriptors, int flags);
extern int posix_spawn_file_actions_addchdir_np(
    posix_spawn_file_actions_t *actions, const char *path);
