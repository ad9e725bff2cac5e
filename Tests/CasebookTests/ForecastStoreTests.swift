import Foundation
import Testing

@testable import Casebook
@testable import Journey
@testable import Quota

@Suite("Kept forecasts")
struct ForecastStoreTests {
  private let period = HalfYear(2026, 2)
  private let today = Day(2026, 11, 23)!

  private func casebook() throws -> Casebook {
    let folder = FileManager.default.temporaryDirectory.appending(path: "thuis-forecast-\(UUID().uuidString)")
    return try Casebook.open(folder.appending(path: "casebook.sqlite").path)
  }

  @Test("the latest forecast of an area and half-year is there again as it was made")
  func kept() throws {
    let casebook = try casebook()
    let figures = KeptForecast.Figures(
      p15: 255, p50: 271, p85: 288, chance: 0.04, households: 171, spells: 5120,
      weeks: [.init(today + 7, p15: 201, p50: 204, p85: 207)], homesAreKnown: true)
    let grounds = ForecastGrounds(task: 317, households: 171, counts: ["housed": 188], homes: [4])
    let first = KeptForecast(
      .municipality("GM0344"), period, day: today + -1, changes: 40, grounds: grounds, .figures(figures))
    let second = KeptForecast(
      .municipality("GM0344"), period, day: today, changes: 81, .tooLittle(Phrase("te weinig", "too little")))
    try casebook.keep(first)
    #expect(try casebook.keptForecasts(period) == [first.area: first])
    try casebook.keep(second)
    try casebook.keep(KeptForecast(.country, period.next, day: today, changes: 81, .figures(figures)))
    #expect(try casebook.keptForecasts(period) == [first.area: second])
    #expect(try casebook.keptForecasts(period.next).isEmpty, "it was made before that half-year began")
  }

  @Test("a note leaves a forecast as it is; a link, a blocker and a change of the task make it old")
  func grounds() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(24)
    let utrecht = Area.municipality("GM0344")
    func grounds(task: Int = 60) throws -> ForecastGrounds {
      var line = LedgerLine(area: utrecht, period: period, target: Target(persons: 60, basis: .needMissing))
      line.task = task
      return try #require(try sample.casebook.forecastGrounds([line])[utrecht])
    }
    let before = try grounds()
    let all = try sample.casebook.rows(Query(), limit: 100)
    let linked = try #require(all.first { $0.municipality == "GM0344" && $0.stage == .search && $0.blocker == nil })
    try sample.note("gebeld", on: linked.id)
    #expect(try before.hold(against: grounds()))
    #expect(try !before.hold(against: grounds(task: 61)))
    try sample.perform(
      .record(.blockerRaised(.init(Sample.rules.blockers[0].code)), on: Sample.today), on: linked.id)
    let held = try grounds()
    #expect(!before.hold(against: held))
    let other = Sample.rules.blockers[1].code
    try sample.perform(.record(.blockerRaised(.init(other)), on: Sample.today), on: linked.id)
    #expect(try !held.hold(against: grounds()), "a second one holds it up too")
    try sample.perform(.record(.blockerCleared(.init(other)), on: Sample.today), on: linked.id)
    #expect(try held == grounds())
    let profile = try #require(all.first { $0.stage == .profile })
    try sample.perform(.record(.linked(.init("GM0344")), on: Sample.today), on: profile.id)
    #expect(try !held.hold(against: grounds()))
  }

  @Test("beside a task stands the chance of that task alone: a forecast for another one, or of yesterday, is not given")
  func holding() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(24)
    let (casebook, utrecht) = (sample.casebook, Area.municipality("GM0344"))
    func line(task: Int) -> LedgerLine {
      var line = LedgerLine(area: utrecht, period: period, target: Target(persons: task, basis: .needMissing))
      line.task = task
      return line
    }
    let grounds = try casebook.forecastGrounds([line(task: 28)])[utrecht]
    let figures = KeptForecast.Figures(p15: 20, p50: 24, p85: 29, chance: 0.14, households: 24, spells: 5_120)
    let made = KeptForecast(utrecht, period, day: Sample.today, changes: 1, grounds: grounds, .figures(figures))
    try casebook.keep(made)
    #expect(try casebook.forecastsThatHold([line(task: 28)], on: Sample.today) == [utrecht: made])
    #expect(try casebook.forecastsThatHold([line(task: 33)], on: Sample.today).isEmpty)
    #expect(try casebook.forecastsThatHold([line(task: 28)], on: Sample.today + 1).isEmpty)
  }

  @Test("what another edition of the method made holds no more, nor what a program made that kept none")
  func edition() throws {
    let now = ForecastGrounds(task: 60, households: 9, counts: ["households 4": 9])
    #expect(now.edition == Forecast.edition && now.hold(against: now))
    for edition in [nil, Forecast.edition - 1, Forecast.edition + 1] {
      var other = now
      other.edition = edition
      #expect(!other.hold(against: now))
      let figures = KeptForecast.Figures(p15: 20, p50: 24, p85: 29, chance: 0.14, households: 9, spells: 5_120)
      let made = KeptForecast(.country, period, day: today, changes: 1, grounds: other, .figures(figures))
      #expect(made.isStale(today, on: now))
    }
    let older = Data(#"{"task":60,"households":9,"counts":{"households 4":9}}"#.utf8)
    #expect(try JSONDecoder().decode(ForecastGrounds.self, from: older).edition == nil)
  }

  @Test("of a country one household more in a thousand makes no other forecast")
  func tolerance() {
    let many = ForecastGrounds(task: 9_801, households: 20_000, counts: ["households 4": 8_000])
    var more = many
    more.counts["households 4"] = 8_020
    #expect(many.hold(against: more))
    more.counts["households 4"] = 8_021
    #expect(!many.hold(against: more))
  }

  /// Linked on 1 February 2025, searching from the day after, an offer `days` later; meanwhile more.
  private func story(
    _ serial: Int, days: Int, _ more: [(Int, Event.Body)] = [], of person: Person = Sample.person("Rima", "Al-Hassan")
  ) -> Way {
    let (id, linked) = (DossierID(year: 2025, serial: serial), Day(2025, 2, 1)!)
    let told: [(Int, Event.Body)] =
      [
        (-30, .registered(.init(persons: [person], reception: "azc Utrecht"))),
        (-20, .permitGranted(.init(.temporary))), (-10, .screeningHeld(.init())), (0, .linked(.init("GM0344"))),
        (1, .linkAccepted),
      ] + more + [(1 + days, .homeAssigned(.init(address: "Kanaalstraat 1")))]
    let events = told.enumerated().map { place, one in
      let event = EventID(high: UInt64(serial), low: UInt64(place + 1))
      return Event(
        id: event, sequence: place + 1, day: linked + one.0, recordedAt: Int64(place), actor: Sample.anna,
        source: .screen, act: event, body: one.1)
    }
    return Dossier.fold(id, events).way(.builtIn)
  }

  @Test(
    "the pace of those held up is that of their stories: slow where they were slow, and as fast as others where they were not",
    arguments: [(90, 0.0..<0.75), (30, 0.9..<1.01)])
  func heldUp(days: Int, pace: Range<Double>) {
    let code = Rulebook.builtIn.blockers[0].code
    let free = (1...100).map { story($0, days: 30) }
    let held = (101...200).map {
      story($0, days: days, [(1, .blockerRaised(.init(code))), (days - 5, .blockerCleared(.init(code)))])
    }
    let spells = (free + held).flatMap { $0.forecastSpells(Sample.rules.counting) }
    #expect(spells.count { $0.stage == .search && !$0.blockers.isEmpty } == 100)
    let window = ObservationWindow(first: Day(2025, 1, 1)!, last: Day(2025, 9, 30)!)
    let found = Hazards(SpellCounts(spells, in: window)).pace(heldUpBy: code)
    #expect(pace.contains(found), "\(found)")
  }

  @Test("a minor who counts from the link on is not counted again by a forecast")
  func minor() {
    var minor = Sample.person("Sami", "Al-Hassan")
    minor.birth = PartialDate("2009-01-01")
    let way = story(1, days: 30, [(0, .guardianshipSet(.init(PersonID(1), .smallScale)))], of: minor)
    #expect(way.realisations.map(\.persons) == [1])
    #expect(way.forecastSpells(Sample.rules.counting).filter { $0.stage == .search }.map(\.persons) == [0])
  }

  @Test("from the day a minor counts the household counts fewer, and not before")
  func minorLater() {
    var minor = Sample.person("Sami", "Al-Hassan")
    minor.birth = PartialDate("2009-01-01")
    let way = story(1, days: 30, [(11, .guardianshipSet(.init(PersonID(1), .smallScale)))], of: minor)
    let search = way.forecastSpells(Sample.rules.counting).filter { $0.stage == .search }
    #expect(search.map(\.persons) == [1, 0] && search.map(\.exit) == [nil, .to(.contract)])
    #expect(search[0].until == search[1].from && search[1].since == search[0].from)
  }

  @Test("a guest who counts by a rule of the rulebook is not counted again by a forecast")
  func guest() throws {
    let start = Day(2025, 1, 1)!
    let way = Way(
      id: DossierID(year: 2025, serial: 1),
      legs: [Leg(stage: .search, party: PartyID("municipality"), municipality: "GM0344", from: start, persons: 1)],
      realisations: [Realisation(day: start, municipality: "GM0344", persons: 1, rule: "guest")])
    let rule = "counting:\n  - {id: guest, nl: logeerregeling, en: guest scheme, on: guest, source: proef}\n"
    let rules = try Rulebook.read(Rulebook.builtInText.replacing("counting:\n", with: rule)).get()
    #expect(way.forecastSpells(rules.counting).map(\.persons) == [0])
    #expect(way.forecastSpells(Sample.rules.counting).map(\.persons) == [1])
  }

  @Test("a household of one with five relatives to come waits for a home of six, as lists and the board count it")
  func sizeWithRelatives() throws {
    let relatives = (2...6).map { Person(id: PersonID($0), given: "Sami", surname: "A", relation: .child) }
    let way = story(1, days: 30, [(5, .relativesAnnounced(.init(relatives)))])
    let search = way.forecastSpells(Sample.rules.counting).filter { $0.stage == .search }
    #expect(search.map(\.stratum) == [Stratum(size: .one), Stratum(size: .many, awaitsRelatives: true)])
    #expect(search.map(\.persons) == [1, 1] && search.map(\.relatives) == [0, 5])
    let listed = try #require(way.legs.last?.persons)
    #expect(search.last?.stratum.size == HouseholdSize(persons: listed))
  }

  @Test("an empty casebook has too little to go by, and says what is missing")
  func empty() throws {
    let casebook = try casebook()
    let ledger = try casebook.ledger(rules: .builtIn, today: today)
    let line = ledger.line(.municipality("GM0344"), in: period)
    let forecast = try Forecasting(casebook, rules: .builtIn).forecast(line, on: today)
    #expect(forecast.figures == nil)
    #expect(forecast.tooLittle?.nl.isEmpty == false)
  }

  @Test("a scenario that was saved is there again, the latest of its name")
  func scenarios() throws {
    let casebook = try casebook()
    var scenario = Scenario(name: "flexwoningen")
    scenario.homes = [Scenario.Homes(2, of: .few, fromWeek: 3)]
    func save() throws {
      try casebook.post(
        [.saved(scenario)], by: Actor("j.bakker"), source: .screen, rules: .builtIn, today: today)
    }
    try save()
    #expect(try casebook.taskBook().savedScenarios == [scenario])
    scenario.links = 3
    try save()
    #expect(try casebook.taskBook().savedScenarios == [scenario])
  }
}
