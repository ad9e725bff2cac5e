// A person whose keyboard is set to Cyrillic or Greek presses the key where "n" is and types "т" or "ν". For commands
// the place of the key is meant; for text the letter is. So this is asked for where keys are commands, and never else.

extension Key {
  /// The key as the same place on a Latin keyboard types it; any other key as it is.
  ///
  /// For the Russian and Ukrainian layouts (ЙЦУКЕН) and the Greek one. Layouts that disagree with these about a
  /// letter are not followed.
  public var onLatinLayout: Key {
    switch self {
    case .character(let typed): .character(KeyboardLayout.latin[typed] ?? typed)
    case .control(let typed): .control(KeyboardLayout.latin[typed] ?? typed)
    case .alt(let typed): .alt(KeyboardLayout.latin[typed] ?? typed)
    default: self
    }
  }
}

enum KeyboardLayout {
  /// Rows of letters, each under the Latin one of the same key.
  private static let rows: [(latin: String, other: String)] = [
    ("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"),
    ("QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~", "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"),
    ("s]'S}\"", "іїєІЇЄ"),
    ("wertyuiopasdfghjklzxcvbnm", "ςερτυθιοπασδφγηξκλζχψωβνμ"),
    ("ERTYUIOPASDFGHJKLZXCVBNM", "ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ"),
  ]

  static let latin: [Character: Character] = Dictionary(
    rows.flatMap { zip($0.other, $0.latin) }, uniquingKeysWith: { first, _ in first })
}
