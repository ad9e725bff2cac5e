import Journey
import Testing

@testable import Quota

/// Each threshold of the rulebook from both sides, and what is said when it is crossed.
@Suite("Words of the thresholds of supervision")
struct SignalWordsTests {
  private let rotterdam = "GM0599"

  /// Signals of a rule over one municipality.
  private func found(_ rule: String, _ ledger: Ledger) -> [Signal] {
    ledger.signals(.country).filter { $0.rule == rule }
  }

  /// Housed so many of a target of 50 in each of the half-years up to and including 2026H2.
  private func telling(_ housed: [Int]) -> TaskTelling {
    var telling = TaskTelling()
    var period = HalfYear(2026, 2)
    for persons in housed.reversed() {
      telling.post(
        .targets(
          .init(
            period, referenceDate: period.next.first,
            [rotterdam: .init(target: 50, balanceBefore: 0, realised: persons)])))
      period = period.previous
    }
    return telling
  }

  @Test("every rule of the rulebook is tried here")
  func all() {
    #expect(Set(Rulebook.builtIn.task.signals.map(\.id)) == ["half-year-backlog", "four-in-a-row", "quarter"])
  }

  @Test(
    "a half-year that ended even is no signal; one person short is, and says how many, since when and how much of it is enforceable"
  )
  func backlog() throws {
    let day = Day(2027, 1, 1)!
    #expect(found("half-year-backlog", telling([50]).ledger(on: day)).isEmpty)
    let signal = try #require(found("half-year-backlog", telling([49]).ledger(on: day)).first)
    #expect(signal.words.nl == "achterstand van 1 op 1 jan, waarvan 1 afdwingbaar")
    #expect(signal.words.en == "backlog of 1 on 1 Jan, of which 1 enforceable")
    #expect(signal.since == day && signal.municipality == rotterdam && !signal.source.isEmpty)
  }

  @Test(
    "three half-years missed are no signal, nor four with one that was met between; four in a row are, with their first"
  )
  func inARow() throws {
    let day = Day(2027, 1, 2)!
    #expect(found("four-in-a-row", telling([49, 49, 49]).ledger(on: day)).isEmpty)
    #expect(found("four-in-a-row", telling([49, 50, 49, 49, 49]).ledger(on: day)).isEmpty)
    let signal = try #require(found("four-in-a-row", telling([49, 49, 49, 49]).ledger(on: day)).first)
    #expect(signal.words.nl == "4 halfjaren op rij niet gehaald, sinds 2025H1")
    #expect(signal.words.en == "4 half-years missed in a row, since 2025H1")
    #expect(signal.since == Day(2027, 1, 1)!)
  }

  @Test("as many housed as the norm after a quarter is no signal; one fewer is, and says both and the task")
  func quarter() throws {
    var telling = TaskTelling()
    telling.post(
      .targets(
        .init(HalfYear(2026, 2), referenceDate: Day(2026, 7, 1)!, [rotterdam: .init(target: 60, balanceBefore: 0)])))
    let day = Day(2026, 10, 1)!
    func signals(_ persons: Int) -> [Signal] {
      found("quarter", telling.ledger([rotterdam: [Day(2026, 9, 1)!: persons]], on: day))
    }
    #expect(signals(30).isEmpty)
    let signal = try #require(signals(29).first)
    #expect(signal.words.nl == "op 1 okt 29 gehuisvest, de norm na 3 maanden is 30 van 60")
    #expect(signal.words.en == "on 1 Oct 29 housed, the norm after 3 months is 30 of 60")
    #expect(signal.since == day)
  }
}
