import Journey

/// What must hold of a dossier to be in a list. Without a test that a row could leave unanswered: what is not so, is so
/// when negated.
public indirect enum Filter: Hashable, Sendable {
  /// Empty: everything.
  case all([Filter])
  /// Empty: nothing.
  case any([Filter])
  case not(Filter)

  case stages(Set<Stage>)
  /// CBS codes, `GM0344`; empty text: not linked.
  case municipalities(Set<String>)
  /// Who has the turn; an empty one: nobody.
  case parties(Set<PartyID>)
  /// Folded; a part of the organisation or of the name of whoever has the turn.
  case contact(String)
  /// Exactly this organisation has the turn; empty: whoever has it is of none that is named, or nobody has it.
  case organisation(String)
  /// Somebody of exactly this name has the turn; empty: nobody by name.
  case person(String)
  /// Exactly this person has the turn.
  case turnOf(Contact)
  /// An account, exactly; empty: nobody.
  case owner(String)
  /// Folded; a part of an account, or the whole of one where there is one of that name.
  case lead(String)
  /// Folded; a part of the name of the reception place. Empty: in none.
  case reception(String)
  /// A code of the rulebook; nil: any.
  case blocker(String?)
  /// Nationalities of the head, RvIG table 32.
  case origins(Set<String>)
  /// The home must have one of these.
  case needs(Set<Feature>)
  /// Somebody of the household came to count for the task on these days (``Day/number``), for one of these
  /// municipalities; none: for any.
  case realised(ClosedRange<Int>, for: Set<String>)
  /// Left a stage on these days (``Day/number``) in one of these municipalities, for another stage or out of them; none:
  /// wherever.
  case left(Stage, ClosedRange<Int>, in: Set<String>)
  /// Somebody of it was linked by the end of a day (``Day/number``) for one of these municipalities, none: for any: on the
  /// way then, or come to count since the other day.
  case linked(by: Int, since: Int, for: Set<String>)
  /// Some of its days from permit to first home, without one up to a day (``Day/number``), were this party's; an empty one:
  /// nobody's.
  case spent(PartyID, by: Int)
  case between(Measure, ClosedRange<Int>)
  /// Folded; how a word of the name begins.
  case name(String)
  /// Words; every one must be found. One or two letters alone are the beginning of the name.
  case text(String)

  /// What is counted or dated of a dossier. Days are ``Day/number``.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case persons
    /// announced and not yet here
    case relatives
    /// the key of the case number
    case number
    case due
    /// the day whoever is to act got the turn
    case waitingSince
    case stageSince
    /// the last sign of life of whoever is to act, or the day they got the turn where that is later
    case lastTouch
    /// the day of the last recorded event, where this program runs
    case changed
    /// the day of the first home; 0: none yet
    case home
    /// days from permit to first home; -1: none yet
    case leadTime
    /// the day of the link that waits for its first call; 0: none does
    case uncalled
  }

  public static let everything = Filter.all([])

  /// All of them, with the words of all searched for together.
  public static func every(_ parts: [Filter]) -> Filter {
    let flat = parts.flatMap(\.conjuncts)
    let words = flat.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let rest = flat.filter { if case .text = $0 { false } else { true } }
    let all = rest + (words.isEmpty ? [] : [.text(words.joined(separator: " "))])
    return all.count == 1 ? all[0] : .all(all)
  }

  public static func either(_ parts: [Filter]) -> Filter { parts.count == 1 ? parts[0] : .any(parts) }

  /// The parts that must all hold.
  public var conjuncts: [Filter] { if case .all(let parts) = self { parts } else { [self] } }

  /// What is below `niet`, or on one side of `of` alone, leaves other places open.
  var namesMunicipality: Bool {
    switch self {
    case .municipalities: true
    case .realised(_, for: let towns), .left(_, _, in: let towns), .linked(_, _, let towns): !towns.isEmpty
    case .all(let parts): parts.contains(where: \.namesMunicipality)
    case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.namesMunicipality)
    default: false
    }
  }

  /// Whether it or any part of it is such a one.
  func contains(where isSuch: (Filter) -> Bool) -> Bool {
    if isSuch(self) { return true }
    switch self {
    case .all(let parts), .any(let parts): return parts.contains { $0.contains(where: isSuch) }
    case .not(let part): return part.contains(where: isSuch)
    default: return false
    }
  }

  /// Days and numbers that are there at all: from the first to the last before ``Schema/noDay``.
  static let anyDay = 1...(Schema.noDay - 1)

  /// Only with a due day before this one.
  public static func overdue(_ today: Day) -> Filter { .between(.due, 1...max(1, Int(today.number) - 1)) }
}
