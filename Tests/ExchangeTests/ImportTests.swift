import Foundation
import Journey
import Testing

@testable import Exchange

private let head = "huishouden;v_nummer;bsn;voornamen;achternaam;geboortedatum;relatie;vergunning;vergunning_datum"
private let two = """
  \(head);koppeling_gemeente;koppeling_datum;verhuis_datum;opmerking
  A;9990000011;999900109;Rima;Al-Hassan;21-3-1988;hoofd;asiel;12-1-2026;Amersfoort;16-3-2026;;belt graag
  A;9990000012;999900110;Omar;Al-Hassan;1985;partner;;;;;;
  B;9990000021;;Yonas;Tesfay;14-6-1999;;;;;;;

  """

@Suite("Importing households")
struct ImportTests {
  @Test("rows with the same huishouden become one dossier with its story in order of date")
  func household() throws {
    var desk = MemoryDesk()
    let outcome = try bring(two, into: &desk)
    #expect(outcome.report.count("created") == 3)
    #expect(outcome.report.isClean)
    let family = try #require(desk.all.first)
    #expect(family.persons.map(\.given) == ["Rima", "Omar"])
    #expect(family.persons[1].birth?.description == "1985")
    #expect(family.stage == .linked)
    #expect(family.municipality == "GM0307")
    #expect(family.story.map(\.body.kind) == [.registered, .permitGranted, .linked, .noteAdded])
    #expect(desk.all.count == 2)
  }

  @Test("the same file twice changes nothing, also for people without a number")
  func twice() throws {
    var desk = MemoryDesk()
    let text = two + "C;;;Anna;Zonder;;;;;;;;\n"
    _ = try bring(text, into: &desk)
    let before = desk.eventCount
    let outcome = try bring(text, into: &desk)
    #expect(outcome.report.count("matched") == 4)
    #expect(desk.eventCount == before)
    #expect(desk.all.count == 3)
  }

  @Test("a later file adds what is new: a link, a BSN, another phone")
  func later() throws {
    var desk = MemoryDesk()
    _ = try bring(two, into: &desk)
    let newer = """
      \(head);telefoon
      B;9990000021;999900122;Yonas;Tesfay;14-6-1999;;asiel;1-2-2026;0612345678

      """
    let outcome = try bring(newer, into: &desk)
    #expect(outcome.row(2)?.outcome.code == "updated")
    let yonas = desk.all[1].persons[0]
    #expect(yonas.bsn?.rawValue == "999900122")
    #expect(yonas.phone == "0612345678")
    #expect(desk.all[1].permit != nil)
  }

  @Test("an old list does not bring back what was changed in the dossier since")
  func stale() throws {
    var desk = MemoryDesk()
    _ = try bring(two, into: &desk)
    var person = desk.all[1].persons[0]
    person.given = "Yohannes"
    try desk.append([.init(testDay, .personChanged(.init(person)))], to: desk.all[1])
    #expect(try bring(two, into: &desk).report.count("matched") == 3)
    #expect(desk.all[1].persons[0].given == "Yohannes")
  }

  @Test("rows of one household that stand apart are joined")
  func apart() throws {
    var desk = MemoryDesk()
    let rows = two.split(separator: "\n").map(String.init)
    let text = [rows[0], rows[1], rows[3], rows[2]].joined(separator: "\r\n")
    let outcome = try bring(text, into: &desk)
    #expect(outcome.rows.map(\.line) == [2, 4, 3])
    #expect(desk.all.map(\.persons.count) == [2, 1])
  }

  @Test("rows apart are joined in UTF-16 too")
  func apartInUtf16() throws {
    var desk = MemoryDesk()
    let rows = two.split(separator: "\n").map(String.init)
    let text = [rows[0], rows[1], rows[3], rows[2]].joined(separator: "\r\n")
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    _ = try bring(bytes, into: &desk)
    #expect(desk.all.map(\.persons.count) == [2, 1])
  }

  @Test("one wrong cell keeps the whole household out, with line, column and reason")
  func rejected() throws {
    var desk = MemoryDesk()
    let outcome = try bring(two.replacing("999900110", with: "999900111"), into: &desk)
    guard case .rejected(let column, _) = outcome.row(3)?.outcome else { throw Unexpected() }
    #expect(column == "bsn")
    guard case .rejected(_, let why) = outcome.row(2)?.outcome else { throw Unexpected() }
    #expect(why.nl.contains("regel 3"))
    #expect(desk.all.count == 1)
  }

  @Test("what the rules refuse is rejected at the column that asks for it")
  func refused() throws {
    var desk = MemoryDesk()
    let text = two.replacing("16-3-2026;;belt", with: "16-3-2026;1-5-2026;belt")
    guard case .rejected(let column, let why) = try bring(text, into: &desk).row(2)?.outcome else { throw Unexpected() }
    #expect(column == "verhuis_datum")
    #expect(why.nl.contains("huurcontract"))
    #expect(desk.all.count == 1)
  }

  @Test("the same name and birth date without a number is a doubt, not a guess")
  func doubt() throws {
    var desk = MemoryDesk()
    _ = try bring(two, into: &desk)
    let outcome = try bring("achternaam;voornamen;geboortedatum\nTésfay;Yonas;1999-06-14\n", into: &desk)
    guard case .doubtful(_, let candidates) = outcome.row(2)?.outcome else { throw Unexpected() }
    #expect(candidates == [desk.all[1].id])
    #expect(desk.all.count == 2)
  }

  @Test("a name alone, from another file, is a doubt: it may be somebody else")
  func nameAlone() throws {
    var desk = MemoryDesk()
    _ = try bring("\(head)\n1;;;Ali;Ahmed;;hoofd;;\n", into: &desk)
    let outcome = try bring("\(head)\n1;;;Ali;Ahmed;;hoofd;asiel;1-2-2026\n", into: &desk)
    #expect(outcome.report.count("doubtful") == 1)
    #expect(desk.all.count == 1)
  }

  @Test("two rows of one name and nothing else are not taken for one person")
  func twins() throws {
    var desk = MemoryDesk()
    let outcome = try bring("\(head)\n;;;Ali;Omar;;;;\n;;;Ali;Omar;;;;\n", into: &desk)
    #expect(outcome.report.count("created") == 1)
    #expect(outcome.report.count("doubtful") == 1)
  }

  @Test("numbers of two dossiers in one household are a doubt")
  func spread() throws {
    var desk = MemoryDesk()
    _ = try bring(two, into: &desk)
    #expect(try bring(two.replacing("B;", with: "A;"), into: &desk).report.count("doubtful") == 3)
  }

  @Test("somebody new in a known household joins its dossier")
  func newcomer() throws {
    var desk = MemoryDesk()
    _ = try bring(two, into: &desk)
    let text = two.replacing("B;9990000021;;Yonas", with: "A;9990000099;;Sami").replacing("Tesfay", with: "Al-Hassan")
    _ = try bring(text, into: &desk)
    #expect(desk.all[0].persons.map(\.given) == ["Rima", "Omar", "Sami"])
    let before = desk.eventCount
    _ = try bring(text, into: &desk)
    #expect(desk.eventCount == before)
  }

  @Test("a whole way home in one row")
  func wholeWay() throws {
    var desk = MemoryDesk()
    let text = """
      surname,bsn,permit,permit_date,needs,link_municipality,link_date,offer_date,lease_date,move_date
      Tesfay,999900122,26,2025-11-03,lift,Den Haag,2025-12-15,2026-03-09,2026-03-16,2026-04-01

      """
    let outcome = try bring(text, into: &desk)
    #expect(outcome.report.isClean, "\(outcome.report.text(.en))")
    #expect(desk.all.first?.stage == .housed)
    #expect(desk.all.first?.realised == Day(2026, 4, 1))
  }

  @Test("a trial run tells the same and stores nothing")
  func trial() throws {
    var desk = MemoryDesk()
    let outcome = try bring(two, into: &desk, dryRun: true)
    #expect(outcome.report.count("created") == 3)
    #expect(desk.all.isEmpty)
  }

  @Test("unknown columns are named, and a file without achternaam is refused")
  func columns() throws {
    var desk = MemoryDesk()
    #expect(try bring("achternaam;schoenmaat\nA;43\n", into: &desk).report.unknownColumns == ["schoenmaat"])
    #expect(throws: CsvFailure.missingColumn("achternaam", found: ["a", "b"])) { try bring("a;b\n1;2\n", into: &desk) }
  }

  @Test("zeros that a spreadsheet ate come back, and the report says so")
  func repairs() throws {
    var desk = MemoryDesk()
    let outcome = try bring("achternaam;v_nummer\nA;990000021\n", into: &desk)
    #expect(desk.all.first?.persons.first?.vNumber?.rawValue == "0990000021")
    #expect(outcome.report.repairs.map(\.column) == ["v_nummer"])
  }

  @Test("cancelling keeps what was stored, and the same file goes on from there")
  func cancelled() throws {
    var desk = MemoryDesk()
    let text = "achternaam;v_nummer\n" + (0..<40).map { "A;99900000\($0 + 10)\n" }.joined()
    var asked = 0
    let outcome = try bring(Array(text.utf8), into: &desk) { _ in
      asked += 1
      return asked < 2
    }
    guard case .cancelled = outcome.report.stop else { throw Unexpected() }
    #expect(desk.all.count == 16)
    let rest = try bring(text, into: &desk)
    #expect(rest.report.count("matched") == 16)
    #expect(rest.report.count("created") == 24)
  }

  @Test("a casebook that cannot store stops the import; what is reported is what is stored")
  func full() throws {
    var desk = MemoryDesk()
    desk.room = 1
    let outcome = try bring(two, into: &desk)
    guard case .failed = outcome.report.stop else { throw Unexpected() }
    #expect(outcome.report.rows == 0 && outcome.rows.isEmpty)
    #expect(desk.all.isEmpty)
  }

  @Test("what did not go in is written with line, column and reason, and can be sent again")
  func rejects() throws {
    var desk = MemoryDesk()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("thuis-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let wrong = Array(two.replacing("999900110", with: "999900111").utf8)
    _ = try bring(wrong, into: &desk, rejects: path)
    var reader = try CsvReader(path: path)
    #expect(reader.header.suffix(3) == ["regel", "kolom", "reden"])
    var lines: [String] = []
    while let record = try reader.next() { lines.append(record[reader.header.count - 3]) }
    #expect(lines == ["2", "3"])
    let again = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try bring(again, into: &desk).report.unknownColumns.isEmpty)
  }

  @Test("a disk too full to write what did not go in is said, before anything is stored")
  func fullDisk() throws {
    var desk = MemoryDesk()
    do {
      _ = try bring(Array(two.utf8), into: &desk, rejects: "/dev/full")
      Issue.record("nothing was said")
    } catch let failure as CsvFailure {
      guard case .unwritable(path: "/dev/full", reason: _) = failure else { throw Unexpected() }
    }
    #expect(desk.all.isEmpty)
  }
}

struct Unexpected: Error {}
