/// What events carry. Every field a reader needs to judge the event later; nothing a screen can derive.
extension Event {
  public struct Registered: Hashable, Sendable, Codable {
    public var persons: [Person]
    /// `azc Utrecht`; empty when unknown.
    public var reception: String
    public init(persons: [Person], reception: String = "") { (self.persons, self.reception) = (persons, reception) }
  }

  public struct Place: Hashable, Sendable, Codable {
    public var place: String
    public init(_ place: String) { self.place = place }
  }

  public struct Permit: Hashable, Sendable, Codable {
    /// Vw 2000 art. 28, 33; derived permits of joining relatives (29-2); invited refugees.
    public enum Kind: String, Sendable, Codable, CaseIterable {
      case temporary = "asylum-temporary"
      case permanent = "asylum-permanent"
      case derived
      case resettled
    }
    public var kind: Kind
    public init(_ kind: Kind) { self.kind = kind }
  }

  public struct Profile: Hashable, Sendable, Codable {
    public var needs: Needs
    public var criteria: [Criterion]
    public init(needs: Needs = Needs(), criteria: [Criterion] = []) { (self.needs, self.criteria) = (needs, criteria) }
  }

  public struct Linked: Hashable, Sendable, Codable {
    /// CBS code, `GM0344`.
    public var municipality: String
    /// The link follows from a hard criterion.
    public var hard: Bool
    /// Why another municipality, for a re-link.
    public var reason: String
    public init(_ municipality: String, hard: Bool = false, reason: String = "") {
      (self.municipality, self.hard, self.reason) = (municipality, hard, reason)
    }
  }

  /// A reason: a code of the rulebook's list for this event, and words.
  public struct Reason: Hashable, Sendable, Codable {
    public var code: String
    public var text: String
    public init(_ code: String, _ text: String = "") { (self.code, self.text) = (code, text) }
  }

  public struct Home: Hashable, Sendable, Codable {
    public var address: String
    public var landlord: Contact
    public var rooms: Int?
    /// Euros a month.
    public var rent: Int?
    public var features: [Feature]
    public init(
      address: String, landlord: Contact = Contact(.corporation), rooms: Int? = nil, rent: Int? = nil,
      features: [Feature] = []
    ) {
      (self.address, self.landlord, self.rooms, self.rent, self.features) = (address, landlord, rooms, rent, features)
    }
  }

  public struct Lease: Hashable, Sendable, Codable {
    public var start: Day
    public init(start: Day) { self.start = start }
  }

  public struct Judgement: Hashable, Sendable, Codable {
    /// COA's judgement of a refusal (K4, K6).
    public enum Verdict: String, Sendable, Codable, CaseIterable {
      case acceptedAfterAll, justified, justifiedElsewhere, unjustified
    }
    public var verdict: Verdict
    public var text: String
    public init(_ verdict: Verdict, _ text: String = "") { (self.verdict, self.text) = (verdict, text) }
  }

  public struct Moved: Hashable, Sendable, Codable {
    public var address: String
    /// For an own home: where it counts. Empty: the linked municipality.
    public var municipality: String
    /// Who moved in; empty: everybody who waited for a home.
    public var persons: [PersonID]
    public init(address: String = "", municipality: String = "", persons: [PersonID] = []) {
      (self.address, self.municipality, self.persons) = (address, municipality, persons)
    }
  }

  public struct TemporaryHome: Hashable, Sendable, Codable {
    /// Which of these count for the task says the rulebook.
    public enum Kind: String, Sendable, Codable, CaseIterable { case har, throughFlow, flex, other }
    public var kind: Kind
    public var address: String
    public var until: Day?
    public init(_ kind: Kind, address: String = "", until: Day? = nil) {
      (self.kind, self.address, self.until) = (kind, address, until)
    }
  }

  public struct PersonNamed: Hashable, Sendable, Codable {
    public var person: PersonID
    public var text: String
    public init(_ person: PersonID, _ text: String = "") { (self.person, self.text) = (person, text) }
  }

  public struct PersonBSN: Hashable, Sendable, Codable {
    public var person: PersonID
    public var bsn: BSN
    public init(_ person: PersonID, _ bsn: BSN) { (self.person, self.bsn) = (person, bsn) }
  }

  public struct PersonReason: Hashable, Sendable, Codable {
    /// nil: the whole household.
    public var person: PersonID?
    public var code: String
    public var text: String
    public init(_ person: PersonID?, _ code: String, _ text: String = "") {
      (self.person, self.code, self.text) = (person, code, text)
    }
  }

  public struct Relatives: Hashable, Sendable, Codable {
    public var persons: [Person]
    public var expected: Day?
    public init(_ persons: [Person], expected: Day? = nil) { (self.persons, self.expected) = (persons, expected) }
  }

  public struct Arrival: Hashable, Sendable, Codable {
    public var persons: [PersonID]
    /// Straight to the sponsor's home; else to reception.
    public var toHome: Bool
    public init(_ persons: [PersonID], toHome: Bool) { (self.persons, self.toHome) = (persons, toHome) }
  }

  public struct HousingCheck: Hashable, Sendable, Codable {
    public var fits: Bool
    public var text: String
    public init(fits: Bool, _ text: String = "") { (self.fits, self.text) = (fits, text) }
  }

  public struct Stay: Hashable, Sendable, Codable {
    public var address: String
    public var until: Day?
    public init(_ address: String, until: Day? = nil) { (self.address, self.until) = (address, until) }
  }

  public struct Born: Hashable, Sendable, Codable {
    public var person: Person
    public init(_ person: Person) { self.person = person }
  }

  public struct Guarded: Hashable, Sendable, Codable {
    public var person: PersonID
    public var guardianship: Person.Guardianship
    public init(_ person: PersonID, _ guardianship: Person.Guardianship) {
      (self.person, self.guardianship) = (person, guardianship)
    }
  }

  /// How these people are best spoken to.
  public struct Languages: Hashable, Sendable, Codable {
    public var persons: [PersonID]
    public var spoken: Spoken
    public init(_ persons: [PersonID], _ spoken: Spoken) { (self.persons, self.spoken) = (persons, spoken) }
  }

  /// Some of a household go on as a household of their own. In the old story: who went where; in the new: who came, with
  /// what they bring along.
  public struct Split: Hashable, Sendable, Codable {
    public var other: DossierID
    public var persons: [PersonID]
    public var text: String
    public init(_ other: DossierID, _ persons: [PersonID], _ text: String = "") {
      (self.other, self.persons, self.text) = (other, persons, text)
    }
  }

  /// The persons of another dossier join this household.
  public struct Join: Hashable, Sendable, Codable {
    public var other: DossierID
    public var persons: [Person]
    public init(_ other: DossierID, _ persons: [Person]) { (self.other, self.persons) = (other, persons) }
  }

  public struct Merge: Hashable, Sendable, Codable {
    public var other: DossierID
    public init(_ other: DossierID) { self.other = other }
  }

  public struct MunicipalMerger: Hashable, Sendable, Codable {
    public var from: String
    public var to: String
    public init(from: String, to: String) { (self.from, self.to) = (from, to) }
  }

  public struct ContactMade: Hashable, Sendable, Codable {
    public enum Channel: String, Sendable, Codable, CaseIterable { case phone, mail, visit, meeting, message }
    public var contact: Contact
    public var channel: Channel
    public var text: String
    /// The next moment agreed on.
    public var next: Day?
    /// Whose turn it is from now on; nil leaves it where it is.
    public var turn: Contact?
    public init(_ contact: Contact, _ channel: Channel, _ text: String = "", next: Day? = nil, turn: Contact? = nil) {
      (self.contact, self.channel, self.text, self.next, self.turn) = (contact, channel, text, next, turn)
    }
  }

  /// What people who walked through the households decided about this one. Nobody of the household or its network was
  /// spoken to by that alone.
  public struct Reviewed: Hashable, Sendable, Codable {
    /// What was decided.
    public var text: String
    /// Whose turn it is from now on; nil leaves it where it is.
    public var turn: Contact?
    /// When it is looked at again.
    public var next: Day?
    /// Which meeting it was, and who was at it; empty when nobody said.
    public var meeting: String
    public init(_ text: String, turn: Contact? = nil, next: Day? = nil, meeting: String = "") {
      (self.text, self.turn, self.next, self.meeting) = (text, turn, next, meeting)
    }
  }

  public struct Waiting: Hashable, Sendable, Codable {
    public var on: Contact
    public var text: String
    public var until: Day?
    public init(_ on: Contact, _ text: String = "", until: Day? = nil) {
      (self.on, self.text, self.until) = (on, text, until)
    }
  }

  public struct Blocker: Hashable, Sendable, Codable {
    /// A code of the rulebook's list.
    public var code: String
    /// What exactly.
    public var text: String
    /// Cleared: what helped, in one line that names nobody (``KeptOut``).
    public var helped: String?
    public init(_ code: String, _ text: String = "", helped: String? = nil) {
      (self.code, self.text, self.helped) = (code, text, helped)
    }
  }

  /// Something to remember for others, told apart from what happened.
  public struct LessonLearned: Hashable, Sendable, Codable {
    /// One line that names nobody (``KeptOut``).
    public var text: String
    /// The blocker it is about, a code of the rulebook's list; nil: none in particular.
    public var blocker: String?
    public init(_ text: String, blocker: String? = nil) { (self.text, self.blocker) = (text, blocker) }
  }

  /// A lesson of elsewhere was used for this household.
  public struct LessonUse: Hashable, Sendable, Codable {
    public var lesson: LessonID
    /// As it was read.
    public var text: String
    public init(_ lesson: LessonID, _ text: String) { (self.lesson, self.text) = (lesson, text) }
  }

  public struct Note: Hashable, Sendable, Codable {
    public var text: String
    public init(_ text: String) { self.text = text }
  }

  public struct OwnStep: Hashable, Sendable, Codable {
    public var title: String
    public var due: Day?
    public var owner: Contact
    public init(_ title: String, due: Day?, owner: Contact) { (self.title, self.due, self.owner) = (title, due, owner) }
  }

  public struct StepNote: Hashable, Sendable, Codable {
    public var step: StepKey
    public var text: String
    public init(_ step: StepKey, _ text: String = "") { (self.step, self.text) = (step, text) }
  }

  public struct StepMove: Hashable, Sendable, Codable {
    public var step: StepKey
    public var due: Day
    public var text: String
    public init(_ step: StepKey, to due: Day, _ text: String) { (self.step, self.due, self.text) = (step, due, text) }
  }

  public struct Assigned: Hashable, Sendable, Codable {
    /// The account of whoever keeps the story together; empty: nobody.
    public var owner: String
    public init(_ owner: String) { self.owner = owner }
  }

  public struct Closing: Hashable, Sendable, Codable {
    public var outcome: Outcome
    public var text: String
    /// What helped most, in one line that names nobody (``KeptOut``).
    public var helped: String?
    public init(_ outcome: Outcome, _ text: String = "", helped: String? = nil) {
      (self.outcome, self.text, self.helped) = (outcome, text, helped)
    }
  }

  /// Takes back whole events; they stay in the story, marked. Taking back an `undone` is a redo.
  public struct Undone: Hashable, Sendable, Codable {
    public var events: [EventID]
    public init(_ events: [EventID]) { self.events = events }
  }

  /// What an earlier event should have said. The earlier one stays as it was recorded.
  public struct Correction: Hashable, Sendable, Codable {
    public var event: EventID
    public var day: Day
    public var body: BodyBox
    public var text: String
    public init(_ event: EventID, day: Day, body: Body, _ text: String = "") {
      (self.event, self.day, self.body, self.text) = (event, day, BodyBox(body), text)
    }
  }

  public struct Unknown: Hashable, Sendable {
    public var kind: String
    public var version: Int
    /// The payload as it came, JSON.
    public var json: String
    public init(kind: String, version: Int, json: String) {
      (self.kind, self.version, self.json) = (kind, version, json)
    }
  }
}

/// Terminal outcomes: a closed list (domain 2.4).
public enum Outcome: String, Sendable, Codable, CaseIterable {
  case housedPermanent = "housed-permanent"
  case housedTemporaryFinished = "housed-temporary-finished"
  case ownHousing = "own-housing"
  case joinedRelative = "joined-relative"
  case housedAt18 = "housed-at-18"
  case carePlacement = "care-placement"
  case rematchedAway = "re-matched-away"
  case receptionEndedAfterRefusal = "reception-ended-after-refusal"
  case leftUnknown = "left-unknown"
  case leftNetherlands = "left-netherlands"
  case permitWithdrawn = "permit-withdrawn"
  case deceased
  case enteredInError = "entered-in-error"
}

/// One step in one dossier: a step of the rulebook, for the household or for one person; or one's own.
public struct StepKey: Hashable, Sendable, RawRepresentable, Codable, CustomStringConvertible {
  /// `offer`, `school.p3`, `own.12` and `turn.12` (the sequence of the event that added it).
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ step: String, person: PersonID? = nil) { rawValue = person.map { "\(step).p\($0.rawValue)" } ?? step }
  public static func own(_ sequence: Int) -> StepKey { StepKey(rawValue: "own.\(sequence)") }
  /// The moment that was agreed with whoever has the turn.
  public static let turn = StepKey("turn")
  /// The moment that this event gave; ``turn`` alone is that of whoever has the turn by then.
  public static func turn(of sequence: Int) -> StepKey { StepKey(rawValue: "turn.\(sequence)") }
  public var isTurn: Bool { step == StepKey.turn.rawValue }

  public var step: String { String(rawValue.prefix { $0 != "." }) }
  public var person: PersonID? {
    let parts = rawValue.split(separator: ".")
    guard parts.count == 2, parts[1].first == "p", let number = Int(parts[1].dropFirst()) else { return nil }
    return PersonID(number)
  }
  public var description: String { rawValue }
  public init(from decoder: any Decoder) throws { rawValue = try decoder.singleValueContainer().decode(String.self) }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
