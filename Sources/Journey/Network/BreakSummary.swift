/// What is broken in each of many connections, in a row of a list: what is rare among them first, so that rows differ at once,
/// and alike breaks together.
public struct BreakSummary: Sendable {
  /// In how many of them each is broken so.
  private let counts: [Kind: Int]

  private enum Kind: Hashable {
    case nobody(Connection.Level)
    case never(Connection.Level)
  }

  /// - Parameter all: the breaks of every connection of the list.
  public init(_ all: [[Connection.Break]]) {
    counts = all.joined().compactMap(Self.kind).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// `616 dagen stil: gemeente–corporatie`, `niemand bij: provincie, regiocoördinator`, `nog niet gesproken: ...`.
  public func parts(_ breaks: [Connection.Break]) -> [Phrase] {
    // Whoever left has a name and a silence its days: no two rows have those in common.
    var own: [(weight: Int, words: Phrase)] = []
    for one in breaks {
      switch one {
      case .left: own.append((Int.max, one.words))
      case .silent(let upper, let lower, let days):
        own.append((days, Phrase("\(days) dagen stil: ", "\(days) days silent: ") + Self.link(upper, lower)))
      case .nobody, .never: break
      }
    }
    var shared: [(count: Int, words: Phrase)] = []
    let nobody = breaks.compactMap { one in
      if case .nobody(let level) = one { (Kind.nobody(level), level.name) } else { nil }
    }
    let never = breaks.compactMap { one in
      if case .never(let upper, let lower) = one { (Kind.never(upper), Self.link(upper, lower)) } else { nil }
    }
    for (name, members) in [
      (Phrase("niemand bij: ", "nobody at: "), nobody), (Phrase("nog niet gesproken: ", "not spoken yet: "), never),
    ] where !members.isEmpty {
      let rarest = members.enumerated().sorted { (count($0.element.0), $0.offset) < (count($1.element.0), $1.offset) }
      let words = rarest.dropFirst().reduce(rarest[0].element.1) { $0 + Phrase(same: ", ") + $1.element.1 }
      shared.append((count(rarest[0].element.0), name + words))
    }
    return own.sorted { $0.weight > $1.weight }.map(\.words) + shared.sorted { $0.count < $1.count }.map(\.words)
  }

  private func count(_ kind: Kind) -> Int { counts[kind] ?? 0 }

  private static func kind(_ one: Connection.Break) -> Kind? {
    switch one {
    case .nobody(let level): .nobody(level)
    case .never(let upper, _): .never(upper)
    case .left, .silent: nil
    }
  }

  private static func link(_ upper: Connection.Level, _ lower: Connection.Level) -> Phrase {
    Phrase("\(upper.name.nl)–\(lower.name.nl)", "\(upper.name.en)–\(lower.name.en)")
  }
}
