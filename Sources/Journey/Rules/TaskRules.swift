/// The task (taakstelling) as dated data: whether there is a target, how it is rounded, when links are counted, what is
/// behind, what the province looks at. Abolishing the task is a `valid-until` in the rulebook.
public struct TaskRules: Sendable, Hashable {
  public var targets: [TargetRule] = []
  public var referenceDates: [ReferenceDateRule] = []
  /// What should be done by when, and the classes of who does more or less.
  public var norms: [NormRule] = []
  public var pace: [PaceRule] = []
  /// Whether a balance passes on to the next half-year, and whether a lack of links excuses: while one of each holds.
  public var carryOver: [Rulebook.Named] = []
  public var excuse: [Rulebook.Named] = []
  /// That a municipality may take over a part of another's target: while one holds.
  public var shifts: [Rulebook.Named] = []
  /// What is said beside a backlog of before that can be enforced, while it holds.
  public var enforcement: [Rulebook.Named] = []
  public var signals: [SignalRule] = []
  /// Who takes part in an integrated plan.
  public var desks: [Rulebook.Named] = []

  public init() {}

  /// How the target of a municipality follows from the national need: `need x its inhabitants / those of the country`.
  public struct TargetRule: Sendable, Hashable {
    public enum Rounding: String, Sendable, CaseIterable { case up, nearest }
    public var id: String
    public var name: Phrase
    public var rounding: Rounding
    /// Inhabitants count as on 1 January this many calendar years before that of the half-year.
    public var populationYearsBefore: Int
    /// Days before the half-year begins by which the need must be published.
    public var publicationDays: Int
    public var validity: Rulebook.Validity
    public var source: String
    /// The source as it is named beside a figure; empty: whole.
    public var cite: String
  }

  /// The day in a half-year by which COA must have linked enough persons.
  public struct ReferenceDateRule: Sendable, Hashable {
    public var id: String
    public var name: Phrase
    /// 1 or 2.
    public var half: Int
    public var month: Int
    public var day: Int
    public var validity: Rulebook.Validity
    public var source: String
  }

  /// How much of the task should be done after each of the six months, in parts of the last, which is all of it.
  public struct NormRule: Sendable, Hashable {
    public var id: String
    public var name: Phrase
    /// Six numbers that do not fall; the last is at least 1.
    public var parts: [Int]
    public var rounding: TargetRule.Rounding
    public var validity: Rulebook.Validity
    public var source: String
  }

  /// A class of pace: from this percentage of the norm.
  public struct PaceRule: Sendable, Hashable {
    public var id: String
    public var name: Phrase
    public var percent: Int
    public var validity: Rulebook.Validity
    public var source: String
  }

  /// When the program points at something; it never says that a step was taken.
  public struct SignalRule: Sendable, Hashable {
    public enum Sort: String, Sendable, CaseIterable {
      /// Short at the end of a half-year.
      case backlog
      /// Short at the end of `count` half-years in a row.
      case missed
      /// Below the norm after `count` months of a half-year.
      case pace
    }
    public var id: String
    public var name: Phrase
    public var sort: Sort
    public var count: Int
    /// CBS codes of provinces that use it; empty: all.
    public var provinces: [String]
    public var validity: Rulebook.Validity
    public var source: String
  }
}

extension TaskRules {
  /// The rule that sets a target for a half-year that begins on this day; nil: there is no task then.
  public func target(on day: Day) -> TargetRule? { targets.first { $0.validity.covers(day) } }

  /// The norm of a half-year that begins on this day; nil: nothing is asked before its end.
  public func norm(on day: Day) -> NormRule? { norms.first { $0.validity.covers(day) } }

  /// The rule by which a target is shifted in a half-year that begins on this day; nil: it cannot be.
  public func shift(on day: Day) -> Rulebook.Named? { shifts.first { $0.validity.covers(day) } }

  /// The classes in force, the best first.
  public func pace(on day: Day) -> [PaceRule] {
    pace.filter { $0.validity.covers(day) }.sorted { $0.percent > $1.percent }
  }

  /// The day links are counted, of a half-year that begins on `first`.
  public func referenceDate(half: Int, from first: Day) -> Day? {
    referenceDates.first { $0.half == half && $0.validity.covers(first) }.flatMap { Day(first.year, $0.month, $0.day) }
  }

  public func carries(on day: Day) -> Bool { carryOver.contains { $0.validity.covers(day) } }
  public func excuses(on day: Day) -> Bool { excuse.contains { $0.validity.covers(day) } }

  /// The last day of the task, where a day ends it for good; nil while it goes on.
  public var abolished: Day? {
    targets.contains { $0.validity.until == nil } ? nil : targets.compactMap(\.validity.until).max()
  }
}
