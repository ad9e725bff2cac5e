import Journey
import Quota

/// How the households of an area were kept in touch with, month by month, the latest last.
public struct ContactTrend: Hashable, Sendable {
  public struct Month: Hashable, Sendable {
    /// The first of it.
    public var first: Day
    /// Households that were linked in it.
    public var linked = 0
    /// Those of them that nobody called until the day that was asked for.
    public var uncalled = 0
    /// Days from link to first call within which half of them were called, those still waiting counted as far as they are
    /// (Kaplan-Meier); nil as long as half have not been.
    public var firstCall: Int?
    /// Turns that were answered in it.
    public var answers = 0
    /// Half of them took no more days.
    public var answerDays: Int?
    /// Days of all households together on which somebody had the turn who is expected to be heard of.
    public var turnDays = 0
    /// Those of them on which the silence was past the limit.
    public var silentDays = 0
    /// Households for whom it was, on the day with most of them.
    public var silentAtOnce = 0
    /// Handovers.
    public var warm = 0
    public var cold = 0

    public init(first: Day) { self.first = first }

    /// In hundred; nil where there is nothing to divide.
    public var silentShare: Int? { share(silentDays, turnDays) }
    public var warmShare: Int? { share(warm, warm + cold) }

    private func share(_ part: Int, _ whole: Int) -> Int? { whole == 0 ? nil : (part * 100 + whole / 2) / whole }
  }

  public var months: [Month]
  /// All of them together, from the first day of the first.
  public var whole: Month

  /// - Parameter whole: without medians where it is nil, which months do not add up to.
  public init(_ months: [Month], whole: Month? = nil) {
    self.months = months
    var sum = whole ?? Month(first: months.first?.first ?? Day(number: 0))
    for month in months {
      sum.linked += month.linked
      sum.uncalled += month.uncalled
      sum.answers += month.answers
      sum.turnDays += month.turnDays
      sum.silentDays += month.silentDays
      sum.silentAtOnce = max(sum.silentAtOnce, month.silentAtOnce)
      sum.warm += month.warm
      sum.cold += month.cold
    }
    self.whole = sum
  }
}

extension ContactTrend {
  /// Whole months, the last of them so far.
  public static func period(_ today: Day, months: Int = 12) -> ClosedRange<Day> {
    (today - (today.parts.day - 1)).adding(months: 1 - max(1, months))...today
  }
}

extension Casebook {
  /// Read from the counters: exact for every area, at the same cost.
  ///
  /// - Parameters:
  ///   - today: the last month is its month so far.
  ///   - count: of months, 1 or more.
  public func contactTrend(_ area: Area, on today: Day, months count: Int = 12) throws(CasebookFailure) -> ContactTrend
  {
    try read { db in
      let reader = CounterReader(db: db)
      let begin = ContactTrend.period(today, months: count).lowerBound
      var months = (0..<max(1, count)).map { ContactTrend.Month(first: begin.adding(months: $0)) }
      func place(_ day: Day) -> Int? { day < begin || day > today ? nil : day.month - begin.month }
      /// Cells kept by the month, with the place of the month and the days.
      func each(_ kind: CounterKind, _ take: (Int, Int, CounterReader.Found) -> Void) throws {
        let last = CounterKind.monthIndex(today, CounterKind.leadSpan)
        for cell in try reader.cells(area, kind, CounterKind.monthIndex(begin)...last) {
          let (month, days) = cell.index.quotientAndRemainder(dividingBy: CounterKind.leadSpan)
          take(month - begin.month, days, cell)
        }
      }

      var waits = [[Observation]](repeating: [], count: months.count)
      try each(.firstCall) { at, days, cell in
        months[at].linked += cell.a + cell.b
        for (cause, households) in [(1, cell.a), (0, cell.b)] {
          waits[at] += Array(repeating: Observation(end: Double(days), cause: cause), count: max(0, households))
        }
      }
      for cell in try reader.cells(area, .uncalled, (begin...today).indexes) {
        guard let at = place(Day(index: cell.index)) else { continue }
        months[at].linked += cell.a
        months[at].uncalled += cell.a
        waits[at] += Array(
          repeating: Observation(end: Double(today.index - cell.index), cause: 0), count: max(0, cell.a))
      }
      for at in months.indices { months[at].firstCall = SurvivalCurve(waits[at]).time(by: 0.5).map { Int($0) } }

      var answers = [[(days: Int, count: Int)]](repeating: [], count: months.count)
      try each(.answer) { at, days, cell in answers[at].append((days, cell.a)) }
      for at in months.indices {
        let all = Distribution(answers[at])
        (months[at].answers, months[at].answerDays) = (all.total, all.median)
      }
      try each(.handover) { at, _, cell in
        months[at].warm += cell.a
        months[at].cold += cell.b
      }
      let held = try HouseholdsByDay(reader.cells(area, .heldTurn, CounterReader.always.lowerBound...today.index))
      let silent = try HouseholdsByDay(reader.cells(area, .silence, CounterReader.always.lowerBound...today.index))
      for at in months.indices {
        let first = months[at].first
        let days = first...min(today, first.adding(months: 1) - 1)
        months[at].turnDays = held.sum(days)
        months[at].silentDays = silent.sum(days)
        months[at].silentAtOnce = silent.most(days)
      }
      var whole = ContactTrend.Month(first: begin)
      whole.firstCall = SurvivalCurve(Array(waits.joined())).time(by: 0.5).map { Int($0) }
      whole.answerDays = Distribution(Array(answers.joined())).median
      return ContactTrend(months, whole: whole)
    }
  }
}

/// How many households something was so for, day by day, from the days on which it began and ended.
private struct HouseholdsByDay {
  /// By the day's number, only where it changes: how many from then on.
  private var steps: [(index: Int, count: Int)] = []

  init(_ cells: [CounterReader.Found]) {
    var changes: [Int: Int] = [:]
    for cell in cells { changes[cell.index, default: 0] += cell.a - cell.b }
    var count = 0
    for (index, change) in changes.sorted(by: { $0.key < $1.key }) {
      count += change
      steps.append((index, count))
    }
  }

  /// Stretches of the same number that touch these days.
  private func stretches(_ days: ClosedRange<Day>) -> [(length: Int, count: Int)] {
    let (first, end) = (days.lowerBound.index, days.upperBound.index + 1)
    return steps.indices.compactMap { at in
      let from = max(first, steps[at].index)
      let until = min(end, at + 1 < steps.count ? steps[at + 1].index : end)
      return from < until ? (until - from, steps[at].count) : nil
    }
  }

  func sum(_ days: ClosedRange<Day>) -> Int { stretches(days).reduce(0) { $0 + $1.length * $1.count } }
  func most(_ days: ClosedRange<Day>) -> Int { stretches(days).map(\.count).max() ?? 0 }
}
