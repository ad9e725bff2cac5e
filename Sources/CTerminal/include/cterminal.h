#ifndef CTERMINAL_H
#define CTERMINAL_H

// All of ncurses, the locale and the signals of a full-screen program, behind a few functions. No curses header
// is exported: its short names (move, clear, box) would otherwise spill into every Swift file.
// One thread only may call the ct_screen_* and ct_key_* functions: ncurses is not reentrant.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// MARK: Text

/// Takes the locale of the environment; when that is not UTF-8, C.UTF-8 for characters only.
/// Returns false when no UTF-8 locale exists: then only ASCII may be written.
bool ct_locale_start(void);

/// Columns of one scalar: 0, 1 or 2; -1 when it cannot be shown. Does not depend on the locale of the process.
int ct_width(uint32_t scalar);

// MARK: Screen

/// One glyph for the screen: a base and at most four marks (ncurses' CCHARW_MAX counts the base), 0 after the last.
typedef struct {
  uint32_t scalars[5];
  uint32_t attributes;  // CT_BOLD and so on
  int32_t pair;         // from ct_screen_pair; 0 is the terminal's own colours
} ct_glyph;

enum { CT_BOLD = 1, CT_DIM = 2, CT_UNDERLINE = 4, CT_REVERSE = 8 };
enum { CT_OPENED = 0, CT_NO_TTY = 1, CT_NO_TERM = 2, CT_UNKNOWN_TERM = 3, CT_DUMB_TERM = 4, CT_FAILED = 5 };

/// Opens the controlling terminal and enters full-screen mode; one of CT_OPENED ... CT_FAILED. With `we_reorder`
/// the terminal is asked to leave right-to-left text as it comes.
int ct_screen_open(bool we_reorder);
/// Leaves full-screen mode for good. With `gone`, writes nothing: the terminal is no longer there.
void ct_screen_close(bool gone);
/// Leaves full-screen mode for a while: for a suspension or a program in the foreground.
void ct_screen_leave(void);
/// Comes back after ct_screen_leave; the next flush must be a full one.
void ct_screen_return(void);
bool ct_screen_is_up(void);

/// The descriptor to poll for keys; -1 while closed.
int ct_screen_descriptor(void);
/// Asks the kernel for the size and tells ncurses.
void ct_screen_measure(int *columns, int *rows);
/// The number of colours; 0 when there are none.
int ct_screen_colors(void);
/// A colour pair; -1 is the terminal's own colour.
int ct_screen_pair(int foreground, int background);

/// Writes glyphs from column x of row y into the next frame.
void ct_screen_put(int y, int x, const ct_glyph *glyphs, int count);
/// Sends the next frame: only what differs, or everything when `full`. A cursor outside the screen is hidden.
void ct_screen_flush(int cursor_y, int cursor_x, bool synchronized, bool full);
/// Looks that follow each other without text between become one, and those that a reset undoes go: ncurses says
/// "\033[39m\033[m" and "\033[0;1m\033[38;5;210m". In place; the length that is left.
size_t ct_looks_join(char *frame, size_t length);
/// Mouse reports on or off; remembered over leave and return.
void ct_screen_mouse(bool on);
/// The window's title (control characters must be gone already).
void ct_screen_title(const char *title);
/// Bytes for the terminal itself, between two frames. False when not all of them could be written.
bool ct_screen_send(const char *bytes, size_t length);

// MARK: Keys

enum { CT_KEY_NONE = 0, CT_KEY_SCALAR = 1, CT_KEY_NAMED = 2 };
/// Milliseconds that ncurses waits whether an escape begins a key: 25, or what ESCDELAY says (0 to 5000).
int ct_escape_delay(const char *said);
/// The next key without waiting: nothing, a scalar, or a code that ct_key_name knows.
int ct_key_next(uint32_t *value);
/// The name of a code: terminfo's ("kDN5"), ncurses' ("KEY_DOWN"), or ours ("PASTE_BEGIN", "MOUSE" ...).
const char *ct_key_name(uint32_t code);

// MARK: Signals

/// Installs the handlers that write the signal's number as one byte into a pipe; returns the end to read, or -1.
int ct_signals_start(void);
void ct_signals_stop(void);
/// Stops the whole job as the shell expects it; returns when it is continued.
void ct_signals_suspend(void);
/// Handlers that give the terminal back before a crash takes its course. `ct_screen_open` arms them.
void ct_crash_arm(int descriptor, const char *farewell, size_t length);
void ct_crash_disarm(void);

/// Keeps standard output and error off the screen while it is up; what was written appears after it.
void ct_streams_hold(void);
void ct_streams_release(void);

// MARK: Descriptors and children

/// A pipe whose ends neither block nor survive exec. False when the system has none left.
bool ct_pipe(int ends[2]);
/// Polls; `timeout` in milliseconds, -1 for ever. `ready[i]` becomes 0 nothing, 1 readable, 2 gone.
/// Returns false when interrupted by a signal.
bool ct_poll(const int *descriptors, int *ready, int count, int timeout);

/// Runs a program in the foreground on the terminal and waits. Call between leave and return.
/// Its exit status, 128 + signal, or -1 when it could not be started.
int ct_run_foreground(char *const argv[]);

/// Runs a program that reads these bytes as its input, its output thrown away; kills it when it is not done after
/// `patience` milliseconds. Its exit status (127: not found), or -1 when it did not end by itself.
int ct_feed(char *const argv[], const char *bytes, size_t length, int patience);

#endif
