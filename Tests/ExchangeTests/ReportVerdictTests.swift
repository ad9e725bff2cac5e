import Journey
import Quota
import Testing

@testable import Exchange

/// The three sentences that an alderman reads.
@Suite("What a report says in three sentences")
struct ReportVerdictTests {
  static func content(chance: Double? = 0.12) -> ReportContent {
    var content = ReportSample.of("GM0344")
    content.task.task = 317
    content.task.housed = 188
    content.groups[0].sum = content.task
    content.groups[0].rows = [content.task]
    content.outlook = .forecast(
      ReportContent.Forecast(
        band: ReportContent.Band(p15: 255, p50: 271, p85: 288), chance: chance, cone: [], households: 402,
        spells: 1_000,
        runs: 10_000,
        helps: [
          ReportContent.Help(Phrase("één grote woning erbij", "one more large home"), persons: 4.21),
          ReportContent.Help(Phrase("één BSN sneller", "one BSN sooner"), persons: 0.8),
        ]))
    return content
  }

  @Test("where the sum of households would give a small number away, the sentence says what the table shows of it")
  func withheldSum() {
    var content = Self.content()
    for index in content.board.indices {
      content.board[index].households = content.board[index].stage == .search ? 60 : .few
    }
    guard case .forecast(var forecast) = content.outlook else { return #expect(Bool(false), "no forecast") }
    forecast.households = .withheld
    content.outlook = .forecast(forecast)
    content.task.households = 64
    let sentence = Verdict(content: content).sentences[1]
    #expect(
      sentence.nl.hasSuffix("berekend uit ten minste 64 huishoudens die nu op weg zijn."), "as the table of the task")
    #expect(sentence.en.hasSuffix("computed from at least 64 households now on their way."))
    content.task.households = .withheld
    let parts = Verdict(content: content).sentences[1]
    #expect(
      parts.nl.hasSuffix("berekend uit ten minste 60 huishoudens die nu op weg zijn."), "as the stages show")
    #expect(parts.en.hasSuffix("computed from at least 60 households now on their way."))
  }

  @Test("the chance, what is expected with its band and n, and what would help most")
  func three() {
    let sentences = Verdict(content: Self.content()).sentences
    #expect(
      sentences.map(\.nl) == [
        "De gemeente Utrecht haalt de opgave van 317 personen per 31 december 2026 waarschijnlijk niet: de kans is 12\u{A0}%.",
        "Tot en met 23 november 2026 zijn 188 personen gehuisvest; verwacht worden er 271, en met zeven op tien kans tussen 255 en 288, berekend uit 402 huishoudens die nu op weg zijn.",
        "Het meest helpt één grote woning erbij: naar verwachting 4,2 personen meer voor het eind; daarna één BSN sneller (0,8).",
      ])
    #expect(
      sentences.map(\.en) == [
        "The municipality of Utrecht will probably not meet the task of 317 persons by 31 December 2026: the chance is 12%.",
        "Through 23 November 2026, 188 persons have been housed; the number expected is 271, with seven chances in ten between 255 and 288, computed from 402 households now on their way.",
        "What helps most is one more large home: an expected 4.2 more persons before the end; then one BSN sooner (0.8).",
      ])
  }

  @Test("a chance is never said to be none or all", arguments: [(0.0, "kleiner dan 1"), (1.0, "groter dan 99")])
  func extremes(chance: Double, words: String) {
    #expect(Verdict(content: Self.content(chance: chance)).sentences[0].nl.contains("de kans is \(words)\u{A0}%."))
  }

  @Test("too little data is said with how much there is and how much it takes, and no number is given")
  func tooLittle() {
    var content = Self.content()
    content.outlook = .tooLittle(
      one: Phrase("huishouden dat een aanbod kreeg", "household that got an offer"),
      more: Phrase("huishoudens die een aanbod kregen", "households that got an offer"), seen: 7, needed: 20)
    let sentences = Verdict(content: content).sentences
    #expect(
      sentences.last?.nl
        == "Voor een prognose zijn er te weinig gegevens: 7 huishoudens die een aanbod kregen, en 20 zijn er nodig.")
    #expect(sentences.allSatisfy { !$0.nl.contains("kans") })
    #expect(Report(content, .nl).page.contains("te weinig gegevens"))
  }

  @Test(
    "too little of one is said as of one, and of a hidden number as of more",
    arguments: [
      (Count.exactly(1), 4, "1 week is bekend, en 4 zijn er nodig."),
      (Count.exactly(0), 1, "0 weken zijn bekend, en 1 is er nodig."),
      (Count.few, 4, "minder dan 5 weken zijn bekend, en 4 zijn er nodig."),
    ])
  func tooLittleOfOne(seen: Count, needed: Int, words: String) {
    var content = Self.content()
    content.outlook = .tooLittle(
      one: Phrase("week is bekend", "week is known"), more: Phrase("weken zijn bekend", "weeks are known"), seen: seen,
      needed: needed)
    let said = "Voor een prognose zijn er te weinig gegevens: " + words
    #expect(Verdict(content: content).sentences.last?.nl == said)
  }

  @Test("a half-year without a task says so, and why")
  func noTask() {
    var content = Self.content()
    (content.task.task, content.task.target) = (nil, nil)
    content.task.basis = Phrase("geen taakstelling meer sinds 2027-01-01", "no task any more since 2027-01-01")
    let sentences = Verdict(content: content).sentences
    #expect(
      sentences.map(\.nl) == [
        "De gemeente Utrecht heeft in het tweede halfjaar van 2026 geen opgave (geen taakstelling meer sinds 2027-01-01); er zijn 188 personen gehuisvest."
      ])
  }

  @Test("of one it is said as of one")
  func one() {
    var content = Self.content()
    content.isInternal = true
    (content.task.housed, content.task.task) = (1, 1)
    guard case .forecast(var forecast) = content.outlook else { return #expect(Bool(false), "no forecast") }
    forecast.households = 1
    content.outlook = .forecast(forecast)
    let sentences = Verdict(content: content).sentences
    #expect(sentences[0].nl.contains("de opgave van 1 persoon per") && sentences[0].en.contains("task of 1 person by"))
    #expect(sentences[1].nl.contains("is 1 persoon gehuisvest; "))
    #expect(sentences[1].nl.hasSuffix("berekend uit 1 huishouden dat nu op weg is."))
    #expect(sentences[1].en.hasPrefix("Through 23 November 2026, 1 person has been housed; "))
    #expect(sentences[1].en.hasSuffix("computed from 1 household now on its way."))
  }

  @Test("small numbers are told as fewer than 5")
  func small() {
    var content = Self.content()
    content.task.housed = .few
    #expect(
      Verdict(content: content).sentences[1].nl.hasPrefix(
        "Tot en met 23 november 2026 zijn minder dan 5 personen gehuisvest"))
  }
}
