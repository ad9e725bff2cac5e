import Journey
import Quota
import Testing

@testable import Exchange

/// What a half-year to come takes over says who was housed so far in the one that runs.
@Suite("A report of a half-year to come")
struct ReportToComeTests {
  /// Of each municipality, and found nowhere else.
  private static let backlog = 8_765_432

  private func content(_ code: String) -> ReportContent {
    var content = ReportSample.of(code)
    content.period = content.period.next
    content.outlook = .none(Phrase("Het halfjaar is nog niet begonnen.", "The half-year has not begun yet."))
    for group in content.groups.indices {
      let rows = content.groups[group].rows.map { row($0.area, of: 1) }
      let sum = row(content.groups[group].sum.area, of: rows.count)
      content.groups[group] = ReportContent.Group(sum: sum, rows: rows)
    }
    content.task = row(content.area, of: content.groups.reduce(0) { $0 + $1.rows.count })
    return content
  }

  private func row(_ area: Area, of municipalities: Int) -> ReportContent.TaskRow {
    var row = ReportContent.TaskRow(area: area)
    row.target = 100 * municipalities
    row.balanceBefore = -Self.backlog * municipalities
    row.task = (100 + Self.backlog) * municipalities
    row.balance = .unknown
    row.enforceableBacklog = Count(Self.backlog * municipalities)
    return row
  }

  private func text(_ content: ReportContent, _ language: Language) -> String {
    Report(content, language).files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
  }

  /// As a page or a file may write it.
  private func spellings(_ number: Int) -> [String] {
    [String(number), Digits.grouped(number, .nl), Digits.grouped(number, .en)]
  }

  @Test(
    "as it is shared has the balance before and the task in no file, of no row and no sum; inside it has them",
    arguments: ["GM0344", "PV26"], Language.allCases)
  func nowhere(_ code: String, _ language: Language) {
    var content = content(code)
    let rows = [content.task] + content.groups.flatMap { [$0.sum] + $0.rows }
    let numbers = Set(rows.flatMap { [-$0.balanceBefore, $0.task ?? 0] })
    let shared = text(content, language)
    content.isInternal = true
    let own = text(content, language)
    for number in numbers {
      let spellings = spellings(number)
      #expect(!spellings.contains { shared.contains($0) }, "\(number)")
      #expect(spellings.contains { own.contains($0) }, "\(number)")
    }
  }

  @Test("has a star in their place, whatever the numbers are")
  func stars() throws {
    let files = Report(content("PV26"), .nl).files
    let file = try #require(files.first { $0.name == "task.csv" })
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").dropFirst()
    #expect(lines.count == 26)
    for line in lines {
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
      #expect([cells[2], cells[3], cells[6], cells[11]] == ["100", "*", "*", "*"])
    }
  }

  @Test("says why in its first sentences and in its notes; that of the half-year that runs shows them")
  func why() {
    let report = Report(content("GM0344"), .nl)
    #expect(
      Verdict(content: report.content).sentences.map(\.nl) == [
        "De gemeente Utrecht heeft in het eerste halfjaar van 2027 een doel van 100 personen.",
        "De opgave staat alleen in het interne rapport: het tweede halfjaar van 2026 is nog niet voorbij, en uit het saldo ervan volgt hoeveel personen er tot nu toe zijn gehuisvest.",
        "Het halfjaar is nog niet begonnen.",
      ])
    let why = "Saldo vooraf, opgave en wat afdwingbaar is staan alleen in het interne rapport"
    let stays = "Doel, saldo vooraf en opgave zijn geen aantallen"
    #expect(report.page.contains(why) && !report.page.contains(stays))
    let running = Report(ReportSample.of("GM0344"), .nl)
    #expect(running.page.contains(stays) && !running.page.contains(why))
    #expect(running.content.task.balanceBefore == ReportSample.of("GM0344").task.balanceBefore)
  }

  @Test("without a target has no task to hide, and no balance before either")
  func noTarget() {
    var content = content("GM0344")
    (content.task.target, content.task.task) = (nil, nil)
    content.groups = [ReportContent.Group(sum: content.task, rows: [content.task])]
    let shown = Report(content, .nl)
    #expect(Verdict(content: shown.content).sentences[0].nl.contains("geen opgave"))
    #expect(shown.content.task.balanceBefore == 0 && shown.content.task.enforceableBacklog == .withheld)
  }

  @Test("says of a target that nobody knows that it is not known yet, and of nobody to what day they were housed")
  func unknownTarget() {
    var content = content("GM0344")
    content.isInternal = true
    let task = Verdict(content: content).sentences.map(\.nl)
    #expect(task.first?.hasPrefix("De gemeente Utrecht heeft in het eerste halfjaar van 2027 een opgave van ") == true)
    #expect(task.allSatisfy { !$0.contains("Tot en met") })
    (content.task.target, content.task.task, content.task.isTargetUnknown) = (nil, nil, true)
    content.task.basis = Phrase("landelijke behoefte niet bekend", "national need not known")
    let sentences = Verdict(content: content).sentences
    #expect(
      sentences.map(\.nl) == [
        "Het doel van de gemeente Utrecht voor het eerste halfjaar van 2027 is nog niet bekend (landelijke behoefte niet bekend)."
      ])
    #expect(
      sentences.map(\.en) == [
        "The target of the municipality of Utrecht for the first half of 2027 is not known yet (national need not known)."
      ])
    content.area = .country
    #expect(Verdict(content: content).sentences[0].en.hasPrefix("The target of the Netherlands for the first half"))
    content.day = content.period.last
    let running = Verdict(content: content).sentences[0].nl
    #expect(running.contains(" is niet bekend (landelijke behoefte niet bekend); er zijn "))
  }

  @Test("leaves out what is said of a balance")
  func remarks() {
    var content = content("GM0344")
    content.remarks = [
      LedgerNote(Phrase("eindigde op", "ended at"), of: .balanceBefore, persons: [-20, -30, 10]),
      LedgerNote(Phrase("het saldo vooraf is dat van nu", "the balance before is that of now"), of: .balanceBefore),
      LedgerNote(Phrase("blijft staan", "stays"), of: .balance, persons: [-30]),
      LedgerNote(Phrase("gekoppeld", "linked"), of: .linked, persons: [12, 30]),
      LedgerNote(Phrase("behoefte gepubliceerd", "need published")),
    ]
    #expect(content.shareable().remarks.map(\.words.en) == ["linked", "need published"])
    content.isInternal = true
    #expect(Report(content, .en).content.remarks.count == 5)
  }
}
