import Testing

@testable import Journey

@Suite("The way of a household")
struct WayTests {
  private func way(_ story: Telling) -> Way { story.dossier.way(story.rules) }
  private func day(_ text: String) -> Day { Day(text)! }

  @Test("every stage has its leg, with whoever had to act and where")
  func legs() throws {
    let way = way(try .signed())
    #expect(way.legs.map(\.stage) == [.reception, .permit, .profile, .linked, .search, .contract, .moving])
    #expect(
      way.legs.map(\.party.rawValue) == [
        "ind", "coa", "coa", "municipality", "municipality", "corporation", "household",
      ])
    #expect(way.legs.map(\.municipality) == ["", "", "", "GM0344", "GM0344", "GM0344", "GM0344"])
    #expect(way.legs.last?.until == nil && way.legs[1].from == day("2026-08-28"))
  }

  @Test("a said turn is a leg of its own, and a note is none")
  func saidTurn() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Contact(.guidance), "tolk")), "2026-09-20")
    try story.tell(.noteAdded(.init("nog niets")), "2026-09-25")
    let last = way(story).legs.suffix(2)
    #expect(last.map(\.party) == [.municipality, .guidance] && last.last?.from == day("2026-09-20"))
  }

  @Test("days from permit to home add up to the lead time, each with the party that had the turn")
  func leadTime() throws {
    var story = try Telling.signed()
    try story.tell(.moved(.init()), "2026-11-05")
    let way = way(story)
    #expect(way.leadTime == 69 && way.home == day("2026-11-05"))
    #expect(way.days(on: story.today) == [.coa: 14, .municipality: 39, .corporation: 3, .household: 13])
    #expect(way.days(on: day("2026-09-01")) == [.coa: 4])
  }

  @Test("the day a stage was left outweighs a turn that was said after it, and no day is counted twice")
  func toldLate() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Contact(.guidance))), "2026-10-25")
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-10-20")
    let way = way(story)
    #expect(way.legs.last?.from == story.dossier.stageSince)
    #expect(!way.legs.contains { $0.party == .guidance })
    for (a, b) in zip(way.legs, way.legs.dropFirst()) { #expect(a.until == b.from && a.from <= b.from) }
  }

  @Test("a permit older than the dossier starts the lead time")
  func oldPermit() throws {
    var story = Telling(on: "2026-08-01")
    try story.tell(.permitGranted(.init(.temporary)), "2026-06-01")
    #expect(way(story).leadTime(on: day("2026-06-11")) == 10)
  }

  @Test("spells say what a stage was left for, who waited and what blocks now")
  func spells() throws {
    var story = try Telling.searching()
    try story.tell(
      .relativesAnnounced(.init([Person(id: PersonID(2), given: "Sami", surname: "A", relation: .child)])), "2026-09-20"
    )
    try story.tell(.blockerRaised(.init(story.rules.blockers[0].code)), "2026-09-21")
    let spells = way(story).spells
    #expect(spells.map(\.stage) == [.reception, .permit, .profile, .linked, .search, .search])
    #expect(spells.map(\.next) == [.permit, .profile, .linked, .search, .search, nil])
    #expect(spells.last?.persons == 1 && spells.last?.relatives == 1)
    #expect(spells.last?.blockers == [Blockage(story.rules.blockers[0].code, from: day("2026-09-21"))])
    #expect(spells[0].blockers == [])
  }

  @Test(
    "a stay is cut where relatives are announced: before it the household is as it was, and the stay goes on counting")
  func cut() throws {
    var story = try Telling.searching()
    let sami = Person(id: PersonID(2), given: "Sami", surname: "A", relation: .child)
    try story.tell(.relativesAnnounced(.init([sami])), "2026-09-20")
    let search = way(story).spells.filter { $0.stage == .search }
    #expect(search.map(\.relatives) == [0, 1] && search.map(\.persons) == [1, 1])
    #expect(search.map(\.from)[1] == day("2026-09-20") && search[0].until == day("2026-09-20"))
    #expect(search[0].since == search[0].from && search[1].since == search[0].from)
  }

  @Test("another municipality begins another stay; the one that a municipality ended up in does not")
  func elsewhere() {
    let first = day("2026-01-10")
    func leg(_ municipality: String, _ from: Int, _ until: Int?) -> Leg {
      Leg(
        stage: .search, party: PartyID("municipality"), municipality: municipality, from: first + from,
        until: until.map { first + $0 }, persons: 2)
    }
    let former = Reference.formerMunicipalities.first { Reference.successor(ofCode: $0.code) != nil }!
    let present = Reference.successor(ofCode: former.code)!.code
    let other = present == "GM0344" ? "GM0307" : "GM0344"
    let way = Way(
      id: DossierID(year: 2026, serial: 1), legs: [leg(former.code, 0, 5), leg(present, 5, 9), leg(other, 9, nil)])
    #expect(way.spells.map(\.since) == [first, first, first + 9])
  }

  @Test("what blocked a household stays with every stage in which it did, with the days it was raised and cleared")
  func blockers() throws {
    var story = try Telling.searching()
    let code = story.rules.blockers[0].code
    try story.tell(.blockerRaised(.init(code)), "2026-09-21")
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-10-20")
    try story.tell(.blockerCleared(.init(code)), "2026-10-25")
    try story.tell(.leaseSigned(.init(start: Day("2026-11-01")!)), "2026-10-28")
    let way = way(story)
    #expect(way.blockers == [Blockage(code, from: day("2026-09-21"), until: day("2026-10-25"))])
    let held = way.spells.filter { !$0.blockers.isEmpty }
    #expect(held.map(\.stage) == [.search, .contract] && held.allSatisfy { $0.blockers == way.blockers })
  }

  @Test("a way without a home ends with the closing of the dossier")
  func closed() throws {
    var story = try Telling.linked()
    try story.tell(.absenceSignalled(.init("not-reported")), "2026-09-19")
    try story.tell(.leftUnknown(.init("confirmed")), "2026-09-20")
    #expect(way(story).leadTime(on: story.today) == 23 && way(story).leadTime == nil)
  }
}

@Suite("What counts as realisation")
struct RealisationTests {
  private static let sami = Person(
    id: PersonID(2), given: "Sami", surname: "Al-Hassan", birth: PartialDate("2015-04-01"), relation: .child,
    bsn: BSN(rawValue: "999993872"))

  private func counted(_ story: Telling) -> [Realisation] { story.dossier.realisations(story.rules) }

  /// Linked to Utrecht and taken up, in a year of choice.
  private func searching(_ persons: [Person] = [.rima], year: Int = 2026) throws -> Telling {
    var story = Telling(persons, on: "\(year)-01-05")
    try story.tell(.permitGranted(.init(.temporary)), "\(year)-01-10")
    try story.tell(.screeningHeld(.init()), "\(year)-01-11")
    try story.tell(.linked(.init("GM0344")), "\(year)-01-12")
    try story.tell(.linkAccepted, "\(year)-01-13")
    return story
  }

  @Test("every person who moves from reception into a home counts, on the day of moving, for the linked municipality")
  func moved() throws {
    var story = try searching([.rima, Self.sami])
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1")), "2026-02-01")
    try story.tell(.leaseSigned(.init(start: Day("2026-02-10")!)), "2026-02-03")
    try story.tell(.moved(.init()), "2026-02-12")
    #expect(counted(story) == [Realisation(day: Day("2026-02-12")!, municipality: "GM0344", persons: 2, rule: "moved")])
  }

  @Test("a hotel place counts until 1 July 2023")
  func har() throws {
    var story = try searching(year: 2023)
    try story.tell(.temporaryPlaced(.init(.har)), "2023-06-30")
    #expect(counted(story).map(\.rule) == ["har"])
    try story.tell(.secondMove(.init(address: "Kanaalstraat 1")), "2023-09-01")
    #expect(counted(story).map(\.persons) == [1], "nobody counts twice")
  }

  @Test("after that day a hotel place does not count, and the home after it does")
  func harAfter() throws {
    var story = try searching(year: 2023)
    try story.tell(.temporaryPlaced(.init(.har)), "2023-07-01")
    #expect(counted(story) == [])
    try story.tell(.secondMove(.init(address: "Kanaalstraat 1")), "2023-09-01")
    #expect(counted(story) == [Realisation(day: Day("2023-09-01")!, municipality: "GM0344", persons: 1, rule: "moved")])
  }

  @Test("a through-flow location counts for the linked municipality")
  func throughFlow() throws {
    var story = try searching()
    try story.tell(.temporaryPlaced(.init(.throughFlow, address: "Elders 1, Zeist")), "2026-03-01")
    #expect(
      counted(story) == [
        Realisation(day: Day("2026-03-01")!, municipality: "GM0344", persons: 1, rule: "through-flow")
      ])
  }

  @Test("an own home counts where it stands")
  func ownHome() throws {
    var story = try searching()
    try story.tell(.ownHomeFound(.init(address: "Markt 1", municipality: "GM0307")), "2026-03-01")
    #expect(counted(story).map(\.municipality) == ["GM0307"])
  }

  @Test("relatives who go straight to the home count on the day they arrive; those in reception when they move")
  func relatives() throws {
    var story = try searching()
    try story.tell(.relativesAnnounced(.init([Self.sami])), "2026-01-20")
    try story.tell(.ownHomeFound(.init(address: "Markt 1")), "2026-03-01")
    #expect(counted(story).map(\.persons) == [1], "whoever is abroad has not moved")
    try story.tell(.relativesArrived(.init([PersonID(2)], toHome: true)), "2026-05-01")
    #expect(
      counted(story).last == Realisation(day: Day("2026-05-01")!, municipality: "GM0344", persons: 1, rule: "relatives")
    )
    #expect(counted(story).count == 2)
  }

  @Test(
    "a minor alone of 15 in small-scale reception counts at once, one of 14 does not",
    arguments: [("2011-01-01", 1), ("2012-06-01", 0)])
  func smallScale(_ birth: String, _ persons: Int) throws {
    var minor = Person.rima
    minor.birth = PartialDate(birth)
    var story = try searching([minor])
    try story.tell(.guardianshipSet(.init(PersonID(1), .smallScale)), "2026-02-01")
    #expect(counted(story).map(\.persons).reduce(0, +) == persons)
    #expect(counted(story).allSatisfy { $0.rule == "small-scale" && $0.day == Day("2026-02-01")! })
  }

  @Test("a minor who turns 15 counts on the birthday, whatever is recorded after it")
  func turnsFifteen() throws {
    var minor = Person.rima
    minor.birth = PartialDate("2011-06-20")
    var story = try searching([minor])
    try story.tell(.guardianshipSet(.init(PersonID(1), .smallScale)), "2026-02-01")
    try story.tell(.noteAdded(.init("voor de verjaardag")), "2026-06-19")
    #expect(counted(story) == [])
    try story.tell(.noteAdded(.init("belt maandag terug")), "2026-07-03")
    #expect(
      counted(story) == [Realisation(day: Day("2026-06-20")!, municipality: "GM0344", persons: 1, rule: "small-scale")])
  }

  @Test("from the day a minor counts nobody of the household is on the way to count, also where it shows only later")
  func notOnTheWay() throws {
    var minor = Person.rima
    minor.birth = PartialDate("2011-06-20")
    var story = try searching([minor])
    try story.tell(.guardianshipSet(.init(PersonID(1), .smallScale)), "2026-02-01")
    try story.tell(.noteAdded(.init("belt maandag terug")), "2026-07-03")
    func uncounted(_ day: String) -> Int? { story.dossier.way(story.rules).leg(on: Day(day)!)?.uncounted }
    #expect(uncounted("2026-06-19") == 1 && uncounted("2026-06-20") == 0 && uncounted("2026-11-23") == 0)
    let baby = Person(id: PersonID(2), given: "Noor", surname: "Al-Hassan", relation: .child)
    try story.tell(.born(.init(baby)), "2026-08-01")
    #expect(uncounted("2026-07-31") == 0 && uncounted("2026-08-01") == 1, "a child born before the move is to count")
    try story.tell(.closed(.init(.enteredInError)), "2026-09-01")
    #expect(uncounted("2026-07-31") == 1, "whoever was entered in error never counted")
  }

  @Test("a minor in a foster family does not count yet")
  func foster() throws {
    var minor = Person.rima
    minor.birth = PartialDate("2010-01-01")
    var story = try searching([minor])
    try story.tell(.guardianshipSet(.init(PersonID(1), .fosterFamily)), "2026-02-01")
    #expect(counted(story) == [])
  }

  @Test("the guest scheme does not count")
  func guest() throws {
    var story = try searching()
    try story.tell(.guestStayStarted(.init("Bij een oom")), "2026-02-01")
    #expect(counted(story) == [])
  }

  @Test("a child born before the move counts, one born after it does not")
  func births() throws {
    let baby = Person(id: PersonID(2), given: "Noor", surname: "Al-Hassan", relation: .child)
    var before = try searching()
    try before.tell(.born(.init(baby)), "2026-02-01")
    try before.tell(.temporaryPlaced(.init(.throughFlow)), "2026-03-01")
    #expect(counted(before).map(\.persons) == [2])
    var after = try searching()
    try after.tell(.temporaryPlaced(.init(.throughFlow)), "2026-03-01")
    try after.tell(.born(.init(baby)), "2026-04-01")
    try after.tell(.secondMove(.init(address: "Markt 1")), "2026-05-01")
    #expect(counted(after).map(\.persons) == [1])
  }

  @Test("what was taken back or entered in error counts for nobody")
  func takenBack() throws {
    var story = try searching()
    try story.tell(.temporaryPlaced(.init(.throughFlow)), "2026-03-01")
    var undone = story
    try undone.act(.undo(act: try #require(undone.dossier.undoableAct)))
    #expect(counted(undone) == [])
    // Closed as such without asking whether its tasks are done.
    let closed = story.dossier.after([.init(Day("2026-03-02")!, .closed(.init(.enteredInError)))])
    #expect(closed.realisations(story.rules) == [])
  }

  @Test("a scheme that the rulebook does not know does not count")
  func rules() throws {
    var story = try searching()
    try story.tell(.temporaryPlaced(.init(.throughFlow)), "2026-03-01")
    var rules = story.rules
    rules.counting.removeAll { $0.code == "through-flow" }
    #expect(story.dossier.realisations(rules) == [])
  }
}
