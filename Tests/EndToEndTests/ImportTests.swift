import Foundation
import Glibc
import Testing

@Suite("A long import", .serialized)
struct ImportTests {
  let place: Workplace
  let file: String

  init() throws {
    place = try Workplace()
    file = place.folder.appending(path: "lang.csv").path
    let rows = (0..<40_000).map { "Tesfay;\(2_900_000_000 + $0)\n" }
    try ("achternaam;v_nummer\n" + rows.joined()).write(toFile: file, atomically: true, encoding: .utf8)
  }

  @Test("at a terminal it says how far it is, and Esc ends it: what is reported is what is stored")
  func escape() throws {
    let terminal = try TerminalUnderTest(place, ["import", file])
    try terminal.waitForText("/s")
    #expect(terminal.text.contains("rijen") && terminal.text.contains("%"))
    #expect(!terminal.isRestored)
    terminal.send("\u{1B}[A")
    terminal.send("\u{1B}")
    #expect(try terminal.waitForExit() == 130)
    #expect(terminal.isRestored)
    let told = try #require(terminal.text.firstMatch(of: /dossiers: ([0-9.]+) nieuw/))
    let created = try #require(Int(told.1.filter { $0 != "." }))
    #expect(created > 0 && created < 40_000)
    #expect(try place.list(limit: 0).count == created)
    #expect(try place.thuis("check").status == 0)
  }

  @Test("whatever ends it, the terminal is as it was", arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func ended(signal: Int32) throws {
    let terminal = try TerminalUnderTest(place, ["import", file, "--format", "json"])
    try terminal.waitForText("rijen")
    #expect(!terminal.isRestored)
    kill(terminal.process, signal)
    #expect(try terminal.waitForExit() == 128 + signal)
    #expect(terminal.isRestored)
  }

  @Test("without a terminal there is no bar")
  func noTerminal() throws {
    let short = place.folder.appending(path: "kort.csv").path
    try "achternaam;v_nummer\nTesfay;2900000001\n".write(toFile: short, atomically: true, encoding: .utf8)
    let result = try place.thuis("import", short)
    #expect(result.status == 0)
    #expect(result.complaint.isEmpty)
    let hostile = place.folder.appending(path: "vreemd.csv").path
    try "achternaam;kleur\u{1B}[31m\nTest\u{1B}[2J;x\n".write(toFile: hostile, atomically: true, encoding: .utf8)
    let read = try place.thuis("import", hostile, "--dry-run")
    #expect(read.output.contains("Onbekende kolommen") && !(read.output + read.complaint).contains("\u{1B}"))
    let none = place.folder.appending(path: "none.sqlite").path
    let trial = try place.thuis("import", short, "--dry-run", "--casebook", none)
    #expect(trial.status == 0 && trial.output.contains("1 nieuw"))
    #expect(!FileManager.default.fileExists(atPath: none), "looking what would happen makes no casebook")
    #expect(try place.thuis("import", short).output.contains("bekend"))
  }
}
