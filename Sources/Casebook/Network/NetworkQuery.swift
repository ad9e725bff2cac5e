import Journey

/// Which people of the network a list shows, and in which order.
public struct NetworkQuery: Hashable, Sendable {
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// Whose turn was quiet the longest first.
    case silence
    /// Who has the most open turns first.
    case turns
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
  /// Folded; every one must be found.
  public var words: [String] = []
  /// Empty: any.
  public var parties: Set<PartyID> = []
  public var marks: Set<Mark> = []

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

    public var name: Phrase {
      switch self {
      case .silent: Phrase("stil", "silent")
      case .turn: Phrase("aan-zet", "to-act")
      case .away: Phrase("afwezig", "absent")
      case .gone: Phrase("vertrokken", "left")
      case .unlisted: Phrase("onbekend", "unlisted")
      case .unnamed: Phrase("naamloos", "unnamed")
      }
    }
  }

  public init() {}

  /// What is wrong with a filter, and where: letters from the beginning.
  public struct Mistake: Error, Hashable, Sendable {
    public let range: Range<Int>
    public let phrase: Phrase
  }

  /// Reads `de wit partij:corporatie stil`, in either language.
  public static func parse(_ text: String, _ rules: Rulebook) -> Result<NetworkFilter, Mistake> {
    var filter = NetworkFilter()
    var at = 0
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      let range = at..<at + piece.count
      at += piece.count + 1
      if piece.isEmpty { continue }
      let word = piece.lowercased()
      if let mark = Mark.allCases.first(where: { [$0.name.nl, $0.name.en].contains(word) }) {
        filter.marks.insert(mark)
        continue
      }
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else {
        filter.words += Folding.key(String(piece)).split(separator: " ").map(String.init)
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
        filter.parties.insert(party)
      }
    }
    return .success(filter)
  }

  private static let expected: Phrase = {
    func list(_ language: Language) -> String { Mark.allCases.map { $0.name[language] }.joined(separator: ", ") }
    return Phrase(
      "Verwacht partij:corporatie, \(list(.nl)), of woorden.", "Expected party:corporation, \(list(.en)), or words.")
  }()
}

extension Rulebook {
  /// By its id or by the beginning of its name in either language.
  fileprivate func party(named text: String) -> PartyID? {
    let key = Folding.key(text)
    if let exact = parties.first(where: { $0.id.rawValue == key }) { return exact.id }
    guard !key.isEmpty else { return nil }
    return parties.first { Folding.key($0.name.nl).hasPrefix(key) || Folding.key($0.name.en).hasPrefix(key) }?.id
  }
}
