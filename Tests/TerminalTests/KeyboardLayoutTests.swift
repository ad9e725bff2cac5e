import CTerminal
import Testing

@testable import Terminal

@Suite("Keyboards")
struct KeyboardLayoutTests {
  @Test(
    "a command key is the same place on a Cyrillic and on a Greek keyboard",
    arguments: [
      ("т", "n"), ("й", "q"), ("Ж", ":"), ("і", "s"), ("И", "B"), ("ν", "n"), ("ς", "w"), ("σ", "s"), ("Σ", "S"),
      ("ο", "o"), ("Ω", "V"),
    ] as [(Character, Character)])
  func places(typed: Character, latin: Character) {
    #expect(Key.character(typed).onLatinLayout == .character(latin))
    #expect(Key.control(typed).onLatinLayout == .control(latin))
    #expect(Key.alt(typed).onLatinLayout == .alt(latin))
  }

  @Test("Latin letters, digits, signs and keys without a letter are themselves")
  func latin() {
    for letter in "azAZ09?:/.,;é" { #expect(Key.character(letter).onLatinLayout == .character(letter)) }
    for key in [Key.enter, .escape, .down, .function(5)] { #expect(key.onLatinLayout == key) }
  }

  @Test("every Latin command letter has its key on both keyboards")
  func complete() {
    for (letters, script) in [("йцукенгшщзфывапролдячсмить", "Cyrillic"), ("ςερτυθιοπασδφγηξκλζχψωβνμ", "Greek")] {
      let reached = Set(letters.compactMap { KeyboardLayout.latin[$0] })
      // The Greek layout has a semicolon where Q is.
      let missing = Set("abcdefghijklmnopqrstuvwxyz").subtracting(reached)
      #expect(missing == (script == "Greek" ? ["q"] : []), "\(script)")
    }
  }

  @Test("Esc is waited for 25 ms, or as long as ESCDELAY says when that makes sense")
  func escapeDelay() {
    #expect(ct_escape_delay(nil) == 25)
    for sense in [0, 10, 500] { #expect(ct_escape_delay("\(sense)") == Int32(sense)) }
    for nonsense in ["", "snel", "-1", "1000000", "10ms"] { #expect(ct_escape_delay(nonsense) == 25) }
  }
}
