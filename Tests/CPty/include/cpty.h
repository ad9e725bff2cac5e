#pragma once
#include <spawn.h>
#include <sys/types.h>
/// Forks `path` on a new pseudo terminal of the given size; returns its pid (or -1) and the master side in `*master`.
/// A C function, since Swift code must not run between fork and exec in a threaded process.
pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], int rows, int cols, int *master);
/// Sets the size of the terminal behind `master` (the program gets SIGWINCH); 0 on success.
int cpty_resize(int master, int rows, int cols);
/// What is spawned with these inherits standard input, output and error and nothing else; 0 on success. A C function, since
/// Swift does not see what glibc has beyond POSIX.
int cpty_inherit_standard(posix_spawn_file_actions_t *actions);
