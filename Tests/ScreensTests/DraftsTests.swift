import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("What was left half-way")
struct DraftsTests {
  /// Somebody left a note on Tekle, a correction on Al-Hassan and a new household half-way; this is their next visit.
  private func visit(_ theatre: Theatre) throws -> Shell {
    theatre.press(.enter, .end, .home, .character("n"))
    theatre.type("Gebelt")
    theatre.press(.control("s"), .character("C"))
    theatre.type(" met school")
    theatre.press(.escape, .character("j"), .character("q"), .down, .character("n"))
    theatre.type("half af")
    theatre.press(.escape, .character("j"), .character("N"))
    theatre.type("Amina")
    theatre.press(.escape, .character("j"))
    return theatre.again()
  }

  private func press(_ shell: Shell, _ keys: Key...) { for key in keys { shell.handle(.key(key)) } }

  /// By name from the palette, as it has no key.
  private func ask(_ shell: Shell, _ command: String) {
    press(shell, .character(":"))
    for letter in command { press(shell, .character(letter)) }
    press(shell, .enter)
  }

  /// The list of them.
  private func drafts(_ shell: Shell) -> PaletteState? {
    ask(shell, "concepten")
    return if case .palette(let palette) = shell.model.overlay { palette } else { nil }
  }

  private func frame(_ shell: Shell) -> String { shell.draw(size: Size(columns: 120, rows: 40)).canvas.text }

  @Test("is said when one comes back, by act and household, and listed so, the latest first")
  func listed() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = try visit(theatre)
    #expect(frame(shell).contains("Concept bewaard: nieuw huishouden (en nog 2)"))
    let palette = try #require(drafts(shell))
    #expect(
      palette.found(.nl).map(\.name.nl) == [
        "nieuw huishouden", "notitie · TEKLE, Yonas", "correctie · AL-HASSAN, Rima",
      ])
    #expect(palette.found(.nl).map(\.help.nl)[1...] == ["2026-000002 · half af", "2026-000001 · Gebelt met school"])
  }

  @Test("is gone on with on its household, in the form it was typed in", arguments: ["notitie", "correctie", "nieuw"])
  func goOn(name: String) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = try visit(theatre)
    ask(shell, "concepten")
    for letter in name { press(shell, .character(letter)) }
    press(shell, .enter)
    let form = try #require(shell.model.form)
    switch name {
    case "notitie":
      #expect(shell.model.opened?.dossier.name == "TEKLE, Yonas" && form.texts["text"] == "half af")
      press(shell, .control("s"))
      #expect(
        try theatre.casebook.dossier(DossierID(year: 2026, serial: 2))?.story.last?.body == .noteAdded(.init("half af"))
      )
      #expect(shell.source.draft("2026-000002.note") == nil && shell.source.drafts().count == 2)
    case "correctie":
      #expect(shell.model.opened?.dossier.name == "AL-HASSAN, Rima" && form.texts["text"] == "Gebelt met school")
    default: #expect(form.purpose == .register && form.texts["given"] == "Amina")
    }
  }

  @Test("is thrown away after a question that says it cannot be undone")
  func discard() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = try visit(theatre)
    // Enter leaves it too: nothing brings it back.
    for answer in [Key.escape, .enter, .character("j")] {
      ask(shell, "concept weggooien")
      for letter in "tekle" { press(shell, .character(letter)) }
      press(shell, .enter)
      #expect(frame(shell).contains("Dit kan niet ongedaan worden gemaakt."))
      press(shell, answer)
      #expect((shell.source.draft("2026-000002.note") == nil) == (answer == .character("j")))
    }
    #expect(frame(shell).contains("Concept weg: notitie · TEKLE, Yonas."))
    #expect(shell.source.drafts().count == 2)
  }

  @Test("for marked dossiers asks to mark them first, and is there once they are")
  func many() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("*"), .character("n"))
    theatre.type("brief")
    theatre.press(.escape, .character("j"))
    let shell = theatre.again()
    ask(shell, "concepten")
    press(shell, .enter)
    #expect(shell.model.form == nil && frame(shell).contains("markeer ze (spatie)"))
    press(shell, .character("*"))
    ask(shell, "concepten")
    press(shell, .enter)
    #expect(shell.model.form?.texts["text"] == "brief" && shell.model.form?.many.count ?? 0 > 1)
  }

  @Test("is gone on with in the language of now: what was chosen is said in it, what was typed stays as it is")
  func otherLanguage() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let dossier = try #require(try theatre.casebook.dossier(DossierID(year: 2026, serial: 1)))
    func form(_ language: Language) -> FormState {
      FormState(.contact, dossier, .builtIn, today: Theatre.today, language)
    }
    var dutch = form(.nl)
    dutch.lines["text"] = TextLine("gebeld met Corporatie")
    #expect(dutch.texts["party"] == Rulebook.builtIn.party(.corporation).nl)
    var english = form(.en)
    english.restore(dutch.draft)
    #expect(english.texts["text"] == "gebeld met Corporatie")
    for (name, text) in form(.en).texts where name != "text" { #expect(english.texts[name] == text, "\(name)") }
    dutch.lines["party"] = TextLine("corp")
    english.restore(dutch.draft)
    #expect(english.texts["party"] == "corp")
    let choices = [Field.Choice("lift", Phrase(same: "lift")), Field.Choice("quiet", Phrase("rustig", "quiet"))]
    let field = Field("features", Phrase("Eisen", "Features"), .choices(choices))
    #expect(FormState.translated("lift, rustig", field, .en) == "lift, quiet")
    #expect(FormState.translated("lift,rust", field, .en) == "lift,rust")
  }

  @Test("of somebody in the network is listed by act and person, and gone on with on Netwerk, with the cursor there")
  func ofPerson() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("N"))
    theatre.go(to: "phone")
    theatre.type("030-1111111")
    theatre.press(.escape, .character("j"))
    theatre.find("P. Prins")
    theatre.press(.character("e"))
    theatre.go(to: "phone")
    theatre.press(.control("u"))
    theatre.type("030-2222222")
    theatre.press(.escape, .character("j"), .character("1"))
    let shell = theatre.again()
    #expect(frame(shell).contains("Concept bewaard: gegevens wijzigen · Provincie Utrecht · P. Prins (en nog 1)"))
    let palette = try #require(drafts(shell))
    #expect(
      palette.found(.nl).map(\.name.nl) == [
        "gegevens wijzigen · Provincie Utrecht · P. Prins", "nieuw in het netwerk",
      ])
    press(shell, .enter)
    #expect(shell.model.tab == .network && shell.model.network.current?.contact.name == "P. Prins")
    #expect(shell.model.form?.purpose == .partner(.change) && shell.model.form?.texts["phone"] == "030-2222222")
    press(shell, .control("s"))
    #expect(shell.model.form == nil && shell.source.drafts().count == 1)
    press(shell, .character("2"))
    ask(shell, "concepten")
    press(shell, .enter)
    #expect(shell.model.form?.purpose == .partner(.join) && shell.model.form?.texts["phone"] == "030-1111111")
  }

  @Test("of somebody whom only stories name is theirs again; what is no form of the network is none")
  func ofNamed() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("5"))
    theatre.find("M. de Wit")
    theatre.press(.character("S"))
    theatre.go(to: "phone")
    theatre.type("030-3333333")
    theatre.press(.escape, .character("j"))
    let shell = theatre.again()
    ask(shell, "concepten")
    press(shell, .enter)
    #expect(shell.model.form?.purpose == .partner(.succeed) && shell.model.form?.texts["phone"] == "030-3333333")
    #expect(shell.model.form?.personScene?.contact == NetworkScreenTests.wit)
    let key = "view.network.absent.1"
    #expect(Draft(key).purpose == .person(.absent, .known(PartnerID(1))))
    #expect(Draft("view.network.dance.1").purpose == .unknown)
  }

  @Test("is nothing: then that is said")
  func none() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    ask(theatre.shell, "concepten")
    #expect(theatre.shell.model.overlay == nil && frame(theatre.shell).contains("Er is geen concept van een dossier"))
  }

  @Test(
    "a key of a form is read as what it is for",
    arguments: [
      ("2026-000001.note", "notitie"), ("many.wait", "gemarkeerde dossiers"), ("new", "nieuw huishouden"),
      ("2026-000001.dance", "2026-000001.dance"), ("2026-000001.correct.x", "2026-000001.correct.x"),
    ])
  func keys(_ key: String, _ part: String) {
    #expect(Draft(key).title.nl.contains(part))
  }
}
