import Journey

extension Query {
  /// That words of less than three letters were looked for at the beginning of names alone, for when nothing is found; nil
  /// where there are none.
  public var shortWords: Phrase? {
    let texts = filter.conjuncts.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let words = Words(texts.joined(separator: " "))
    let short = words.prefix.map { [$0] } ?? words.short
    guard !short.isEmpty else { return nil }
    let list = short.joined(separator: ", ")
    return Phrase(
      "Woorden van een of twee tekens zoekt Thuis alleen aan het begin van namen: \(list).",
      "Words of one or two characters are looked for at the beginning of names only: \(list).")
  }
}
