import Casebook
import Journey

/// The connection from country to town of municipalities, what is most broken on top.
struct ChainPage: FigureTable {
  private let connections: [(connection: Connection, breaks: [Connection.Break])]
  let language: Language

  /// - Parameter connections: in any order.
  init(_ connections: [Connection], _ rules: Rulebook, _ language: Language, today: Day) {
    self.language = language
    let all = connections.map { (connection: $0, breaks: $0.breaks(rules, today: today)) }
    self.connections = all.sorted { one, other in
      let (x, y) = (one.breaks, other.breaks)
      if x.count != y.count { return x.count > y.count }
      return (Self.longest(x) ?? 0) > (Self.longest(y) ?? 0)
    }
  }

  let columns = ["name", "municipality", "broken", "longest_silence", "breaks"]

  var titles: [String] {
    language == .nl
      ? ["gemeente", "code", "gebroken", "langst stil", "wat"]
      : ["municipality", "code", "broken", "longest silent", "what"]
  }

  var rows: [[String]] {
    connections.map { one, breaks in
      [
        Reference.name(ofMunicipality: one.municipality), one.municipality, String(breaks.count),
        Self.longest(breaks).map(String.init) ?? "", breaks.map { $0.words[language] }.joined(separator: "; "),
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
