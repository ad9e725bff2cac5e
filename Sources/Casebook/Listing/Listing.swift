import GRDB
import Journey

/// A question to the dossier table, as SQL that walks an index and stops at the limit.
struct Listing {
  let order: ListOrder
  /// What every row must fulfil, whichever way is walked.
  private let conditions: [SQL]
  var branches: [Branch] = []
  /// Branches come one after the other in the order of the list; else they are woven into it.
  var isInTurn = false

  /// How many hits of a text are sorted at most.
  static let sortable = 2000
  /// How many names of one column are walked apart and put together; more walk the whole order.
  static let most = 40

  /// One way through the table, and what holds on it.
  struct Branch {
    var from: String
    var condition: SQL
    /// Where all of this branch stands by the first key of the order, when branches come in turn.
    var group: ListValue?
    /// Its own, where it is not that of the list.
    var order: ListOrder?
  }

  /// Who stands first among the hits of a text; nil: nobody does.
  private(set) var own: OwnHits?

  /// Whether a text with too many hits to sort is walked; nil where no text is looked for.
  let isByHit: Bool?
  /// In a list of who counted for the task, or is on the way: how many of a household did, or still are to.
  private let counted: SQL

  /// CBS codes of the municipalities that the list is of; empty: of all.
  private static func towns(_ parts: [Filter]) -> Set<String> {
    for case .municipalities(let codes) in parts { return codes }
    return []
  }

  /// - Parameters:
  ///   - anchor: a page goes on in the order in which its anchor was found, however many hits there are by now.
  ///   - counting: the order does not matter.
  init(_ query: Query, _ db: Database, from anchor: Anchor? = nil, counting: Bool = false) throws {
    let names = ListedNames(db: db)
    let words = Words(query)
    let sort = counting ? [] : query.sort.isEmpty ? words.order : query.sort
    isByHit = try words.match == nil ? nil : anchor?.row.isByHit ?? (words.hits(db) > Self.sortable)
    order = isByHit == true ? .byHit : ListOrder(sort)
    var conditions: [SQL] = []
    let parts = query.filter.conjuncts.filter { if case .text = $0 { false } else { true } }
    if query.open, !(counting && Self.namesOpenStages(parts)) {
      // Only closed ones have no step and no turn. They stand last in these orders: a bound stops there instead of passing
      // them all.
      conditions.append(SQL("\(order.first.column == .waiting ? "waiting_since" : "due") < \(Schema.closedDay)"))
    }
    counted =
      parts.lazy.compactMap { part -> SQL? in
        switch part {
        case .realised(let days, let towns): FilterSQL.counted(days, towns)
        case .linked(let day, let first, let towns): FilterSQL.linked(day, first, towns)
        case .between(.home, let days): FilterSQL.counted(days, Self.towns(parts))
        default: nil
        }
      }.first ?? (parts.contains(.stages(Set(Stage.onTheWay))) ? FilterSQL.onTheWay(Self.towns(parts)) : SQL("NULL"))
    let sql = FilterSQL(names: names)
    conditions += try parts.map(sql.sql)
    conditions += words.prefix.map { [FilterSQL.beginning($0)] } ?? []
    conditions += words.numbers.map { [FilterSQL.numbers($0)] } ?? []
    conditions += words.short.map(FilterSQL.wordOfName)
    self.conditions = conditions
    // An order that is asked for is kept.
    if words.match != nil, query.sort.isEmpty, !counting { own = OwnHits(words, manyHits: isByHit == true) }
    try choose(parts, words, names, counting: counting)
  }

  /// No closed one has all of this.
  private static func namesOpenStages(_ parts: [Filter]) -> Bool {
    parts.contains { if case .stages(let stages) = $0 { !stages.contains(.closed) } else { false } }
  }

  /// To be asked one after the other until there are enough; the last argument is the limit.
  func pages(from anchor: Anchor?, _ direction: Direction) -> [SQL] {
    if branches.count > 1, !isInTurn { return [woven(from: anchor, direction)] }
    let ordered = isInTurn && direction == .backward ? branches.reversed() : branches
    return ordered.compactMap { branch in
      var parts = [branch.condition] + conditions
      let order = branch.order ?? (branch.group == nil ? self.order : self.order.withinFirst)
      if let anchor {
        if let group = branch.group {
          let here = own.map { .number($0.has(anchor.row) ? 0 : 1) } ?? self.order.first.column.value(of: anchor.row)
          if group == here {
            parts.append(order.beyond(anchor, direction))
          } else if (group < here) != ((own == nil && self.order.first.falls) != (direction == .backward)) {
            return nil
          }
        } else {
          parts.append(order.beyond(anchor, direction))
        }
      }
      return SQL("SELECT \(Row.columns), ") + counted + SQL(" FROM \(branch.from) WHERE ") + Self.all(parts)
        + SQL(" ORDER BY \(order.sql(direction)) LIMIT ?")
    }
  }

  /// The first of all branches together. Each walks its own index and is gone on with only as far as it is needed.
  private func woven(from anchor: Anchor?, _ direction: Direction) -> SQL {
    let keys = order.keys.enumerated().map { "\($1.column.sql) AS key\($0)" }.joined(separator: ", ")
    let beyond = anchor.map { [order.beyond($0, direction)] } ?? []
    let each = branches.map { branch in
      SQL("SELECT dossier.id AS id, \(keys) FROM \(branch.from) WHERE ")
        + Self.all([branch.condition] + conditions + beyond)
    }
    let falls = order.keys.enumerated().map { "key\($0)" + order.descends($1, direction) }.joined(separator: ", ")
    return SQL("SELECT \(Row.columns), ") + counted
      + SQL(" FROM dossier NOT INDEXED WHERE dossier.id IN (SELECT id FROM (")
      + each.dropFirst().reduce(each[0]) { $0 + SQL(" UNION ALL ") + $1 }
      + SQL(" ORDER BY \(falls) LIMIT ?)) ORDER BY \(order.sql(direction))")
  }

  /// One statement a branch; the last argument is the limit.
  func counts() -> [SQL] {
    branches.map { branch in
      SQL("SELECT count(*) FROM (SELECT 1 FROM \(branch.from) WHERE ") + Self.all([branch.condition] + conditions)
        + SQL(" LIMIT ?)")
    }
  }

  private static func all(_ parts: [SQL]) -> SQL {
    parts.dropFirst().reduce(parts[0]) { $0 + SQL(" AND ") + $1 }
  }
}

extension Words {
  /// How those stand that begin with what is typed: along what they begin with, however many there are.
  fileprivate var order: [SortKey] {
    numbers != nil ? [SortKey(.newest, reversed: true)] : prefix != nil ? [SortKey(.name)] : []
  }

  /// Those that must be found in every row of the answer.
  fileprivate init(_ query: Query) {
    var text = ""
    var names: [String] = []
    for part in query.filter.conjuncts {
      if case .text(let words) = part { text += " " + words }
      if case .name(let key) = part, key.count >= 3 { names.append(key) }
    }
    self.init(text)
    // The full text holds every name: it finds the few in which the name is then looked for.
    if prefix == nil {
      for name in names { match = [match, Words.quoted(name)].compactMap(\.self).joined(separator: " AND ") }
    }
  }

  /// How many dossiers have them, counted no further than those that are sorted.
  fileprivate func hits(_ db: Database) throws -> Int {
    guard let match else { return 0 }
    return try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT \(Listing.sortable + 1))"),
      arguments: [match]) ?? 0
  }
}
