import Foundation
import GRDB
import Journey

/// What of a dossier is counted: columns of its row, and its way. Equal ones count alike.
struct Counted: Equatable, Sendable {
  var municipality: String
  var stage: Int
  var stageSince: Int
  var party: String
  var persons: Int
  var relatives: Int
  var due: Int
  var blocker: String
  var needs: String
  /// Day of the first home; 0 where there is none.
  var home: Int
  /// Days from permit to that home; -1 where there is none.
  var lead: Int
  var way: Data

  static let columns =
    "municipality, stage, stage_since, party, persons, relatives, due, blocker, needs, home, lead, way.legs"

  init(_ row: GRDB.Row) {
    (municipality, stage, stageSince, party) = (row[0], row[1], row[2], row[3])
    (persons, relatives, due, blocker, needs) = (row[4], row[5], row[6], row[7], row[8])
    (home, lead, way) = (row[9], row[10], row[11] ?? Data())
  }

  init(_ projection: Projection) {
    (municipality, stage, stageSince) = (projection.municipality, projection.stage, projection.stageSince)
    party = projection.waitingOn?.party.rawValue ?? ""
    (persons, relatives, due) = (projection.persons, projection.relatives, projection.due)
    (blocker, needs, home, lead) = (projection.blocker, projection.needs, projection.home, projection.lead)
    way = projection.way
  }
}
