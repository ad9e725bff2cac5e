import GRDB
import Journey

/// A question to the dossier table, as SQL that walks an index and stops at the limit.
struct Listing {
  let query: Query
  let words: Words
  /// Too many hits to sort: in order of case number.
  let byNumber: Bool

  /// How many hits of a text are sorted at most.
  static let sortable = 5000
  /// How many municipalities are walked apart and put together; more walk the whole order.
  static let branches = 40

  init(_ query: Query, _ db: Database) throws {
    self.query = query
    words = Words(query.text)
    byNumber =
      try words.match.map { match in
        let hits = try Int.fetchOne(
          db.cachedStatement(
            sql: "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT \(Self.sortable + 1))"),
          arguments: [match])
        return (hits ?? 0) > Self.sortable
      } ?? false
  }

  struct SQL {
    var text: String
    var arguments: StatementArguments
  }

  /// One statement a branch; the answers of all together, sorted, are the page.
  func page(from anchor: Anchor?, _ direction: Direction, limit: Int) -> [SQL] {
    branches.map { branch in
      var (conditions, arguments) = filter(branch)
      if let anchor {
        let (text, values) = after(anchor, direction)
        conditions.append(text)
        arguments += values
      }
      return SQL(
        text: "SELECT \(Row.columns) FROM \(branch.from) WHERE \(conditions.joined(separator: " AND ")) "
          + "ORDER BY \(order(direction)) LIMIT \(limit)", arguments: arguments)
    }
  }

  /// - Parameter also: a condition beside those of the query.
  func count(limit: Int, also condition: String? = nil) -> [SQL] {
    branches.map { branch in
      var (conditions, arguments) = filter(branch)
      if let condition { conditions.append(condition) }
      return SQL(
        text:
          "SELECT count(*) FROM (SELECT 1 FROM \(branch.from) WHERE \(conditions.joined(separator: " AND ")) LIMIT \(limit))",
        arguments: arguments)
    }
  }

  // MARK: - Which way through the table

  private struct Branch {
    var from: String
    var condition: String?
    var arguments: StatementArguments = []
    var skipsStages = false
    var skipsMunicipalities = false
  }

  private var branches: [Branch] {
    if let match = words.match {
      return [
        Branch(
          from: "search CROSS JOIN dossier ON dossier.id = search.rowid", condition: "search MATCH ?",
          arguments: [match])
      ]
    }
    if query.order == .urgency || query.order == .stage {
      if words.prefix != nil { return [Branch(from: table("by_name"))] }
      if let owner = query.owner {
        return [Branch(from: table("by_owner"), condition: "owner = ?", arguments: [owner])]
      }
      if query.blocker != nil { return [Branch(from: table("by_blocker"), condition: "blocker <> ''")] }
      if (1...Self.branches).contains(query.municipalities.count) {
        return query.municipalities.sorted().map {
          Branch(
            from: table("by_municipality"), condition: "municipality = ?", arguments: [$0], skipsMunicipalities: true)
        }
      }
      if !query.stages.isEmpty || query.order == .stage {
        return (query.stages.isEmpty ? Set(Stage.allCases) : query.stages).sorted().map {
          Branch(from: table("by_stage"), condition: "stage = \($0.rawValue)", skipsStages: true)
        }
      }
      if let party = query.party {
        return [Branch(from: table("by_party"), condition: "party = ?", arguments: [party.rawValue])]
      }
      return [Branch(from: table("by_urgency"))]
    }
    // In another order than urgency, few rows are sorted and many are walked in their order.
    if (1...Self.branches).contains(query.municipalities.count), words.prefix == nil {
      return query.municipalities.sorted().map {
        Branch(
          from: table("by_municipality"), condition: "municipality = ?", arguments: [$0], skipsMunicipalities: true)
      }
    }
    if let owner = query.owner, words.prefix == nil {
      return [Branch(from: table("by_owner"), condition: "owner = ?", arguments: [owner])]
    }
    switch query.order {
    case .waiting where words.prefix == nil: return [Branch(from: table("by_waiting"))]
    case .newest where words.prefix == nil: return [Branch(from: "dossier NOT INDEXED", condition: "dossier.id > 0")]
    default: return [Branch(from: table("by_name"), condition: "sort_name >= ''")]
    }
  }

  private func table(_ index: String) -> String { "dossier INDEXED BY \(index)" }

  private func filter(_ branch: Branch) -> ([String], StatementArguments) {
    var conditions = [branch.condition].compactMap { $0 }
    var arguments = branch.arguments
    if query.open {
      // Closed ones stand last in these orders: a bound on the order stops there instead of passing them all.
      conditions.append(
        query.order == .waiting ? "waiting_since < \(Schema.closedDay)" : "due < \(Schema.closedDay)")
      conditions.append("stage < \(Stage.closed.rawValue)")
    }
    if !query.stages.isEmpty, !branch.skipsStages {
      conditions.append("stage IN (\(query.stages.map { String($0.rawValue) }.sorted().joined(separator: ",")))")
    }
    if !query.municipalities.isEmpty, !branch.skipsMunicipalities {
      conditions.append("municipality IN (\(query.municipalities.map { _ in "?" }.joined(separator: ",")))")
      arguments += StatementArguments(query.municipalities.sorted())
    }
    if let party = query.party {
      conditions.append("party = ?")
      arguments += [party.rawValue]
    }
    if let owner = query.owner {
      conditions.append("owner = ?")
      arguments += [owner]
    }
    if let blocker = query.blocker {
      conditions.append("blocker <> ''")
      if blocker != "*" {
        conditions.append("blocker = ?")
        arguments += [blocker]
      }
    }
    if query.overdue, let today = query.today { conditions.append("due < \(today.number)") }
    if let least = query.minPersons { conditions.append("persons >= \(least)") }
    if let most = query.maxPersons { conditions.append("persons <= \(most)") }
    if let reception = query.reception {
      conditions.append("instr(lower(reception), lower(?)) > 0")
      arguments += [reception]
    }
    if let prefix = words.prefix {
      conditions.append("sort_name >= ? AND sort_name < ?")
      arguments += [prefix, prefix + "\u{10FFFF}"]
    }
    for short in words.short {
      conditions.append("(sort_name LIKE ? OR sort_name LIKE ?)")
      arguments += [short + "%", "% " + short + "%"]
    }
    return (conditions, arguments)
  }

  // MARK: - Order

  private var keys: [String] {
    if byNumber { return ["search.rowid"] }
    switch query.order {
    case .urgency: return ["due", "last_contact", "dossier.id"]
    case .name: return ["sort_name", "dossier.id"]
    case .waiting: return ["waiting_since", "dossier.id"]
    case .newest: return ["dossier.id"]
    case .stage: return ["stage", "due", "last_contact", "dossier.id"]
    }
  }

  private var falls: Bool { query.order == .newest && !byNumber }

  private func order(_ direction: Direction) -> String {
    let down = falls != (direction == .backward)
    return keys.map { $0 + (down ? " DESC" : "") }.joined(separator: ", ")
  }

  private func after(_ anchor: Anchor, _ direction: Direction) -> (String, StatementArguments) {
    let sign = (falls != (direction == .backward) ? "<" : ">") + (anchor.inclusive ? "=" : "")
    var values: [any DatabaseValueConvertible] = []
    for key in keys {
      switch key {
      case "due": values.append(anchor.due)
      case "last_contact": values.append(anchor.lastContact)
      case "waiting_since": values.append(anchor.waiting)
      case "stage": values.append(anchor.stage)
      case "sort_name": values.append(anchor.name)
      default: values.append(anchor.id.value)
      }
    }
    let marks = values.map { _ in "?" }.joined(separator: ",")
    return ("(\(keys.joined(separator: ","))) \(sign) (\(marks))", StatementArguments(values))
  }

  /// Whether `a` stands before `b`: for putting branches together.
  func precedes(_ a: Row, _ b: Row) -> Bool {
    let (x, y) = (a.anchor, b.anchor)
    if byNumber { return x.id < y.id }
    switch query.order {
    case .urgency: return (x.due, x.lastContact, x.id) < (y.due, y.lastContact, y.id)
    case .name: return x.name != y.name ? x.name.utf8.lexicographicallyPrecedes(y.name.utf8) : x.id < y.id
    case .waiting: return (x.waiting, x.id) < (y.waiting, y.id)
    case .newest: return x.id > y.id
    case .stage: return (x.stage, x.due, x.lastContact, x.id) < (y.stage, y.due, y.lastContact, y.id)
    }
  }
}

/// The words of a search: those of three letters and more are looked up anywhere, shorter ones at the start of names.
struct Words {
  /// For FTS5; nil when there is no word long enough.
  var match: String?
  /// Short words beside long ones.
  var short: [String] = []
  /// When all is short: how the name starts.
  var prefix: String?

  init(_ text: String) {
    let key = Folding.key(text)
    guard !key.isEmpty else { return }
    // A V-number may be read out with its letter.
    let words = key.split(separator: " ").map { word in
      word.count > 6 && word.first == "v" && word.dropFirst().allSatisfy(\.isNumber)
        ? String(word.dropFirst()) : String(word)
    }
    let long = words.filter { $0.count >= 3 }
    guard !long.isEmpty || key.count >= 3 else {
      prefix = key
      return
    }
    if long.isEmpty {
      // `al ha`: three letters together, looked up as one.
      match = Self.quoted(key)
    } else if DossierID(text) != nil {
      match = Self.quoted(key)
    } else {
      match = long.map(Self.quoted).joined(separator: " AND ")
      short = words.filter { $0.count < 3 }
    }
  }

  private static func quoted(_ word: String) -> String { "\"" + word.replacing("\"", with: "\"\"") + "\"" }
}
