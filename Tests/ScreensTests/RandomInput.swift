import Chance
import Terminal

/// What people, pastes, mice and windows do, by chance: single keys, and now and then a few that belong together, or acts
/// would never get as far as the casebook.
struct RandomInput {
  private var dice: Chance
  private var waiting: [Input] = []
  private(set) var size: Size

  init(seed: Int, size: Size) { (dice, self.size) = (Chance(seed: UInt64(seed)), size) }

  mutating func next() -> Input {
    if waiting.isEmpty { waiting = some() }
    let input = waiting.removeFirst()
    if case .resize(let new) = input { size = new }
    return input
  }

  /// Whether the screen is drawn after an input.
  mutating func drawsNow() -> Bool { dice.roll(4) == 0 }

  private mutating func some() -> [Input] {
    switch dice.roll(100) {
    case 0..<44: [.key(dice.one(of: Self.useful))]
    case 44..<54: [.key(dice.one(of: Self.any))]
    case 54..<66: act()
    case 66..<72: Self.keys(dice.one(of: Self.words))
    case 72..<76:
      [.key(.character(dice.one(of: ["/", ":", "N", "M", "F", "?"])))] + Self.keys(dice.one(of: Self.words))
    case 76..<79: [.paste(dice.one(of: Self.pastes))]
    case 79..<94: mouse()
    case 94, 95: [.resize(anySize())]
    // Now and then where there is somebody: in an empty municipality nothing can be done.
    case 96:
      [.key(.escape), .key(.escape), .key(.character("M"))] + Self.keys(dice.one(of: ["nerland", "utrecht"]))
        + [.key(.enter)]
    case 97: [.tick(.now)]
    case 98: [dice.one(of: [.focus(true), .focus(false), .wake, .suspendAboutTo, .resumed])]
    default: [.key(.escape), .key(.escape)]
    }
  }

  /// Out of whatever is open, then an act with some of its fields filled in, and an attempt to save it.
  private mutating func act() -> [Input] {
    var inputs: [Input] = dice.roll(8) == 0 ? [] : [.key(.escape), .key(.character("d"))]
    // On half of the screens there are no households to do something to.
    if dice.roll(2) == 0 { inputs.append(.key(.character(dice.one(of: ["1", "2"])))) }
    if dice.roll(6) == 0 { inputs.append(.key(.enter)) }
    switch dice.roll(6) {
    case 0: inputs += [.key(.character("n"))] + Self.keys(dice.one(of: Self.words))
    case 1: inputs.append(.key(.character(dice.one(of: ["c", "w", "a"]))))
    case 2: inputs += [.key(.character("A"))] + Self.keys(dice.one(of: Self.acts)) + [.key(.enter)] + fields()
    default: inputs += [.key(.character(dice.one(of: Array("nncbowazrBKWHvitepXC"))))] + fields()
    }
    let after: [Key] = [.enter, .escape, .control("s"), .character("u"), .control("r"), .down]
    return inputs + [.key(.control("s")), .key(dice.one(of: after)), .key(dice.one(of: after))]
  }

  private mutating func fields() -> [Input] {
    var inputs: [Input] = []
    for _ in 0..<dice.roll(4) {
      inputs += Self.keys(dice.one(of: Self.words)) + [.key(dice.one(of: [.tab, .enter, .down, .tab]))]
    }
    return inputs
  }

  private mutating func mouse() -> [Input] {
    let (x, y) = (dice.roll(max(1, size.columns + 2)), dice.roll(max(1, size.rows + 2)))
    func press(_ clicks: Int) -> Input { .mouse(MouseInput(.press, x: x, y: y, clicks: clicks)) }
    switch dice.roll(10) {
    case 0..<5: return [press(1), .mouse(MouseInput(.release, x: x, y: y))]
    case 5, 6: return [press(1), press(2)]
    case 7: return [.mouse(MouseInput(.wheelDown, button: .none, x: x, y: y))]
    case 8: return [.mouse(MouseInput(.wheelUp, button: .none, x: x, y: y))]
    default: return [.mouse(MouseInput(.drag, x: x, y: y)), .mouse(MouseInput(.press, button: .right, x: x, y: y))]
    }
  }

  private mutating func anySize() -> Size {
    if dice.roll(5) > 0 { return dice.one(of: [(80, 24), (120, 40), (100, 30), (60, 16)].map(Size.init)) }
    return Size(columns: 1 + dice.roll(300), rows: 1 + dice.roll(100))
  }

  private static func keys(_ text: String) -> [Input] {
    text.map { .key($0 == "\n" ? .enter : .character($0)) }
  }

  private static let moves: [Key] = [
    .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .enter, .tab, .backTab, .shiftUp, .shiftDown,
  ]
  private static let useful: [Key] =
    moves + moves + "123456acfghijklmnopqrstuvwxz*-. CFGMNSUAHJKXBDRWL/?:+0".map { Key.character($0) }
    + [.escape, .escape, .backspace, .control("s"), .control("p"), .control("r"), .function(5), .function(9)]
  /// Ctrl-C too: the next visit begins where that one ended. Ctrl-E finds no terminal to give to an editor.
  private static let any: [Key] =
    [
      .delete, .insert, .function(1), .function(12), .altEnter, .altBackspace, .altUp, .altDown, .altLeft, .altRight,
      .shiftLeft, .shiftRight, .shiftHome, .shiftEnd, .controlUp, .controlDown, .controlLeft, .controlRight,
      .controlHome, .controlEnd, .controlPageUp, .controlPageDown, .controlDelete, .alt("x"), .alt("1"),
    ] + "abcdefghijklmnopqrstuvwxyz".map { Key.control($0) }
    + "éßŁ王ש\u{0301}🙂\u{200D}\u{202E}~!@#$%^&()[]{}<>|\\\"'`;,=_789".unicodeScalars.map {
      Key.character(Character($0))
    }

  private static let words = [
    "23-11", "vr", "20-11", "morgen", "+10w", "4", "0", "700", "ja", "no", "yes", "utrecht", "Amersfoort", "azc",
    "COA", "mitros", "gemeente", "kind", "regulier", "geen passend", "gebeld", "te-laat", "fase:woning", "fase:xyz",
    "tekle", "-", "2026-000003", "2026-000009", "1234567891", "Kanaalstraat 12", "een\ntwee", "(", "\"", "geslaagd",
  ]
  private static let acts = [
    "notitie", "wacht", "koppel", "woning", "sluit", "heropen", "split", "samen", "persoon", "vergunning", "huur",
    "taak", "nareis", "opvang", "screening", "contract", "regie",
  ]
  private static let pastes = [
    "Tekle", "regel een\nregel twee\n\nregel vier", "", " ", "\n", "e\u{301}e\u{301}e\u{301}", "\u{301}", "👨‍👩‍👧‍👦🏳️‍🌈👍🏽",
    "אבג ابت", "\u{202E}omgekeerd\u{202C}", "\u{200B}\u{FEFF}\u{AD}", "王小明", "\t\u{1B}[31m\u{7}\u{85}\u{9B}2J",
    String(repeating: "lang woord ", count: 40), String(repeating: "王", count: 130),
    "a" + String(repeating: "\u{308}", count: 40), "\u{FFFD}\u{10FFFD}\u{E000}", "\u{1F1F3}\u{1F1F1}\u{1F1F3}",
    "fase:woning te-laat", "\"open", "23-11\r\n24-11",
  ]
}
