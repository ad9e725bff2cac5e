import GRDB
import Journey
import Quota

extension Grouping {
  /// Who is at home can be told apart by it too; who is to act and what holds up are told of the way there.
  public var isOfHomes: Bool {
    switch self {
    case .size, .need, .municipality: true
    case .party, .organisation, .person, .blocker: false
    }
  }
}

extension Casebook {
  /// The households that moved into their first home on these days, told apart.
  ///
  /// - Returns: in the order of ``grouped(_:by:)``; none by what does not tell homes apart.
  public func groupedHome(
    _ area: Area, on days: ClosedRange<Day>, by grouping: Grouping
  ) throws(CasebookFailure) -> [HouseholdGroup] {
    guard grouping.isOfHomes else { return [] }
    let tallies: [String: Tally] = try read { db in
      var all: [String: Tally] = [:]
      for town in try db.towns(area) {
        let rows = try GRDB.Row.fetchCursor(
          db.cachedStatement(sql: grouping == .need ? Self.homeNeedsSQL : Self.homePersonsSQL),
          arguments: [town, days.indexes.lowerBound, days.indexes.upperBound])
        while let row = try rows.next() {
          let persons: Int = row[0]
          let needs: String = grouping == .need ? row[1] : ""
          let keys: [String] =
            switch grouping {
            case .size: [HouseholdSize(persons: persons).rawValue]
            case .need: needs.isEmpty ? [""] : needs.split(separator: ",").map(String.init)
            default: [town]
            }
          for key in keys {
            all[key, default: Tally()].households += 1
            all[key, default: Tally()].persons += persons
          }
        }
      }
      return all
    }
    return grouping.ordered(
      tallies.map { key, tally in
        HouseholdGroup(grouping: grouping, key: key, households: tally.households, persons: tally.persons)
      })
  }

  /// The index has all that is read.
  private static let homePersonsSQL = """
    SELECT persons FROM dossier INDEXED BY by_place_and_home
    WHERE municipality = ? AND home BETWEEN ? AND ? AND home > 0
    """

  /// Needs are read from the row.
  private static let homeNeedsSQL = """
    SELECT persons, needs FROM dossier INDEXED BY by_place_and_home
    WHERE municipality = ? AND home BETWEEN ? AND ? AND home > 0
    """
}
