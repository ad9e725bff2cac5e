import Testing

@testable import Journey

@Suite("Of whom something is heard")
struct SignOfLifeTests {
  static let wit = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
  static let asked = Day("2026-10-01")!
  static let then = Day("2026-10-05")!

  /// What is recorded by somebody of a party.
  private func record(_ body: Event.Body, by party: PartyID, _ story: inout Telling) {
    let id = EventID(high: 7, low: UInt64(story.dossier.sequence))
    story.dossier.apply(
      Event(
        id: id, sequence: story.dossier.sequence + 1, day: Self.then, recordedAt: 0, actor: Actor("x", party),
        source: .screen, act: id, body: body))
  }

  /// The day from which whoever has the turn is quiet, how often they answered, and since when trends count.
  private func looks(_ story: Telling) throws -> (quiet: Day, answers: Int, silentFrom: Day?) {
    let turn = try #require(story.dossier.standing(story.rules).turn)
    let (way, answers) = story.dossier.wayAndAnswers(story.rules)
    let one = story.dossier.acquaintances(story.dossier.standing(story.rules), answers).first {
      $0.contact == turn.contact
    }
    #expect(one?.turn?.quiet == story.dossier.quiet(turn))
    return (story.dossier.quiet(turn), one?.answers.total ?? 0, way.attention.silences.last?.from)
  }

  @Test(
    "silence, answer and trend go by one rule, whoever records what",
    arguments: [
      (.contactMade(.init(SignOfLifeTests.wit, .phone, "gebeld")), .municipality, true),
      (.contactMade(.init(Contact(.household, name: "R."), .phone, "gebeld")), .municipality, false),
      (.noteAdded(.init("De Wit nog bellen")), .municipality, false), (.noteAdded(.init("x")), .corporation, false),
      (.blockerRaised(.init("no-supply")), .municipality, false),
      (.blockerRaised(.init("no-supply")), .corporation, true),
      (.reviewed(.init("nog eens vragen")), .municipality, false), (.stepDone(.init(.own(6))), .municipality, true),
      (.waitingSet(.init(SignOfLifeTests.wit, "nog steeds")), .municipality, false),
      (.waitingSet(.init(SignOfLifeTests.wit, "nog steeds")), .corporation, false),
      (.assigned(.init("k.bos")), .municipality, false),
    ] as [(Event.Body, PartyID, Bool)])
  func oneRule(body: Event.Body, by party: PartyID, isSign: Bool) throws {
    var story = try Telling.searching()
    try story.tell(.stepAdded(.init("offerte", due: nil, owner: Self.wit)), "2026-09-20")
    #expect(story.dossier.ownSteps.map(\.key) == [.own(6)])
    try story.tell(.waitingSet(.init(Self.wit, "aanbod")), Self.asked.description)
    let limit = try #require(story.rules.silenceLimit(.corporation, .search))
    record(body, by: party, &story)
    let now = try looks(story)
    #expect(now.quiet == (isSign ? Self.then : Self.asked) && now.answers == (isSign ? 1 : 0))
    #expect(now.silentFrom == (isSign ? Self.then : Self.asked) + limit + 1)
  }

  @Test("what the municipality does itself ends its own silence, and saying that it is its turn still does not")
  func own() throws {
    var story = try Telling.searching()
    func quiet() throws -> Day { try looks(story).quiet }
    #expect(try quiet() == Day("2026-09-14"))
    try story.tell(.waitingSet(.init(Contact(.municipality), "zoeken")), "2026-09-20")
    #expect(try quiet() == Day("2026-09-14"))
    try story.tell(.blockerRaised(.init("no-supply")), "2026-09-25")
    #expect(try quiet() == Day("2026-09-25"))
  }

  @Test("who offers a home is heard of, also where somebody else records the offer")
  func offer() throws {
    let story = try Telling.offered()
    #expect(story.dossier.lastSign(of: Self.wit) == Day("2026-10-20"))
    #expect(story.dossier.lastSign(of: Contact(.corporation, organisation: "Portaal")) == nil)
  }

  @Test("a sign that is taken back was none")
  func takenBack() throws {
    var story = try Telling.searching()
    try story.tell(.contactMade(.init(Self.wit, .phone)), "2026-10-05")
    try story.act(.undo(act: try #require(story.dossier.undoableAct)))
    #expect(story.dossier.lastSign(of: Self.wit) == nil)
  }
}
