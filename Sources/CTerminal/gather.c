// ncurses flushes at every move of the cursor: a page is some hundred and seventy writes, and on a line to elsewhere
// as many packets. What it says of one frame is gathered in memory and sent at once.
#define _GNU_SOURCE
#include "gather.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static int memory = -1;
static char *bytes;
static size_t room;

#ifdef __linux__
bool ct_gather_begin(int output) {
  if (memory < 0) memory = memfd_create("frame", MFD_CLOEXEC);
  // The descriptors share one place in the file: what was sent is written over.
  return memory >= 0 && lseek(memory, 0, SEEK_SET) == 0 && dup3(memory, output, O_CLOEXEC) >= 0;
}
#else
bool ct_gather_begin(int output) {
  (void)output;
  return false;
}
#endif

const char *ct_gather_end(int output, int terminal, size_t *length) {
  off_t end = lseek(memory, 0, SEEK_CUR);
#ifdef __linux__
  dup3(terminal, output, O_CLOEXEC);
#endif
  *length = 0;
  if (end <= 0) return bytes;
  if ((size_t)end > room) {
    char *more = realloc(bytes, (size_t)end);
    if (!more) return bytes;
    bytes = more;
    room = (size_t)end;
  }
  while (*length < (size_t)end) {
    ssize_t count = pread(memory, bytes + *length, (size_t)end - *length, (off_t)*length);
    if (count <= 0) break;
    *length += (size_t)count;
  }
  return bytes;
}

void ct_gather_close(void) {
  if (memory >= 0) close(memory);
  memory = -1;
  free(bytes);
  bytes = NULL;
  room = 0;
}
