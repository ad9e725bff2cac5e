/// What somebody wants to record. The screens, the command line and the importers perform the same ones.
public enum Action: Hashable, Sendable {
  /// This happened on that day.
  case record(Event.Body, on: Day)
  /// Takes back all events of one act; of an act that took something back: a redo.
  case undo(act: EventID)
  /// What an earlier event should have said.
  case correct(EventID, Event.Body, on: Day, why: String)
  /// These persons go on as a household of their own, under the new number.
  case split([PersonID], into: DossierID, on: Day, text: String)
  /// The other household joins this one.
  case merge(Dossier, on: Day)
}

/// The events an action comes to: in this dossier, and for a split or merge in the other one.
public struct Decision: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var day: Day
    public var body: Event.Body
    public init(_ day: Day, _ body: Event.Body) { (self.day, self.body) = (day, body) }
  }

  public struct Other: Hashable, Sendable {
    public var id: DossierID
    public var entries: [Entry]
  }

  public var own: [Entry]
  public var others: [Other] = []

  public init(own: [Entry], others: [Other] = []) { (self.own, self.others) = (own, others) }
}
