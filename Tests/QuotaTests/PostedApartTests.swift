import Journey
import Testing

@testable import Quota

@Suite("Posted numbers beside the stories")
struct PostedApartTests {
  private let period = HalfYear(2026, 1)
  private let utrecht = TaskTelling.utrecht

  /// Twelve housed in March, five more in June.
  private var housed: [String: [Day: Int]] { [utrecht: [Day(2026, 3, 2)!: 12, Day(2026, 6, 1)!: 5]] }

  private func told(_ persons: Int, through day: Day) -> Ledger {
    var telling = TaskTelling()
    telling.post(
      .targets(.init(period, referenceDate: Day(2026, 1, 2)!, [utrecht: .init(target: 40)])),
      .realised(.init(period, referenceDate: day, [utrecht: persons], source: "COA")))
    return telling.ledger(housed)
  }

  @Test(
    "a posted realisation that differs names the municipality, the half-year, what was posted and what the stories say")
  func realised() {
    let apart = told(19, through: Day(2026, 6, 30)!).postedApart()
    #expect(
      apart.map(\.words.nl) == [
        "Utrecht, 2026H1: gehuisvest t/m 2026-06-30 geboekt als 19 (boeking 2), volgens de dossiers 17"
      ])
    #expect(
      apart.map(\.words.en) == [
        "Utrecht, 2026H1: housed through 2026-06-30 posted as 19 (posting 2), by the dossiers 17"
      ])
  }

  @Test("a list of a day within the half-year is held against the stories up to that day")
  func midway() {
    #expect(told(12, through: Day(2026, 4, 30)!).postedApart().isEmpty)
    #expect(told(17, through: Day(2026, 4, 30)!).postedApart().map(\.told) == [12])
  }

  @Test("a posted balance that differs from the one carried over is remarked on with its sign")
  func balance() {
    var telling = TaskTelling()
    telling.post(
      .targets(.init(period, referenceDate: Day(2026, 1, 2)!, [utrecht: .init(target: 20, balanceBefore: 0)])))
    telling.post(.opening(.init(period.next, [utrecht: -9], source: "brief")))
    #expect(
      telling.ledger(housed).postedApart().map(\.words.nl) == [
        "Utrecht, 2026H2: beginsaldo geboekt als -9 (boeking 2), volgens de dossiers -3"
      ])
  }

  @Test("of a municipality without stories nothing is compared; it is counted")
  func silent() {
    var telling = TaskTelling()
    telling.post(.realised(.init(period, referenceDate: Day(2026, 6, 30)!, [TaskTelling.zeist: 8], source: "COA")))
    let ledger = telling.ledger(housed)
    #expect(ledger.postedApart().isEmpty && ledger.postedWithoutStories() == [TaskTelling.zeist])
  }
}
