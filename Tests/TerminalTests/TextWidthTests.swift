import Chance
import Testing

@testable import Terminal

@Suite("The width of text")
struct TextWidthTests {
  @Test(
    "counts columns in every script",
    arguments: [
      ("", 0), ("Jansen", 6), ("فاطمة", 5), ("ገብረ", 3), ("王小明", 6), ("e\u{301}", 1), ("Łukasz", 6), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("👋🏽", 2), ("❤️", 1), ("❤️‍🔥", 1), ("فَاطِمَة", 5), ("…", 1),
    ])
  func counts(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test("an escape sequence is shown, not obeyed")
  func escape() {
    #expect(TextWidth.clean("a\u{1B}[31mb") == "a␛[31mb")
    #expect(TextWidth.clean("\u{07}\u{7F}\u{9B}2J") == "␇␡\u{FFFD}2J")
  }

  @Test("line ends and tabs become blanks")
  func lineEnds() {
    #expect(TextWidth.clean("een\ntwee\tdrie\u{2028}vier") == "een twee drie vier")
  }

  @Test("controls of direction vanish, so a name cannot turn the line around")
  func direction() {
    #expect(TextWidth.clean("\u{202E}abc\u{202C}\u{2066}d\u{2069}\u{200F}") == "abcd")
    #expect(TextWidth.of("\u{202E}\u{200B}\u{FEFF}\u{AD}") == 0)
  }

  @Test("a family of emoji becomes its first member; text after it stays")
  func family() {
    #expect(TextWidth.clean("👨‍👩‍👧 thuis") == "👨 thuis")
  }

  @Test("a joiner between Arabic or Indic letters drops no letter")
  func joinerInWords() {
    #expect(TextWidth.clean("ک\u{200D}ه") == "که")
    #expect(TextWidth.clean("क्\u{200D}ष") == "क्ष")
  }

  @Test("a mark without a base gets a dotted circle; more than four marks are cut")
  func marks() {
    #expect(Array(TextWidth.clean("\u{301}a").unicodeScalars) == ["\u{25CC}", "\u{301}", "a"])
    #expect(TextWidth.clean("z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}").unicodeScalars.count == 5)
  }

  @Test("what was cleaned stays as it is and has the same width")
  func cleanIsStable() {
    var random = Chance(seed: 3)
    for _ in 0..<500 {
      let text = randomText(&random)
      let clean = TextWidth.clean(text)
      #expect(TextWidth.of(clean) == TextWidth.of(text))
      #expect(TextWidth.clean(clean) == clean)
    }
  }
}

@Suite("Fitting text")
struct FittingTests {
  @Test("pads on the side that was asked for")
  func pads() {
    #expect(TextWidth.fit("ab", width: 5) == "ab   ")
    #expect(TextWidth.fit("ab", width: 5, align: .right) == "   ab")
    #expect(TextWidth.fit("ab", width: 5, align: .center) == " ab  ")
  }

  @Test("cuts with an ellipsis, never through a wide glyph")
  func cuts() {
    #expect(TextWidth.fit("Amersfoort", width: 6) == "Amers…")
    #expect(TextWidth.fit("Amersfoort", width: 6, ellipsis: false) == "Amersf")
    #expect(TextWidth.fit("王小明", width: 4) == "王… ")
    #expect(TextWidth.fit("王小明", width: 3, ellipsis: false) == "王 ")
    #expect(TextWidth.fit("abc", width: 1) == "…")
    #expect(TextWidth.fit("abc", width: 0) == "")
    #expect(TextWidth.fit("abc", width: -4) == "")
  }

  @Test("always has exactly the width")
  func exact() {
    var random = Chance(seed: 4)
    for _ in 0..<500 {
      let width = Int.random(in: 0...30, using: &random)
      let align = [Align.left, .right, .center].randomElement(using: &random)!
      let fitted = TextWidth.fit(randomText(&random), width: width, align: align, ellipsis: Bool.random(using: &random))
      #expect(TextWidth.of(fitted) == width)
    }
  }
}

@Suite("Wrapping text")
struct WrappingTests {
  @Test("breaks at blanks and at line ends")
  func breaks() {
    #expect(TextWidth.wrap("de woning is klaar\nop 1 mei", width: 10) == ["de woning", "is klaar", "op 1 mei"])
    #expect(TextWidth.wrap("een twee", width: 3) == ["een", "twe", "e"])
    #expect(TextWidth.wrap("a\n\nb", width: 5) == ["a", "", "b"])
    #expect(TextWidth.wrap("", width: 5) == [""])
  }

  @Test("a word that fits exactly leaves no empty line")
  func exactWord() {
    #expect(TextWidth.wrap("12345 12345", width: 5) == ["12345", "12345"])
    #expect(TextWidth.wrap("12345   12345", width: 5) == ["12345", "12345"])
    #expect(TextWidth.wrap("1234567890", width: 5) == ["12345", "67890"])
  }

  @Test("Chinese breaks between glyphs")
  func chinese() {
    #expect(TextWidth.wrap("王小明住在乌得勒支", width: 7) == ["王小明", "住在乌", "得勒支"])
  }

  @Test("no line is wider than asked and no visible glyph is lost")
  func property() {
    var random = Chance(seed: 5)
    for _ in 0..<500 {
      let text = (0..<6).map { _ in randomText(&random) }.joined(separator: " ")
      let width = Int.random(in: 2...30, using: &random)
      let lines = TextWidth.wrap(text, width: width)
      #expect(lines.allSatisfy { TextWidth.of($0) <= width })
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept.unicodeScalars.elementsEqual(TextWidth.clean(text).filter { $0 != " " }.unicodeScalars))
    }
  }

  @Test("a wide glyph in one column becomes a sign that it does not fit")
  func narrow() {
    #expect(TextWidth.wrap("王a", width: 1) == ["\u{FFFD}", "a"])
  }
}
