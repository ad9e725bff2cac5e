import Terminal

/// Keys as people write them in settings, and their names on the screen.
enum KeyText {
  /// `n`, `N`, `^e`, `ctrl-e`, `alt-x`, `F2`, `space`; nil when no keyboard has it.
  static func key(_ text: String) -> Key? {
    if text.count == 1, let letter = text.first { return letter.isWhitespace ? nil : .character(letter) }
    let word = text.lowercased()
    if let key = named[word] { return key }
    if word.first == "f", let number = Int(word.dropFirst()), 1...24 ~= number { return .function(number) }
    // Whichever is written, a terminal hears Control with a small letter.
    for prefix in ["^", "ctrl-", "ctrl+", "c-"] where word.hasPrefix(prefix) {
      return control(String(word.dropFirst(prefix.count)))
    }
    for prefix in ["alt-", "alt+", "m-"] where word.hasPrefix(prefix) {
      let rest = text.dropFirst(prefix.count)
      return rest.count == 1 ? rest.first.map { .alt($0) } : nil
    }
    return nil
  }

  /// For keys that `Binding.name` has no sign for; empty for those nobody binds.
  static func name(_ key: Key) -> String {
    switch key {
    case .alt(let letter): "Alt-\(letter)"
    default: named.filter { $0.value == key }.map(\.key).min { ($0.count, $0) < ($1.count, $1) }?.capitalized ?? ""
    }
  }

  /// Some of Control's keys are other keys: no terminal tells Ctrl-M from Enter.
  private static func control(_ word: String) -> Key? {
    switch word {
    case "m", "j": .enter
    case "i": .tab
    case "h": .backspace
    case "[": .escape
    case "space", "spatie": .control(" ")
    default: word.utf8.count == 1 && ("a"..."z" ~= word || "\\]^_".contains(word)) ? .control(Character(word)) : nil
    }
  }

  private static let named: [String: Key] = [
    "space": .character(" "), "spatie": .character(" "), "enter": .enter, "return": .enter, "esc": .escape,
    "escape": .escape, "tab": .tab, "backspace": .backspace, "delete": .delete, "del": .delete, "insert": .insert,
    "ins": .insert, "up": .up, "down": .down, "left": .left, "right": .right, "pageup": .pageUp, "pgup": .pageUp,
    "pagedown": .pageDown, "pgdn": .pageDown, "home": .home, "end": .end,
  ]
}
