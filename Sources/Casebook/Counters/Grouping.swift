import GRDB
import Journey
import Quota

/// By what the households of a stage can be told apart.
public enum Grouping: String, CaseIterable, Hashable, Sendable {
  /// whoever is to act
  case party
  /// the same by the name of the organisation
  case organisation
  /// the same by name
  case person
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
    case .organisation: Phrase("Organisatie aan zet", "Organisation to act")
    case .person: Phrase("Persoon aan zet", "Person to act")
    case .blocker: Phrase("Knelpunt", "Blocker")
    case .size: Phrase("Personen", "Persons")
    case .need: Phrase("Behoefte", "Need")
    case .municipality: Phrase("Gemeente", "Municipality")
    }
  }

  /// By number of households, the most first; by size in order.
  func ordered(_ groups: [HouseholdGroup]) -> [HouseholdGroup] {
    groups.sorted { x, y in
      if self == .size { return x.key < y.key }
      return x.households != y.households ? x.households > y.households : x.key < y.key
    }
  }

  fileprivate var kind: CounterKind? {
    switch self {
    case .party: .party
    case .organisation: .organisation
    case .person: .person
    case .blocker: .blocker
    case .size: .size
    case .need: .need
    case .municipality: nil
    }
  }
}

extension Casebook {
  /// The households now in a stage, told apart.
  ///
  /// - Parameter stage: not the closed one, which is counted by municipality alone.
  /// - Returns: by number of households, the most first; by size in order.
  public func grouped(_ area: Area, _ stage: Stage, by grouping: Grouping) throws(CasebookFailure) -> [HouseholdGroup] {
    try grouped(area, by: grouping)[stage] ?? []
  }

  /// The same of every stage in which there is somebody, read once.
  public func grouped(_ area: Area, by grouping: Grouping) throws(CasebookFailure) -> [Stage: [HouseholdGroup]] {
    var all: [Stage: [HouseholdGroup]] = try read { db in
      guard let kind = grouping.kind else { return try Self.byMunicipality(area, db) }
      var all: [Stage: [HouseholdGroup]] = [:]
      for cell in try CounterReader(db: db).cells(area, kind) where cell.a != 0 {
        guard let stage = Stage(rawValue: cell.index) else { continue }
        all[stage, default: []].append(
          HouseholdGroup(grouping: grouping, key: cell.key, households: cell.a, persons: cell.b))
      }
      return all
    }
    if grouping == .size { all = all.mapValues(Self.bySize) }
    return all.mapValues(grouping.ordered)
  }

  private static func bySize(_ counted: [HouseholdGroup]) -> [HouseholdGroup] {
    Dictionary(grouping: counted) { HouseholdSize(persons: Int($0.key) ?? 0) }.map { size, groups in
      HouseholdGroup(
        grouping: .size, key: size.rawValue, households: groups.reduce(0) { $0 + $1.households },
        persons: groups.reduce(0) { $0 + $1.persons })
    }
  }

  private static func byMunicipality(_ area: Area, _ db: Database) throws -> [Stage: [HouseholdGroup]] {
    let towns = area == .country ? nil : Set(area.municipalities)
    var all: [Stage: [HouseholdGroup]] = [:]
    let rows = try GRDB.Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT stage, municipality, sum(households), sum(persons) FROM tally GROUP BY stage, municipality"))
    while let row = try rows.next() {
      let group = HouseholdGroup(grouping: .municipality, key: row[1], households: row[2], persons: row[3])
      guard group.households != 0, towns?.contains(group.key) ?? true, let stage = Stage(rawValue: row[0]) else {
        continue
      }
      all[stage, default: []].append(group)
    }
    return all
  }
}
