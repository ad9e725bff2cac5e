import Foundation
import GRDB
import Testing

@testable import Casebook
@testable import Journey
@testable import Quota

@Suite("What a forecast of an area is made of")
struct ForecastBasisTests {
  private let period = HalfYear(2026, 2)
  private let today = Sample.today
  private let utrecht = Area.municipality("GM0344")

  /// Households linked to Utrecht in the course of 2026, one in three of them to Amersfoort ten days later.
  private func casebook(_ count: Int) throws -> Sample {
    let sample = try Sample()
    try sample.casebook.bulk((1...count).map { story($0, moves: $0 % 3 == 0) }, rules: Sample.rules)
    return sample
  }

  private func story(_ serial: Int, moves: Bool) -> (DossierID, [Event]) {
    let linked = Day(2026, 2, 1)! + serial % 200
    let way: [(Int, Event.Body)] =
      moves
      ? [(10, .relinked(.init("GM0307", reason: "family"))), (11, .linkAccepted)]
      : [(12, .linkAccepted), (30, .homeAssigned(.init(address: "Kanaalstraat 1")))]
    let told: [(Int, Event.Body)] =
      [
        (-30, .registered(.init(persons: [Sample.person("Rima", "Al-Hassan")], reception: "azc Utrecht"))),
        (-20, .permitGranted(.init(.temporary))), (-10, .screeningHeld(.init())), (0, .linked(.init("GM0344"))),
      ] + way
    return events(serial, told, from: linked)
  }

  private func events(_ serial: Int, _ told: [(Int, Event.Body)], from first: Day) -> (DossierID, [Event]) {
    let id = DossierID(year: 2026, serial: serial)
    return (
      id,
      told.enumerated().map { place, one in
        let event = EventID(high: UInt64(serial), low: UInt64(place + 1))
        return Event(
          id: event, sequence: place + 1, day: first + one.0, recordedAt: Int64(place), actor: Sample.anna,
          source: .screen, act: event, body: one.1)
      }
    )
  }

  private func basis(_ sample: Sample, _ area: Area, sampled: Int = 20_000) throws -> Forecasting.Basis {
    let forecasting = Forecasting(sample.casebook, rules: RulesInForce(Sample.rules), sampled: sampled)
    return try forecasting.basis(LedgerLine(area: area, period: period, target: noTarget), on: today)
  }

  private var noTarget: Target { Target(persons: nil, basis: .needMissing) }

  @Test("known homes are read once for many areas, and again when something is posted")
  func homesOnce() throws {
    let sample = try casebook(60)
    defer { sample.remove() }
    let forecasting = Forecasting(sample.casebook, rules: RulesInForce(Sample.rules))
    func homes(_ perWeek: Double) throws -> HomeSupply {
      let body = TaskEvent.Body.homes(.init("GM0344", Rate(perWeek), source: "corporatie"))
      try sample.casebook.post([body], by: Sample.anna, source: .command, rules: Sample.rules, today: today)
      return try forecasting.basis(LedgerLine(area: utrecht, period: period, target: noTarget), on: today).question
        .homes
    }
    #expect(try homes(1) == HomeSupply(inAll: 1))
    #expect(try homes(2) == HomeSupply(inAll: 2))
  }

  @Test("homes that were posted are in the question of their municipality, and make what was kept of it old")
  func homes() throws {
    let sample = try casebook(60)
    defer { sample.remove() }
    func post(_ codes: String...) throws {
      try sample.casebook.post(
        codes.map { TaskEvent.Body.homes(.init($0, Rate(1.5), source: "brief corporatie")) }, by: Sample.anna,
        source: .screen,
        rules: Sample.rules, today: today)
    }
    let line = LedgerLine(area: utrecht, period: period, target: noTarget)
    func grounds() throws -> ForecastGrounds { try #require(try sample.casebook.forecastGrounds([line])[utrecht]) }
    let before = try grounds()
    #expect(before.homes == nil)
    #expect(try basis(sample, utrecht).question.homes == .unknown)
    try post("GM0344")
    #expect(try basis(sample, utrecht).question.homes == HomeSupply(inAll: 1.5))
    #expect(try !before.hold(against: grounds()))
    // Others wait in Amersfoort, and of their homes nothing is known yet.
    let province = Area.province("PV26")
    #expect(try basis(sample, province).question.homes == .unknown)
    let once = try grounds()
    try post("GM0307")
    #expect(try basis(sample, province).question.homes == HomeSupply(inAll: 3))
    #expect(try once.hold(against: grounds()), "of another municipality")
    try sample.casebook.undoTask(
      act: nil, by: Sample.anna, source: .screen, rules: Sample.rules, today: today)
    #expect(try basis(sample, province).question.homes == .unknown)
  }

  @Test("whoever left an area is in what its forecast learns from, and waits in the other one")
  func departed() throws {
    let sample = try casebook(60)
    defer { sample.remove() }
    var (ways, left): ([DossierID], Int) = ([], 0)
    try sample.casebook.eachWay(utrecht, since: today - 730) { way in
      ways.append(way.id)
      left += way.forecastSpells(Sample.rules.counting).count { $0.exit == .elsewhere }
    }
    #expect(ways.count == 60 && Set(ways).count == 60 && left == 20)
    let here = try basis(sample, utrecht)
    #expect(here.question.waiting.allSatisfy { $0.municipality == "GM0344" } && here.question.waiting.count == 40)
    let there = try basis(sample, .municipality("GM0307"))
    #expect(there.question.waiting.count == 20)
  }

  @Test("where the country is a sample, an area loses its households as often as it does")
  func elsewhere() throws {
    let sample = try casebook(300)
    defer { sample.remove() }
    func pace(_ sampled: Int) throws -> Double {
      let hazards = try basis(sample, utrecht, sampled: sampled).hazards
      return hazards.daily(.linked, Stratum(persons: 1), age: 10, exit: .elsewhere)
        * hazards.pace(of: "GM0344", in: .linked, towards: .elsewhere)
    }
    let (whole, part) = (try pace(20_000), try pace(30))
    #expect(whole > 0 && abs(part - whole) < 0.1 * whole, "\(part) against \(whole)")
  }

  @Test("the paces of the country are kept until a change for one in a hundred of its households")
  func kept() throws {
    let sample = try casebook(300)
    defer { sample.remove() }
    let forecasting = Forecasting(sample.casebook, rules: RulesInForce(Sample.rules))
    func spells() throws -> Int {
      try forecasting.basis(LedgerLine(area: .municipality("GM0363"), period: period, target: noTarget), on: today)
        .hazards.spells
    }
    let first = try spells()
    for serial in 301...303 {
      try sample.casebook.bulk([story(serial, moves: false)], rules: Sample.rules)
      #expect(try spells() == first)
    }
    try sample.casebook.bulk([story(304, moves: false)], rules: Sample.rules)
    #expect(try spells() > first)
    let country = try forecasting.basis(LedgerLine(area: .country, period: period, target: noTarget), on: today)
    try sample.casebook.bulk([story(305, moves: false)], rules: Sample.rules)
    let after = try forecasting.basis(LedgerLine(area: .country, period: period, target: noTarget), on: today)
    #expect(after.question.waiting.count == country.question.waiting.count + 1, "who waits is never of before")
  }

  @Test("stays in a stage are those of Kaplan and Meier: whoever is in it still makes them longer, not shorter")
  func stays() throws {
    let sample = try casebook(90)
    defer { sample.remove() }
    let forecasting = Forecasting(sample.casebook, rules: RulesInForce(Sample.rules))
    let curves = try forecasting.stays(utrecht, since: today - 300, on: today).curves
    #expect(curves[.linked]?.time(by: 0.5) == 12)
    // Nobody got beyond the offer: there is no day by which half have.
    #expect(curves[.contract]?.n == 60 && curves[.contract]?.time(by: 0.5) == nil)
  }

  @Test("of the country stays are of an even sample that says of how many it is, and lies close to all of them")
  func staysSampled() throws {
    let sample = try Sample()
    defer { sample.remove() }
    // From link to search it takes 2 to 38 days, each as often.
    let stories = (1...370).map { serial in
      events(
        serial,
        [
          (-30, .registered(.init(persons: [Sample.person("Rima", "Al-Hassan")], reception: "azc Utrecht"))),
          (-20, .permitGranted(.init(.temporary))), (-10, .screeningHeld(.init())), (0, .linked(.init("GM0344"))),
          (2 + serial % 37, .linkAccepted),
        ], from: Day(2026, 2, 1)! + serial % 200)
    }
    try sample.casebook.bulk(stories, rules: Sample.rules)
    func seen(_ area: Area, _ sampled: Int) throws -> StaysSeen {
      try Forecasting(sample.casebook, rules: RulesInForce(Sample.rules), sampled: sampled)
        .stays(area, since: today - 300, on: today)
    }
    let (whole, part) = (try seen(.country, 20_000), try seen(.country, 74))
    #expect(whole.sample == nil && whole.curves[.linked]?.n == 370)
    let size = try #require(part.sample)
    #expect(size.all == 370 && (60...90).contains(size.households))
    #expect(part.curves[.linked]?.n == size.households)
    for share in [0.15, 0.5, 0.85] {
      let few = try #require(part.curves[.linked]?.time(by: share))
      let all = try #require(whole.curves[.linked]?.time(by: share))
      #expect(abs(few - all) <= 3, "\(share): \(few) against \(all) days")
    }
    #expect(try seen(utrecht, 74).sample == nil, "of a part of the country all are taken")
  }

  @Test("all stays of the country are read when one asks, and shown from then on; ended half-way nothing changes")
  func allStays() throws {
    let sample = try casebook(90)
    defer { sample.remove() }
    let forecasting = Forecasting(sample.casebook, rules: RulesInForce(Sample.rules), sampled: 20)
    let first = today - 300
    let part = try forecasting.stays(.country, since: first, on: today)
    #expect(part.sample != nil)
    #expect(try forecasting.allStays(.country, since: first, on: today, goesOn: { $0 < 64 }) == nil)
    #expect(try forecasting.stays(.country, since: first, on: today).sample != nil)
    let all = try #require(try forecasting.allStays(.country, since: first, on: today, goesOn: { _ in true }))
    let shown = try forecasting.stays(.country, since: first, on: today)
    #expect(shown.sample == nil && shown.curves == all.curves)
    let whole = try Forecasting(sample.casebook, rules: RulesInForce(Sample.rules))
      .stays(.country, since: first, on: today)
    // Every third is linked twice.
    #expect(shown.curves == whole.curves && shown.curves[.linked]?.n == 120)
  }

  @Test("relatives are awaited from the day of the home to the day they came, and who was withdrawn never came")
  func reunions() throws {
    func relative(_ id: Int) -> Person { Person(id: PersonID(id), given: "Sami", surname: "A", relation: .child) }
    let (_, story) = events(
      1,
      [
        (-30, .registered(.init(persons: [Sample.person("Rima", "Al-Hassan")], reception: "azc Utrecht"))),
        (-20, .permitGranted(.init(.temporary))), (-10, .screeningHeld(.init())), (0, .linked(.init("GM0344"))),
        (1, .linkAccepted), (20, .relativesAnnounced(.init([relative(2), relative(3), relative(4)], expected: nil))),
        (40, .homeAssigned(.init(address: "Kanaalstraat 1"))), (41, .leaseSigned(.init(start: Day(2026, 4, 1)!))),
        (50, .moved(.init())), (80, .relativesArrived(.init([PersonID(2), PersonID(3)], toHome: true))),
      ], from: Day(2026, 2, 1)!)
    let way = Dossier.fold(DossierID(year: 2026, serial: 1), story).way(Sample.rules)
    let home = Day(2026, 2, 1)! + 50
    let awaited = way.forecastSpells(Sample.rules.counting).filter { $0.stage == .housed }
    #expect(awaited.map(\.persons) == [2, 1] && awaited.map(\.from) == [home, home])
    #expect(awaited.map(\.exit) == [.joined, nil] && awaited[0].until == home + 30)
    let history = History(way.forecastSpells(Sample.rules.counting), since: Day(2026, 1, 1)!)
    #expect(history.housed(from: home, through: home + 30, in: ["GM0344"]) == 3)
    let question = history.question(on: home + 10, for: HalfYear(2026, 1), in: ["GM0344"])
    #expect(question.awaited.map(\.persons) == [2, 1] && question.awaited.map(\.days) == [10, 10])
    #expect(question.relatives == 3)
    // Before the home the whole household waits, with three to follow.
    let before = history.question(on: home - 5, for: HalfYear(2026, 1), in: ["GM0344"])
    #expect(before.awaited.isEmpty && before.waiting.map(\.relatives) == [3] && before.waiting.map(\.persons) == [1])
  }

  @Test("a check finds a realisation on another day and a departure that is gone, and says of which municipality")
  func check() throws {
    let sample = try casebook(30)
    defer { sample.remove() }
    try sample.casebook.bulk(
      [
        events(
          31,
          [
            (-30, .registered(.init(persons: [Sample.person("Rima", "Al-Hassan")], reception: "azc Utrecht"))),
            (-20, .permitGranted(.init(.temporary))), (-10, .screeningHeld(.init())), (0, .linked(.init("GM0344"))),
            (1, .linkAccepted), (40, .homeAssigned(.init(address: "Kanaalstraat 1"))),
            (41, .leaseSigned(.init(start: Day(2026, 4, 1)!))), (50, .moved(.init())),
          ], from: Day(2026, 2, 1)!)
      ], rules: Sample.rules)
    func problems() throws -> [String] {
      try sample.casebook.check(rules: Sample.rules).problems.map(\.phrase.en)
    }
    #expect(try problems().isEmpty)
    try sample.sql("UPDATE realisation SET day = day + 1")
    #expect(try problems() == ["Who counted for Utrecht on which day, or left it, differs from the stories."])
    try sample.casebook.rebuild(rules: Sample.rules)
    #expect(try problems().isEmpty)
    try sample.sql("DELETE FROM departure WHERE dossier = (SELECT min(dossier) FROM departure)")
    #expect(try problems().count == 1)
  }

  @Test("whoever is linked elsewhere and back again has left nothing")
  func back() throws {
    let sample = try casebook(3)
    defer { sample.remove() }
    let id = DossierID(year: 2026, serial: 3)
    func departures() throws -> [String] {
      try sample.casebook.pool.read { db in
        try String.fetchAll(db, sql: "SELECT municipality FROM departure WHERE dossier = \(id.value)")
      }
    }
    #expect(try departures() == ["GM0344"])
    try sample.perform(.record(.relinked(.init("GM0344", reason: "family")), on: today), on: id)
    #expect(try departures() == ["GM0307"])
    var ways = 0
    try sample.casebook.eachWay(utrecht, since: today - 730) { _ in ways += 1 }
    #expect(ways == 3)
    #expect(try sample.casebook.check(rules: Sample.rules).isSound)
  }
}
