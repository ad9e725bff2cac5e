import Journey

extension Query {
  /// What somebody perhaps meant by words that a filter only searches for: `te laat` for the term `te-laat`, the `zoeken`
  /// of `fase:woning zoeken`. The filter itself is right, and says what it says.
  public static func hint(
    in filter: String, today: Day, rules: Rulebook = .builtIn, user: String = ""
  ) -> FilterMistake? {
    guard let tokens = try? FilterToken.split(filter, today: today) else { return nil }
    let meant = MeantTerms(text: filter, tokens: tokens, reader: FilterReader(rules: rules, today: today, user: user))
    for index in tokens.indices {
      if let hint = meant.value(at: index) ?? meant.term(at: index) ?? meant.slip(at: index) ?? meant.named(at: index) {
        return hint
      }
    }
    return nil
  }
}

/// Tokens beside each other that would be one term.
struct MeantTerms {
  let text: String
  let tokens: [FilterToken]
  let reader: FilterReader

  /// No name of a place or stage has more words after its first.
  static let mostWords = 5

  /// `te laat`, `geen knelpunt`: the name of a term but for its hyphen.
  func term(at index: Int) -> FilterMistake? {
    guard isBeside(index), text[tokens[index + 1].range].first != "\"" else { return nil }
    let written = WrittenTerm(text[tokens[index + 1].range])
    let name = text[tokens[index].range].lowercased() + "-" + written.name.lowercased()
    guard let term = FilterTerm(named: name), written.sign.isEmpty || !term.takesValue else { return nil }
    let range = tokens[index].range.lowerBound..<tokens[index + 1].range.upperBound
    let correction = term.standsAlone ? name : name + ":"
    return Self.hint(range, searched: String(text[range]), meant: correction, correction: correction)
  }

  /// `te_laat`, `overdeu`: the name of a term that stands alone but for a slip of the hand.
  func slip(at index: Int) -> FilterMistake? {
    let range = tokens[index].range
    let word = text[range].lowercased()
    guard tokens[index].kind == .term, word.count > 5, word.allSatisfy({ $0.isLetter || "_-".contains($0) }),
      FilterTerm(named: word) == nil, !FilterReader.isFlag(word)
    else { return nil }
    let names = FilterTerm.allCases.filter(\.standsAlone).flatMap { $0.names.nl + $0.names.en } + FilterReader.flags
    guard let name = Nearest.word(word, among: names), name.count > 5, name.first == word.first else { return nil }
    return Self.hint(range, searched: String(text[range]), meant: name, correction: name)
  }

  /// `nazorg`, `rolstoel`, `syrië`: a text is not looked for among stages, needs and origins.
  func named(at index: Int) -> FilterMistake? {
    let range = tokens[index].range
    let key = Folding.key(String(text[range]))
    guard tokens[index].kind == .term, key.count > 4, text[range].allSatisfy(\.isLetter) else { return nil }
    func isCalled(_ name: Phrase) -> Bool { [name.nl, name.en].contains { Folding.key($0) == key } }
    let term: FilterTerm? =
      if Stage.allCases.contains(where: { isCalled($0.name) }) {
        .stage
      } else if Feature.allCases.contains(where: { isCalled($0.name) }) {
        .need
      } else if Reference.origins.contains(where: { isCalled(Reference.originName(nationality: $0.nationalityCode)) }) {
        .origin
      } else {
        nil
      }
    guard let term else { return nil }
    let (nl, en) = ("\(term.names.nl[0]):\(text[range])", "\(term.names.en[0]):\(text[range])")
    return FilterMistake(
      range: range,
      phrase: Phrase(
        "'\(text[range])' wordt als tekst gezocht. Bedoelt u \(nl)?",
        "'\(text[range])' is searched for as text. Do you mean \(en)?"), correction: nl)
  }

  /// `gemeente:"venlo, soest"`: values in one pair of quotation marks that are values each.
  func apart(at index: Int) -> FilterMistake? {
    let range = tokens[index].range
    guard let quoted = WrittenTerm(text[range]).values.first(where: { $0.text.contains(",") }) else { return nil }
    let parts = quoted.text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    let values = parts.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: ",")
    let (before, after) = (
      text[range.lowerBound..<quoted.range.lowerBound], text[quoted.range.upperBound..<range.upperBound]
    )
    let together = "\(before)\(values)\(after)"
    var trial = reader
    guard (try? trial.read(WrittenTerm(together[...]))) != nil else { return nil }
    return FilterMistake(
      range: quoted.range,
      phrase: Phrase(
        "De komma hoort buiten de aanhalingstekens: \(together).",
        "The comma goes outside the quotation marks: \(together)."), correction: values)
  }

  /// `in fase:>30d`: what is wrong alone, and is a term with the word before it.
  func termWithValue(at index: Int) -> FilterMistake? {
    guard index > 0, isBeside(index - 1) else { return nil }
    let range = tokens[index - 1].range.lowerBound..<tokens[index].range.upperBound
    let together = "\(text[tokens[index - 1].range])-\(text[tokens[index].range])"
    let written = WrittenTerm(together[...])
    var trial = reader
    guard FilterTerm(named: written.name.lowercased()) != nil, (try? trial.read(written)) != nil else { return nil }
    return FilterMistake(
      range: range,
      phrase: Phrase(
        "Met een streepje is dit één term: \(together).", "With a hyphen this is one term: \(together)."),
      correction: together)
  }

  /// `behoefte:begane grond`: words after a value that make the name of one with it.
  func value(at index: Int) -> FilterMistake? {
    let token = tokens[index]
    guard token.kind == .term, text[token.range].last != "\"",
      let from = WrittenTerm(text[token.range]).values.last?.range.lowerBound
    else { return nil }
    return quoted(after: index, from: from, where: Self.isOfNames).map { last, words, together in
      let searched = text[tokens[index + 1].range.lowerBound..<tokens[last].range.upperBound]
      return Self.hint(
        from..<tokens[last].range.upperBound, searched: String(searched), meant: together, correction: "\"\(words)\"")
    }
  }

  /// `gemeente:den haag`: words that are no value one by one and are together.
  func inQuotes(_ index: Int, _ mistake: FilterMistake) -> FilterMistake? {
    let (token, from) = (tokens[index], mistake.range.lowerBound)
    guard from > token.range.lowerBound, mistake.range.upperBound == token.range.upperBound, text[from] != "\""
    else { return nil }
    return quoted(after: index, from: from) { _ in true }.map { last, words, together in
      FilterMistake(
        range: from..<tokens[last].range.upperBound,
        phrase: Phrase(
          "Woorden die samen één waarde zijn krijgen aanhalingstekens: \(together).",
          "Words that are one value together take quotation marks: \(together)."), correction: "\"\(words)\"")
    }
  }

  /// The most words behind a token that can be read as one value with what stands in it from a letter on.
  private func quoted(
    after index: Int, from: String.Index, where fits: (Filter) -> Bool
  ) -> (last: Int, words: String, together: String)? {
    var last = index
    while last < index + Self.mostWords, isBeside(last), isWord(tokens[last + 1]) { last += 1 }
    while last > index {
      let typed = text[from..<tokens[last].range.upperBound]
      let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let together = "\(text[tokens[index].range.lowerBound..<from])\"\(words)\""
      var trial = reader
      if let filter = try? trial.read(WrittenTerm(together[...])), fits(filter) { return (last, words, together) }
      last -= 1
    }
    return nil
  }

  /// A word with another after it and nothing but blanks between them.
  private func isBeside(_ index: Int) -> Bool {
    // `niet` begins a term too: `niet-gebeld`.
    guard index + 1 < tokens.count, [.term, .not].contains(tokens[index].kind), tokens[index + 1].kind == .term else {
      return false
    }
    return text[tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound].allSatisfy(\.isWhitespace)
  }

  private func isWord(_ token: FilterToken) -> Bool { !text[token.range].contains { ":<>=\"".contains($0) } }

  /// Of what has a name in the rulebook or the registers; any words may be a part of the name of somebody.
  private static func isOfNames(_ filter: Filter) -> Bool {
    switch filter {
    case .stages, .municipalities, .parties, .blocker, .needs, .origins: true
    case .any(let parts): parts.allSatisfy(isOfNames)
    default: false
    }
  }

  private static func hint(
    _ range: Range<String.Index>, searched: String, meant: String, correction: String
  ) -> FilterMistake {
    FilterMistake(
      range: range,
      phrase: Phrase(
        "'\(searched)' wordt als tekst gezocht. Bedoelt u \(meant)?",
        "'\(searched)' is searched for as text. Do you mean \(meant)?"), correction: correction)
  }
}
