import Foundation
import GRDB
import Journey

/// What was typed and not yet recorded, and where somebody was: written at once, so a crash loses nothing.
///
/// While a window types, the draft stands under its name (``heldKey(_:by:)``), so that two windows never share one text.
extension Casebook {
  /// The key of a draft that a window is typing.
  public static func heldKey(_ key: String, by window: Window) -> String { key + "|" + window.name }

  public func saveDraft(key: String, _ fields: [String: String]) throws(CasebookFailure) {
    let text = (try? JSONEncoder().encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    let now = stamps.now()
    try writeDraft { db in
      // After those that are there, whatever the clock says: the latest is the one that was typed last.
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO draft (key, fields, saved_at)
          VALUES (?, ?, max(?, coalesce((SELECT max(saved_at) + 1 FROM draft WHERE key <> ?), 0)))
          """, arguments: [key, text, now, key])
    }
  }

  public func draft(key: String) throws(CasebookFailure) -> [String: String]? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT fields FROM draft WHERE key = ?", arguments: [key]).map(Self.fields)
    }
  }

  public func removeDraft(key: String) throws(CasebookFailure) {
    try write { db in try db.execute(sql: "DELETE FROM draft WHERE key = ?", arguments: [key]) }
  }

  /// All drafts, the latest first.
  public func drafts() throws(CasebookFailure) -> [(key: String, fields: [String: String])] {
    try read { db in
      try GRDB.Row.fetchAll(db, sql: "SELECT key, fields FROM draft ORDER BY saved_at DESC, key").map {
        ($0[0] as String, Self.fields($0[1]))
      }
    }
  }

  /// What nobody is typing with this key, or a window that is gone was, the latest of it: from now on it is this window's.
  ///
  /// - Returns: `fields` nil where there is none; `isElsewhere` where another open window types in such a form now.
  public func takeDraft(key: String, for window: Window) throws(CasebookFailure) -> (
    fields: [String: String]?, isElsewhere: Bool
  ) {
    // "}" comes right after "|".
    let found = try read { db in
      try GRDB.Row.fetchAll(
        db, sql: "SELECT key, fields FROM draft WHERE key = ? OR (key > ? AND key < ?) ORDER BY saved_at DESC, key",
        arguments: [key, key + "|", key + "}"]
      ).map { (key: $0[0] as String, fields: Self.fields($0[1])) }
    }
    let free = found.first { !Self.isTyped($0.key, elsewhereThan: window) }
    let isElsewhere = found.contains { Self.isTyped($0.key, elsewhereThan: window) }
    guard let free else { return (nil, isElsewhere) }
    let mine = Self.heldKey(key, by: window)
    if free.key == mine { return (free.fields, isElsewhere) }
    let isMine = try writeDraft { db in
      try db.execute(sql: "UPDATE OR REPLACE draft SET key = ? WHERE key = ?", arguments: [mine, free.key])
      return db.changesCount > 0
    }
    // Another window was first.
    return isMine ? (free.fields, isElsewhere) : (nil, true)
  }

  /// Leaves what this window typed for whoever opens that form next.
  public func leaveDraft(key: String, by window: Window) throws(CasebookFailure) {
    // Where one was left already, this one stays by its name: both are found, one after the other.
    try writeDraft { db in
      try db.execute(
        sql: "UPDATE OR IGNORE draft SET key = ? WHERE key = ?", arguments: [key, Self.heldKey(key, by: window)])
    }
  }

  /// Whether another window that is open types in the draft with this key, as it is kept.
  public static func isTyped(_ key: String, elsewhereThan window: Window) -> Bool {
    let parts = key.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count > 1, let name = parts.last.map(String.init), name != window.name else { return false }
    return Window(name: name).isOpen
  }

  /// Comes with every letter or pause: it outlives the program however that ends, but does not wait for the disk.
  @discardableResult
  private func writeDraft<T>(_ job: (Database) throws -> T) throws(CasebookFailure) -> T {
    do {
      return try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
        return try job(db)
      }
    } catch {
      throw CasebookFailure(error, path: path)
    }
  }

  public func savePlace(_ key: String, _ value: String) throws(CasebookFailure) {
    try writeDraft { db in
      try db.execute(sql: "INSERT OR REPLACE INTO place (key, value) VALUES (?,?)", arguments: [key, value])
    }
  }

  public func place(_ key: String) throws(CasebookFailure) -> String? {
    try read { db in try String.fetchOne(db, sql: "SELECT value FROM place WHERE key = ?", arguments: [key]) }
  }

  private static func fields(_ text: String) -> [String: String] {
    (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
  }
}
