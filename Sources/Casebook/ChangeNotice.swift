import Foundation
import GRDB
import Glibc
import Journey

/// Tells that another program wrote in the casebook, without a timer: the kernel reports writes to its log.
final class ChangeNotice: Sendable {
  /// -1 where the system has no watches left: then nothing is reported.
  let descriptor: Int32
  private let version: Mutexed<Int>

  init(path: String, version: Int) {
    self.version = Mutexed(version)
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if descriptor >= 0 {
      _ = inotify_add_watch(descriptor, CasebookFile.folder(of: path), UInt32(IN_MODIFY | IN_MOVED_TO))
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func drain() -> Bool {
    guard descriptor >= 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    var any = false
    while Glibc.read(descriptor, &buffer, buffer.count) > 0 { any = true }
    return any
  }

  /// Whether this version of the data, as the writing connection counts it, is another than the last one noticed.
  func notices(_ present: Int) -> Bool {
    version.with { known in
      defer { known = present }
      return known != present
    }
  }
}

/// A value behind a lock.
final class Mutexed<Value>: @unchecked Sendable {
  private var value: Value
  private let lock = NSLock()
  init(_ value: Value) { self.value = value }
  func with<T>(_ body: (inout Value) throws -> T) rethrows -> T {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}

extension Casebook {
  /// Readable when somebody may have written; then call ``drainChanges()``. -1 where there is nothing to watch.
  public var changes: Int32 { notice.descriptor }

  /// Empties ``changes``; whether there was anything in it.
  @discardableResult
  public func drainChanges() -> Bool { notice.drain() }

  /// True when another program (not this casebook object) changed the data since the last time of asking.
  ///
  /// The kernel tells of a write before the writer has made it count: ask again for a while after ``changes`` spoke.
  public func hasForeignChanges() -> Bool {
    // The number only moves for writes through other connections than the one asking.
    let version = (try? pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") }) ?? nil
    return version.map(notice.notices) ?? false
  }
}
