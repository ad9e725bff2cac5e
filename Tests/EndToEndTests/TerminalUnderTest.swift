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

  init(
    _ place: Workplace, _ arguments: [String] = [], rows: Int = 30, columns: Int = 100, extra: [String: String] = [:]
  ) throws {
    size = (rows, columns)
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    vterm_screen_enable_altscreen(screen, 1)
    var words = ([Binary.path] + arguments).map { strdup($0) } + [nil]
    var environment = place.environment.merging(extra) { $1 }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + environment { free(word) } }
    process = cpty_spawn(Binary.path, &words, &environment, Int32(rows), Int32(columns), &master)
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
  var isRestored: Bool {
    var after = termios()
    tcgetattr(master, &after)
    let flags = tcflag_t(ICANON | ECHO | ISIG)
    let modes = Self.modes(raw)
    return !modes.contains(1049) && !modes.contains(1002) && !modes.contains(1006) && !modes.contains(2004)
      && !modes.contains(1004) && !modes.contains(2026) && modes.contains(25)
      && after.c_lflag & flags == before.c_lflag & flags
  }

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

  func resize(rows: Int, columns: Int) throws {
    try drain()
    let frame = idleFrame
    size = (rows, columns)
    vterm_set_size(terminal, Int32(rows), Int32(columns))
    _ = cpty_resize(master, Int32(rows), Int32(columns))
    try wait("a frame of the new size") { self.idleFrame > frame }
  }

  func waitForText(_ wanted: String) throws {
    try wait("\"\(wanted)\" on the screen") { self.text.contains(wanted) }
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
    let deadline = ContinuousClock.now + .seconds(60)
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
