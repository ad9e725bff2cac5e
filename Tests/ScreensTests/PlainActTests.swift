import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Prompts and lines: taking back, and many")
struct PlainActTests {
  let stage: PlainStage

  init() throws { stage = try PlainStage() }

  @Test("undo, redo, taking back a line and correcting one work on what was said")
  func undo() throws {
    let (reading, _) = stage.run("1", "notitie", "Gebelt", ".", "", "", "u", "opnieuw")
    #expect(reading.says("Ongedaan gemaakt: notitie"))
    #expect(reading.says("Opnieuw gedaan: notitie"))
    let dossier = try #require(try stage.theatre.casebook.dossier(DossierID(year: 2026, serial: 1)))
    let note = try #require(dossier.story.last { $0.body == .noteAdded(.init("Gebelt")) })
    #expect(!dossier.takenBack.contains(note.id))
    let place = try number(of: "Gebelt")
    stage.run("regels 30", "1", "corrigeren \(place)", "Gebeld", ".", "", "", "")
    let corrected = try #require(try stage.theatre.casebook.dossier(dossier.id))
    #expect(corrected.effective(note).body == .noteAdded(.init("Gebeld")))
    stage.run("1", "notitie", "Nog iets", ".", "", "")
    let other = try #require(try stage.story().last)
    stage.run("regels 30", "1", "regel terugnemen \(try number(of: "Nog iets"))")
    #expect(try stage.theatre.casebook.dossier(dossier.id)?.takenBack.contains(other.id) == true)
  }

  /// The number with which the line of the story is said that has this text.
  private func number(of text: String) throws -> Int {
    let line = try #require(stage.run("regels 30", "1").reading.said.first { $0.contains(text) })
    return try #require(Int(line.prefix { $0.isNumber }))
  }

  @Test("numbers are read out in full after it is recorded that they were")
  func showNumber() throws {
    let (reading, _) = stage.run("1", "nummers tonen", "2")
    #expect(reading.says("V-nummer 1234567892."))
    #expect(!reading.says("V-nummer 1234567891."))
    #expect(try stage.story().last?.body.kind == .numberShown)
  }

  @Test("what was done in one visit is taken back in the next, also in many")
  func later() throws {
    stage.run("dossiers", "markeer alle", "notitie", "brief", ".", "", "ja")
    let (reading, _) = stage.run("u")
    #expect(reading.says("4 dossiers"))
    #expect(try stage.story().last?.body.takesBack == true)
  }

  @Test("marked ones are done together after hearing what it comes to")
  func many() throws {
    let (reading, _) = stage.run("dossiers", "markeer 1", "markeer 2", "notitie", "brief", ".", "", "ja", "u")
    #expect(reading.says("AL-HASSAN, Rima. 1 gemarkeerd.") && reading.says("Notitie, 2 dossiers."))
    #expect(reading.says("Vastleggen? ja of leeg."))
    #expect(reading.says("2 dossiers bewaard"))
  }
}
