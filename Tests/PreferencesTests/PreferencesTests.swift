import Casebook
import Foundation
import Journey
import Testing

@testable import Preferences

@Suite("What a person sets")
struct PreferencesTests {
  private func read(_ text: String, machine: String? = nil) -> Preferences {
    var all = Preferences()
    if let machine { all.take(machine, from: "/etc/xdg/thuis/config.yaml", isOwn: false) { .builtIn } }
    all.take(text, from: "/home/j/.config/thuis/config.yaml", isOwn: true) { .builtIn }
    return all
  }

  @Test("a whole file is read, each setting with its line")
  func whole() throws {
    let all = read(
      """
      # mine
      language: en
      theme: licht
      name: "Jan Bakker"
      editor: nano -w
      silence: {corporation: 10, COA: 14}
      mouse: off
      copy: aan
      view: te laat
      columns:
        vandaag: [due, name:24, Fase]
        dossiers: due, name
      keys: {note: "^e", palette: ["f2", ":"], offer: []}
      """)
    #expect(all.mistakes.isEmpty, "\(all.mistakes)")
    #expect(all.language?.value == .en && all.theme?.value == .light)
    #expect(all.theme?.origin == .file(FileLine("/home/j/.config/thuis/config.yaml", 3, isOwn: true)))
    #expect(all.name?.value == "Jan Bakker" && all.editor?.value == "nano -w" && all.view?.value == "te laat")
    #expect(all.silence.mapValues(\.value) == [.corporation: 10, .coa: 14])
    #expect(!all.startsWithMouse && all.mayCopy)
    #expect(
      all.columns[.today]?.value == [ShownColumn(.due), ShownColumn(.name, width: 24), ShownColumn(.stage)])
    #expect(all.columns[.dossiers]?.value == [ShownColumn(.due), ShownColumn(.name)])
    #expect(all.keys.map(\.action) == ["note", "palette", "offer"])
    #expect(all.keys.map(\.keys) == [["^e"], ["f2", ":"], []])
  }

  @Test(
    "a mistake says its line and what was expected, in both languages; the rest still counts",
    arguments: [
      ("thema: dark", "bedoelde u theme?", "did you mean theme?"),
      ("wallpaper: cats", "verwacht language, theme", "expected language, theme"),
      ("theme: purple", "verwacht dark, light, 16 of none", "expected dark, light, 16 or none"),
      ("theme: [dark]", "verwacht dark", "expected dark"),
      ("theme:", "verwacht dark", "expected dark"),
      ("taal: nl", "onbekende optie \"taal\": bedoelde u language?", "did you mean language?"),
      ("theme: drak", "16 of none; bedoelde u dark?", "16 or none; did you mean dark?"),
      ("theme: lich", "none; bedoelde u light?", "none; did you mean light?"),
      ("mouse: maybe", "verwacht on of off", "expected on or off"),
      ("editor: {a: b}", "verwacht tekst", "expected text"),
      ("silence: 10", "corporation: 10", "corporation: 10"),
      ("silence: {corperation: 10}", "bedoelde u corporation?", "did you mean corporation?"),
      ("silence: {coa: soon}", "een aantal dagen, 1 tot 999", "a number of days, 1 to 999"),
      ("silence: {coa: 0}", "een aantal dagen", "a number of days"),
      ("silence: {coa: 4, COA: 5}", "COA staat er al (regel 2)", "COA is there already (line 2)"),
      ("silence: {coa: 4, coa: 5}", "coa staat er twee keer", "coa is there twice"),
      ("columns: {tody: [due]}", "bedoelde u today?", "did you mean today?"),
      ("columns: {today: [due, naem]}", "bedoelde u name?", "did you mean name?"),
      ("columns: {today: [\"name:2\"]}", "een breedte van 4 tot 80", "a width from 4 to 80"),
      ("columns: {today: [name, due, name]}", "kolom name staat er al", "column name is there already"),
      ("columns: {today: []}", "een lijst als [due, name:24, stage]", "a list such as [due, name:24, stage]"),
      ("keys: {note: {a: b}}", "verwacht een toets", "expected a key"),
      ("keys: {note: }", "verwacht een toets", "expected a key"),
      ("language: en", "language staat er al (regel 1)", "language is there already (line 1)"),
    ])
  func mistakes(line: String, nl: String, en: String) throws {
    let all = read("language: nl\n\(line)\nname: Jan\n")
    let mistake = try #require(all.mistakes.first)
    #expect(all.mistakes.count == 1)
    #expect(mistake.line == 2)
    #expect(mistake.reason.nl.contains(nl) && mistake.reason.en.contains(en), "\(mistake.reason)")
    #expect(all.language?.value == .nl && all.name?.value == "Jan")
  }

  @Test("a language that is written out is known well enough to say how it is written", arguments: ["ned", "Dutch"])
  func language(typed: String) throws {
    let mistake = try #require(read("language: \(typed)\n").mistakes.first)
    #expect(mistake.reason.nl == "language: verwacht nl of en; bedoelde u nl?")
  }

  @Test("every mistake of a file is found at once, in the order of its lines")
  func many() {
    let all = read("name: Jan\nthema: dark\nmouse: maybe\nname: Piet\nkeys:\n  note: n\n  note: o\n")
    #expect(all.mistakes.map(\.line) == [2, 3, 4, 7])
    #expect(all.name?.value == "Jan" && all.keys.map(\.keys) == [["n"]])
  }

  @Test("a file that is no YAML is one mistake with its line, and nothing is set")
  func noYaml() {
    let all = read("name: Jan\ntheme: [dark\nmouse: on\n")
    #expect(all.mistakes.count == 1 && all.mistakes[0].line >= 2)
    #expect(all.name == nil)
    #expect(read("just words").mistakes.map(\.line) == [1])
  }

  @Test(
    "an empty file and one with remarks only set nothing and are right", arguments: ["", "# nothing yet\n", "---\n"])
  func empty(text: String) {
    #expect(read(text).mistakes.isEmpty)
  }

  @Test("the person's own settings come over the machine's, one by one")
  func precedence() {
    let all = read(
      "theme: dark\nsilence: {coa: 5}\nkeys: {note: f2}",
      machine: "theme: light\nname: Balie\nsilence: {coa: 9, duo: 30}\nkeys: {note: f3, offer: f4}")
    #expect(all.mistakes.isEmpty)
    #expect(all.theme?.value == .dark && all.name?.value == "Balie")
    #expect(all.silence.mapValues(\.value) == [.coa: 5, PartyID("duo"): 30])
    #expect(
      Dictionary(uniqueKeysWithValues: all.keys.map { ($0.action, $0.keys) }) == ["note": ["f2"], "offer": ["f4"]])
  }

  @Test("copying that the machine puts off stays off, and the person is told where that was said")
  func copying() throws {
    let all = read("copy: on", machine: "# policy\ncopy: off")
    #expect(!all.mayCopy)
    let mistake = try #require(all.mistakes.first)
    #expect(mistake.line == 1 && mistake.reason.nl.contains("/etc/xdg/thuis/config.yaml:2"))
    #expect(!read("copy: off", machine: "copy: on").mayCopy)
    #expect(read("copy: off", machine: "copy: off").mistakes.isEmpty)
  }

  @Test(
    "a machine's file that cannot be understood forbids copying and says so; a person's own does not",
    arguments: ["copy: [off", "just words", "copy: sometimes", "copy:"])
  func closed(text: String) throws {
    let all = read("copy: on", machine: text)
    #expect(!all.mayCopy)
    let mistake = try #require(all.mistakes.first)
    #expect(mistake.path == "/etc/xdg/thuis/config.yaml" && mistake.reason.nl.contains("kopiëren staat daarom uit"))
    #expect(all.mistakes.last?.reason.nl.contains("blijft uit") == true)
    let own = read(text)
    #expect(own.mayCopy && own.mistakes.allSatisfy { !$0.reason.nl.contains("kopiëren") })
  }

  @Test("a machine's file that cannot be read forbids copying", arguments: [true, false])
  func unreadable(isFolder: Bool) throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "thuis-closed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let folders = ConfigFolders(environment: ["XDG_CONFIG_HOME": home.path, "XDG_CONFIG_DIRS": home.path + "/machine"])
    let file = URL(filePath: folders.machineConfigs[0])
    try FileManager.default.createDirectory(
      at: isFolder ? file : file.deletingLastPathComponent(), withIntermediateDirectories: true)
    if !isFolder { try Data([0x63, 0xE9]).write(to: file) }
    let all = Preferences.read(folders) { .builtIn }
    #expect(!all.mayCopy && all.mistakes.count == 1)
    #expect(all.mistakes[0].reason.en.contains("copying is therefore off"))
  }

  @Test("the rulebook is asked for only where a party is named")
  func lazily() {
    var all = Preferences()
    all.take("theme: dark", from: "config.yaml", isOwn: true) {
      Issue.record("the rulebook was asked for")
      return .builtIn
    }
    #expect(all.theme?.value == .dark)
  }

  @Test("own limits of silence take the place of the rulebook's, in every stage; other parties keep theirs")
  func silence() {
    let rules = Rulebook.builtIn.silent(after: [.corporation: 10])
    #expect(Stage.allCases.allSatisfy { rules.silenceLimit(.corporation, $0) == 10 })
    #expect(rules.silenceLimit(.coa, .moving) == Rulebook.builtIn.silenceLimit(.coa, .moving))
    #expect(rules.fingerprint == Rulebook.builtIn.fingerprint)
  }

  @Test("the files that are there are read, the machine's first; one that is not UTF-8 says so with its line")
  func files() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "thuis-config-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let folders = ConfigFolders(environment: [
      "XDG_CONFIG_HOME": home.path + "/own", "XDG_CONFIG_DIRS": "\(home.path)/near:\(home.path)/far",
    ])
    func write(_ bytes: [UInt8], _ path: String) throws {
      let file = URL(filePath: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    #expect(Preferences.read(folders) { .builtIn }.files.isEmpty)
    try write(Array("theme: dark\nname: ver\n".utf8), folders.machineConfigs[1])
    try write(Array("theme: light\n".utf8), folders.machineConfigs[0])
    var all = Preferences.read(folders) { .builtIn }
    #expect(all.files == [folders.machineConfigs[1], folders.machineConfigs[0]])
    #expect(all.theme?.value == .light && all.name?.value == "ver")
    try write(Array("mouse: on\nname: Ren".utf8) + [0xE9, 0x0A], folders.config)
    all = Preferences.read(folders) { .builtIn }
    let mistake = try #require(all.mistakes.first)
    #expect(mistake.path == folders.config && mistake.line == 2 && mistake.reason.en.contains("UTF-8"))
    #expect(all.files.last == folders.config && all.name?.value == "ver")
  }

  @Test("folders follow the XDG specification: relative ones do not count")
  func folders() {
    let plain = ConfigFolders(environment: ["HOME": "/home/j", "XDG_CONFIG_HOME": "config"])
    #expect(plain.config == "/home/j/.config/thuis/config.yaml")
    #expect(plain.machineConfigs == ["/etc/xdg/thuis/config.yaml"])
    let set = ConfigFolders(environment: [
      "HOME": "/home/j", "XDG_CONFIG_HOME": "/conf", "XDG_CONFIG_DIRS": "/a:b:/c",
    ])
    #expect(set.views == "/conf/thuis/views.yaml")
    #expect(set.machineConfigs == ["/a/thuis/config.yaml", "/c/thuis/config.yaml", "/etc/xdg/thuis/config.yaml"])
  }
}
