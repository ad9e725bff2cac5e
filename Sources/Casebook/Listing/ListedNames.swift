import GRDB
import Journey

/// A column whose values many dossiers share, with the index that gives them by urgency.
enum ListGroup: CaseIterable {
  case stage, municipality, party, owner, reception
  case organisation

  var stored: String {
    switch self {
    case .stage: "stage"
    case .municipality: "municipality"
    case .party: "party"
    case .owner: "owner"
    case .reception: "reception"
    case .organisation: "org"
    }
  }

  var index: String { self == .organisation ? "by_organisation" : "by_" + stored }

  /// The one that lists are sorted by.
  init?(_ column: ListColumn) {
    switch column {
    case .stage: self = .stage
    case .municipality: self = .municipality
    case .turn: self = .party
    case .owner: self = .owner
    case .reception: self = .reception
    default: return nil
    }
  }
}

/// The names there are in the casebook: few beside the dossiers, and found by leaps through an index.
struct ListedNames {
  let db: Database

  /// Every value of the column once, blank ones too.
  func all(_ group: ListGroup) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE listed (value) AS (
            SELECT min(\(group.stored)) FROM dossier INDEXED BY \(group.index)
            UNION ALL
            SELECT (
              SELECT min(\(group.stored)) FROM dossier INDEXED BY \(group.index) WHERE \(group.stored) > listed.value)
            FROM listed WHERE listed.value IS NOT NULL)
          SELECT value FROM listed WHERE value IS NOT NULL
          """))
  }

  /// Those with this in them, folded.
  func matching(_ group: ListGroup, _ part: String) throws -> [String] {
    try all(group).filter { !$0.isEmpty && Folding.key($0).contains(part) }
  }

  /// The organisation that is asked for, where so few wait for it that they are best sorted.
  func few(_ parts: [Filter]) throws -> String? {
    let asked = parts.lazy.compactMap { if case .organisation(let name) = $0, !name.isEmpty { name } else { nil } }
    guard let name = asked.first else { return nil }
    let waiting = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM (SELECT 1 FROM dossier INDEXED BY by_organisation WHERE org = ?
            LIMIT \(Listing.sortable + 1))
          """), arguments: [name])
    return waiting ?? 0 <= Listing.sortable ? name : nil
  }

  /// The column and the values that a condition comes down to, where it is about one column of names.
  func pinned(_ condition: Filter) throws -> (ListGroup, [DatabaseValue])? {
    func values(_ list: [some DatabaseValueConvertible]) -> [DatabaseValue] { list.map(\.databaseValue) }
    switch condition {
    case .stages(let stages): return (.stage, values(stages.map(\.rawValue).sorted()))
    case .municipalities(let codes): return (.municipality, values(codes.sorted()))
    case .parties(let parties): return (.party, values(parties.map(\.rawValue).sorted()))
    case .owner(let account): return (.owner, values([account]))
    case .lead(let part):
      let found = try matching(.owner, part)
      let whole = found.filter { Folding.key($0) == part }
      return (.owner, values(whole.isEmpty ? found : whole))
    case .reception(""): return (.reception, values([""]))
    case .reception(let part): return (.reception, values(try matching(.reception, part)))
    case .any(let parts) where !parts.isEmpty:
      var group: ListGroup?
      var all: Set<DatabaseValue> = []
      for part in parts {
        guard Self.isName(part), let (next, more) = try pinned(part), group == nil || group == next else { return nil }
        group = next
        all.formUnion(more)
      }
      return group.map { ($0, Array(all)) }
    default: return nil
    }
  }

  private static func isName(_ condition: Filter) -> Bool {
    switch condition {
    case .stages, .municipalities, .parties, .owner, .lead, .reception: true
    default: false
    }
  }
}

/// What a filter can be about that only the casebook knows the names of.
public enum ListedValue: Hashable, Sendable { case owner, reception, organisation, municipality }

extension Casebook {
  /// Names in use, those with a word that begins so first in the alphabet; quick however many dossiers there are.
  /// - Parameter text: in any spelling; empty: all.
  /// - Returns: as they are written; municipalities by name.
  public func values(
    of what: ListedValue, startingWith text: String, limit: Int
  ) throws(CasebookFailure) -> [String] {
    let group: ListGroup =
      switch what {
      case .owner: .owner
      case .reception: .reception
      case .organisation: .organisation
      case .municipality: .municipality
      }
    let key = Folding.key(text)
    let all = try read { db in try ListedNames(db: db).all(group) }.filter { !$0.isEmpty }
    let names = what == .municipality ? all.map(ListColumn.town) : all
    let found = names.map { (name: $0, key: Folding.key($0)) }.filter { (" " + $0.key).contains(" " + key) }
    return found.sorted { ($0.key.hasPrefix(key) ? 0 : 1, $0.key) < ($1.key.hasPrefix(key) ? 0 : 1, $1.key) }
      .prefix(limit).map(\.name)
  }
}
