import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Prompts and lines: reading")
struct PlainReadingTests {
  let stage: PlainStage

  init() throws { stage = try PlainStage() }

  @Test("a row is a sentence: who, how many, where, whose turn, until when, how silent, what holds it up")
  func row() {
    #expect(
      stage.run().reading.says(
        "1 AL-HASSAN, Rima, 3 personen. Woning zoeken. Wacht 24 dagen op Mitros (M. de Wit). Uiterlijk wo 2 sep, "
          + "5 dagen na vergunning: eerste inschrijving BRP (BSN) door gemeente (uw regie), 82 dagen te laat. "
          + "Stil: 24 dagen, te lang. "
          + "Knelpunt: geen passend formaat woning, begane grond."))
  }

  @Test("the end of the lines is a good end")
  func end() {
    #expect(stage.run().status == 0)
    #expect(stage.run("1", "notitie").status == 0)
  }

  @Test("q goes back a level and at last stops; what follows is not read")
  func quit() {
    let (reading, status) = stage.run("1", "q", "q", "foo")
    #expect(status == 0)
    #expect(!reading.says("foo"))
  }

  @Test("of a household that has the turn no name is missing")
  func householdsTurn() throws {
    let household = Contact(.household)
    try stage.other(.contactMade(.init(household, .phone, "gebeld", turn: household)))
    let (reading, _) = stage.run("1", "lees netwerk")
    #expect(reading.says("Huishouden, ") && !reading.says("naam onbekend"), "\(reading.text)")
    let theatre = stage.theatre
    theatre.press(.home, .enter)
    #expect(theatre.shell.model.opened?.people.contains { $0.contact.party == .household } == true)
    #expect(!theatre.frame(Size(columns: 200, rows: 60)).text.contains("naam onbekend"))
  }

  @Test("a number opens a dossier, and then a line of its story")
  func open() {
    let (reading, _) = stage.run("1", "5", "9")
    #expect(reading.says("2026-000001, AL-HASSAN, Rima, 3 personen."))
    #expect(reading.says("Woning zoeken sinds 14 sep, station 5 van 8, dag 87 van 98."))
    #expect(reading.says("82 dagen te laat: Eerste inschrijving BRP (BSN), Rima. Aan zet: u."))
    #expect(reading.says("Regel: "))
    #expect(reading.says("Vastgelegd: "))
  }

  @Test("each part of a dossier is read out by name; numbers end in their last digits")
  func parts() {
    let (reading, _) = stage.run("1", "lees huishouden", "lees netwerk", "lees woonbehoefte")
    #expect(reading.says("1 AL-HASSAN, Rima, hoofdpersoon, 38 jaar, vrouw, opvang, V-nummer eindigt op 891."))
    #expect(reading.says("Mitros, M. de Wit, "))
    #expect(reading.says("Harde criteria: behandeling Utrecht."))
  }

  @Test("whoever is heard has the numbers of the household too, each with whose it is")
  func phones() throws {
    let household = Contact(.household)
    try stage.other(.contactMade(.init(household, .phone, "gebeld", turn: household)))
    let dossier = try #require(try stage.theatre.casebook.dossier(DossierID(year: 2026, serial: 1)))
    var head = try #require(dossier.head)
    head.phone = "06 1234 5678"
    try stage.other(.personChanged(.init(head)))
    let (reading, _) = stage.run("1", "lees huishouden", "lees netwerk")
    #expect(reading.said.contains { $0.hasPrefix("1 AL-HASSAN, Rima") && $0.hasSuffix("telefoon 06 1234 5678.") })
    #expect(reading.says("Telefoon 06 1234 5678 (Rima)."), "\(reading.text)")
  }

  @Test("silence is counted as lists and the screen count it, also of whom nobody spoke to")
  func silence() {
    let (reading, _) = stage.run("1", "lees netwerk")
    #expect(
      reading.says("Mitros, M. de Wit, nog niet gesproken, aan zet, 24 dagen stil, te lang."), "\(reading.text)")
  }

  @Test("a list goes page by page, both ways, and says where it ends")
  func pages() {
    let (reading, _) = stage.run("mijn", "regels 2", "v", "v", "t", "t")
    #expect(reading.said.filter { $0.hasPrefix("1 AL-HASSAN") }.count == 4)
    #expect(reading.says("Dit is de laatste bladzijde."))
    #expect(reading.says("Dit is de eerste bladzijde."))
    #expect(reading.says("Meer: v of verder."))
  }

  @Test("a list is read out from its first row, wherever one was in it on the full screen")
  func fromTheFirst() throws {
    stage.theatre.press(.character("2"), .down, .down)
    stage.theatre.shell.keepPlace()
    let reading = stage.run(resumes: true).reading
    #expect(reading.says("Dossiers, ") && reading.said.contains { $0.hasPrefix("1 AL-HASSAN, Rima") })
    #expect(reading.said.contains { $0.hasPrefix("4 ") })
    // Farther down than what is read of a list at once.
    let town = try PlainStage(filling: .town)
    defer { town.theatre.close() }
    town.theatre.press(.character("2"))
    let first = try #require(town.theatre.shell.model.list.lines.first?.name)
    town.theatre.press(.end)
    town.theatre.shell.keepPlace()
    #expect(town.run(resumes: true).reading.said.contains { $0.hasPrefix("1 \(first)") })
  }

  @Test("a filter narrows the list, a wrong one says what was expected, - clears it")
  func filter() {
    let (reading, _) = stage.run("dossiers", "/tekle", "zoek fase:xyz", "zoek -")
    #expect(reading.says("Filter: tekle."))
    #expect(reading.says("1 TEKLE, Yonas"))
    #expect(reading.says("is geen fase. Wel: "))
    #expect(reading.said.filter { $0.contains("4 dossiers") }.count == 2)
  }

  @Test("words that look like a term are said to be searched for, before what they find")
  func hyphen() {
    let (reading, _) = stage.run("dossiers", "zoek te laat")
    #expect(reading.says("'te laat' wordt als tekst gezocht. Bedoelt u te-laat?"))
    #expect(reading.says("Filter: te laat."))
  }

  @Test("a search that finds nothing says which words were looked for in names alone")
  func shortWords() {
    let (reading, _) = stage.run("dossiers", "/belt maandag 1")
    #expect(reading.says("aan het begin van namen: 1."), "\(reading.text)")
  }

  @Test("dossiers are sorted by what is asked for")
  func sort() {
    let (reading, _) = stage.run("dossiers", "sorteer naam", "sorteer xyz")
    #expect(reading.says("op naam"))
    #expect(reading.says("Verwacht: urgentie, naam, "))
  }

  @Test("one municipality is looked at by its name, and all of them again")
  func municipality() {
    for all in ["M nederland", "M alle gemeenten"] {
      let (reading, _) = stage.run("wissel gebied", "utrecht", all)
      #expect(reading.says("Vandaag, mijn dossiers, Utrecht."))
      #expect(reading.says("Nederland, op elk scherm"))
    }
  }

  @Test("a name or number of a household goes there, wherever one is")
  func goTo() {
    #expect(stage.run("1", ":tekle").reading.says("2026-000002, TEKLE, Yonas"))
    #expect(stage.run("2026-3").reading.says("2026-000003, OSMANI, Farid"))
    #expect(stage.run("ga naar niemand").reading.says("Niets gevonden"))
  }

  @Test("on the task a row can be named by its number for what is done with it, and the sum has a number too")
  func taskRows() {
    #expect(stage.run("opgave", "regels 50").reading.says("13 Samen."))
    #expect(stage.run("opgave", "toets prognose 99").reading.says("verwacht een nummer"))
  }

  @Test("a flow is read out by the week, not by the day, and its last row is of today")
  func flowByWeek() {
    let (reading, _) = stage.run("doorstroom", "t")
    let days = reading.said.filter { $0.hasPrefix("2026-") }
    #expect((20...27).contains(days.count), "\(days.count)")
    #expect(days.last?.hasPrefix(Theatre.today.description) == true)
  }

  @Test("who is not called yet has a number in the picture of contact, and that number lists them")
  func notCalled() {
    let (reading, _) = stage.run("doorstroom", "t", "t", "t", "t", "t", "t", "t", "1")
    #expect(reading.says("1 nog niet gebeld uit alle maanden."))
    let from = reading.said.firstIndex { $0 == "1 nog niet gebeld uit alle maanden." } ?? 0
    #expect(reading.said[from...].contains { $0.contains("TEKLE, Yonas") })
  }

  @Test("the households of a board of a past day are worded from that day, as the board shows them")
  func pastRows() throws {
    let (reading, _) = stage.run("doorstroom", "volgende fase", "op datum", "15 sep", "", "")
    let from = try #require(reading.said.firstIndex { $0.hasPrefix("Zoals het stond op di 15 sep") }, "\(reading.text)")
    let rows = reading.said[from...].filter { $0.contains("AL-HASSAN") }
    #expect(rows.contains { $0.contains("Uiterlijk wo 2 sep") && $0.contains(", 13 dagen te laat.") }, "\(rows)")
    #expect(!rows.contains { $0.contains("82 dagen") || $0.contains("24 dagen") })
  }

  @Test("everything works in English too")
  func english() throws {
    let (reading, _) = stage.run("1", "note", "By hand.", ".", "", "", in: .en)
    #expect(reading.says("Waiting 24 days for Mitros"))
    #expect(reading.says("82 days late"))
    #expect(reading.says("Note saved"))
    #expect(try stage.story().last?.body == .noteAdded(.init("By hand.")))
  }

  @Test("nothing said has an escape sequence, a box, or a blank at its end")
  func plain() {
    let (reading, _) = stage.run(
      "1", "?", "A", "", "lees netwerk", "5", "notitie", "\u{1B}[2Jx", ".", "", "", "q", "dossiers", "?")
    for line in reading.said {
      #expect(!line.unicodeScalars.contains { $0.value < 32 || (0x2500...0x259F).contains($0.value) }, "\(line)")
      #expect(line.last?.isWhitespace != true, "\(line)")
      #expect(!line.contains("…") && !line.contains("•") && !line.contains("⏎"), "\(line)")
    }
  }
}
