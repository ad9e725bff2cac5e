import Journey

/// Who was housed up to the end of each week, as far as that follows from what stands: from the weeks so far, or from the sum of
/// all less those after it. What does not follow is `*`, so it tells nothing that the weeks and their sum do not.
struct RunningSum {
  struct Point: Hashable {
    var day: Day
    var persons: Count
  }
  let points: [Point]

  /// - Parameter sum: of all the weeks, as it is shown; unknown: it is not told.
  init(_ weeks: [ReportContent.Week], sum: Count = .unknown) {
    var soFar: Count = 0
    var points: [Point] = []
    for week in weeks {
      soFar = soFar.plus(week.persons)
      points.append(Point(day: week.last, persons: soFar))
    }
    var left = sum
    for index in weeks.indices.reversed() where left != .unknown {
      if points[index].persons == .withheld { points[index].persons = SmallCells.hide(left) }
      left = left.less(weeks[index].persons)
    }
    self.points = points
  }
}

extension Count {
  /// What two numbers make together, as far as they stand: nobody more leaves `<5` what it is.
  func plus(_ other: Count) -> Count {
    switch (self, other) {
    case (.exactly(let own), .exactly(let more)): .exactly(own + more)
    case (.exactly(0), _): other
    case (_, .exactly(0)): self
    default: .withheld
    }
  }

  func less(_ part: Count) -> Count {
    switch (self, part) {
    case (.exactly(let own), .exactly(let fewer)): .exactly(own - fewer)
    case (_, .exactly(0)): self
    default: .withheld
    }
  }
}

extension ReportContent {
  private var weeksOfPeriod: [Week] { weeks.filter { $0.first >= period.first } }

  /// Persons housed in the half-year, by the end of each of its weeks.
  var housedByWeek: [RunningSum.Point] { RunningSum(weeksOfPeriod, sum: weeksSum).points }

  /// A week of the half-year that has seven days; nil before there is one, or where what they add up to does not stand.
  var meanOfWeeks: Double? {
    let whole = weeksOfPeriod.filter { $0.last - $0.first == 6 }
    let parts = weeksOfPeriod.filter { $0.last - $0.first != 6 }
    let all = housedByWeek.last?.persons ?? .unknown
    guard !whole.isEmpty, !task.housed.isHidden, let sum = parts.reduce(all, { $0.less($1.persons) }).number,
      isInternal || SmallCells.hide(Count(sum)).number != nil
    else { return nil }
    return Double(sum) / Double(whole.count)
  }
}

extension ReportContent.Flow {
  /// Persons housed since the first of the days, at each of them.
  static func home(_ weeks: [ReportContent.Week], on days: [Day]) -> [Count] {
    guard let first = days.first else { return [] }
    let sums = RunningSum(weeks.filter { $0.first > first }).points
    return days.map { day in sums.last { $0.day <= day }?.persons ?? 0 }
  }
}
