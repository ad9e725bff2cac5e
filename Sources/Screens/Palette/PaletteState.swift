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
    case areas
    case views
    /// Views to take away.
    case removal
    /// Drafts to go on with, and to throw away.
    case drafts, discard
    /// Numbers of the task, to open one.
    case numbers
    case scenarios
    /// Households behind a number.
    case households
    case organisations
    /// People and breaks along a connection from country to town.
    case connection
  }

  /// Households that fit what is typed, as last found.
  var households: [Binding] = []
  /// What can be done on other screens, with why not here: found by its name or another word for it.
  var elsewhere: [Binding] = []
  /// How often each was chosen before.
  var uses: [String: Int] = [:]

  /// What is looked for: `haddad` of `ga naar dossier haddad`, `gemeente zeist` of `wissel gemeente zeist`.
  var wanted: String {
    let text = line.text.trimmed
    let lead = kind == .all ? Self.leads.first { text.lowercased().hasPrefix($0 + " ") } : nil
    return lead.map { text.dropFirst($0.count).trimmed } ?? text
  }

  /// The longer before what it begins with.
  private static let leads = [
    "ga naar dossier", "ga naar", "go to dossier", "go to", "wissel gebied", "wissel", "change area", "change",
  ]

  /// By what is typed; of equal fit, and with nothing typed, the most used first.
  func found(_ language: Language) -> [Binding] {
    let typed = Array(Folding.key(wanted))
    func used(_ entry: Binding) -> Int { entry.verb.counted.flatMap { uses[$0] } ?? 0 }
    if typed.isEmpty {
      let areas = kind == .all && !uses.isEmpty ? Self.areas.map(\.entry).filter { used($0) > 0 } : []
      let ranked = (entries + areas).enumerated().map { (-used($0.element), $0.offset, $0.element) }
      return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
    let all = entries.map(Named.init) + (kind == .all ? Self.areas : [])
    let scored = all.enumerated().compactMap { index, named -> (Int, Int, Int, Named)? in
      let (score, used) = (named.names.compactMap { Fuzzy.score(typed, in: $0) }.max(), used(named.entry))
      // As good as a letter more that fits, for what one does often.
      return score.map { (-$0 - min(used, 8), -used, index, named) }
    }
    let found = scored.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
    let codes = Synonyms.codes(of: String(typed))
    // Letters together are meant, and another word for it; scattered ones may be: households stand between.
    let meant = found.filter { $0.has(typed) }
    guard kind == .all || !codes.isEmpty else {
      let coded = coded(String(typed))
      let named = (meant + found.filter { !$0.has(typed) }).map(\.entry)
      return coded + named.filter { entry in !coded.contains { $0.verb == entry.verb } }
    }
    let words = String(typed).split(separator: " ").map { Array($0) }
    func isOther(_ named: Named) -> Bool {
      !named.has(typed) && (named.entry.verb.code.map(codes.contains) == true || named.has(all: words))
    }
    let others = all.filter(isOther)
    // Among everything scattered letters are no place, but where little else is like them.
    let perhaps = found.filter { !$0.has(typed) && !isOther($0) && !(kind == .all && $0.isPlace) }
    let likely = (meant + others).map(\.entry)
    guard kind == .all else { return likely + perhaps.map(\.entry) }
    let away = elsewhere.map(Named.init).filter { named in
      named.has(typed) && typed.count >= 3 || named.entry.verb.code.map(codes.contains) == true
    }
    let like = likely + away.map(\.entry) + households + perhaps.prefix(Self.most).map(\.entry)
    // A name that is typed at one go is looked for, also before anything of that name was found.
    return like + [goTo] + (like.count < Self.few ? places(scattered: typed) : [])
  }

  /// Municipalities that begin with the first letter and have the others somewhere, the likeliest first: `amrsfrt`.
  private func places(scattered typed: [Character]) -> [Binding] {
    guard typed.count >= 4 else { return [] }
    let scored = Self.areas.compactMap { named -> (score: Int, entry: Binding)? in
      guard case .area(.municipality(let code)) = named.entry.verb, !named.has(typed) else { return nil }
      let name = Array(Folding.key(Area.municipality(code).spokenName.nl))
      guard name.first == typed.first, let score = Fuzzy.score(typed, in: name) else { return nil }
      return (score, named.entry)
    }
    return scored.sorted { $0.score > $1.score }.prefix(Self.few).map(\.entry)
  }

  /// Areas by their code, as commands have it: all of it, or begun as no name begins.
  private func coded(_ typed: String) -> [Binding] {
    guard kind == .areas else { return [] }
    let isOfDigits = ["gm", "pv"].contains { typed.hasPrefix($0) } && typed.dropFirst(2).first?.isNumber == true
    let isBegun = isOfDigits || typed.hasPrefix("am ")
    func areas(where holds: (Area) -> Bool) -> [Binding] {
      entries.filter { if case .area(let area) = $0.verb { holds(area) } else { false } }
    }
    let begun = areas { area in
      let code = Folding.key(area.code)
      return code == typed || isBegun && code.hasPrefix(typed)
    }
    // Without its zeros a code is no beginning of it.
    return begun.isEmpty ? areas { $0 == Area(code: typed) } : begun
  }

  /// An entry with its names as they are compared.
  private struct Named {
    let entry: Binding
    let names: [[Character]]

    init(_ entry: Binding) {
      self.entry = entry
      // An area goes by the name it is said with too: `alle gemeenten`.
      let said: Phrase? =
        switch entry.verb {
        case .area(let area): area.spokenName
        // Somebody along a connection goes by where they are as well.
        case .network(.reach): entry.help
        default: nil
        }
      names = Set([entry.name.nl, entry.name.en, said?.nl, said?.en].compactMap(\.self)).map { Array(Folding.key($0)) }
    }

    func has(_ typed: [Character]) -> Bool { names.contains { $0.contains(typed) } }

    /// Several words, in any order.
    func has(all words: [[Character]]) -> Bool {
      words.count > 1 && names.contains { name in words.allSatisfy { name.contains($0) } }
    }

    var isPlace: Bool { if case .area = entry.verb { true } else { false } }
  }

  /// With fewer than this there is room for what is less like what is typed.
  private static let few = 6

  /// More than this nobody reads.
  private static let most = 40

  /// Looking at one area, by its name.
  private static let areas = Binding.areasAmongAll.map(Named.init)
}

extension PaletteState {

  /// What is typed may also be a household: the last choice, but for places that are only somewhat like it.
  fileprivate var goTo: Binding {
    Binding(
      verb: .goTo(wanted), keys: [], name: Phrase("ga naar dossier", "go to dossier"),
      help: Phrase(same: wanted), group: Words.dossiers)
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
