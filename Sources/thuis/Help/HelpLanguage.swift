import ArgumentParser
import Journey

/// In which language the program explains itself: as in ``Surroundings``, found before the command line is read, because
/// reading it takes the explanations.
enum HelpLanguage {
  static let current = found(CommandLine.arguments)

  /// `--lang` wins, wherever it stands. The documentation is made in English.
  static func found(_ arguments: [String]) -> Language {
    let words = arguments.dropFirst()
    for (index, word) in words.enumerated() {
      if word == "--lang", let next = words.dropFirst(index + 1).first, let language = Language(rawValue: next) {
        return language
      }
      if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) { return language }
    }
    return isManual(words) ? .en : Surroundings.language
  }

  /// Options with a value that can stand before the subcommand.
  private static let options: Set = ["--casebook", "--today", "--user", "--lang", "--view", "--theme"]

  private static func isManual(_ words: ArraySlice<String>) -> Bool {
    var rest = words
    while let word = rest.popFirst() {
      if !word.hasPrefix("-") { return word == "manual" }
      if options.contains(word) { rest = rest.dropFirst() }
    }
    return false
  }
}

/// An explanation in both languages, where it is declared.
func told(_ nl: String, _ en: String) -> String { Phrase(nl, en)[HelpLanguage.current] }

func told(_ nl: String, _ en: String) -> ArgumentHelp { ArgumentHelp(Phrase(nl, en)[HelpLanguage.current]) }
