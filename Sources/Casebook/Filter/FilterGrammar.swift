import Journey

extension Query {
  /// Reads a typed filter: `fase:zoeken (gemeente:Utrecht of provincie:Zeeland) niet te-laat yilmaz`, or the same in English.
  ///
  /// Terms beside each other must all hold, `of` between them: either; `of` binds less. What is no term is searched for.
  /// - Parameter user: the account that `ik` stands for.
  public static func parse(
    _ filter: String, today: Day, rules: Rulebook = .builtIn, user: String = ""
  ) -> Result<Query, FilterMistake> {
    do {
      var grammar = FilterGrammar(
        text: filter, tokens: try FilterToken.split(filter, today: today),
        reader: FilterReader(rules: rules, today: today, user: user))
      return .success(try grammar.query())
    } catch {
      return .failure(error)
    }
  }
}

/// How the parts of a filter stand together.
struct FilterGrammar {
  let text: String
  let tokens: [FilterToken]
  var reader: FilterReader
  private var at = 0

  /// A person types a dozen; more than this is no filter, and SQLite's nesting has an end.
  private static let most = 200
  private static let deepest = 40

  init(text: String, tokens: [FilterToken], reader: FilterReader) {
    (self.text, self.tokens, self.reader) = (text, tokens, reader)
  }

  mutating func query() throws(FilterMistake) -> Query {
    if tokens.count > Self.most {
      throw FilterMistake(
        range: tokens[Self.most].range.lowerBound..<text.endIndex,
        phrase: Phrase("Een filter heeft ten hoogste \(Self.most) delen.", "A filter has at most \(Self.most) parts."))
    }
    guard !tokens.isEmpty else { return Query() }
    let condition = try alternatives(depth: 0)
    if let left = current {
      throw FilterMistake(
        range: left.range, phrase: Phrase("Er staat geen ( bij deze ).", "There is no ( to this )."))
    }
    return Query(condition ?? .everything, sort: reader.sort, open: reader.open)
  }

  private var current: FilterToken? { at < tokens.count ? tokens[at] : nil }

  /// nil: nothing but an order.
  private mutating func alternatives(depth: Int) throws(FilterMistake) -> Filter? {
    var parts: [Filter] = []
    let first = try conjunction(depth: depth)
    guard current?.kind == .or else { return first }
    if let first { parts.append(first) }
    while let or = current, or.kind == .or {
      guard parts.count > 0 else { throw incomplete(or) }
      at += 1
      guard let next = try conjunction(depth: depth) else { throw incomplete(or) }
      parts.append(next)
    }
    return .either(parts)
  }

  private func incomplete(_ or: FilterToken) -> FilterMistake {
    FilterMistake(
      range: or.range,
      phrase: Phrase(
        "Aan beide kanten van '\(text[or.range])' hoort een term; zoekt u het woord, zet het tussen aanhalingstekens.",
        "Either side of '\(text[or.range])' takes a term; to search for the word, put it in quotation marks."))
  }

  private mutating func conjunction(depth: Int) throws(FilterMistake) -> Filter? {
    var parts: [Filter] = []
    while let token = current, token.kind != .or, token.kind != .close {
      if let part = try factor(depth: depth) { parts.append(part) }
    }
    return parts.isEmpty ? nil : .every(parts)
  }

  private mutating func factor(depth: Int) throws(FilterMistake) -> Filter? {
    let token = tokens[at]
    at += 1
    guard depth < Self.deepest else {
      throw FilterMistake(
        range: token.range,
        phrase: Phrase("Ten hoogste \(Self.deepest) diep.", "At most \(Self.deepest) deep."))
    }
    switch token.kind {
    case .not:
      guard let next = current, next.kind != .or, next.kind != .close, let part = try factor(depth: depth + 1) else {
        throw FilterMistake(
          range: token.range,
          phrase: Phrase("Na '\(text[token.range])' hoort een term.", "'\(text[token.range])' takes a term after it."))
      }
      if case .not(let inner) = part { return inner }
      return .not(part)
    case .open:
      let inner = try alternatives(depth: depth + 1)
      guard current?.kind == .close else {
        throw FilterMistake(
          range: token.range, phrase: Phrase("Deze ( heeft geen sluitende ).", "This ( has no closing )."))
      }
      at += 1
      guard let inner else {
        throw FilterMistake(
          range: token.range.lowerBound..<tokens[at - 1].range.upperBound,
          phrase: Phrase("Tussen haakjes hoort een term.", "Parentheses take a term between them."))
      }
      return inner
    case .term:
      do throws(FilterMistake) {
        return try reader.read(WrittenTerm(text[token.range]))
      } catch {
        let meant = MeantTerms(text: text, tokens: tokens, reader: reader)
        throw meant.inQuotes(at - 1, error) ?? meant.termWithValue(at: at - 1) ?? meant.apart(at: at - 1) ?? error
      }
    // Those who call leave these to others.
    case .close, .or: return nil
    }
  }
}
