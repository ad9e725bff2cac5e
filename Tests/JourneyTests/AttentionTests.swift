import Testing

@testable import Journey

@Suite("How a household is looked after")
struct AttentionTests {
  private let household = Contact(.household, name: "R. Al-Hassan")

  private func attention(_ story: Telling) -> Attention { story.dossier.way(story.rules).attention }

  @Test(
    "the first call is the first contact of the municipality with the household after the link, not one with another")
  func firstCall() throws {
    var story = try Telling.linked()
    try story.tell(.contactMade(.init(Contact(.coa), .phone)), "2026-09-13")
    #expect(attention(story).firstCalls == [.init("GM0344", linked: Day("2026-09-11")!)])
    try story.tell(.contactMade(.init(household, .phone)), "2026-09-18")
    try story.tell(.contactMade(.init(household, .phone)), "2026-09-30")
    #expect(
      attention(story).firstCalls
        == [.init("GM0344", linked: Day("2026-09-11")!, until: Day("2026-09-18")!, isCalled: true)])
  }

  @Test("a call that is taken back was none")
  func takenBack() throws {
    var story = try Telling.linked()
    try story.tell(.contactMade(.init(household, .phone)), "2026-09-18")
    try story.act(.undo(act: try #require(story.dossier.undoableAct)))
    #expect(attention(story).firstCalls.map(\.isCalled) == [false])
  }

  @Test("another municipality begins to wait anew, and the first one no longer has to call")
  func relinked() throws {
    var story = try Telling.linked()
    try story.tell(.relinked(.init("GM0307", hard: false, reason: "x")), "2026-10-02")
    #expect(
      attention(story).firstCalls == [
        .init("GM0344", linked: Day("2026-09-11")!, until: Day("2026-10-02")!),
        .init("GM0307", linked: Day("2026-10-02")!),
      ])
  }

  @Test("call, answer and silence of before stay with the municipality that a household left, up to the day it did")
  func leftBehind() throws {
    var story = try Telling.searching()
    let limit = try #require(story.rules.silenceLimit(.corporation, .search))
    try story.tell(.contactMade(.init(household, .phone)), "2026-09-18")
    let given = Day("2026-10-01")!
    try story.tell(.waitingSet(.init(AcquaintanceTests.wit)), given.description)
    let left = given + limit + 5
    try story.tell(.relinked(.init("GM0307", hard: false, reason: "x")), left.description)
    let all = attention(story)
    #expect(
      all.firstCalls == [
        .init("GM0344", linked: Day("2026-09-11")!, until: Day("2026-09-18")!, isCalled: true),
        .init("GM0307", linked: left),
      ])
    #expect(all.answers.last == .init("GM0344", on: left, after: limit + 5))
    #expect(all.silences.contains(.init("GM0344", from: given + limit + 1, until: left)))
    for span in all.turns + all.silences {
      #expect(span.municipality == "GM0307" ? span.from >= left : span.until.map { $0 <= left } ?? false, "\(span)")
    }
  }

  @Test("the link is an answer of before it, when no municipality had the household")
  func answeredByLink() throws {
    var story = Telling()
    try story.tell(.permitGranted(.init(.temporary)), "2026-08-28")
    try story.tell(.screeningHeld(.init(needs: Needs(rooms: 3))), "2026-09-02")
    try story.tell(.waitingSet(.init(Contact(.ind, name: "P. Vos"))), "2026-09-05")
    try story.tell(.linked(.init("GM0344")), "2026-09-11")
    #expect(attention(story).answers.last == .init("", on: Day("2026-09-11")!, after: 6))
  }

  @Test("an answer counts on its day with the days since the turn was given")
  func answer() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(AcquaintanceTests.wit)), "2026-10-01")
    try story.tell(.contactMade(.init(AcquaintanceTests.wit, .phone)), "2026-10-13")
    #expect(attention(story).answers.last == .init("GM0344", on: Day("2026-10-13")!, after: 12))
  }

  @Test("silence is past the limit from the day after it until somebody is heard of, and may be still to come")
  func silence() throws {
    var story = try Telling.searching()
    let limit = try #require(story.rules.silenceLimit(.corporation, .search))
    let given = Day("2026-10-01")!
    try story.tell(.waitingSet(.init(AcquaintanceTests.wit)), "2026-10-01")
    #expect(attention(story).silences.last == .init("GM0344", from: given + limit + 1))
    // A note is no sign of them.
    try story.tell(.noteAdded(.init("niets")), "2026-10-05")
    #expect(attention(story).silences.last == .init("GM0344", from: given + limit + 1))
    let heard = given + limit + 4
    try story.tell(.contactMade(.init(AcquaintanceTests.wit, .phone)), heard.description)
    let silences = attention(story).silences.suffix(2)
    #expect(
      Array(silences) == [
        .init("GM0344", from: given + limit + 1, until: heard), .init("GM0344", from: heard + limit + 1),
      ])
  }

  @Test("days on which somebody is to be heard of follow each other without a gap and end with the dossier")
  func turns() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(AcquaintanceTests.wit)), "2026-10-01")
    try story.tell(.noteAdded(.init("x")), "2026-10-09")
    let open = try #require(attention(story).turns.last)
    #expect(open.until == nil)
    try story.tell(.closed(.init(.leftUnknown, "vertrokken")), "2026-11-02")
    let closed = try #require(attention(story).turns.last)
    #expect(closed.from == open.from && closed.until == Day("2026-11-02"))
  }

  @Test("a handover nobody gave is cold, in the municipality of its day")
  func handover() throws {
    let story = try Telling.searching()
    #expect(attention(story).handovers == [.init("GM0344", on: Day("2026-09-11")!, isWarm: false)])
  }

  @Test("whoever was entered in error was never looked after")
  func error() throws {
    var story = try Telling.linked()
    try story.tell(.closed(.init(.enteredInError, "dubbel")), "2026-10-01")
    #expect(attention(story) == Attention())
  }
}
