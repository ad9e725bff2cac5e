import GRDB
import Journey

/// How many were in each stage at the end of every day of a period, and who came and went: a cumulative flow.
public struct Flow: Hashable, Sendable {
  public struct Passing: Hashable, Sendable {
    /// At the end of the day.
    public var stock = Tally()
    /// On the day. Also from and to other areas; a stage entered and left on one day counts in both. The persons of those who
    /// came in include changes of the households that stayed, such as a birth.
    public var entered = Tally()
    public var left = Tally()
  }

  public var area: Area
  public var first: Day
  /// By stage, one of every day from the first on; the closed ones too.
  public var days: [Stage: [Passing]]

  public var count: Int { days[.reception]?.count ?? 0 }

  public func on(_ day: Day, _ stage: Stage) -> Passing? {
    guard let days = days[stage], days.indices.contains(day - first) else { return nil }
    return days[day - first]
  }
}

/// A week from Monday to Sunday.
public struct WeekThroughput: Hashable, Sendable {
  public var monday: Day
  /// Households and persons who left a stage, whichever way.
  public var left: [Stage: Tally]
  /// Households that moved into their first home, and the persons who counted for the task, as the ledger counts.
  public var home: Tally
}

extension Casebook {
  /// The stock of every day is that of now, less who came and plus who went since: exact for any day, of what is known now.
  public func flow(_ area: Area, from first: Day, through last: Day) throws(CasebookFailure) -> Flow {
    try read { db in
      let reader = CounterReader(db: db)
      let stock = try reader.stock(area)
      let count = max(0, last - first + 1)
      let since = first.index...(1 << 30)
      let entered = try reader.byStage(area, .entered, since)
      let left = try reader.byStage(area, .left, since)
      var days: [Stage: [Flow.Passing]] = [:]
      for stage in Stage.allCases {
        var passing = [Flow.Passing](repeating: Flow.Passing(), count: count)
        var now = stock[stage] ?? Tally()
        // By day, those after the period in one heap.
        var later = Flow.Passing()
        func put(_ cells: [CounterCell], _ side: WritableKeyPath<Flow.Passing, Tally>) {
          for cell in cells {
            let at = cell.index - first.index
            let tally = Tally(households: cell.a, persons: cell.b)
            if at < count { passing[at][keyPath: side] += tally } else { later[keyPath: side] += tally }
          }
        }
        put(entered[stage] ?? [], \.entered)
        put(left[stage] ?? [], \.left)
        now = now - later.entered + later.left
        for day in passing.indices.reversed() {
          passing[day].stock = now
          now = now - passing[day].entered + passing[day].left
        }
        days[stage] = passing
      }
      return Flow(area: area, first: first, days: days)
    }
  }

  /// - Parameter weeks: how many, the last one the week of `day`, up to that day.
  /// - Returns: the oldest first.
  public func throughput(_ area: Area, weeks: Int, through day: Day) throws(CasebookFailure) -> [WeekThroughput] {
    try read { db in
      let reader = CounterReader(db: db)
      let monday = day - (day.weekday - 1) - 7 * (max(1, weeks) - 1)
      let last = monday + 7 * max(1, weeks) - 1
      var all = (0..<max(1, weeks)).map { WeekThroughput(monday: monday + 7 * $0, left: [:], home: Tally()) }
      for (stage, cells) in try reader.byStage(area, .left, (monday...max(monday, min(last, day))).indexes) {
        for cell in cells {
          all[(cell.index - monday.index) / 7].left[stage, default: Tally()] += Tally(
            households: cell.a, persons: cell.b)
        }
      }
      let range = monday...max(monday, min(last, day))
      for one in try reader.leads(area, range) { all[(one.day - monday.index) / 7].home.households += one.households }
      for (on, persons) in try reader.realised(area, range).byDay { all[(on - monday) / 7].home.persons += persons }
      return all
    }
  }
}

extension Tally {
  static func + (x: Tally, y: Tally) -> Tally {
    Tally(households: x.households + y.households, persons: x.persons + y.persons)
  }
  static func - (x: Tally, y: Tally) -> Tally {
    Tally(households: x.households - y.households, persons: x.persons - y.persons)
  }
  static func += (x: inout Tally, y: Tally) { x = x + y }
}
