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

extension Posted? {
  mutating func take(_ persons: Int, _ event: TaskEvent, as day: Day) {
    if let self, self.day > day { return }
    self = Posted(persons, event, day)
  }
}
