import Testing

@testable import Journey

@Suite("Corrections and new households")
struct CorrectionTests {
  @Test("a correction says what should have been recorded; what was recorded stays in the story")
  func correction() throws {
    var story = try Telling.searching()
    let linked = try #require(story.dossier.story.first { $0.body.kind == .linked })
    var values = Act.correctionDefaults(of: linked, in: story.dossier)
    #expect(values["municipality"] == "GM0344" && values["day"] == "2026-09-11")
    values["day"] = "2026-09-10"
    values["why"] = "brief van COA"
    try story.act(Act.link.correction(of: linked, values, in: story.dossier, story.rules, today: story.today))
    #expect(story.dossier.link?.since == Day("2026-09-10"))
    #expect(story.dossier.story.contains(linked))
    #expect(story.dossier.corrections[linked.id]?.text == "brief van COA")
  }

  @Test("a corrected note can be corrected again, and undo brings the former words back")
  func twice() throws {
    var story = try Telling.searching()
    try story.tell(.noteAdded(.init("eerste")), "2026-11-01")
    let note = try #require(story.dossier.story.last)
    for text in ["tweede", "derde"] {
      var values = Act.correctionDefaults(of: note, in: story.dossier)
      values["text"] = text
      try story.act(Act.note.correction(of: note, values, in: story.dossier, story.rules, today: story.today))
    }
    #expect(story.dossier.effective(note).body == .noteAdded(.init("derde")))
    try story.act(.undo(act: try #require(story.dossier.undoableAct)))
    #expect(story.dossier.effective(note).body == .noteAdded(.init("tweede")))
  }

  @Test("a correction and a change of a person that change nothing say so, and record nothing")
  func nothingChanged() throws {
    let story = try Telling.searching()
    let linked = try #require(story.dossier.story.first { $0.body.kind == .linked })
    let values = Act.correctionDefaults(of: linked, in: story.dossier)
    #expect(throws: Refusal.nothingChanged) {
      try Act.link.correction(of: linked, values, in: story.dossier, story.rules, today: story.today)
    }
    #expect(throws: Refusal.nothingChanged) {
      try Act.person.action(["person": "1"], story.dossier, story.rules, today: story.today)
    }
  }

  @Test("a person's details are not corrected but recorded anew, and so is what begins a dossier")
  func refused() throws {
    var story = try Telling.searching()
    try story.tell(.bsnReceived(.init(PersonID(1), BSN(rawValue: "999990639")!)), "2026-10-01")
    for event in story.dossier.story where [.bsnReceived, .registered].contains(event.body.kind) {
      #expect(event.correctionRefusal(in: story.dossier)?.remedy != nil)
    }
  }

  @Test("a correction of the day keeps all that the form does not show")
  func keepsTheRest() throws {
    var story = try Telling.linked()
    let relatives = (2...4).map { Person(id: PersonID($0), given: "K\($0)", surname: "Al-Hassan", relation: .child) }
    try story.tell(.relativesAnnounced(.init(relatives, expected: Day("2026-12-01")!)), "2026-10-01")
    let announced = try #require(story.dossier.story.last)
    var values = Act.correctionDefaults(of: announced, in: story.dossier)
    values["day"] = "2026-09-30"
    let act = Act.announceRelatives
    try story.act(act.correction(of: announced, values, in: story.dossier, story.rules, today: story.today))
    #expect(story.dossier.members.count == 4)
    #expect(story.dossier.effective(announced).day == Day("2026-09-30"))
    values["given"] = "Anders"
    #expect(throws: Refusal.self) {
      try act.correction(of: announced, values, in: story.dossier, story.rules, today: story.today)
    }
  }

  @Test("every correction asks for the day, and without another day keeps the event's own")
  func keepsTheDay() throws {
    var story = try Telling.searching()
    try story.tell(.stepAdded(.init("bellen", due: nil, owner: Contact(.coa))), "2026-10-01")
    let added = try #require(story.dossier.story.last)
    let fields = Act.agree.correctionFields(of: added, in: story.dossier, story.rules, today: story.today)
    #expect(fields.contains { $0.name == "day" })
    var values = Act.correctionDefaults(of: added, in: story.dossier)
    values["day"] = nil
    values["text"] = "terugbellen"
    try story.act(Act.agree.correction(of: added, values, in: story.dossier, story.rules, today: story.today))
    #expect(story.dossier.effective(added).day == Day("2026-10-01"))
  }

  @Test("a corrected day does not pass what happened after it, nor the years", arguments: ["2026-09-20", "1900-01-01"])
  func impossibleDay(day: String) throws {
    let story = try Telling.searching()
    let permit = try #require(story.dossier.story.first { $0.body.kind == .permitGranted })
    var values = Act.correctionDefaults(of: permit, in: story.dossier)
    values["day"] = day
    #expect(throws: Refusal.self) {
      let action = try Act.permit.correction(of: permit, values, in: story.dossier, story.rules, today: story.today)
      _ = try story.dossier.decide(action, rules: story.rules, today: story.today)
    }
  }

  @Test("a correction that later events cannot rest on is refused")
  func unfounded() throws {
    let story = try Telling.offered()
    let linked = try #require(story.dossier.story.first { $0.body.kind == .linked })
    var values = Act.correctionDefaults(of: linked, in: story.dossier)
    values["day"] = "2027-01-01"
    #expect(throws: Refusal.self) {
      let action = try Act.link.correction(of: linked, values, in: story.dossier, story.rules, today: story.today)
      _ = try story.dossier.decide(action, rules: story.rules, today: story.today)
    }
  }

  @Test("a household entered by hand begins with its head, and with its permit where there is one")
  func newHousehold() throws {
    let today = Day("2026-11-23")!
    let values = ["given": "Rima", "surname": "Al-Hassan", "bsn": "999990639", "permitted": "20-11"]
    let entries = try NewHousehold.events(values, today: today)
    #expect(entries.map(\.body.kind) == [.registered, .permitGranted])
    #expect(entries.map(\.day) == [Day("2026-11-20"), Day("2026-11-20")])
  }

  @Test("whoever is named leads a new household from today on; nobody does where that was left empty")
  func newLead() throws {
    let today = Day("2026-11-23")!
    let entries = try NewHousehold.events(["surname": "Noor", "permitted": "20-11", "owner": "k.bos"], today: today)
    #expect(entries.last?.body == .assigned(.init("k.bos")) && entries.last?.day == today)
    let dossier = Dossier(id: DossierID(year: 2026, serial: 1)).after(entries)
    #expect(dossier.owner == "k.bos" && dossier.stage == .permit)
    #expect(try NewHousehold.events(["surname": "Noor", "owner": ""], today: today).map(\.body.kind) == [.registered])
  }

  @Test("what was said in opening a dossier stays with it: there is nothing to take back yet")
  func opening() throws {
    let entries = try NewHousehold.events(["surname": "Noor", "owner": "j.bakker"], today: Day("2026-11-23")!)
    var dossier = Dossier(id: DossierID(year: 2026, serial: 1))
    for (index, entry) in entries.enumerated() {
      dossier.apply(
        Event(
          id: EventID(high: 1, low: UInt64(index)), sequence: index + 1, day: entry.day, recordedAt: 0,
          actor: Actor("j.bakker"), source: .screen, act: EventID(high: 1, low: 0), body: entry.body))
    }
    #expect(dossier.owner == "j.bakker")
    #expect(dossier.undoableAct == nil && dossier.openingStays(for: "j.bakker") != nil)
  }

  @Test(
    "a new household needs a surname and numbers that can be",
    arguments: [["given": "Rima"], ["surname": "A", "bsn": "123"]])
  func newHouseholdRefused(values: [String: String]) {
    #expect(throws: Refusal.self) { try NewHousehold.events(values, today: Day("2026-11-23")!) }
  }

  @Test("a number belongs to one person of the household")
  func oneNumber() throws {
    var story = try Telling.searching()
    let twin = Person(
      id: PersonID(2), given: "Sami", surname: "Al-Hassan", relation: .child, bsn: BSN(rawValue: "999990639"))
    #expect(throws: Refusal.self) { try story.tell(.memberAdded(.init(twin)), "2026-10-01") }
  }

  @Test("who comes after the move lives where the household lives")
  func member() throws {
    var story = try Telling.signed()
    try story.tell(.moved(.init()), "2026-11-05")
    let karim = Person(id: PersonID(2), given: "Karim", surname: "Al-Hassan", relation: .partner)
    try story.tell(.memberAdded(.init(karim)), "2026-11-10")
    #expect(story.dossier.person(PersonID(2))?.place == .home)
  }
}
