// Signals become bytes in a pipe, so that the loop meets them between two keys; whichever thread the kernel
// chooses to run the handler on does not matter then.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "cterminal.h"

static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT};
enum { COUNT = sizeof watched / sizeof *watched };
static struct sigaction before[COUNT];
static int ends[2] = {-1, -1};
static bool started;

static void note(int signal) {
  int saved = errno;
  // What was typed before a key that stops the program is not for the shell (NOFLSH keeps it, for the sake of the output).
  if ((signal == SIGINT || signal == SIGTSTP) && ct_screen_is_up()) tcflush(ct_screen_descriptor(), TCIFLUSH);
  unsigned char byte = (unsigned char)signal;
  ssize_t written = write(ends[1], &byte, 1);
  (void)written;  // a full pipe already holds enough to wake the loop
  errno = saved;
}

static void watch(int signal, struct sigaction *old) {
  struct sigaction action = {0};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  sigaction(signal, &action, old);
}

int ct_signals_start(void) {
  if (ends[0] < 0 && !ct_pipe(ends)) return -1;
  for (int i = 0; i < COUNT; i++) {
    watch(watched[i], &before[i]);
    // nohup and the like: what was ignored stays ignored.
    if (watched[i] != SIGWINCH && watched[i] != SIGTSTP && before[i].sa_handler == SIG_IGN)
      sigaction(watched[i], &before[i], NULL);
  }
  started = true;
  return ends[0];
}

void ct_signals_stop(void) {
  if (!started) return;
  started = false;
  for (int i = 0; i < COUNT; i++) sigaction(watched[i], &before[i], NULL);
}

void ct_signals_suspend(void) {
  struct sigaction plain = {0}, stop, go;
  plain.sa_handler = SIG_DFL;
  sigaction(SIGCONT, &plain, &go);
  sigaction(SIGTSTP, &plain, &stop);
  kill(0, SIGTSTP);  // the job, not only us: we may be part of a pipeline
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &go, NULL);
}
