import Testing

@testable import Journey

@Suite("Whoever is needed")
struct DrawnInTests {
  private let practice = Contact(.health, organisation: "Huisartsenpraktijk Oost", name: "M. Postma")

  private func drawn() throws -> Telling {
    var story = try Telling.searching()
    try story.tell(
      .drawnIn(.init(practice, for: "brief over de trap", until: Day("2026-11-10"))), "2026-10-20")
    return story
  }

  @Test("a party is drawn in for one purpose, and the day agreed on is a step of whoever keeps it together")
  func purpose() throws {
    let story = try drawn()
    #expect(story.dossier.drawnIn(as: practice)?.purpose == "brief over de trap")
    let step = try #require(story.dossier.standing(story.rules).steps.first { $0.act == .release })
    #expect(step.due?.day == Day("2026-11-10") && step.owner.party == .municipality && step.isOpen)
  }

  @Test("the turn can be theirs, and goes back to the stage when they leave")
  func turn() throws {
    var story = try drawn()
    try story.tell(.waitingSet(.init(practice, "brief")), "2026-10-21")
    #expect(story.dossier.standing(story.rules).turn?.contact == practice)
    let who = try #require(story.dossier.needed.first)
    try story.tell(.released(.init(who.number, "Brief is er.")), "2026-11-02")
    #expect(story.dossier.standing(story.rules).turn?.contact.party == .municipality)
    #expect(story.dossier.needed.isEmpty && story.dossier.drawnIn.first?.released?.text == "Brief is er.")
    #expect(!story.dossier.standing(story.rules).steps.contains { $0.act == .release })
  }

  @Test("who left cannot leave again, and taking the leaving back makes them needed again")
  func again() throws {
    var story = try drawn()
    let who = try #require(story.dossier.needed.first)
    try story.tell(.released(.init(who.number)), "2026-11-02")
    #expect(throws: Refusal.self) { try story.tell(.released(.init(who.number)), "2026-11-03") }
    try story.act(.undo(act: try #require(story.dossier.undoableAct)))
    #expect(story.dossier.needed.map(\.number) == [who.number])
  }

  @Test("nobody is drawn in without a name or an organisation, nor for nothing, nor for a day that is past")
  func refused() throws {
    var story = try Telling.searching()
    for drawn in [
      Event.DrawnIn(Contact(.employer), for: "werk"), Event.DrawnIn(practice, for: " "),
      Event.DrawnIn(practice, for: "brief", until: Day("2026-10-01")),
    ] {
      #expect(throws: Refusal.self) { try story.tell(.drawnIn(drawn), "2026-10-20") }
    }
  }

  @Test("who is drawn in brings a number along, and what is none is refused; the form of a correction has it")
  func number() throws {
    var story = try Telling.searching()
    var values = [
      "party": "health", "organisation": "Huisartsenpraktijk Oost", "name": "M. Postma", "text": "brief",
      "phone": "030 271 00 00",
    ]
    try story.act(Act.drawIn.action(values, story.dossier, story.rules, today: story.today))
    #expect(story.dossier.drawnIn(as: practice)?.phone == "030 271 00 00")
    let event = try #require(story.dossier.story.last)
    #expect(Act.correctionDefaults(of: event, in: story.dossier)["phone"] == "030 271 00 00")
    (values["phone"], values["text"]) = ("bel maar", "iets anders")
    #expect(throws: Refusal.self) {
      try story.act(Act.drawIn.action(values, story.dossier, story.rules, today: story.today))
    }
  }

  @Test("the step of a drawn-in party is not ticked off but ended by their leaving; its day can be moved")
  func notTicked() throws {
    var story = try drawn()
    let step = try #require(story.dossier.standing(story.rules).steps.first { $0.act == .release })
    #expect(throws: Refusal.self) { try story.tell(.stepDone(.init(step.key)), "2026-11-01") }
    #expect(throws: Refusal.self) { try story.tell(.stepWaived(.init(step.key, "hoeft niet")), "2026-11-01") }
    try story.tell(.stepMoved(.init(step.key, to: Day("2026-12-01")!, "brief komt later")), "2026-11-01")
    let moved = story.dossier.standing(story.rules).steps.first { $0.key == step.key }
    #expect(moved?.due?.day == Day("2026-12-01"))
  }

  @Test("drawing somebody in changes nothing about whom the household has at the municipality")
  func municipalityStays() throws {
    var story = try Telling.searching()
    let debts = Contact(.municipality, organisation: "Schuldhulp", name: "A. Kaya")
    let before = story.dossier.contact(at: .municipality)
    try story.tell(.drawnIn(.init(debts, for: "betalingsregeling")), "2026-10-20")
    #expect(story.dossier.contact(at: .municipality) == before)
  }

  @Test("who was drawn in without a name is the same one when they have been spoken to by name")
  func named() throws {
    var story = try Telling.searching()
    let office = Contact(.health, organisation: "Praktijk Oost")
    try story.tell(.drawnIn(.init(office, for: "brief")), "2026-10-20")
    let postma = Contact(.health, organisation: "Praktijk Oost", name: "M. Postma")
    try story.tell(.contactMade(.init(postma, .phone, turn: postma)), "2026-10-21")
    #expect(story.dossier.around.count { $0.contact.party == .health } == 1)
    #expect(story.dossier.around.first { $0.contact == postma }?.drawn?.purpose == "brief")
    let who = try #require(story.dossier.needed.first)
    try story.tell(.released(.init(who.number)), "2026-10-22")
    #expect(story.dossier.turn == nil)
  }

  @Test("whoever has the turn stands first around the household, with how many more the story names there")
  func turnFirst() throws {
    var story = try Telling.searching()
    func mitros(_ name: String) -> Contact { Contact(.corporation, organisation: "Mitros", name: name) }
    let wit = mitros("M. de Wit")
    try story.tell(.contactMade(.init(Contact(.coa, name: "F. Yilmaz"), .phone)), "2026-10-01")
    try story.tell(.waitingSet(.init(wit, "aanbod")), "2026-10-01")
    for name in ["L. Smit", "K. Bos"] { try story.tell(.contactMade(.init(mitros(name), .phone)), "2026-10-02") }
    let around = story.dossier.around(story.dossier.standing(story.rules).turn)
    #expect(around.map(\.contact.name) == ["M. de Wit", "F. Yilmaz", "K. Bos"])
    #expect(around.map(\.hasTurn) == [true, false, false] && around.map(\.others) == [1, 0, 0])
  }

  @Test("a party with an open step and nobody at it is named as such, until somebody is known there")
  func nobodyYet() throws {
    var story = try Telling.signed()
    func parties(beside more: [Around] = []) -> [PartyID] {
      let standing = story.dossier.standing(story.rules)
      let named = story.dossier.around(standing.turn).filter { !$0.contact.name.isEmpty }
      return story.dossier.unnamed(standing, beside: named + more)
    }
    #expect(parties().contains(.guidance) && !parties().contains(.household))
    #expect(!parties(beside: [Around(contact: Contact(.guidance))]).contains(.guidance))
    let jansen = Contact(.guidance, organisation: "VluchtelingenWerk", name: "P. Jansen")
    try story.tell(.contactMade(.init(jansen, .phone)), "2026-10-24")
    #expect(!parties().contains(.guidance))
  }
}
