import Journey
import Testing

@testable import Quota

@Suite("Homes known to come")
struct HomesToComeTests {
  private static let (utrecht, zeist) = (TaskTelling.utrecht, TaskTelling.zeist)

  private static func come(
    _ text: String, to code: String = utrecht, of size: HouseholdSize? = nil, from: Day? = nil,
    source: String = "brief corporatie"
  ) -> TaskEvent.Body {
    .homes(.init(code, Rate(text)!, of: size, from: from, source: source))
  }

  // MARK: - Posting

  @Test("a form filled in posts how many, for whom, from when and who said so")
  func posts() throws {
    let answers = [
      "homes": "20/maand", "size": "2-4", "source": "brief corporatie", "from": "2026-12-01", "evidence": "2026/7",
    ]
    #expect(
      try TaskActTests.post(.homes, answers, TaskActTests.scene())
        == .homes(
          .init(
            Self.utrecht, Rate(20, every: .month), of: .few, from: Day(2026, 12, 1), source: "brief corporatie",
            evidence: "2026/7")))
    #expect(
      try TaskActTests.post(.homes, ["homes": "0,5", "source": "college"], TaskActTests.scene())
        == .homes(.init(Self.utrecht, Rate(0.5), source: "college")))
  }

  @Test("what is no number of homes, no size, no municipality, or said by nobody, names its field")
  func mistakes() {
    func field(_ values: [String: String]) -> String? {
      TaskActTests.refusal(.homes, ["homes": "5", "source": "x"].merging(values) { $1 })?.field
    }
    #expect(field([:]) == nil)
    for text in ["-5", "veel", "3/dag", ""] { #expect(field(["homes": text]) == "homes", "\(text)") }
    #expect(field(["homes": "1001"]) == "homes")
    #expect(field(["size": "7 kamers"]) == "size")
    #expect(field(["source": ""]) == "source")
    #expect(field(["municipality": "Nergenshuizen"]) == "municipality")
    #expect(field(["municipality": "Winsum"]) == "municipality", "the homes of the whole would be gone")
    #expect(field(["from": "ooit"]) == "from")
  }

  @Test("the book itself refuses fewer than none, an unknown municipality and a source that is missing")
  func guarded() {
    let telling = TaskTelling()
    func field(_ body: TaskEvent.Body) -> String? {
      telling.book.refusal(body, on: telling.today, telling.rules, today: telling.today)?.field
    }
    #expect(field(Self.come("5")) == nil)
    #expect(field(Self.come("5", from: telling.today + 200)) == nil, "what comes may begin later")
    #expect(field(.homes(.init(Self.utrecht, Rate(-1), source: "x"))) == "homes")
    #expect(field(Self.come("5", to: "GM9999")) == "municipality")
    #expect(field(Self.come("5", source: "")) == "source")
  }

  @Test("on the wire it reads back as it was said, and what is no number of homes is kept as it came")
  func wire() {
    let wire = TaskWire()
    for body in [
      Self.come("5"), Self.come("0,75", of: .many, from: Day(2027, 1, 1)), Self.come("20/month"), Self.come("0"),
      .homes(.init(Self.zeist, Rate(1.0 / 3), of: .one, source: "x", evidence: "y")),
    ] {
      let (kind, version, json) = wire.encode(body)
      #expect(kind == "homes-to-come")
      #expect(wire.decode(kind: kind, version: version, json: json) == body, "\(json)")
    }
    #expect(wire.encode(Self.come("20/maand")).json.contains(#""homes":"20/month""#))
    let wrong = #"{"evidence":"","homes":"veel","municipality":"GM0344","source":"x"}"#
    #expect(
      wire.decode(kind: "homes-to-come", version: 1, json: wrong)
        == .unknown(.init(kind: "homes-to-come", version: 1, json: wrong)))
  }

  @Test("the log says where, how many, for whom, from when and who said so")
  func log() {
    var telling = TaskTelling()
    telling.post(Self.come("2", to: Self.zeist, of: .few, from: Day(2027, 4, 1)), Self.come("0"))
    let events = telling.book.events
    #expect(
      events.map { $0.logged(among: PostedActs(events), telling.rules).nl } == [
        "Zeist: Woningen die komen: 2 per week voor 2–4 personen, vanaf 1 apr 2027 (brief corporatie)",
        "Utrecht: Woningen die komen: niet bekend (brief corporatie)",
      ])
  }

  // MARK: - What holds

  @Test("of a municipality and size what was posted last holds, and none takes the cap away")
  func latest() {
    var telling = TaskTelling()
    func homes() -> HomeSupply { telling.book.homes(Self.utrecht, on: telling.today) }
    telling.post(Self.come("5"), Self.come("2", of: .few))
    telling.post(Self.come("3"))
    #expect(homes() == HomeSupply(perWeek: [.few: 2], inAll: 3))
    telling.post(Self.come("0"))
    #expect(homes() == HomeSupply(perWeek: [.few: 2]))
    #expect(telling.book.knownHomes(Self.utrecht, on: telling.today).map(\.posted.rate) == [Rate(2)])
    #expect(telling.book.homes(Self.zeist, on: telling.today) == .unknown)
    #expect(telling.book.says(Self.come("0")) && !telling.book.says(Self.come("3")))
  }

  @Test("what was taken back no longer holds, and what it replaced does again")
  func undo() {
    var telling = TaskTelling()
    func inAll() -> Double? { telling.book.homes(Self.utrecht, on: telling.today).inAll }
    telling.post(Self.come("5"))
    telling.post(Self.come("3"))
    telling.post(.undone(.init(telling.book.undoableAct!)))
    #expect(inAll() == 5)
    telling.post(.undone(.init(telling.book.redoableAct!)))
    #expect(inAll() == 3)
  }

  @Test("homes from a day on leave what holds until then as it is, unless what was said later begins before")
  func later() {
    var telling = TaskTelling()
    let start = telling.today + 30
    func inAll(_ day: Day) -> Double? { telling.book.homes(Self.utrecht, on: day).inAll }
    telling.post(Self.come("5"), Self.come("8", from: start))
    #expect(inAll(telling.today) == 5 && inAll(start + -1) == 5 && inAll(start) == 8)
    let said = telling.book.knownHomes(Self.utrecht, on: telling.today).map { $0.words(on: telling.today).nl }
    #expect(said == ["5 per week (brief corporatie)", "8 per week, vanaf 31 mrt 2027 (brief corporatie)"])
    telling.post(Self.come("3"))
    #expect(inAll(telling.today) == 3 && inAll(start) == 3)
  }

  @Test(
    "several municipalities have what each of them has, and nothing is known of them together while one says nothing")
  func together() {
    let (five, sizes) = (HomeSupply(inAll: 5), HomeSupply(perWeek: [.one: 1, .few: 2, .many: 0.5]))
    #expect(HomeSupply(together: [five, HomeSupply(perWeek: [.few: 3], inAll: 4)]) == HomeSupply(inAll: 9))
    #expect(HomeSupply(together: [five, sizes]) == HomeSupply(inAll: 8.5), "all sizes are all")
    #expect(HomeSupply(together: [five, .unknown]) == .unknown && HomeSupply(together: []) == .unknown)
  }

  // MARK: - The forecast

  private static func question(_ told: [(Day, TaskEvent.Body)], _ waiting: [Waiting]) -> Forecast.Question {
    var telling = TaskTelling()
    for (day, body) in told { telling.post(body, on: day) }
    var question = ForecastTests.alone(waiting)
    question.takeHomes(HomesAhead(telling.book, from: question.today + 1))
    return question
  }

  private static func waiting(at codes: [String]) -> [Waiting] {
    var waiting = ForecastTests.waiting(60, .search, days: 1)
    for place in waiting.indices { waiting[place].municipality = codes[place % codes.count] }
    return waiting
  }

  @Test("where homes are known no more households move, and in no run more than without")
  func capped() throws {
    let hazards = ForecastTests.simple(daily: 0.25)
    let waiting = Self.waiting(at: [Self.utrecht])
    let free = try Forecast(Self.question([], waiting), by: hazards)
    let capped = try Forecast(Self.question([(ForecastTests.today, Self.come("2"))], waiting), by: hazards)
    #expect(!free.homesAreKnown && capped.homesAreKnown)
    // 14 weeks are begun.
    #expect(capped.ends.allSatisfy { $0 == 28 })
    #expect(zip(capped.ends, free.ends).allSatisfy { $0 <= $1 })
  }

  @Test("while one municipality where somebody waits has none known, an area is not capped; once it has, by their sum")
  func oneUnknown() throws {
    let hazards = ForecastTests.simple(daily: 0.25)
    let waiting = Self.waiting(at: [Self.utrecht, Self.zeist])
    let here = (ForecastTests.today, Self.come("1"))
    let free = try Forecast(Self.question([], waiting), by: hazards)
    let half = try Forecast(Self.question([here], waiting), by: hazards)
    #expect(half.ends == free.ends && !half.homesAreKnown)
    let both = [here, (ForecastTests.today, Self.come("1,5", to: Self.zeist))]
    #expect(try Forecast(Self.question(both, waiting), by: hazards).ends.allSatisfy { $0 == 35 })
    // Where nobody waits nobody needs to know.
    #expect(Self.question([here], Self.waiting(at: [Self.utrecht])).homes == HomeSupply(inAll: 1))
    // A household with no municipality yet may come anywhere.
    #expect(!Self.question(both, Self.waiting(at: [Self.utrecht, Self.zeist, ""])).homesAreKnown)
  }

  @Test(
    "an area without a cap says of how many municipalities it leaves the homes out; a municipality has none to leave")
  func leftOut() {
    var telling = TaskTelling()
    func said(_ area: Area, _ period: HalfYear = HalfYear(2027, 1)) -> Phrase? {
      let count = telling.book.municipalitiesWithHomes(in: area, period, on: telling.today)
      return Forecast.leavesOutHomes(of: count, in: area)
    }
    let province = Area.province("PV26")
    #expect(said(province) == nil)
    telling.post(Self.come("5"), Self.come("0", to: Self.zeist))
    #expect(
      said(province)?.nl
        == "Niet meegeteld: de woningen die voor 1 gemeente zijn geboekt. Dat kan pas als ze bekend zijn van elke gemeente waar iemand wacht."
    )
    #expect(said(.municipality(Self.utrecht)) == nil && said(.province("PV24")) == nil)
    telling.post(Self.come("2", to: Self.zeist, from: Day(2027, 7, 1)))
    #expect(said(province)?.en.hasPrefix("Not counted: the homes posted for 1 municipality.") == true)
    let later = said(.country, HalfYear(2027, 2))
    #expect(later?.en.hasPrefix("Not counted: the homes posted for 2 municipalities.") == true)
    #expect(said(.country)?.nl.hasSuffix("en ieder die wacht een gemeente heeft.") == true)
  }

  @Test("homes that are short only from a day on hold nobody up before, and make good for nobody")
  func startsLater() throws {
    let hazards = ForecastTests.simple(daily: 0.25)
    let waiting = Self.waiting(at: [Self.utrecht])
    let today = ForecastTests.today
    // Of weeks 1 to 4 nothing is known; from week 5 on no home comes at all, to the hundredth.
    let later = Self.question([(today, Self.come("0,01", from: today + 29))], waiting)
    #expect(later.homes == .unknown && later.homesAreKnown)
    let (free, capped) = (
      try Forecast(Self.question([], waiting), by: hazards), try Forecast(later, by: hazards)
    )
    func weeks(_ forecast: Forecast) -> [Forecast.Band] { forecast.cone.map(\.band) }
    #expect(weeks(capped)[0..<4] == weeks(free)[0..<4])
    #expect(weeks(capped)[4...].allSatisfy { $0 == weeks(free)[3] })
    let after = Self.question([(today, Self.come("2", from: ForecastTests.period.last + 1))], waiting)
    #expect(!after.homesAreKnown, "of another half-year")
  }

  @Test(
    "what a what-if says comes free takes the place of what is known, and one home more is worth one where they are short"
  )
  func replaced() throws {
    let hazards = ForecastTests.simple(daily: 0.25)
    let question = Self.question([(ForecastTests.today, Self.come("1"))], Self.waiting(at: [Self.utrecht]))
    var scenario = Scenario()
    scenario.supply = HomeSupply(inAll: 2)
    let what = try WhatIf(question, by: hazards, under: scenario)
    #expect(what.today.ends.allSatisfy { $0 == 14 } && what.otherwise.ends.allSatisfy { $0 == 28 })
    #expect(what.today.homesAreKnown && !what.otherwise.homesAreKnown)
    let searching = Self.question([(ForecastTests.today, Self.come("1"))], ForecastTests.waiting(60, .search, days: 1))
    let worth = try MarginalValue.all(searching, by: hazards, runs: 500).first { $0.thing == .home(.one) }
    #expect(try #require(worth).persons > 0.9)
  }
}
