import Journey
import Testing

@testable import Quota

@Suite("The ledger")
struct LedgerTests {
  static let period = HalfYear(2026, 2)
  static let code = "GM1942"

  /// Target 44 of domain 3.5, 5 behind.
  static var example: TaskTelling {
    var telling = TaskTelling()
    telling.post(
      .targets(.init(period, referenceDate: Day(2026, 7, 1)!, [code: .init(target: 44, balanceBefore: -5)])))
    return telling
  }

  @Test("a backlog of 5 on a target of 44 makes a task of 49")
  func backlog() {
    #expect(Self.example.line(Self.code, Self.period).task == 49)
  }

  @Test("20 housed after three months is 40.8 percent against a norm of 50: behind")
  func pace() throws {
    let line = Self.example.line(
      Self.code, Self.period, housed: [Day(2026, 8, 3)!: 20], on: Day(2026, 10, 1)!)
    let pace = try #require(line.pace)
    #expect(pace.months == 3)
    #expect((pace.share * 10).rounded() == 408)
    #expect(pace.norm == 50)
    #expect(pace.normPersons == 25)
    #expect(pace.rule.id == "behind")
  }

  @Test("there is one norm of a day: it rises with each month that is over and stands still between")
  func norm() {
    func norm(_ month: Int, _ day: Int) -> Int {
      Pace.norm(of: 169, in: Self.period, byEndOf: Day(2026, month, day)!)
    }
    #expect(norm(7, 30) == 0 && norm(7, 31) == 29)
    #expect(norm(10, 31) == 113 && norm(11, 26) == 113 && norm(11, 29) == 113 && norm(11, 30) == 141)
    #expect(norm(12, 31) == 169)
    let pace = Pace(housed: 90, task: 169, in: Self.period, on: Day(2026, 11, 26)!, .builtIn)
    #expect(pace?.normPersons == 113)
  }

  @Test("unrounded norms of municipalities add up to that of their area")
  func unrounded() throws {
    func norm(_ task: Int) throws -> Double {
      try #require(Pace(housed: 0, task: task, in: Self.period, on: Day(2026, 11, 26)!, .builtIn)).unrounded
    }
    let tasks = [10, 10, 13, 46, 90]
    #expect(try abs(tasks.map(norm).reduce(0, +) - norm(169)) < 0.05)
  }

  @Test("links that were posted otherwise than the stories tell are said with both numbers")
  func linksTold() {
    var telling = Self.example
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 31])))
    func notes(_ stories: Int) -> [LedgerNote] {
      Ledger(
        telling.book, rules: telling.rules,
        figures: TaskFigures(housed: { _, _, _ in 0 }, linked: { _, _, _ in stories }), today: telling.today
      ).line(.municipality(Self.code), in: Self.period).notes
    }
    let words = "gekoppeld op de peildatum geboekt als 31, volgens de dossiers 29"
    #expect(notes(29).first { $0.words.nl == words }?.persons == [31, 29])
    #expect(!notes(31).contains { $0.words.nl.contains("peildatum") })
  }

  @Test("that housing people now does not yet cure the backlog of the half-year before is said, with its source")
  func madeUp() {
    let housed = [Day(2026, 9, 1)!: 28]
    let line = Self.example.line(Self.code, Self.period, housed: housed, on: Day(2026, 11, 26)!)
    #expect(line.enforceableBacklog == 5)
    #expect(line.notes.contains { $0.words.nl.contains("ECLI:NL:RVS:2018:2647") })
    let met = Self.example.line(Self.code, Self.period, housed: [Day(2026, 9, 1)!: 49], on: Day(2026, 11, 26)!)
    #expect(met.enforceableBacklog == 0 && !met.notes.contains { $0.words.nl.contains("ECLI") })
  }

  @Test(
    "pace has three classes, and none before a month is over",
    arguments: [(25, "on-schedule"), (24, "slightly-behind"), (21, "slightly-behind"), (20, "behind"), (0, "behind")])
  func classes(housed: Int, expected: String) {
    let line = Self.example.line(
      Self.code, Self.period, housed: [Day(2026, 7, 2)!: housed], on: Day(2026, 10, 1)!)
    #expect(line.pace?.rule.id == expected)
    #expect(
      Self.example.line(Self.code, Self.period, housed: [Day(2026, 7, 2)!: housed], on: Day(2026, 7, 31)!).pace == nil)
  }

  @Test("40 housed at the end leaves a balance of -9, of which 2 can be enforced when COA linked 42")
  func excuse() {
    var telling = Self.example
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 42])))
    let line = telling.line(Self.code, Self.period, housed: [Day(2026, 9, 1)!: 40])
    #expect(line.balance == -9)
    #expect(line.linked == 42)
    #expect(line.excusable == 7)
    #expect(line.enforceableBacklog == 2)
  }

  @Test("without a count of links nothing is excused")
  func noLinks() {
    let line = Self.example.line(Self.code, Self.period, housed: [Day(2026, 9, 1)!: 40])
    #expect(line.linked == nil)
    #expect((line.excusable, line.enforceableBacklog) == (0, 9))
  }

  @Test("persons are counted on the day they move: one of the day before and of the day after are of other half-years")
  func days() {
    let housed = [Day(2026, 6, 30)!: 100, Day(2026, 7, 1)!: 3, Day(2026, 12, 31)!: 4, Day(2027, 1, 1)!: 100]
    #expect(Self.example.line(Self.code, Self.period, housed: housed).housed == 7)
  }

  @Test("what a half-year leaves the next one begins with")
  func carryOver() {
    var telling = Self.example
    telling.post(.targets(.init(Self.period.next, referenceDate: Day(2027, 1, 1)!, [Self.code: .init(target: 30)])))
    let line = telling.line(Self.code, Self.period.next, housed: [Day(2026, 9, 1)!: 40, Day(2027, 2, 1)!: 50])
    #expect(line.balanceBefore == -9)
    #expect(line.task == 39)
    #expect(line.balance == 11)
  }

  @Test("a published balance wins over the one carried over, and the difference is said")
  func publishedBalance() {
    var telling = Self.example
    telling.post(
      .targets(
        .init(Self.period.next, referenceDate: Day(2027, 1, 1)!, [Self.code: .init(target: 30, balanceBefore: -7)])))
    let line = telling.line(Self.code, Self.period.next, housed: [Day(2026, 9, 1)!: 40])
    #expect(line.balanceBefore == -7)
    #expect(line.task == 37)
    #expect(line.notes.contains { $0.words.en.contains("difference +2") })
  }

  @Test("where nothing was posted nothing is carried over, and it says that the balance is not known")
  func begin() {
    let line = TaskTelling().line("GM1966", HalfYear(2023, 2))
    #expect(line.balanceBefore == 0)
    #expect(line.balancesMissing == 1)
    #expect(line.notes.contains { $0.words.en.contains("not known") })
  }

  @Test("a published realisation closes a half-year that has ended, not one that runs")
  func publishedRealisation() {
    var telling = Self.example
    let housed = [Day(2026, 8, 1)!: 12]
    telling.post(.realised(.init(Self.period, referenceDate: Day(2026, 11, 1)!, [Self.code: 10])))
    #expect(telling.line(Self.code, Self.period, housed: housed, on: Day(2026, 11, 23)!).housed == 12)
    telling.post(.realised(.init(Self.period, referenceDate: Day(2027, 1, 1)!, [Self.code: 41])))
    let line = telling.line(Self.code, Self.period, housed: housed)
    #expect(line.housed == 41)
    #expect(line.notes.contains { $0.words.nl.contains("41") && $0.words.nl.contains("12") })
  }

  @Test("a state of a day within the half-year is held against the dossiers of that day")
  func publishedMidway() {
    var telling = Self.example
    telling.post(.realised(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 20])))
    func notes(_ early: Int) -> [String] {
      telling.line(
        Self.code, Self.period, housed: [Day(2026, 8, 1)!: early, Day(2026, 11, 2)!: 12], on: Day(2026, 11, 26)!
      ).notes.map(\.words.nl).filter { $0.contains("gepubliceerd gehuisvest") }
    }
    #expect(notes(16) == ["gepubliceerd gehuisvest 20 (stand 2026-10-01), volgens de dossiers toen 16"])
    #expect(notes(20).isEmpty)
  }

  @Test("where there are no dossiers the published 20 of 49 after three months is 40.8 percent, behind, also later")
  func publishedAlone() throws {
    var telling = Self.example
    telling.post(.realised(.init(Self.period, referenceDate: Day(2026, 9, 30)!, [Self.code: 20])))
    for day in [Day(2026, 10, 1)!, Day(2026, 11, 26)!] {
      let line = telling.line(Self.code, Self.period, on: day)
      #expect(line.housed == 20 && !line.isHousedByStories)
      let pace = try #require(line.pace)
      #expect(pace.months == 3 && (pace.share * 10).rounded() == 408 && pace.rule.id == "behind")
      #expect(line.notes.map(\.words.nl).contains("gepubliceerd gehuisvest 20 (stand 2026-09-30), zonder dossiers"))
    }
    #expect(telling.line(Self.code, Self.period, on: Day(2026, 9, 29)!).housed == 0, "that state was still to come")
    let posting = telling.ledger(on: Day(2026, 11, 26)!).postings(
      behind: .housed, of: .municipality(Self.code), in: Self.period)
    #expect(posting.map(\.persons) == [20])
  }

  @Test("of a half-year without stories and postings nobody was housed is not said: it is not known, nor is a backlog")
  func housedUnknown() {
    let (period, today) = (HalfYear(2023, 1), Day(2026, 11, 26)!)
    var telling = TaskTelling()
    func line(_ area: Area, _ housed: [String: [Day: Int]] = [:]) -> LedgerLine {
      telling.ledger(housed, on: today).line(area, in: period)
    }
    let silent = line(.country)
    #expect(silent.target.persons != nil && silent.pace == nil)
    for figure in [LedgerFigure.housed, .balance, .enforceableBacklog] { #expect(silent.value(figure) == nil) }
    #expect(silent.notes.contains { $0.words.nl.hasPrefix("gehuisvest van 342 gemeenten niet bekend") })
    let words = "landelijk gepubliceerd: opgave 19.418, gehuisvest 14.296, saldo aan het eind -5.122"
    #expect(silent.notes.contains { $0.words.nl.hasPrefix(words) }, "with its source")
    let utrecht = [TaskTelling.utrecht: [Day(2023, 3, 1)!: 9]]
    #expect(line(.municipality(TaskTelling.utrecht), utrecht).value(.housed) == 9)
    #expect(line(.country, utrecht).value(.housed) == 9 && line(.country, utrecht).value(.balance) == nil)
    telling.post(.opening(.init(period, [TaskTelling.zeist: 0])))
    let zeist = line(.municipality(TaskTelling.zeist))
    #expect(zeist.value(.housed) == 0 && zeist.value(.enforceableBacklog) == -zeist.balance, "its account has begun")
  }

  /// What the published tasks hold besides target and balance of before, of each half-year of which both were published.
  private static let corrections: [(period: HalfYear, persons: Int)] = {
    let rows = NationalSeries.builtIn.rows
    let balances = Dictionary(rows.compactMap { row in row.balance.map { (row.period, $0) } }) { $1 }
    return rows.compactMap { row in
      guard let task = row.task, let target = row.target, let before = balances[row.period.previous] else { return nil }
      return (row.period, task - (target - before))
    }
  }()

  @Test(
    "while a half-year runs only what the one before left unexcused can be enforced, and nothing once all is made up")
  func running() {
    var telling = Self.example
    telling.post(
      .links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 42])),
      .targets(.init(Self.period.next, referenceDate: Day(2027, 1, 1)!, [Self.code: .init(target: 30)])))
    let day = Day(2027, 3, 1)!
    func line(_ after: Int) -> LedgerLine {
      telling.line(
        Self.code, Self.period.next, housed: [Day(2026, 9, 1)!: 40, Day(2027, 2, 1)!: after], on: day)
    }
    // 9 short, of which 7 excused; 30 of its own are not overdue.
    #expect(line(0).balance == -39 && line(0).enforceableBacklog == 2)
    #expect(line(38).enforceableBacklog == 1 && line(39).enforceableBacklog == 0)
    let first = Self.example.line(Self.code, Self.period, on: Day(2026, 8, 1)!)
    #expect(first.balance == -49 && first.enforceableBacklog == 5, "the backlog it began with")
  }

  @Test("links by the stories excuse where none were posted, and a posted figure wins")
  func linkedByStories() {
    var telling = Self.example
    func line(_ stories: Int?) -> LedgerLine {
      Ledger(
        telling.book, rules: telling.rules,
        figures: TaskFigures(
          housed: { _, first, _ in first == Self.period.first ? 40 : 0 },
          linked: { code, period, day in
            #expect(code == Self.code && (period != Self.period || day == Day(2026, 10, 1)!))
            return stories
          }), today: telling.today
      ).line(.municipality(Self.code), in: Self.period)
    }
    #expect(line(42).linked == 42 && line(42).isLinkedByStories && line(42).enforceableBacklog == 2)
    #expect(line(nil).linked == nil && !line(nil).isLinkedByStories && line(nil).enforceableBacklog == 9)
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 45])))
    #expect(line(42).linked == 45 && !line(42).isLinkedByStories && line(42).excusable == 4)
  }

  @Test("the carry-over of the published national rows comes out, with what no table shows as corrections")
  func publishedRows() {
    let residuals = [-3, 117, 1, -37, 38, 20, 23, 11]
    #expect(Self.corrections.filter { $0.period >= HalfYear(2019, 2) }.map(\.persons) == residuals)
    // The country as if it were one municipality, from the balance of 2018 on.
    var telling = TaskTelling()
    let country = "GM0344"
    telling.post(.opening(.init(HalfYear(2019, 1), [country: -2934])))
    let rows = NationalSeries.builtIn.rows.filter { (HalfYear(2019, 1)...HalfYear(2023, 1)).contains($0.period) }
    let corrections = Dictionary(
      uniqueKeysWithValues: Self.corrections.map { ($0.period, $0.persons) })
    for row in rows {
      telling.post(
        .targets(
          .init(
            row.period, referenceDate: row.period.next.first,
            [country: .init(target: row.target, realised: row.realised)])),
        .opening(.init(row.period.next, [country: row.balance!])))
      if let persons = corrections[row.period], persons != 0 {
        telling.post(.correction(.init(row.period, country, persons, reason: "not in the published tables")))
      }
    }
    #expect(rows.count == 9)
    var unlike: [HalfYear: Int] = [:]
    for row in rows {
      let line = telling.line(country, row.period)
      #expect(line.task == row.task, "\(row.period)")
      if line.balance != row.balance { unlike[row.period] = row.balance! - line.balance }
    }
    // Where the published balance is not what its own row comes to, the ledger says so in the next half-year.
    #expect(unlike == [HalfYear(2019, 1): 22, HalfYear(2021, 2): 71, HalfYear(2022, 1): 4])
    for (period, persons) in unlike {
      #expect(telling.line(country, period.next).notes.contains { $0.words.en.contains("difference +\(persons)") })
    }
  }

  @Test("of a half-year to come the balance before is that of now, and there is no balance and no norm of its own")
  func toCome() {
    var telling = Self.example
    telling.post(.targets(.init(Self.period.next, referenceDate: Self.period.first, [Self.code: .init(target: 30)])))
    let area = Area.municipality(Self.code)
    func line(_ area: Area, _ day: Day) -> LedgerLine {
      telling.ledger([Self.code: [Day(2026, 8, 3)!: 20]], on: day).line(area, in: Self.period.next)
    }
    let now = line(area, Day(2026, 11, 23)!)
    #expect(now.balanceBefore == -29 && now.isBalanceOfNow)
    #expect(now.value(.balance) == nil && now.pace == nil)
    #expect(now.notes.map(\.words.nl).contains("het saldo vooraf is dat van nu: 2026H2 is nog niet voorbij"))
    #expect(line(.province("PV27"), Day(2026, 11, 23)!).isBalanceOfNow)
    let then = line(area, Self.period.next.first)
    #expect(then.balanceBefore == -29 && !then.isBalanceOfNow && then.value(.balance) == -59)
    telling.post(.opening(.init(Self.period.next, [Self.code: -20])))
    #expect(!line(area, Day(2026, 11, 23)!).isBalanceOfNow, "what was posted stays")
  }

  @Test("who is on the way is known of the half-year that runs; of another one only where it was published")
  func onTheWay() {
    var telling = Self.example
    let before = Self.period.previous
    telling.post(
      .targets(.init(before, referenceDate: before.last, [TaskTelling.zeist: .init(target: 30, onTheWay: 12)])))
    func onTheWay(_ code: String, _ period: HalfYear) -> Int? {
      telling.line(code, period, on: Day(2026, 11, 23)!).value(.onTheWay)
    }
    #expect(onTheWay(Self.code, Self.period) == 0)
    #expect(onTheWay(Self.code, before) == nil && onTheWay(Self.code, Self.period.next) == nil)
    #expect(onTheWay(TaskTelling.zeist, before) == 12)
    let ledger = telling.ledger(on: Day(2026, 11, 23)!)
    #expect(ledger.line(.province("PV26"), in: before).value(.onTheWay) == nil, "of others it is not known")
    #expect(ledger.line(.province("PV26"), in: Self.period).value(.onTheWay) == 0)
  }

  @Test("every figure is the sum of what stands behind it")
  func postings() {
    var telling = Self.example
    telling.post(.correction(.init(Self.period, Self.code, 3, reason: "herindeling")))
    telling.post(.shift(.init(Self.period, from: Self.code, to: "GM0344", 6, agreement: "brief 12")))
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 42])))
    let ledger = telling.ledger([Self.code: [Day(2026, 8, 1)!: 12]])
    let area = Area.municipality(Self.code)
    let line = ledger.line(area, in: Self.period)
    #expect(line.task == 44 + 5 + 3 - 6)
    for figure in LedgerFigure.allCases {
      let sum = ledger.postings(behind: figure, of: area, in: Self.period).reduce(0) { $0 + $1.persons }
      #expect(sum == line.value(figure) ?? 0, "\(figure)")
    }
    #expect(ledger.postings(behind: .correction, of: area, in: Self.period)[0].words.nl.contains("herindeling"))
    #expect(ledger.postings(behind: .shift, of: area, in: Self.period)[0].words.en.contains("brief 12"))
  }

  @Test("a balance and what can be enforced are taken apart: of which half-year, what excuses it, what was made up")
  func takenApart() {
    var telling = Self.example
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 42])))
    func parts(_ figure: LedgerFigure, _ housed: Int, on day: Day) -> [String] {
      telling.ledger([Self.code: [Day(2026, 9, 1)!: housed]], on: day)
        .postings(behind: figure, of: .municipality(Self.code), in: Self.period).map { "\($0.persons) \($0.words.nl)" }
    }
    let over = Day(2027, 3, 1)!
    #expect(parts(.balance, 40, on: over) == ["40 volgens de dossiers", "-49 opgave van 2026H2"])
    let excused = ["9 achterstand van 2026H2", "-7 verschoonbaar in 2026H2: te weinig gekoppeld"]
    #expect(parts(.enforceableBacklog, 40, on: over) == excused)
    let running = Day(2026, 11, 26)!
    #expect(parts(.enforceableBacklog, 28, on: running) == ["5 achterstand van 2026H1"])
    let madeUp = ["5 achterstand van 2026H1", "-2 al ingehaald in 2026H2"]
    #expect(parts(.enforceableBacklog, 46, on: running) == madeUp)
    #expect(parts(.enforceableBacklog, 49, on: running).isEmpty)
  }

  @Test("the history of an area has a line for every half-year of its account, each the line of that half-year")
  func history() {
    var telling = Self.example
    telling.post(.opening(.init(HalfYear(2025, 1), ["GM0344": 3])))
    let ledger = telling.ledger([Self.code: [Day(2026, 8, 1)!: 12]])
    let periods = [HalfYear(2025, 1), HalfYear(2025, 2), HalfYear(2026, 1), Self.period]
    #expect(ledger.history(.municipality("GM0344"), through: Self.period).map(\.period) == periods)
    for area in [Area.country, .province("PV26"), .municipality("GM0344")] {
      #expect(ledger.history(area, through: Self.period) == periods.map { ledger.line(area, in: $0) })
    }
  }

  @Test("what a former municipality was posted counts for the one it ended up in")
  func merger() {
    var telling = TaskTelling()
    // Adorp became Winsum and that Het Hogeland.
    telling.post(
      .targets(
        .init(
          Self.period, referenceDate: Day(2026, 7, 1)!,
          ["GM0001": .init(target: 3), "GM1966": .init(target: 50, balanceBefore: 4)])))
    let line = telling.line("GM1966", Self.period)
    #expect(line.target.persons == 53)
    #expect(line.task == 49)
  }

  @Test("a sum over municipalities of which some have no target has no target and no pace, and says why")
  func partialTarget() {
    var telling = TaskTelling()
    telling.post(
      .targets(.init(Self.period, referenceDate: Day(2026, 7, 1)!, ["GM0307": .init(target: 100, balanceBefore: 0)])))
    let ledger = telling.ledger(["GM0344": [Day(2026, 8, 1)!: 500]], on: Day(2026, 11, 23)!)
    let province = ledger.line(.province("PV26"), in: Self.period)
    #expect(province.target.persons == nil && province.pace == nil)
    #expect(province.target.basis == .sum(published: 1, computed: 0, none: 25))
    #expect(province.notes.contains { $0.words.en.contains("1 published, 25 without") })
    #expect((province.housed, province.balance) == (500, -100))
    #expect(ledger.line(.municipality("GM0307"), in: Self.period).pace?.rule.id == "behind")
  }

  @Test("a municipality that the tables do not know takes no target from the country")
  func unknownMunicipality() {
    var telling = TaskTelling()
    let all = Dictionary(
      uniqueKeysWithValues: Reference.municipalities.map { ($0.code, TaskEvent.PublishedRow(target: 1)) })
    telling.post(.targets(.init(Self.period, referenceDate: Day(2026, 7, 1)!, all)))
    telling.post(.correction(.init(Self.period, "GM9999", 1, reason: "x")))
    #expect(telling.ledger().line(.country, in: Self.period).target.persons == 342)
  }

  @Test("a state of a day to come does not close a half-year that runs")
  func stateToCome() {
    var telling = Self.example
    telling.post(.realised(.init(Self.period, referenceDate: Day(2026, 12, 31)!, [Self.code: 40])))
    let housed = [Day(2026, 8, 1)!: 12]
    #expect(telling.line(Self.code, Self.period, housed: housed, on: Day(2026, 11, 23)!).housed == 12)
    #expect(telling.line(Self.code, Self.period, housed: housed, on: Day(2026, 12, 31)!).housed == 40)
  }

  @Test("links count by the last state up to the reference date, and from that day on")
  func linksByReferenceDate() {
    var telling = Self.example
    func linked(_ day: Day) -> Int? { telling.line(Self.code, Self.period, on: day).linked }
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 12, 1)!, [Self.code: 60])))
    #expect(linked(Day(2026, 12, 2)!) == nil)
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 9, 15)!, [Self.code: 30])))
    #expect(linked(Day(2026, 9, 20)!) == nil)
    #expect(linked(Day(2026, 10, 1)!) == 30)
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 41])))
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 42])))
    #expect(linked(Day(2026, 12, 2)!) == 42)
    let posting = telling.ledger(on: Day(2026, 12, 2)!).postings(
      behind: .linked, of: .municipality(Self.code), in: Self.period)
    #expect(posting.map(\.persons) == [42])
  }
}
