import Journey

// Answers to what is asked beside a form: what is no answer is called so, with what was expected.
extension PlainProgram {
  private static let yes = ["j", "ja", "y", "yes"]
  private static let no = ["", "n", "nee", "no", "q"]

  /// Yes; or no, also where it stays empty or there are no more lines.
  mutating func hearYes() -> Bool {
    while let line = hear()?.lowercased() {
      if Self.yes.contains(line) { return true }
      if Self.no.contains(line) { return false }
      sayWrong(line, Phrase("ja of leeg", "yes or empty"))
    }
    return false
  }

  /// One of these answers; nil when there are no more lines.
  mutating func hear(oneOf answers: [String], _ expected: Phrase) -> String? {
    while let line = hear()?.lowercased() {
      let meant = Self.yes.contains(line) && answers.contains("j") ? "j" : line
      if answers.contains(meant) { return meant }
      sayWrong(line, expected)
    }
    return nil
  }

  func sayWrong(_ typed: String, _ expected: Phrase) {
    say(
      Phrase("\"\(typed)\" is hier geen antwoord; verwacht ", "\"\(typed)\" is no answer here; expected ") + expected
        + Phrase(same: "."))
  }
}
