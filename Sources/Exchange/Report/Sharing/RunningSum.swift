import Journey

/// Who was housed up to the end of each week, from the weeks as they are shown: hidden weeks share equally in what the sum
/// leaves for them, so that a line through it tells nothing that the table does not.
struct RunningSum {
  struct Point: Hashable {
    var day: Day
    var persons: Double
    /// Only the weeks before it were all shown.
    var isExact: Bool
  }
  let points: [Point]

  init(_ weeks: [ReportContent.Week], sum: Count) {
    let shown = weeks.reduce(0) { $0 + ($1.persons.number ?? 0) }
    let hidden = weeks.count { $0.persons.isHidden }
    let share = hidden == 0 ? 0 : sum.number.map { Double($0 - shown) / Double(hidden) } ?? 2.5
    var (total, isExact, points) = (0.0, true, [Point]())
    for (index, week) in weeks.enumerated() {
      total += week.persons.number.map(Double.init) ?? max(0, share)
      isExact = isExact && !week.persons.isHidden
      let isSum = index == weeks.count - 1 && sum.number == Int(total.rounded())
      points.append(Point(day: week.last, persons: total, isExact: isExact || isSum))
    }
    self.points = points
  }
}

extension RunningSum.Point {
  /// `188`, or `≈ 57`; what is nearly nothing is `<5`.
  var words: Phrase {
    let number = Int(persons.rounded())
    if !isExact, number < 5 { return Phrase(same: "<5") }
    let mark = isExact ? "" : "≈ "
    return Phrase(mark + Digits.grouped(number, .nl), mark + Digits.grouped(number, .en))
  }
}

extension ReportContent.Flow {
  /// Persons housed since the first of the days, at each of them.
  static func home(_ weeks: [ReportContent.Week], on days: [Day]) -> [RunningSum.Point] {
    guard let first = days.first else { return [] }
    let sums = RunningSum(weeks.filter { $0.first > first }, sum: .unknown).points
    return days.map { day in
      sums.last { $0.day <= day }.map { RunningSum.Point(day: day, persons: $0.persons, isExact: $0.isExact) }
        ?? RunningSum.Point(day: day, persons: 0, isExact: true)
    }
  }
}
