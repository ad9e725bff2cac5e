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
  /// What the file and its log are called: others may be written in the same folder.
  private let names: Set<String>

  init(path: String, version: Int, changes: Int) {
    known = Mutexed(Known(version: version, changes: changes))
    let name = String(path.split(separator: "/").last ?? "")
    names = [name, name + "-wal"]
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if descriptor >= 0 {
      _ = inotify_add_watch(descriptor, CasebookFile.folder(of: path), UInt32(IN_MODIFY | IN_MOVED_TO))
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func drain() -> Bool {
    guard descriptor >= 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    var isOurs = false
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return isOurs }
      buffer.prefix(count).withUnsafeBytes { isOurs = isOurs || concernsUs($0) }
    }
  }

  /// inotify(7): a watch, a mask, a cookie and a length of four bytes each, then a name filled up with zeros. A queue that
  /// overflowed has no name, and may have lost ours.
  private func concernsUs(_ events: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at + 16 <= events.count {
      let mask = events.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
      let length = Int(events.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
      guard at + 16 + length <= events.count else { return true }
      let name = String(decoding: events[(at + 16)..<(at + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
      if names.contains(name) || mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
      at += 16 + length
    }
    return false
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
