import Casebook
import Demo
import Foundation
import Journey
import Testing

@testable import Screens

@Suite("The guided tour as prompts and lines")
struct PlainTourTests {
  /// Those that are told there.
  private static let steps = TourStep.all.filter { $0.typed != nil }

  private func hear(_ lines: [String], in language: Language = .nl) throws -> Reading {
    let folder = FileManager.default.temporaryDirectory.appending(path: "thuis-screens-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let casebook = try Casebook.open(folder.appending(path: "casebook.sqlite").path)
    var stories = [Town(today: Theatre.today, rules: .builtIn).stories]
    try casebook.load(rules: .builtIn) { stories.popLast() }
    var setting = Setting(
      casebook: casebook, rules: .builtIn, language: language, user: Town.caseworker, today: { Theatre.today })
    setting.tour = Town.municipality
    let reading = Reading(lines)
    _ = PlainProgram.run(setting, on: reading.console, resumes: false)
    return reading
  }

  @Test("whoever types what each step says hears that it is done, to the last", arguments: Language.allCases)
  func walk(_ language: Language) throws {
    let reading = try hear(Self.steps.flatMap { $0.typed?.lines(language) ?? [] }, in: language)
    let count = Self.steps.count
    for (index, step) in Self.steps.enumerated() {
      let typed = try #require(step.typed)
      let head = Phrase("Stap \(index + 1) van \(count). ", "Step \(index + 1) of \(count). ")[language]
      #expect(reading.says(head + typed.what[language]), "\(reading.said.suffix(12))")
      #expect(reading.says(step.why[language]))
    }
    #expect(reading.said.count { $0 == Phrase("Gedaan.", "Done.")[language] } == count)
    #expect(reading.says(TourStep.end.why[language]))
  }

  @Test("a step is passed over by name, said again where one goes back or types nothing, and neither is doing it")
  func passing() throws {
    let reading = try hear(["volgende stap", "vorige stap", ""])
    #expect(reading.said.count { $0.hasPrefix("Stap 1 van ") } == 3)
    #expect(reading.said.count { $0.hasPrefix("Stap 2 van ") } == 1)
    #expect(!reading.says("Gedaan."))
  }

  @Test("without a tour nothing of it is said")
  func alone() throws {
    let (reading, _) = try PlainStage().run("1", "", "q")
    #expect(!reading.said.contains { $0.hasPrefix("Stap ") })
  }
}
