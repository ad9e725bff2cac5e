import Journey

/// Where one stands against n sixths of the task after n months.
public struct Pace: Hashable, Sendable {
  /// Months of the half-year that are over: 1 to 6.
  public let months: Int
  public let housed: Int
  public let task: Int
  public let rule: TaskRules.PaceRule

  /// Housed in percent of the task: 40.8 (100 where there is nothing to do).
  public var share: Double { task > 0 ? 100 * Double(housed) / Double(task) : 100 }
  /// What the norm asks by now, in percent of the task: 50 after three months.
  public var norm: Double { 100 * Double(months) / 6 }
  /// The same in persons, to the hundredth: of municipalities it adds up to that of their area.
  public var unrounded: Double { task > 0 ? (Double(task * months) * 100 / 6).rounded() / 100 : 0 }
  /// Persons that the norm asks by now, rounded up.
  public var normPersons: Int { Pace.norm(of: task, after: months) }

  /// Persons that the norm asks of a task after so many months, rounded up: n sixths.
  public static func norm(of task: Int, after months: Int) -> Int { task > 0 ? (task * months + 5) / 6 : 0 }

  /// What the norm asks by the end of a day: it rises with each month that is over, and between stands still.
  public static func norm(of task: Int, in period: HalfYear, byEndOf day: Day) -> Int {
    norm(of: task, after: monthsOver(in: period, on: day + 1))
  }

  /// nil before a month is over, and where the rules know no classes.
  public init?(housed: Int, task: Int, in period: HalfYear, on day: Day, _ rules: Rulebook) {
    let months = Pace.monthsOver(in: period, on: day)
    let classes = rules.task.pace(on: period.first)
    // housed / task against percent x months / 6, without fractions.
    guard months > 0,
      let rule = classes.first(where: { task <= 0 || housed * 600 >= $0.percent * task * months }) ?? classes.last
    else { return nil }
    (self.months, self.housed, self.task, self.rule) = (months, housed, task, rule)
  }

  static func monthsOver(in period: HalfYear, on day: Day) -> Int {
    if day > period.last { return 6 }
    if day < period.first { return 0 }
    return day.parts.month - period.first.parts.month
  }
}
