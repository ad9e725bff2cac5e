import GRDB
import Journey

extension Casebook {
  /// Makes what lists read anew when it was made by another rulebook or an older program; else does nothing.
  ///
  /// One casebook has one rulebook: whoever opens it with another makes its lists anew for everybody.
  /// - Parameter progress: dossiers done so far.
  public func settle(rules: RulesInForce, progress: (Int) -> Void = { _ in }) throws(CasebookFailure) {
    guard try !isSettled(rules: rules) else { return }
    let rules = rules.book
    let isEmpty = try read { db in
      // A network counts without a household too.
      try ["event", "partner_event"].allSatisfy { try Int64.fetchOne(db, sql: "SELECT 1 FROM \($0) LIMIT 1") == nil }
    }
    if isEmpty {
      try write { db in try Casebook.stamp(rules, db) }
    } else {
      try rebuild(rules: rules, progress: progress)
    }
  }

  /// Whether what lists read was made with these rules by this program.
  public func isSettled(rules: RulesInForce) throws(CasebookFailure) -> Bool {
    try read { db in try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'projections'") }
      == Casebook.stamp(rules.fingerprint)
  }

  private static func stamp(_ fingerprint: String) -> String { "\(Projection.edition) \(fingerprint)" }

  /// Says which rules the lists were made with.
  static func stamp(_ rules: Rulebook, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('projections', ?)", arguments: [stamp(rules.fingerprint)])
  }
}

extension Projection {
  /// Goes up when the same story gives another projection.
  static let edition = 14
}
