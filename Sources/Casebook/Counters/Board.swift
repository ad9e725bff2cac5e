import GRDB
import Journey

/// Where the households of an area are on their way, and for how long.
public struct Board: Hashable, Sendable {
  public var area: Area
  public var day: Day
  /// Every stage but the closed one, in order, also empty ones.
  public var stations: [Station]
  /// Who moved into their first home in the last ``homeDays`` days.
  public var home: Home

  public struct Station: Hashable, Sendable {
    public var stage: Stage
    public var households: Int
    /// All members, announced relatives included.
    public var persons: Int
    /// Those of them who are announced and still to come.
    public var relatives: Int
    /// Days in this stage, of every household in it.
    public var ages: Distribution
    /// Households with a due day before this one.
    public var overdue: Int
    /// Households that left the stage in each of the last ``weeks`` weeks of seven days, the oldest first; the last ends
    /// with the day of the board. Also those that left it backwards, for another area or closed.
    public var throughput: [Int]

    public var median: Int? { ages.median }
    public var p85: Int? { ages.percentile(0.85) }
  }

  public struct Home: Hashable, Sendable {
    /// That moved.
    public var households: Int
    /// All members of those households, announced relatives included.
    public var persons: Int
    /// Who counted for the task on those days, as the ledger counts: also whoever came later to a household at home.
    public var counted: Int
    /// Days from permit to home, of those with both.
    public var leadTimes: Distribution
  }

  public static let weeks = 8
  public static let homeDays = 30

  public func station(_ stage: Stage) -> Station? { stations.first { $0.stage == stage } }

  /// The days over which home is counted.
  public var homeRange: ClosedRange<Day> { (day - (Self.homeDays - 1))...day }
}

extension Casebook {
  /// The board of today, from kept counters: costs the same at a million.
  ///
  /// - Parameter day: today. Ages and what is overdue are counted to this day, but of the households where they are now;
  ///   for a day that is past see ``board(_:asOf:rules:goesOn:)``.
  public func board(_ area: Area, on day: Day) throws(CasebookFailure) -> Board {
    try read { db in
      let reader = CounterReader(db: db)
      let stock = try reader.stock(area)
      let since = try reader.byStage(area, .since)
      let relatives = try reader.relatives(area)
      let due = try reader.byStage(area, .due, -(1 << 30)...(day.index - 1))
      return Board(
        area: area, day: day,
        stations: try reader.stations(area, on: day) { stage in
          (
            stock[stage] ?? Tally(), relatives[stage] ?? 0,
            Distribution((since[stage] ?? []).map { (days: max(0, day.index - $0.index), count: $0.a) }),
            (due[stage] ?? []).reduce(0) { $0 + ($1.index > 0 ? $1.a : 0) }
          )
        }, home: try reader.home(area, (day - (Board.homeDays - 1))...day))
    }
  }
}

extension CounterReader {
  /// Announced relatives still to come, persons.
  func relatives(_ area: Area) throws -> [Stage: Int] {
    try cells(area, .relatives).reduce(into: [:]) { all, one in
      if let stage = Stage(rawValue: one.index) { all[stage, default: 0] += one.b }
    }
  }

  /// - Parameter standing: tally, relatives to come, ages and number of overdue households of a stage.
  func stations(
    _ area: Area, on day: Day, standing: (Stage) -> (Tally, Int, Distribution, Int)
  ) throws -> [Board.Station] {
    let first = day.index - 7 * Board.weeks + 1
    let left = try byStage(area, .left, first...day.index)
    return Stage.allCases.filter { $0 != .closed }.map { stage in
      let (tally, relatives, ages, overdue) = standing(stage)
      var throughput = [Int](repeating: 0, count: Board.weeks)
      for cell in left[stage] ?? [] { throughput[(cell.index - first) / 7] += cell.a }
      return Board.Station(
        stage: stage, households: tally.households, persons: tally.persons, relatives: relatives, ages: ages,
        overdue: overdue,
        throughput: throughput)
    }
  }

  func home(_ area: Area, _ days: ClosedRange<Day>) throws -> Board.Home {
    var (households, persons, byLead) = (0, 0, [Int](repeating: 0, count: CounterKind.leadSpan))
    try each(area, .lead, CounterKind.leads(days)) { _, cells in
      for cell in cells {
        households += cell.a
        persons += cell.b
        byLead[cell.index % CounterKind.leadSpan] += cell.a
      }
    }
    // The first are those without a permit.
    let leads = byLead.enumerated().dropFirst().lazy.map { (days: $0.offset - 1, count: $0.element) }
    return Board.Home(
      households: households, persons: persons, counted: try realised(area, days).persons,
      leadTimes: Distribution(leads))
  }

  /// Households by the day of their first home and the days it took; nil without a permit.
  func leads(
    _ area: Area, _ days: ClosedRange<Day>
  ) throws -> [(day: Int, lead: Int?, households: Int, persons: Int)] {
    try bare(area, .lead, CounterKind.leads(days)).map { cell in
      let lead = cell.index % CounterKind.leadSpan - 1
      return (cell.index / CounterKind.leadSpan, lead < 0 ? nil : lead, cell.a, cell.b)
    }
  }
}
