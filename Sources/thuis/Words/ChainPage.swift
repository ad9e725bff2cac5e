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

  let columns = ["name", "municipality", "broken", "longest_silence", "breaks"]

  var titles: [String] {
    language == .nl
      ? ["gemeente", "code", "gebroken", "langst stil", "wat"]
      : ["municipality", "code", "broken", "longest silent", "what"]
  }

  var rows: [[String]] { cells { $0.map { $0.words[language] } } }

  /// For people: what differs from row to row first.
  var shown: [[String]] { cells { summary.parts($0).map { $0[language] } } }

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
        ])
      })
  }

  /// Days of the link that is silent the longest; nil where none is.
  private static func longest(_ breaks: [Connection.Break]) -> Int? {
    breaks.compactMap { if case .silent(_, _, let days) = $0 { days } else { nil } }.max()
  }
}
