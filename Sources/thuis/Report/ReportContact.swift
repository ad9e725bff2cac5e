import Casebook
import Exchange
import Journey

extension ReportFilling {
  /// The twelve months that end on the day of the report.
  func contact() throws -> [ReportContent.ContactMonth] {
    try casebook.contactTrend(area, on: today).months.map { month in
      var shown = ReportContent.ContactMonth(
        first: month.first, linked: month.linked, firstCall: month.firstCall, answers: month.answers,
        answerDays: month.answerDays)
      shown.silences(most: month.silentAtOnce, days: month.silentDays, of: month.turnDays)
      shown.handovers(warm: month.warm, cold: month.cold)
      return shown
    }
  }
}
