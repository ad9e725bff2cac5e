/// Breaks one paragraph into lines.
struct LineBreaker {
  let width: Int

  func lines(of paragraph: String) -> [String] {
    var lines: [String] = []
    var line: [Glyph] = []
    var used = 0
    /// How many glyphs of the line come before its last chance to break.
    var chance: Int?

    for var glyph in GlyphReader(paragraph) {
      if Int(glyph.width) > width { glyph = .unknown }
      // Chinese and Japanese break between any two glyphs.
      if let last = line.last, glyph.width == 2 || last.width == 2 { chance = line.count }
      while used + Int(glyph.width) > width {
        if glyph == .blank { break }
        let end = chance ?? line.count
        lines.append(text(line[..<end]))
        line = Array(line[end...].drop { $0 == .blank })
        used = line.reduce(0) { $0 + Int($1.width) }
        chance = nil
      }
      if glyph == .blank {
        // Blanks at the end of a full line vanish with the break.
        guard used < width else {
          chance = line.count
          continue
        }
        if line.isEmpty && !lines.isEmpty { continue }
        chance = line.count
      }
      line.append(glyph)
      used += Int(glyph.width)
    }
    if !line.isEmpty || lines.isEmpty { lines.append(text(line[...])) }
    return lines
  }

  private func text(_ glyphs: ArraySlice<Glyph>) -> String {
    var end = glyphs.endIndex
    while end > glyphs.startIndex && glyphs[end - 1] == .blank { end -= 1 }
    var text = ""
    for glyph in glyphs[..<end] { glyph.append(to: &text) }
    return text
  }
}
