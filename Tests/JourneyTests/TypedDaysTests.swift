import Testing

@testable import Journey

@Suite("Days as they are typed in a form")
struct TypedDaysTests {
  private let today = Day("2026-11-27")!

  @Test("a day of what has been without its year says so where the nearest of that name is still to come")
  func longAgo() {
    let read = Field.longAgo("30-11", today: today, upTo: today)
    #expect(read?.day == Day("2025-11-30") && read?.ago.nl == "bijna een jaar geleden")
    #expect(read?.ago.en == "nearly a year ago")
    #expect(Field.longAgo("1 feb", today: today, upTo: today)?.ago.nl == "ruim 9 maanden geleden")
  }

  @Test(
    "nothing is said of a day that is near, that has its year, or that counts from today",
    arguments: ["27-11", "26-11", "1-6", "30-11-2025", "2025-11-30", "vr", "gisteren", "-90d", "", "ooit", "31-2"])
  func nothing(text: String) {
    #expect(Field.longAgo(text, today: today, upTo: today) == nil)
  }

  @Test(
    "a date of birth is read as far as it is known",
    arguments: [
      ("1987", "1987"), ("1987-04", "1987-04"), ("apr 1987", "1987-04"), ("April 1987", "1987-04"),
      ("4-1987", "1987-04"), ("mrt 1987", "1987-03"), ("3 apr 1987", "1987-04-03"), ("3-4-1987", "1987-04-03"),
      ("1987-04-03", "1987-04-03"),
    ])
  func birth(text: String, date: String) {
    #expect(PartialDate(typed: text, today: today)?.description == date)
  }

  @Test(
    "what is no date of birth is none",
    arguments: ["", "ooit", "13-1987", "apr", "31-2-1987", "12-3-1788", "1799", "4-12-2"])
  func noBirth(text: String) {
    #expect(PartialDate(typed: text, today: today) == nil)
  }
}
