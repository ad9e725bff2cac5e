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
    let overdue = try count(query.narrowed(by: .overdue(today)), limit: Summary.limit)
    let dueThisWeek =
      try count(query.narrowed(by: .overdue(today + (8 - today.weekday))), limit: Summary.limit) - overdue
    let ours: Filter = .parties([PartyID(""), .municipality])
    let linked: Filter = .every([.stages([.linked]), .between(.stageSince, Int((today - 6).number)...Schema.noDay)])
    return Summary(
      overdue: overdue, thisWeek: max(0, dueThisWeek),
      // Kept counters are not counted, and so have no limit.
      waitingOnOthers: try count(query.narrowed(by: .not(ours)), limit: query.isCounted ? .max : Summary.limit),
      newlyLinked: try count(query.narrowed(by: linked), limit: Summary.limit))
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
