import GRDB

@testable import Casebook

/// How SQLite goes about a statement.
struct ListPlan: CustomStringConvertible {
  let steps: [String]
  var description: String { steps.joined(separator: "; ") }

  init(_ sql: ListSQL, _ db: Database) throws {
    steps = try GRDB.Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql.text, arguments: sql.arguments).map {
      $0["detail"]
    }
  }

  /// Goes through all of a table or index: a scan, but for one of the full text that looks for words (`M` in its plan).
  var walksAll: Bool {
    steps.contains { step in
      guard step.hasPrefix("SCAN ") else { return false }
      let matches = step.split(separator: " ").last?.contains("M") == true
      return !(step.hasPrefix("SCAN search VIRTUAL TABLE INDEX") && matches)
    }
  }

  /// Puts rows in order by itself.
  var sorts: Bool { steps.contains { $0.contains("TEMP B-TREE") } }
}
