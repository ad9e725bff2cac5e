import GRDB
import Journey

/// Which index a question walks.
extension Listing {
  mutating func choose(_ parts: [Filter], _ words: Words, _ names: ListedNames, counting: Bool) throws {
    if let match = words.match { return walk(match) }
    if let number = Self.range(of: .number, parts), number.count == 1 {
      return walk("dossier NOT INDEXED", SQL("dossier.id = ?", [number.lowerBound]))
    }
    if words.numbers != nil { return walk("dossier NOT INDEXED", nil) }
    var pinned: [ListGroup: [DatabaseValue]] = [:]
    for part in parts {
      guard let (group, values) = try names.pinned(part) else { continue }
      pinned[group] = pinned[group]?.filter(values.contains) ?? values
    }
    func few(_ group: ListGroup) -> [DatabaseValue]? {
      pinned[group].flatMap { $0.count <= Self.most ? $0 : nil }
    }
    let known = parts.lazy.compactMap { part -> SQL? in
      switch part {
      case .turnOf(let contact): FilterSQL.turnOf(contact)
      case .realised(let days, let towns): FilterSQL.realised(days, towns)
      case .left(_, _, in: let towns) where !towns.isEmpty: FilterSQL.everIn(towns)
      case .linked(let day, let first, let towns) where !towns.isEmpty:
        FilterSQL.everCountedIn(towns, on: min(first, day)...day)
      default: nil
      }
    }
    if let known = known.first ?? Self.actor(parts).map(FilterSQL.turnOf) {
      return walk("dossier NOT INDEXED", known)
    }
    if let organisation = try names.few(parts) { return each(.organisation, [organisation.databaseValue]) }
    if let owners = few(.owner) { return each(.owner, owners) }
    if words.prefix != nil { return walk("dossier INDEXED BY by_surname", nil) }
    let lead = ListGroup(order.first.column)
    let isUrgent = order.first.column == .due || lead != nil
    if isUrgent, parts.contains(where: { if case .blocker = $0 { true } else { false } }) {
      return walk("dossier INDEXED BY by_blocker", SQL("blocker <> ''"))
    }
    if isUrgent, let days = Self.range(of: .uncalled, parts), days.lowerBound > 0 {
      return walk("dossier INDEXED BY by_uncalled", SQL("uncalled > 0"))
    }
    if let days = Self.range(of: .home, parts), days.lowerBound > 0 { return home(days, in: few(.municipality)) }
    if counting, few(.municipality) == nil, let stages = pinned[.stage],
      let days = Self.range(of: .stageSince, parts)
    {
      branches = stages.map {
        Branch(
          from: "dossier INDEXED BY by_stage_since",
          condition: SQL("stage = ? AND stage_since BETWEEN ? AND ?", [$0, days.lowerBound, days.upperBound]))
      }
      return
    }
    if isUrgent, lead == nil, let towns = few(.municipality), let stages = few(.stage),
      towns.count * stages.count <= Self.most
    {
      branches = towns.flatMap { town in
        stages.map {
          Branch(
            from: "dossier INDEXED BY by_place_and_due", condition: SQL("municipality = ? AND stage = ?", [town, $0]))
        }
      }
      return
    }
    for group in [ListGroup.municipality, .reception] { if let values = few(group) { return each(group, values) } }
    let stages = Stage.allCases.map(\.rawValue.databaseValue)
    if let lead {
      let all = try pinned[lead] ?? (lead == .stage ? stages : names.all(lead).map(\.databaseValue))
      return each(lead, all)
    }
    guard isUrgent else { return walkOrder() }
    if let stages = pinned[.stage] { return each(.stage, stages) }
    if let parties = few(.party) { return each(.party, parties) }
    walkOrder()
  }

  private static func range(of measure: Filter.Measure, _ parts: [Filter]) -> ClosedRange<Int>? {
    for case .between(measure, let range) in parts { return range }
    return nil
  }

  /// Whose turn it is, where all of their name is asked for. Of a household nobody is known by name.
  private static func actor(_ parts: [Filter]) -> Contact? {
    var (party, organisation, name): (PartyID?, String?, String?)
    for part in parts {
      switch part {
      case .parties(let all) where all.count == 1: party = all.first
      case .organisation(let text): organisation = text
      case .person(let text): name = text
      default: break
      }
    }
    guard let party, party != .household, let organisation, let name, !name.isEmpty else { return nil }
    return Contact(party, organisation: organisation, name: name)
  }

  /// Who came home on these days. Where days and municipalities are few, each of each has its own by urgency.
  private mutating func home(_ days: ClosedRange<Int>, in towns: [DatabaseValue]?) {
    let index = towns == nil ? "by_home_due" : "by_place_and_home"
    let places = towns?.map { SQL("municipality = ? AND ", [$0]) } ?? [SQL("")]
    let times =
      days.count * places.count <= Self.most
      ? days.map { SQL("home = ?", [$0]) } : [SQL("home BETWEEN ? AND ?", [days.lowerBound, days.upperBound])]
    branches = places.flatMap { place in
      times.map { Branch(from: "dossier INDEXED BY \(index)", condition: place + $0 + SQL(" AND home > 0")) }
    }
  }

  private mutating func walkOrder() {
    switch order.first.column {
    case .due: walk("dossier INDEXED BY by_urgency", nil)
    case .name: walk("dossier INDEXED BY by_surname", SQL("sort_name >= ''"))
    case .waiting: walk("dossier INDEXED BY by_waiting", nil)
    case .changed: walk("dossier INDEXED BY by_changed", SQL("changed >= 0"))
    // By number; whatever has no index is sorted, and is best read as it lies on the disk.
    default: walk("dossier NOT INDEXED", SQL("dossier.id > 0"))
    }
  }

  /// The hits of a text: first those it is about by name or number.
  private mutating func walk(_ match: String) {
    let (search, hit) = ("search CROSS JOIN dossier ON dossier.id = search.rowid", SQL("search MATCH ?", [match]))
    guard let own else { return walk(search, hit) }
    isInTurn = true
    branches = [
      own.from.map { Branch(from: $0, condition: own.condition, group: .number(0), order: ListOrder([SortKey(.name)])) }
        ?? Branch(from: search, condition: hit + SQL(" AND ") + own.condition, group: .number(0), order: order),
      Branch(
        from: search, condition: hit + SQL(" AND NOT (") + own.condition + SQL(")"), group: .number(1), order: order),
    ]
  }

  private mutating func walk(_ from: String, _ condition: SQL?) {
    branches = [Branch(from: from, condition: condition ?? SQL("1"))]
  }

  /// The names of a column one by one: in the order of the list where that begins with them.
  private mutating func each(_ group: ListGroup, _ values: [DatabaseValue]) {
    let leads = ListGroup(order.first.column) == group
    isInTurn = leads
    branches = values.map { value in
      let place =
        Int.fromDatabaseValue(value).map(ListValue.number)
        ?? String.fromDatabaseValue(value).map(order.first.column.group)
      return Branch(
        from: "dossier INDEXED BY \(group.index)", condition: SQL("\(group.stored) = ?", [value]),
        group: leads ? place : nil)
    }
    guard leads, let falls = order.keys.first?.falls else { return }
    branches.sort { a, b in
      guard let x = a.group, let y = b.group, x != y else { return false }
      return (x < y) != falls
    }
  }
}
