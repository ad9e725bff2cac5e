import Glibc
import Synchronization

/// Standard input line by line. Ctrl-C ends it: the program then leaves as at the end of its input, with nothing lost.
final class LineReader {
  private var waiting: [UInt8] = []
  private var atEnd = false
  private static let interruption = Atomic<Bool>(false)

  init() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in LineReader.interruption.store(true, ordering: .relaxed) }
    // Without SA_RESTART: waiting for a line ends as well.
    sigaction(SIGINT, &action, nil)
    // Whoever started this may have it blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  var wasInterrupted: Bool { Self.interruption.load(ordering: .relaxed) }

  /// The next line without its end, also the last one where that has none; nil when there is no more.
  func next() -> String? {
    var searched = 0
    while !wasInterrupted {
      if let end = waiting[searched...].firstIndex(of: UInt8(ascii: "\n")) { return take(through: end) }
      searched = waiting.count
      if atEnd { return waiting.isEmpty ? nil : take(through: waiting.count) }
      readMore()
    }
    return nil
  }

  private func take(through end: Int) -> String {
    var line = waiting[..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    waiting.removeFirst(min(end + 1, waiting.count))
    return text
  }

  private func readMore() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 { waiting += bytes[..<count] } else if count == 0 || errno != EINTR { atEnd = true }
  }
}
