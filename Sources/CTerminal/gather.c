// ncurses flushes at every move of the cursor: a page is some hundred and seventy writes, and on a line to elsewhere
// as many packets. What it says of one frame is gathered in memory and sent at once.
#define _GNU_SOURCE
#include "gather.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cterminal.h"

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
  *length = ct_looks_join(bytes, *length);
  return bytes;
}

// The length of the looks "\033[...m" that begin here, of digits and semicolons only; 0 when none do.
static size_t looks_at(const char *at, size_t left) {
  if (left < 3 || at[0] != '\033' || at[1] != '[') return 0;
  size_t length = 2;
  while (length < left && (at[length] == ';' || (at[length] >= '0' && at[length] <= '9'))) length++;
  return length < left && at[length] == 'm' ? length + 1 : 0;
}

static size_t semicolons(const char *looks, size_t length) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++) count += looks[i] == ';';
  return count;
}

size_t ct_looks_join(char *frame, size_t length) {
  size_t to = 0, last = 0;  // where the looks that were written last begin; `last == to` when text came after them
  for (size_t from = 0; from < length;) {
    size_t next = looks_at(frame + from, length - from);
    if (next == 0) {
      frame[to++] = frame[from++];
      last = to;
      continue;
    }
    bool resets = next == 3 || (frame[from + 2] == '0' && (frame[from + 3] == ';' || frame[from + 3] == 'm'));
    size_t before = to - last;
    size_t skipped = 0;
    if (resets) {
      to = last;
    } else if (before > 3 && semicolons(frame + last, before) + semicolons(frame + from, next) < 12) {
      frame[to - 1] = ';';  // terminals read at most sixteen numbers
      skipped = 2;
    } else {
      last = to;
    }
    memmove(frame + to, frame + from + skipped, next - skipped);
    to += next - skipped;
    from += next;
  }
  return to;
}

void ct_gather_close(void) {
  if (memory >= 0) close(memory);
  memory = -1;
  free(bytes);
  bytes = NULL;
  room = 0;
}
