import Journey

/// Text in mdoc(7), the language of manual pages.
struct Mdoc {
  private var lines: [String] = []

  var text: String {
    // A paragraph before a section or at the end is one too many.
    var kept: [String] = []
    for line in lines {
      while line.hasPrefix(".Sh") || line.hasPrefix(".Ss"), kept.last == ".Pp" { kept.removeLast() }
      kept.append(line)
    }
    while kept.last == ".Pp" { kept.removeLast() }
    return kept.joined(separator: "\n") + "\n"
  }

  mutating func macro(_ name: String, _ arguments: String = "") {
    lines.append("." + name + (arguments.isEmpty ? "" : " " + arguments))
  }

  mutating func section(_ title: String) { macro("Sh", title) }

  /// Text, a sentence a line, as mdoc wants it. Nothing in it is taken for a macro.
  mutating func say(_ text: String) {
    let words = text.replacing("\\", with: "\\e").split(whereSeparator: \.isWhitespace)
    var line = ""
    func escaped(_ line: String) -> String { line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line }
    for word in words {
      if !line.isEmpty, line.count + word.count > 76 {
        lines.append(escaped(line))
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      if word.hasSuffix(".") || word.hasSuffix("?") {
        lines.append(escaped(line))
        line = ""
      }
    }
    if !line.isEmpty { lines.append(escaped(line)) }
  }

  mutating func list(_ entries: [(String, String)], tag: (String) -> String) {
    macro("Bl", "-tag -width Ds")
    for (name, text) in entries {
      macro("It", tag(name))
      say(text)
    }
    macro("El")
  }

  /// One argument on a line of macros: never a macro itself, spaces and all.
  static func word(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("\"", with: "\\(dq")
    return text.contains(" ") ? "\"\(escaped)\"" : "\\&" + escaped
  }

  /// Keys as words, since a manual page is read in any font.
  static func plain(key: String) -> String {
    switch key {
    case "⏎": "Enter"
    case "←": "Left"
    case "→": "Right"
    case let key where key.hasPrefix("^") && key.count > 1: "Ctrl-" + key.dropFirst()
    default: key
    }
  }

  /// What a field takes, in a word.
  static func value(of kind: Field.Kind) -> String {
    switch kind {
    case .text, .longText: "text"
    case .day: "date"
    case .number: "number"
    case .yesNo: "yes|no"
    case .municipality: "municipality"
    case .choice: "code"
    case .choices: "code,..."
    }
  }
}
