import Foundation
import Testing

@Suite("Settings of one's own", .serialized)
struct ConfigTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  private var own: String { place.folder.path + "/.config/thuis/config.yaml" }
  private var machine: String { place.folder.path + "/xdg/thuis/config.yaml" }

  private func write(_ text: String, to path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func setting(_ name: String, _ arguments: String...) throws -> [String: Any] {
    let started = try place.start(["config", "show", "--format", "json"] + arguments)
    let json = place.result(of: started).json as? [String: Any]
    let all = json?["settings"] as? [[String: Any]] ?? []
    return try #require(all.first { $0["name"] as? String == name })
  }

  @Test("without a file there is nothing wrong")
  func nothing() throws {
    let result = try place.thuis("config", "check")
    #expect(result.status == 0 && result.output.contains("In orde") && result.output.contains(own))
    #expect(try setting("theme")["source"] as? String == "default")
  }

  @Test("check names every mistake as path:line: reason and ends with 65; the program works all the same")
  func check() throws {
    try write("theme: light\nthema: dark\nkeys: {note: enter}\n", to: own)
    try write("mouse: maybe\n", to: machine)
    try write("- name: a\n  sort: kleur\n", to: place.folder.path + "/.config/thuis/views.yaml")
    let result = try place.thuis("config", "check")
    #expect(result.status == 65)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("\(machine):1: mouse: verwacht on of off"))
    #expect(lines[1].hasPrefix("\(own):2: onbekende optie \"thema\""))
    #expect(lines[2].hasPrefix("\(own):3: note: de toets enter"))
    #expect(lines[3].contains("views.yaml:2: sort: verwacht"))
    #expect(try place.thuis("config", "check", "--lang", "en").output.contains(":2: unknown option \"thema\""))
    try place.fill(3)
    #expect(try place.thuis("list").status == 0)
  }

  @Test("check says what is wrong from the top of a file down, keys among the rest, and of many choices the first")
  func downTheFile() throws {
    try write("keys: {zingen: f2}\ntaal: ned\nview: kwijt\n", to: own)
    let lines = try place.thuis("config", "check", "--lang", "nl").output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("\(own):1: onbekende actie \"zingen\": verwacht open, "))
    #expect(lines[0].contains(" en nog ") && lines[0].count < 400, "\(lines[0])")
    #expect(lines[1] == "\(own):2: onbekende optie \"taal\": bedoelde u language?")
    #expect(lines[2].hasPrefix("\(own):3: view: "))
  }

  @Test("check names a view to open with that nobody has, and knows those of the program and one's own")
  func view() throws {
    try write("view: kwijt\n", to: own)
    let result = try place.thuis("config", "check")
    #expect(result.status == 65)
    #expect(result.output.hasPrefix("\(own):1: view: er is geen weergave \"kwijt\"; wel: "))
    try write("- name: Kwijt\n", to: place.folder.path + "/.config/thuis/views.yaml")
    #expect(try place.thuis("config", "check").status == 0)
    try write("view: overdue\n", to: own)
    #expect(try place.thuis("config", "check").status == 0)
  }

  @Test("the first mistake is said whole on a small screen, with how many more there are")
  func firstOfMany() throws {
    try place.fill(3)
    try write("language: nl\ntheme: purple\nmouse: maybe\nview: kwijt\n", to: own)
    let terminal = try TerminalUnderTest(place, columns: 80)
    try terminal.waitForText("regel 2: theme: verwacht dark, light, 16 of none")
    try terminal.waitForText("(en nog 1)")
    try terminal.waitForText("Er is geen weergave")
    #expect(try terminal.leave() == 0)
  }

  @Test("check says which files were read when all is well")
  func inOrder() throws {
    try write("language: en\n", to: own)
    try write("mouse: off\n", to: machine)
    try write("- name: a\n", to: place.folder.path + "/.config/thuis/views.yaml")
    let result = try place.thuis("config", "check")
    #expect(result.status == 0)
    #expect(result.output.contains("\(machine): in order\n\(own): in order\n"))
    #expect(result.output.contains("views.yaml: 1 view, in order"))
  }

  @Test("show has only the keys that hold")
  func keys() throws {
    try write("keys:\n  notitei: f4\n  wait: ^c\n  note: f6\n", to: own)
    let text = try place.thuis("config", "show").output
    #expect(text.contains("keys.note") && !text.contains("keys.notitei") && !text.contains("keys.wait"))
  }

  @Test("show says who said so: option before environment before own file before machine file")
  func show() throws {
    try write("name: Balie\nmouse: off\nlanguage: nl\n", to: machine)
    try write("# mine\nlanguage: en\ntheme: dark\n", to: own)
    let language = try setting("language")
    #expect(language["value"] as? String == "en" && language["source"] as? String == "own file")
    #expect(language["path"] as? String == own && language["line"] as? Int == 2)
    #expect(try setting("language", "--lang", "nl")["source"] as? String == "option")
    #expect(try setting("name")["source"] as? String == "machine file")
    #expect(try setting("account")["by"] as? String == "THUIS_USER")
    let text = try place.thuis("config", "show").output
    #expect(text.contains("own file: \(own):3") && text.contains("machine file: \(machine):2"))
  }

  @Test("an own language holds without an option, for commands and screens")
  func language() throws {
    try place.fill(3)
    try write("language: en\nname: Jan de Bakker\n", to: own)
    #expect(try place.thuis("rules", "check").output.hasPrefix("In order"))
    let terminal = try TerminalUnderTest(place, columns: 120)
    try terminal.waitForText("Today")
    try terminal.waitForText("Jan de Bakker")
    #expect(try terminal.leave() == 0)
  }

  @Test("NO_COLOR comes over the files, and --theme over both")
  func theme() throws {
    try place.fill(3)
    try write("theme: dark\n", to: own)
    func colours(_ arguments: [String], _ extra: [String: String]) throws -> Bool {
      let terminal = try TerminalUnderTest(place, arguments, extra: extra)
      try terminal.waitUntilIdle()
      defer { _ = try? terminal.leave() }
      return terminal.hasColours
    }
    #expect(try colours([], [:]))
    #expect(try !colours([], ["NO_COLOR": "1"]))
    #expect(try colours(["--theme", "dark"], ["NO_COLOR": "1"]))
    #expect(try !colours(["--theme", "none"], [:]))
    #expect(try place.thuis("--theme", "purple").status == 64)
  }

  @Test("the first line on the screen is the first mistake, and the program runs on")
  func firstLine() throws {
    try place.fill(3)
    try write("language: nl\ntheme: purple\n", to: own)
    let terminal = try TerminalUnderTest(place, columns: 120)
    try terminal.waitForText("config.yaml regel 2: theme: verwacht dark, light, 16 of none; zie thuis config check")
    #expect(try terminal.leave() == 0)
  }

  @Test("one's own limits of silence hold on the command line as on the screens")
  func silence() throws {
    try place.fill()
    let ofRules = try place.list("stil aanzet:corporatie").count
    let longer = try place.list("aanzet:corporatie stil:>3d").map(\.id)
    try write("silence: {corporation: 3}\n", to: own)
    #expect(try place.list("stil aanzet:corporatie").map(\.id) == longer && longer.count > ofRules)
  }

  @Test("an own editor is run for a long text, with its options")
  func editor() throws {
    try place.fill(3)
    let script = place.folder.path + "/editor.sh"
    try "#!/bin/sh\necho \"$1 geschreven\" > \"$2\"\n".write(toFile: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    try write("editor: \(script) zo\n", to: own)
    let terminal = try TerminalUnderTest(place, extra: ["VISUAL": "/bin/false"])
    try terminal.waitUntilIdle()
    try terminal.press("\r")
    try terminal.press("n")
    terminal.send("\u{05}")
    try terminal.waitForText("zo geschreven")
    try terminal.press("\u{13}")
    #expect(try terminal.leave() == 0)
  }

  @Test("a chosen key is on the key card of this person")
  func keyCard() throws {
    try write("keys: {note: f2}\n", to: own)
    let card = try place.thuis("manual", "keys").output
    #expect(card.contains("| `F2` | notitie") && !card.contains("| `n` |"))
  }
}
