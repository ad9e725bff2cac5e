import Chance
import Testing

@testable import Terminal

@Suite("Keys, pastes and the mouse")
struct InputDecoderTests {
  /// Reads the characters as one burst: nothing follows.
  private func decoded(_ text: String) -> [Input] {
    var decoder = InputDecoder()
    let raws = text.unicodeScalars.map { InputDecoder.Raw.scalar($0.value) } + [.nothing]
    return raws.flatMap { decoder.read($0) }
  }

  @Test(
    "typed characters and control keys",
    arguments: [
      ("a", Key.character("a")), ("é", .character("é")), ("日", .character("日")), ("\r", .enter), ("\n", .enter),
      ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{12}", .control("r")), ("\u{13}", .control("s")),
      ("\u{0}", .control(" ")), ("\u{1F}", .control("_")), ("\u{1B}", .escape), ("\u{1B}x", .alt("x")),
      ("\u{1B}\r", .altEnter), ("\u{1B}\u{7F}", .altBackspace), ("\u{1B}\t", .backTab), ("\u{1B}[", .alt("[")),
      ("\u{1B}O", .alt("O")),
    ])
  func typed(text: String, key: Key) {
    #expect(decoded(text) == [.key(key)])
  }

  @Test(
    "sequences the terminal's description does not know",
    arguments: [
      ("[A", Key.up), ("OB", .down), ("[1;5C", .controlRight), ("[1;2A", .shiftUp), ("[1;3D", .altLeft),
      ("[Z", .backTab),
      ("[5~", .pageUp), ("[6;5~", .controlPageDown), ("[3~", .delete), ("[15~", .function(5)), ("[24~", .function(12)),
      ("OP", .function(1)), ("[1~", .home), ("OM", .enter), ("[3;5~", .controlDelete),
    ])
  func sequences(text: String, key: Key) {
    #expect(decoded("\u{1B}" + text) == [.key(key)])
  }

  @Test("an unknown sequence types nothing", arguments: ["[27;5;9~", "[?1;2c", "[?2026;2$y", "[=1;2u", "[99X"])
  func unknown(text: String) {
    #expect(decoded("\u{1B}" + text + "q") == [.key(.character("q"))])
  }

  @Test(
    "ncurses' names, also with modifiers",
    arguments: [
      ("KEY_DOWN", Key.down), ("KEY_F(5)", .function(5)), ("KEY_F(12)", .function(12)), ("kDN5", .controlDown),
      ("kRIT5", .controlRight), ("KEY_SR", .shiftUp), ("kUP3", .altUp), ("KEY_BTAB", .backTab), ("KEY_PPAGE", .pageUp),
    ])
  func names(name: String, key: Key) {
    #expect(KeyName.key(name) == key)
    var decoder = InputDecoder()
    #expect(decoder.read(.named(name)) == [.key(key)])
  }

  @Test("a key we have no name for is nothing", arguments: ["KEY_RESIZE", "KEY_F(x)", "", "KEY_MOUSE"])
  func noKey(name: String) {
    var decoder = InputDecoder()
    #expect(decoder.read(.named(name)) == [])
  }

  @Test("escape before another key is escape, then that key")
  func escapeThenKey() {
    var decoder = InputDecoder()
    #expect(decoder.read(.scalar(0x1B)) == [])
    #expect(decoder.read(.named("KEY_DOWN")) == [.key(.escape), .key(.down)])
    #expect(decoded("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
  }

  // MARK: Paste

  private func pasted(_ text: String) -> [Input] {
    var decoder = InputDecoder()
    var inputs = decoder.read(.named("PASTE_BEGIN"))
    for scalar in text.unicodeScalars { inputs += decoder.read(.scalar(scalar.value)) }
    inputs += decoder.read(.nothing)
    return inputs + decoder.read(.named("PASTE_END"))
  }

  @Test("a paste is one input; its line ends are never Enter and its escapes are gone")
  func paste() {
    #expect(pasted("een\r\ntwee\rdrie\nvier\t\u{1B}[31mq\u{7}") == [.paste("een\ntwee\ndrie\nvier\t[31mq")])
    #expect(decoded("\u{1B}[200~") == [])
  }

  @Test("keys within a paste do nothing")
  func keysInPaste() {
    var decoder = InputDecoder()
    _ = decoder.read(.named("PASTE_BEGIN"))
    #expect(decoder.read(.named("KEY_DOWN")) == [])
    #expect(decoder.read(.scalar(0x61)) == [])
    #expect(decoder.read(.named("PASTE_END")) == [.paste("a")])
    #expect(decoder.read(.scalar(0x61)) == [.key(.character("a"))])
  }

  @Test("a paste that never ends is given up with what came")
  func endlessPaste() {
    var decoder = InputDecoder()
    _ = decoder.read(.named("PASTE_BEGIN"))
    _ = decoder.read(.scalar(0x61))
    #expect(decoder.patience != nil)
    #expect(decoder.expire(after: .seconds(2)) == [.paste("a")])
    #expect(decoder.patience == nil)
  }

  @Test("a paste that comes in parts is one paste, whatever wakes the program between them")
  func pasteInParts() {
    var decoder = InputDecoder()
    _ = decoder.read(.named("PASTE_BEGIN"))
    _ = decoder.read(.scalar(0x61))
    #expect(decoder.expire(after: .milliseconds(16)) == [])
    #expect(decoder.read(.scalar(0x71)) == [])
    #expect(decoder.read(.named("PASTE_END")) == [.paste("aq")])
  }

  @Test("a paste ends also where its end itself comes in two parts")
  func pasteEndInParts() {
    var decoder = InputDecoder()
    _ = decoder.read(.named("PASTE_BEGIN"))
    #expect("een~\u{1B}[20".unicodeScalars.flatMap { decoder.read(.scalar($0.value)) } == [])
    #expect(decoder.read(.nothing) == [])
    let rest = "1~q".unicodeScalars.flatMap { decoder.read(.scalar($0.value)) }
    #expect(rest == [.paste("een~"), .key(.character("q"))])
  }

  // MARK: Mouse

  private func mouse(_ report: String) -> [Input] {
    var decoder = InputDecoder()
    _ = decoder.read(.named("MOUSE"))
    return report.unicodeScalars.flatMap { decoder.read(.scalar($0.value)) }
  }

  @Test("presses, releases, drags and the wheel, also beyond column 223")
  func reports() {
    #expect(mouse("0;5;7M") == [.mouse(MouseInput(.press, x: 4, y: 6))])
    #expect(mouse("0;5;7m") == [.mouse(MouseInput(.release, x: 4, y: 6))])
    #expect(mouse("34;250;7M") == [.mouse(MouseInput(.drag, button: .right, x: 249, y: 6))])
    #expect(mouse("65;1;1M") == [.mouse(MouseInput(.wheelDown, button: .none, x: 0, y: 0))])
    #expect(mouse("20;1;1M") == [.mouse(MouseInput(.press, x: 0, y: 0, shift: true, control: true))])
    #expect(mouse("1;1M") == [])
    #expect(mouse("64;1;1M") == [.mouse(MouseInput(.wheelUp, button: .none, x: 0, y: 0))])
    #expect(mouse("66;1;1M") == [])
    #expect(mouse("128;1;1M") == [])
    #expect(mouse("0;0;0M") == [])
    #expect(mouse("0;99999999999999999999;1M") == [])
  }

  @Test("a report that comes in two parts is one report")
  func parts() {
    var decoder = InputDecoder()
    _ = decoder.read(.named("MOUSE"))
    _ = "0;5;".unicodeScalars.flatMap { decoder.read(.scalar($0.value)) }
    #expect(decoder.read(.nothing) == [])
    #expect(decoder.patience != nil)
    #expect(decoder.expire(after: .milliseconds(16)) == [])
    #expect("7M".unicodeScalars.flatMap { decoder.read(.scalar($0.value)) } == [.mouse(MouseInput(.press, x: 4, y: 6))])
  }

  @Test("a second press soon after on the same cell is a double click; a third is a first again")
  func doubleClick() {
    var sense = PointerSense()
    let start = ContinuousClock.now
    func clicks(_ milliseconds: Int, x: Int = 1) -> Int? {
      let input = Input.mouse(MouseInput(.press, x: x, y: 1))
      guard case .mouse(let event)? = sense.judge(input, at: start + .milliseconds(milliseconds)) else { return nil }
      return event.clicks
    }
    #expect(clicks(0) == 1)
    #expect(clicks(200) == 2)
    #expect(clicks(300) == 1)
    #expect(clicks(400, x: 2) == 1)
    #expect(clicks(1500, x: 2) == 1)
  }

  @Test("the click that brings the window to the front does nothing else")
  func focusClick() {
    var sense = PointerSense()
    let start = ContinuousClock.now
    let press = Input.mouse(MouseInput(.press, x: 1, y: 1))
    #expect(sense.judge(.focus(true), at: start) == .focus(true))
    #expect(sense.judge(press, at: start + .milliseconds(5)) == nil)
    let release = Input.mouse(MouseInput(.release, x: 1, y: 1))
    #expect(sense.judge(.mouse(MouseInput(.drag, x: 2, y: 1)), at: start + .milliseconds(50)) == nil)
    #expect(sense.judge(release, at: start + .milliseconds(90)) == nil)
    #expect(sense.judge(press, at: start + .milliseconds(900)) == press)
    #expect(sense.judge(release, at: start + .milliseconds(950)) == release)
  }

  @Test("any burst of characters leaves the decoder ready for the next key", arguments: 0..<40)
  func neverStuck(seed: Int) {
    var random = Chance(seed: UInt64(seed))
    var decoder = InputDecoder()
    let pieces: [UInt32] = [0x1B, 0x5B, 0x4F, 0x3C, 0x30, 0x3B, 0x7E, 0x4D, 0x6D, 0x61, 0x0D, 0, 0x10FFFF, 0xD800]
    for _ in 0..<300 { _ = decoder.read(.scalar(pieces.randomElement(using: &random)!)) }
    _ = decoder.read(.nothing)
    _ = decoder.expire(after: .seconds(3))
    #expect(decoder.patience == nil)
    #expect(decoder.read(.scalar(0x78)) == [.key(.character("x"))])
  }
}
