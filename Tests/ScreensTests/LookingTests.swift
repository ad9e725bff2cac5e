import Casebook
import Foundation
import Journey
import Preferences
import Terminal
import Testing

@testable import Screens

@Suite("Looking one's own way: views, completion, reading only")
struct LookingTests {
  private static let size = Size(columns: 120, rows: 40)

  /// A visit with settings of its own.
  private func visit(_ theatre: Theatre, _ text: String = "", _ edit: (inout Setting) -> Void = { _ in }) -> Shell {
    var preferences = Preferences()
    preferences.take(text, from: "config.yaml", isOwn: true, rules: { .builtIn })
    var setting = Setting(
      casebook: theatre.casebook, rules: .builtIn, language: .nl, user: "j.bakker", today: { Theatre.today },
      preferences: preferences)
    let folders = ConfigFolders(environment: ["XDG_CONFIG_HOME": theatre.folder.path, "HOME": theatre.folder.path])
    setting.ownViews = OwnViews(folders)
    edit(&setting)
    let shell = Shell(Model(setting), source: CasebookSource(setting), worker: nil, clock: { Theatre.today })
    _ = shell.draw(size: Self.size)
    shell.start()
    return shell
  }

  private func press(_ shell: Shell, _ keys: Key...) { for key in keys { shell.handle(.key(key)) } }
  /// Under which digit `f` has a view.
  private func digit(of name: String, _ shell: Shell) throws -> Character {
    press(shell, .character("f"))
    guard case .palette(let palette)? = shell.model.overlay else { throw Missing() }
    press(shell, .escape)
    return Character(String(try #require(palette.entries.firstIndex { $0.name.nl == name }) + 1))
  }

  private struct Missing: Error {}

  private func type(_ shell: Shell, _ text: String) { for letter in text { press(shell, .character(letter)) } }

  @Test(
    "a view keeps filter, order and columns; f and a digit look through it, in a later visit too",
    arguments: [false, true])
  func views(isShared: Bool) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("2"), .character("/"))
    type(shell, "personen:>=2")
    press(shell, .enter, .character("s"), .character("C"), .character(" "), .enter, .character("F"))
    type(shell, "gezinnen")
    if isShared {
      press(shell, .tab, .control("u"))
      type(shell, "voor iedereen")
    }
    press(shell, .control("s"))
    #expect(shell.model.allList.view == "gezinnen")
    let kept = shell.model.allList
    let digit = try digit(of: "gezinnen", shell)
    // Everybody sees a shared one; one's own only oneself.
    let later = visit(theatre) { if isShared { $0.ownViews = nil } }
    press(later, .character("2"))
    if !later.model.allList.ask.filter.isEmpty { press(later, .escape) }
    #expect(try self.digit(of: "gezinnen", later) == digit, "a view keeps its digit")
    press(later, .character("f"), .character(digit))
    #expect(later.model.allList.ask.filter == "personen:>=2")
    #expect(later.model.allList.ask.sort == kept.ask.sort && later.model.allList.columns == kept.columns)
    #expect(later.model.allList.lines.count == 2)
    // One key does it too.
    press(later, .character("1"), .alt(digit))
    #expect(later.model.tab == .dossiers && later.model.shownView?.view.name == "gezinnen")
    // Another filter is another look: the name goes.
    press(later, .escape)
    #expect(later.model.shownView == nil)
    press(later, .control("p"))
    type(later, "verwijder weergave")
    press(later, .enter, .enter)
    // Nothing brings it back, and everybody loses a shared one: Enter leaves it, as Esc does.
    for key in [Key.escape, .enter] {
      let frame = later.draw(size: Self.size).canvas.text
      #expect(frame.contains("Dit kan niet ongedaan worden gemaakt."))
      #expect(frame.contains("Iedereen") == isShared && frame.contains("⏎ laat"))
      press(later, key)
      #expect(later.model.overlay == nil && later.model.views.contains { $0.view.name == "gezinnen" })
      press(later, .control("p"))
      type(later, "verwijder weergave")
      press(later, .enter, .enter)
    }
    press(later, .character("j"))
    #expect(!later.model.views.contains { $0.view.name == "gezinnen" })
    #expect(later.model.status?.text == "Weergave gezinnen is weg.")
  }

  @Test("another view of the same name is replaced only when one saves once more", arguments: [false, true])
  func replaced(isShared: Bool) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    func save(_ filter: String) {
      press(shell, .character("/"))
      type(shell, filter)
      press(shell, .enter, .character("F"), .control("u"))
      type(shell, "gezinnen")
      if isShared {
        press(shell, .tab, .control("u"))
        type(shell, "voor iedereen")
      }
      press(shell, .control("s"))
    }
    func filters() -> [String] { shell.source.views().filter { $0.view.name == "gezinnen" }.map(\.view.filter) }
    press(shell, .character("2"))
    save("personen:>=2")
    #expect(filters() == ["personen:>=2"] && shell.model.form == nil)
    // The same once more replaces nothing.
    save("personen:>=2")
    #expect(shell.model.form == nil)
    save("personen:>=3")
    #expect(shell.model.form?.errors["name"]?.contains("nog eens bewaren vervangt haar") == true)
    #expect(filters() == ["personen:>=2"])
    press(shell, .control("s"))
    #expect(filters() == ["personen:>=3"] && shell.model.form == nil)
  }

  @Test("the program begins with the view that was asked for; an unknown one is named with those there are")
  func begins() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre) { $0.view = "te laat" }
    #expect(shell.model.tab == .dossiers && shell.model.allList.ask.filter == "te-laat")
    #expect(shell.model.allList.lines.count == 3)
    let other = visit(theatre) { $0.view = "kleuren" }
    #expect(
      other.model.status?.text.contains("kleuren") == true && other.model.status?.text.contains("te laat") == true)
    let chosen = visit(theatre, "view: te laat\n")
    #expect(chosen.model.tab == .today)
    press(chosen, .character("2"))
    #expect(chosen.model.allList.lines.count == 3)
  }

  @Test(
    "a view of people keeps filter and order of the network; f, a digit and its name at the start look through it",
    arguments: [false, true])
  func peopleViews(isShared: Bool) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try theatre.meet()
    let shell = visit(theatre)
    press(shell, .character("5"), .character("/"))
    type(shell, "partij:corporatie")
    press(shell, .enter, .character("s"), .character("F"))
    type(shell, "mijn corporaties")
    if isShared {
      press(shell, .tab, .control("u"))
      type(shell, "voor iedereen")
    }
    press(shell, .control("s"))
    let kept = shell.model.network
    #expect(kept.view == "mijn corporaties" && kept.order == .turns, "\(shell.model.form?.error ?? "")")
    let digit = try digit(of: "mijn corporaties", shell)
    let later = visit(theatre) {
      $0.view = "mijn corporaties"
      if isShared { $0.ownViews = nil }
    }
    #expect(later.model.tab == .network && later.model.shownView?.view.name == "mijn corporaties")
    #expect(later.model.network.filter == "partij:corporatie" && later.model.network.order == .turns)
    #expect(later.model.network.rows.map(\.contact) == kept.rows.map(\.contact) && !kept.rows.isEmpty)
    #expect(later.draw(size: Self.size).canvas.text.contains("Netwerk · mijn corporaties"))
    // Another filter is another look; the views of dossiers are not among those of people.
    press(later, .escape)
    #expect(later.model.shownView == nil && later.model.network.filter.isEmpty)
    press(later, .character("f"))
    guard case .palette(let palette)? = later.model.overlay else {
      Issue.record("no list of views")
      return
    }
    #expect(palette.entries.count == 4)
    press(later, .escape)
    #expect(try self.digit(of: "mijn corporaties", later) == digit, "a view keeps its digit")
    press(later, .character("f"), .character(digit))
    #expect(later.model.network.filter == "partij:corporatie")
  }

  @Test("a name that a view of the other screen has is not taken from it")
  func oneName() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("5"), .character("F"))
    type(shell, "Te-laat")
    press(shell, .control("s"))
    #expect(shell.model.form?.error == "te laat is een weergave van Dossiers; kies een andere naam.")
  }

  @Test("where one looked on the network is there again in the next visit, with its view")
  func sameNetwork() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try theatre.meet()
    let shell = visit(theatre)
    press(shell, .character("5"), .character("f"), .character("1"))
    #expect(shell.model.network.filter == "stil")
    shell.keepPlace()
    let later = visit(theatre)
    #expect(later.model.tab == .network && later.model.network.filter == "stil")
    #expect(later.model.shownView?.view.name == "te lang stil")
  }

  @Test("a view whose name is left out is not saved, and its field says so")
  func nameless() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("2"), .character("F"), .control("s"))
    #expect(shell.model.form?.errors["name"] != nil)
  }

  @Test("a view keeps its digit when another is saved, in the next visit too")
  func digits() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("2"))
    let before = shell.model.viewsHere.map(\.view.name)
    press(shell, .character("F"))
    type(shell, "aan het werk")
    press(shell, .control("s"))
    #expect(shell.model.viewsHere.map(\.view.name) == before + ["aan het werk"])
    shell.keepPlace()
    let later = visit(theatre)
    press(later, .character("2"))
    #expect(later.model.viewsHere.map(\.view.name) == before + ["aan het werk"])
    press(later, .alt("1"))
    #expect(later.model.shownView?.view.name == before.first)
  }

  @Test("a view keeps its digit when the program was in the other language, or was killed")
  func digitsInBoth() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("2"))
    let count = shell.model.viewsHere.count
    press(shell, .character("F"))
    type(shell, "aan het werk")
    press(shell, .control("s"))
    // Nothing is kept at the end of this visit: it has none. The next one is in English.
    var english = Model(rules: .builtIn, language: .en, user: "j.bakker", today: Theatre.today)
    english.viewSeats = try #require(Place(shell.source)?.views)
    english.seat(
      [KnownView(view: SavedView(name: "aan het werk"), whose: .own)]
        + SavedView.builtIn(.en).map { KnownView(view: $0, whose: .program) })
    #expect(english.viewsHere.map(\.view.name) == SavedView.builtIn(.en).prefix(count).map(\.name) + ["aan het werk"])
    // What cannot be read for once comes back where it was.
    english.seat(SavedView.builtIn(.en).map { KnownView(view: $0, whose: .program) })
    #expect(english.viewsHere.count == count)
    let later = visit(theatre)
    press(later, .character("2"))
    #expect(later.model.viewsHere.last?.view.name == "aan het werk" && later.model.viewsHere.count == count + 1)
  }

  @Test("whom a view is for is what the arrows point at, also where Ctrl-S saves it at once")
  func pointedAt() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("2"), .character("F"))
    type(shell, "van ons")
    press(shell, .tab, .down, .control("s"))
    #expect(shell.model.views.first { $0.view.name == "van ons" }?.whose == .shared)
    // What is only passed by with Tab stays as it stands.
    press(shell, .character("F"))
    type(shell, "van mij")
    press(shell, .tab, .tab, .control("s"))
    #expect(shell.model.views.first { $0.view.name == "van mij" }?.whose == .own)
  }

  @Test("columns of the settings are there at the start")
  func columns() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre, "columns: {today: [name, reception]}\n")
    let text = shell.draw(size: Self.size).canvas.text
    #expect(text.contains("Opvang") && text.contains("azc Utrecht") && !text.contains("Termijn"))
  }

  @Test("Tab completes a term, then its value; the rows follow, and once more takes the next")
  func completion() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("2"), .character("/"))
    type(shell, "fa")
    #expect(shell.draw(size: Self.size).canvas.text.contains("Tab fase:"))
    press(shell, .tab)
    #expect(shell.model.list.typing?.text == "fase:")
    type(shell, "won")
    press(shell, .tab)
    let text = try #require(shell.model.list.typing?.text)
    #expect(text.hasPrefix("fase:") && shell.model.list.lines.map(\.name) == ["AL-HASSAN, Rima"], "\(text)")
    #expect(shell.model.list.fault == nil)
  }

  @Test("reading only: no act, no undo, no number shown; looking works, and it says so")
  func readOnly() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre) { $0.isReadOnly = true }
    #expect(shell.draw(size: Self.size).canvas.text.contains("alleen lezen"))
    let id = try #require(shell.model.list.cursor)
    let before = try theatre.casebook.dossier(id)?.sequence
    press(shell, .character("n"))
    #expect(shell.model.form == nil && shell.model.status?.text.contains("alleen om te lezen") == true)
    press(shell, .enter, .character("x"), .character("u"), .character("n"), .character("U"))
    #expect(shell.model.form == nil && shell.model.opened != nil)
    #expect(try theatre.casebook.dossier(id)?.sequence == before)
    // Nor by another way to the same act.
    press(shell, .character("A"), .enter, .escape, .escape)
    #expect(shell.model.form == nil)
    let source = shell.source
    let note = Action.record(.noteAdded(.init("x")), on: Theatre.today)
    guard case .refused = source.perform(note, on: id, seen: 0, ending: nil, today: Theatre.today) else {
      Issue.record("the source recorded it")
      return
    }
  }

  @Test("what is looked for by name is text, whatever it means in a filter")
  func literal() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    for name in ["Osmani", "Tekle"] {
      let id = try #require(try theatre.casebook.find(name, limit: 1).first?.id)
      try theatre.casebook.perform(
        .record(.noteAdded(.init("niet gebeld")), on: Theatre.today), on: id, seen: nil, by: Actor("s.visser"),
        source: .screen, rules: .builtIn, today: Theatre.today)
    }
    shell.run(.goTo("niet gebeld"))
    shell.handle(.wake)
    #expect(shell.model.list.lines.map(\.name).sorted() == ["OSMANI, Farid", "TEKLE, Yonas"])
  }

  @Test("while one term is wrong the last good rows stay, and the mistake is said whole")
  func oneWrong() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("2"), .character("/"))
    type(shell, "personen:>=2 gemeente:Utrcht")
    #expect(shell.model.allList.lines.count == 2)
    let text = shell.draw(size: Size(columns: 80, rows: 24)).canvas.text
    #expect(text.contains("'Utrcht'") && text.contains("Utrecht"))
    type(shell, " tekle")
    #expect(shell.model.allList.lines.count == 2, "the rest of the line is not looked for yet")
  }

  @Test("a word that may yet become a term is not looked for before it is one, or Enter says it is a word")
  func halfATerm() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("2"), .character("/"))
    type(shell, "personen:>=2 te-laa")
    #expect(shell.model.allList.ask.filter == "personen:>=2" && shell.model.allList.lines.count == 2)
    type(shell, "t")
    #expect(shell.model.allList.ask.filter == "personen:>=2 te-laat")
    press(shell, .backspace, .enter)
    #expect(shell.model.allList.ask.filter == "personen:>=2 te-laa" && shell.model.allList.lines.isEmpty)
  }

  @Test("copying is refused where the settings forbid it; else the terminal is asked")
  func copying() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre, "copy: off\n")
    press(shell, .character("y"))
    #expect(shell.model.status?.text.contains("copy: off") == true)
    let other = visit(theatre)
    press(other, .character("y"))
    // There is no screen here.
    #expect(other.model.status?.text == "Deze terminal heeft geen klembord.")
  }

  @Test("with a Cyrillic layout the same key does the same; text stays as it was typed")
  func otherLayout() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre)
    press(shell, .character("т"))
    #expect(shell.model.form != nil)
    type(shell, "привет")
    #expect(shell.model.form?.texts["text"] == "привет")
  }
}
