import Foundation
import GRDB
import Journey

/// Views that everybody who opens the casebook has, one of each name.
extension Casebook {
  /// In the order of their names.
  public func savedViews() throws(CasebookFailure) -> [SavedView] {
    try read { db in
      try Data.fetchAll(db.cachedStatement(sql: "SELECT CAST(view AS BLOB) FROM view ORDER BY key")).compactMap {
        // One that a newer program wrote otherwise is left alone.
        try? JSONDecoder().decode(SavedView.self, from: $0)
      }
    }
  }

  /// Keeps it in place of the one of that name, in whatever spelling; on the disk when it returns.
  /// - Throws: `.refused` for a name without letters or of more than 60.
  public func saveView(_ view: SavedView, by actor: Actor) throws(CasebookFailure) {
    let key = Column.key(view.name)
    guard !key.isEmpty, view.name.count <= 60 else {
      throw .refused(
        Refusal(
          Phrase("Dit is geen naam voor een weergave.", "This is no name for a view."),
          remedy: Phrase("Geef één tot zestig letters.", "Give one to sixty letters."), field: "name"))
    }
    let now = stamps.now()
    try write { db in
      let data = try JSONEncoder().encode(view)
      try db.execute(
        sql: "INSERT OR REPLACE INTO view (key, view, actor, saved_at) VALUES (?,?,?,?)",
        arguments: [key, String(decoding: data, as: UTF8.self), actor.name, now])
      try Casebook.countChange(db)
    }
  }

  /// - Throws: `.notFound` when there is none of that name.
  public func removeView(named name: String) throws(CasebookFailure) {
    let key = Column.key(name)
    try write { db in
      try db.execute(sql: "DELETE FROM view WHERE key = ?", arguments: [key])
      guard db.changesCount > 0 else { throw CasebookFailure.notFound("'\(name)'") }
      try Casebook.countChange(db)
    }
  }
}

extension SavedView {
  /// Whether somebody means this one: case, diacritics, blanks and dashes make no difference.
  public func isNamed(_ text: String) -> Bool { Column.key(name) == Column.key(text) }
}
