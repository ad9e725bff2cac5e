import Journey
import Testing

@testable import Quota

@Suite("Supervision")
struct SupervisionTests {
  /// Short in so many half-years up to and including 2026H2, in one of the province.
  static func short(_ periods: Int, _ code: String) -> TaskTelling {
    var telling = TaskTelling()
    var period = HalfYear(2026, 2)
    for _ in 0..<periods {
      telling.post(
        .targets(
          .init(
            period, referenceDate: period.next.first, [code: .init(target: 50, balanceBefore: 0, realised: 45)])))
      period = period.previous
    }
    return telling
  }

  @Test("a half-year that ended short is signalled on the day of the assessment, with what can be enforced")
  func backlog() throws {
    var telling = Self.short(1, "GM0344")
    telling.post(.links(.init(HalfYear(2026, 2), referenceDate: Day(2026, 10, 1)!, ["GM0344": 47])))
    let signal = try #require(telling.ledger(on: Day(2027, 1, 1)!).signals(.country).first)
    #expect(signal.rule == "half-year-backlog")
    #expect(signal.since == Day(2027, 1, 1))
    #expect(signal.words.nl == "achterstand van 5 op 1 jan, waarvan 2 afdwingbaar")
    #expect(signal.source.contains("COA"))
    #expect(telling.ledger(on: Day(2026, 12, 31)!).signals(.country).allSatisfy { $0.rule != "half-year-backlog" })
  }

  @Test("four half-years missed in a row are signalled in Zuid-Holland, three are not, and elsewhere none")
  func fourInARow() {
    let rotterdam = "GM0599"
    func rules(_ telling: TaskTelling) -> [String] {
      telling.ledger(on: Day(2027, 1, 2)!).signals(.country).map(\.rule)
    }
    #expect(rules(Self.short(4, rotterdam)).contains("four-in-a-row"))
    #expect(!rules(Self.short(3, rotterdam)).contains("four-in-a-row"))
    #expect(!rules(Self.short(4, "GM0344")).contains("four-in-a-row"))
  }

  @Test("the row began to count on the day the fourth ended, however long it lasts")
  func since() throws {
    let telling = Self.short(6, "GM0599")
    let signal = try #require(
      telling.ledger(on: Day(2027, 1, 2)!).signals(.country).first { $0.rule == "four-in-a-row" })
    #expect(signal.since == Day(2026, 1, 1))
    #expect(signal.words.en.contains("6 half-years"))
  }

  @Test("behind the norm after a quarter is signalled as it stood that day, also when it was made good since")
  func quarter() {
    var telling = TaskTelling()
    telling.post(
      .targets(
        .init(HalfYear(2026, 2), referenceDate: Day(2026, 7, 1)!, ["GM0344": .init(target: 60, balanceBefore: 0)])))
    func found(_ housed: [Day: Int], _ day: Day) -> [Signal] {
      telling.ledger(["GM0344": housed], on: day).signals(.country).filter { $0.rule == "quarter" }
    }
    let late = [Day(2026, 9, 1)!: 29, Day(2026, 10, 1)!: 31]
    #expect(found(late, Day(2026, 9, 30)!).isEmpty)
    #expect(found(late, Day(2026, 10, 1)!).map(\.since) == [Day(2026, 10, 1)!])
    #expect(!found(late, Day(2026, 11, 23)!).isEmpty)
    #expect(found([Day(2026, 9, 30)!: 30], Day(2026, 11, 23)!).isEmpty)
  }

  @Test("a signal is by the rule of the day of crossing: one that ended since signals, one that began since does not")
  func ruleOfItsDay() {
    var telling = TaskTelling()
    telling.post(
      .targets(
        .init(HalfYear(2026, 2), referenceDate: Day(2026, 7, 1)!, ["GM0344": .init(target: 60, balanceBefore: 0)])))
    func since(_ dates: String) -> [Day] {
      telling.rules = rulebook(("count: 3, valid-from: 2022-04-01,", "count: 3, \(dates)"))
      return telling.ledger(on: Day(2026, 11, 23)!).signals(.country).filter { $0.rule == "quarter" }.map(\.since)
    }
    let crossed = [Day(2026, 10, 1)!]
    #expect(since("valid-from: 2022-04-01, valid-until: 2026-11-01,") == crossed)
    #expect(since("valid-from: 2022-04-01, valid-until: 2026-10-02,") == crossed)
    #expect(since("valid-from: 2022-04-01, valid-until: 2026-10-01,").isEmpty)
    #expect(since("valid-from: 2026-10-01,") == crossed)
    #expect(since("valid-from: 2026-10-02,").isEmpty && since("valid-from: 2026-11-20,").isEmpty)
  }

  @Test("a row that was long before a rule on it began is signalled since the first assessment by that rule")
  func rowBeforeTheRule() {
    var telling = Self.short(6, "GM0599")
    func since(_ dates: String) -> [Day] {
      telling.rules = rulebook(("valid-from: 2025-01-01,", dates))
      return telling.ledger(on: Day(2027, 3, 1)!).signals(.country).filter { $0.rule == "four-in-a-row" }.map(\.since)
    }
    #expect(since("valid-from: 2025-01-01,") == [Day(2026, 1, 1)!])
    #expect(since("valid-from: 2026-02-01,") == [Day(2026, 7, 1)!])
    #expect(since("valid-from: 2025-01-01, valid-until: 2027-02-01,") == [Day(2026, 1, 1)!])
    #expect(since("valid-from: 2025-01-01, valid-until: 2027-01-01,").isEmpty)
    #expect(since("valid-from: 2027-01-02,").isEmpty)
  }

  @Test("a signal keeps the state of its day: a correction posted later changes the task, not what was signalled")
  func keepsItsDay() throws {
    var telling = Self.short(1, "GM0344")
    func words(_ telling: TaskTelling) -> [String] {
      telling.ledger(on: Day(2027, 2, 1)!).signals(.country).map(\.words.nl)
    }
    let before = words(telling)
    #expect(before.contains { $0.hasPrefix("achterstand van 5 ") })
    telling.post(.correction(.init(HalfYear(2026, 2), "GM0344", 4, reason: "dubbel geteld")), on: Day(2027, 1, 20)!)
    #expect(words(telling) == before)
    #expect(telling.ledger(on: Day(2027, 2, 1)!).line(.municipality("GM0344"), in: HalfYear(2026, 2)).balance == -9)
    telling.post(.correction(.init(HalfYear(2026, 2), "GM0344", 2, reason: "brief")), on: Day(2026, 12, 20)!)
    #expect(words(telling).contains { $0.hasPrefix("achterstand van 7 ") })
  }

  @Test("the norm of a signal is the norm of the pace after so many months, and says which")
  func oneNorm() throws {
    var telling = TaskTelling()
    let period = HalfYear(2026, 2)
    telling.post(.targets(.init(period, referenceDate: period.first, ["GM0344": .init(target: 317, balanceBefore: 0)])))
    let day = Day(2026, 10, 1)!
    let pace = try #require(telling.line("GM0344", period, on: day).pace)
    let signal = try #require(telling.ledger(on: day).signals(.country).first { $0.rule == "quarter" })
    #expect(signal.words.nl == "op 1 okt 0 gehuisvest, de norm na 3 maanden is \(pace.normPersons) van 317")
    #expect(pace.normPersons == 159 && pace.months == 3)
  }

  @Test("signals of one day stand by the name of the municipality, not by its code")
  func byName() {
    var telling = TaskTelling()
    let period = HalfYear(2026, 2)
    telling.post(
      .targets(
        .init(
          period, referenceDate: period.first,
          ["GM0344": .init(target: 60, balanceBefore: 0), "GM0599": .init(target: 60, balanceBefore: 0)])))
    let signals = telling.ledger(on: Day(2026, 10, 1)!).signals(.country)
    // Rotterdam, then Utrecht.
    #expect(signals.filter { $0.rule == "quarter" }.map(\.municipality) == ["GM0599", "GM0344"])
  }

  @Test("a signal is no step: what the province did is only what was posted")
  func neverAsserts() {
    var telling = Self.short(4, "GM0599")
    #expect(telling.book.supervisionStanding("GM0599").latest == nil)
    #expect(telling.book.supervisionStanding("GM0599").words(telling.rules).nl == "-")
    telling.post(
      .supervision(
        .init("GM0599", HalfYear(2026, 2), step: "information", letter: "2027/3", term: Day(2027, 4, 1))),
      on: Day(2027, 2, 1)!)
    let standing = telling.book.supervisionStanding("GM0599")
    #expect(standing.words(telling.rules).nl == "2 informatie opvragen")
    #expect(standing.due.map { $0.day } == [Day(2027, 4, 1)!])
    #expect(standing.late(Day(2027, 4, 1)!)?.day == nil)
  }

  @Test("a step is of its half-year: an earlier one does not show it, that one and those after it do")
  func ofItsHalfYear() {
    var telling = TaskTelling()
    telling.post(.supervision(.init("GM0599", HalfYear(2026, 1), step: "information")), on: Day(2026, 8, 3)!)
    func step(_ period: HalfYear?) -> String? {
      telling.book.supervisionStanding("GM0599", in: period).latest?.value.step
    }
    #expect(step(HalfYear(2024, 1)) == nil && step(HalfYear(2025, 2)) == nil)
    for period in [HalfYear(2026, 1), HalfYear(2026, 2), HalfYear(2027, 1), nil] {
      #expect(step(period) == "information")
    }
    telling.post(.supervision(.init("GM0599", HalfYear(2026, 2), step: "notice")), on: Day(2026, 9, 1)!)
    #expect(step(HalfYear(2026, 1)) == "information" && step(HalfYear(2026, 2)) == "notice")
  }

  @Test("what is late is the term that passed, also where a review after it is past or still to come")
  func term() throws {
    var telling = TaskTelling()
    telling.post(
      .supervision(
        .init(
          "GM0599", HalfYear(2026, 2), step: "information", term: Day(2027, 3, 1), nextReview: Day(2027, 4, 1))),
      on: Day(2027, 2, 1)!)
    let standing = telling.book.supervisionStanding("GM0599")
    #expect(standing.late(Day(2027, 3, 1)!)?.day == nil, "its last day is not past")
    for day in [Day(2027, 3, 2)!, Day(2027, 4, 2)!] {
      let late = try #require(standing.late(day))
      #expect(late.day == Day(2027, 3, 1) && late.words.nl == "termijn")
    }
    #expect(telling.book.lateSupervision(.country, on: Day(2027, 3, 2)!).map(\.municipality) == ["GM0599"])
  }

  @Test("a step before the end of a term does not hide that it passed; a step after it, or the same one put off, does")
  func earlierTerm() throws {
    func telling(_ steps: (step: String, day: Day, term: Day?)...) -> TaskTelling {
      var telling = TaskTelling()
      for one in steps {
        telling.post(
          .supervision(.init("GM0599", HalfYear(2026, 2), step: one.step, term: one.term)), on: one.day)
      }
      return telling
    }
    func late(_ telling: TaskTelling, _ day: Day) -> (day: Day, words: Phrase)? {
      telling.book.supervisionStanding("GM0599").late(day)
    }
    let (february, april) = (Day(2027, 2, 1)!, Day(2027, 4, 1)!)
    let asked = (step: "information", day: february, term: Optional(april))
    let before = telling(asked, (step: "agreements", day: february + 20, term: nil))
    #expect(late(before, april)?.day == nil, "its last day is not past")
    let found = try #require(late(before, april + 1))
    #expect(found.day == april && found.words.nl == "eerdere termijn")
    #expect(before.book.lateSupervision(.country, on: april + 1).map(\.municipality) == ["GM0599"])
    let onTheDay = telling(asked, (step: "agreements", day: april, term: nil))
    #expect(late(onTheDay, april + 1)?.day == april)
    let after = telling(asked, (step: "agreements", day: april + 1, term: nil))
    #expect(late(after, april + 2)?.day == nil)
    let putOff = telling(asked, (step: "information", day: february + 20, term: april + 30))
    #expect(late(putOff, april + 1)?.day == nil)
    #expect(late(putOff, april + 31)?.day == april + 30)
    let again = telling(asked, (step: "information", day: february + 20, term: nil))
    #expect(late(again, april + 1)?.day == april, "the same step without a term puts nothing off")
  }
}
