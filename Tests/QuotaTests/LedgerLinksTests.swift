import Journey
import Testing

@testable import Quota

// Links by their reference dates, and what too few of them excuse.
extension LedgerTests {
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
    #expect(notes(29).first { $0.words.nl == words }?.isDispute == true)
    #expect(!notes(31).contains { $0.words.nl.contains("peildatum") })
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
    #expect(line(42).linkedDay == Day(2026, 10, 1)!, "a list has them")
    #expect(line(nil).linked == nil && !line(nil).isLinkedByStories && line(nil).enforceableBacklog == 9)
    telling.post(.links(.init(Self.period, referenceDate: Day(2026, 10, 1)!, [Self.code: 45])))
    #expect(line(42).linked == 45 && !line(42).isLinkedByStories && line(42).excusable == 4)
    #expect(line(42).linkedDay == nil)
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
