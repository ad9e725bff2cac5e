// The locale, and the width of a scalar by glibc's table: the one ncurses uses as well, so both always agree.
#define _GNU_SOURCE
#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <string.h>
#include <wchar.h>

#include "cterminal.h"

static bool is_utf8(void) {
  const char *codeset = nl_langinfo(CODESET);
  return codeset && (strcmp(codeset, "UTF-8") == 0 || strcmp(codeset, "utf8") == 0);
}

bool ct_locale_start(void) {
  setlocale(LC_ALL, "");
  // Numbers are written by Swift and read by files: never with the comma of a locale.
  setlocale(LC_NUMERIC, "C");
  if (is_utf8()) return true;
  const char *others[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "nl_NL.UTF-8"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (setlocale(LC_CTYPE, others[i]) && is_utf8()) return true;
  return false;
}

static locale_t utf8;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find_utf8(void) {
  const char *names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "nl_NL.UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names && !utf8; i++)
    utf8 = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
}

// Only for a system without any UTF-8 locale, where nothing but ASCII is written anyway.
static int rough_width(uint32_t c) {
  if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return -1;
  if ((c >= 0x300 && c < 0x370) || (c >= 0x610 && c < 0x61b) || (c >= 0x64b && c < 0x660)) return 0;
  if ((c >= 0x1100 && c < 0x1160) || (c >= 0x2e80 && c < 0xa4d0) || (c >= 0xac00 && c < 0xd7a4)) return 2;
  if ((c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c < 0xff61) || (c >= 0x1f300 && c < 0x1fb00)) return 2;
  return c >= 0x20000 && c < 0x40000 ? 2 : 1;
}

int ct_width(uint32_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7f) return 1;
  pthread_once(&once, find_utf8);
  if (!utf8) return rough_width(scalar);
  locale_t before = uselocale(utf8);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}
