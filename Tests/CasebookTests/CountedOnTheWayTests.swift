import Journey
import Quota
import Testing

@testable import Casebook

@Suite("Who counts for the task before the move")
struct CountedOnTheWayTests {
  private let sample: Sample
  private let utrecht = Area.municipality("GM0344")
  private let period = HalfYear(2026, 2)
  private let october = Day(2026, 10, 1)!

  /// With a target of 4 for Utrecht and Amsterdam in both halves of the year.
  init() throws {
    sample = try Sample()
    let four = TaskEvent.PublishedRow(target: 4, balanceBefore: 0)
    for half in [period.previous, period] {
      try sample.casebook.post(
        [.targets(.init(half, referenceDate: half.first, ["GM0344": four, "GM0363": four]))], by: Sample.anna,
        source: .screen, rules: Sample.rules, today: Sample.today)
    }
  }

  /// A minor alone, linked to Utrecht on a day and in small-scale reception four days later.
  private func minor(born birth: String, linked: Day) throws -> DossierID {
    var minor = Sample.person("Sami", "Al-Hassan")
    minor.birth = PartialDate(birth)
    let id = try sample.casebook.register(
      [(linked - 20, .registered(.init(persons: [minor], reception: "azc Utrecht")))], year: 2026, by: Sample.anna,
      source: .screen, rules: Sample.rules, today: Sample.today
    ).id
    try tell(id, .permitGranted(.init(.temporary)), linked - 10)
    try tell(id, .linked(.init("GM0344")), linked)
    try tell(id, .guardianshipSet(.init(PersonID(1), .smallScale)), linked + 4)
    return id
  }

  private func tell(_ id: DossierID, _ body: Event.Body, _ day: Day) throws {
    try sample.perform(.record(body, on: day), on: id)
  }

  private func line(_ period: HalfYear? = nil, on today: Day = Sample.today) throws -> LedgerLine {
    try sample.casebook.ledger(rules: Sample.rules, today: today).line(utrecht, in: period ?? self.period)
  }

  /// Of each household of the list behind a number, how many of it count.
  private func listed(_ figure: Figure) throws -> [String] {
    try sample.casebook.rows(Query(figure, in: utrecht, on: Sample.today), limit: 10).map {
      "\($0.counted ?? $0.persons)/\($0.persons)"
    }
  }

  @Test("a minor of 16 in small-scale reception is housed and not on the way, linked once, and so say the lists")
  func once() throws {
    defer { sample.remove() }
    _ = try minor(born: "2010-05-01", linked: Day(2026, 8, 1)!)
    let now = try line()
    #expect(now.value(.housed) == 1 && now.value(.onTheWay) == 0 && now.linked == 1)
    #expect(try listed(.linked(by: october)) == ["1/1"])
    #expect(try listed(.realised(period.first...period.last)) == ["1/1"])
    #expect(try listed(.onTheWay) == ["0/1"])
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
  }

  @Test("of a past day the minor is on the way until the day of counting, and housed from that day")
  func then() throws {
    defer { sample.remove() }
    _ = try minor(born: "2010-05-01", linked: Day(2026, 8, 1)!)
    for (day, housed) in [(Day(2026, 8, 4)!, 0), (Day(2026, 8, 5)!, 1)] {
      let then = try line(on: day)
      #expect(then.value(.housed) == housed && then.value(.onTheWay) == 1 - housed, "\(day)")
    }
  }

  @Test("a minor who turned 15 before the reference day is linked once, however late anything is recorded after it")
  func birthday() throws {
    defer { sample.remove() }
    let id = try minor(born: "2011-09-10", linked: Day(2026, 8, 1)!)
    #expect(try line().value(.onTheWay) == 1)
    try sample.note("belt maandag terug", on: id)
    #expect(try line().linked == 1 && line().value(.onTheWay) == 0)
    #expect(try line(on: Day(2026, 9, 9)!).value(.onTheWay) == 1)
    #expect(try line(on: Day(2026, 9, 10)!).value(.onTheWay) == 0)
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
  }

  @Test("a minor who counted in a half-year is linked for that one, not for the next")
  func nextHalfYear() throws {
    defer { sample.remove() }
    _ = try minor(born: "2010-05-01", linked: Day(2026, 3, 1)!)
    #expect(try line(period.previous).linked == 1 && line(period.previous).value(.housed) == 1)
    #expect(try line().linked == 0 && line().value(.housed) == 0)
    #expect(try listed(.linked(by: Day(2026, 4, 1)!)) == ["1/1"])
    #expect(try listed(.linked(by: october)) == [])
  }

  @Test("of a household only those who do not count yet are on the way, and moving in counts the others alone")
  func withOthers() throws {
    defer { sample.remove() }
    let id = try minor(born: "2010-05-01", linked: Day(2026, 8, 1)!)
    var sister = Sample.person("Noor", "Al-Hassan")
    sister.id = PersonID(2)
    try tell(id, .memberAdded(.init(sister)), Day(2026, 9, 1)!)
    #expect(try listed(.onTheWay) == ["1/2"] && line().value(.onTheWay) == 1 && line().linked == 2)
    try tell(id, .ownHomeFound(.init(address: "Dijk 2")), Day(2026, 11, 1)!)
    #expect(try line().value(.housed) == 2 && line().value(.onTheWay) == 0 && line().linked == 2)
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
  }

  @Test("a minor who in the task is on the way still, and in the stories is not, is found by a check")
  func tampered() throws {
    defer { sample.remove() }
    _ = try minor(born: "2010-05-01", linked: Day(2026, 8, 1)!)
    try sample.sql("DELETE FROM counter WHERE kind = \(CounterKind.settled.rawValue)")
    let found = try sample.casebook.check(rules: Sample.rules).problems.map(\.phrase.en)
    #expect(found.contains { $0.hasPrefix("Utrecht: on the way: ") })
    #expect(found.contains { $0.hasPrefix("Utrecht: linked and on the way on 2026-10-01: ") })
  }

  @Test("a municipality that was linked nobody by 1 October is excused, one without any stories is not")
  func linkedNobody() throws {
    defer { sample.remove() }
    let id = try sample.casebook.register(
      [(Day(2026, 1, 5)!, .registered(.init(persons: [Sample.person("Can", "Yilmaz")])))], year: 2026, by: Sample.anna,
      source: .screen, rules: Sample.rules, today: Sample.today
    ).id
    try tell(id, .permitGranted(.init(.temporary)), Day(2026, 1, 10)!)
    try tell(id, .linked(.init("GM0344")), Day(2026, 2, 1)!)
    try tell(id, .ownHomeFound(.init(address: "Dijk 2")), Day(2026, 4, 10)!)
    let ledger = try sample.casebook.ledger(rules: Sample.rules, today: Day(2027, 1, 5)!)
    let (known, unknown) = (ledger.line(utrecht, in: period), ledger.line(.municipality("GM0363"), in: period))
    #expect(known.linked == 0 && known.excusable == 4 && known.enforceableBacklog == 0)
    #expect(unknown.linked == nil && unknown.excusable == 0 && unknown.enforceableBacklog == 4)
  }

  @Test("a municipality whose first story began after 1 October is not excused by it: of that day it tells nothing")
  func beganLater() throws {
    defer { sample.remove() }
    _ = try minor(born: "2010-05-01", linked: Day(2026, 10, 2)!)
    let figures = try sample.casebook.taskFigures(from: period.first, asOf: Sample.today)
    #expect(figures.linked("GM0344", period, Day(2026, 10, 1)!) == nil)
    #expect(figures.linked("GM0344", period, Day(2026, 10, 2)!) != nil)
  }
}
