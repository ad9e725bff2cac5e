import Casebook
import Journey

/// The connection from country to town of municipalities.
struct ChainPage: FigureTable {
  private let connections: [(connection: Connection, breaks: [Connection.Break])]
  let language: Language
  private let summary: BreakSummary

  /// - Parameter connections: in the order of the rows.
  init(_ connections: [Connection], _ rules: Rulebook, _ language: Language, today: Day) {
    self.language = language
    self.connections = connections.map { (connection: $0, breaks: $0.breaks(rules, today: today)) }
    summary = BreakSummary(self.connections.map(\.breaks))
  }

  private static let levels = Connection.Level.allCases

  /// Who is at each level and when each last spoke with the next come last.
  var columns: [String] {
    let people = Self.levels.map { "people_\($0.party.rawValue)" }
    let spoken = Self.levels.compactMap { level in
      level.next.map { "spoken_\(level.party.rawValue)_\($0.party.rawValue)" }
    }
    return ["name", "municipality", "broken", "longest_silence", "breaks"] + people + spoken
  }

  var titles: [String] {
    let first =
      language == .nl
      ? ["gemeente", "code", "gebroken", "langst stil", "wat"]
      : ["municipality", "code", "broken", "longest silent", "what"]
    return first + untold(first.count)
  }

  var rows: [[String]] {
    zip(cells { $0.map { $0.words[language] } }, connections).map { row, one in
      let people = Self.levels.map { (one.connection.people[$0] ?? []).map(Self.name).joined(separator: "; ") }
      let spoken = one.connection.links.map { $0.last?.day.description ?? "" }
      return row + people + spoken
    }
  }

  /// For people: what differs from row to row first, and not who is there.
  var shown: [[String]] { cells { summary.parts($0).map { $0[language] } }.map { $0 + untold($0.count) } }

  /// What a table for people leaves out.
  private func untold(_ told: Int) -> [String] { Array(repeating: "", count: columns.count - told) }

  private static func name(_ contact: Contact) -> String { contact.name.isEmpty ? contact.organisation : contact.name }

  private func cells(_ words: ([Connection.Break]) -> [String]) -> [[String]] {
    connections.map { one, breaks in
      [
        Reference.name(ofMunicipality: one.municipality), one.municipality, String(breaks.count),
        Self.longest(breaks).map(String.init) ?? "", words(breaks).joined(separator: "; "),
      ]
    }
  }

  var json: JSON {
    .list(
      connections.map { one, breaks in
        .object([
          "municipality": .text(one.municipality), "name": .text(Reference.name(ofMunicipality: one.municipality)),
          "broken": .number(breaks.count), "longestSilence": JSON(Self.longest(breaks)),
          "breaks": .list(breaks.map { .text($0.words[language]) }),
          "levels": .list(Self.levels.map { level($0, one) }), "links": .list(one.links.map(link)),
        ])
      })
  }

  private func level(_ level: Connection.Level, _ connection: Connection) -> JSON {
    .object([
      "party": .text(level.party.rawValue),
      "people": .list(
        (connection.people[level] ?? []).map {
          .object(["name": .text($0.name), "organisation": .text($0.organisation)])
        }),
    ])
  }

  private func link(_ link: Connection.Link) -> JSON {
    .object([
      "from": .text(link.upper.party.rawValue), "to": .text(link.lower.party.rawValue),
      "spoken": JSON(link.last?.day), "who": .list((link.last?.who ?? []).map(JSON.text)),
    ])
  }

  /// Days of the link that is silent the longest; nil where none is.
  private static func longest(_ breaks: [Connection.Break]) -> Int? {
    breaks.compactMap { if case .silent(_, _, let days) = $0 { days } else { nil } }.max()
  }
}
