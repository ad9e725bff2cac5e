import Journey
import Testing

@testable import Exchange

@Suite("A list of people")
struct PeopleFileTests {
  private func read(_ text: String) throws -> PeopleReading {
    try PeopleFile.read(CsvReader(bytes: Array(text.utf8)), .builtIn)
  }

  @Test("columns go by their Dutch or English names, a party by its name, a municipality by what people call it")
  func reads() throws {
    let reading = try read(
      """
      partij;organisatie;naam;functie;telefoon;mail;gemeente
      Corporatie;Mitros;M. de Wit;woonconsulent;030-1234567;m.dewit@mitros.example;Utrecht
      province;Provincie Utrecht;P. Vos;;;;PV26
      ministry;;A. Prins;;;;
      """)
    #expect(reading.mistakes.isEmpty && reading.rows == 3)
    #expect(
      reading.cards.first
        == PartnerCard(
          Contact(.corporation, organisation: "Mitros", name: "M. de Wit"), function: "woonconsulent",
          phone: "030-1234567", mail: "m.dewit@mitros.example", area: "GM0344"))
    #expect(reading.cards.map(\.area) == ["GM0344", "PV26", "NL"])
  }

  @Test("each mistake is said with its line, and then nobody is taken in")
  func mistakes() throws {
    let reading = try read(
      "party,name,municipality\ncorporation,,Utrecht\nbank,A. Bos,Utrecht\ncoa,A. Bos,Verweg\ncoa,B. Bos,NL\ncoa,B. Bos,NL\n"
    )
    #expect(reading.cards.isEmpty)
    #expect(reading.mistakes.map(\.line) == [2, 3, 4, 6])
  }

  @Test("a file without the column that says who, or without rows, is refused")
  func empty() throws {
    #expect(throws: CsvFailure.self) { try read("party,phone\ncoa,1\n") }
    #expect(try read("party,name\n").mistakes.count == 1)
  }
}
