import Journey
import Quota
import Testing

@testable import Exchange

@Suite("Remarks of a report that is shared")
struct ReportRemarksTests {
  @Test("a remark that names few persons stays inside, whatever its words; one of dates and municipalities goes along")
  func remarks() {
    var content = ReportSample.of("GM0344")
    content.remarks = [
      LedgerNote(Phrase("volgens de dossiers drie", "three by the dossiers"), of: .linked, persons: [12, 3]),
      LedgerNote(Phrase("het saldo van -3 blijft staan", "the balance of -3 stays"), of: .balanceBefore, persons: [-3]),
      LedgerNote(Phrase("beginsaldo van 3 gemeenten niet bekend", "balance before of 3 municipalities not known")),
      LedgerNote(Phrase("op 3 dec 2026, artikel 29, lid 2", "on 3 Dec 2026, article 29, paragraph 2")),
      LedgerNote(
        Phrase("12 geboekt, 30 volgens de dossiers", "12 posted, 30 by the dossiers"), of: .linked, persons: [12, 30]),
    ]
    #expect(
      content.shareable().remarks.map(\.words.en) == [
        "balance before of 3 municipalities not known", "on 3 Dec 2026, article 29, paragraph 2",
        "12 posted, 30 by the dossiers",
      ])
    content.isInternal = true
    #expect(Report(content, .en).content.remarks.count == 5)
  }

  @Test("a remark on who was housed up to a day within a week stays inside: beside the weeks it would tell of few")
  func remarkOfDay() {
    var content = ReportSample.of("GM0344")
    for index in content.weeks.indices { content.weeks[index].persons = 0 }
    content.weeks[content.weeks.count - 1].persons = content.task.housed
    var note = LedgerNote(Phrase("gehuisvest", "housed"), of: .housed, persons: [41, 40])
    content.remarks = [note]
    #expect(content.shareable().remarks.count == 1)
    note.splitsWeek = true
    content.remarks = [note]
    #expect(content.shareable().remarks.isEmpty)
  }

  @Test("a remark on who was housed or on a balance stays inside where that number is hidden, or a week of it")
  func remarksOnHidden() {
    var content = ReportSample.of("GM0344")
    content.remarks = [
      LedgerNote(Phrase("gehuisvest", "housed"), of: .housed, persons: [41, 40]),
      LedgerNote(Phrase("saldo", "balance"), of: .balance, persons: [-196]),
    ]
    for index in content.weeks.indices { content.weeks[index].persons = 0 }
    content.weeks[content.weeks.count - 1].persons = content.task.housed
    #expect(content.shareable().remarks.map(\.figure) == [.housed, .balance])
    content.weeks[content.weeks.count - 1].persons = 2
    #expect(content.shareable().remarks.map(\.figure) == [.balance])
    content.weeks[content.weeks.count - 1].persons = 3
    content.task.housed = 3
    (content.groups[0].sum.housed, content.groups[0].rows[0].housed) = (3, 3)
    #expect(content.shareable().remarks.isEmpty)
  }
}
