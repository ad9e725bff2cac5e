import Foundation
import GRDB
import Journey

/// How many of a household were linked by a reference day: what the ledger counts, and lists look for.
enum LinkedPersons {
  /// `linked_by(way, first, day, municipalities)`: who was on the way at the end of the day and did not count yet, and
  /// who counted from the first day up to it; of these municipalities with commas between, none: of any.
  static let function = DatabaseFunction("linked_by", argumentCount: 4, pure: true) { values in
    guard let legs = Data.fromDatabaseValue(values[0]), let first = Int.fromDatabaseValue(values[1]),
      let day = Int.fromDatabaseValue(values[2]), let towns = String.fromDatabaseValue(values[3])
    else { return 0 }
    let way = WayBytes.decode(legs, of: DossierID(value: 0))
    return way.linked(
      by: Day(index: day), since: Day(index: first), for: Set(towns.split(separator: ",").map(String.init)))
  }
}

extension Way {
  /// Persons linked for the task of these municipalities (CBS codes; none: of any) by a day, housed or not.
  ///
  /// - Parameter first: whoever counted before it is of an earlier half-year.
  func linked(by day: Day, since first: Day, for towns: Set<String>) -> Int {
    func isTheirs(_ town: String) -> Bool { !town.isEmpty && (towns.isEmpty || towns.contains(town)) }
    var persons = 0
    if let leg = leg(on: day), Stage.onTheWay.contains(leg.stage), isTheirs(leg.municipality) {
      persons = leg.uncounted
    }
    for one in realisations where first <= one.day && one.day <= day && isTheirs(one.municipality) {
      persons += one.persons
    }
    return persons
  }
}
