import GRDB
import Journey

/// What the people at one organisation come to together, in an area.
public struct OrganisationRow: Hashable, Sendable {
  public let party: PartyID
  /// Empty: of the party, with no organisation said.
  public let organisation: String
  /// How many there are by name.
  public var people: Int
  /// Open dossiers that wait for one of them, or for nobody by name.
  public var turns: Int
  /// Since when the oldest of those turns is theirs, and the one heard of the longest ago is quiet.
  public var oldest: Day?
  public var quiet: Day?
  /// Turns that are quiet beyond the limit of the rulebook.
  public var silent: Int
  public var answers: ResponseDays
  public var agreed: Int
  public var kept: Int

  /// Agreements kept, in whole percents; nil without any.
  public var keptShare: Int? { agreed == 0 ? nil : (kept * 100 + agreed / 2) / agreed }
}

extension Casebook {
  /// Organisations with people that a query of people has, in its order.
  ///
  /// - Returns: at most `limit`.
  public func organisations(
    _ query: NetworkQuery, limit: Int, rules: Rulebook, today: Day
  ) throws(CasebookFailure) -> [OrganisationRow] {
    try read { db in
      try NetworkReader(db: db, area: query.area, rules: rules, today: today).organisations(query, limit: limit)
    }
  }
}

extension NetworkReader {
  private struct Place: Hashable {
    let party: String
    let organisation: String
  }

  /// Turns of these people that are quiet beyond the limit, by where they work.
  private func silentTurns(_ wanted: SQL) throws -> [Place: Int] {
    let turns = silentTurns(of: "contact")
    // Counted of each person first: put together at once there would be a row for every turn.
    let sql = """
      SELECT party, org, sum((SELECT count(*) FROM (SELECT 1) CROSS JOIN \(turns.text))) AS silent
      FROM contact WHERE \(wanted.text) AND turns > 0 GROUP BY party, org HAVING silent > 0
      """
    let rows = try GRDB.Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: turns.arguments + wanted.arguments)
    var counts: [Place: Int] = [:]
    for row in rows { counts[Place(party: row[0], organisation: row[1])] = row[2] as Int }
    return counts
  }

  fileprivate func organisations(_ query: NetworkQuery, limit: Int) throws -> [OrganisationRow] {
    let order =
      switch query.order {
      case .silence: "min(quiet), sum(turns) DESC"
      case .turns: "sum(turns) DESC, min(quiet)"
      case .name: "org"
      // Of an organisation its slowest, and all its agreements.
      case .answers: "max(response) DESC, min(quiet)"
      case .kept:
        """
        CASE WHEN sum(agreed) = 0 THEN 3 WHEN sum(kept) = 0 AND min(\(NetworkTables.firstBreach)) > \(today.number) THEN 2
          ELSE 1.0 * sum(kept) / sum(agreed) END, min(quiet)
        """
      }
    let wanted = SQL.joined([SQL("area = ?", [query.area.code])] + conditions(query.filter), "AND", none: "1")
    let sql = """
      SELECT party, org, sum(name <> ''), sum(turns), min(oldest), min(quiet), sum(agreed), sum(kept), group_concat(days)
      FROM contact WHERE \(wanted.text) GROUP BY party, org ORDER BY \(order), party, org LIMIT ?
      """
    let silent = try silentTurns(wanted)
    return try GRDB.Row.fetchAll(db.cachedStatement(sql: sql), arguments: wanted.arguments + [limit]).map { row in
      func day(_ number: Int) -> Day? { number > 0 && number < Schema.noDay ? Day(number: Int32(number)) : nil }
      let place = Place(party: row[0], organisation: row[1])
      let (agreed, days): (Int, String) = (row[6], (row[8] as String?) ?? "")
      return OrganisationRow(
        party: PartyID(row[0]), organisation: row[1], people: row[2], turns: row[3], oldest: day(row[4]),
        quiet: day(row[5]), silent: silent[place] ?? 0, answers: ResponseDays(text: days),
        agreed: agreed - Breaches(text: days).open(on: today), kept: row[7])
    }
  }
}
