import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

/// Lines in, lines out.
private final class Reading {
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

@Suite("Prompts and lines")
struct PlainTests {
  let theatre: Theatre

  init() throws { theatre = try Theatre() }

  @discardableResult
  private func run(
    _ lines: String..., in language: Language = .nl, meanwhile: [Int: () throws -> Void] = [:]
  ) -> (reading: Reading, status: Int32) {
    let reading = Reading(lines)
    reading.meanwhile = meanwhile
    let setting = Setting(
      casebook: theatre.casebook, rules: .builtIn, language: language, user: "j.bakker", today: { Theatre.today })
    let status = PlainProgram.run(setting, on: reading.console, resumes: false)
    return (reading, status)
  }

  private func story(_ number: Int = 1) throws -> [Event] {
    try #require(try theatre.casebook.dossier(DossierID(year: 2026, serial: number))).story
  }

  // MARK: - Reading

  @Test("a row is a sentence: who, how many, where, whose turn, until when, how silent, what holds it up")
  func row() {
    #expect(
      run().reading.says(
        "1 AL-HASSAN, Rima, 3 personen. Woning zoeken. Wacht 24 dagen op Mitros (M. de Wit). Uiterlijk wo 2 sep, "
          + "5 dagen na vergunning: eerste inschrijving BRP (BSN), 82 dagen te laat. Stil: 24 dagen, te lang. "
          + "Knelpunt: geen passend formaat woning, begane grond."))
  }

  @Test("the end of the lines is a good end")
  func end() {
    #expect(run().status == 0)
    #expect(run("1", "notitie").status == 0)
  }

  @Test("q goes back a level and at last stops; what follows is not read")
  func quit() {
    let (reading, status) = run("1", "q", "q", "foo")
    #expect(status == 0)
    #expect(!reading.says("foo"))
  }

  @Test("a number opens a dossier, and then a line of its story")
  func open() {
    let (reading, _) = run("1", "5", "9")
    #expect(reading.says("2026-000001, AL-HASSAN, Rima, 3 personen."))
    #expect(reading.says("Woning zoeken sinds 14 sep, station 5 van 8, dag 87 van 98."))
    #expect(reading.says("82 dagen te laat: Eerste inschrijving BRP (BSN), Rima. Aan zet: jij."))
    #expect(reading.says("Regel: "))
    #expect(reading.says("Vastgelegd: "))
  }

  @Test("each part of a dossier is read out by name; numbers end in their last digits")
  func parts() {
    let (reading, _) = run("1", "lees huishouden", "lees netwerk", "lees woonbehoefte")
    #expect(reading.says("1 AL-HASSAN, Rima, hoofdpersoon, 38 jaar, vrouw, opvang, V-nummer eindigt op 891."))
    #expect(reading.says("Mitros, M. de Wit, "))
    #expect(reading.says("Harde criteria: behandeling Utrecht."))
  }

  @Test("a list goes page by page, both ways, and says where it ends")
  func pages() {
    let (reading, _) = run("mijn", "regels 2", "v", "v", "t", "t")
    #expect(reading.said.filter { $0.hasPrefix("1 AL-HASSAN") }.count == 4)
    #expect(reading.says("Dit is de laatste bladzijde."))
    #expect(reading.says("Dit is de eerste bladzijde."))
    #expect(reading.says("Meer: v of verder."))
  }

  @Test("a filter narrows the list, a wrong one says what was expected, - clears it")
  func filter() {
    let (reading, _) = run("dossiers", "/tekle", "zoek fase:xyz", "zoek -")
    #expect(reading.says("Filter: tekle."))
    #expect(reading.says("1 TEKLE, Yonas"))
    #expect(reading.says("is geen fase. Wel: "))
    #expect(reading.said.filter { $0.contains("4 dossiers") }.count == 2)
  }

  @Test("dossiers are sorted by what is asked for")
  func sort() {
    let (reading, _) = run("dossiers", "sorteer naam", "sorteer xyz")
    #expect(reading.says("op naam"))
    #expect(reading.says("Verwacht: urgentie, naam, "))
  }

  @Test("one municipality is looked at by its name, and all of them again")
  func municipality() {
    let (reading, _) = run("wissel gebied", "utrecht", "M alle gemeenten")
    #expect(reading.says("Vandaag, mijn dossiers, Utrecht."))
    #expect(reading.says("alle gemeenten."))
  }

  @Test("a name or number of a household goes there, wherever one is")
  func goTo() {
    #expect(run("1", ":tekle").reading.says("2026-000002, TEKLE, Yonas"))
    #expect(run("2026-3").reading.says("2026-000003, OSMANI, Farid"))
    #expect(run("ga naar niemand").reading.says("Niets gevonden"))
  }

  @Test("everything works in English too")
  func english() throws {
    let (reading, _) = run("1", "note", "By hand.", ".", "", in: .en)
    #expect(reading.says("Waiting 24 days for Mitros"))
    #expect(reading.says("82 days late"))
    #expect(reading.says("Note saved"))
    #expect(try story().last?.body == .noteAdded(.init("By hand.")))
  }

  @Test("nothing said has an escape sequence, a box, or a blank at its end")
  func plain() {
    let (reading, _) = run(
      "1", "?", "A", "", "lees netwerk", "5", "notitie", "\u{1B}[2Jx", ".", "", "q", "dossiers", "?")
    for line in reading.said {
      #expect(!line.unicodeScalars.contains { $0.value < 32 || (0x2500...0x259F).contains($0.value) }, "\(line)")
      #expect(line.last?.isWhitespace != true, "\(line)")
      #expect(!line.contains("…") && !line.contains("•") && !line.contains("⏎"), "\(line)")
    }
  }

  // MARK: - Naming what to do

  @Test("the table of actions is reached by key, name in either language, code and beginning")
  func names() throws {
    for name in ["n", "notitie", "note", "NOTITIE", "noti"] { run("1", name, "Tekst via \(name)", ".", "") }
    #expect(try story().suffix(5).allSatisfy { $0.body.kind == .noteAdded })
    #expect(run("ga naar osmani", "withdraw-offer", "q").reading.says("Aanbod intrekken, OSMANI, Farid"))
  }

  @Test("a beginning that more have names them, and what nothing has says what was expected")
  func ambiguous() {
    let (reading, _) = run("1", "knel", "xyzzy", "99")
    #expect(reading.says("\"knel\" kan meer zijn: knelpunt, knelpunt opgelost."))
    #expect(reading.says("\"xyzzy\" is hier onbekend. Verwacht: een nummer van 1 tot "))
    #expect(reading.says("99 is er niet; verwacht een nummer van 1 tot "))
  }

  @Test("every verb of the table on a screen is known by its name", arguments: Language.allCases)
  func complete(_ language: Language) {
    var model = theatre.shell.model
    for opened in [false, true] {
      if opened {
        theatre.press(.enter)
        model = theatre.shell.model
      }
      let commands = PlainCommand.all(model, isDeep: false)
      for binding in model.bindings where !binding.verb.isOfScreen {
        guard case .command(let found, _) = PlainLine(binding.name[language], among: commands, language) else {
          Issue.record("\(binding.name[language])")
          continue
        }
        if binding.verb != .back { #expect(found.deed == .verb(binding.verb), "\(binding.name[language])") }
      }
    }
  }

  @Test("no two things that can be done on one screen share a key or, in one language, a name")
  func unique() {
    for isOpen in [false, true] {
      if isOpen { theatre.press(.enter) }
      let commands = PlainCommand.all(theatre.shell.model, isDeep: false)
      let keys = commands.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test("the help tells names, keys and reasons, and can be searched")
  func help() {
    let (reading, _) = run("1", "?", "? huurcontract")
    #expect(reading.says("notitie (n): Schrijf iets in het verhaal."))
    #expect(reading.says("huurcontract (H): kan nu niet. "))
    #expect(run("? zzz").reading.says("Niets hier heet \"zzz\"."))
  }

  @Test("what the rules refuse says why, from a list and in a dossier")
  func refused() {
    #expect(run("1", "huurcontract").reading.says("Kan nu niet. "))
    #expect(run("huurcontract 1").reading.says("Let op: Huurcontract: "))
  }

  // MARK: - Forms

  @Test("a form is asked field by field and saved after the last; the day may stay empty")
  func note() throws {
    let (reading, _) = run("1", "notitie", "Gebeld met school.", "Maandag verder.", ".", "-1d")
    #expect(reading.says("1 van 2. Notitie, verplicht. "))
    #expect(reading.says("zo 22 nov 2026."))
    #expect(reading.says("Notitie bewaard"))
    let event = try #require(try story().last)
    #expect(event.body == .noteAdded(.init("Gebeld met school.\nMaandag verder.")))
    #expect(event.day == Theatre.today + -1)
  }

  @Test("from a list the act is on the row whose number follows, or is asked for")
  func onRow() throws {
    run("notitie 2", "Voor Yonas", ".", "")
    #expect(try story(2).last?.body == .noteAdded(.init("Voor Yonas")))
    let (reading, _) = run("notitie", "2", "Nog een", ".", "")
    #expect(reading.says("Welke? Een nummer van 1 tot 2; leeg laat het zo."))
    #expect(try story(2).last?.body == .noteAdded(.init("Nog een")))
  }

  @Test("a choice is a number or a name; a wrong one is said at once and asked again; the default stays when empty")
  func choices() throws {
    let (reading, _) = run("1", "contact", "", "", "", "kanarie", "bezoek", "Langs geweest", ".", "", "", "")
    #expect(reading.says("Nu: Mitros"))
    #expect(reading.says("1 gebeld"))
    #expect(reading.says("\"kanarie\" past niet; verwacht een nummer van 1 tot 5 of een naam."))
    guard case .contactMade(let made)? = try story().last?.body else {
      Issue.record("no contact")
      return
    }
    #expect(made.channel == .visit && made.contact.name == "M. de Wit" && made.text == "Langs geweest")
  }

  @Test("a day that is no day is said at once and asked again")
  func wrongDay() throws {
    let (reading, _) = run("1", "notitie", "Tekst", ".", "overmorgens", "22-11")
    #expect(reading.says("Let op: geen datum; verwacht 23-11"))
    #expect(try story().last?.day == Theatre.today + -1)
  }

  @Test("- clears what stands in a field, < asks the question before once more")
  func clearAndBack() throws {
    run("1", "regie", "-")
    #expect(try story().last?.body == .assigned(.init("")))
    run("2026-1", "notitie", "Eerst", ".", "<", "Toch anders", ".", "")
    #expect(try story().last?.body == .noteAdded(.init("Toch anders")))
  }

  @Test("what must be answered is asked until it is")
  func required() throws {
    let count = try story().count
    #expect(run("1", "notitie", "", "", "q").reading.says("Dit is verplicht."))
    #expect(try story().count == count)
  }

  @Test("a municipality is found by a part of its name, chosen by number where more have it")
  func municipalityField() throws {
    let (several, _) = run("2", "herkoppelen", "berg", "1", "q", "d")
    let asked = try #require(several.said.firstIndex { $0 == "Welke bedoelt u?" })
    #expect(several.says(several.said[asked + 1].dropFirst(2) + "."))
    let (other, _) = run("2", "herkoppelen", "bergen op", "", "q", "d")
    #expect(other.says("Bergen op Zoom."))
    #expect(run("2", "herkoppelen", "nergenshuizen", "q").reading.says("Onbekende gemeente"))
  }

  @Test("lines that end half-way leave a draft, which is there the next time")
  func draft() throws {
    let count = try story().count
    let (first, status) = run("1", "notitie", "half af")
    #expect(status == 0)
    #expect(first.says("Concept bewaard"))
    #expect(try story().count == count)
    let (second, _) = run("1", "notitie", "", "")
    #expect(second.says("Concept bewaard: notitie, 2026-000001."))
    #expect(second.says("Uw concept van daarnet staat er weer."))
    #expect(second.says("Nu: half af"))
    #expect(try story().last?.body == .noteAdded(.init("half af")))
    #expect(!run().reading.says("Concept"))
  }

  @Test("leaving a form asks what to do with what was typed")
  func leave() {
    let (kept, _) = run("1", "notitie", "half af", ".", "q", "j", "n", "q", "")
    #expect(kept.says("weg; wat u typte blijft bewaard als concept"))
    #expect(kept.says("Nu: half af"))
    run("1", "notitie", "q", "d")
    #expect(!run("1", "notitie").reading.says("half af"))
  }

  @Test("undo, redo, taking back a line and correcting one work on what was said")
  func undo() throws {
    let (reading, _) = run("1", "notitie", "Gebelt", ".", "", "u", "opnieuw")
    #expect(reading.says("Ongedaan gemaakt: notitie"))
    #expect(reading.says("Opnieuw gedaan: notitie"))
    let dossier = try #require(try theatre.casebook.dossier(DossierID(year: 2026, serial: 1)))
    let note = try #require(dossier.story.last { $0.body == .noteAdded(.init("Gebelt")) })
    #expect(!dossier.takenBack.contains(note.id))
    let place = try number(of: "Gebelt")
    run("regels 30", "1", "corrigeren \(place)", "Gebeld", ".", "", "")
    let corrected = try #require(try theatre.casebook.dossier(dossier.id))
    #expect(corrected.effective(note).body == .noteAdded(.init("Gebeld")))
    run("1", "notitie", "Nog iets", ".", "")
    let other = try #require(try story().last)
    run("regels 30", "1", "regel terugnemen \(try number(of: "Nog iets"))")
    #expect(try theatre.casebook.dossier(dossier.id)?.takenBack.contains(other.id) == true)
  }

  /// The number with which the line of the story is said that has this text.
  private func number(of text: String) throws -> Int {
    let line = try #require(run("regels 30", "1").reading.said.first { $0.contains(text) })
    return try #require(Int(line.prefix { $0.isNumber }))
  }

  @Test("numbers are read out in full after it is recorded that they were")
  func showNumber() throws {
    let (reading, _) = run("1", "nummers tonen", "2")
    #expect(reading.says("V-nummer 1234567892."))
    #expect(!reading.says("V-nummer 1234567891."))
    #expect(try story().last?.body.kind == .numberShown)
  }

  @Test("a new household is entered; a wrong number is said with its question, and only that one asked again")
  func register() throws {
    let (reading, _) = run(
      "nieuw huishouden", "Amina", "", "Noor", "1990", "vrouw", "123", "", "", "", "azc Utrecht", "", "", "9999999999")
    #expect(reading.says("3 van ") && reading.says("Achternaam, verplicht"))
    #expect(reading.says("Dossier 2026-000005 geopend."))
    #expect(try theatre.casebook.dossier(DossierID(year: 2026, serial: 5))?.head?.vNumber?.rawValue == "9999999999")
  }

  // MARK: - Others

  private func other(_ body: Event.Body) throws {
    let casebook = try Casebook.open(theatre.folder.appendingPathComponent("casebook.sqlite").path)
    let id = DossierID(year: 2026, serial: 1)
    let seen = try #require(try casebook.dossier(id)).sequence
    _ = try casebook.perform(
      .record(body, on: Theatre.today), on: id, seen: seen, by: Actor("a.ander"), source: .command, rules: .builtIn,
      today: Theatre.today)
  }

  @Test("what others did in the open dossier is said before anything is done with it")
  func news() {
    let (reading, _) = run("1", "notitie", "q", meanwhile: [1: { try other(.noteAdded(.init("Ik was eerst"))) }])
    let news = reading.said.firstIndex { $0 == "a.ander: Ik was eerst" }
    let form = reading.said.firstIndex { $0.hasPrefix("Notitie, AL-HASSAN") }
    #expect(news != nil && form != nil && news! < form!)
  }

  @Test("what was done in one visit is taken back in the next, also in many")
  func later() throws {
    run("dossiers", "markeer alle", "notitie", "brief", ".", "", "ja")
    let (reading, _) = run("u")
    #expect(reading.says("4 dossiers"))
    #expect(try story().last?.body.takesBack == true)
  }

  @Test("marked ones are done together after hearing what it comes to")
  func many() throws {
    let (reading, _) = run("dossiers", "markeer 1", "markeer 2", "notitie", "brief", ".", "", "ja", "u")
    #expect(reading.says("AL-HASSAN, Rima. 1 gemarkeerd.") && reading.says("Notitie, 2 dossiers."))
    #expect(reading.says("Vastleggen? ja of leeg."))
    #expect(reading.says("2 dossiers bewaard"))
  }

  @Test("when somebody else made it impossible both versions are said and what was typed is kept")
  func conflict() throws {
    let code = Rulebook.builtIn.blockers[0].code
    let (reading, status) = run(
      "1", "knelpunt opgelost", "", "Het hielp", ".", "", "q", "q",
      meanwhile: [5: { try other(.blockerCleared(.init(code, "al weg"))) }])
    #expect(reading.says("Intussen:"))
    #expect(reading.says("a.ander: "))
    #expect(reading.says("Wat hielp: Het hielp"))
    #expect(status == 0)
  }
}
