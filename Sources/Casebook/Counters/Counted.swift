import Foundation
import GRDB
import Journey

/// What of a dossier is counted: columns of its row, and its way. Equal ones count alike.
struct Counted: Equatable, Sendable {
  var municipality: String
  var stage: Int
  var stageSince: Int
  /// Who is to act; empty: nobody, no name.
  var party: String
  var organisation: String
  var person: String
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
    "municipality, stage, stage_since, party, org, contact, persons, relatives, due, blocker, needs, home, lead, way.legs"

  init(_ row: GRDB.Row) {
    (municipality, stage, stageSince) = (row[0], row[1], row[2])
    (party, organisation, person) = (row[3], row[4], row[5])
    (persons, relatives, due, blocker, needs) = (row[6], row[7], row[8], row[9], row[10])
    (home, lead, way) = (row[11], row[12], row[13] ?? Data())
  }

  init(_ projection: Projection) {
    (municipality, stage, stageSince) = (projection.municipality, projection.stage, projection.stageSince)
    let actor = projection.waitingOn
    (party, organisation, person) = (actor?.party.rawValue ?? "", actor?.organisation ?? "", actor?.name ?? "")
    (persons, relatives, due) = (projection.persons, projection.relatives, projection.due)
    (blocker, needs, home, lead) = (projection.blocker, projection.needs, projection.home, projection.lead)
    way = projection.way
  }
}
