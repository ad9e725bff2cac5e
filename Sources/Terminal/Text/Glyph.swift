/// What one cell can show: a base scalar, at most four combining marks (as many as ncurses keeps), and its width.
struct Glyph: Hashable, Sendable {
  var base: UInt32
  var marks: (UInt32, UInt32, UInt32, UInt32) {
    (mark1, mark2, mark3, mark4)
  }
  private var mark1: UInt32 = 0
  private var mark2: UInt32 = 0
  private var mark3: UInt32 = 0
  private var mark4: UInt32 = 0
  /// Columns: 1 or 2; 0 for the right half of a wide glyph.
  var width: UInt8

  init(base: UInt32, width: UInt8 = 1) {
    self.base = base
    self.width = width
  }

  static let blank = Glyph(base: 0x20)
  static let ellipsis = Glyph(base: 0x2026)
  static let unknown = Glyph(base: 0xFFFD)
  static let continuation = Glyph(base: 0, width: 0)

  /// A mark beyond the fourth is not shown.
  mutating func add(mark: UInt32) {
    if mark1 == 0 {
      mark1 = mark
    } else if mark2 == 0 {
      mark2 = mark
    } else if mark3 == 0 {
      mark3 = mark
    } else if mark4 == 0 {
      mark4 = mark
    }
  }

  var hasMarks: Bool { mark1 != 0 }

  func append(to text: inout String) {
    for value in [base, mark1, mark2, mark3, mark4] {
      guard value != 0, let scalar = Unicode.Scalar(value) else { return }
      text.unicodeScalars.append(scalar)
    }
  }

  var text: String {
    var text = ""
    append(to: &text)
    return text
  }
}
