import Journey
import Quota
import Testing

@testable import Exchange

// Of few no days, no shares and no dots.
extension ReportSharingTests {
  @Test("days of fewer than five households are not told")
  func days() {
    var stock = ReportContent.Stock(.search, households: 4, persons: 17, median: 80, p85: 200, overdue: 2)
    stock.hide()
    #expect(stock.median == nil && stock.p85 == nil)
    #expect(stock.persons == 17)
    #expect(stock.overdue == .few)
  }

  @Test("a month of contact tells no days of fewer than five households, and no share that gives a small part away")
  func contact() {
    func month(linked: Int, answers: Int, silent: Int, warm: Int, cold: Int) -> ReportContent.ContactMonth {
      var month = ReportContent.ContactMonth(
        first: Day("2026-10-01")!, linked: linked, firstCall: 9, answers: answers, answerDays: 4)
      month.silences(most: silent, days: 40, of: 400)
      month.handovers(warm: warm, cold: cold)
      month.hide()
      return month
    }
    let few = month(linked: 4, answers: 3, silent: 2, warm: 1, cold: 9)
    #expect([few.linked, few.answers, few.silent, few.warm] == [.few, .few, .few, .few] && few.cold == 9)
    #expect(few.firstCall == nil && few.answerDays == nil && few.silentShare == nil && few.warmShare == nil)
    let many = month(linked: 5, answers: 6, silent: 7, warm: 5, cold: 15)
    #expect(many.firstCall == 9 && many.answerDays == 4 && many.silentShare == 0.1 && many.warmShare == 0.25)
    #expect(month(linked: 5, answers: 6, silent: 7, warm: 9, cold: 4).warmShare == nil)
  }

  @Test("no dot is one household", arguments: areas)
  func dots(area: String) {
    let times = ReportSample.of(area).shareable().leadTimes
    #expect(!times.isEach)
    #expect(times.dots.allSatisfy { ($0.households.number ?? 0) > 4 })
  }

  @Test("a place of fewer than five households has no dot")
  func fewDots() {
    let day = Day("2026-10-05")!
    var times = ReportContent.LeadTimes(
      Array(repeating: (day: day, leadTime: 100), count: 6) + Array(repeating: (day: day, leadTime: 300), count: 4))
    times.hide()
    #expect(times.dots.map(\.households) == [6])
  }

  @Test("95 in 100 of fewer than twenty households is one of them and is not told", arguments: [19, 20])
  func lastOfFew(_ count: Int) {
    let day = Day("2026-10-05")!
    var times = ReportContent.LeadTimes((1...count).map { (day: day, leadTime: 100 + $0) })
    times.hide()
    #expect((times.percentiles?.p95 != nil) == (count == 20))
    #expect((times.months[0].percentiles?.p95 != nil) == (count == 20))
    #expect(times.percentiles?.p85 != nil)
  }
}
