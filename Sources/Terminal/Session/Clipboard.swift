import CTerminal
import Glibc

/// What became of a text that was to go to the person's clipboard.
public enum CopyOutcome: Hashable, Sendable {
  /// Kept by tmux, which also hands it to its own terminal where it may.
  case keptByTmux
  /// Sent to the terminal (OSC 52). It never says whether it took it: many ask the person, or refuse.
  case sentToTerminal
  /// More bytes than terminals take; nothing was sent.
  case tooLong(limit: Int)
  /// This terminal has no clipboard, or no screen is up.
  case unable

  public var dutch: String {
    switch self {
    case .keptByTmux: "Gekopieerd, ook in de buffer van tmux."
    case .sentToTerminal: "Naar het klembord van uw terminal gestuurd."
    case .tooLong(let limit): "Te lang om te kopiëren: hooguit \(limit / 1000) kB."
    case .unable: "Deze terminal heeft geen klembord."
    }
  }

  public var english: String {
    switch self {
    case .keptByTmux: "Copied, also to the buffer of tmux."
    case .sentToTerminal: "Sent to your terminal's clipboard."
    case .tooLong(let limit): "Too long to copy: at most \(limit / 1000) kB."
    case .unable: "This terminal has no clipboard."
    }
  }
}

/// The way to the clipboard of the person, who often sits at another machine than the one this runs on: no program
/// here can reach it, only the terminal can.
enum Clipboard: Hashable {
  case tmux, terminal
  /// GNU screen passes on only what is wrapped for it.
  case screen
  case none

  /// Bytes of text; as many as xterm and others take, which count 100,000 letters of base64.
  static let limit = 74_994
  /// GNU screen keeps at most 256 bytes of one wrapped string in its oldest versions.
  static let wrapped = 240
  /// Milliseconds for tmux, which answers in a few.
  static let patience: Int32 = 1000

  init(environment: (String) -> String?) {
    let term = environment("TERM") ?? ""
    if let tmux = environment("TMUX"), !tmux.isEmpty {
      self = .tmux
    } else if term.hasPrefix("screen") {
      self = .screen
    } else {
      // The Linux console and a VT100 would print the text.
      self = ["linux", "vt", "cons", "dumb"].contains(where: term.hasPrefix) ? .none : .terminal
    }
  }

  /// What to send; `nil` when there is no way by sending.
  func bytes(_ text: String) -> [UInt8]? {
    let request = [0x1B] + Array("]52;c;".utf8) + Clipboard.base64(Array(text.utf8)) + [0x07]
    switch self {
    case .none: return nil
    case .tmux, .terminal: return request
    case .screen:
      return stride(from: 0, to: request.count, by: Clipboard.wrapped).flatMap { start in
        [0x1B, 0x50] + request[start..<min(start + Clipboard.wrapped, request.count)] + [0x1B, 0x5C]
      }
    }
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    return stride(from: 0, to: bytes.count, by: 3).flatMap { start -> [UInt8] in
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      return (0..<4).map { $0 > group.count ? 0x3D : letters[bits >> (18 - 6 * $0) & 63] }
    }
  }
}

extension Session {
  /// Puts a text on the person's clipboard. Line ends and tabs stay, other control characters do not: what is pasted
  /// into a shell must not be a command. Whether case data may go there at all is for the caller to judge.
  ///
  /// Call it from `handle` or `receive`. Within tmux it waits at most a second.
  public static func copy(_ text: String) -> CopyOutcome {
    guard ct_screen_is_up() else { return .unable }
    let clean = InputDecoder.tidy(text.unicodeScalars.map(\.value))
    let clipboard = Clipboard(environment: SessionOptions.environment)
    if clipboard == .tmux, feed(["tmux", "load-buffer", "-w", "-"], clean) { return .keptByTmux }
    guard clean.utf8.count <= Clipboard.limit else { return .tooLong(limit: Clipboard.limit) }
    guard let bytes = clipboard.bytes(clean) else { return .unable }
    let sent = bytes.withUnsafeBytes { ct_screen_send($0.bindMemory(to: CChar.self).baseAddress, $0.count) }
    return sent ? .sentToTerminal : .unable
  }

  private static func feed(_ arguments: [String], _ text: String) -> Bool {
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes {
      ct_feed(&pointers, $0.bindMemory(to: CChar.self).baseAddress, $0.count, Clipboard.patience) == 0
    }
  }
}
