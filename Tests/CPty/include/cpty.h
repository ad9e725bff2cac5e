#pragma once
#include <sys/types.h>
/// Forks `path` on a new pseudo terminal of the given size; returns its pid (or -1) and the master side in `*master`.
/// A C function, since Swift code must not run between fork and exec in a threaded process.
pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], int rows, int cols, int *master);
/// Sets the size of the terminal behind `master` (the program gets SIGWINCH); 0 on success.
int cpty_resize(int master, int rows, int cols);
