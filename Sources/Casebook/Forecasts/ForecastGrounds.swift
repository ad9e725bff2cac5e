import GRDB
import Journey
import Quota

/// What a forecast rests on, in some numbers that are read at once: the task, who was housed, how many wait where, with what
/// holds them up, and the homes known to come. A note or a telephone call changes none of them.
public struct ForecastGrounds: Hashable, Sendable, Codable {
  /// nil: there is no task.
  public var task: Int?
  /// Households on the way.
  public var households: Int
  /// Whatever else is counted, by a name of its own.
  public var counts: [String: Int]
  /// Postings of homes to come, by number; nil: there are none.
  public var homes: [Int]?
  /// Of the method that made it (``Forecast/edition``); nil: a program made it that did not keep that.
  public var edition: Int?

  public init(
    task: Int?, households: Int, counts: [String: Int], homes: [Int]? = nil, edition: Int? = Forecast.edition
  ) {
    (self.task, self.households, self.counts) = (task, households, counts)
    (self.homes, self.edition) = (homes, edition)
  }

  /// So many households in a thousand may have moved on before a forecast is another one: of a municipality none.
  static let newsThatMatters = 1_000

  /// Whether a forecast made on these still says what one made on `others` would.
  public func hold(against others: ForecastGrounds) -> Bool {
    guard task == others.task, homes == others.homes, edition == others.edition else { return false }
    let apart = Set(counts.keys).union(others.counts.keys).reduce(0) { sum, name in
      sum + abs((counts[name] ?? 0) - (others.counts[name] ?? 0))
    }
    return apart <= max(households, others.households) / Self.newsThatMatters
  }
}

extension Casebook {
  /// What forecasts of these lines rest on now, by area: some rows of the counters for each.
  public func forecastGrounds(_ lines: [LedgerLine]) throws(CasebookFailure) -> [Area: ForecastGrounds] {
    try read { db in
      let (reader, book) = (CounterReader(db: db), try taskBook(db))
      return try Dictionary(lines.map { ($0.area, try reader.grounds($0, book)) }, uniquingKeysWith: { $1 })
    }
  }
}

extension CounterReader {
  fileprivate func grounds(_ line: LedgerLine, _ book: TaskBook) throws -> ForecastGrounds {
    var (households, counts) = (0, ["housed": line.housed])
    let way = Set(Stage.wayHome)
    for (stage, tally) in try stock(line.area) where way.contains(stage) {
      households += tally.households
      counts["households \(stage.rawValue)"] = tally.households
      counts["persons \(stage.rawValue)"] = tally.persons
    }
    for one in try cells(line.area, .relatives) { counts["relatives \(one.index)"] = one.b }
    for one in try cells(line.area, .heldUp) { counts["\(one.key) \(one.index)"] = one.a }
    let homes = book.homePostings(line.area.municipalities)
    return ForecastGrounds(
      task: line.target.persons == nil ? nil : line.task, households: households,
      counts: counts.filter { $0.value != 0 }, homes: homes.isEmpty ? nil : homes)
  }
}
