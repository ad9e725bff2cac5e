import GRDB
import Journey

/// How long it took from permit to home, household by household.
public struct CycleTimes: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var id: DossierID
    /// The day of the first home.
    public var home: Day
    /// From permit to home.
    public var days: Int
    public var persons: Int
  }

  /// In order of the day of moving; the latest ones where ``isCapped``.
  public var points: [Point]
  /// There were more than were asked for: whole days at the beginning are left out of the points, not of the lead times.
  public var isCapped: Bool
  /// Of all households of the period.
  public var leadTimes: Distribution
  /// The same by month of moving in, in order; those without anybody are left out.
  public var months: [Month]

  public struct Month: Hashable, Sendable {
    /// Its first day, also where the period begins later.
    public var first: Day
    public var leadTimes: Distribution
  }
}

/// How long households are in their stages now.
public struct Ages: Hashable, Sendable {
  public struct Household: Hashable, Sendable {
    public var id: DossierID
    public var days: Int
    public var persons: Int
  }

  public struct Station: Hashable, Sendable {
    /// Of every household in it.
    public var ages: Distribution
    /// The longest ones first, at most as many as were asked for.
    public var longest: [Household]
    public var isCapped: Bool
  }

  /// Every stage but the closed one.
  public var stations: [Stage: Station]
}

extension Casebook {
  /// - Parameter limit: of the points; the distributions are of all.
  public func cycleTimes(
    _ area: Area, from first: Day, through last: Day, limit: Int = 5000
  ) throws(CasebookFailure) -> CycleTimes {
    try read { db in
      let leads = try CounterReader(db: db).leads(area, first...max(first, last)).filter { $0.lead != nil }
      // The counters say from which day on there are no more than asked for, so no more are read.
      var perDay: [Int: Int] = [:]
      for one in leads { perDay[one.day, default: 0] += one.households }
      var (taken, start) = (0, last.index + 1)
      for (day, count) in perDay.sorted(by: { $0.key > $1.key }) {
        guard taken + count <= limit else { break }
        (taken, start) = (taken + count, day)
      }
      var points: [CycleTimes.Point] = []
      for town in try db.towns(area) where taken > 0 {
        let rows = try GRDB.Row.fetchCursor(
          db.cachedStatement(sql: Self.cycleSQL), arguments: [town, start, last.index])
        while let row = try rows.next() {
          points.append(.init(id: DossierID(value: row[0]), home: Day(index: row[1]), days: row[2], persons: row[3]))
        }
      }
      points.sort { ($0.home, $0.id) < ($1.home, $1.id) }
      func spread(_ some: [(day: Int, lead: Int?, households: Int, persons: Int)]) -> Distribution {
        Distribution(some.map { (days: $0.lead!, count: $0.households) })
      }
      let months = Dictionary(grouping: leads) { one in
        let day = Day(index: one.day)
        return day - (day.parts.day - 1)
      }
      return CycleTimes(
        points: points, isCapped: taken < leads.reduce(0) { $0 + $1.households }, leadTimes: spread(leads),
        months: months.sorted { $0.key < $1.key }.map { .init(first: $0.key, leadTimes: spread($0.value)) })
    }
  }

  static let cycleSQL = """
    SELECT id, home, lead, persons FROM dossier INDEXED BY by_place_and_home
    WHERE municipality = ? AND home BETWEEN ? AND ? AND home > 0 AND lead >= 0
    """

  /// - Parameters:
  ///   - day: today.
  ///   - limit: of the households of each stage.
  public func ages(_ area: Area, on day: Day, limit: Int = 500) throws(CasebookFailure) -> Ages {
    try read { db in
      let since = try CounterReader(db: db).byStage(area, .since)
      let towns = try db.towns(area)
      var stations: [Stage: Ages.Station] = [:]
      for stage in Stage.allCases where stage != .closed {
        let cells = (since[stage] ?? []).sorted { $0.index < $1.index }
        // Up to the day by which no more began it than asked for.
        var (taken, last) = (0, Int?.none)
        for cell in cells {
          guard taken + cell.a <= limit else { break }
          (taken, last) = (taken + cell.a, cell.index)
        }
        var longest: [Ages.Household] = []
        if let last {
          for town in towns {
            let rows = try GRDB.Row.fetchCursor(
              db.cachedStatement(sql: Self.ageSQL), arguments: [town, stage.rawValue, last])
            while let row = try rows.next() {
              longest.append(
                .init(id: DossierID(value: row[0]), days: max(0, day.index - (row[1] as Int)), persons: row[2]))
            }
          }
        }
        longest.sort { $0.days != $1.days ? $0.days > $1.days : $0.id < $1.id }
        stations[stage] = Ages.Station(
          ages: Distribution(cells.map { (days: max(0, day.index - $0.index), count: $0.a) }), longest: longest,
          isCapped: taken < cells.reduce(0) { $0 + $1.a })
      }
      return Ages(stations: stations)
    }
  }

  static let ageSQL = """
    SELECT id, stage_since, persons FROM dossier INDEXED BY by_place_and_stage
    WHERE municipality = ? AND stage = ? AND stage_since <= ?
    """
}

extension Day {
  init(index: Int) { self.init(number: Int32(truncatingIfNeeded: index)) }
}

extension Database {
  /// Municipalities of the area that the casebook knows; for the country also those without a place in the tables, and
  /// none (empty).
  func towns(_ area: Area) throws -> [String] {
    guard area == .country else { return area.municipalities }
    return try ListedNames(db: self).all(.municipality)
  }
}
