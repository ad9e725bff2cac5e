import Journey
import Testing

@testable import Quota

@Suite("The target of art. 29")
struct TargetTests {
  static let rule = Rulebook.builtIn.task.targets[0]

  @Test("the worked example gives 44 rounded up and 43 rounded to the nearest")
  func workedExample() {
    var rule = Self.rule
    #expect(rule.persons(need: 13_000, inhabitants: 57_715, national: 17_282_163) == 44)
    rule.rounding = .nearest
    #expect(rule.persons(need: 13_000, inhabitants: 57_715, national: 17_282_163) == 43)
  }

  @Test("the targets of 2023H1 from the inhabitants of 2022 add up to 21,362, and Het Hogeland has 58")
  func firstHalfOf2023() {
    let period = HalfYear(2023, 1)
    let line = TaskTelling().ledger().line(.country, in: period)
    #expect(line.target.persons == 21_362)
    #expect(line.target.basis == .sum(published: 0, computed: 342, none: 0))
    #expect(TaskTelling().line("GM1966", period).target.persons == 58)
  }

  @Test("four persons ahead, Het Hogeland has 54 to do")
  func ahead() {
    var telling = TaskTelling()
    telling.post(.opening(.init(HalfYear(2023, 1), ["GM1966": 4])))
    let line = telling.line("GM1966", HalfYear(2023, 1))
    #expect(line.balanceBefore == 4)
    #expect(line.task == 54)
  }

  @Test("rounding to the nearest is a change in the rulebook")
  func nearest() {
    var telling = TaskTelling()
    telling.rules = rulebook(("rounding: up", "rounding: nearest"))
    let sum = telling.ledger().line(.country, in: HalfYear(2023, 1)).target.persons ?? 0
    #expect((21_100...21_300).contains(sum))
  }

  @Test("a published target wins over the computed one, and says of which day it is")
  func published() {
    var telling = TaskTelling()
    let day = Day(2022, 11, 1)!
    telling.post(.targets(.init(HalfYear(2023, 1), referenceDate: day, ["GM1966": .init(target: 60)])))
    let target = telling.line("GM1966", HalfYear(2023, 1)).target
    #expect(target.persons == 60)
    #expect(target.basis == .published(event: 1, asOf: day))
    #expect(target.words.nl.contains("2022-11-01"))
  }

  @Test("of two published figures the later state counts, whichever was posted last")
  func laterState() {
    var telling = TaskTelling()
    let period = HalfYear(2026, 2)
    telling.post(.targets(.init(period, referenceDate: Day(2026, 11, 1)!, ["GM0344": .init(target: 70)])))
    telling.post(.targets(.init(period, referenceDate: Day(2026, 7, 1)!, ["GM0344": .init(target: 80)])))
    #expect(telling.line("GM0344", period).target.persons == 70)
  }

  @Test("without need or inhabitants there is no target, and it says which of them lacks")
  func unknown() {
    var telling = TaskTelling()
    let period = HalfYear(2026, 2)
    #expect(telling.line("GM0344", period).target.basis == .needMissing)
    telling.post(.nationalNeed(.init(period, 20_000)))
    let target = telling.line("GM0344", period).target
    #expect(target.basis == .populationMissing(2025))
    #expect(target.persons == nil && target.isUnknown)
    #expect(target.words.nl.contains("2025"))
  }

  @Test("inhabitants that are posted take the place of those built in")
  func population() {
    var telling = TaskTelling()
    telling.post(.population(.init(year: 2022, ["GM1966": 480_220], national: nil, source: "test")))
    // The country grows with it: all its municipalities are known.
    let national = 17_590_672 + 480_220 - 48_022
    #expect(
      telling.line("GM1966", HalfYear(2023, 1)).target.persons
        == Self.rule.persons(need: 21_200, inhabitants: 480_220, national: national))
  }

  @Test("a need published later than 13 weeks before the half-year is pointed out")
  func late() {
    var telling = TaskTelling()
    let period = HalfYear(2023, 1)
    telling.post(.nationalNeed(.init(period, 21_200, published: Day(2022, 10, 2)!)))
    #expect(telling.book.latePublication(of: period, telling.rules) == nil)
    telling.post(.nationalNeed(.init(period, 21_200, published: Day(2022, 10, 3)!)))
    #expect(telling.book.latePublication(of: period, telling.rules)?.due == Day(2022, 10, 2)!)
    #expect(telling.line("GM1966", period).notes.contains { $0.words.en.contains("2022-10-03") })
  }

  @Test("a rulebook that ends the task on 2027-01-01 has no target for 2027H1 and keeps the balance as history")
  func abolition() throws {
    var telling = TaskTelling()
    telling.post(
      .targets(
        .init(HalfYear(2026, 2), referenceDate: Day(2026, 7, 1)!, ["GM0344": .init(target: 100, balanceBefore: 0)])))
    telling.post(.targets(.init(HalfYear(2027, 1), referenceDate: Day(2026, 12, 1)!, ["GM0344": .init(target: 90)])))
    let housed = [Day(2026, 9, 1)!: 91, Day(2027, 2, 1)!: 5]
    #expect(telling.line("GM0344", HalfYear(2027, 1), housed: housed).task == 99)
    telling.rules = rulebook(("publication-days: 91,", "publication-days: 91, valid-until: 2027-01-01,"))
    #expect(telling.line("GM0344", HalfYear(2026, 2), housed: housed).task == 100)
    let line = telling.line("GM0344", HalfYear(2027, 1), housed: housed)
    #expect(line.target.persons == nil && !line.target.isUnknown)
    #expect(line.target.basis == .abolished(since: Day(2027, 1, 1)))
    // What could be enforced when the task ended stands.
    #expect((line.task, line.balance, line.enforceableBacklog) == (0, -9, 9))
    #expect(line.value(.task) == nil && line.value(.excusable) == nil)
    #expect(line.pace == nil)
    let history = try #require(line.notes.first { $0.words.nl.contains("geen taakstelling meer sinds 2027-01-01") })
    #expect(history.words.nl.contains("-9") && history.figure == .balance && history.persons == [-9])
    let country = telling.ledger(["GM0344": housed]).line(.country, in: HalfYear(2027, 1))
    #expect(country.target.persons == nil)
    #expect(country.notes.contains { $0.words.en.contains("no task any more") })
  }
}
