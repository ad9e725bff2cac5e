import Journey

/// Where one stands against the norm of the task after n months.
public struct Pace: Hashable, Sendable {
  /// Months of the half-year that are over: 1 to 6.
  public let months: Int
  public let housed: Int
  public let task: Int
  public let rule: TaskRules.PaceRule
  let asked: TaskRules.NormRule

  /// Housed in percent of the task: 40.8 (100 where there is nothing to do).
  public var share: Double { task > 0 ? 100 * Double(housed) / Double(task) : 100 }
  /// What the norm asks by now, in percent of the task: 50 after three months of a sixth each.
  public var norm: Double { 100 * Double(asked.part(after: months)) / Double(asked.whole) }
  /// The same in persons, to the hundredth: of municipalities it adds up to that of their area.
  public var unrounded: Double {
    task > 0 ? (Double(task * asked.part(after: months)) * 100 / Double(asked.whole)).rounded() / 100 : 0
  }
  /// Persons that the norm asks by now.
  public var normPersons: Int { asked.persons(of: task, after: months) }

  /// nil before a month is over, and where the rules know no norm or no classes.
  public init?(housed: Int, task: Int, in period: HalfYear, on day: Day, _ rules: Rulebook) {
    let months = Pace.monthsOver(in: period, on: day)
    let classes = rules.task.pace(on: period.first)
    guard months > 0, let asked = rules.task.norm(on: period.first) else { return nil }
    let part = asked.part(after: months)
    // housed / task against percent x part / whole, without fractions.
    guard
      let rule = classes.first(where: { task <= 0 || housed * 100 * asked.whole >= $0.percent * task * part })
        ?? classes.last
    else { return nil }
    (self.months, self.housed, self.task, self.rule, self.asked) = (months, housed, task, rule, asked)
  }

  static func monthsOver(in period: HalfYear, on day: Day) -> Int {
    if day > period.last { return 6 }
    if day < period.first { return 0 }
    return day.parts.month - period.first.parts.month
  }
}

extension TaskRules.NormRule {
  /// What the whole task is in parts.
  var whole: Int { parts[parts.count - 1] }

  func part(after months: Int) -> Int { months < 1 ? 0 : parts[min(months, parts.count) - 1] }

  /// Persons that are asked of a task after so many months.
  public func persons(of task: Int, after months: Int) -> Int {
    task > 0 ? rounding.quotient(task * part(after: months), whole) : 0
  }

  /// The same by the end of a day: it rises with each month that is over, and between stands still.
  public func persons(of task: Int, in period: HalfYear, byEndOf day: Day) -> Int {
    persons(of: task, after: Pace.monthsOver(in: period, on: day + 1))
  }
}
