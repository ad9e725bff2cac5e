// One ncurses screen on the controlling terminal.
#define _GNU_SOURCE
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// term.h takes these words for itself.
#undef columns
#undef lines

#include "cterminal.h"
#include "gather.h"
#include "keys.h"

static int tty = -1;
static SCREEN *screen;
static FILE *input, *output;
static bool up, mouse, colored, reorders;

static const char modes_on[] = "\033[?2004h\033[?1004h";  // bracketed paste, focus reports
static const char bidi_ours[] = "\033[8l";  // a terminal that reorders whole lines scrambles columns
static const char mouse_on[] = "\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1002l";
static const char modes_off[] = "\033[?2026l\033[?1006l\033[?1002l\033[?2004l\033[?1004l\033[8h";

static bool send_to(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = write(descriptor, bytes, length);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes += sent;
    length -= (size_t)sent;
  }
  return true;
}

static bool send_bytes(const char *bytes, size_t length) { return send_to(tty, bytes, length); }
#define SEND(literal) send_bytes(literal, sizeof(literal) - 1)

static int open_tty(void) {
  int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (fd >= 0) return fd;
  // A container may have a terminal on its streams without a controlling one.
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return -1;
  const char *name = ttyname(STDIN_FILENO);
  return name ? open(name, O_RDWR | O_CLOEXEC | O_NOCTTY) : -1;
}

// What the terminal's description says of itself, before ncurses touches anything.
static int judge_term(const char *name) {
  if (!name || !*name) return CT_NO_TERM;
  int error = 0;
  if (setupterm(name, tty, &error) == ERR) return error == 1 ? CT_DUMB_TERM : CT_UNKNOWN_TERM;
  const char *move = tigetstr("cup");
  bool addressable = move && move != (char *)-1 && *move;
  del_curterm(cur_term);
  return addressable ? CT_OPENED : CT_DUMB_TERM;
}

// A description that is missing here, of a terminal that is known to do all that a common one does. A newer terminal
// than the machine one logs in to is the usual case, and no reason to refuse.
static const char *stand_in(const char *name) {
  static const char *const families[][2] = {
      {"xterm", "xterm-256color"},   {"alacritty", "xterm-256color"}, {"foot", "xterm-256color"},
      {"wezterm", "xterm-256color"}, {"kitty", "xterm-256color"},     {"ghostty", "xterm-256color"},
      {"konsole", "xterm-256color"}, {"vte", "xterm-256color"},       {"gnome", "xterm-256color"},
      {"putty", "xterm-256color"},   {"tmux", "screen-256color"},     {"screen", "screen"},
  };
  for (size_t i = 0; i < sizeof families / sizeof *families; i++)
    if (strncmp(name, families[i][0], strlen(families[i][0])) == 0) return families[i][1];
  return NULL;
}

// Descriptions choose the character set again with every change of attributes. Another one than ASCII and Unicode is
// never chosen here, and three bytes for each change are a tenth of a page.
static void keep_charset(const char *name) {
  static const char *const choices[] = {"\033(B", "\017"};
  char *s = tigetstr(name);
  if (!s || s == (char *)-1) return;
  for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
    size_t length = strlen(choices[i]);
    for (char *at; (at = strstr(s, choices[i]));) memmove(at, at + length, strlen(at + length) + 1);
  }
}

static size_t append_capability(char *to, size_t used, size_t room, const char *name) {
  const char *s = tigetstr(name);
  if (!s || s == (char *)-1) return used;
  while (*s && used < room) {
    if (s[0] == '$' && s[1] == '<') {  // padding, which only tputs may interpret
      while (*s && *s != '>') s++;
      if (*s) s++;
      continue;
    }
    to[used++] = *s++;
  }
  return used;
}

static void arm_crash(void) {
  char farewell[512];
  size_t used = sizeof modes_off - 1;
  memcpy(farewell, modes_off, used);
  const char *names[] = {"sgr0", "cnorm", "rmkx", "rmcup"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    used = append_capability(farewell, used, sizeof farewell - 2, names[i]);
  if (!exit_ca_mode) used = append_capability(farewell, used, sizeof farewell - 2, "clear");
  farewell[used++] = '\r';
  farewell[used++] = '\n';
  ct_crash_arm(tty, farewell, used);
}

// Ctrl-S and Ctrl-Q are keys here, not flow control; Ctrl-V and Ctrl-O neither quote nor discard. Ctrl-C and Ctrl-Z
// would throw away what is still on its way: half a frame, and the bold of its last letter left on for the shell.
static void free_control_keys(void) {
  struct termios now;
  if (tcgetattr(tty, &now) != 0) return;
  now.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  now.c_lflag &= ~(tcflag_t)IEXTEN;
  now.c_lflag |= NOFLSH;
  tcsetattr(tty, TCSANOW, &now);
  def_prog_mode();
}

static void close_files(void) {
  if (input) fclose(input);
  if (output) fclose(output);
  if (tty >= 0) close(tty);
  ct_gather_close();
  input = output = NULL;
  tty = -1;
}

static void enter_modes(void) {
  SEND(modes_on);
  if (reorders) SEND(bidi_ours);
  if (mouse) SEND(mouse_on);
}

int ct_screen_open(bool we_reorder) {
  if (screen) return CT_FAILED;
  tty = open_tty();
  if (tty < 0) return CT_NO_TTY;
  const char *term = getenv("TERM");
  int verdict = judge_term(term);
  if (verdict == CT_UNKNOWN_TERM && stand_in(term)) {
    int other = judge_term(stand_in(term));
    if (other == CT_OPENED) {
      verdict = other;
      term = stand_in(term);
    }
  }
  if (verdict == CT_OPENED) {
    input = fdopen(fcntl(tty, F_DUPFD_CLOEXEC, 3), "r");
    output = fdopen(fcntl(tty, F_DUPFD_CLOEXEC, 3), "w");
    // LINES and COLUMNS of the environment would freeze the size: the kernel alone is asked.
    use_env(FALSE);
    use_tioctl(TRUE);
    ct_crash_arm(tty, "", 0);  // saves the terminal's settings as they are now
    screen = input && output ? newterm(term, output, input) : NULL;
    if (!screen) verdict = CT_FAILED;
  }
  if (verdict != CT_OPENED) {
    ct_crash_disarm();
    close_files();
    return verdict;
  }
  set_term(screen);
  cbreak();
  noecho();
  nonl();
  typeahead(-1);
  set_escdelay(ct_escape_delay(getenv("ESCDELAY")));
  keep_charset("sgr");
  keep_charset("sgr0");
  colored = has_colors() && start_color() == OK && use_default_colors() == OK;
  ct_keys_open();
  free_control_keys();
  arm_crash();
  mouse = false;
  reorders = we_reorder;
  up = true;
  enter_modes();
  return CT_OPENED;
}

void ct_screen_leave(void) {
  if (!up) return;
  up = false;
  SEND(modes_off);
  curs_set(1);
  endwin();
  if (exit_ca_mode) return;
  char clear[32];  // no screen of its own: names do not stay behind, and the shell goes on at the top
  send_bytes(clear, append_capability(clear, 0, sizeof clear, "clear"));
}

void ct_screen_return(void) {
  if (!screen || up) return;
  up = true;
  reset_prog_mode();
  clearok(curscr, TRUE);
  doupdate();
  enter_modes();
}

void ct_screen_close(bool gone) {
  if (!screen) return;
  if (gone) {
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null >= 0) {  // what ncurses still wants to say goes nowhere
      dup2(null, fileno(output));
      close(null);
    }
    up = false;
  }
  ct_screen_leave();
  ct_crash_disarm();
  ct_keys_close();
  delscreen(screen);
  screen = NULL;
  close_files();
}

bool ct_screen_is_up(void) { return up; }
int ct_screen_descriptor(void) { return tty; }

void ct_screen_measure(int *columns, int *rows) {
  struct winsize size = {0};
  if (ioctl(tty, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0 &&
      (size.ws_col != COLS || size.ws_row != LINES))
    resizeterm(size.ws_row, size.ws_col);
  *columns = COLS;
  *rows = LINES;
}

int ct_screen_colors(void) { return colored ? COLORS : 0; }

int ct_screen_pair(int foreground, int background) {
  if (!colored || (foreground < 0 && background < 0)) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

static attr_t attributes_of(uint32_t bits) {
  return (bits & CT_BOLD ? A_BOLD : 0) | (bits & CT_DIM ? A_DIM : 0) | (bits & CT_UNDERLINE ? A_UNDERLINE : 0) |
         (bits & CT_REVERSE ? A_REVERSE : 0);
}

void ct_screen_put(int y, int x, const ct_glyph *glyphs, int count) {
  cchar_t run[128];
  while (count > 0) {
    int length = count < 128 ? count : 128, columns = 0;
    for (int i = 0; i < length; i++) {
      wchar_t text[6] = {0};
      for (int k = 0; k < 5; k++) text[k] = (wchar_t)glyphs[i].scalars[k];
      int pair = glyphs[i].pair;
      if (setcchar(&run[i], text, attributes_of(glyphs[i].attributes), (short)pair, &pair) == ERR)
        setcchar(&run[i], L"?", attributes_of(glyphs[i].attributes), (short)pair, &pair);
      columns += ct_width(glyphs[i].scalars[0]) == 2 ? 2 : 1;
    }
    mvadd_wchnstr(y, x, run, length);
    x += columns;
    glyphs += length;
    count -= length;
  }
}

void ct_screen_flush(int cursor_y, int cursor_x, bool synchronized, bool full) {
  bool visible = cursor_y >= 0 && cursor_x >= 0 && cursor_y < LINES && cursor_x < COLS;
  bool gathers = ct_gather_begin(fileno(output));
  leaveok(stdscr, !visible);
  curs_set(visible);
  move(visible ? cursor_y : 0, visible ? cursor_x : 0);
  if (full) clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  if (synchronized) send_to(fileno(output), "\033[?2026h", 8);
  doupdate();  // flushes its own buffer, so the next bytes come after it
  if (synchronized) send_to(fileno(output), "\033[?2026l", 8);
  if (!gathers) return;
  size_t length;
  const char *bytes = ct_gather_end(fileno(output), tty, &length);
  send_bytes(bytes, length);
}

void ct_screen_mouse(bool on) {
  if (on == mouse) return;
  mouse = on;
  if (!up) return;
  if (on) SEND(mouse_on);
  else SEND(mouse_off);
}

void ct_screen_title(const char *title) {
  const char *term = getenv("TERM");
  // The Linux console and a VT100 would print it.
  if (!up || (term && (strcmp(term, "linux") == 0 || strncmp(term, "vt", 2) == 0))) return;
  char bytes[512];
  int length = snprintf(bytes, sizeof bytes, "\033]2;%s\033\\", title);
  if (length > 0 && (size_t)length < sizeof bytes) send_bytes(bytes, (size_t)length);
}

bool ct_screen_send(const char *bytes, size_t length) { return up && send_bytes(bytes, length); }
