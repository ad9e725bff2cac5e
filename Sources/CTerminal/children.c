// Descriptors, and programs that borrow the terminal.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
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
  if (group < 0) return;  // nobody had it: it is no controlling terminal
  sigset_t set, old;
  sigemptyset(&set);
  sigaddset(&set, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &set, &old);
  tcsetpgrp(tty, group);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
}

// With the signals as a program expects to find them.
static void become(char *const argv[]) {
  struct sigaction plain = {0};
  plain.sa_handler = SIG_DFL;
  for (int signal = 1; signal < 32; signal++) sigaction(signal, &plain, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execvp(argv[0], argv);
  _exit(127);
}

static void become_foreground(int tty, char *const argv[]) {
  setpgid(0, 0);
  give_terminal(tty, getpid());
  for (int stream = 0; stream < 3; stream++) dup2(tty, stream);
  become(argv);
}

int ct_run_foreground(char *const argv[]) {
  int tty = ct_screen_descriptor();
  if (tty < 0 || !argv[0]) return -1;
  pid_t home = tcgetpgrp(tty);
  pid_t child = fork();
  if (child < 0) return -1;
  if (child == 0) become_foreground(tty, argv);
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

// MARK: Feeding a program

static long long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// One socket is the child's input and output: the text goes in, and its end says that the child is done.
static bool hand_over(int socket, const char *bytes, size_t length, int patience) {
  long long end = milliseconds() + patience;
  if (length == 0) shutdown(socket, SHUT_WR);
  for (long long left; (left = end - milliseconds()) > 0;) {
    struct pollfd one = {.fd = socket, .events = POLLIN | (length > 0 ? POLLOUT : 0)};
    if (poll(&one, 1, (int)left) < 0 && errno != EINTR) return false;
    if (length > 0 && one.revents & POLLOUT) {
      ssize_t sent = send(socket, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent < 0 && errno != EAGAIN && errno != EINTR) length = 0;
      if (sent > 0) {
        bytes += sent;
        length -= (size_t)sent;
      }
      if (length == 0) shutdown(socket, SHUT_WR);
    }
    if (one.revents & (POLLIN | POLLHUP | POLLERR)) {
      char waste[512];
      ssize_t got = recv(socket, waste, sizeof waste, MSG_DONTWAIT);
      if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) return true;
    }
  }
  return false;
}

int ct_feed(char *const argv[], const char *bytes, size_t length, int patience) {
  int ends[2];
  if (!argv[0] || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return -1;
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDIN_FILENO);
    dup2(ends[1], STDOUT_FILENO);
    dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
    become(argv);
  }
  close(ends[1]);
  bool done = child > 0 && hand_over(ends[0], bytes, length, patience);
  close(ends[0]);
  if (child < 0) return -1;
  if (!done) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return done && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
