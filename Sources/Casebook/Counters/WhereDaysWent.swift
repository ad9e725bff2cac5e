import GRDB
import Journey

/// Whose turn the days of households were: every day is one party's, and together they are the lead time.
public struct DaysSpent: Hashable, Sendable {
  public var households: Int
  /// Household-days by party; an empty one: nobody's turn.
  public var days: [PartyID: Int]

  public var total: Int { days.values.reduce(0, +) }
  /// The mean lead time in days; nil without households.
  public var mean: Double? { households > 0 ? Double(total) / Double(households) : nil }
  /// The most days first.
  public var ranked: [(party: PartyID, days: Int)] {
    days.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Casebook {
  /// Of the households that moved into their first home in these days, from permit to home.
  public func whereTheDaysWent(_ area: Area, movedFrom first: Day, through last: Day) throws(CasebookFailure)
    -> DaysSpent
  {
    try read { db in
      let reader = CounterReader(db: db)
      var days: [PartyID: Int] = [:]
      for one in try reader.cells(area, .spent, (first...max(first, last)).indexes) {
        days[PartyID(one.key), default: 0] += one.b
      }
      let home = try reader.home(area, first...max(first, last))
      return DaysSpent(households: home.leadTimes.total, days: days.filter { $0.value != 0 })
    }
  }

  /// Of the households that have a permit and no home yet, from permit up to `day`.
  ///
  /// - Parameter day: today, or a later one.
  public func whereTheDaysGo(_ area: Area, on day: Day) throws(CasebookFailure) -> DaysSpent {
    try read { db in
      var spent = DaysSpent(households: 0, days: [:])
      for one in try CounterReader(db: db).cells(area, .underWay) {
        // The running turn is counted when asked: so many times today, less the sum of the first days.
        let days = one.index == 0 ? one.a * day.index - one.b : one.b
        if one.index == 0 { spent.households += one.a }
        spent.days[PartyID(one.key), default: 0] += days
      }
      spent.days = spent.days.filter { $0.value != 0 }
      return spent
    }
  }
}
