import Foundation
import GRDB
import Journey

extension Casebook {
  /// The ways of the households that are in the area or were once, as far as they are open or were still on their way on or
  /// after a day, one by one: an area may have more than memory should hold.
  ///
  /// - Parameters:
  ///   - since: spells that ended before it are of no use to whoever asks.
  ///   - count: about how many households are in an even sample, of every so many case numbers one, the same ones each time;
  ///     nil, or where there are fewer than twice as many: all.
  ///   - goesOn: is told how many were looked at; false ends it.
  ///   - take: given each once.
  /// - Returns: how many households each stands for.
  @discardableResult
  public func eachWay(
    _ area: Area, since: Day, about count: Int? = nil, goesOn: (Int) -> Bool = { _ in true }, _ take: (Way) -> Void
  ) throws(CasebookFailure) -> Int {
    try read { db in
      let households = try CounterReader(db: db).stock(area).values.reduce(0) { $0 + $1.households }
      // Numbers of a year rise by one: every so many of them is an even share of each year.
      let weight = count.map { Self.weight(of: households, about: $0) } ?? 1
      var (seen, looked, isWanted) = (Set<Int64>(), 0, true)
      func read(_ sql: String, _ arguments: StatementArguments) throws {
        let rows = try GRDB.Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while isWanted, let row = try rows.next() {
          looked += 1
          if looked % 64 == 0 { isWanted = goesOn(looked) }
          if area != .country, !seen.insert(row[0]).inserted { continue }
          let way = WayBytes.decode(row[1], of: DossierID(value: row[0]))
          if way.isOpen(since: since) { take(way) }
        }
      }
      // Everybody who left a place is in the country still.
      if area == .country {
        for one in try db.sampling(weight) { try read(one.sql, one.arguments) }
        return weight
      }
      let towns = try db.towns(area)
      for town in towns { try read(Self.waysSQL, [town, weight]) }
      for town in towns + Reference.former(of: towns) { try read(Self.departedSQL, [town, weight]) }
      return weight
    }
  }

  static let departedSQL = """
    SELECT way.dossier, way.legs FROM departure CROSS JOIN way ON way.dossier = departure.dossier
    WHERE departure.municipality = ? AND departure.dossier % ? = 0
    """

  static let waysSQL = """
    SELECT way.dossier, way.legs FROM dossier INDEXED BY by_place_and_stage CROSS JOIN way ON way.dossier = dossier.id
    WHERE municipality = ? AND dossier.id % ? = 0
    """

  /// Every way that lies in the area or did once.
  ///
  /// - Parameter goesOn: asked now and then; false ends it.
  /// - Returns: false when it was ended.
  func eachWay(touching area: Area, _ db: Database, goesOn: () -> Bool, _ take: (Way) throws -> Void) throws -> Bool {
    let towns = area == .country ? nil : Set(area.municipalities)
    var seen = 0
    let ways = try GRDB.Row.fetchCursor(db, sql: "SELECT dossier, legs FROM way")
    while let row = try ways.next() {
      seen += 1
      if seen % 64 == 0, !goesOn() { return false }
      let way = WayBytes.decode(row[1], of: DossierID(value: row[0]))
      if towns.map({ towns in way.legs.contains { towns.contains($0.municipality) } }) ?? true { try take(way) }
    }
    return goesOn()
  }

  /// The way of one household; nil when there is none under this number.
  public func way(_ id: DossierID) throws(CasebookFailure) -> Way? {
    try read { db in
      try Data.fetchOne(db.cachedStatement(sql: "SELECT legs FROM way WHERE dossier = ?"), arguments: [id.value]).map {
        WayBytes.decode($0, of: id)
      }
    }
  }
}

extension Database {
  /// Ways, of every so many case numbers one. From so many to one on that is looked up, year by year: to come by all of them
  /// takes seconds in a country. Below it most pages are read anyhow, and numbers nobody has cost nothing.
  func sampling(_ weight: Int) throws -> [(sql: String, arguments: StatementArguments)] {
    guard weight >= 16 else { return [("SELECT dossier, legs FROM way WHERE dossier % ? = 0", [weight])] }
    let lookUp = """
      WITH RECURSIVE sampled (number) AS (
        SELECT ?1 WHERE ?1 <= ?3 UNION ALL SELECT number + ?2 FROM sampled WHERE number + ?2 <= ?3)
      SELECT way.dossier, way.legs FROM sampled CROSS JOIN way ON way.dossier = sampled.number
      """
    guard let first = try Int64.fetchOne(self, sql: "SELECT min(dossier) FROM way"),
      let last = try Int64.fetchOne(self, sql: "SELECT max(dossier) FROM way")
    else { return [] }
    let step = Int64(weight)
    return try (DossierID(value: first).year...DossierID(value: last).year).compactMap { year in
      let numbers = DossierID(year: year, serial: 0).value..<DossierID(year: year + 1, serial: 0).value
      guard
        let end = try Int64.fetchOne(
          cachedStatement(sql: "SELECT max(dossier) FROM way WHERE dossier >= ? AND dossier < ?"),
          arguments: [numbers.lowerBound, numbers.upperBound])
      else { return nil }
      return (lookUp, [(numbers.lowerBound + step - 1) / step * step, step, end])
    }
  }
}

extension Way {
  /// Not home or closed before this day.
  fileprivate func isOpen(since day: Day) -> Bool { end.map { $0 >= day } ?? true }
}
