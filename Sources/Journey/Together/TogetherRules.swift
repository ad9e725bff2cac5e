/// What the rulebook says of working together: who hands over to whom and what they go through, and what may go to whom.
public struct TogetherRules: Sendable, Hashable {
  /// What a handover goes through; each change has its own of these.
  public var points: [Rulebook.Named] = []
  public var handovers: [HandoverRule] = []
  public var sheets: [SheetRule] = []

  public init() {}

  public func handover(_ change: Handover.Change) -> HandoverRule? { handovers.first { $0.change == change } }
  public func sheet(_ id: String) -> SheetRule? { sheets.first { $0.id == id } }
  public func point(_ id: String) -> Phrase { points.named(id) }

  /// The points of a change, in the order of the list.
  public func points(_ change: Handover.Change) -> [Rulebook.Named] {
    let wanted = handover(change)?.points ?? []
    return points.filter { wanted.contains($0.code) }
  }
}

/// At which change of hands a warm handover is expected.
public struct HandoverRule: Sendable, Hashable {
  public var change: Handover.Change
  public var name: Phrase
  public var from: PartyID
  public var to: PartyID
  /// While the household is in one of these, a handover that nobody gave shows as a step; empty: always.
  public var stages: Set<Stage>
  /// Codes of points to go through.
  public var points: [String]
  /// The sheet that goes with it; empty: none.
  public var sheet: String
  /// Within which somebody takes over; nil: no due day.
  public var term: String?
  public var validity: Rulebook.Validity
  public var source: String
}

/// What may go to whom for one purpose, and by which law.
public struct SheetRule: Sendable, Hashable {
  public var id: String
  public var name: Phrase
  public var to: [PartyID]
  /// Empty: every stage.
  public var stages: Set<Stage>
  /// About whom; all must hold of a person. Empty: everybody who counts.
  public var persons: [Condition]
  public var fields: [SheetField]
  public var validity: Rulebook.Validity
  /// The law or task it rests on.
  public var ground: Phrase

  public func holds(in stage: Stage, on day: Day) -> Bool {
    (stages.isEmpty || stages.contains(stage)) && validity.covers(day)
  }
}
