import Glibc

/// Esc at the terminal, seen without waiting for it. While it is watched for, keys come one by one and are not shown;
/// however the program ends, the terminal is put back first.
final class EscapeKey {
  /// nil where nobody sits: no terminal on standard input and error, or the program is in the background.
  init?() {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    let descriptor = open("/dev/tty", O_RDWR | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard tcgetpgrp(descriptor) == getpgrp(), Keyboard.watch(descriptor) else {
      close(descriptor)
      return nil
    }
  }

  deinit { restore() }

  /// Whether Esc was pressed since the last time; other keys are passed over.
  var isPressed: Bool {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(Keyboard.descriptor, &bytes, bytes.count)
    guard count > 0 else { return false }
    // Arrows and their like begin with the same byte, and come in one piece.
    return bytes[..<count].indices.contains { at in
      bytes[at] == 0x1B && (at + 1 == count || ![UInt8(ascii: "["), UInt8(ascii: "O")].contains(bytes[at + 1]))
    }
  }

  func restore() { Keyboard.restore() }
}

/// The modes of the terminal, where signal handlers reach them.
private enum Keyboard {
  nonisolated(unsafe) private(set) static var descriptor: Int32 = -1
  nonisolated(unsafe) private static var before = termios()
  nonisolated(unsafe) private static var during = termios()
  private static let endings = [SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE]

  static func watch(_ terminal: Int32) -> Bool {
    guard tcgetattr(terminal, &before) == 0 else { return false }
    during = before
    // Ctrl-C and Ctrl-Z go on as they were.
    during.c_lflag &= ~tcflag_t(ICANON | ECHO)
    descriptor = terminal
    for ending in endings {
      signal(ending) { number in
        Keyboard.putBack()
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    signal(SIGCONT) { _ in Keyboard.take() }
    take()
    return true
  }

  static func restore() {
    guard descriptor >= 0 else { return }
    putBack()
    for number in endings + [SIGTSTP, SIGCONT] { signal(number, SIG_DFL) }
    close(descriptor)
    descriptor = -1
  }

  /// Also after having been stopped.
  private static func take() {
    signal(SIGTSTP) { number in
      Keyboard.putBack()
      signal(number, SIG_DFL)
      raise(number)
    }
    // One that was sent on in the background leaves the terminal to whoever has it.
    if tcgetpgrp(descriptor) == getpgrp() { tcsetattr(descriptor, TCSANOW, &during) }
  }

  private static func putBack() { tcsetattr(descriptor, TCSANOW, &before) }
}
