/// A goal of the household, in its own words.
public struct Goal: Hashable, Sendable {
  public enum State: Hashable, Sendable { case open, reached(Day), letGo(Day) }

  /// The sequence of the event that set it.
  public var number: Int
  public var words: String
  /// Whose it is; nil: of all of them.
  public var person: PersonID?
  /// Who helps; nil: they do it themselves.
  public var helper: Contact?
  public var by: Day?
  public var since: Day
  public var state = State.open
  /// What they said when it was reached or let go.
  public var ending = ""
  /// How it was said before, the first first.
  public var earlier: [String] = []

  public var isOpen: Bool { state == .open }
  var key: StepKey { StepKey(rawValue: "goal.\(number)") }
}

/// The whole plan of one household: what it wants itself, beside it who helps with what, and when they last saw it together.
public struct Plan: Hashable, Sendable {
  public struct Help: Hashable, Sendable {
    public var who: Contact
    /// Open steps that are theirs, by due day.
    public var steps: [Standing.Step]
  }

  public struct Agreed: Hashable, Sendable {
    public var day: Day
    public var persons: [PersonID]
    public var present: String
    public var text: String
    public var next: Day?
  }

  /// Open ones first.
  public var goals: [Goal]
  /// Whose step is due first, first.
  public var help: [Help]
  /// When it was last seen together; nil: never.
  public var agreed: Agreed?

  static let review = StepKey("plan")
}

extension Dossier {
  public func plan(_ rules: Rulebook) -> Plan { plan(standing(rules)) }

  public func plan(_ standing: Standing) -> Plan {
    var help: [Plan.Help] = []
    for step in standing.steps where step.isOpen && !step.overall && step.act != .discussGoal {
      if let index = help.firstIndex(where: { $0.who == step.owner }) {
        help[index].steps.append(step)
      } else {
        help.append(Plan.Help(who: step.owner, steps: [step]))
      }
    }
    return Plan(goals: goals.filter(\.isOpen) + goals.filter { !$0.isOpen }, help: help, agreed: planAgreed)
  }

  mutating func set(_ goal: Event.GoalSet, _ event: Event) {
    goals.append(
      Goal(
        number: event.sequence, words: goal.words, person: goal.person, helper: goal.helper, by: goal.by,
        since: event.day))
  }

  mutating func discuss(_ discussed: Event.GoalDiscussed, _ day: Day) {
    guard let index = goals.firstIndex(where: { $0.number == discussed.goal }) else { return }
    switch discussed.outcome {
    case .reached: (goals[index].state, goals[index].ending) = (.reached(day), discussed.words)
    case .letGo: (goals[index].state, goals[index].ending) = (.letGo(day), discussed.words)
    case .changed:
      goals[index].earlier.append(goals[index].words)
      goals[index].words = discussed.words
      goals[index].by = discussed.by ?? goals[index].by
    }
  }

  /// The day agreed on to look at the plan again, also where it was moved.
  var nextLook: Day? { stepDates[Plan.review]?.due ?? planAgreed?.next }

  mutating func agree(_ plan: Event.PlanAgreed, _ day: Day) {
    // A day that was moved was of the look before this one.
    stepDates[Plan.review] = nil
    planAgreed = Plan.Agreed(
      day: day, persons: plan.persons, present: plan.present, text: plan.text, next: plan.next)
  }
}
