import Journey
import Testing

@testable import Exchange

private let register = """
  columns:
    achternaam: geslachtsnaam
    nationaliteit: {column: nationaliteiten, separator: "|"}
    vergunning: {column: verblijfstitels, separator: "|"}
  constants:
    vergunning_datum: 2026-01-01
  values:
    geslacht: {W: vrouw}
  filters:
    - column: verblijfstitels
      separator: "|"
      accept: ["26", "27"]
      reason: residence-title
  ignore: [a_nummer]
  """

@Suite("Maps of other offices' columns")
struct ColumnMapTests {
  @Test("asylum permits come in, other titles are skipped by name")
  func titles() throws {
    let map = try ColumnMap.read(register).get()
    var desk = MemoryDesk()
    let text = """
      bsn,a_nummer,geslachtsnaam,geslacht,nationaliteiten,verblijfstitels
      999900109,1,Haddad,W,0336|0052,26|21|98
      999900110,2,Smit,M,0001,21|26
      999900122,3,Jansen,M,0001,

      """
    let outcome = try bring(text, into: &desk, map: map)
    #expect(outcome.rows.map(\.outcome.code) == ["created", "skipped", "skipped"])
    #expect(outcome.report.unknownColumns.isEmpty)
    guard case .skipped(let why) = outcome.row(3)?.outcome else { throw Unexpected() }
    #expect(why.nl.contains("regulier") && why.nl.contains("eerder 26"))
    let dossier = try #require(desk.all.first)
    #expect(dossier.permit?.kind == .temporary)
    #expect(dossier.persons[0].sex == .female)
    #expect(dossier.persons[0].nationality == "0336")
  }

  @Test(
    "a mistake in a map is told with its line",
    arguments: [
      ("columns:\n  schoenmaat: x\n", 2), ("kolommen: {}\n", 1), ("filters:\n  - accept: [a]\n", 2),
      ("columns:\n  bsn: {colum: x}\n", 2), ("columns: [\n", 2), ("values:\n  geslacht: 3\n", 2),
    ])
  func mistakes(text: String, line: Int) {
    guard case .failure(let mistakes) = ColumnMap.read(text) else {
      Issue.record("no mistake found")
      return
    }
    #expect(mistakes.list.first?.line == line, "\(mistakes.list)")
  }

  @Test("every column has a Dutch and an English name")
  func names() {
    for column in Column.allCases { #expect(Column.named(column.rawValue.uppercased()) == column) }
    #expect(Column.named("Date of birth") == .birth)
    #expect(Column.named("tussenvoegsel") == .prefix)
  }
}
