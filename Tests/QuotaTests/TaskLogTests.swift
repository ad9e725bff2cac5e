import Journey
import Testing
@testable import Quota

// What the log says of a posting.
extension TaskActTests {
  @Test("the log says of a posting where, how many and what, and of one that takes back what it took back")
  func log() throws {
    var telling = TaskTelling()
    telling.post(.shift(.init(Self.period, from: "GM0307", to: "GM0355", 5, agreement: "overleg 26 november")))
    telling.post(.supervision(.init("GM0355", Self.period, step: "information", letter: "2026/118")))
    let events = telling.book.events
    #expect(
      events[0].logged(among: PostedActs(events), telling.rules).nl
        == "Verschuiving 5, \(Self.period), van Amersfoort naar Zeist, overleg 26 november")
    #expect(
      events[1].logged(among: PostedActs(events), telling.rules).nl
        == "Zeist: Stap van toezicht 2 informatie opvragen, \(Self.period), 2026/118")
    telling.post(
      .action(.init("GM0355", "zeven woningen", owner: "M. Smit", desk: "corporation", due: Day(2026, 12, 15))),
      .commitment(.init("GM0355", who: "college", "kwartiermaker", budget: 120_000)),
      .supervision(
        .init(
          "GM0355", Self.period, step: "information", term: Day(2026, 12, 1), nextReview: Day(2027, 2, 1),
          balance: -12, excusable: 0)))
    let later = telling.book.events
    #expect(
      later[2...].map { $0.logged(among: PostedActs(later), telling.rules).nl } == [
        "Zeist: Actie: zeven woningen · M. Smit, corporaties · 15 dec 2026",
        "Zeist: Bestuurlijk besluit: college: kwartiermaker, € 120.000",
        "Zeist: Stap van toezicht 2 informatie opvragen, \(Self.period), termijn 1 dec 2026, "
          + "volgende beoordeling 1 feb 2027, saldo toen -12, verschoonbaar 0",
      ])
    telling.post(.undone(.init(events[0].act)))
    let all = telling.book.events
    #expect(
      all[5].logged(among: PostedActs(all), telling.rules).nl
        == "Teruggenomen: Verschuiving 5, \(Self.period), van Amersfoort naar Zeist, overleg 26 november "
        + "(boeking 1 van 1 mrt 2027, door anna)"
    )
    #expect(PostedActs(all).takenBack(all[0])?.nl == "teruggenomen op 1 mrt 2027 door anna")
    #expect(PostedActs(all).takenBack(all[5]) == nil && PostedActs(all).takenBack(all[1]) == nil)
  }

  @Test("of a list the log says how many municipalities and their sum; of one, or in its own account, its number")
  func logOfLists() {
    var telling = TaskTelling()
    let (period, day) = (Self.period, Self.period.first)
    telling.post(
      .targets(
        .init(
          period, referenceDate: day,
          ["GM0344": .init(target: 276, balanceBefore: -41), "GM0355": .init(target: 6)], source: "lijst")),
      .opening(.init(period, ["GM0355": 4], source: "brief")),
      .correction(.init(period, "GM0355", 3, reason: "laat gemeld")))
    let events = telling.book.events
    func logged(_ place: Int, of code: String? = nil) -> String {
      events[place].logged(among: PostedActs(events), telling.rules, of: code).nl
    }
    let facts = "\(period), stand \(day)"
    #expect(logged(0) == "Gepubliceerde taakstelling: \(facts), 2 gemeenten, doel 282, saldo -41, lijst")
    #expect(logged(0, of: "GM0355") == "Zeist: Gepubliceerde taakstelling: \(facts), doel 6, lijst")
    #expect(logged(0, of: "GM0307") == logged(0))
    #expect(logged(1) == "Zeist: Beginsaldo: \(period), saldo +4, brief")
    #expect(logged(2) == "Zeist: Correctie +3, \(period), laat gemeld")
    #expect(events[0].body.places == ["GM0344", "GM0355"] && events[2].body.places == ["GM0355"])
  }

  @Test(
    "of an act of several postings the log says the first and how many more; brought back it says that it holds again")
  func logOfActs() throws {
    var telling = TaskTelling()
    telling.post(
      .goal(.init("GM0355", "geen achterstand")), .goal(.init("GM0355", "elke week overleg")),
      .goal(.init("GM0355", "vijf woningen")))
    telling.post(.undone(.init(telling.book.events[0].act)))
    telling.post(.undone(.init(telling.book.events[3].act)))
    let all = telling.book.events
    let told = all[0].logged(among: PostedActs(all), telling.rules)
    #expect(
      all[3].logged(among: PostedActs(all), telling.rules).nl
        == "Teruggenomen: \(told.nl) en nog 2 boekingen (boeking 1 van 1 mrt 2027, door anna)")
    #expect(
      all[4].logged(among: PostedActs(all), telling.rules).en
        == "Holds again: \(told.en) and 2 more postings (posting 1 of 1 Mar 2027, by anna)")
    #expect(
      PostedActs(all).takenBack(all[0]) == nil
        && PostedActs(all).takenBack(all[3])?.nl.hasPrefix("teruggenomen") == true)
  }
}
