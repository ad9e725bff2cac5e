/// Text from outside made safe for a terminal: control characters and what steers it show as a mark.
enum Plain {
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: steers) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        clean.append(" ")
      } else {
        clean.append(steers(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(clean)
  }

  /// The same of several lines, which stay lines.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { clean(String($0)) }.joined(separator: "\n")
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    case .format: scalar != "\u{200D}" && scalar != "\u{200C}" && scalar != "\u{AD}"
    default: false
    }
  }

  /// Columns on a terminal: marks take none, letters of East Asia and most pictures two.
  static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Cut to `columns` with a sign that it was cut, and padded to them.
  static func fit(_ text: String, _ columns: Int, pad: Bool = true) -> String {
    var text = clean(text)
    if width(text) > columns {
      var kept = ""
      var used = 0
      for character in text {
        let wide = width(String(character))
        if used + wide > columns - 1 { break }
        kept.append(character)
        used += wide
      }
      text = kept + "…"
    }
    return pad ? text + String(repeating: " ", count: max(0, columns - width(text))) : text
  }
}
