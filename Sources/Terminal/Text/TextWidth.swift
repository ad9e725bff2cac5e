/// The one measure of text, in columns: layout, clipping, drawing and the cursor all use it, and it agrees with
/// ncurses because both ask glibc about each scalar.
public enum TextWidth {
  /// Columns the text takes when drawn.
  public static func of(_ text: String) -> Int {
    if GlyphReader.isPlain(text) { return text.utf8.count }
    var columns = 0
    for glyph in GlyphReader(text) { columns += Int(glyph.width) }
    return columns
  }

  /// The text as it will be drawn: control characters replaced by pictures of themselves, line ends by blanks,
  /// direction controls and joined emoji reduced.
  public static func clean(_ text: String) -> String {
    if GlyphReader.isPlain(text) { return text }
    var cleaned = ""
    for glyph in GlyphReader(text) { glyph.append(to: &cleaned) }
    return cleaned
  }

  /// Exactly `width` columns of text: padded with blanks, or cut (with "…" as the last column when `ellipsis`).
  public static func fit(_ text: String, width: Int, align: Align = .left, ellipsis: Bool = true) -> String {
    guard width > 0 else { return "" }
    let columns = of(text)
    if columns > width { return cut(text, width: width, ellipsis: ellipsis) }
    let lead = align.lead(of: width - columns)
    return blanks(lead) + clean(text) + blanks(width - columns - lead)
  }

  private static func cut(_ text: String, width: Int, ellipsis: Bool) -> String {
    let room = ellipsis ? width - 1 : width
    var result = ""
    var used = 0
    for glyph in GlyphReader(text) {
      guard used + Int(glyph.width) <= room else { break }
      glyph.append(to: &result)
      used += Int(glyph.width)
    }
    if ellipsis {
      result += "…"
      used += 1
    }
    return result + blanks(width - used)
  }

  /// Lines of at most `width` columns, broken at blanks where possible and at every line end of the text;
  /// a word that is too long is broken where it must. Always at least one line.
  public static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines += LineBreaker(width: max(1, width)).lines(of: String(paragraph))
    }
    return lines
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

/// Where text stands in a field that is wider than it.
public enum Align: Sendable {
  case left, right, center

  /// Blanks before the text, of so many blanks in all.
  func lead(of blanks: Int) -> Int {
    switch self {
    case .left: 0
    case .right: blanks
    case .center: blanks / 2
    }
  }
}
