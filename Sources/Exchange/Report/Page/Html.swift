/// A piece of HTML. What is put into it is escaped, unless it is HTML itself: text cannot become markup by oversight.
struct Html: ExpressibleByStringInterpolation, Hashable, Sendable {
  var text: String

  init(stringLiteral text: String) { self.text = text }
  init(stringInterpolation parts: Interpolation) { text = parts.text }

  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      // What HTML has no way to write.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }

  static func + (a: Html, b: Html) -> Html {
    var sum = a
    sum.text += b.text
    return sum
  }
  static func += (a: inout Html, b: Html) { a.text += b.text }

  struct Interpolation: StringInterpolationProtocol {
    var text = ""
    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }
    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ words: String) { text += Html.escaped(words) }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ html: Html) { text += html.text }
    mutating func appendInterpolation(_ parts: [Html]) { for part in parts { text += part.text } }
    /// A place in a drawing, to a tenth.
    mutating func appendInterpolation(_ place: Double) {
      let tenths = Int((place * 10).rounded())
      let (sign, size) = (tenths < 0 ? "-" : "", tenths.magnitude)
      text += size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
    }
  }
}
