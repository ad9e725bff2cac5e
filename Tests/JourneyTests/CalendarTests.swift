import Testing

@testable import Journey

@Suite("Days and terms")
struct CalendarTests {
  @Test("every day of 1900 to 2100 survives parts and text")
  func roundTrip() {
    var day = Day(1900, 1, 1)!
    while day < Day(2100, 1, 1)! {
      let (y, m, d) = day.parts
      #expect(Day(y, m, d) == day)
      day = day + 1
    }
    #expect(Day("2024-02-29")?.description == "2024-02-29")
    #expect(Day("2023-02-29") == nil)
    #expect(Day(2026, 11, 23)!.weekday == 1)
    #expect(Day(2026, 11, 23)!.isoWeek == 48)
  }

  @Test(
    "Easter falls where the almanac says",
    arguments: [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28")])
  func easter(year: Int, day: String) { #expect(GeneralTermsAct.easter(year) == Day(day)) }

  @Test("the King's birthday moves to Saturday when it is on a Sunday")
  func kingsDay() {
    #expect(GeneralTermsAct.kingsDay(2025) == Day("2025-04-26"))
    #expect(GeneralTermsAct.kingsDay(2026) == Day("2026-04-27"))
  }

  @Test("a statutory term moves off a weekend, an agreed one does not")
  func statutory() throws {
    let saturday = Day("2026-11-28")!
    let validity = Rulebook.Validity(from: nil, until: nil)
    func term(_ force: TermRule.Force) -> TermRule {
      TermRule(id: "x", name: Phrase(same: "x"), length: .init(5, .days), force: force, validity: validity, source: "")
    }
    #expect(term(.agreed).end(from: saturday - 5) == saturday)
    #expect(term(.statutory).end(from: saturday - 5) == saturday + 2)
  }

  @Test("a term over three months is left alone by the Algemene termijnenwet")
  func long() {
    let term = TermRule(
      id: "x", name: Phrase(same: "x"), length: .init(4, .months), force: .statutory,
      validity: .init(from: nil, until: nil), source: "")
    // 28 March 2026 is a Saturday.
    #expect(term.end(from: Day("2025-11-28")!) == Day("2026-03-28"))
  }

  @Test("a term of three days holds two working days")
  func twoWorkingDays() {
    // From Friday 1 May 2026: Saturday, Sunday, Monday; Tuesday 5 May is a holiday, so Wednesday.
    #expect(GeneralTermsAct.end(after: Day("2026-05-01")!, days: 3) == Day("2026-05-06"))
  }

  @Test("a term that ends beyond the calendar ends on a working day there")
  func beyond() {
    let friday = Day(9999, 12, 31)!
    #expect(GeneralTermsAct.workingDays(5, after: friday) == friday + 7)
    #expect(GeneralTermsAct.extended(friday + 1) == friday + 3)
  }

  @Test(
    "days are read as people write them",
    arguments: [
      ("23-11", "2026-11-23"), ("23 nov", "2026-11-23"), ("23-11-2025", "2025-11-23"), ("morgen", "2026-11-25"),
      ("+10w", "2027-02-02"),
      ("vr", "2026-11-27"), ("-2d", "2026-11-22"), ("2026-09-11", "2026-09-11"), ("3 maart", "2027-03-03"),
    ])
  func dayText(text: String, day: String) { #expect(DayText.read(text, today: Day("2026-11-24")!) == Day(day)) }

  @Test(
    "days are read as they are said: far off, of another week, with their weekday, at the end of a month",
    arguments: [
      ("over 2 weken", "2026-12-08"), ("over twee weken", "2026-12-08"), ("in three days", "2026-11-27"),
      ("in 10 weeks", "2027-02-02"), ("over een maand", "2026-12-24"),
      ("een week geleden", "2026-11-17"), ("3 days ago", "2026-11-21"), ("volgende week vrijdag", "2026-12-04"),
      ("vrijdag volgende week", "2026-12-04"), ("ma vorige week", "2026-11-16"), ("komende vrijdag", "2026-11-27"),
      ("a.s. vrijdag", "2026-11-27"), ("afgelopen vrijdag", "2026-11-20"), ("last friday", "2026-11-20"),
      ("afgelopen dinsdag", "2026-11-17"), ("vr 4 dec", "2026-12-04"), ("vrijdag 4 december 2026", "2026-12-04"),
      ("wo 11 mrt", "2026-03-11"), ("eind november", "2026-11-30"), ("end of january", "2027-01-31"),
      ("begin volgende maand", "2026-12-01"), ("half december", "2026-12-15"), ("eind van de maand", "2026-11-30"),
      ("eind van het jaar", "2026-12-31"),
    ])
  func spoken(text: String, day: String) { #expect(DayText.read(text, today: Day("2026-11-24")!) == Day(day)) }

  @Test(
    "a weekday that is not of that date, a Friday of which week and a whole week are no day",
    arguments: [
      "ma 4 dec 2026", "volgende vrijdag", "deze week", "december", "over veel weken", "eind week", "week 50", "vr vr",
      "over 9999 weken", "vr 5 dec", "4-12-2", "4-12-202", "wo 1 december",
    ])
  func notSpoken(text: String) { #expect(DayText.read(text, today: Day("2026-11-24")!) == nil) }

  @Test("of what has been, a weekday with its date is of this year or the last, or of none")
  func weekdayPast() {
    let today = Day("2026-11-24")!
    #expect(DayText.read("wo 11 mrt", today: today, upTo: today) == Day("2026-03-11"))
    #expect(DayText.read("ma 1 dec", today: today, upTo: today) == Day("2025-12-01"))
    #expect(DayText.read("vr 23 nov", today: today, upTo: today) == nil)
    #expect(DayText.read("eind december", today: today, upTo: today) == Day("2025-12-31"))
  }

  @Test("every day of the calendar has a weekday and can be said")
  func weekdays() {
    var day = Day(1, 1, 1)!
    #expect(day.weekday == 1)
    while let next = Day(day.year + 1, 1, 1), next.year < 2300 {
      #expect((1...7).contains(day.weekday) && !DayText.long(day, .nl).isEmpty)
      #expect((day + 7).weekday == day.weekday && (day + 1).weekday == day.weekday % 7 + 1)
      day = next
    }
  }

  @Test(
    "stretches of days are read as they are said",
    arguments: [
      ("deze week", "2026-11-23", "2026-11-29"), ("next week", "2026-11-30", "2026-12-06"),
      ("vorige maand", "2026-10-01", "2026-10-31"), ("dit jaar", "2026-01-01", "2026-12-31"),
      ("volgend half jaar", "2027-01-01", "2027-06-30"), ("week 50", "2026-12-07", "2026-12-13"),
      ("wk 1", "2027-01-04", "2027-01-10"), ("week 53", "2026-12-28", "2027-01-03"),
      ("week 2 2026", "2026-01-05", "2026-01-11"), ("december", "2026-12-01", "2026-12-31"),
      ("juni", "2026-06-01", "2026-06-30"), ("feb 2028", "2028-02-01", "2028-02-29"),
      ("begin december", "2026-12-01", "2026-12-10"), ("half december", "2026-12-11", "2026-12-20"),
      ("eind november", "2026-11-21", "2026-11-30"), ("2026", "2026-01-01", "2026-12-31"),
      ("eind 2026", "2026-09-01", "2026-12-31"), ("morgen", "2026-11-25", "2026-11-25"),
    ])
  func periods(text: String, first: String, last: String) {
    #expect(PeriodText.read(text, today: Day("2026-11-24")!) == Day(first)!...Day(last)!)
  }

  @Test("every day that a list or a form shows is read as that day", arguments: Language.allCases)
  func shownDays(language: Language) {
    let today = Day("2026-11-24")!
    for away in -800...800 {
      let day = today + away
      #expect(DayText.read(DayText.short(day, today: today, language), today: today) == day)
      #expect(DayText.read(DayText.long(day, language), today: today) == day)
    }
  }

  @Test(
    "where only the past is meant a day without a year or a weekday is the latest before today",
    arguments: [
      ("1-10", "2026-10-01"), ("24-11", "2025-11-24"), ("25 nov", "2025-11-25"), ("29-2", "2024-02-29"),
      ("di", "2026-11-17"), ("wo", "2026-11-18"), ("ma", "2026-11-23"), ("2026-12-01", "2026-12-01"),
      ("-4w", "2026-10-27"),
    ])
  func past(text: String, day: String) {
    #expect(DayText.read(text, today: Day("2026-11-24")!, upTo: Day("2026-11-23")!) == Day(day))
  }

  @Test(
    "of what happened today is the latest day that can be meant, and it is not of a year ago",
    arguments: [
      ("24-11", "2026-11-24"), ("25 nov", "2025-11-25"), ("28-11", "2025-11-28"), ("1-5", "2026-05-01"),
      ("29-2", "2024-02-29"), ("di", "2026-11-24"), ("wo", "2026-11-18"), ("vr", "2026-11-20"),
      ("gisteren", "2026-11-23"), ("2026-11-28", "2026-11-28"),
    ])
  func until(text: String, day: String) {
    let today = Day("2026-11-24")!
    #expect(DayText.read(text, today: today, upTo: today) == Day(day))
  }

  @Test("a field of what has been refuses a day to come at that field, and takes the latest day that can be meant")
  func pastField() throws {
    let today = Day("2026-11-24")!
    func read(_ text: String, past: Bool) throws(Refusal) -> Day? {
      try Answers(values: ["as-of": text], today: today).day("as-of", past: past)
    }
    func refusal(_ text: String) -> Refusal? {
      do throws(Refusal) {
        _ = try read(text, past: true)
        return nil
      } catch { return error }
    }
    for text in ["morgen", "+2d", "2027-06-30"] {
      #expect(refusal(text)?.field == "as-of" && refusal(text)?.why.nl.contains("ligt in de toekomst") == true)
      #expect(try read(text, past: false) != nil)
    }
    let (gone, near) = (try read("28-11", past: true), try read("28-11", past: false))
    #expect(gone == Day("2025-11-28") && near == Day("2026-11-28"))
    #expect(try read("24-11", past: true) == today)
  }

  @Test(
    "a date field suggests only days that it takes: no day to come where something happened", arguments: [true, false])
  func suggested(past: Bool) {
    let today = Day("2026-11-24")!
    let words = Language.allCases.flatMap { Field.days(past: past)[$0].split(separator: ", ") }
    let days = words.map { DayText.read(String($0), today: today) }
    #expect(days.allSatisfy { $0 != nil })
    #expect(days.contains { $0.map { $0 > today } == true } != past)
  }

  @Test("the day something happened is a day that has been, in the form of every action")
  func happened() throws {
    let story = try Telling.searching()
    for act in Act.allCases {
      for field in act.fields(story.dossier, story.rules, today: story.today) where field.name == "day" {
        #expect(field.past && !field.hint.nl.contains("morgen") && !field.hint.nl.contains("vr"), "\(act)")
      }
    }
  }

  @Test(
    "what is no date is not read",
    arguments: ["", "31-2", "gister avond laat", "99", "blauw", "-9223372036854775808d", "+99999999w"])
  func noDay(text: String) { #expect(DayText.read(text, today: Day("2026-11-24")!) == nil) }

  @Test("somebody with only a year of birth is never taken for older than certain")
  func partial() {
    let birth = PartialDate("2008")!
    #expect(birth.age(on: Day("2026-06-01")!) == 17)
    #expect(birth.birthday(18) == Day("2026-12-31"))
  }
}
