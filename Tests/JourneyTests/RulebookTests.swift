import Testing

@testable import Journey

@Suite("The rulebook")
struct RulebookTests {
  @Test("the built-in rulebook reads without a mistake")
  func builtIn() {
    switch Rulebook.read(Rulebook.builtInText) {
    case .success(let book): #expect(book.steps.count > 30)
    case .failure(let mistakes): Issue.record("\(mistakes.list)")
    }
  }

  @Test("a mistake is reported with its line and what was expected")
  func mistakes() {
    let text = Rulebook.builtInText.replacing(
      "id: offer, nl: 10 weken na koppeling, en: 10 weeks after the link, length: 70d",
      with: "id: offer, nl: 10 weken na koppeling, en: 10 weeks after the link, length: soon")
    guard case .failure(let mistakes) = Rulebook.read(text) else {
      Issue.record("a length of 'soon' was accepted")
      return
    }
    let line =
      text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("length: soon") }! + 1
    #expect(mistakes.list.contains { $0.line == line && $0.reason.nl.contains("14d") })
  }

  @Test(
    "a step of an unknown party or term is a mistake",
    arguments: [
      ("owner: coa", "owner: nobody"), ("term: pip", "term: nowhere"), ("term-from: benefit", "term-from: nowhere"),
      ("term-from: benefit", "term-from: move"),
    ])
  func references(old: String, new: String) {
    let text = Rulebook.builtInText.replacing(old, with: new)
    guard case .failure(let mistakes) = Rulebook.read(text) else {
      Issue.record("accepted")
      return
    }
    #expect(!mistakes.list.isEmpty)
  }

  @Test(
    "what does not fit in working together is a mistake with its line",
    arguments: [
      ("nl: taal en tolk en hoe hen te bereiken", "nl: \"taal, tolk\""), ("from: nidos", "from: nobody"),
      ("at: moved", "at: dawn"),
      ("points: [language, school-work", "points: [gossip, school-work"), ("sheet: move-in", "sheet: move-out"),
      ("term: take-over", "term: nowhen"), ("to: [school]", "to: [nobody]"),
      ("[size, age, relation", "[size, religion"),
      ("persons: school-age", "persons: nice"), ("id: eighteen", "id: match"),
      ("source: {nl: \"Leerplichtwet 1969 BWBR0002628; de", "note: {nl: \"Leerplichtwet 1969 BWBR0002628; de"),
      (", en: \"Leerplichtwet 1969 (Compulsory", ", fr: \"Leerplichtwet 1969 (Compulsory"),
      (
        "source: {nl: \"Participatiewet BWBR0015703; Wabb art. 10\", en: \"Participatiewet (Participation Act) BWBR0015703; Wabb (BSN Act) art. 10\"}",
        "source: \"Participatiewet BWBR0015703; Wabb art. 10\""
      ),
    ])
  func together(old: String, new: String) throws {
    let lines = Rulebook.builtInText.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains(old) && !$0.contains("terms") })
    let changed = lines.indices.map { $0 == line ? String(lines[$0]).replacing(old, with: new) : String(lines[$0]) }
    guard case .failure(let mistakes) = Rulebook.read(changed.joined(separator: "\n")) else {
      Issue.record("\(new) was accepted")
      return
    }
    #expect(mistakes.list.contains { $0.line == line + 1 })
  }

  @Test(
    "what a sheet rests on is said in both languages; what lacks is said at the line of the source",
    arguments: [
      ("{nl: wet, en: law}", nil), ("wet", "x: source is één tekst voor beide talen; verwacht source: {nl: "),
      ("{nl: wet}", "x: source: en ontbreekt; verwacht source: {nl: "),
    ] as [(String, String?)])
  func ground(source: String, wrong: String?) {
    let sheet = """
      together:
        sheets:
          - id: x
            nl: blad
            en: sheet
            to: [school]
            fields: [names]
            source: \(source)
      """
    guard case .failure(let mistakes) = Rulebook.read("edition: \"1\"\n" + sheet) else {
      #expect(wrong == nil)
      return
    }
    let found = mistakes.list.filter { $0.reason.nl.contains("source") }
    #expect(found.map(\.line) == (wrong == nil ? [] : [9]))
    #expect(found.first?.reason.nl.hasPrefix(wrong ?? "") != false)
  }

  @Test("broken YAML names a line")
  func broken() {
    guard case .failure(let mistakes) = Rulebook.read("terms:\n  - {id: x\nsteps: [") else {
      Issue.record("accepted")
      return
    }
    #expect(mistakes.list[0].line >= 1)
  }

  @Test("a rule holds from its first day up to its last")
  func validity() {
    let validity = Rulebook.Validity(from: Day("2022-01-01"), until: Day("2023-01-01"))
    #expect(!validity.covers(Day("2021-12-31")!))
    #expect(validity.covers(Day("2022-01-01")!))
    #expect(!validity.covers(Day("2023-01-01")!))
  }

  @Test("what runs from the application for benefit has no day until that is made, and then counts from it")
  func termFrom() throws {
    var story = try Telling.signed()
    try story.tell(.moved(.init()), "2026-11-06")
    func due(_ id: String) -> Standing.Due? {
      story.dossier.standing(story.rules).steps.first { $0.key == StepKey(id) && $0.isOpen }?.due
    }
    #expect(due("benefit")?.day == Day("2026-11-01"))
    #expect(due("benefit-advance") == nil && due("benefit-decision") == nil)
    #expect(story.dossier.standing(story.rules).steps.contains { $0.key == StepKey("benefit-advance") && $0.isOpen })
    try story.tell(.stepDone(.init(StepKey("benefit"))), "2026-11-20")
    #expect(due("benefit-advance")?.day == Day("2026-12-18") && due("benefit-advance")?.start == Day("2026-11-20"))
    #expect(due("benefit-decision")?.day == Day("2027-01-15"))
  }

  @Test("every event has a wire name that reads back, and an unknown one is kept")
  func wire() {
    let wire = Wire()
    let body = Event.Body.homeAssigned(.init(address: "Kanaalstraat 1", rooms: 4, features: [.lift]))
    #expect(wire.decode(kind: body.wireName, version: 1, json: wire.encode(body)) == body)
    let future = wire.decode(kind: "teleported", version: 3, json: "{\"to\":\"home\"}")
    #expect(wire.encode(future) == "{\"to\":\"home\"}")
    #expect(future.wireName == "teleported")
    let newer = wire.decode(kind: "note", version: 2, json: "{\"text\":\"x\"}")
    #expect(newer.kind == nil)
  }

  @Test("numbers that cannot be are not taken")
  func identifiers() {
    #expect(BSN(rawValue: "249566758") != nil, "RvIG: 220 is divisible by 11")
    #expect(BSN(rawValue: "999990639") != nil)
    #expect(BSN(rawValue: "123456789") == nil)
    #expect(BSN(rawValue: "000000000") == nil)
    #expect(VNumber(rawValue: "0123456789")?.masked == "•••••••789")
    #expect(DossierID("2026-4182")?.description == "2026-004182")
    #expect(DossierID("26-4182") == nil)
  }
}
