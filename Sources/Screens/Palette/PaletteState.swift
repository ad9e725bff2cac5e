import Journey
import Terminal

/// Every screen and every action by name, found by a few of its letters.
struct PaletteState: Sendable {
  var line = TextLine()
  var index = 0
  let entries: [Binding]
  let kind: Kind

  enum Kind: Sendable {
    case all
    /// Only the acts of the dossier, with the reasons why not.
    case acts
    case municipalities
  }

  func found(_ language: Language) -> [Binding] {
    let typed = Array(Folding.key(line.text))
    if typed.isEmpty { return entries }
    let scored = entries.enumerated().compactMap { index, entry -> (Int, Int, Binding)? in
      let score = [entry.name.nl, entry.name.en].compactMap { Fuzzy.score(typed, in: Array(Folding.key($0))) }.max()
      return score.map { (-$0, index, entry) }
    }
    let found = scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    return kind == .all ? found + [goTo] : found
  }
}

extension PaletteState {
  /// What is typed may also be a household: always the last choice.
  fileprivate var goTo: Binding {
    Binding(
      verb: .goTo(line.text), keys: [], name: Phrase("ga naar dossier", "go to dossier"),
      help: Phrase(same: line.text), group: Words.dossiers)
  }
}

/// How well a few letters fit a name: in order, better together and at the beginning of words.
enum Fuzzy {
  static func score(_ typed: [Character], in name: [Character]) -> Int? {
    var score = 0
    var at = 0
    var last = -2
    for letter in typed where letter != " " {
      guard let found = best(letter, name, from: at, last: last) else { return nil }
      score += found == last + 1 ? 5 : found == 0 || name[found - 1] == " " ? 4 : 1
      last = found
      at = found + 1
    }
    return score * 8 - name.count
  }

  /// The next place of the letter; one that begins a word only when the letter right here does not fit.
  private static func best(_ letter: Character, _ name: [Character], from start: Int, last: Int) -> Int? {
    guard start <= name.count else { return nil }
    if start < name.count, last + 1 == start, name[start] == letter { return start }
    let places = name[start...].indices.filter { name[$0] == letter }
    return places.first { $0 == 0 || name[$0 - 1] == " " } ?? places.first
  }
}

/// The help of a screen: its table of actions, grouped, found by typing.
struct HelpState: Sendable {
  var line = TextLine()
  var top = 0
  let entries: [Binding]

  struct Row: Sendable {
    var heading: String?
    var binding: Binding?
  }

  func rows(_ language: Language) -> [Row] {
    let typed = Folding.key(line.text)
    let found = entries.filter {
      typed.isEmpty || Folding.key($0.name[language]).contains(typed) || Folding.key($0.help[language]).contains(typed)
        || $0.keyText == line.text
    }
    var groups: [Phrase] = []
    for entry in found where !groups.contains(entry.group) { groups.append(entry.group) }
    return groups.flatMap { group in
      [Row(heading: group[language])] + found.filter { $0.group == group }.map { Row(binding: $0) }
    }
  }
}

/// Lines of text in a frame: an explanation, the details of an event.
struct TextState: Sendable {
  var title: String
  /// A label left, and what it says.
  var lines: [(label: String, text: String)]
  var top = 0
}

/// Two versions that do not go together, and what was typed in between.
struct ConflictState: Sendable {
  var why: Refusal
  /// What others recorded meanwhile.
  var news: [String]
  /// What was typed here.
  var typed: [(label: String, text: String)]
}
