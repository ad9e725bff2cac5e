import Foundation
import Glibc
import Synchronization

/// Standard output, written in large pieces; standard error for people.
enum Output {
  private struct State {
    var buffer: [UInt8] = []
    var broken = false
    /// The line of progress that stands on the terminal.
    var progress = ""
    /// When progress was last said as a line of its own.
    var toldAt = ContinuousClock.now
  }
  private static let state = Mutex(State())

  static func line(_ text: String = "") { write(text + "\n") }

  static func write(_ text: String) {
    state.withLock { state in
      state.buffer.append(contentsOf: text.utf8)
      if state.buffer.count > 1 << 16 { empty(&state) }
    }
  }

  /// Whether all of it reached whoever reads it. A reader that had enough (`| head`) is no failure.
  static func flush() -> Bool {
    state.withLock { state in
      empty(&state)
      return !state.broken
    }
  }

  private static func empty(_ state: inout State) {
    var done = 0
    // Results on the same terminal take the place of the line of progress.
    if !state.progress.isEmpty, !state.buffer.isEmpty, isatty(STDOUT_FILENO) == 1 { show("", &state) }
    while done < state.buffer.count {
      let count = state.buffer[done...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        state.broken = errno != EPIPE
        break
      }
      done += count
    }
    state.buffer.removeAll(keepingCapacity: true)
  }

  /// A sentence, or a line for each of several things, in the place of a line of progress.
  static func complain(_ text: String) {
    _ = flush()
    endProgress()
    FileHandle.standardError.write(Data(("thuis: " + Plain.lines(text) + "\n").utf8))
  }

  /// A line of progress that the next one replaces; only where somebody looks.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    state.withLock { show(Plain.clean(text), &$0) }
  }

  /// Progress in words, seldom enough to be read out; nothing about what takes no time.
  static func progressLine(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.toldAt > .seconds(5) else { return }
      state.toldAt = now
      FileHandle.standardError.write(Data((Plain.clean(text) + "\n").utf8))
    }
  }

  static func endProgress() {
    state.withLock { state in
      if !state.progress.isEmpty { show("", &state) }
    }
  }

  private static func show(_ text: String, _ state: inout State) {
    state.progress = text
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + text).utf8))
  }
}
