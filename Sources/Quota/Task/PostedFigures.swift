import Journey

/// A figure with the posting it comes from and the day it is the state of.
struct Posted: Hashable, Sendable {
  let persons: Int
  let event: Int
  let day: Day

  init(_ persons: Int, _ event: TaskEvent, _ day: Day) {
    (self.persons, self.event, self.day) = (persons, event.number, day)
  }
}

/// What was posted of a municipality in a half-year. Of figures that replace each other the latest state counts; of two of
/// one day the one posted last.
struct PostedFigures: Hashable, Sendable {
  var target: Posted?
  var balanceBefore: Posted?
  var realised: Posted?
  var onTheWay: Posted?
  /// Every state, the earliest day first, those of one day as they were posted: the ledger picks by the reference date.
  var linked: [Posted] = []
  var corrections: [Posted] = []
  var shifts: [Posted] = []
}

extension TaskBook {
  /// Of a published list: how many of its municipalities it changes nothing of, as a later state holds of all that it says of
  /// them, and the day of that state; nil: there are none.
  public func laterState(than body: TaskEvent.Body) -> (municipalities: Int, day: Day)? {
    guard case .targets(let list) = body else { return nil }
    let later = list.rows.present.compactMap { code, row -> Day? in
      guard let posted = figures[list.period]?[code] else { return nil }
      let said: [(figure: Int?, held: Posted?)] = [
        (row.target, posted.target), (row.balanceBefore, posted.balanceBefore), (row.realised, posted.realised),
        (row.onTheWay, posted.onTheWay),
      ]
      let days = said.filter { $0.figure != nil }.map { $0.held?.day ?? list.referenceDate }
      return days.allSatisfy { $0 > list.referenceDate } ? days.max() : nil
    }
    return later.max().map { (municipalities: later.count, day: $0) }
  }
}

extension Posted? {
  mutating func take(_ persons: Int, _ event: TaskEvent, as day: Day) {
    if let self, self.day > day { return }
    self = Posted(persons, event, day)
  }
}
