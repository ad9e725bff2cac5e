import Journey

/// The smallest parts of a typed filter: parentheses, `of`, `niet`, and terms.
struct FilterToken {
  enum Kind { case open, close, or, not, term }
  var kind: Kind
  var range: Range<String.Index>

  /// - Throws: where a quotation mark has no other.
  static func split(_ text: String, today: Day) throws(FilterMistake) -> [FilterToken] {
    var tokens: [FilterToken] = []
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      let sign: Kind? =
        switch text[index] {
        case "(": .open
        case ")": .close
        case "|": .or
        case "-", "!": .not
        default: nil
        }
      if text[index].isWhitespace {
        index = next
      } else if let sign {
        tokens.append(FilterToken(kind: sign, range: index..<next))
        index = next
      } else {
        let end = try endOfTerm(text, from: index)
        let kind: Kind =
          switch text[index..<end].lowercased() {
          case "of", "or": .or
          case "niet", "not": .not
          default: .term
          }
        tokens.append(FilterToken(kind: kind, range: index..<end))
        index = end
      }
    }
    return joined(tokens, text, today)
  }

  /// `en` between terms says what stands there already.
  private static func joined(_ tokens: [FilterToken], _ text: String, _ today: Day) -> [FilterToken] {
    var all: [FilterToken] = []
    var index = 0
    while index < tokens.count {
      var token = tokens[index]
      if index > 0, index < tokens.count - 1, FilterWords.and.contains(text[token.range].lowercased()) {
        index += 1
        continue
      }
      index = last(of: index, in: tokens, text, today)
      token.range = token.range.lowerBound..<tokens[index].range.upperBound
      all.append(token)
      index += 1
    }
    return all
  }

  /// No day has more words after its first: `eind van de volgende maand`.
  private static let mostWords = 4

  /// The last of what is one term with this token: `>14 dagen`, `termijn:<eind november`, `gemeente:venlo, soest`.
  private static func last(of index: Int, in tokens: [FilterToken], _ text: String, _ today: Day) -> Int {
    let start = tokens[index].range.lowerBound
    var last = index
    func written(upTo end: Int) -> WrittenTerm { WrittenTerm(text[start..<tokens[end].range.upperBound]) }
    while last + 1 < tokens.count, tokens[index].kind == .term, !written(upTo: last).sign.isEmpty {
      let next = text[tokens[last + 1].range]
      let isWord = tokens[last + 1].kind == .term && !next.contains { ":<>=\"".contains($0) }
      if isWord, text[tokens[last].range].last == "," {
        last += 1
        continue
      }
      if isWord, text[tokens[last].range].last?.isNumber == true, DayText.units.contains(next.lowercased()) {
        last += 1
        continue
      }
      guard FilterTerm(named: written(upTo: last).name)?.isOfDays == true else { break }
      let ends = (last + 1)...min(last + mostWords, tokens.count - 1)
      guard
        let end = ends.last(where: { written(upTo: $0).values.last.map { FilterReader.isDay($0.text, today) } == true }
        ),
        tokens[(last + 1)...end].allSatisfy({ [.term, .or].contains($0.kind) })
      else { break }
      last = end
    }
    return last
  }

  private static func endOfTerm(_ text: String, from start: String.Index) throws(FilterMistake) -> String.Index {
    var index = start
    var quote: String.Index?
    while index < text.endIndex {
      let letter = text[index]
      if letter == "\"" { quote = quote == nil ? index : nil }
      if quote == nil, letter.isWhitespace || "()|".contains(letter) { break }
      index = text.index(after: index)
    }
    if let quote {
      throw FilterMistake(
        range: quote..<text.endIndex,
        phrase: Phrase("Dit aanhalingsteken heeft geen sluitend \".", "This quotation mark has no closing \"."))
    }
    return index
  }
}

/// A term as it was written: `name`, `:` or `>=` and so on, and values with commas between them. A bare word has no sign.
struct WrittenTerm {
  struct Value {
    /// Without quotation marks.
    var text: String
    var range: Range<String.Index>
  }
  var range: Range<String.Index>
  var name: String
  var nameRange: Range<String.Index>
  /// `=`, `<`, `<=`, `>`, `>=`; empty for a bare word; what was written when it is none of them.
  var sign: String
  var values: [Value]

  init(_ text: Substring) {
    range = text.startIndex..<text.endIndex
    func bare(_ part: Substring) -> String { String(part.filter { $0 != "\"" }) }
    let at =
      text.first == "\"" ? nil : text.firstIndex { ":<>=\"".contains($0) }.flatMap { text[$0] == "\"" ? nil : $0 }
    guard let at else {
      (name, nameRange, sign, values) = (bare(text), range, "", [])
      return
    }
    name = text[..<at].lowercased()
    nameRange = text.startIndex..<at
    let written = text[at...].prefix { ":<>=".contains($0) }
    sign =
      switch written.drop(while: { $0 == ":" }) {
      case "", "=", "==": "="
      case "=<": "<="
      case "=>": ">="
      case let other: String(other)
      }
    values = []
    var (start, quoted) = (written.endIndex, false)
    for index in text[start...].indices + [text.endIndex] {
      if index < text.endIndex {
        if text[index] == "\"" { quoted.toggle() }
        guard text[index] == ",", !quoted else { continue }
      }
      let piece = bare(text[start..<index]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !piece.isEmpty { values.append(Value(text: piece, range: start..<index)) }
      if index < text.endIndex { start = text.index(after: index) }
    }
  }
}
