int cterminal_version(void);
