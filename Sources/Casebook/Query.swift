import Journey

/// Which households a list shows, and in which order. Empty: all open ones by urgency.
public struct Query: Hashable, Sendable {
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// due day, then the longest silence with whoever has the turn
    case urgency
    case name
    /// the longest waiting first
    case waiting
    /// the highest case number first
    case newest
    /// along the way, in a stage by urgency
    case stage
  }

  /// Words; every one must be found. One or two letters are the beginning of a name.
  public var text = ""
  /// Empty: every stage.
  public var stages: Set<Stage> = []
  /// CBS codes, `GM0344`. Empty: everywhere.
  public var municipalities: Set<String> = []
  /// Who has the turn.
  public var party: PartyID?
  public var owner: String?
  /// A code of the rulebook; `*`: any.
  public var blocker: String?
  /// Only with a due day before ``today``.
  public var overdue = false
  /// Only for `overdue`.
  public var today: Day?
  public var minPersons: Int?
  public var maxPersons: Int?
  /// A part of the name of the reception place.
  public var reception: String?
  /// Leaves closed dossiers out.
  public var open = true
  public var order = Order.urgency

  public init(text: String = "", order: Order = .urgency) { (self.text, self.order) = (text, order) }
}

/// Whose households a figure is about.
public enum Scope: Hashable, Sendable {
  case everything
  case municipality(String)
  case municipalities(Set<String>)
}
