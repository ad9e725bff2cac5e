import Journey
import Testing

@testable import Quota

// What a half-year leaves to the next, and what nobody knows of.
extension LedgerTests {
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
    #expect(line.disputes == 1)
  }

  @Test("where nothing was posted nothing is carried over, and it says that the balance is not known")
  func begin() {
    let line = TaskTelling().line("GM1966", HalfYear(2023, 2))
    #expect(line.balanceBefore == 0)
    #expect(line.balancesMissing == 1)
    #expect(line.notes.contains { $0.words.en.contains("not known") })
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

  @Test("what could be enforced when the task ended stands after it: figure, postings and signal say the same")
  func afterTheTask() throws {
    let (last, code) = (Self.period, Self.code)
    var telling = TaskTelling()
    telling.post(
      .targets(
        .init(last, referenceDate: last.next.first, [code: .init(target: 50, balanceBefore: 0, realised: 38)])),
      .links(.init(last, referenceDate: Day(2026, 10, 1)!, [code: 45])))
    let ends = ("publication-days: 91,", "publication-days: 91, valid-until: 2027-01-01,")
    telling.rules = rulebook(ends)
    let day = Day(2027, 2, 15)!
    func enforceable(_ period: HalfYear, _ area: Area, _ day: Day) -> Int? {
      telling.ledger(on: day).line(area, in: period).value(.enforceableBacklog)
    }
    let area = Area.municipality(code)
    let signal = try #require(telling.ledger(on: day).signals(.country).first { $0.rule == "half-year-backlog" })
    #expect(signal.words.nl == "achterstand van 12 op 1 jan, waarvan 7 afdwingbaar")
    #expect(enforceable(last, area, day) == 7 && enforceable(last.next, area, day) == 7)
    #expect(enforceable(last.next, .country, day) == 7)
    let line = telling.line(code, last.next, on: day)
    #expect(line.value(.task) == nil && line.value(.excusable) == nil && line.value(.balance) == -12)
    #expect(line.notes.contains { $0.words.nl == "van wat is meegenomen blijft 7 afdwingbaar" && $0.persons == [7] })
    // It stays that of the half-year in which it arose, however long ago.
    let later = Day(2027, 9, 1)!
    #expect(enforceable(last.next.next, area, later) == 7)
    for (period, day) in [(last.next, day), (last.next, later), (last.next.next, later)] {
      let parts = telling.ledger(on: day).postings(behind: .enforceableBacklog, of: area, in: period)
      #expect(
        parts.map { "\($0.persons) \($0.words.nl)" }
          == ["12 achterstand van 2026H2", "-5 verschoonbaar in 2026H2: te weinig gekoppeld"])
    }
    // Of one to come nothing is said, and where nothing is carried over nothing stands.
    #expect(enforceable(last.next.next, area, day) == nil)
    telling.rules = rulebook(
      ends, ("on to the next half-year, source", "on to the next half-year, valid-until: 2027-01-01, source"))
    #expect(enforceable(last, area, day) == 7 && enforceable(last.next, area, day) == nil)
  }

  @Test("without a target there is no task and nothing excusable or enforceable: none is not nought")
  func noneIsNotNought() {
    var telling = TaskTelling()
    telling.post(.opening(.init(Self.period, [Self.code: -5])))
    let line = telling.line(Self.code, Self.period)
    #expect(line.target.isUnknown && line.value(.balanceBefore) == -5)
    for figure in [LedgerFigure.target, .task, .excusable, .enforceableBacklog] { #expect(line.value(figure) == nil) }
    let country = telling.ledger().line(.country, in: Self.period)
    for figure in [LedgerFigure.target, .task, .excusable, .enforceableBacklog] {
      #expect(country.value(figure) == nil)
    }
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
}
