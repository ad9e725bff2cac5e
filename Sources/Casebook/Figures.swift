import GRDB
import Journey

/// Households and persons of a stage.
public struct Tally: Hashable, Sendable {
  public var households: Int
  public var persons: Int
  public init(households: Int = 0, persons: Int = 0) { (self.households, self.persons) = (households, persons) }
}

/// The figures over a list. None counts further than ``limit``.
public struct Summary: Hashable, Sendable {
  public static let limit = 100_000
  /// Past their due day.
  public var overdue: Int
  /// Due today up to and including Sunday.
  public var thisWeek: Int
  /// Somebody else than the municipality has the turn.
  public var waitingOnOthers: Int
  /// Linked in the last seven days and not yet taken up.
  public var newlyLinked: Int
}

extension Casebook {
  /// By stage, from counters kept with every action: no counting when asked.
  public func tally(scope: Scope = .everything) throws(CasebookFailure) -> [Stage: Tally] {
    try read { db in
      let (condition, arguments) = scope.condition
      var all: [Stage: Tally] = [:]
      let rows = try GRDB.Row.fetchCursor(
        db, sql: "SELECT stage, sum(households), sum(persons) FROM tally WHERE \(condition) GROUP BY stage",
        arguments: arguments)
      while let row = try rows.next() {
        guard let stage = Stage(rawValue: row[0]), row[1] as Int != 0 else { continue }
        all[stage] = Tally(households: row[1], persons: row[2])
      }
      return all
    }
  }

  /// The same by municipality (CBS code; empty: not linked to any).
  public func tallies(scope: Scope = .everything) throws(CasebookFailure) -> [String: [Stage: Tally]] {
    try read { db in
      let (condition, arguments) = scope.condition
      var all: [String: [Stage: Tally]] = [:]
      let rows = try GRDB.Row.fetchCursor(
        db,
        sql: "SELECT municipality, stage, sum(households), sum(persons) FROM tally WHERE \(condition) GROUP BY 1, 2",
        arguments: arguments)
      while let row = try rows.next() {
        guard let stage = Stage(rawValue: row[1]), row[2] as Int != 0 else { continue }
        all[row[0], default: [:]][stage] = Tally(households: row[2], persons: row[3])
      }
      return all
    }
  }

  /// Households and persons whose first move into a home (domain: realised) lies in these days.
  public func realised(scope: Scope = .everything, from first: Day, through last: Day) throws(CasebookFailure) -> Tally
  {
    try read { db in
      let (condition, arguments) = scope.condition
      let row = try GRDB.Row.fetchOne(
        db,
        sql: """
          SELECT count(*), coalesce(sum(persons), 0) FROM dossier INDEXED BY by_realised
          WHERE realised BETWEEN \(first.number) AND \(last.number) AND realised IS NOT NULL AND \(condition)
          """, arguments: arguments)
      return Tally(households: row?[0] ?? 0, persons: row?[1] ?? 0)
    }
  }

  public func summary(_ query: Query, today: Day) throws(CasebookFailure) -> Summary {
    var late = query
    (late.overdue, late.today, late.order) = (true, today, .urgency)
    var week = late
    week.today = today + (8 - today.weekday)
    let overdue = try count(late, limit: Summary.limit)
    let dueThisWeek = try count(week, limit: Summary.limit) - overdue
    return Summary(
      overdue: overdue, thisWeek: max(0, dueThisWeek), waitingOnOthers: try waitingOnOthers(query),
      newlyLinked: try newlyLinked(query, since: today - 7))
  }

  private func waitingOnOthers(_ query: Query) throws(CasebookFailure) -> Int {
    try read { db in
      guard query.isScopeOnly else {
        return try GRDB.Row.total(db, query, "party NOT IN ('', '\(PartyID.municipality.rawValue)')")
      }
      let scope: Scope = query.municipalities.isEmpty ? .everything : .municipalities(query.municipalities)
      let (condition, arguments) = scope.condition
      return try Int.fetchOne(
        db,
        sql: """
          SELECT coalesce(sum(households), 0) FROM tally
          WHERE \(condition) AND party NOT IN ('', '\(PartyID.municipality.rawValue)')
          """, arguments: arguments) ?? 0
    }
  }

  private func newlyLinked(_ query: Query, since: Day) throws(CasebookFailure) -> Int {
    guard query.stages.isEmpty || query.stages.contains(.linked) else { return 0 }
    var linked = query
    (linked.stages, linked.order) = ([.linked], .urgency)
    return try read { db in try GRDB.Row.total(db, linked, "stage_since > \(since.number)") }
  }
}

extension GRDB.Row {
  /// Rows of the query for which `condition` holds too.
  fileprivate static func total(_ db: Database, _ query: Query, _ condition: String) throws -> Int {
    var total = 0
    for sql in try Listing(query, db).count(limit: Summary.limit, also: condition) {
      total += try Int.fetchOne(db.cachedStatement(sql: sql.text), arguments: sql.arguments) ?? 0
    }
    return Swift.min(total, Summary.limit)
  }
}

extension Query {
  /// Asks for nothing but municipalities.
  var isScopeOnly: Bool {
    var bare = Query(order: order)
    bare.municipalities = municipalities
    bare.today = today
    return self == bare
  }
}

extension Scope {
  var condition: (String, StatementArguments) {
    switch self {
    case .everything: ("1", [])
    case .municipality(let code): ("municipality = ?", [code])
    case .municipalities(let codes):
      ("municipality IN (\(codes.map { _ in "?" }.joined(separator: ",")))", StatementArguments(codes.sorted()))
    }
  }
}
