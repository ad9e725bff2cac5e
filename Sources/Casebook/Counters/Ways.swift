import Foundation
import GRDB
import Journey

/// Ways of an area, as a forecast reads them.
public struct WaySample: Hashable, Sendable {
  public var ways: [Way]
  /// Each way stands for so many: 1 when all are there.
  public var weight: Int
}

extension Casebook {
  /// The ways of the households that are in the area or were once, as far as they are open or were still on their way on or
  /// after a day.
  ///
  /// - Parameter since: spells that ended before it are of no use to whoever asks.
  /// - Returns: each once. Reads as many ways as the area has and had dossiers; for the country use
  ///   ``sampleOfWays(since:about:)``.
  public func ways(_ area: Area, since: Day) throws(CasebookFailure) -> [Way] {
    try read { db in
      var (ways, seen): ([Way], Set<Int64>) = ([], [])
      func read(_ sql: String, _ town: String) throws {
        let rows = try GRDB.Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [town])
        while let row = try rows.next() {
          guard seen.insert(row[0]).inserted else { continue }
          let way = WayBytes.decode(row[1], of: DossierID(value: row[0]))
          if way.isOpen(since: since) { ways.append(way) }
        }
      }
      let towns = try db.towns(area)
      for town in towns { try read(Self.waysSQL, town) }
      // Everybody who left a place is in the country still.
      guard area != .country else { return ways }
      for town in towns + Reference.former(of: towns) { try read(Self.departedSQL, town) }
      return ways
    }
  }

  static let departedSQL = """
    SELECT way.dossier, way.legs FROM departure CROSS JOIN way ON way.dossier = departure.dossier
    WHERE departure.municipality = ?
    """

  static let waysSQL = """
    SELECT way.dossier, way.legs FROM dossier INDEXED BY by_place_and_stage CROSS JOIN way ON way.dossier = dossier.id
    WHERE municipality = ?
    """

  /// An even sample of the ways of the country: of every so many case numbers one, the same ones each time.
  ///
  /// - Parameter count: about how many; all of them when there are fewer than twice as many.
  public func sampleOfWays(since: Day, about count: Int = 20_000) throws(CasebookFailure) -> WaySample {
    try read { db in
      let households = try CounterReader(db: db).stock(.country).values.reduce(0) { $0 + $1.households }
      let weight = Self.weight(of: households, about: count)
      var ways: [Way] = []
      // Numbers of a year rise by one: every so many of them is an even share of each year.
      let rows = try GRDB.Row.fetchCursor(
        db.cachedStatement(sql: "SELECT dossier, legs FROM way WHERE dossier % ? = 0"), arguments: [weight])
      while let row = try rows.next() {
        let way = WayBytes.decode(row[1], of: DossierID(value: row[0]))
        if way.isOpen(since: since) { ways.append(way) }
      }
      return WaySample(ways: ways, weight: weight)
    }
  }

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

extension Way {
  /// Not home or closed before this day.
  fileprivate func isOpen(since day: Day) -> Bool { end.map { $0 >= day } ?? true }
}
