@testable import Journey

/// Tells a story in a test: decides and applies, event by event.
struct Telling {
  var dossier: Dossier
  let rules = Rulebook.builtIn
  var today = Day("2026-11-23")!
  private var count: UInt64 = 0

  init(_ persons: [Person] = [.rima], on day: String = "2026-08-01") {
    dossier = Dossier(id: DossierID(year: 2026, serial: 1))
    try? tell(.registered(.init(persons: persons, reception: "azc Utrecht")), day)
  }

  /// Records that it happened on that day.
  mutating func tell(_ body: Event.Body, _ day: String) throws(Refusal) { try act(.record(body, on: Day(day)!)) }

  mutating func act(_ action: Action) throws(Refusal) {
    let decision = try dossier.decide(action, rules: rules, today: today)
    let act = EventID(high: 1, low: count + 1)
    for entry in decision.own {
      count += 1
      dossier.apply(
        Event(
          id: EventID(high: 1, low: count), sequence: dossier.sequence + 1, day: entry.day, recordedAt: Int64(count),
          actor: Actor("j.bakker"), source: .screen, act: act, body: entry.body))
    }
  }

  /// From permit to a signed lease in Utrecht.
  static func signed() throws -> Telling {
    var story = try offered()
    try story.tell(.viewingHeld, "2026-10-21")
    try story.tell(.leaseSigned(.init(start: Day("2026-11-01")!)), "2026-10-23")
    return story
  }

  static func offered() throws -> Telling {
    var story = try searching()
    try story.tell(
      .homeAssigned(
        .init(address: "Kanaalstraat 1", landlord: Contact(.corporation, organisation: "Mitros", name: "M. de Wit"))),
      "2026-10-20")
    return story
  }

  static func searching() throws -> Telling {
    var story = try linked()
    try story.tell(.linkAccepted, "2026-09-14")
    return story
  }

  static func linked() throws -> Telling {
    var story = Telling()
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    try story.tell(.screeningHeld(.init(needs: Needs(rooms: 3))), "2026-09-02")
    try story.tell(.linked(.init("GM0344")), "2026-09-11")
    return story
  }
}

extension Person {
  static let rima = Person(
    id: PersonID(1), given: "Rima", surname: "Al-Hassan", birth: PartialDate("1988-03-21"), sex: .female,
    nationality: "0336",
    relation: .head, bsn: BSN(rawValue: "999990639"))
}

extension Dossier {
  /// What it becomes when these happen, one after the other.
  func after(_ entries: [Decision.Entry]) -> Dossier {
    var dossier = self
    for entry in entries {
      let id = EventID(high: 9, low: UInt64(dossier.sequence + 1))
      dossier.apply(
        Event(
          id: id, sequence: dossier.sequence + 1, day: entry.day, recordedAt: 0, actor: Actor("j.bakker"),
          source: .screen, act: id, body: entry.body))
    }
    return dossier
  }
}

extension PartyID {
  static let school = PartyID("school")
  static let health = PartyID("health")
  static let employer = PartyID("employer")
  static let other = PartyID("other")
}
