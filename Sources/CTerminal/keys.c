// Keys by way of ncurses' own decoder, with the sequences it does not know defined as further keys.
#define _GNU_SOURCE
#include "keys.h"

#include <curses.h>
#include <stdlib.h>

#include "cterminal.h"

enum { PASTE_BEGIN = 0x1001, PASTE_END, FOCUS_IN, FOCUS_OUT, MOUSE_REPORT };

int ct_escape_delay(const char *said) {
  char *end = NULL;
  long delay = said ? strtol(said, &end, 10) : -1;
  return end == said || *end || delay < 0 || delay > 5000 ? 25 : (int)delay;
}

// A pad, because reading from a window would refresh it first.
static WINDOW *ear;

void ct_keys_open(void) {
  ear = newpad(1, 1);
  keypad(ear, TRUE);
  nodelay(ear, TRUE);
  define_key("\033[200~", PASTE_BEGIN);
  define_key("\033[201~", PASTE_END);
  define_key("\033[I", FOCUS_IN);
  define_key("\033[O", FOCUS_OUT);
  // ncurses under tmux asks for the old mouse protocol only; so the report is read by us in all terminals.
  define_key("\033[M", 0);
  define_key("\033[<", MOUSE_REPORT);
}

void ct_keys_close(void) {
  if (ear) delwin(ear);
  ear = NULL;
}

int ct_key_next(uint32_t *value) {
  wint_t key = 0;
  switch (wget_wch(ear, &key)) {
    case OK: *value = key; return CT_KEY_SCALAR;
    case KEY_CODE_YES: *value = key; return CT_KEY_NAMED;
    default: return CT_KEY_NONE;
  }
}

const char *ct_key_name(uint32_t code) {
  switch (code) {
    case PASTE_BEGIN: return "PASTE_BEGIN";
    case PASTE_END: return "PASTE_END";
    case FOCUS_IN: return "FOCUS_IN";
    case FOCUS_OUT: return "FOCUS_OUT";
    case MOUSE_REPORT: return "MOUSE";
  }
  const char *name = keyname((int)code);
  return name ? name : "";
}
