import GRDB
import Journey

extension Casebook {
  /// The connection from country to town of each municipality of an area, as it is known on a day.
  public func connections(_ area: Area, today: Day) throws(CasebookFailure) -> [Connection] {
    try read { db in
      var reader = ConnectionReader(db: db, today: today)
      try reader.readGone()
      return try area.municipalities.map { try reader.connection($0) }
    }
  }

  /// People of the network who left or are away on a day, at most so many.
  public func absent(on today: Day, limit: Int) throws(CasebookFailure) -> [PartnerRow] {
    let day = Int(today.number)
    return try read { db in
      try GRDB.Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(PartnerRow.columns) FROM partner WHERE until BETWEEN 1 AND ? - 1
            OR away_from BETWEEN 1 AND ? AND (away_until = 0 OR away_until >= ?) ORDER BY id LIMIT ?
            """), arguments: [day, day, day, limit]
      ).map(PartnerRow.init)
    }
  }

  /// People of the network who work for a municipality or for what holds it; of none: for the country. Those of smaller
  /// areas first.
  public func colleagues(
    near municipality: String?, limit: Int, today: Day
  ) throws(CasebookFailure) -> [PartnerRow] {
    try read { db in
      let areas = municipality.map(AreaCodes.holding) ?? ["NL"]
      var all: [PartnerRow] = []
      for area in areas where all.count < limit {
        all += try GRDB.Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT \(PartnerRow.columns) FROM partner INDEXED BY by_partner_area WHERE area = ?
              ORDER BY party, org, name LIMIT ?
              """), arguments: [area, limit - all.count]
        ).map(PartnerRow.init)
      }
      return all
    }
  }
}

/// Puts the levels of a municipality together from the network and from stories.
private struct ConnectionReader {
  let db: Database
  let today: Day

  /// Of each level so many names are enough.
  private static let most = 3

  /// Who left, by area and party; the latest first.
  private var left: [Post: [PartnerRow]] = [:]
  /// Of those, whom nobody followed: looked up once for all municipalities that an area holds.
  private var unfollowed: [Post: [Connection.Gone]] = [:]

  private struct Post: Hashable {
    let area: String
    let party: PartyID
  }

  init(db: Database, today: Day) { (self.db, self.today) = (db, today) }

  mutating func readGone() throws {
    let parties = Connection.Level.allCases.map { "'\($0.party.rawValue)'" }.joined(separator: ", ")
    let rows = try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(PartnerRow.columns) FROM partner WHERE until BETWEEN 1 AND ? - 1 AND party IN (\(parties))
          ORDER BY until DESC, id DESC
          """), arguments: [Int(today.number)]
    ).map(PartnerRow.init)
    for row in rows { left[Post(area: row.card.area, party: row.contact.party), default: []].append(row) }
  }

  /// Who left a post and has nobody in their place: no successor who is there, nobody else at that organisation.
  private mutating func gone(_ post: Post) throws -> [Connection.Gone] {
    if let known = unfollowed[post] { return known }
    var found: [Connection.Gone] = []
    for row in left[post] ?? [] where found.count < Self.most {
      guard let until = row.until, try !isFollowed(row) else { continue }
      found.append(Connection.Gone(row.contact, until: until, successor: row.successor))
    }
    unfollowed[post] = found
    return found
  }

  private func isFollowed(_ row: PartnerRow) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM partner INDEXED BY by_partner WHERE party = ?1 AND org = ?2
            AND (area = ?3 OR name = ?4) AND (until = 0 OR until >= ?5))
          OR ?4 <> '' AND EXISTS (SELECT 1 FROM partner INDEXED BY by_partner_area WHERE area = ?3 AND party = ?1
            AND name = ?4 AND (until = 0 OR until >= ?5))
          """),
      arguments: [
        row.contact.party.rawValue, row.contact.organisation, row.card.area, row.successor, Int(today.number),
      ]) ?? false
  }

  private func isGone(_ contact: Contact) throws -> Bool {
    let known = try PartnerStore(db: db).rows(contact)
    return !known.isEmpty && known.allSatisfy { $0.isGone(today) }
  }

  mutating func connection(_ town: String) throws -> Connection {
    var gone: [Connection.Level: [Connection.Gone]] = [:]
    var people: [Connection.Level: [Contact]] = [:]
    var spoken: [Connection.Level: Connection.Spoken] = [:]
    let areas = AreaCodes.holding(town)
    for level in Connection.Level.allCases {
      people[level] = try listed(level, areas)
      for area in areas { gone[level, default: []] += try self.gone(Post(area: area, party: level.party)) }
      if let lower = level.next { spoken[level] = try talk(town, level, lower) }
    }
    for (contact, day) in try told(town) {
      guard let level = Connection.Level.allCases.first(where: { $0.party == contact.party }) else { continue }
      if !contact.name.isEmpty, people[level]?.isEmpty != false, try !isGone(contact) { people[level] = [contact] }
      // That the municipality calls a corporation, its stories say.
      if level == .corporation, let day, day > spoken[.municipality]?.day ?? Day(number: .min) {
        spoken[.municipality] = Connection.Spoken(day, [contact.name.isEmpty ? contact.organisation : contact.name])
      }
    }
    // Whom stories name in the place of who left follows them too.
    for (level, found) in gone {
      let there = people[level] ?? []
      gone[level] = found.filter { one in
        !there.contains { $0.name == one.successor || $0.organisation == one.contact.organisation }
      }
    }
    return Connection(town, people: people, gone: gone, spoken: spoken)
  }

  private func listed(_ level: Connection.Level, _ areas: [String]) throws -> [Contact] {
    var all: [Contact] = []
    for area in areas where all.count < Self.most {
      all += try GRDB.Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT org, name FROM partner INDEXED BY by_partner_area WHERE area = ? AND party = ?
            AND (until = 0 OR until >= ?) ORDER BY id LIMIT ?
            """), arguments: [area, level.party.rawValue, Int(today.number), Self.most - all.count]
      ).map { Contact(level.party, organisation: $0[0], name: $0[1]) }
    }
    return all
  }

  private func talk(
    _ town: String, _ upper: Connection.Level, _ lower: Connection.Level
  ) throws -> Connection.Spoken? {
    let row = try GRDB.Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT day, (SELECT name FROM partner WHERE id = talk.partner),
            (SELECT name FROM partner WHERE id = talk.with_partner)
          FROM talk WHERE municipality = ? AND party = ? AND other = ? ORDER BY day DESC, number DESC LIMIT 1
          """), arguments: [town, upper.party.rawValue, lower.party.rawValue])
    return row.map { row in
      let who: [String?] = [row[1], row[2]]
      return Connection.Spoken(Day(number: Int32(row[0] as Int)), who.compactMap(\.self))
    }
  }

  /// Whom the households of a municipality have, the most households first, and the last contact with them: of a
  /// corporation also without a name.
  private func told(_ town: String) throws -> [(Contact, Day?)] {
    try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT party, org, name, spoken FROM contact INDEXED BY by_contact_silence WHERE area = ? AND households > 0
          AND (name <> '' OR party = 'corporation') AND party IN ('coa', 'municipality', 'corporation') ORDER BY households DESC, party, org, name
          """), arguments: [town]
    ).map { row in
      let day: Int = row[3]
      return (
        Contact(PartyID(row[0]), organisation: row[1], name: row[2]), day > 0 ? Day(number: Int32(day)) : nil
      )
    }
  }
}
