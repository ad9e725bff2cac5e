import Journey
import Quota

/// A list about the task, read: what it comes to, or all that is wrong with it.
public struct QuotaReading: Sendable {
  public struct Remark: Hashable, Sendable {
    /// Physical line of the file; the first is 1.
    public let line: Int
    /// As the file names it; empty: the whole row.
    public let column: String
    public let words: Phrase

    public func text(_ language: Language) -> String {
      let place = Phrase("regel \(line)", "line \(line)")[language]
      let named = column.isEmpty ? "" : Phrase(", kolom \(column)", ", column \(column)")[language]
      return "\(place)\(named): \(words[language])"
    }
  }

  /// What to post; empty when there is a mistake: a list goes in whole or not at all.
  public internal(set) var bodies: [TaskEvent.Body] = []
  /// Rows that were read.
  public internal(set) var rows = 0
  public internal(set) var mistakes: [Remark] = []
  /// Read with a change, or what one should know: a former municipality, an incomplete country.
  public internal(set) var notes: [Remark] = []

  mutating func miss(_ line: Int, _ column: String, _ nl: String, _ en: String) {
    mistakes.append(Remark(line: line, column: column, words: Phrase(nl, en)))
  }
  mutating func note(_ line: Int, _ column: String, _ nl: String, _ en: String) {
    notes.append(Remark(line: line, column: column, words: Phrase(nl, en)))
  }
}
