import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Prompts and lines: others at work")
struct PlainTogetherTests {
  let stage: PlainStage

  init() throws { stage = try PlainStage() }

  @Test("what others did in the open dossier is said before anything is done with it")
  func news() {
    let (reading, _) = stage.run(
      "1", "notitie", "q", meanwhile: [1: { try stage.other(.noteAdded(.init("Ik was eerst"))) }])
    let news = reading.said.firstIndex { $0 == "a.ander: Ik was eerst" }
    let form = reading.said.firstIndex { $0.hasPrefix("Notitie, AL-HASSAN") }
    #expect(news != nil && form != nil && news! < form!)
  }

  @Test("when somebody else made it impossible both versions are said and what was typed is kept")
  func conflict() throws {
    let code = Rulebook.builtIn.blockers[0].code
    let (reading, status) = stage.run(
      "1", "knelpunt opgelost", "", "Het hielp", ".", "", "", "q", "q",
      meanwhile: [5: { try stage.other(.blockerCleared(.init(code, "al weg"))) }])
    #expect(reading.says("Intussen:"))
    #expect(reading.says("a.ander: "))
    #expect(reading.says("Wat hielp: Het hielp"))
    #expect(status == 0)
  }
}
