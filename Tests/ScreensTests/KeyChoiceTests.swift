import Foundation
import Journey
import Preferences
import Terminal
import Testing

@testable import Screens

@Suite("Keys of one's own")
struct KeyChoiceTests {
  private func wishes(_ pairs: KeyValuePairs<String, [String]>) -> [KeyWish] {
    pairs.enumerated().map { KeyWish($1.key, $1.value, at: FileLine("config.yaml", $0 + 1, isOwn: true)) }
  }

  private func preferences(_ pairs: KeyValuePairs<String, [String]>) -> Preferences {
    var preferences = Preferences()
    preferences.keys = wishes(pairs)
    return preferences
  }

  /// A visit to a casebook of four households, with these settings.
  private func visit(_ theatre: Theatre, _ preferences: Preferences, _ language: Language = .nl) -> Shell {
    let model = Model(
      rules: .builtIn, language: language, user: "j.bakker", today: Theatre.today, preferences: preferences)
    let shell = Shell(model, source: theatre.shell.source, worker: nil, clock: { Theatre.today })
    _ = shell.draw(size: Size(columns: 120, rows: 40))
    shell.start()
    return shell
  }

  @Test(
    "keys are written as people write them",
    arguments: [
      ("x", Key.character("x")), ("X", .character("X")), ("+", .character("+")), ("^", .character("^")),
      ("^e", .control("e")), ("^E", .control("e")), ("ctrl-e", .control("e")), ("Ctrl+E", .control("e")),
      ("alt-x", .alt("x")), ("Alt-X", .alt("X")), ("F2", .function(2)), ("f12", .function(12)),
      ("space", .character(" ")), ("spatie", .character(" ")), ("enter", .enter), ("Tab", .tab), ("delete", .delete),
      ("ctrl-m", .enter), ("ctrl-i", .tab),
    ])
  func reading(text: String, key: Key) {
    #expect(KeyText.key(text) == key)
  }

  @Test(
    "what no keyboard has is no key", arguments: ["", " ", "xx", "f0", "f25", "ctrl-", "ctrl-é", "alt-xx", "hyper-x"])
  func noKey(text: String) {
    #expect(KeyText.key(text) == nil)
  }

  @Test("a chosen key does the work, shows in the key bar, help and palette; the former key is free")
  func works() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre, preferences(["note": ["f2", "alt-n"]]))
    #expect(shell.model.status == nil)
    shell.handle(.key(.enter))
    let size = Size(columns: 120, rows: 40)
    #expect(shell.draw(size: size).canvas.text.contains("F2 notitie"))
    shell.handle(.key(.character("n")))
    #expect(shell.model.form == nil)
    shell.handle(.key(.character("A")))
    #expect(shell.draw(size: size).canvas.text.contains("F2"))
    shell.handle(.key(.escape))
    shell.handle(.key(.character("?")))
    #expect(shell.draw(size: size).canvas.text.contains("F2"))
    shell.handle(.key(.escape))
    shell.handle(.key(.alt("n")))
    #expect(shell.model.form != nil)
  }

  @Test("two actions may change keys with each other")
  func swap() {
    let choice = KeyChoice(wishes(["note": ["o"], "offer": ["n"]]))
    #expect(choice.mistakes.isEmpty)
  }

  @Test("an action without keys goes by name; its key is free for another")
  func free() {
    let choice = KeyChoice(wishes(["note": ["o"], "offer": []]))
    #expect(choice.mistakes.isEmpty)
  }

  @Test("Enter, Esc and Tab keep their work, also when that gets a key besides")
  func kept() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let shell = visit(theatre, preferences(["open": ["alt-o"], "back": ["alt-b"]]))
    #expect(shell.model.keyChoice.mistakes.isEmpty)
    shell.handle(.key(.enter))
    #expect(shell.model.opened != nil)
    shell.handle(.key(.escape))
    #expect(shell.model.opened == nil)
    shell.handle(.key(.alt("o")))
    #expect(shell.model.opened != nil)
    shell.handle(.key(.alt("b")))
    #expect(shell.model.opened == nil)
  }

  @Test(
    "a key that cannot be is a mistake with its line and reason, and the action keeps its own key",
    arguments: [
      ("nite", ["f2"], "bedoelde u note?", "did you mean note?"),
      ("notitie", ["f2"], "bedoelde u note?", "did you mean note?"),
      ("zingen", ["f2"], "verwacht open, why", "expected open, why"),
      ("note", ["hyper"], "geen toets \"hyper\"", "no key \"hyper\""),
      ("note", ["enter"], "houdt haar eigen werk", "keeps its own work"),
      ("note", ["ctrl-c"], "houdt haar eigen werk", "keeps its own work"),
      ("note", ["up"], "houdt haar eigen werk", "keeps its own work"),
      ("note", ["o"], "de toets o is al van offer (aanbod)", "the key o is of offer (offer)"),
      ("note", ["/"], "van filter", "of filter"),
      ("why", ["n"], "van note", "of note"),
    ])
  func mistakes(action: String, keys: [String], nl: String, en: String) throws {
    let choice = KeyChoice(wishes(["undo": ["alt-u"], action: keys]))
    let mistake = try #require(choice.mistakes.first)
    #expect(choice.mistakes.count == 1 && mistake.line == 2)
    #expect(mistake.reason.nl.contains(nl) && mistake.reason.en.contains(en), "\(mistake.reason)")
    let note = Binding(
      verb: .act(.note), keys: [.character("n")], name: Act.note.name, help: Act.note.help, group: Act.note.group)
    #expect(choice.applied(to: [note])[0].keys == [.character("n")])
  }

  @Test("of two actions with one key on a screen the first gets it")
  func twice() {
    let choice = KeyChoice(wishes(["note": ["f2"], "contact": ["f2"]]))
    #expect(choice.mistakes.map(\.line) == [2])
  }

  @Test("actions that never meet on a screen may share a key")
  func apart() {
    #expect(KeyChoice(wishes(["why": ["f2"], "show-number": ["f2"]])).mistakes.isEmpty)
  }

  @Test("a wish that fails takes the ones that rest on it along")
  func chain() {
    let choice = KeyChoice(wishes(["note": ["o"], "offer": ["enter"]]))
    #expect(Set(choice.mistakes.map(\.line)) == [1, 2])
  }

  /// What can be bound on the screens of a visit.
  private func actions(_ theatre: Theatre) -> [Binding] {
    theatre.press(.character(" "))
    var all = theatre.shell.model.bindings
    theatre.press(.character("2"))
    all += theatre.shell.model.bindings
    theatre.press(.enter)
    all += theatre.shell.model.bindings
    // A view has its key by its place among the views.
    return all.filter { if case .view = $0.verb { false } else { true } }
  }

  @Test("every action has a code of its own")
  func codes() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    var seen: [String: Verb] = [:]
    for binding in actions(theatre) + Act.allCases.map(binding) {
      let code = try #require(binding.verb.code)
      #expect(seen[code] == nil || seen[code] == binding.verb, "\(code)")
      seen[code] = binding.verb
    }
  }

  @Test("the page on settings names every action that can have a key")
  func page() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/config.md")
    let page = try String(contentsOf: docs, encoding: .utf8)
    for binding in actions(theatre) {
      if case .act = binding.verb { continue }
      let code = try #require(binding.verb.code)
      #expect(page.contains("`\(code)`"))
    }
  }

  @Test("what is said after an act names the chosen key, and none where there is none")
  func hint() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    for (keys, said) in [(["alt-u"], "bewaard · Alt-u maakt ongedaan"), ([], "bewaard")] {
      let shell = visit(theatre, preferences(["undo": keys]))
      for key in [Key.enter, .character("n"), .character("x"), .control("s")] { shell.handle(.key(key)) }
      #expect(shell.model.status?.text.hasSuffix(said) == true)
    }
  }

  private func binding(_ act: Act) -> Binding {
    Binding(verb: .act(act), keys: [], name: act.name, help: act.help, group: act.group)
  }

  @Test("the first thing said is the first mistake of the settings, and where to read them all")
  func said() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    var settings = preferences(["note": ["enter"]])
    settings.take("name: Jan\nthema: dark", from: "/home/j/.config/thuis/config.yaml", isOwn: true) { .builtIn }
    let frame = visit(theatre, settings).draw(size: Size(columns: 200, rows: 40)).canvas.text
    #expect(
      frame.contains(
        "config.yaml regel 2: onbekende optie \"thema\": bedoelde u theme? (en nog 1); zie thuis config check"))
    let english = visit(theatre, settings, .en).draw(size: Size(columns: 200, rows: 40)).canvas.text
    #expect(english.contains("config.yaml line 2: unknown option"))
  }

  @Test("the name of the settings stands on the screen; what is recorded has the account")
  func name() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    var settings = Preferences()
    settings.take("name: Jan de Bakker", from: "config.yaml", isOwn: true) { .builtIn }
    let shell = visit(theatre, settings)
    let first = try #require(shell.draw(size: Size(columns: 120, rows: 40)).canvas.text.split(separator: "\n").first)
    #expect(first.contains("Jan de Bakker") && !first.contains("j.bakker"))
    shell.handle(.key(.enter))
    shell.handle(.key(.character("n")))
    for letter in "x" { shell.handle(.key(.character(letter))) }
    shell.handle(.key(.control("s")))
    let id = try #require(shell.model.opened?.id)
    #expect(try theatre.casebook.dossier(id)?.story.last?.actor.name == "j.bakker")
  }

  @Test("settings say the look and the limits of silence")
  func setting() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    var settings = Preferences()
    settings.take("theme: 16\nsilence: {Corporatie: 3}", from: "config.yaml", isOwn: true) { .builtIn }
    let setting = Setting(
      casebook: theatre.casebook, rules: .builtIn, language: .nl, user: "", today: { Theatre.today },
      preferences: settings)
    #expect(setting.theme == .ansi)
    #expect(Model(setting).rules.silenceLimit(.corporation, .contract) == 3)
    #expect(setting.rules.book.silenceLimit(.corporation, .contract) == 7)
  }
}
