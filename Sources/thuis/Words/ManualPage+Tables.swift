import Journey

extension ManualPage {
  static let environment: [(String, String)] = [
    ("THUIS_CASEBOOK", "The casebook, when --casebook does not name one."),
    ("THUIS_TODAY", "The day to work on, when --today does not say."),
    ("THUIS_USER", "Who acts, when --user does not say; else USER."),
    (
      "LC_ALL, LC_MESSAGES, LANG",
      "The language, when neither --lang nor a file says: Dutch unless the locale is English."
    ),
    ("XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CONFIG_DIRS", "Where casebook, settings and rulebook are; see FILES."),
    ("ACCESSIBLE", "1 or true: prompts and lines, as with --plain."),
    ("NO_COLOR", "With any text in it: no colours, unless --theme says otherwise."),
    ("VISUAL, EDITOR", "The editor for long texts, when the settings name none."),
    ("COLORFGBG", "A light background in it gives the light theme."),
    ("THUIS_SYNC", "0: no synchronised output, for terminals that mistake it."),
    ("THUIS_BIDI", "terminal: the terminal itself turns right-to-left text."),
  ]

  static let files: [(String, String)] = [
    (
      "$XDG_DATA_HOME/thuis/casebook.sqlite",
      "The casebook; else in ~/.local/share/thuis. The files -wal and -shm beside it are part of it."
    ),
    (
      "$XDG_CONFIG_HOME/thuis/config.yaml",
      "Your own settings; else in ~/.config/thuis. They come over those of the machine, in thuis/config.yaml of each folder of $XDG_CONFIG_DIRS, else of /etc/xdg."
    ),
    ("$XDG_CONFIG_HOME/thuis/views.yaml", "Your own saved views; else in ~/.config/thuis. The program writes it."),
    (
      "$XDG_CONFIG_HOME/thuis/rulebook.yaml",
      "Your own rulebook; else in ~/.config/thuis. Without it the built-in one holds."
    ),
  ]

  static let statuses: [(String, String)] = [
    ("0", "Done; for thuis do: the events are on the disk."),
    ("1", "Refused by the rules, or check found something, or an import left rows out."),
    ("64", "Wrong use: an unknown option, field, action or filter."),
    ("65", "No casebook, a damaged one or one of a newer version; or a rulebook, map or settings with mistakes."),
    ("66", "The file or dossier is not there, or what was named is no file that can be read."),
    ("69", "No terminal that can show the program."),
    ("70", "A fault in the program."),
    ("74", "Reading or writing failed, or the disk is full."),
    ("75", "Another program keeps the casebook busy; try again."),
    ("77", "No permission to read or write."),
    ("128 + n", "Ended by signal n."),
  ]

  private static let samples: [(String, String)] = [
    ("The twenty most urgent households of one municipality:", "thuis list gemeente:utrecht --limit 20"),
    ("A note, by case number:", "thuis do 2026-004182 note --text \"Sleutels vrijdag\""),
    (
      "Who is to act now, and when they will answer:",
      "thuis do 2026-004182 wait --party corporation --name \"M. de Wit\" --until +1w"
    ),
    ("What a file would do:", "thuis import huishoudens.csv --dry-run"),
    ("A copy while others go on working:", "thuis backup /mnt/backup/casebook-$(date +%F).sqlite"),
  ]

  mutating func examples() {
    page.section("EXAMPLES")
    for (what, line) in ManualPage.samples {
      page.say(what)
      page.macro("Pp")
      page.macro("Dl", Mdoc.word(line))
      page.macro("Pp")
    }
  }
}
