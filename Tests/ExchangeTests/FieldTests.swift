import Journey
import Testing

@testable import Exchange

@Suite("Reading cells")
struct FieldTests {
  @Test(
    "dates as offices write them",
    arguments: [
      ("2026-09-11", "2026-09-11"), ("11-9-2026", "2026-09-11"), ("20260911", "2026-09-11"),
      ("11 sep 2026", "2026-09-11"),
      ("1980", "1980"), ("00-00-1980", "1980"), ("19800000", "1980"), ("03-1980", "1980-03"),
      ("11/09/2026 00:00", "2026-09-11"),
    ])
  func dates(text: String, date: String) { #expect(Fields.date(text).value?.description == date) }

  @Test("dates that could mean two things are not guessed", arguments: ["11-9-26", "2026-13-01", "30-2-2026", "45910"])
  func noDates(text: String) { #expect(Fields.date(text).rejection != nil) }

  @Test("numbers lose their marks and get back the zero a spreadsheet ate")
  func numbers() {
    #expect(Fields.vNumber("999.000.0011").value?.rawValue == "9990000011")
    #expect(Fields.vNumber("123456789").value?.rawValue == "0123456789")
    #expect(Fields.vNumber("123456789").repair != nil)
    #expect(Fields.bsn("9999 00 109").value?.rawValue == "999900109")
    #expect(Fields.bsn("10000008").value?.rawValue == "010000008")
    #expect(Fields.bsn("999900108").rejection != nil)
    #expect(Fields.vNumber("1,23E+09").rejection != nil)
    #expect(Fields.bsn("onbekend") == .empty)
  }

  @Test("words for sex, relation and permit")
  func words() {
    #expect(Fields.sex("Vrouw").value == .female)
    #expect(Fields.relation("dochter").value == .child)
    #expect(Fields.permit("26").value == .temporary)
    #expect(Fields.permit("asiel onbepaalde tijd").value == .permanent)
    #expect(Fields.permit("nareis").value == .derived)
    #expect(Fields.permit("21").rejection != nil)
  }

  @Test("needs are a closed list; what is not on it is said and left out")
  func needs() {
    let reading = Fields.needs("4 kamers, begane grond; hartpatiënt")
    #expect(reading.value?.needs == Needs(rooms: 4, features: [.groundFloor]))
    #expect(reading.value?.unknown == ["hartpatiënt"])
    #expect(reading.repair?.nl.contains("hartpatiënt") == true)
  }

  @Test("hard criteria have a place, as a code where it is a municipality")
  func criteria() {
    #expect(
      Fields.criteria("behandeling Utrecht; baan; familie: Klein Zwitserland").value == [
        Criterion(.treatment, place: "GM0344"), Criterion(.job), Criterion(.family, place: "Klein Zwitserland"),
      ])
  }
}
