// Descriptors, and programs that borrow the terminal.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cterminal.h"

bool ct_pipe(int ends[2]) { return pipe2(ends, O_NONBLOCK | O_CLOEXEC) == 0; }

bool ct_poll(const int *descriptors, int *ready, int count, int timeout) {
  struct pollfd all[64];
  if (count > 64) count = 64;
  for (int i = 0; i < count; i++) all[i] = (struct pollfd){.fd = descriptors[i], .events = POLLIN};
  int found = poll(all, (nfds_t)count, timeout);
  for (int i = 0; i < count; i++) {
    short events = found > 0 ? all[i].revents : 0;
    ready[i] = events & (POLLHUP | POLLERR | POLLNVAL) ? 2 : events & POLLIN ? 1 : 0;
  }
  return found >= 0;
}

static void give_terminal(int tty, pid_t group) {
  sigset_t set, old;
  sigemptyset(&set);
  sigaddset(&set, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &set, &old);
  tcsetpgrp(tty, group);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
}

static void become(int tty, char *const argv[]) {
  setpgid(0, 0);
  give_terminal(tty, getpid());
  struct sigaction plain = {0};
  plain.sa_handler = SIG_DFL;
  for (int signal = 1; signal < 32; signal++) sigaction(signal, &plain, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int stream = 0; stream < 3; stream++) dup2(tty, stream);
  execvp(argv[0], argv);
  _exit(127);
}

int ct_run_foreground(char *const argv[]) {
  int tty = ct_screen_descriptor();
  if (tty < 0 || !argv[0]) return -1;
  int home = tcgetpgrp(tty);
  pid_t child = fork();
  if (child < 0) return -1;
  if (child == 0) become(tty, argv);
  setpgid(child, child);  // both sides do it: whichever comes first
  give_terminal(tty, child);
  int status = 0;
  for (;;) {
    if (waitpid(child, &status, WUNTRACED) < 0) {
      if (errno == EINTR) continue;
      status = 0;
      break;
    }
    if (!WIFSTOPPED(status)) break;
    // Ctrl-Z in the editor stops the whole job; continuing it continues the editor.
    give_terminal(tty, home);
    ct_signals_suspend();
    give_terminal(tty, child);
    kill(-child, SIGCONT);
  }
  give_terminal(tty, home);
  return WIFEXITED(status) ? WEXITSTATUS(status) : WIFSIGNALED(status) ? 128 + WTERMSIG(status) : -1;
}
