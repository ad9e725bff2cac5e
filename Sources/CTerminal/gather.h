#ifndef CT_GATHER_H
#define CT_GATHER_H

#include <stdbool.h>
#include <stddef.h>

// Lets a descriptor write into memory from now on. False where the system has no such file: then nothing changed.
bool ct_gather_begin(int output);

// Gives the descriptor its terminal back.
// Returns what was written meanwhile, until the next begin; length 0 when that was nothing.
const char *ct_gather_end(int output, int terminal, size_t *length);

void ct_gather_close(void);

#endif
