import CTerminal

/// Reads text as the glyphs a terminal can show safely, one cell each: nothing that moves the cursor, reverses a
/// line or hides itself comes out. Every measure, cut and drawing of text goes through here.
struct GlyphReader: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  /// The glyph that may still get marks.
  private var held: Glyph?
  private var joined = false

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
  }

  /// Whether each byte is one printable cell, so that counting bytes is measuring.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  mutating func next() -> Glyph? {
    while let scalar = scalars.next() {
      switch Part(scalar.value) {
      case .ignored: continue
      case .joiner: joined = true
      case .mark:
        if held == nil { held = Glyph(base: 0x25CC) }  // a dotted circle carries a mark without a base
        held?.add(mark: scalar.value)
      case .modifier where held != nil: continue
      case .glyph(let glyph), .modifier(let glyph):
        // The rest of a joined emoji: terminals disagree about its width, so its first member stands for all.
        let belongs = joined && Part.isPictograph(glyph.base) && held != nil
        joined = false
        if belongs { continue }
        let finished = held
        held = glyph
        if let finished { return finished }
      }
    }
    let last = held
    held = nil
    return last
  }
}

/// What a scalar does to the cells.
private enum Part {
  case glyph(Glyph)
  case mark
  /// A skin tone, which belongs to the pictograph before it.
  case modifier(Glyph)
  case joiner
  case ignored

  init(_ value: UInt32) {
    if value >= 0x20 && value < 0x7F {
      self = .glyph(Glyph(base: value))
      return
    }
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: self = .glyph(.blank)
    case 0..<0x20: self = .glyph(Glyph(base: 0x2400 + value))  // the picture of the control character
    case 0x7F: self = .glyph(Glyph(base: 0x2421))
    case 0x80..<0xA0: self = .glyph(.unknown)
    case 0xA0: self = .glyph(.blank)
    case 0x200D: self = .joiner
    // A flag is its two letters: terminals disagree about its width more than about any other sign's.
    case 0x1F1E6...0x1F1FF: self = .glyph(Glyph(base: value - 0x1F1E6 + 0x41))
    case 0x1F3FB...0x1F3FF: self = .modifier(Glyph(base: value, width: 2))
    default: self = Part.isInvisible(value) ? .ignored : Part.measured(value)
    }
  }

  private static func measured(_ value: UInt32) -> Part {
    switch ct_width(value) {
    case 0: .mark
    case 1: .glyph(Glyph(base: value))
    case 2: .glyph(Glyph(base: value, width: 2))
    default: .glyph(.unknown)
    }
  }

  /// Soft hyphens, direction marks, variation selectors, keycaps, tags: they have no cell of their own, and
  /// terminals that obey them break the columns.
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x061C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20E3, 0xFE00...0xFE0F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  static func isPictograph(_ value: UInt32) -> Bool {
    value >= 0x1F000 || (value >= 0x2190 && value < 0x2C00)
  }
}
