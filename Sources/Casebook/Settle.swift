import GRDB
import Journey

extension Casebook {
  /// Makes what lists read anew when it was made by another rulebook or an older program; else does nothing.
  ///
  /// One casebook has one rulebook: whoever opens it with another makes its lists anew for everybody.
  /// - Parameter progress: dossiers done so far.
  public func settle(rules: Rulebook, progress: (Int) -> Void = { _ in }) throws(CasebookFailure) {
    let stamp = "\(Projection.edition) \(rules.fingerprint)"
    let (known, isEmpty) = try read { db in
      (
        try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'projections'"),
        try Int64.fetchOne(db, sql: "SELECT dossier FROM event LIMIT 1") == nil
      )
    }
    guard known != stamp else { return }
    if !isEmpty { try rebuild(rules: rules, progress: progress) }
    try write { db in
      try db.execute(sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('projections', ?)", arguments: [stamp])
    }
  }
}

extension Projection {
  /// Goes up when the same story gives another projection.
  static let edition = 2
}
