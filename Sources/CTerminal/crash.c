// A crash must not leave a person with a raw terminal: the handler gives it back with plain system calls, then
// lets the previous handler (Swift's backtrace, or the kernel) have the same fault again on a sane screen.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "cterminal.h"

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT, SIGSYS};
enum { COUNT = sizeof fatal / sizeof *fatal };
static struct sigaction before[COUNT];
static struct termios settings;
static bool have_settings;
static volatile sig_atomic_t armed;
static int tty = -1;
static char farewell[512];
static size_t farewell_length;
static _Alignas(16) char stack[64 * 1024];
static stack_t stack_before;

static void crashed(int signal, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  if (armed) {
    armed = 0;
    if (ct_screen_is_up()) {
      ssize_t sent = write(tty, farewell, farewell_length);
      (void)sent;
      tcflush(tty, TCIFLUSH);  // what was typed at a program that hangs is not for the shell
      if (have_settings) tcsetattr(tty, TCSANOW, &settings);
    }
    ct_streams_release();
  }
  for (int i = 0; i < COUNT; i++)
    if (fatal[i] == signal) sigaction(signal, &before[i], NULL);
  // A fault repeats by itself when the instruction is run again; a signal somebody sent must be sent again.
  if (info->si_code <= 0 || signal == SIGQUIT || signal == SIGTRAP) raise(signal);
  errno = saved;
}

void ct_crash_arm(int descriptor, const char *bytes, size_t length) {
  tty = descriptor;
  farewell_length = length < sizeof farewell ? length : sizeof farewell;
  memcpy(farewell, bytes, farewell_length);
  if (!have_settings) have_settings = tcgetattr(tty, &settings) == 0;
  if (armed || length == 0) return;
  stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&other, &stack_before);
  struct sigaction action = {0};
  action.sa_sigaction = crashed;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < COUNT; i++) sigaction(fatal[i], &action, &before[i]);
  armed = 1;
}

void ct_crash_disarm(void) {
  have_settings = false;
  tty = -1;
  if (!armed) return;
  armed = 0;
  for (int i = 0; i < COUNT; i++) sigaction(fatal[i], &before[i], NULL);
  if (stack_before.ss_sp || stack_before.ss_flags & SS_DISABLE) sigaltstack(&stack_before, NULL);
}

// MARK: Standard output and error

static int held[2] = {-1, -1}, kept[2] = {-1, -1};

void ct_streams_hold(void) {
  for (int i = 0; i < 2; i++) {
    int stream = i + 1;
    if (held[i] >= 0 || !isatty(stream)) continue;
    int memory = memfd_create("terminal-output", MFD_CLOEXEC);
    if (memory < 0) continue;
    kept[i] = fcntl(stream, F_DUPFD_CLOEXEC, 3);
    if (kept[i] < 0) {  // it could not be given back
      close(memory);
      continue;
    }
    held[i] = memory;
    dup2(memory, stream);
  }
}

// Only calls that a signal handler may make.
void ct_streams_release(void) {
  for (int i = 0; i < 2; i++) {
    if (held[i] < 0) continue;
    dup2(kept[i], i + 1);
    off_t at = lseek(held[i], 0, SEEK_END) - 16 * 1024;  // a flood shows its end
    if (at < 0) at = 0;
    char part[1024];
    for (ssize_t got; (got = pread(held[i], part, sizeof part, at)) > 0; at += got) {
      ssize_t sent = write(i + 1, part, (size_t)got);
      (void)sent;
    }
    close(held[i]);
    close(kept[i]);
    held[i] = kept[i] = -1;
  }
}
