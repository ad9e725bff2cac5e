import Journey

/// A part of a filter that says nothing, and what was expected in its place.
public struct FilterMistake: Error, Hashable, Sendable {
  /// The wrong letters in the text that was given; empty where something is missing.
  public let range: Range<String.Index>
  public let phrase: Phrase
  /// What belongs in the place of the wrong letters, where that is known.
  public let correction: String?

  init(range: Range<String.Index>, phrase: Phrase, correction: String? = nil) {
    (self.range, self.phrase, self.correction) = (range, phrase, correction)
  }

  /// - Parameters:
  ///   - meant: what the value looks like.
  ///   - choices: what may stand there.
  static func value(
    _ value: WrittenTerm.Value, is what: Phrase, choices: Phrase, meant: String? = nil
  ) -> FilterMistake {
    let suggestion = meant.map { Phrase(" Bedoelt u \($0)?", " Do you mean \($0)?") } ?? Phrase(same: "")
    return FilterMistake(
      range: value.range,
      phrase: Phrase("'\(value.text)' is geen \(what.nl).", "'\(value.text)' is no \(what.en).") + suggestion
        + (choices.nl.isEmpty ? Phrase(same: "") : Phrase(" Wel: \(choices.nl).", " Choose: \(choices.en).")),
      correction: meant.map(written))
  }

  /// The same where what may stand there has a name in each language: what is said is in one of them.
  static func value(
    _ value: WrittenTerm.Value, is what: Phrase, names: [(code: String, name: Phrase)], first: [String] = []
  ) -> FilterMistake {
    let word = Nearest.word(value.text, among: names.flatMap { [$0.name.nl, $0.name.en, $0.code] })
    guard let meant = names.first(where: { [$0.name.nl, $0.name.en, $0.code].contains(word) })?.name else {
      func list(_ name: KeyPath<Phrase, String>) -> String {
        (first + names.map { $0.name[keyPath: name] }).joined(separator: ", ")
      }
      return .value(value, is: what, choices: Phrase(list(\.nl), list(\.en)))
    }
    return FilterMistake(
      range: value.range,
      phrase: Phrase("'\(value.text)' is geen \(what.nl).", "'\(value.text)' is no \(what.en).")
        + Phrase(" Bedoelt u \(meant.nl)?", " Do you mean \(meant.en)?"),
      correction: written(word == meant.en ? meant.en : meant.nl))
  }

  /// As it has to be written: a blank or a comma takes quotation marks.
  private static func written(_ word: String) -> String {
    word.contains { $0.isWhitespace || ",()|".contains($0) } ? "\"\(word)\"" : word
  }

  static func name(_ term: WrittenTerm) -> FilterMistake {
    let terms = FilterTerm.allCases.filter(\.takesValue)
    let meant = Nearest.word(term.name, among: terms.flatMap { $0.names.nl + $0.names.en })
    let suggestion = meant.map { Phrase(" Bedoelt u \($0)?", " Do you mean \($0)?") } ?? Phrase(same: "")
    func list(_ language: Language) -> String { terms.map { $0.name(language) }.joined(separator: ", ") }
    return FilterMistake(
      range: term.nameRange,
      phrase: Phrase("'\(term.name)' is geen filter.", "'\(term.name)' is no filter.") + suggestion
        + Phrase(" Wel: \(list(.nl)).", " Choose: \(list(.en))."), correction: meant)
  }

  static func form(_ term: WrittenTerm, _ example: Phrase) -> FilterMistake {
    FilterMistake(
      range: term.range, phrase: Phrase("Schrijf bijvoorbeeld ", "Write for example ") + example + Phrase(same: "."))
  }
}
