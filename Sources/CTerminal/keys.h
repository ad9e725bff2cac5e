#ifndef CTERMINAL_KEYS_H
#define CTERMINAL_KEYS_H

// Between screen.c and keys.c only.
void ct_keys_open(void);
void ct_keys_close(void);

#endif
