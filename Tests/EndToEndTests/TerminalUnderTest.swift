import CPty
import CVTerm
import Foundation
import Glibc

/// A terminal (libvterm) with the real program on it. Tests wait for what the screen shows, never for a time; the
/// deadline only ends a test that would wait for ever.
final class TerminalUnderTest {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private var master: Int32 = -1
  let process: pid_t
  private let before: termios
  private var raw: [UInt8] = []
  private var exitStatus: Int32?
  private(set) var size: (rows: Int, columns: Int)

  struct TooLong: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameter extra: settings beside the workplace's.
  convenience init(
    _ place: Workplace, _ arguments: [String] = [], rows: Int = 30, columns: Int = 100, extra: [String: String] = [:]
  ) throws {
    try self.init(
      Binary.path, arguments, environment: place.environment.merging(extra) { $1 }, rows: rows, columns: columns)
  }

  init(
    _ program: String, _ arguments: [String] = [], environment settings: [String: String], rows: Int = 30,
    columns: Int = 100
  ) throws {
    size = (rows, columns)
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    vterm_screen_enable_altscreen(screen, 1)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var environment = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + environment { free(word) } }
    process = cpty_spawn(program, &words, &environment, Int32(rows), Int32(columns), &master)
    var modes = termios()
    tcgetattr(master, &modes)
    before = modes
    vterm_screen_reset(screen, 1)
  }

  /// The program has ended.
  var isOver: Bool { exitStatus != nil }

  deinit {
    if exitStatus == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(master)
    vterm_free(terminal)
  }

  // MARK: - Looking

  var lines: [String] {
    (0..<size.rows).map { row in
      var text = ""
      var column = 0
      while column < size.columns {
        var cell = VTermScreenCell()
        vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
        text += letters(cell)
        column += max(1, Int(cell.width))
      }
      return text
    }
  }

  var text: String { lines.joined(separator: "\n") }

  private func letters(_ cell: VTermScreenCell) -> String {
    withUnsafeBytes(of: cell.chars) { bytes in
      let codes = bytes.bindMemory(to: UInt32.self).prefix { $0 != 0 && $0 != .max }
      let scalars = codes.compactMap(Unicode.Scalar.init)
      return scalars.isEmpty ? " " : String(String.UnicodeScalarView(scalars))
    }
  }

  /// The terminal is as a shell expects it: own screen, cursor, no mouse, echo and lines on.
  var isRestored: Bool { leftOn.isEmpty }

  /// What is not as a shell expects it, in words; empty when all is.
  var leftOn: [String] {
    var after = termios()
    tcgetattr(master, &after)
    let flags = tcflag_t(ICANON | ECHO | ISIG | NOFLSH)
    let modes = Self.modes(raw)
    let text = String(decoding: raw, as: UTF8.self)
    let names = [
      1: "cursor keys", 1049: "alternate screen", 1002: "mouse", 1006: "mouse columns", 2004: "paste", 1004: "focus",
      2026: "synchronized output",
    ]
    var left = names.filter { modes.contains($0.key) }.map(\.value)
    if !modes.contains(25) { left.append("cursor hidden") }
    if text.matches(of: /\u{1B}[=>]/).last?.0 == "\u{1B}=" { left.append("keypad") }
    if text.matches(of: /\u{1B}\[8[hl]/).last?.0 == "\u{1B}[8l" { left.append("order of text") }
    if !writesPlainly { left.append("colours") }
    if after.c_lflag & flags != before.c_lflag & flags { left.append("echo and lines") }
    return left
  }

  /// What a shell writes next has its own colours and no attribute. The terminal is asked, not the last sequence: how a
  /// kind of terminal takes colours back is its own ("op", "sgr0").
  private var writesPlainly: Bool {
    let state = vterm_obtain_state(terminal)
    func pen(_ attribute: VTermAttr) -> VTermValue {
      var value = VTermValue()
      vterm_state_get_penattr(state, attribute, &value)
      return value
    }
    let switches = [VTERM_ATTR_BOLD, VTERM_ATTR_ITALIC, VTERM_ATTR_BLINK, VTERM_ATTR_REVERSE, VTERM_ATTR_STRIKE]
    return switches.allSatisfy { pen($0).boolean == 0 } && pen(VTERM_ATTR_UNDERLINE).number == 0
      && UInt32(pen(VTERM_ATTR_FOREGROUND).color.type) & VTERM_COLOR_DEFAULT_FG.rawValue != 0
      && UInt32(pen(VTERM_ATTR_BACKGROUND).color.type) & VTERM_COLOR_DEFAULT_BG.rawValue != 0
  }

  /// Whether the program has asked for this private mode and not taken it back.
  func isOn(_ mode: Int) -> Bool { Self.modes(raw).contains(mode) }

  /// All that the program has sent, as text.
  var sent: String { String(decoding: raw, as: UTF8.self) }

  /// The private modes that are on after these bytes (DECSET and DECRST); the cursor (25) is on from the start.
  static func modes(_ bytes: [UInt8]) -> Set<Int> {
    var modes: Set<Int> = [25]
    let text = String(decoding: bytes, as: UTF8.self)
    for match in text.matches(of: /\u{1B}\[\?([0-9;]+)([hl])/) {
      for part in match.1.split(separator: ";") {
        guard let mode = Int(part) else { continue }
        if match.2 == "h" { modes.insert(mode) } else { modes.remove(mode) }
      }
    }
    return modes
  }

  /// A signal key throws away what is still on its way to the screen: half a frame.
  var signalKeysFlush: Bool {
    var now = termios()
    tcgetattr(master, &now)
    return now.c_lflag & tcflag_t(NOFLSH) == 0
  }

  /// Whether a colour was asked for since the start.
  var hasColours: Bool {
    String(decoding: raw, as: UTF8.self).contains(
      /\u{1B}\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7]|[34]8;5;[0-9]+|9[0-7])(?:;[0-9;]*)?m/)
  }

  /// The number in the latest idle mark; nothing is pending in the program at that frame.
  private var idleFrame: Int {
    let tail = String(decoding: raw.suffix(65_536), as: UTF8.self)
    return tail.matches(of: /thuis:([0-9]+):idle/).last.flatMap { Int($0.1) } ?? 0
  }

  // MARK: - Doing

  /// Sends keys and waits until the program has dealt with them.
  func press(_ keys: String) throws {
    try drain()
    let frame = idleFrame
    send(keys)
    try wait("an idle mark after \(keys.debugDescription)") { self.idleFrame > frame || self.exitStatus != nil }
  }

  func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Something else writes on the terminal, behind the program's back.
  func scribble(_ text: String) throws {
    try drain()
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { _ = vterm_input_write(terminal, $0.bindMemory(to: CChar.self).baseAddress, bytes.count) }
  }

  /// Stops the program and lets it run again, as from another window, while something else wrote on the terminal.
  func stopAndContinue(writing text: String) throws {
    kill(process, SIGSTOP)
    var status: Int32 = 0
    waitpid(process, &status, WUNTRACED)
    try scribble(text)
    kill(process, SIGCONT)
  }

  /// What the program sends for these keys, until it has dealt with them; the idle mark, which only tests ask for, not
  /// counted.
  func bytes(of keys: String) throws -> Int {
    try drain()
    let before = raw.count
    try press(keys)
    try drain()
    return String(decoding: raw[before...], as: UTF8.self).replacing(Self.idleMark, with: "").utf8.count
  }

  nonisolated(unsafe) private static let idleMark = /\u{1B}\][0-9]+;thuis:[0-9]+:idle(?:\u{7}|\u{1B}\\)/

  /// - Parameter orEnds: keys on their way may end the program first.
  func resize(rows: Int, columns: Int, orEnds: Bool = false) throws {
    try drain()
    let frame = idleFrame
    size = (rows, columns)
    vterm_set_size(terminal, Int32(rows), Int32(columns))
    _ = cpty_resize(master, Int32(rows), Int32(columns))
    try wait("a frame of the new size") { self.idleFrame > frame || orEnds && self.exitStatus != nil }
  }

  func waitForText(_ wanted: String) throws {
    try wait("\"\(wanted)\" on the screen") { self.text.contains(wanted) }
  }

  func waitUntilSent(_ wanted: String) throws {
    try wait("\(wanted.debugDescription) from the program") { self.sent.contains(wanted) }
  }

  /// Lets the first screen come.
  func waitUntilIdle() throws { try wait("the first idle mark") { self.idleFrame > 0 } }

  /// Goes back level by level until the program ends.
  func leave() throws -> Int32 {
    for _ in 0..<6 where exitStatus == nil {
      try drain()
      let frame = idleFrame
      send("q")
      try wait("a level back") { self.idleFrame > frame || self.exitStatus != nil }
    }
    return try waitForExit()
  }

  /// The exit status, or 128 and the signal's number.
  func waitForExit() throws -> Int32 {
    try wait("the end of the program") { self.exitStatus != nil }
    try drain()
    return exitStatus ?? -1
  }

  private func wait(_ what: String, until done: () -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(240)
    while !done() {
      guard ContinuousClock.now < deadline else {
        throw TooLong(description: "waited for \(what); the screen:\n\(text)")
      }
      try pump(milliseconds: 100)
      if exitStatus != nil, !done() {
        throw TooLong(description: "the program ended (\(exitStatus!)) before \(what)\n\(text)")
      }
    }
  }

  private func drain() throws { while try pump(milliseconds: 0) {} }

  @discardableResult
  private func pump(milliseconds: Int32) throws -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    if poll(&ready, 1, milliseconds) > 0 {
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = read(master, &bytes, bytes.count)
      if count > 0 {
        raw += bytes[..<count]
        bytes.withUnsafeBytes { _ = vterm_input_write(terminal, $0.bindMemory(to: CChar.self).baseAddress, count) }
        return true
      }
    }
    var status: Int32 = 0
    if exitStatus == nil, waitpid(process, &status, WNOHANG) == process {
      exitStatus = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
    return false
  }
}
