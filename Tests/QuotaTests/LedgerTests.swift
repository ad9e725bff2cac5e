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
    func norm(_ month: Int, _ day: Int) -> Int? {
      Rulebook.builtIn.task.norm(on: Self.period.first)?.persons(
        of: 169, in: Self.period, byEndOf: Day(2026, month, day)!)
    }
    #expect(norm(7, 30) == 0 && norm(7, 31) == 29)
    #expect(norm(10, 31) == 113 && norm(11, 26) == 113 && norm(11, 29) == 113 && norm(11, 30) == 141)
    #expect(norm(12, 31) == 169)
    let pace = Pace(housed: 90, task: 169, in: Self.period, on: Day(2026, 11, 26)!, .builtIn)
    #expect(pace?.normPersons == 113)
  }

  @Test("the norm is the rulebook's of that half-year: another one asks otherwise, and without one there is no pace")
  func normOfTheRules() {
    let entry = "parts: [1, 2, 3, 4, 5, 6], rounding: up,"
    var telling = Self.example
    func pace() -> Pace? {
      telling.line(Self.code, Self.period, housed: [Day(2026, 8, 3)!: 20], on: Day(2026, 10, 1)!).pace
    }
    telling.rules = rulebook((entry, "parts: [0, 1, 4, 6, 8, 10], rounding: nearest,"))
    // 4 tenths of 49.
    #expect(pace()?.normPersons == 20 && pace()?.norm == 40 && pace()?.rule.id == "on-schedule")
    telling.rules = rulebook((entry, entry + " valid-until: 2026-07-01,"))
    #expect(pace() == nil)
    #expect(telling.ledger(on: Day(2026, 10, 1)!).signals(.country).allSatisfy { $0.rule != "quarter" })
    telling.rules = rulebook((entry, entry + " valid-until: 2026-07-02,"))
    #expect(pace()?.normPersons == 25)
  }

  @Test("unrounded norms of municipalities add up to that of their area")
  func unrounded() throws {
    func norm(_ task: Int) throws -> Double {
      try #require(Pace(housed: 0, task: task, in: Self.period, on: Day(2026, 11, 26)!, .builtIn)).unrounded
    }
    let tasks = [10, 10, 13, 46, 90]
    #expect(try abs(tasks.map(norm).reduce(0, +) - norm(169)) < 0.05)
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

  @Test("what is said of catching up is the rulebook's, while it holds: not before the ruling of 8 August 2018")
  func madeUpThen() {
    let period = HalfYear(2018, 2)
    var telling = TaskTelling()
    telling.post(
      .targets(.init(period, referenceDate: period.first, [Self.code: .init(target: 44, balanceBefore: -5)])))
    func said(_ day: Day) -> [String] {
      let line = telling.line(Self.code, period, housed: [Day(2018, 7, 10)!: 28], on: day)
      #expect(line.enforceableBacklog == 5)
      return line.notes.map(\.words.nl).filter { $0.contains("ECLI") }
    }
    #expect(said(Day(2018, 8, 7)!).isEmpty)
    let words =
      "de achterstand van het vorige halfjaar blijft afdwingbaar tot ook de opgave van dit halfjaar is gehaald (Raad van State, ECLI:NL:RVS:2018:2647)"
    #expect(said(Day(2018, 8, 8)!) == [words])
    telling.rules = rulebook(("valid-from: 2018-08-08,", "valid-from: 2018-08-08, valid-until: 2018-10-01,"))
    #expect(said(Day(2018, 10, 1)!).isEmpty)
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

  @Test("persons are counted on the day they move: one of the day before and of the day after are of other half-years")
  func days() {
    let housed = [Day(2026, 6, 30)!: 100, Day(2026, 7, 1)!: 3, Day(2026, 12, 31)!: 4, Day(2027, 1, 1)!: 100]
    #expect(Self.example.line(Self.code, Self.period, housed: housed).housed == 7)
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
}
