import Terminal

@testable import Screens

/// A frame as a terminal of that theme shows it: `cat` a file of it and look. Says how it looks where that changes, and
/// ends every line plain.
struct AnsiFrame {
  let canvas: Canvas
  let theme: Theme

  var text: String { (0..<canvas.size.rows).map(row).joined(separator: "\n") }

  private func row(_ y: Int) -> String {
    let cells = (0..<canvas.size.columns).map { canvas[$0, y] }.filter { $0.width > 0 }
    var (text, blanks, current) = ("", 0, Look())
    for cell in cells {
      let look = theme.look(of: cell.style)
      // A blank of which nothing is seen is one more of whatever stands before it.
      if cell.glyph == " ", !look.paintsBlanks, !current.paintsBlanks {
        blanks += 1
        continue
      }
      text += String(repeating: " ", count: blanks)
      blanks = 0
      if look != current { text += look.sequence }
      text += cell.glyph
      current = look
    }
    return current == Look() ? text : text + Look().sequence
  }
}

extension Look {
  /// It shows where there are no letters.
  fileprivate var paintsBlanks: Bool { background != nil || underline || reverse }

  /// Select Graphic Rendition (ECMA-48): from nothing to this.
  fileprivate var sequence: String {
    var codes: [String] = self == Look() ? [] : ["0"]
    if bold { codes.append("1") }
    if dim { codes.append("2") }
    if underline { codes.append("4") }
    if reverse { codes.append("7") }
    if let foreground { codes.append(Look.code(foreground, plain: 30, bright: 90)) }
    if let background { codes.append(Look.code(background, plain: 40, bright: 100)) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func code(_ index: Int, plain: Int, bright: Int) -> String {
    switch index {
    case 0..<8: "\(plain + index)"
    case 8..<16: "\(bright + index - 8)"
    default: "\(plain + 8);5;\(index)"
    }
  }
}
