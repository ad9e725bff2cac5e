import Foundation
import GRDB
import Journey

/// What was typed and not yet recorded, and where somebody was: written at once, so a crash loses nothing.
extension Casebook {
  public func saveDraft(key: String, _ fields: [String: String]) throws(CasebookFailure) {
    let text = (try? JSONEncoder().encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    let now = stamps.now()
    do {
      try pool.writeWithoutTransaction { db in
        // Comes with every letter: it outlives the program however that ends, but does not wait for the disk.
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
        try db.execute(
          sql: "INSERT OR REPLACE INTO draft (key, fields, saved_at) VALUES (?,?,?)", arguments: [key, text, now])
      }
    } catch {
      throw CasebookFailure(error, path: path)
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

  public func savePlace(_ key: String, _ value: String) throws(CasebookFailure) {
    try write { db in
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
