import Journey
import Testing

@testable import Quota

// Published states of who was housed, beside what the stories tell.
extension LedgerTests {
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
    #expect(line.disputes == 1)
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
      #expect(line.disputes == 0, "there is nothing it differs from")
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

  @Test("without a target and a balance before there is no balance, whatever was corrected, and nothing is carried")
  func noBalanceOfNothing() {
    let (period, code) = (HalfYear(2016, 2), TaskTelling.utrecht)
    var telling = TaskTelling()
    telling.post(.correction(.init(period, code, 3, reason: "x")))
    let lines = telling.ledger(on: Day(2024, 2, 1)!).history(.municipality(code), through: HalfYear(2017, 1))
    #expect(lines.map(\.target.persons) == [nil, nil] && lines.map { $0.value(.balance) } == [nil, nil])
    #expect(lines[1].balanceBefore == 0 && lines[0].correction == 3)
    telling.post(.opening(.init(period, [code: 10])))
    let told = telling.ledger(on: Day(2024, 2, 1)!).history(.municipality(code), through: HalfYear(2017, 1))
    #expect(told.map { $0.value(.balance) } == [7, 7], "a balance that is known stands still")
  }

  @Test("a correction or shift alone tells nothing of who was housed: no balance, nothing carried over or enforceable")
  func correctionAlone() {
    let (period, today, code) = (HalfYear(2023, 1), Day(2024, 2, 1)!, TaskTelling.utrecht)
    var telling = TaskTelling()
    telling.post(.correction(.init(period, code, 3, reason: "x")))
    telling.post(.shift(.init(period, from: TaskTelling.zeist, to: code, 2, agreement: "brief")))
    func lines(_ housed: [Day: Int] = [:]) -> [LedgerLine] {
      telling.ledger([code: housed], on: today).history(.municipality(code), through: period.next)
    }
    for line in lines() {
      #expect(line.target.persons != nil && line.balanceBefore == 0 && line.balancesMissing == 1)
      for figure in [LedgerFigure.housed, .balance, .enforceableBacklog] { #expect(line.value(figure) == nil) }
    }
    #expect(telling.ledger(on: today).signals(.municipality(code)).allSatisfy { $0.rule != "half-year-backlog" })
    // From the first one housed on nobody housed is nobody.
    let told = lines([Day(2023, 3, 1)!: 9])
    #expect(told.map { $0.value(.housed) } == [9, 0] && told[1].balanceBefore == told[0].balance)
    telling.post(.opening(.init(period, [code: 0])))
    #expect(lines().map { $0.value(.housed) } == [0, 0])
    #expect(telling.ledger(on: today).signals(.municipality(code)).contains { $0.rule == "half-year-backlog" })
  }

  @Test("a state of a day to come does not close a half-year that runs")
  func stateToCome() {
    var telling = Self.example
    telling.post(.realised(.init(Self.period, referenceDate: Day(2026, 12, 31)!, [Self.code: 40])))
    let housed = [Day(2026, 8, 1)!: 12]
    #expect(telling.line(Self.code, Self.period, housed: housed, on: Day(2026, 11, 23)!).housed == 12)
    #expect(telling.line(Self.code, Self.period, housed: housed, on: Day(2026, 12, 31)!).housed == 40)
  }
}
