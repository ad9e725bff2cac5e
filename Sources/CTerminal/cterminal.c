int cterminal_version(void){return 1;}
