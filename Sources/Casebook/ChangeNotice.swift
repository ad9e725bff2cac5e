import Foundation
import GRDB
import Glibc
import Journey

/// Tells that another program wrote in the casebook, without a timer: the kernel reports writes to its log.
final class ChangeNotice: Sendable {
  /// -1 where the system has no watches left: then nothing is reported.
  let descriptor: Int32
  private struct Known {
    /// As the writing connection counts what others did to the file, drafts and all.
    var version: Int
    /// As the casebook counts what was recorded.
    var changes: Int
    var foreign = false
  }
  private let known: Mutexed<Known>

  init(path: String, version: Int, changes: Int) {
    known = Mutexed(Known(version: version, changes: changes))
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    // The files and not their folder: what others keep there is written too. As long as the casebook is open its log stays.
    for file in [path, path + "-wal"] where descriptor >= 0 {
      _ = inotify_add_watch(descriptor, file, UInt32(IN_MODIFY))
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func drain() -> Bool {
    guard descriptor >= 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    var isTouched = false
    while Glibc.read(descriptor, &buffer, buffer.count) > 0 { isTouched = true }
    return isTouched
  }

  /// One's own write: what it found, and what it left.
  func wrote(from before: Int, to after: Int) {
    known.with {
      if before != $0.changes { $0.foreign = true }
      $0.changes = after
    }
  }

  /// Whether others recorded something since the last time of asking.
  /// - Parameter changes: read only when the file was touched at all.
  func notices(_ version: Int, _ changes: () throws -> Int) rethrows -> Bool {
    try known.with { known in
      guard version != known.version || known.foreign else { return false }
      let now = try changes()
      let isNews = known.foreign || now != known.changes
      known = Known(version: version, changes: now)
      return isNews
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
    // The version only moves for writes through other connections than the one asking, but also when somebody types.
    let noticed = try? pool.writeWithoutTransaction { db in
      try notice.notices(try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0) { try Casebook.changes(db) }
    }
    return noticed ?? false
  }

  /// How often something was recorded.
  static func changes(_ db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'changes'")) ?? 0
  }

  /// Something is recorded: whoever has the casebook open will want to read again.
  /// - Parameter count: dossiers, or whatever else it is about.
  static func countChange(_ db: Database, _ count: Int = 1) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO meta (key, value) VALUES ('changes', ?1)
        ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + ?1
        """
    ).execute(arguments: [count])
  }
}
