import Casebook
import Journey
import Yams

extension Preferences {
  /// The machine's files and then the person's, each over the former. A mistake costs that setting only.
  /// - Parameter rules: asked for only where a setting names a party.
  public static func read(_ folders: ConfigFolders, rules: () -> Rulebook) -> Preferences {
    var all = Preferences()
    let machine = folders.machineConfigs.reversed().map { ($0, false) }
    for (path, isOwn) in machine + [(folders.config, true)] {
      do throws(ConfigMistake) {
        guard let text = try ConfigFile.read(path) else { continue }
        all.files.append(path)
        all.take(text, from: path, isOwn: isOwn, rules: rules)
      } catch {
        all.files.append(path)
        all.mistakes.append(isOwn ? error : error.closingCopying)
        if !isOwn { all.forbidCopying(by: path, error.line) }
      }
    }
    return all
  }

  /// Settings of one file, over what is here already.
  public mutating func take(_ text: String, from path: String, isOwn: Bool, rules: () -> Rulebook) {
    var reader = PreferencesReader(path: path, isOwn: isOwn, preferences: self)
    reader.read(text, rules)
    self = reader.preferences
    mistakes += reader.mistakes.inOrder
  }
}

/// Reads one `config.yaml`.
struct PreferencesReader {
  let isOwn: Bool
  var preferences: Preferences
  var mistakes: MistakeList

  init(path: String, isOwn: Bool, preferences: Preferences) {
    (self.isOwn, self.preferences, mistakes) = (isOwn, preferences, MistakeList(path: path))
  }

  enum Option: String, CaseIterable {
    case language, theme, name, editor, silence, mouse, copy, view, columns, keys
  }

  /// What somebody calls an option who writes Dutch.
  private static let dutch: [String: Option] = [
    "taal": .language, "kleuren": .theme, "naam": .name, "tekstverwerker": .editor, "stil": .silence,
    "stilte": .silence, "muis": .mouse, "kopieren": .copy, "weergave": .view, "kolommen": .columns, "toetsen": .keys,
  ]

  mutating func read(_ text: String, _ rules: () -> Rulebook) {
    let document = YamlDocument(text)
    let isUnread = document.root == nil && !document.mistakes.isEmpty
    mistakes.add(isUnread && !isOwn ? document.mistakes.map(\.closingCopying) : document.mistakes)
    if isUnread, !isOwn { preferences.forbidCopying(by: mistakes.path, document.mistakes[0].line) }
    guard let root = document.root, root.string != "" else { return }
    guard let options = root.mapping else {
      let expected = Phrase("verwacht regels als theme: light", "expected lines such as theme: light")
      if !isOwn { preferences.forbidCopying(by: mistakes.path, 1) }
      return mistakes.add(root, isOwn ? expected : expected + .copyingIsOff)
    }
    for (key, value) in options {
      let name = key.string ?? ""
      guard let option = Option(rawValue: name) else {
        mistakes.add(
          key,
          .unknown(
            Phrase("optie", "option"), name, among: Option.allCases.map(\.rawValue),
            meant: Self.dutch[Folding.key(name)]?.rawValue))
        continue
      }
      take(option, key, value, rules)
    }
  }

  private mutating func take(_ option: Option, _ key: Node, _ value: Node, _ rules: () -> Rulebook) {
    switch option {
    case .language: choose(key, value, Self.languages, \.language)
    case .theme: choose(key, value, Self.themes, \.theme)
    case .mouse: choose(key, value, Self.switches, \.mouse)
    case .copy: copying(key, value)
    case .name: text(key, value, \.name)
    case .editor: text(key, value, \.editor)
    case .view: text(key, value, \.view)
    case .silence: each(value, "corporation: 10") { $0.silence($1, $2, rules()) }
    case .columns: each(value, "today: [due, name:24]") { $0.columns($1, $2) }
    case .keys: each(value, "note: n") { $0.keys($1, $2) }
    }
  }

  // MARK: - Values

  private typealias Words<Value> = [(words: [String], value: Value)]
  private static let languages: Words<Language> = [(["nl"], .nl), (["en"], .en)]
  private static let themes: Words<Preferences.Theme> = [
    (["dark", "donker"], .dark), (["light", "licht"], .light), (["16"], .sixteen), (["none", "geen"], .none),
  ]
  private static let switches: Words<Bool> = [
    (["on", "aan", "true", "yes", "ja"], true), (["off", "uit", "false", "no", "nee"], false),
  ]

  func place(_ node: Node) -> FileLine { FileLine(mistakes.path, node.mark?.line ?? 1, isOwn: isOwn) }

  private func chosen<Value>(_ value: Value, _ node: Node) -> Chosen<Value> { Chosen(value, .file(place(node))) }

  /// - Parameter consequence: said with what was expected.
  private mutating func one<Value>(
    _ key: Node, _ value: Node, of words: Words<Value>, else consequence: Phrase? = nil
  ) -> Value? {
    let typed = value.string?.lowercased() ?? ""
    if let found = words.first(where: { $0.words.contains(typed) }) { return found.value }
    let all = words.map(\.words[0]), option = key.string ?? ""
    let (nl, en) = (Self.listed(all, "of"), Self.listed(all, "or"))
    let expected =
      Phrase("\(option): verwacht \(nl)", "\(option): expected \(en)") + Self.meant(typed, words.map(\.words))
    mistakes.add(value.known ?? key, consequence.map { expected + $0 } ?? expected)
    return nil
  }

  /// Names of values that are written shorter.
  private static let spoken = [["nl", "nederlands", "dutch"], ["en", "engels", "english"]]

  /// `; bedoelde u nl?`, where what was typed begins one of the words or looks like it.
  /// - Parameter values: all words of each value, the one to write first.
  private static func meant(_ typed: String, _ values: [[String]]) -> Phrase {
    let all = values.map { words in words + (spoken.first { $0[0] == words[0] } ?? []) }
    let begun = typed.count < 2 ? nil : all.first { words in words.contains { $0.hasPrefix(typed) } }
    let near = Nearest.word(typed, among: all.flatMap { $0 })
    guard let value = begun ?? all.first(where: { words in near.map { words.contains($0) } ?? false }) else {
      return Phrase(same: "")
    }
    return Phrase("; bedoelde u \(value[0])?", "; did you mean \(value[0])?")
  }

  private mutating func choose<Value>(
    _ key: Node, _ value: Node, _ words: Words<Value>, _ setting: WritableKeyPath<Preferences, Chosen<Value>?>
  ) {
    if let found = one(key, value, of: words) { preferences[keyPath: setting] = chosen(found, key) }
  }

  private mutating func text(
    _ key: Node, _ value: Node, _ setting: WritableKeyPath<Preferences, Chosen<String>?>
  ) {
    guard let text = value.string, text.contains(where: { !$0.isWhitespace }) else {
      let option = key.string ?? ""
      return mistakes.add(value.known ?? key, Phrase("\(option): verwacht tekst", "\(option): expected text"))
    }
    preferences[keyPath: setting] = chosen(text, key)
  }

  /// The machine may forbid it: it is about what leaves the office.
  private mutating func copying(_ key: Node, _ value: Node) {
    guard let may = one(key, value, of: Self.switches, else: isOwn ? nil : .copyingIsOff) else {
      if !isOwn { preferences.copy = chosen(false, key) }
      return
    }
    if isOwn, may, let former = preferences.copy, !former.value, case .file(let line) = former.origin {
      let place = "\(line.path):\(line.line)"
      return mistakes.add(
        key,
        Phrase(
          "copy: kopiëren is op deze computer uitgezet (\(place)) en blijft uit",
          "copy: copying has been put off on this computer (\(place)) and stays off"))
    }
    preferences.copy = chosen(may, key)
  }

  /// Each pair of a mapping, with what one looks like.
  private mutating func each(_ node: Node, _ example: String, _ take: (inout Self, Node, Node) -> Void) {
    guard let pairs = node.mapping else {
      return mistakes.add(
        node, Phrase("verwacht regels als \(example)", "expected lines such as \(example)"))
    }
    for (key, value) in pairs { take(&self, key, value) }
  }

  private mutating func silence(_ key: Node, _ value: Node, _ rules: Rulebook) {
    let typed = key.string ?? ""
    let party = rules.parties.first {
      $0.id.rawValue == typed || [$0.name.nl, $0.name.en].contains { Folding.key($0) == Folding.key(typed) }
    }
    guard let party else {
      let known = rules.parties.map(\.id.rawValue)
      return mistakes.add(key, .unknown(Phrase("partij", "party"), typed, among: known))
    }
    guard let days = value.string.flatMap({ Int($0) }), 1...999 ~= days else {
      return mistakes.add(
        value.known ?? key,
        Phrase("\(typed): verwacht een aantal dagen, 1 tot 999", "\(typed): expected a number of days, 1 to 999"))
    }
    guard !isTwice(preferences.silence[party.id]?.origin, key) else { return }
    preferences.silence[party.id] = chosen(days, key)
  }

  private mutating func columns(_ key: Node, _ value: Node) {
    let lists: Words<Preferences.List> = [(["today", "vandaag"], .today), (["dossiers"], .dossiers)]
    guard let list = lists.first(where: { $0.words.contains(key.string?.lowercased() ?? "") })?.value else {
      return mistakes.add(
        key, .unknown(Phrase("lijst", "list"), key.string ?? "", among: Preferences.List.allCases.map(\.rawValue)))
    }
    guard !isTwice(preferences.columns[list]?.origin, key), let columns = ShownColumn.list(value, &mistakes) else {
      return
    }
    preferences.columns[list] = chosen(columns, key)
  }

  /// Said in this file already, by its other name.
  private mutating func isTwice(_ former: SettingOrigin?, _ key: Node) -> Bool {
    guard case .file(let line)? = former, line.path == mistakes.path else { return false }
    let name = key.string ?? ""
    mistakes.add(
      key, Phrase("\(name) staat er al (regel \(line.line))", "\(name) is there already (line \(line.line))"))
    return true
  }

  private mutating func keys(_ key: Node, _ value: Node) {
    let nodes = value.sequence.map(Array.init) ?? [value]
    let keys = nodes.compactMap(\.string)
    let action = key.string ?? ""
    guard keys.count == nodes.count, value.known != nil || value.sequence != nil, !keys.contains("") else {
      return mistakes.add(
        value.known ?? key,
        Phrase(
          "\(action): verwacht een toets als n, f2 of ^e, of een lijst ervan",
          "\(action): expected a key such as n, f2 or ^e, or a list of them"))
    }
    preferences.keys.removeAll { $0.action == action }
    preferences.keys.append(KeyWish(action, keys, at: place(key)))
  }

  /// `a, b of c`.
  private static func listed(_ words: [String], _ or: String) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(or) " + last
  }
}

extension Node {
  /// Itself, unless nothing was written: then the mark is where the next thing stands.
  var known: Node? { string == "" ? nil : self }
}
