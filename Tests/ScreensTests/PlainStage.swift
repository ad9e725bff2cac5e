import Casebook
import Journey
import Testing

@testable import Screens

/// Lines in, lines out.
final class Reading {
  var lines: [String]
  var said: [String] = []
  /// Before the line at that place is read.
  var meanwhile: [Int: () throws -> Void] = [:]
  private var read = 0

  init(_ lines: [String]) { self.lines = lines }

  var console: Console {
    Console(
      read: {
        guard self.read < self.lines.count else { return nil }
        try? self.meanwhile[self.read]?()
        self.read += 1
        return self.lines[self.read - 1]
      }, write: { self.said.append($0) })
  }

  var text: String { said.joined(separator: "\n") }
  func says(_ part: String) -> Bool { said.contains { $0.contains(part) } }
}

/// The small casebook, worked by lines.
struct PlainStage {
  let theatre: Theatre

  init(filling: Theatre.Filling = .field) throws { theatre = try Theatre(filling: filling) }

  @discardableResult
  func run(
    _ lines: String..., in language: Language = .nl, resumes: Bool = false,
    meanwhile: [Int: () throws -> Void] = [:]
  ) -> (reading: Reading, status: Int32) {
    let reading = Reading(lines)
    reading.meanwhile = meanwhile
    let setting = Setting(
      casebook: theatre.casebook, rules: .builtIn, language: language, user: "j.bakker", today: { Theatre.today })
    let status = PlainProgram.run(setting, on: reading.console, resumes: resumes)
    return (reading, status)
  }

  func story(_ number: Int = 1) throws -> [Event] {
    try #require(try theatre.casebook.dossier(DossierID(year: 2026, serial: number))).story
  }

  /// Somebody else records this in the first dossier.
  func other(_ body: Event.Body) throws {
    let casebook = try Casebook.open(theatre.folder.appendingPathComponent("casebook.sqlite").path)
    let id = DossierID(year: 2026, serial: 1)
    let seen = try #require(try casebook.dossier(id)).sequence
    _ = try casebook.perform(
      .record(body, on: Theatre.today), on: id, seen: seen, by: Actor("a.ander"), source: .command, rules: .builtIn,
      today: Theatre.today)
  }
}
