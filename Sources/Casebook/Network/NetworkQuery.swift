import Journey

/// Which people of the network a list shows, and in which order.
public struct NetworkQuery: Hashable, Sendable {
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// Whose turn was quiet the longest first.
    case silence
    /// Who has the most open turns first.
    case turns
    /// Who takes longest to answer first, who never did last.
    case answers
    /// Who kept the fewest of their agreements first, last who has none that is over. Of whoever has some, one that is open
    /// still counts as not kept yet: no order that is stored can know the day it is read on.
    case kept
    case name
  }

  public var area: Area
  public var filter: NetworkFilter
  public var order: Order

  public init(_ area: Area = .country, _ filter: NetworkFilter = NetworkFilter(), order: Order = .silence) {
    (self.area, self.filter, self.order) = (area, filter, order)
  }
}

/// What must hold of a person to be in the list: words of name, organisation, function, mail or phone, and a few terms.
public struct NetworkFilter: Hashable, Sendable {
  /// What must hold.
  public var wanted = Terms()
  /// Each of what must not.
  public var unwanted = Terms()

  public struct Terms: Hashable, Sendable {
    /// Folded; every one must be found.
    public var words: [String] = []
    /// Empty: any.
    public var parties: Set<PartyID> = []
    /// CBS codes, empty text: not linked. They have households there, or work there. Empty: anywhere.
    public var towns: Set<String> = []
    public var marks: Set<Mark> = []
    /// A turn is quiet for more days than each of these.
    public var quietOver: [Int] = []
    public init() {}
  }

  public enum Mark: String, Hashable, Sendable, CaseIterable {
    /// A turn is quiet beyond the limit.
    case silent
    /// Has an open turn.
    case turn
    case away, gone
    /// In no list of the network.
    case unlisted
    /// A party without anybody's name.
    case unnamed
    /// A household has them for one purpose alone.
    case drawnIn

    public var name: Phrase {
      switch self {
      case .silent: Phrase("stil", "silent")
      case .turn: Phrase("aan-zet", "to-act")
      case .away: Phrase("afwezig", "absent")
      case .gone: Phrase("vertrokken", "left")
      case .unlisted: Phrase("onbekend", "unlisted")
      case .unnamed: Phrase("naamloos", "unnamed")
      case .drawnIn: Phrase("betrokken", "drawn-in")
      }
    }

    /// All words for it: whatever else people type, as the list has it.
    var words: [String] { [name.nl, name.en] + (self == .unnamed ? ["niemand", "nobody"] : []) }
  }

  public init() {}

  /// What is wrong with a filter, and where: letters from the beginning.
  public struct Mistake: Error, Hashable, Sendable {
    public let range: Range<Int>
    public let phrase: Phrase
  }

  /// Reads `de wit partij:corporatie stil`, and `niet` or `-` before what must not hold; in either language.
  public static func parse(_ text: String, _ rules: Rulebook) -> Result<NetworkFilter, Mistake> {
    var filter = NetworkFilter()
    var (at, isNot) = (0, false)
    for written in pieces(text) {
      let range = at..<at + written.count
      at += written.count + 1
      if written.isEmpty { continue }
      if ["niet", "not"].contains(written.lowercased()) {
        isNot = true
        continue
      }
      let hasSign = written.count > 1 && (written.hasPrefix("-") || written.hasPrefix("!"))
      let terms: WritableKeyPath<NetworkFilter, Terms> = isNot || hasSign ? \.unwanted : \.wanted
      isNot = false
      let piece = hasSign ? written.dropFirst() : written
      let word = piece.lowercased()
      if let mark = Mark.allCases.first(where: { $0.words.contains(word) }) {
        filter[keyPath: terms].marks.insert(mark)
        continue
      }
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else {
        for word in Folding.key(String(piece)).split(separator: " ") {
          // An initial alone is in everybody: with the name behind it, it is somebody.
          if let last = filter[keyPath: terms].words.last, last.split(separator: " ").allSatisfy({ $0.count == 1 }) {
            filter[keyPath: terms].words[filter[keyPath: terms].words.count - 1] = last + " " + word
          } else {
            filter[keyPath: terms].words.append(String(word))
          }
        }
        continue
      }
      if Mark.silent.words.contains(parts[0]) {
        guard let days = Self.days(over: parts[1]) else { return .failure(Mistake(range: range, phrase: expectedDays)) }
        filter[keyPath: terms].quietOver.append(days)
        continue
      }
      if ["gemeente", "municipality"].contains(parts[0]) {
        switch towns(piece, rules) {
        case .success(let towns): filter[keyPath: terms].towns.formUnion(towns)
        case .failure(let wrong): return .failure(Mistake(range: range, phrase: wrong.phrase))
        }
        continue
      }
      guard ["partij", "party"].contains(parts[0]) else { return .failure(Mistake(range: range, phrase: expected)) }
      for name in parts[1].split(separator: ",") {
        guard let party = rules.party(named: String(name)) else {
          func known(_ l: Language) -> String {
            rules.parties.filter { $0.id != .household }.map(\.name[l]).joined(separator: ", ")
          }
          return .failure(
            Mistake(
              range: range,
              phrase: Phrase(
                "\"\(name)\" is geen partij; verwacht \(known(.nl)).",
                "\"\(name)\" is no party; expected \(known(.en)).")
            ))
        }
        filter[keyPath: terms].parties.insert(party)
      }
    }
    return .success(filter)
  }

  /// `>14d`, `>=2w`: more days than so many.
  private static func days(over text: String) -> Int? {
    guard text.hasPrefix(">") else { return nil }
    let isFrom = text.hasPrefix(">=")
    let typed = text.dropFirst(isFrom ? 2 : 1)
    let number = typed.prefix(while: \.isNumber)
    let word = typed.dropFirst(number.count).lowercased()
    guard word.isEmpty || DayText.units.contains(word),
      let length = TermRule.Length(number + String(word.first ?? "d"))
    else { return nil }
    switch length.unit {
    case .days: return length.count - (isFrom ? 1 : 0)
    case .weeks: return 7 * length.count - (isFrom ? 1 : 0)
    case .months, .workingDays: return nil
    }
  }

  /// Split at blanks, but for those between quotation marks.
  private static func pieces(_ text: String) -> [Substring] {
    var isQuoted = false
    return text.split(omittingEmptySubsequences: false) { letter in
      if letter == "\"" { isQuoted.toggle() }
      return letter == " " && !isQuoted
    }
  }

  /// As a filter of dossiers reads them: `utrecht,amersfoort`, `"den haag"`, `geen`.
  private static func towns(_ piece: Substring, _ rules: Rulebook) -> Result<Set<String>, FilterMistake> {
    let written = WrittenTerm(piece)
    let reader = FilterReader(rules: rules, today: Day(number: 0), user: "")
    do throws(FilterMistake) {
      guard !written.values.isEmpty else { throw FilterMistake.form(written, FilterTerm.municipality.example) }
      var towns: Set<String> = []
      for value in written.values { towns.insert(try reader.municipality(value)) }
      return .success(towns)
    } catch {
      return .failure(error)
    }
  }

  private static let expectedDays = Phrase(
    "Verwacht stil, stil:>14d of stil:>2w.", "Expected silent, silent:>14d or silent:>2w.")

  private static let expected: Phrase = {
    func list(_ language: Language) -> String { Mark.allCases.map { $0.name[language] }.joined(separator: ", ") }
    return Phrase(
      "Verwacht partij:corporatie, gemeente:utrecht, \(list(.nl)), of woorden.",
      "Expected party:corporation, municipality:utrecht, \(list(.en)), or words.")
  }()
}

extension Rulebook {
  /// By its id or by the beginning of its name in either language.
  public func party(named text: String) -> PartyID? {
    let key = Folding.key(text)
    if let exact = parties.first(where: { $0.id.rawValue == key }) { return exact.id }
    guard !key.isEmpty else { return nil }
    return parties.first { Folding.key($0.name.nl).hasPrefix(key) || Folding.key($0.name.en).hasPrefix(key) }?.id
  }
}
