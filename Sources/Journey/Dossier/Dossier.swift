/// A household and its story so far: the fold of its events. Holds facts only; what follows from them on a day by the
/// rules is a ``Standing``.
public struct Dossier: Hashable, Sendable {
  public let id: DossierID
  /// Every event, also those taken back, in order of sequence.
  public internal(set) var story: [Event] = []
  /// Ids of events that were taken back.
  public internal(set) var takenBack: Set<EventID> = []
  /// What events say after correction, by the id of the corrected event.
  public internal(set) var corrections: [EventID: Event.Correction] = [:]

  public internal(set) var persons: [Person] = []
  public internal(set) var reception = ""
  public internal(set) var permit: Event.Permit?
  public internal(set) var needs = Needs()
  public internal(set) var criteria: [Criterion] = []
  public internal(set) var link: Link?
  /// Municipalities it was linked to before, and until when.
  public internal(set) var formerLinks: [FormerLink] = []
  public internal(set) var offer: Offer?
  public internal(set) var offersRefused = 0
  public internal(set) var housing: Housing?
  public internal(set) var guestStay: Event.Stay?
  public internal(set) var absence: Event.Reason?
  public internal(set) var outcome: Outcome?
  public internal(set) var owner = ""
  public internal(set) var turn: Turn?
  public internal(set) var blockers: [OpenBlocker] = []
  public internal(set) var network: [NetworkEntry] = []
  /// The last sign of life by party and, where that is known, organisation.
  public internal(set) var heard: [Contact: Day] = [:]
  public internal(set) var ownSteps: [AddedStep] = []
  public internal(set) var stepNotes: [StepKey: StepNote] = [:]
  public internal(set) var stepDates: [StepKey: Event.StepMove] = [:]
  /// The day each kind of thing last happened on this way, for the household or for one person.
  public internal(set) var marks: [Mark: Day] = [:]
  public internal(set) var stageSince = Day(number: 0)
  /// The day of the first move into any home. Who counts for the task, and from when, say ``realisations(_:)``.
  public internal(set) var realised: Day?
  /// Whoever was drawn in, those who left included.
  public internal(set) var drawnIn: [DrawnIn] = []
  public internal(set) var goals: [Goal] = []
  public internal(set) var planAgreed: Plan.Agreed?
  /// Every time the household passed from one party to the next, the latest last.
  public internal(set) var handovers: [Handover] = []

  public init(id: DossierID) { self.id = id }

  public var sequence: Int { story.last?.sequence ?? 0 }
  public var isOpen: Bool { outcome == nil && !story.isEmpty }

  /// Stage by the facts: the furthest station reached.
  public var stage: Stage {
    if outcome != nil { return .closed }
    if let housing { return housing.registered && !housing.isTemporary ? .aftercare : .housed }
    if let offer { return offer.lease == nil ? .contract : .moving }
    if let link { return link.accepted == nil ? .linked : .search }
    if permit != nil { return marks[.screening] == nil ? .permit : .profile }
    return .reception
  }

  public func person(_ id: PersonID) -> Person? { persons.first { $0.id == id } }

  /// Members that count, relatives abroad included: the home has to fit them.
  public var members: [Person] { persons.filter(\.counts) }
  /// Members still to be housed now: what counts for the task, in persons.
  public var awaitingHome: [Person] { persons.filter(\.awaitsHome) }

  public var head: Person? { members.first { $0.relation == .head } ?? members.first ?? persons.first }
  public var name: String { head?.listName ?? id.description }
  public var nextPersonID: PersonID { PersonID((persons.map(\.id.rawValue).max() ?? 0) + 1) }

  /// The municipality whose task this is now.
  public var municipality: String? { link?.municipality }

  /// The event as it counts now: corrected where it was corrected.
  public func effective(_ event: Event) -> Event {
    guard let correction = corrections[event.id] else { return event }
    return Event(
      id: event.id, sequence: event.sequence, day: correction.day, recordedAt: event.recordedAt, actor: event.actor,
      source: event.source, act: event.act, body: correction.body.body)
  }
}

extension Dossier {
  public struct Link: Hashable, Sendable {
    public var municipality: String
    public var since: Day
    public var hard: Bool
    public var accepted: Day?
  }

  public struct FormerLink: Hashable, Sendable {
    public var municipality: String
    public var until: Day
    public var reason: String
  }

  public struct Offer: Hashable, Sendable {
    public var home: Event.Home
    public var day: Day
    public var viewed: Day?
    /// Refused and not yet judged by COA.
    public var refused: Event.Reason?
    public var lease: Event.Lease?
  }

  public struct Housing: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case permanent, own, temporary(Event.TemporaryHome.Kind, until: Day?) }
    public var kind: Kind
    public var address: String
    public var since: Day
    public var registered: Bool
    public var isTemporary: Bool { if case .temporary = kind { true } else { false } }
  }

  /// Whose turn it was said to be, against the default of the stage.
  public struct Turn: Hashable, Sendable {
    public var contact: Contact
    public var since: Day
    /// Of the event that said so.
    public var sequence: Int
    public var text: String
    public var until: Day?
    /// Why that day is not the one agreed first.
    public var moved: String?
    /// The same one had it by the stage before anybody said so.
    public var followsStage = false
    /// What moves the moment agreed says of it.
    public var key: StepKey { .turn(of: sequence) }
  }

  public struct OpenBlocker: Hashable, Sendable {
    public var code: String
    public var text: String
    public var since: Day
  }

  /// Somebody this household has at a party, and when they last spoke.
  public struct NetworkEntry: Hashable, Sendable {
    public var contact: Contact
    /// Also with whom they followed.
    public var lastContact: Day?
    /// Since they followed somebody, where they did.
    public var spoken: Day?
  }

  public struct AddedStep: Hashable, Sendable {
    public var key: StepKey
    public var title: String
    public var due: Day?
    public var owner: Contact
    public var since: Day
  }

  public struct StepNote: Hashable, Sendable {
    public enum State: Hashable, Sendable { case done, waived }
    public var state: State
    public var day: Day
    public var text: String
  }
}

/// What terms and steps start from or end with: a kind of event, for the household or for one person.
public enum Mark: Hashable, Sendable {
  case household(Event.Kind)
  case person(Event.Kind, PersonID)
  /// The day the lease starts, not the day it was signed.
  case leaseStart
  /// Moved into any home, also a temporary or an own one.
  case housed
  /// A refusal waits for COA's judgement.
  case refusalPending
  /// The end agreed for a guest stay or a temporary home.
  case guestUntil
  case temporaryUntil
  case relativesExpected

  static let screening = Mark.household(.screeningHeld)
}
