import Foundation
import GRDB
import Journey

/// How many days of a lead time were a party's: what the counters count, and lists look for.
enum PartyDays {
  /// `party_days(way, party, day)`: of the days from the permit to the first home, without one up to that day.
  static let function = DatabaseFunction("party_days", argumentCount: 3, pure: true) { values in
    guard let legs = Data.fromDatabaseValue(values[0]), let party = String.fromDatabaseValue(values[1]),
      let day = Int.fromDatabaseValue(values[2])
    else { return 0 }
    return WayBytes.decode(legs, of: DossierID(value: 0)).days(on: Day(index: day))[PartyID(party)] ?? 0
  }
}
