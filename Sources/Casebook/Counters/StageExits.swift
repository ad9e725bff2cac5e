import Foundation
import GRDB
import Journey

/// When a household left a stage: what the counters count, and lists look for.
enum StageExits {
  /// `left_stage(way, stage, first, last, municipalities)`: whether it did on one of these days, the municipalities
  /// with commas between; none: wherever.
  static let function = DatabaseFunction("left_stage", argumentCount: 5, pure: true) { values in
    guard let legs = Data.fromDatabaseValue(values[0]),
      let stage = Int.fromDatabaseValue(values[1]).flatMap(Stage.init(rawValue:)),
      let first = Int.fromDatabaseValue(values[2]), let last = Int.fromDatabaseValue(values[3]),
      let towns = String.fromDatabaseValue(values[4])
    else { return false }
    let way = WayBytes.decode(legs, of: DossierID(value: 0))
    return way.exits(from: stage, in: Set(towns.split(separator: ",").map(String.init))).contains {
      (first...last).contains($0.index)
    }
  }
}

extension Way {
  /// The days on which it left a stage in these municipalities (CBS codes; none: everywhere), for another stage or for a
  /// municipality that is none of them.
  func exits(from stage: Stage, in towns: Set<String>) -> [Day] {
    zip(legs, legs.dropFirst()).compactMap { old, new in
      guard old.stage == stage, towns.isEmpty || towns.contains(old.municipality) else { return nil }
      let isInside = towns.isEmpty || towns.contains(new.municipality)
      return isInside && new.stage == old.stage ? nil : new.from
    }
  }
}
