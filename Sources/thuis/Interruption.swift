import Glibc
import Synchronization

/// Ctrl-C ends an import between two households, with its report.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  static var asked: Bool { flag.load(ordering: .relaxed) }

  static func watch() { signal(SIGINT) { _ in Interruption.flag.store(true, ordering: .relaxed) } }
}
