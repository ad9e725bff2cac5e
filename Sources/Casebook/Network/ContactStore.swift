import GRDB
import Journey

/// Writes the sums of people, of every area.
struct ContactStore {
  let db: Database

  /// A municipality and all that hold it; of no municipality the country alone, beside a row of its own.
  static func areas(_ municipality: String) -> [String] {
    municipality.isEmpty ? ["", "NL"] : AreaCodes.holding(municipality)
  }

  static func key(_ contact: Contact) -> String {
    [contact.name, contact.organisation].map(Folding.key).filter { !$0.isEmpty }.joined(separator: "|")
  }

  func add(_ sum: ContactHeap.Sum, to key: ContactHeap.Key) throws {
    guard sum != ContactHeap.Sum() else { return }
    for area in Self.areas(key.municipality) { try add(sum, listed: 0, to: key.contact, in: area) }
  }

  /// Says that somebody of the network works there, or no longer does.
  func list(_ contact: Contact, in area: String, by sign: Int) throws {
    let areas: [String] =
      switch Area(code: area) {
      case .municipality(let code): Self.areas(code)
      case .country, nil: ["NL"]
      case .region, .province: [area, "NL"]
      }
    for area in areas { try add(ContactHeap.Sum(), listed: sign, to: contact, in: area) }
    try removeEmpty(contact)
  }

  private func add(_ sum: ContactHeap.Sum, listed: Int, to contact: Contact, in area: String) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO contact (party, org, name, area, key, listed, turns, households, drawn, oldest, quiet, spoken, agreed,
          kept, days) VALUES (?,?,?,?,?,?,?,?,?,\(Schema.noDay),\(Schema.noDay),0,?,?,?)
        ON CONFLICT DO UPDATE SET listed = listed + excluded.listed, turns = turns + excluded.turns,
          households = households + excluded.households, drawn = drawn + excluded.drawn,
          agreed = agreed + excluded.agreed, kept = kept + excluded.kept
        """
    ).execute(arguments: [
      contact.party.rawValue, contact.organisation, contact.name, area, Self.key(contact), listed, sum.turns,
      sum.households, sum.drawn, sum.agreed, sum.kept, "",
    ])
    guard !sum.answers.counts.isEmpty || !sum.breaches.counts.isEmpty else { return }
    let days =
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT days FROM contact WHERE \(Self.one) AND area = ?"),
        arguments: Self.names(contact) + [area]) ?? ""
    var (answers, breaches) = (ResponseDays(text: days), Breaches(text: days))
    answers += sum.answers
    breaches += sum.breaches
    let told: StatementArguments = [ContactHeap.text(answers, breaches), Self.response(of: contact, answers)]
    try db.cachedStatement(sql: "UPDATE contact SET days = ?, response = ? WHERE \(Self.one) AND area = ?")
      .execute(arguments: told + Self.names(contact) + [area])
  }

  /// By what people are put in order of their answers; -1 without any. Nobody by name answers nothing.
  static func response(of contact: Contact, _ answers: ResponseDays) -> Int {
    contact.name.isEmpty ? -1 : answers.median ?? -1
  }

  static let one = "party = ? AND org = ? AND name = ?"
  static func names(_ contact: Contact) -> StatementArguments {
    [contact.party.rawValue, contact.organisation, contact.name]
  }

  private func removeEmpty(_ contact: Contact) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM contact WHERE \(Self.one) AND listed = 0 AND turns = 0 AND households = 0 AND agreed = 0
          AND days = ''
        """
    ).execute(arguments: Self.names(contact))
  }

  /// The first day among open turns, and the last sign of life, in these municipalities and in what holds them.
  func settleEdges(of contact: Contact, in towns: [String]) throws {
    let find = try db.cachedStatement(
      sql: """
        SELECT min(since), min(quiet), max(spoken) FROM acquaintance INDEXED BY by_person_known
        WHERE known = 1 AND \(Self.one) AND municipality = ?
        """)
    for town in towns {
      let row = try GRDB.Row.fetchOne(find, arguments: Self.names(contact) + [town])
      try set(Edge(row?[0] ?? Schema.noDay, row?[1] ?? Schema.noDay, row?[2] ?? 0), of: contact, in: town)
    }
    try liftEdges(of: contact, from: towns)
    try removeEmpty(contact)
  }

  private struct Edge {
    var oldest: Int
    var quiet: Int
    var spoken: Int
    init(_ oldest: Int, _ quiet: Int, _ spoken: Int) {
      (self.oldest, self.quiet, self.spoken) = (oldest, quiet, spoken)
    }
  }

  private func set(_ edge: Edge, of contact: Contact, in area: String) throws {
    try db.cachedStatement(
      sql: "UPDATE contact SET oldest = ?, quiet = ?, spoken = ? WHERE \(Self.one) AND area = ?"
    ).execute(arguments: [edge.oldest, edge.quiet, edge.spoken] + Self.names(contact) + [area])
  }

  /// What holds municipalities has the first and last of theirs.
  private func liftEdges(of contact: Contact, from towns: [String]) throws {
    let wanted = Set(towns.flatMap(Self.areas)).subtracting(towns)
    var edges: [String: Edge] = [:]
    let rows = try GRDB.Row.fetchAll(
      db.cachedStatement(sql: "SELECT area, oldest, quiet, spoken FROM contact WHERE \(Self.one)"),
      arguments: Self.names(contact))
    for row in rows {
      let town: String = row[0]
      guard town.isEmpty || town.hasPrefix("GM") else { continue }
      for area in Self.areas(town) where wanted.contains(area) {
        let known = edges[area] ?? Edge(Schema.noDay, Schema.noDay, 0)
        edges[area] = Edge(min(known.oldest, row[1]), min(known.quiet, row[2]), max(known.spoken, row[3]))
      }
    }
    for area in wanted { try set(edges[area] ?? Edge(Schema.noDay, Schema.noDay, 0), of: contact, in: area) }
  }

  /// All of them at once, after a load.
  func settleAllEdges() throws {
    let rows = try GRDB.Row.fetchCursor(
      db, sql: "SELECT DISTINCT party, org, name, area FROM contact ORDER BY party, org, name")
    var (contact, towns): (Contact?, [String]) = (nil, [])
    var all: [(Contact, [String])] = []
    while let row = try rows.next() {
      let next = Contact(PartyID(row[0]), organisation: row[1], name: row[2])
      if let done = contact, next != done {
        all.append((done, towns))
        towns = []
      }
      contact = next
      let area: String = row[3]
      if area.isEmpty || area.hasPrefix("GM") { towns.append(area) }
    }
    if let contact { all.append((contact, towns)) }
    for (contact, towns) in all where !towns.isEmpty { try settleEdges(of: contact, in: towns) }
  }
}
