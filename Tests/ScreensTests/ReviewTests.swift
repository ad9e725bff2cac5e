import Casebook
import Foundation
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("A review")
struct ReviewTests {
  /// On the board, with a review begun by two people.
  private func review(_ language: Language = .nl) throws -> Theatre {
    let theatre = try Theatre(language)
    theatre.press(.character("3"), .character("R"))
    theatre.type(", F. Yilmaz (COA)")
    theatre.press(.control("s"))
    return theatre
  }

  private func decide(_ text: String, _ theatre: Theatre) {
    theatre.press(.character("d"))
    theatre.type(text)
    theatre.press(.tab)
    theatre.type(theatre.shell.model.language == .nl ? "Corporatie" : "corporation")
    theatre.press(.control("s"))
  }

  @Test("it begins with the worst of the area and walks on and back")
  func walk() throws {
    let theatre = try review()
    defer { theatre.close() }
    let ids = try #require(theatre.shell.model.review?.ids)
    // Who is in reception is not on the way yet.
    #expect(ids.count == 3)
    #expect(theatre.shell.model.opened?.id == ids[0] && theatre.shell.model.isReviewing)
    let frame = theatre.frame(Size(columns: 120, rows: 40)).text
    #expect(frame.contains("Overleg › 1 van 3") && frame.contains("Waarom hier") && frame.contains("F. Yilmaz (COA)"))
    theatre.press(.character(" "), .character(" "))
    #expect(theatre.shell.model.opened?.id == ids[2])
    theatre.press(.character(" "))
    #expect(theatre.shell.model.opened?.id == ids[2] && theatre.shell.model.status != nil)
    theatre.press(.backspace)
    #expect(theatre.shell.model.opened?.id == ids[1])
  }

  @Test("a decision is an event in the household's own story with the meeting, and u takes it back")
  func decision() throws {
    let theatre = try review()
    defer { theatre.close() }
    decide("Mitros zoekt breder", theatre)
    let opened = try #require(theatre.shell.model.opened)
    guard case .reviewed(let decided)? = opened.dossier.story.last?.body else {
      return #expect(Bool(false), "no decision: \(String(describing: theatre.shell.model.form?.errors))")
    }
    #expect(decided.text == "Mitros zoekt breder" && decided.turn?.party == .corporation)
    #expect(decided.meeting.contains("F. Yilmaz (COA)"))
    #expect(theatre.frame(Size(columns: 80, rows: 24)).text.contains("Mitros zoekt breder"))
    theatre.press(.character("u"))
    #expect(theatre.shell.model.opened?.dossier.takenBack.count == 1)
  }

  @Test("the minutes have each household with what was decided and done, not taken back, and name who was skipped")
  func minutes() throws {
    let theatre = try review()
    defer { theatre.close() }
    let ids = try #require(theatre.shell.model.review?.ids)
    decide("Mitros zoekt breder", theatre)
    theatre.press(.character("n"))
    theatre.type("Rima gebeld")
    theatre.press(.control("s"), .character("b"))
    theatre.type(Rulebook.builtIn.blockers[1].name.nl)
    theatre.press(.control("s"), .character(" "))
    decide("verkeerd", theatre)
    theatre.press(.character("u"), .character(" "), .character("s"), .character("m"))
    guard case .minutes(let text) = theatre.shell.model.overlay else { return #expect(Bool(false), "no minutes") }
    let page = text.lines.map(\.text).joined(separator: "\n")
    #expect(page.contains("ma 23 nov 2026") && page.contains("j.bakker, F. Yilmaz (COA)"))
    #expect(page.contains("Besluit: Mitros zoekt breder (j.bakker)") && page.contains("Gedaan: "))
    // A note is of the household's story.
    #expect(!page.contains("Rima gebeld"))
    let parts = page.components(separatedBy: "Overgeslagen:\n  ")
    #expect(parts.count == 2 && parts.last?.hasPrefix(ids[2].description) == true)
    #expect(ids.map { parts[0].contains($0.description) } == [true, true, false])
    #expect(!page.contains("verkeerd") && page.contains("Geen besluit."))
    // How many is said once.
    #expect(page.contains("\n\n2 huishoudens besproken, 1 besluit. 1 overgeslagen.\nWie zonder besluit is besproken"))
    #expect(page.components(separatedBy: "1 besluit").count == 2 && !page.contains("staat een besluit vast"))
  }

  @Test("whoever is skipped and decided about all the same was not skipped")
  func skippedAndDecided() throws {
    let theatre = try review()
    defer { theatre.close() }
    theatre.press(.character("s"), .backspace)
    decide("toch besproken", theatre)
    theatre.press(.character("m"))
    guard case .minutes(let text) = theatre.shell.model.overlay else { return #expect(Bool(false), "no minutes") }
    let page = text.lines.map(\.text).joined(separator: "\n")
    #expect(page.contains("Besluit: toch besproken") && !page.contains("vergeslagen:"))
    // Who was only looked at on the way back is not discussed.
    #expect(page.contains("\n1 huishouden besproken, 1 besluit.\nWie zonder besluit is besproken"))
  }

  @Test("what was decided or done before the review began that day is not in its minutes")
  func before() throws {
    let theatre = try review()
    defer { theatre.close() }
    decide("eerder besloten", theatre)
    theatre.press(.character("m"), .character("E"))
    // Recorded times are in milliseconds: the review begins in a later one.
    let decided = Stamps.live.now()
    while Stamps.live.now() == decided {}
    theatre.press(.character("R"), .control("s"), .character(" "), .character(" "), .character("m"))
    guard case .minutes(let text) = theatre.shell.model.overlay else { return #expect(Bool(false), "no minutes") }
    let page = text.lines.map(\.text).joined(separator: "\n")
    #expect(page.contains("2 huishoudens besproken, 0 besluiten. 1 nu aan de orde."))
    #expect(!page.contains("eerder besloten") && !page.contains("Gedaan: "))
  }

  @Test(
    "x never shows numbers in a review, also after its minutes were saved; E leads to the minutes and ends it there")
  func noNumbers() throws {
    let theatre = try review()
    defer { theatre.close() }
    let events = theatre.shell.model.opened?.dossier.story.count
    theatre.press(.character("x"), .character("m"), .enter)
    guard let form = theatre.shell.model.form else { return #expect(Bool(false), "no form") }
    #expect(form.values(.nl)["path"] == "verslag-2026-11-23.txt")
    let path = FileManager.default.temporaryDirectory.path + "/verslag-\(UUID()).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    theatre.press(.control("u"))
    theatre.type(path)
    theatre.press(.control("s"))
    #expect(FileManager.default.fileExists(atPath: path) && theatre.shell.model.isReviewing)
    theatre.press(.character("x"))
    #expect(theatre.shell.model.opened?.shown.isEmpty == true)
    #expect(theatre.shell.model.opened?.dossier.story.count == events)
    theatre.press(.character("E"), .character("E"))
    #expect(theatre.shell.model.review == nil && theatre.shell.model.opened == nil)
  }

  @Test(
    "another screen asks first whether the review ends: Esc stays in it, Enter ends it",
    arguments: ["1", "2", "3", "4"])
  func anotherScreen(_ key: String) throws {
    let theatre = try review()
    defer { theatre.close() }
    let tab = Key.character(Character(key))
    theatre.press(tab)
    guard case .question = theatre.shell.model.overlay else { return #expect(Bool(false), "not asked") }
    theatre.press(.escape)
    #expect(theatre.shell.model.isReviewing && theatre.shell.model.overlay == nil)
    theatre.press(tab, .enter)
    #expect(theatre.shell.model.review == nil && theatre.shell.model.tab == .pipeline)
  }

  @Test("the minutes made of the events alone say the same of who decided what")
  func fromEvents() throws {
    let theatre = try review()
    defer { theatre.close() }
    decide("Mitros zoekt breder", theatre)
    let dossier = try #require(theatre.shell.model.opened?.dossier)
    #expect(Minutes.decided(dossier, on: Theatre.today) != nil)
    #expect(Minutes.decided(dossier, on: Theatre.today - 1) == nil)
    let page = Minutes(on: Theatre.today, .country, [dossier], rules: .builtIn).text(.nl)
    #expect(page.contains("Overleg: alle gemeenten; erbij: j.bakker, F. Yilmaz (COA)"))
    #expect(page.contains("  Besluit: Mitros zoekt breder (j.bakker)"))
    theatre.press(.character(" "), .character("s"), .character("m"))
    guard case .minutes(let text) = theatre.shell.model.overlay else { return #expect(Bool(false), "no minutes") }
    // How many of what is known is one line of each; what of them no story tells is said alike.
    let said = text.lines.map(\.text)
    let unknown = try #require(page.last)
    #expect(unknown.hasPrefix("Wie zonder besluit is besproken of is overgeslagen, staat alleen in"))
    #expect(Array(page.suffix(3)) == ["", "Van 1 huishouden staat een besluit vast: 1 besluit.", unknown])
    let place = try #require(said.firstIndex(of: unknown))
    let count = "1 huishouden besproken, 1 besluit. 1 overgeslagen. 1 nu aan de orde."
    #expect(Array(said[..<place].suffix(2)) == ["", count])
  }

  @Test(
    "the area of a review stands in the minutes in the language of the reader, and in two languages it is one review")
  func areaAsRead() throws {
    let theatre = try review(.en)
    defer { theatre.close() }
    decide("Mitros looks further", theatre)
    let id = try #require(theatre.shell.model.opened?.id)
    let both = try theatre.casebook.perform(
      .record(
        .reviewed(.init("Ook verder weg", meeting: "alle gemeenten: j.bakker, F. Yilmaz (COA)")), on: Theatre.today),
      on: id, seen: nil, by: Actor("j.bakker"), source: .screen, rules: .builtIn, today: Theatre.today)
    for (l, said) in [
      (Language.nl, "Overleg: alle gemeenten; erbij: "), (.en, "Meeting: all municipalities; present: "),
    ] {
      let page = Minutes(on: Theatre.today, .country, [both], rules: .builtIn).text(l)
      let meetings = page.filter { $0.hasPrefix("Overleg: ") || $0.hasPrefix("Meeting: ") }
      #expect(meetings == [said + "j.bakker, F. Yilmaz (COA)"])
    }
  }

  @Test("minutes made of events alone are headed by the area of the review; of reviews of two areas by what was asked")
  func areaOfReview() throws {
    let theatre = try Theatre(.nl)
    defer { theatre.close() }
    let ids = try theatre.casebook.rows(Query(.stages([.search, .linked])), limit: 2).map(\.id)
    func decided(_ id: DossierID, _ meeting: String) throws -> Dossier {
      try theatre.casebook.perform(
        .record(.reviewed(.init("Verder zoeken", meeting: meeting)), on: Theatre.today), on: id, seen: nil,
        by: Actor("coord"), source: .screen, rules: .builtIn, today: Theatre.today)
    }
    let one = try decided(ids[0], "Utrecht: coord")
    let page = Minutes(on: Theatre.today, .country, [one], rules: .builtIn).text(.nl)
    #expect(page[0] == "Verslag doorstroom · Utrecht" && page.contains("Overleg: Utrecht; erbij: coord"))
    let other = try decided(ids[1], "provincie Utrecht: coord")
    let both = Minutes(on: Theatre.today, .country, [one, other], rules: .builtIn).text(.nl)
    #expect(both[0] == "Verslag doorstroom · alle gemeenten")
  }

  @Test("whoever is just on the screen is not discussed yet: one is when one went on, or did something there")
  func atHand() throws {
    let theatre = try review()
    defer { theatre.close() }
    func page() -> String {
      theatre.press(.character("m"))
      guard case .minutes(let text) = theatre.shell.model.overlay else { return "" }
      theatre.press(.escape)
      return text.lines.map(\.text).joined(separator: "\n")
    }
    let first = try #require(theatre.shell.model.review?.ids.first).description
    #expect(page().contains("\nNu aan de orde:\n  " + first))
    #expect(page().contains("\n0 huishoudens besproken, 0 besluiten. 1 nu aan de orde.\n"))
    theatre.press(.character("b"))
    theatre.type(Rulebook.builtIn.blockers[1].name.nl)
    theatre.press(.control("s"))
    #expect(page().contains("\n1 huishouden besproken, 0 besluiten.\n"))
    theatre.press(.character(" "), .character(" "))
    #expect(page().contains("\n2 huishoudens besproken, 0 besluiten. 1 nu aan de orde.\n"))
    // On from the last is the end of the walk.
    theatre.press(.character(" "))
    #expect(page().contains("\n3 huishoudens besproken, 0 besluiten.\n"))
  }

  @Test("going back from whoever was only looked at leaves them out of the minutes, until something is done there")
  func glanced() throws {
    let theatre = try review()
    defer { theatre.close() }
    func page() -> String {
      theatre.press(.character("m"))
      guard case .minutes(let text) = theatre.shell.model.overlay else { return "" }
      theatre.press(.escape)
      return text.lines.map(\.text).joined(separator: "\n")
    }
    let third = try #require(theatre.shell.model.review?.ids.last).description
    theatre.press(.character(" "), .character(" "), .backspace)
    let before = page()
    #expect(before.contains("\n2 huishoudens besproken, 0 besluiten.\n") && !before.contains(third))
    theatre.press(.character(" "))
    #expect(page().contains("\nNu aan de orde:\n  " + third))
    decide("Mitros zoekt breder", theatre)
    theatre.press(.backspace)
    let after = page()
    #expect(after.contains("\n3 huishoudens besproken, 1 besluit.\n") && after.contains(third))
  }

  @Test("the minutes say that whoever got the turn has left")
  func gone() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let vos = Contact(.corporation, organisation: "Portaal", name: "T. Vos")
    let after = try theatre.casebook.perform(
      .record(.reviewed(.init("Portaal zoekt", turn: vos)), on: Theatre.today), on: DossierID(year: 2026, serial: 1),
      seen: nil, by: Actor("j.bakker"), source: .screen, rules: .builtIn, today: Theatre.today)
    let absent = try theatre.casebook.absent(on: Theatre.today, limit: 100)
    let page = Minutes(on: Theatre.today, .country, [after], rules: .builtIn, absent: absent).text(.nl)
    #expect(page.contains("  Aan zet Portaal · T. Vos (vertrokken, nog geen opvolger)"))
  }

  @Test("the minutes are saved in a file once, and never over another")
  func saved() throws {
    let theatre = try review()
    defer { theatre.close() }
    let path = theatre.folder.appendingPathComponent("verslag.txt").path
    for isFirst in [true, false] {
      theatre.press(.character("m"), .enter)
      theatre.shell.model.form?.lines["path"] = TextLine(path)
      theatre.press(.control("s"))
      #expect((theatre.shell.model.form == nil) == isFirst)
    }
    #expect(theatre.shell.model.form?.error?.contains(path) == true)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("Verslag doorstroom · alle gemeenten\n"))
    let access = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(access == 0o600)
  }

  @Test("where the minutes go is said in full before they are saved and after")
  func whereSaved() throws {
    let theatre = try review()
    defer { theatre.close() }
    let folder = theatre.shell.source.path(of: "")
    theatre.press(.character("m"), .enter)
    let hint = try #require(theatre.shell.model.form?.fields.first?.hint)
    #expect(hint.nl == "in \(folder), of met een pad ervoor" && hint.en == "in \(folder), or with a path before it")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.status?.text == "Verslag bewaard in \(folder)/verslag-2026-11-23.txt.")
    #expect(theatre.shell.source.path(of: NSHomeDirectory() + "/zaken/verslag.txt") == "~/zaken/verslag.txt")
  }

  @Test("the key bar says what q does in a review, and of its minutes how one goes back and how it ends")
  func keysToEnd() throws {
    let theatre = try review()
    defer { theatre.close() }
    let size = Size(columns: 120, rows: 40)
    #expect(theatre.frame(size).text.contains("q verslag en einde") && !theatre.frame(size).text.contains("q terug"))
    theatre.press(.character("q"))
    let minutes = theatre.frame(size).text
    #expect(minutes.contains("E beëindig overleg") && minutes.contains("Esc terug naar het overleg"))
  }

  @Test("the form that begins a review says that it begins, not that it saves")
  func beginning() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("3"), .character("R"))
    let size = Size(columns: 120, rows: 40)
    #expect(theatre.frame(size).text.contains("^S begin") && !theatre.frame(size).text.contains("^S bewaar"))
    for _ in 0..<5 where theatre.shell.model.form?.isOnSave == false { theatre.press(.tab) }
    #expect(theatre.shell.model.form?.isOnSave == true && theatre.frame(size).text.contains("⏎ begin"))
  }

  @Test("Esc shows the minutes, E ends the review at the board; without E one stays in it")
  func end() throws {
    let theatre = try review()
    defer { theatre.close() }
    theatre.press(.escape, .escape)
    #expect(theatre.shell.model.isReviewing)
    theatre.press(.character("q"), .character("E"))
    #expect(theatre.shell.model.review == nil && theatre.shell.model.opened == nil)
    #expect(theatre.shell.model.tab == .pipeline)
  }

  @Test("a number of households that is none is refused at its field", arguments: ["0", "veel", "501"])
  func count(_ text: String) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("3"), .character("R"))
    theatre.shell.model.form?.lines["count"] = TextLine(text)
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form?.errors["count"] != nil)
  }
}
