import Journey

/// What may come where the cursor is in a typed filter.
public struct FilterCompletions: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    /// What to put in the place of the range.
    public var text: String
    /// What it means, where the text does not say it; else empty.
    public var about: Phrase
    /// Other words that somebody may type for it.
    var also: [String] = []

    public init(_ text: String, about: Phrase = Phrase(same: "")) { (self.text, self.about) = (text, about) }

    init(_ text: String, also: [String]) {
      self.init(text)
      self.also = also
    }

    /// A word of it, or of what it means, starts with what is typed.
    func begins(_ typed: String) -> Bool {
      let key = Folding.key(typed)
      if key.isEmpty { return text.hasPrefix(typed) || typed.allSatisfy(\.isWhitespace) }
      return ([text, about.nl, about.en] + also).contains { (" " + Folding.key($0)).contains(" " + key) }
    }

    /// As it is shown: of its other words the one that starts with what is typed, where the text itself does not.
    func found(by typed: String) -> Choice {
      let own = Choice(text, about: about)
      if own.begins(typed) { return own }
      return also.first { Choice($0).begins(typed) }.map { Choice(text, about: Phrase(same: $0)) } ?? own
    }
  }

  /// Letters of the filter, counted as one sees them, that a choice takes the place of.
  public var range: Range<Int>
  /// The likeliest first.
  public var choices: [Choice]

  public init(range: Range<Int>, choices: [Choice] = []) { (self.range, self.choices) = (range, choices) }
}

extension Query {
  /// The continuations of what is typed up to the cursor: names of terms, or values of the term it is in. In the words of
  /// `language`; what is typed is understood in both.
  ///
  /// - Parameters:
  ///   - cursor: letters before it.
  ///   - names: what the casebook has of a kind that starts so (see ``Casebook/values(of:startingWith:limit:)``).
  public static func completions(
    of filter: String, cursor: Int, today: Day, rules: Rulebook = .builtIn, language: Language,
    names: @escaping (ListedValue, String) -> [String]
  ) -> FilterCompletions {
    let place = TypedPlace(Array(filter), cursor)
    guard let written = place.term else {
      return FilterCompletions(range: place.range, choices: place.isQuoted ? [] : termNames(place.typed, language))
    }
    guard let term = FilterTerm(named: written) else { return FilterCompletions(range: place.range) }
    let values = FilterValues(
      today: today, rules: rules, language: language, compares: place.compares, names: names)
    return FilterCompletions(range: place.range, choices: values.choices(term, place.typed))
  }

  /// The word that the cursor is in, of three letters and more, where it may yet become a term: it is no text to look for.
  public static func unfinishedTerm(in filter: String, cursor: Int) -> Range<Int>? {
    let letters = Array(filter)
    let place = TypedPlace(letters, cursor)
    guard place.term == nil, !place.isQuoted, place.range.count > 2 else { return nil }
    let word = String(letters[place.range]).lowercased()
    let next = place.range.upperBound < letters.count ? letters[place.range.upperBound] : " "
    if FilterTerm(named: word)?.standsAlone == true || FilterReader.isFlag(word) || ":<>=".contains(next) { return nil }
    let names = FilterTerm.allCases.flatMap { $0.names.nl + $0.names.en } + ["niet"]
    return names.contains { $0.hasPrefix(word) } ? place.range : nil
  }

  private static func termNames(_ typed: String, _ language: Language) -> [FilterCompletions.Choice] {
    let typed = typed.lowercased()
    func begins(_ names: [String]) -> Bool { names.contains { $0.hasPrefix(typed) } }
    let known = FilterTerm.allCases.filter { begins($0.names.nl + $0.names.en) }
    let own = known.filter { begins(language == .nl ? $0.names.nl : $0.names.en) }
    let terms = (own + known.filter { !own.contains($0) }).flatMap { term in
      let (name, example) = (term.name(language), term.example)
      return [
        term.standsAlone ? FilterCompletions.Choice(name) : nil,
        term.takesValue ? FilterCompletions.Choice(name + ":", about: example) : nil,
      ].compactMap(\.self)
    }
    let words = [
      (["niet", "not"], Phrase("niet", "not"), Phrase("niet wat volgt", "not what follows")),
      (["of", "or"], Phrase("of", "or"), Phrase("een van beide kanten", "either side")),
    ].filter { begins($0.0) }
    return words.reduce(into: terms) { all, word in
      let choice = FilterCompletions.Choice(word.1[language], about: word.2)
      // Before the terms that begin with it: `niet` before `niet-gebeld`.
      all.insert(choice, at: all.firstIndex { $0.text.hasPrefix(choice.text + "-") } ?? all.endIndex)
    }
  }
}

/// The part of a filter that the cursor is in.
struct TypedPlace {
  /// The name of the term whose value is typed; nil where a name is.
  var term: String?
  /// What is before the cursor, without quotation marks.
  var typed: String
  var range: Range<Int>
  /// There is a sign other than `:` or `=` already.
  var compares = false
  /// It is a text to be searched for.
  var isQuoted = false

  init(_ letters: [Character], _ cursor: Int) {
    let cursor = min(max(cursor, 0), letters.count)
    func ends(_ letter: Character) -> Bool { letter.isWhitespace || "()|".contains(letter) }
    var (start, quoted) = (0, false)
    for (index, letter) in letters[..<cursor].enumerated() {
      if letter == "\"" { quoted.toggle() }
      if !quoted, ends(letter) || index == start && "-!".contains(letter) { start = index + 1 }
    }
    var end = cursor
    var inside = quoted
    while end < letters.count, inside || !ends(letters[end]) {
      if letters[end] == "\"" { inside.toggle() }
      end += 1
    }
    let before = letters[start..<cursor]
    func bare(_ part: ArraySlice<Character>) -> String { String(part.filter { $0 != "\"" }) }
    guard before.first != "\"", let sign = before.firstIndex(where: { ":<>=".contains($0) }) else {
      isQuoted = before.first == "\""
      typed = bare(before)
      // The name is replaced with its colon.
      let name = letters[start..<end].firstIndex { ":<>=".contains($0) } ?? end
      range = start..<(name < end && letters[name] == ":" ? name + 1 : name)
      return
    }
    term = String(before[..<sign]).lowercased()
    var from = sign
    while from < cursor, ":<>=".contains(letters[from]) { from += 1 }
    compares = letters[sign..<from].contains { $0 == "<" || $0 == ">" }
    quoted = false
    for index in from..<cursor {
      if letters[index] == "\"" { quoted.toggle() }
      if letters[index] == ",", !quoted { from = index + 1 }
    }
    var to = cursor
    while to < end, quoted || letters[to] != "," {
      if letters[to] == "\"" { quoted.toggle() }
      to += 1
    }
    typed = bare(letters[from..<cursor])
    range = from..<to
  }
}
