import Testing

@testable import Journey

@Suite("What a review decides")
struct ReviewedTests {
  private let mitros = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")

  @Test(
    "a decision gives the turn to whom it names, until the next moment, without claiming that anybody was spoken to")
  func turn() throws {
    var story = try Telling.searching()
    let next = Day("2026-12-07")!
    try story.tell(.reviewed(.init("zoekt breder", turn: mitros, next: next)), "2026-11-20")
    let turn = try #require(story.dossier.standing(story.rules).turn)
    #expect(
      turn.contact == mitros && turn.text == "zoekt breder" && turn.until == next && turn.since == Day("2026-11-20"))
    #expect(story.dossier.network.contains { $0.contact == mitros && $0.lastContact == nil })
  }

  @Test("a decision that names whoever is to act already leaves the waiting as long as it was")
  func waitsOn() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(mitros)), "2026-09-01")
    try story.tell(
      .reviewed(.init("nog eens bellen", turn: Contact(.corporation, organisation: "Mitros"))), "2026-11-20")
    let turn = try #require(story.dossier.standing(story.rules).turn)
    #expect(turn.contact == mitros && turn.since == Day("2026-09-01") && turn.text == "nog eens bellen")
  }

  @Test("a search request gives the turn to the corporation that was asked, from that day")
  func asked() throws {
    var story = try Telling.searching()
    #expect(story.dossier.standing(story.rules).turn?.contact.party == .municipality)
    try story.tell(.searchStarted(mitros), "2026-11-02")
    let turn = try #require(story.dossier.standing(story.rules).turn)
    #expect(turn.contact == mitros && turn.since == Day("2026-11-02"))
  }

  @Test("a decision that leaves the turn where it is comes back as a step on its next moment")
  func comesBack() throws {
    var story = try Telling.searching()
    let before = story.dossier.standing(story.rules).turn
    try story.tell(.reviewed(.init("eerst de taxatie afwachten", next: Day("2026-12-07"))), "2026-11-20")
    let standing = story.dossier.standing(story.rules)
    #expect(standing.turn == before)
    let step = try #require(standing.steps.first { $0.title.nl == "eerst de taxatie afwachten" })
    #expect(step.due?.day == Day("2026-12-07") && step.isOpen)
  }

  @Test("a decision without words, or that comes back before it was taken, is refused at its field")
  func refused() throws {
    var story = try Telling.searching()
    for (body, field) in [
      (Event.Reviewed(" "), "text"), (Event.Reviewed("x", next: Day("2026-11-01")), "next"),
    ] {
      let refusal = #expect(throws: Refusal.self) { try story.tell(.reviewed(body), "2026-11-20") }
      #expect(refusal?.field == field)
    }
  }

  @Test("the form of a decision records what was decided, who is to act and which meeting it was")
  func form() throws {
    var story = try Telling.searching()
    let values = [
      "text": "zoekt breder", "party": "corporation", "organisation": "Mitros", "name": "M. de Wit",
      "next": "2026-12-07",
      "meeting": "regietafel",
    ]
    try story.act(Act.review.action(values, story.dossier, story.rules, today: story.today))
    #expect(
      story.dossier.story.last?.body
        == .reviewed(.init("zoekt breder", turn: mitros, next: Day("2026-12-07"), meeting: "regietafel")))
  }

  @Test("undoing a decision leaves the turn as it was before it")
  func undone() throws {
    var story = try Telling.searching()
    let before = story.dossier.standing(story.rules)
    try story.tell(.reviewed(.init("zoekt breder", turn: mitros)), "2026-11-20")
    try story.act(.undo(act: try #require(story.dossier.undoableAct)))
    #expect(story.dossier.standing(story.rules) == before)
  }
}
