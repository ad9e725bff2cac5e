import Journey

/// What a municipality that does well has: project structure, integrated plan, commitment of the administrators. Each with
/// its evidence, and what lacks in words.
public struct Approach: Sendable {
  public enum Ingredient: String, CaseIterable, Sendable {
    case structure, plan, commitment

    public var name: Phrase {
      switch self {
      case .structure: Phrase("Projectstructuur", "Project structure")
      case .plan: Phrase("Integraal plan", "Integrated plan")
      case .commitment: Phrase("Bestuurlijk commitment", "Commitment of the administrators")
      }
    }

    /// One letter, for a narrow column: S, P, B (English C).
    public var letter: Phrase {
      switch self {
      case .structure: Phrase(same: "S")
      case .plan: Phrase(same: "P")
      case .commitment: Phrase("B", "C")
      }
    }
  }

  /// Nothing there, there with gaps, there without.
  public enum Strength: Int, Comparable, Sendable {
    case missing, partial, whole

    /// `○`, `◐`, `●`: a shape, no colour.
    public var sign: String {
      switch self {
      case .missing: "○"
      case .partial: "◐"
      case .whole: "●"
      }
    }
    public var name: Phrase {
      switch self {
      case .missing: Phrase("ontbreekt", "missing")
      case .partial: Phrase("met gaten", "with gaps")
      case .whole: Phrase("op orde", "in order")
      }
    }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public struct Part: Hashable, Sendable {
    public let ingredient: Ingredient
    public let strength: Strength
    /// What there is, in a line: `7 acties, 2 te laat`.
    public let summary: Phrase
    /// Texts and links, as they were posted.
    public let evidence: [String]
    /// What lacks; empty: nothing.
    public let gaps: [Phrase]
  }

  /// An action of the plan as it stands.
  public struct Action: Hashable, Sendable {
    /// Under which it was posted: what `done`, `move` and `drop` name.
    public let number: Int
    public let title: String
    public let owner: String
    /// A desk of the rulebook; empty: not said.
    public let desk: String
    public let due: Day?
    /// How often it was moved.
    public let moves: Int
    public let isOpen: Bool
    /// The day it was done; nil when it is open or was dropped.
    public let done: Day?
    public let evidence: String

    public func isLate(_ today: Day) -> Bool { isOpen && (due.map { $0 < today } ?? false) }
  }

  public let municipality: String
  public let structure: TaskEvent.ProjectStructure?
  /// The day the steering group met last.
  public let lastMeeting: Day?
  public let goals: [TaskEvent.Goal]
  /// Open ones by due day, then those that ended.
  public let actions: [Action]
  public let commitments: [Filed<TaskEvent.Commitment>]
  /// In the order of ``Ingredient``.
  public let parts: [Part]

  public var gaps: [Phrase] { parts.flatMap(\.gaps) }
  /// Nothing of it was recorded.
  public var isEmpty: Bool { parts.allSatisfy { $0.strength == .missing } }
  public func part(_ ingredient: Ingredient) -> Part { parts.first { $0.ingredient == ingredient }! }

  public init(_ municipality: String, _ book: TaskBook, _ rules: Rulebook, today: Day) {
    let posted = book.approaches[municipality] ?? PostedApproach()
    self.municipality = municipality
    structure = posted.structure?.value
    lastMeeting = posted.meetings.compactMap { $0.event?.day }.max()
    goals = posted.goals.map(\.value)
    commitments = posted.commitments
    actions = book.actions.values.filter { Reference.present($0.planned.municipality) == municipality }
      .map(Action.init).sorted {
        ($0.isOpen ? 0 : 1, $0.due ?? .far, $0.number) < ($1.isOpen ? 0 : 1, $1.due ?? .far, $1.number)
      }
    let look = ApproachLook(posted: posted, lastMeeting: lastMeeting, actions: actions, rules: rules, today: today)
    parts = [look.structure, look.plan, look.commitment]
  }
}

extension Approach.Action {
  init(_ posted: PostedApproach.Action) {
    number = posted.number
    (title, owner, desk) = (posted.planned.title, posted.planned.owner, posted.planned.desk)
    (due, moves, evidence) = (posted.due, posted.moves, posted.evidence)
    isOpen = posted.state == .open
    if case .done(let day) = posted.state { done = day } else { done = nil }
  }
}

extension Day {
  /// After every real one.
  fileprivate static let far = Day(9999, 12, 31)!
}
