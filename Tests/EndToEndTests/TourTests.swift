import Foundation
import Glibc
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("The guided tour at the terminal", .serialized)
struct TourTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  private func terminal(_ language: Language, rows: Int, columns: Int) throws -> TerminalUnderTest {
    try TerminalUnderTest(
      place, ["tour", "--lang", language.rawValue], rows: rows, columns: columns,
      extra: ["TMPDIR": place.folder.path, "THUIS_USER": ""])
  }

  /// What a terminal sends for it.
  private func bytes(_ key: Key) -> String {
    switch key {
    case .character(let letter): String(letter)
    case .control(let letter): String(Character(Unicode.Scalar(letter.asciiValue! & 0x1F)))
    case .enter: "\r"
    case .tab: "\t"
    case .escape: "\u{1B}"
    case .down: "\u{1B}[B"
    default: fatalError("the tour has no \(key)")
    }
  }

  /// What the tour made and did not take away.
  private var remains: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: place.folder.path) }
  }

  @Test(
    "whoever presses what each step says sees it ticked, to the last; then nothing of it is left",
    arguments: Language.allCases, [(24, 80), (40, 120)])
  func walk(language: Language, size: (rows: Int, columns: Int)) throws {
    let terminal = try terminal(language, rows: size.rows, columns: size.columns)
    try terminal.waitUntilIdle()
    for (index, step) in TourStep.all.enumerated() {
      try terminal.waitForText(step.what[language])
      let ticks = String(repeating: "✓", count: index) + "◉"
      try terminal.waitForText(ticks)
      for key in step.keys(language) { try terminal.press(bytes(key)) }
    }
    try terminal.waitForText(String(repeating: "✓", count: TourStep.all.count))
    try terminal.waitForText(TourStep.end.what[language])
    #expect(try !remains.isEmpty, "while it runs its casebook is there")
    try terminal.press(bytes(.escape))
    #expect(try terminal.leave() == 0)
    #expect(terminal.isRestored)
    #expect(try remains.isEmpty)
  }

  @Test("one's own casebook stays as it is, also when the tour is ended from outside")
  func own() throws {
    try place.fill(5)
    let before = try Data(contentsOf: URL(filePath: place.casebook))
    let files = try remains.sorted()
    let terminal = try terminal(.nl, rows: 24, columns: 80)
    try terminal.waitUntilIdle()
    try terminal.waitForText(TourStep.all[0].what.nl)
    try terminal.press("n")
    try terminal.press("een notitie")
    try terminal.press("\u{13}")
    kill(terminal.process, SIGTERM)
    #expect(try terminal.waitForExit() == 128 + SIGTERM)
    #expect(try Data(contentsOf: URL(filePath: place.casebook)) == before)
    #expect(try remains.sorted() == files)
  }

  @Test("a casebook cannot be given to it: that is wrong use, and it says so")
  func refused() throws {
    let result = try place.thuis("tour", "--casebook", place.casebook)
    #expect(result.status == 64)
    #expect(result.complaint.contains("--casebook"))
    #expect(!FileManager.default.fileExists(atPath: place.casebook))
  }

  @Test("without a terminal it says so, ends with 69 and leaves nothing")
  func noTerminal() throws {
    let result = try place.thuis("tour", "--lang", "nl", through: ["/usr/bin/env", "TMPDIR=" + place.folder.path])
    #expect(result.status == 69)
    #expect(result.complaint.contains("thuis tour --plain"))
    #expect(try remains.isEmpty)
  }

  @Test(
    "as prompts and lines it says each step, sends no escape sequence, and leaves nothing", arguments: [false, true])
  func plain(isAsked: Bool) throws {
    let process = Process()
    let (input, output, complaint) = (Pipe(), Pipe(), Pipe())
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = ["tour", "--lang", "nl"] + (isAsked ? ["--plain"] : [])
    let more = ["TMPDIR": place.folder.path, "THUIS_USER": "", "ACCESSIBLE": isAsked ? "" : "1"]
    process.environment = place.environment.merging(more) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, complaint)
    try process.run()
    let steps = TourStep.all.compactMap(\.typed)
    let lines = steps.prefix(3).flatMap { $0.lines(.nl) } + ["stop"]
    input.fileHandleForWriting.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    try input.fileHandleForWriting.close()
    let result = place.result(of: (process, output, complaint))
    #expect(result.status == 0 && result.complaint.isEmpty, "\(result.complaint)")
    for (index, step) in steps.prefix(4).enumerated() {
      #expect(result.output.contains("Stap \(index + 1) van \(steps.count). \(step.what.nl)"))
    }
    #expect(result.output.contains("Het verzonnen werkboek van de rondleiding is weer weg."))
    #expect(!result.output.unicodeScalars.contains { $0.value == 27 })
    #expect(try remains.isEmpty)
  }
}
