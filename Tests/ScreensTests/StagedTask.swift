import Casebook
import Journey
import Synchronization

@testable import Quota
@testable import Screens

/// An invented account of the province of Utrecht: targets, balances, steps, approaches, and a field that houses people in
/// proportion. Nothing is read and everything is the same each time.
struct StagedTask: TaskSource {
  static let period = HalfYear(2026, 2)
  /// Persons of the target of 2026-II and the balance before, by municipality.
  private static let targets: [(code: String, target: Int, before: Int)] = named + others
  private static let named: [(code: String, target: Int, before: Int)] = [
    ("GM0344", 276, -41), ("GM0307", 121, 6), ("GM0736", 33, -9), ("GM0355", 49, -22), ("GM0632", 41, 0),
    ("GM0356", 49, 3), ("GM0310", 33, -4), ("GM0321", 39, 11), ("GM0327", 23, -2), ("GM0312", 12, 0),
  ]
  /// All other municipalities have theirs too: a sum without one of them would be unknown.
  private static let others = Area.country.municipalities.sorted().enumerated().compactMap { index, code in
    named.contains { $0.code == code } ? nil : (code: code, target: 9 + index % 7, before: index % 5 - 2)
  }
  private static let utrecht = Area.province("PV26")

  var book = TaskBook(StagedTask.events)
  /// Without anything to go by.
  var isEmpty = false
  /// Why the account of an earlier day cannot be read.
  var unread: Phrase?

  // MARK: - The account

  private static let events: [TaskEvent] = {
    var events: [TaskEvent] = []
    func post(_ day: Day, _ body: TaskEvent.Body) {
      let id = EventID(high: 7, low: UInt64(events.count + 1))
      events.append(
        TaskEvent(
          id: id, number: events.count + 1, day: day, recordedAt: 0, actor: Actor("j.bakker"), source: .screen, act: id,
          body: body))
    }
    func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day)! }
    let before = period.previous
    let earlier = Dictionary(uniqueKeysWithValues: targets.map { ($0.code, $0.target + 20) })
    post(
      day(7, 6),
      .targets(
        .init(
          before, referenceDate: day(7, 1),
          earlier.reduce(into: [:]) {
            $0[$1.key] = .init(target: $1.value, balanceBefore: -6, realised: $1.value - 12)
          },
          source: "opgave.csv")))
    post(
      day(7, 6),
      .targets(
        .init(
          period, referenceDate: day(7, 1),
          targets.reduce(into: [:]) { $0[$1.code] = .init(target: $1.target, balanceBefore: $1.before) },
          source: "opgave.csv")))
    post(day(8, 3), .correction(.init(period, "GM0736", 3, reason: "dubbel geteld in juni")))
    post(day(8, 20), .shift(.init(period, from: "GM0355", to: "GM0310", 8, agreement: "regiotafel 18 augustus")))
    post(day(10, 2), .links(.init(period, referenceDate: day(10, 1), ["GM0344": 290, "GM0307": 115], source: "COA")))
    post(
      day(9, 14),
      .supervision(
        .init(
          "GM0344", period, step: Rulebook.builtIn.supervision[1].code, letter: "2026/118",
          agreement: "maandelijks cijfers, plan voor 60 woningen", nextReview: day(12, 14))))
    post(
      day(3, 2),
      .structure(
        .init(
          "GM0344", lead: "S. de Boer", members: ["wonen", "sociaal domein", "Mitros"], rhythmWeeks: 4,
          evidence: "Z-2026-0311")))
    post(day(9, 22), .steeringMet(.init("GM0344", "flexwoningen Leidsche Rijn")))
    post(day(3, 2), .goal(.init("GM0344", "geen achterstand op 1 juli 2027")))
    for (title, owner, due) in [
      ("60 flexwoningen Leidsche Rijn", "K. Smit", day(11, 1)), ("voorrang bij Mitros", "", day(11, 15)),
      ("vier grote woningen kopen", "P. Vos", day(12, 31)),
    ] {
      post(day(3, 2), .action(.init("GM0344", title, owner: owner, due: due)))
    }
    post(
      day(5, 12),
      .structure(
        .init("GM0307", lead: "A. Vermeer", members: ["wonen", "Alliantie"], rhythmWeeks: 12, evidence: "Z-2026-77")))
    post(day(10, 8), .steeringMet(.init("GM0307", "voortgang")))
    post(
      day(6, 9),
      .commitment(
        .init("GM0307", who: "college", "40 woningen per jaar met voorrang", budget: 250_000, evidence: "B-26-140")))
    return events
  }()

  private func ledger(_ today: Day) -> Ledger {
    let figures = TaskFigures(
      housed: { code, first, last in Self.housedByDay(code, first, last).reduce(0) { $0 + $1.value } },
      onTheWay: { code in (Self.target(code) ?? 0) * 5 / 4 })
    return Ledger(isEmpty ? TaskBook() : book, rules: .builtIn, figures: figures, today: today)
  }

  private static func target(_ code: String) -> Int? { targets.first { $0.code == code }?.target }

  /// A family every so many days.
  private static func housedByDay(_ code: String, _ first: Day, _ last: Day) -> [Day: Int] {
    guard let target = target(code), first >= period.first else { return [:] }
    var days: [Day: Int] = [:]
    let step = max(1, 600 / target)
    var (day, persons) = (first + step, 2)
    while day <= last {
      days[day] = persons
      (day, persons) = (day + step, persons % 4 + 1)
    }
    return days
  }

  /// By day and number of postings: of a whole country they take a while, and each key may ask for them.
  private static let known = Mutex<[Day: [Int: [Area: KeptForecast]]]>([:])

  private func kept(_ today: Day) -> [Area: KeptForecast] {
    if isEmpty { return [:] }
    let count = book.events.count
    if let known = Self.known.withLock({ $0[today]?[count] }) { return known }
    let made = made(today)
    Self.known.withLock { $0[today, default: [:]][count] = made }
    return made
  }

  private func made(_ today: Day) -> [Area: KeptForecast] {
    let ledger = ledger(today)
    var kept: [Area: KeptForecast] = [:]
    for area in Self.targets.map({ Area.municipality($0.code) }) + [Self.utrecht, .country] {
      let line = ledger.line(area, in: Self.period)
      // The smallest has too little to go by.
      if area == .municipality("GM0312") {
        kept[area] = KeptForecast(
          area, Self.period, day: today, changes: 81, grounds: Self.grounds,
          .tooLittle(TooLittle(what: .exits(.contract), n: 7, needed: 20).words))
        continue
      }
      kept[area] = KeptForecast(
        area, Self.period, day: today, changes: 81, grounds: Self.grounds, .figures(Self.figures(line, today)))
    }
    return kept
  }

  private static let grounds = ForecastGrounds(task: nil, households: 0, counts: [:])

  private static func figures(_ line: LedgerLine, _ today: Day) -> KeptForecast.Figures {
    let more = line.onTheWay / 7
    func band(_ share: Double) -> (Int, Int, Int) {
      let middle = line.housed + Int(Double(more) * share)
      let width = Int(Double(max(2, more / 4)) * share.squareRoot())
      return (middle - width, middle, middle + width)
    }
    let weeks =
      (1...5).map { week -> KeptForecast.Week in
        let (p15, p50, p85) = band(Double(week) / 5)
        return .init(min(today + 7 * week, period.last), p15: p15, p50: p50, p85: p85)
      } + [.init(period.last, p15: band(1).0, p50: band(1).1, p85: band(1).2)]
    let (p15, p50, p85) = band(1)
    let chance = p85 < line.task ? 0.04 : p15 >= line.task ? 0.93 : 0.47
    return .init(
      p15: p15, p50: p50, p85: p85, chance: chance, households: max(3, line.onTheWay / 3), spells: 5_120, weeks: weeks)
  }

  // MARK: - As the screen asks

  private func reader(_ area: Area, _ today: Day) -> TaskReader {
    let ledger = ledger(today)
    return TaskReader(
      ledger: ledger,
      kept: kept(today).reduce(into: [:]) { $0[TaskLook.Key(area: $1.key, period: Self.period)] = $1.value },
      changes: 81, signals: ledger.signals(area))
  }

  func page(_ ask: TaskAsk, today: Day) -> TaskPage { reader(ask.area, today).page(ask) }

  func look(_ key: TaskLook.Key, today: Day) -> TaskLook {
    var byDay: [Day: Int] = [:]
    for code in key.area.municipalities {
      byDay.merge(Self.housedByDay(code, key.period.first, min(today, key.period.last)), uniquingKeysWith: +)
    }
    return reader(key.area, today).look(key, housedByDay: byDay)
  }

  func postings(behind figure: LedgerFigure, _ key: TaskLook.Key, today: Day) -> [SourcedPosting] {
    ledger(today).postings(behind: figure, of: key.area, in: key.period).map { posting in
      guard case .event(let number) = posting.origin else { return SourcedPosting(posting: posting) }
      return SourcedPosting(posting: posting, event: book.event(number))
    }
  }

  func account(_ area: Area) -> [TaskEvent] {
    let codes = Set(area.municipalities)
    return book.events.filter { $0.body.municipality.map(codes.contains) ?? true }.reversed()
  }

  func forecast(_ key: TaskLook.Key, today: Day) throws -> KeptForecast {
    kept(today)[key.area]
      ?? KeptForecast(
        key.area, key.period, day: today, changes: 81, grounds: Self.grounds,
        .tooLittle(TooLittle(what: .weeks, n: 2, needed: 4).words))
  }

  func backTest(_ area: Area, today: Day, goesOn: (Int, Int) -> Bool) -> BackTestReport {
    BackTestReport(
      area: area,
      scores: [
        (Phrase("prognose", "forecast"), .init(coverage: 0.72, brier: 0.112, n: 18)),
        (Baseline.Method.paceLine.name, .init(coverage: 0.38, brier: 0.241, n: 18)),
        (Baseline.Method.little.name, .init(coverage: 0.44, brier: 0.205, n: 15)),
      ],
      tooLittle: [(Day(2025, 2, 28)!, TooLittle(what: .weeks, n: 3, needed: 4).words)],
      sample: area == .country ? SampleSize(households: 20_013, of: 1_000_651) : nil, duration: .milliseconds(840))
  }

  func whatIf(_ key: TaskLook.Key, _ scenario: Scenario, today: Day) -> WhatIfAnswer {
    let more = scenario.changesNothing ? 0 : 9
    let now = Forecast.Band(p15: 255, p50: 271, p85: 288)
    let blocker = Rulebook.builtIn.blockers[0].code
    let values: [MarginalValue] = [
      MarginalValue(thing: .home(.many), persons: 4.62, standardError: 0.04, n: 14),
      MarginalValue(thing: .home(.few), persons: 2.31, standardError: 0.02, n: 71),
      MarginalValue(thing: .home(.one), persons: 0.87, standardError: 0.01, n: 86),
      MarginalValue(thing: .cleared(blocker: blocker), persons: 0.38, standardError: 0.01, n: 22),
    ]
    let mean = more > 0 ? 9.4 : 0
    let band = Forecast.Band(p15: more * 2 / 3, p50: more, p85: more * 4 / 3)
    return .played(
      WhatIfAnswer.Played(
        today: now, todayChance: 0.04, otherwise: now + more, otherwiseChance: more > 0 ? 0.09 : 0.04, mean: mean,
        band: band, households: 171, spells: 5_120, runs: 10_000, values: values))
  }

  func scenarios() -> [Scenario] { book.savedScenarios }

  func scene(_ key: TaskLook.Key, today: Day) -> TaskScene {
    var municipality: String?
    if case .municipality(let code) = key.area { municipality = code }
    return TaskScene(
      book: book, rules: .builtIn, period: key.period, municipality: municipality,
      ledger: ledger(today), today: today)
  }

  func then(_ answers: [String: String], _ scene: TaskScene) throws -> [String: String] {
    if let unread, answers["day"] != nil { throw SourceFailure(phrase: unread) }
    return scene.then(answers)
  }

  func post(_ body: TaskEvent.Body, on day: Day, ending draft: String?, today: Day) -> TaskAnswer { .done(body.name) }
  func takeBack(again: Bool, today: Day) -> TaskAnswer { .done(Phrase("correctie", "correction")) }
}
