import Journey
import Quota
import Testing

@testable import Exchange

@Suite("Lists about the task")
struct QuotaFilesTests {
  static func population(_ text: String) throws -> QuotaReading {
    try QuotaFiles.population(CsvReader(bytes: Array(text.utf8)), year: 2025, source: "test")
  }

  static func targets(_ text: String) throws -> QuotaReading {
    try QuotaFiles.targets(
      CsvReader(bytes: Array(text.utf8)), period: HalfYear(2026, 2), referenceDate: Day(2026, 11, 1)!, source: "test",
      today: Day(2026, 11, 23)!)
  }

  /// Every municipality with as many inhabitants as in 2022.
  static var country: String {
    "code;name;province;inhabitants\n"
      + Reference.municipalities.map { "\($0.code);\($0.name);x;\($0.inhabitants2022)" }.joined(separator: "\n")
  }

  @Test("a list of the whole country becomes one posting, with the country as its sum; other columns are ignored")
  func whole() throws {
    let reading = try Self.population(Self.country)
    #expect(reading.mistakes.isEmpty && reading.notes.isEmpty)
    #expect(reading.rows == 342)
    guard case .population(let list)? = reading.bodies.first else {
      Issue.record("no posting")
      return
    }
    #expect(list.national == 17_590_672)
    #expect(list.inhabitants.rows["GM0344"] == Reference.municipality(code: "GM0344")?.inhabitants2022)
  }

  @Test("a list of a few says that there is no total, unless it has a row NL")
  func few() throws {
    let few = try Self.population("code,name,inhabitants\nGM0344,Utrecht,360000\n0355,Zeist,65000\n")
    #expect(few.mistakes.isEmpty)
    #expect(few.notes.count == 1 && few.notes[0].words.nl.contains("340"))
    let total = try Self.population("code,name,inhabitants\nNL,Nederland,17.942.942\nGM0344,Utrecht,360000\n")
    #expect(total.notes.isEmpty)
    guard case .population(let list)? = total.bodies.first else {
      Issue.record("no posting")
      return
    }
    #expect(list.national == 17_942_942)
  }

  @Test("former municipalities are added to the one they ended up in, and it is said")
  func former() throws {
    let reading = try Self.targets("code,target\nGM0501,3\nGM1992,40\n")
    #expect(reading.mistakes.isEmpty)
    #expect(reading.notes.count == 1 && reading.notes[0].line == 2)
    guard case .targets(let list)? = reading.bodies.first else {
      Issue.record("no posting")
      return
    }
    #expect(list.rows.rows == ["GM1992": .init(target: 43)])
  }

  @Test(
    "a mistake names its line, the column and what was expected; then nothing is posted",
    arguments: [
      ("code,name,inhabitants\nGM0344,Utrecht,veel\n", 2, "inhabitants", "geheel"),
      ("code,name,inhabitants\nGM0344,Utrecht,\n", 2, "inhabitants", "leeg"),
      ("code,name,inhabitants\nGM0344,Utrecht,-5\n", 2, "inhabitants", "verwacht"),
      ("code,name,inhabitants\nGM0344,Utrecht,5\nGM9999,Nergens,5\n", 3, "code", "GM0344"),
      ("code,name,inhabitants\nGM0344,Utrecht,5\n\nGM0344,Utrecht,5\n", 4, "code", "regel 2"),
      ("code,name,inhabitants\nGM0501,Brielle,5\nGM0501,Brielle,5\n", 3, "code", "regel 2"),
      ("code,name,inhabitants\n", 1, "", "geen rij"),
    ])
  func mistakes(text: String, line: Int, column: String, word: String) throws {
    let reading = try Self.population(text)
    #expect(reading.bodies.isEmpty)
    #expect(reading.mistakes.map(\.line) == [line])
    #expect(reading.mistakes.first?.column == column)
    #expect(reading.mistakes.first?.words.nl.contains(word == "geheel" ? "een heel getal" : word) == true)
  }

  @Test("a name beside the code of another municipality is a mistake of its line; a former or other spelling is none")
  func otherName() throws {
    let wrong = try Self.targets("code;naam;doel\nGM0344;Zeist;30\nGM0501;Amersfoort;3\n")
    #expect(wrong.bodies.isEmpty && wrong.mistakes.map(\.line) == [2, 3])
    #expect(wrong.mistakes.first?.words.nl == "GM0344 is Utrecht, de lijst zegt Zeist")
    #expect(wrong.mistakes.last?.words.en == "GM0501 is Brielle, the list says Amersfoort")
    #expect(wrong.mistakes.map(\.column) == ["naam", "naam"])
    let right = try Self.targets(
      "code;naam;doel\nGM0344;Vleuten-De Meern;30\n0518;Den Haag;9\nGM0355;gemeente zeist;3\nGM0307;Samen;4\n")
    #expect(right.mistakes.isEmpty && right.rows == 4)
  }

  @Test("a reference date that is still to come is a mistake of its line")
  func toCome() throws {
    let reading = try Self.targets(
      "code;target;peildatum\nGM0344;276;2026-11-01\nGM0355;50;2027-10-01\n")
    #expect(reading.bodies.isEmpty && reading.mistakes.map(\.line) == [3])
    #expect(reading.mistakes.first?.column == "peildatum")
    #expect(reading.mistakes.first?.words.nl.contains("moet nog komen") == true)
  }

  @Test("a list without a column that must be there is refused with the columns it has")
  func columns() {
    #expect(throws: CsvFailure.missingColumn("inhabitants", found: ["code", "name"])) {
      try Self.population("code,name\nGM0344,Utrecht\n")
    }
  }

  @Test(
    "targets come with balance, realisation and links where the list has them, and a posting for each reference date")
  func published() throws {
    let reading = try Self.targets(
      "gemeentecode;naam;taakstelling;saldo;gerealiseerd;gekoppeld;peildatum\nGM0344;Utrecht;276;-41;188;402;2026-11-01\nGM0355;Zeist;50;+6;;;2026-10-01\n"
    )
    #expect(reading.mistakes.isEmpty)
    #expect(
      reading.bodies == [
        .targets(
          .init(
            HalfYear(2026, 2), referenceDate: Day(2026, 10, 1)!, ["GM0355": .init(target: 50, balanceBefore: 6)],
            source: "test")),
        .targets(
          .init(
            HalfYear(2026, 2), referenceDate: Day(2026, 11, 1)!,
            ["GM0344": .init(target: 276, balanceBefore: -41, realised: 188, onTheWay: 402)], source: "test")),
      ])
  }

  @Test("a municipality may stand in a list once for each reference date, not twice for one")
  func severalDates() throws {
    let list = "code;target;gerealiseerd;peildatum\nGM0344;276;100;2026-10-01\nGM0344;276;188;2026-11-01\n"
    let reading = try Self.targets(list)
    #expect(reading.mistakes.isEmpty)
    let expected = [(10, 100), (11, 188)].map { (month: Int, realised: Int) -> TaskEvent.Body in
      let rows: [String: TaskEvent.PublishedRow] = ["GM0344": .init(target: 276, realised: realised)]
      return .targets(
        .init(HalfYear(2026, 2), referenceDate: Day(2026, month, 1)!, rows, source: "test"))
    }
    #expect(reading.bodies == expected)
    let twice = try Self.targets(list + "GM0344;276;188;2026-11-01\n")
    #expect(twice.bodies.isEmpty && twice.mistakes.map(\.line) == [4])
    #expect(twice.mistakes.first?.words.nl.contains("regel 3") == true)
  }

  @Test("the national series is one posting, half-years written either way")
  func national() throws {
    let text =
      "half_year,target,target_incl_balance,realised,balance_at_end,source\n2022H2,13500,15333,17126,1793,kamer\n2023-I,21200,19418,14296,-5122,kamer\n"
    let reading = try QuotaFiles.national(CsvReader(bytes: Array(text.utf8)))
    guard case .nationalSeries(let series)? = reading.bodies.first else {
      Issue.record("no posting")
      return
    }
    #expect(series.rows.map(\.period) == [HalfYear(2022, 2), HalfYear(2023, 1)])
    #expect(series.rows.map(\.task) == [15_333, 19_418] && series.rows.map(\.balance) == [1_793, -5_122])
    let wrong = try QuotaFiles.national(CsvReader(bytes: Array("half_year,target\nnajaar,3\n".utf8)))
    #expect(wrong.mistakes.map(\.line) == [2] && wrong.bodies.isEmpty)
  }

  @Test("links by the reference date are read")
  func links() throws {
    let reading = try QuotaFiles.links(
      CsvReader(bytes: Array("code,linked\nGM0344,42\n".utf8)), period: HalfYear(2026, 2),
      referenceDate: Day(2026, 10, 1)!, source: "")
    #expect(
      reading.bodies == [.links(.init(HalfYear(2026, 2), referenceDate: Day(2026, 10, 1)!, ["GM0344": 42]))])
  }
}
