import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Prompts and lines: the network")
struct PlainNetworkTests {
  @Test("in plain mode each person is a line in words, by number one comes to their dossiers")
  func plain() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    let (reading, _) = stage.run("netwerk", "1")
    #expect(reading.says("Netwerk, alle gemeenten, langst stil eerst."))
    #expect(reading.said.contains { $0.contains("Mitros") && $0.contains("wacht") })
    #expect(reading.says("Dossiers, alle dossiers"))
  }

  /// What is said with this number of the person on the first page of the network.
  private func number(of name: String, in stage: PlainStage, _ before: String...) throws -> String {
    let reading = Reading(["netwerk"] + before)
    let setting = Setting(
      casebook: stage.theatre.casebook, rules: .builtIn, language: .nl, user: "j.bakker", today: { Theatre.today })
    _ = PlainProgram.run(setting, on: reading.console, resumes: false)
    let line = try #require(reading.said.last { $0.contains(name) && $0.first?.isNumber == true }, "\(reading.text)")
    return String(line.prefix { $0.isNumber })
  }

  @Test("in plain mode a successor takes over with a look at it first, and ongedaan brings all of it back")
  func plainSuccession() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    try stage.theatre.meet()
    let wit = try number(of: "M. de Wit", in: stage)
    let (reading, _) = stage.run("netwerk", "opvolger \(wit)", "K. Bos", "", "", "", "", "ja", "ongedaan")
    #expect(reading.says("Vastleggen? ja of leeg."), "\(reading.text)")
    #expect(reading.said.contains { $0.hasPrefix("Opvolger") && $0.contains("bewaard") }, "\(reading.text)")
    #expect(reading.says("Ongedaan gemaakt"), "\(reading.text)")
  }

  @Test("in plain mode one is absent with a deputy, several are marked by number, and views, orders and gaps are said")
  func plainAll() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    try stage.theatre.meet()
    let bos = try number(of: "Mitros, K. Bos.", in: stage, "sorteer naam")
    let (away, _) = stage.run("netwerk", "sorteer naam", "afwezig \(bos)", "+4d", "R. Serve", "", "", "")
    #expect(away.says("Netwerk, alle gemeenten, op naam."))
    #expect(away.said.contains { $0.contains("Afwezig") && $0.contains("bewaard") }, "\(away.text)")
    let (marked, _) = stage.run(
      "netwerk", "sorteer naam", "markeer 1", "markeer tot hier 3", "afwezig 2", "markeringen weg", "sorteer termijn")
    #expect(marked.says("1 gemarkeerd.") && marked.says("3 gemarkeerd."))
    #expect(marked.says("Er zijn mensen gemarkeerd: dit geldt voor die."))
    #expect(marked.says("\"termijn\" is geen volgorde van mensen. Verwacht: stil, aanzet, reactie, afspraken, naam."))
    let (views, status) = stage.run("netwerk", "weergave niemand bij naam", "stop")
    #expect(views.says("Weergave niemand bij naam. Filter: naamloos.") && status == 0)
    let (kept, _) = stage.run(
      "netwerk", "zoek mitros", "bewaar weergave", "mitros", "2", "", "zoek -", "weergave mitros")
    #expect(
      kept.said.last { $0.hasPrefix("Netwerk, ") }?.contains("Weergave mitros. Filter: mitros.") == true, "\(kept.text)"
    )
  }

  @Test("in plain mode a number goes on meaning whom it was said with, on the next page and when others write too")
  func plainNumbers() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    try stage.theatre.meet()
    let (paged, _) = stage.run("netwerk", "sorteer naam", "regels 2", "verder", "markeer 1", "markeer 4")
    #expect(paged.said.contains { $0.hasPrefix("3 ") } && paged.says("2 gemarkeerd."), "\(paged.text)")
    let bos = try number(of: "Mitros, K. Bos.", in: stage, "sorteer naam")
    let (reading, _) = stage.run(
      "netwerk", "sorteer naam", "markeer \(bos)",
      meanwhile: [
        2: {
          let casebook = try Casebook.open(stage.theatre.folder.appendingPathComponent("casebook.sqlite").path)
          let card = PartnerCard(Contact(.corporation, organisation: "Portaal", name: "A. Aap"), area: "GM0344")
          try casebook.record(
            [PartnerEntry(nil, on: Theatre.today, .joined(card))], by: Actor("a.ander"), source: .command,
            rules: .builtIn, today: Theatre.today)
        }
      ])
    #expect(reading.said.contains { $0.contains("K. Bos") && $0.contains("1 gemarkeerd.") }, "\(reading.text)")
  }

  @Test("in plain mode a number says the connection of that municipality from country to town, with each break")
  func plainConnection() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    try stage.theatre.meet()
    let (reading, _) = stage.run(
      "netwerk", "land tot stad", "sorteer stil", "zoek gebroken", "zoek -", "land tot stad", "M utrecht",
      "land tot stad",
      "1", "mensen 1", "mensen van")
    #expect(reading.says("langst niet gesproken eerst") && reading.says("Filter: gebroken."), "\(reading.text)")
    #expect(reading.said.contains { $0.contains("Provincie") && $0.contains("P. Prins") }, "\(reading.text)")
    #expect(reading.said.contains { $0.contains("gesproken op") }, "\(reading.text)")
    #expect(reading.says("Netwerk, Utrecht"), "\(reading.text)")
  }
}
