import Journey
import Terminal

/// Text as it is read out or felt: signs that stand for words become those words, and nothing steers a terminal.
enum SpokenText {
  /// - Returns: one line without control characters and without blanks at its end.
  static func of(_ text: String, _ language: Language) -> String {
    var spoken = TextWidth.clean(text)
    for (sign, words) in signs where spoken.contains(sign) { spoken = spoken.replacing(sign, with: words[language]) }
    if spoken.contains("•") { spoken = unmasked(spoken, language) }
    while spoken.last?.isWhitespace == true { spoken.removeLast() }
    return spoken
  }

  private static let signs: [(String, Phrase)] = [
    (" · ^R opnieuw", Phrase(same: "; opnieuw brengt het terug")),
    (" · ^R redo", Phrase(same: "; redo brings it back")), (" · ", Phrase(same: ", ")),
    ("→ ", Phrase("naar ", "to ")), ("✓ ", Phrase(same: "")), ("✗ ", Phrase(same: "")),
    ("…", Phrase(same: "...")),
  ]

  /// `•••••••891` is a number of which only the end may be shown.
  private static func unmasked(_ text: String, _ language: Language) -> String {
    text.split(separator: /•+/, omittingEmptySubsequences: false).joined(
      separator: Phrase("eindigt op ", "ends in ")[language])
  }
}
