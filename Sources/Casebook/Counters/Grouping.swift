import GRDB
import Journey
import Quota

/// By what the households of a stage can be told apart.
public enum Grouping: String, CaseIterable, Hashable, Sendable {
  /// whoever is to act
  case party
  /// the first open blocker
  case blocker
  /// the classes of ``HouseholdSize``
  case size
  /// what the home must have; a household with two needs is in two groups
  case need
  case municipality

  /// Sizes are counted one by one up to here, and put together when they are read.
  static let largest = 8

  public var name: Phrase {
    switch self {
    case .party: Phrase("Aan zet", "To act")
    case .blocker: Phrase("Knelpunt", "Blocker")
    case .size: Phrase("Personen", "Persons")
    case .need: Phrase("Behoefte", "Need")
    case .municipality: Phrase("Gemeente", "Municipality")
    }
  }

  fileprivate var kind: CounterKind? {
    switch self {
    case .party: .party
    case .blocker: .blocker
    case .size: .size
    case .need: .need
    case .municipality: nil
    }
  }
}

/// Households of a stage that have something in common.
public struct HouseholdGroup: Hashable, Sendable {
  public var grouping: Grouping
  /// A party's id, a blocker's code, a class of ``HouseholdSize``, a ``Feature``, a CBS code; empty: nobody, none.
  public var key: String
  public var households: Int
  public var persons: Int

  public func name(_ rules: Rulebook) -> Phrase {
    if key.isEmpty { return Phrase(grouping == .party ? "niemand" : "geen", grouping == .party ? "nobody" : "none") }
    return switch grouping {
    case .party: rules.party(PartyID(key))
    case .blocker: rules.blocker(key)
    case .size: HouseholdSize(rawValue: key)?.name ?? Phrase(same: key)
    case .need: Feature(rawValue: key)?.name ?? Phrase(same: key)
    case .municipality: Phrase(same: Reference.name(ofMunicipality: key))
    }
  }

  /// What holds of its households.
  public var filter: Filter {
    switch grouping {
    case .party: .parties([PartyID(key)])
    case .blocker: key.isEmpty ? .not(.blocker(nil)) : .blocker(key)
    case .size: HouseholdSize(rawValue: key).map { .between(.persons, $0.persons) } ?? .any([])
    case .need:
      key.isEmpty
        ? .not(.needs(Set(Feature.allCases))) : Feature(rawValue: key).map { .needs([$0]) } ?? .any([])
    case .municipality: .municipalities([key])
    }
  }
}

extension Casebook {
  /// The households now in a stage, told apart.
  ///
  /// - Parameter stage: not the closed one, which is counted by municipality alone.
  /// - Returns: by number of households, the most first; by size in order.
  public func grouped(_ area: Area, _ stage: Stage, by grouping: Grouping) throws(CasebookFailure) -> [HouseholdGroup] {
    var groups: [HouseholdGroup] = try read { db in
      guard let kind = grouping.kind else { return try Self.byMunicipality(area, stage, db) }
      return try CounterReader(db: db).cells(area, kind).filter { $0.index == stage.rawValue && $0.a != 0 }.map {
        HouseholdGroup(grouping: grouping, key: $0.key, households: $0.a, persons: $0.b)
      }
    }
    if grouping == .size { groups = Self.bySize(groups) }
    groups.sort { x, y in
      if grouping == .size { return x.key < y.key }
      return x.households != y.households ? x.households > y.households : x.key < y.key
    }
    return groups
  }

  private static func bySize(_ counted: [HouseholdGroup]) -> [HouseholdGroup] {
    Dictionary(grouping: counted) { HouseholdSize(persons: Int($0.key) ?? 0) }.map { size, groups in
      HouseholdGroup(
        grouping: .size, key: size.rawValue, households: groups.reduce(0) { $0 + $1.households },
        persons: groups.reduce(0) { $0 + $1.persons })
    }
  }

  private static func byMunicipality(_ area: Area, _ stage: Stage, _ db: Database) throws -> [HouseholdGroup] {
    let towns = area == .country ? nil : Set(area.municipalities)
    return try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT municipality, sum(households), sum(persons) FROM tally WHERE stage = ? GROUP BY municipality"),
      arguments: [stage.rawValue]
    ).compactMap { row in
      let group = HouseholdGroup(grouping: .municipality, key: row[0], households: row[1], persons: row[2])
      return group.households != 0 && towns?.contains(group.key) ?? true ? group : nil
    }
  }
}
