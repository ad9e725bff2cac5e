import GRDB
import Journey

extension Casebook {
  /// A page of the people of an area. Costs the same wherever in the list it is and however many there are, but for filters
  /// that few fit.
  ///
  /// - Parameters:
  ///   - row: where to go on from, itself not included; nil: from the start, or for `.backward` from the end.
  /// - Returns: at most `limit` rows, always in the order of the list.
  public func people(
    _ query: NetworkQuery, from row: NetworkRow? = nil, direction: Direction = .forward, limit: Int, rules: Rulebook,
    today: Day
  ) throws(CasebookFailure) -> [NetworkRow] {
    try read { db in
      let reader = NetworkReader(db: db, area: query.area, rules: rules, today: today)
      let rows = try reader.rows(query, from: row, direction, limit: limit)
      return direction == .forward ? rows : rows.reversed()
    }
  }

  /// One of them; nil when neither a story nor the network of the area has them.
  public func person(
    _ contact: Contact, in area: Area, rules: Rulebook, today: Day
  ) throws(CasebookFailure) -> NetworkRow? {
    try read { db in
      try NetworkReader(db: db, area: area, rules: rules, today: today).row(contact)
    }
  }

  /// How many rows the list has; counts no further than `limit`.
  public func count(
    _ query: NetworkQuery, limit: Int, rules: Rulebook, today: Day
  ) throws(CasebookFailure) -> Int {
    try read { db in
      try NetworkReader(db: db, area: query.area, rules: rules, today: today).count(query, limit: limit)
    }
  }

  /// A successor takes over no more dossiers at once: while they do nobody else can write.
  public static let mostSucceeded = 20_000

  /// Open dossiers of the area that have this person or are led by them, to hand all of them over; the earliest numbers
  /// first.
  ///
  /// - Throws: a refusal where there are more than ``mostSucceeded``.
  public func toHandOver(from contact: Contact, in area: Area) throws(CasebookFailure) -> [DossierID] {
    let known = try households(of: contact, in: area, limit: Self.mostSucceeded + 1)
    let led = try self.led(by: contact, in: area, limit: Self.mostSucceeded + 1)
    let ids = Set(known + led).sorted()
    guard ids.count <= Self.mostSucceeded else {
      throw .refused(
        Refusal(
          Phrase("Dit zijn meer dan 20.000 dossiers.", "These are more than 20,000 dossiers."),
          remedy: Phrase("Kies eerst een kleiner gebied.", "Choose a smaller area first.")))
    }
    return ids
  }

  /// How many municipalities the households of ``households(of:in:limit:)`` are in; those without one count for none.
  public func towns(of contact: Contact, in area: Area) throws(CasebookFailure) -> Int {
    try read { db in
      let towns = area == .country ? SQL("1") : .among("municipality", area.municipalities)
      return try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT count(DISTINCT nullif(municipality, '')) FROM acquaintance INDEXED BY by_person_known
            WHERE known = 1 AND \(ContactStore.one) AND \(towns.text)
            """), arguments: ContactStore.names(contact) + towns.arguments
      ) ?? 0
    }
  }

  /// Open dossiers of the area that have this person, the earliest numbers first.
  public func households(of contact: Contact, in area: Area, limit: Int = .max) throws(CasebookFailure) -> [DossierID] {
    try read { db in
      let towns = area == .country ? SQL("1") : .among("municipality", area.municipalities)
      return try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT dossier FROM acquaintance INDEXED BY by_person_known WHERE known = 1 AND \(ContactStore.one)
            AND \(towns.text) ORDER BY dossier LIMIT ?
            """), arguments: ContactStore.names(contact) + towns.arguments + [limit]
      ).map(DossierID.init(value:))
    }
  }
}

/// Reads lists of people within one reading.
struct NetworkReader {
  let db: Database
  let area: Area
  let rules: Rulebook
  let today: Day

  private static let columns =
    "party, org, name, turns, households, oldest, quiet, spoken, agreed, kept, days, key, share"

  func rows(_ query: NetworkQuery, from row: NetworkRow?, _ direction: Direction, limit: Int) throws -> [NetworkRow] {
    let order = Order(query.order)
    let wanted = [SQL("area = ?", [query.area.code])] + conditions(query.filter)
    guard query.order == .kept else { return try rows(order, wanted, from: row, direction, limit: limit) }
    var found: [NetworkRow] = []
    let begin = row.map(Agreements.init)
    let all = direction == .forward ? Agreements.allCases : Agreements.allCases.reversed()
    for some in all.drop(while: { begin != nil && $0 != begin }) where found.count < limit {
      found += try rows(
        order, wanted + [SQL(some.condition(on: today))], from: some == begin ? row : nil, direction,
        limit: limit - found.count)
    }
    return found
  }

  private func rows(
    _ order: Order, _ wanted: [SQL], from row: NetworkRow?, _ direction: Direction, limit: Int
  ) throws -> [NetworkRow] {
    let parts = wanted + [row.map { order.beyond($0, direction) }].compactMap(\.self)
    let sql =
      SQL("SELECT \(Self.columns) FROM contact INDEXED BY \(order.index) WHERE ") + .joined(parts, "AND", none: "1")
      + SQL(" ORDER BY \(order.sql(direction)) LIMIT ?", [limit])
    let silence = silence
    return try GRDB.Row.fetchAll(db.cachedStatement(sql: sql.text), arguments: sql.arguments).map { row in
      try made(row, silence)
    }
  }

  func row(_ contact: Contact) throws -> NetworkRow? {
    try GRDB.Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(Self.columns) FROM contact WHERE \(ContactStore.one) AND area = ?"),
      arguments: ContactStore.names(contact) + [area.code]
    ).map { try made($0, silence) }
  }

  func count(_ query: NetworkQuery, limit: Int) throws -> Int {
    let parts = SQL.joined(
      [SQL("area = ?", [query.area.code])] + conditions(query.filter), "AND", none: "1")
    let index = query.filter == NetworkFilter() ? "INDEXED BY by_contact_there" : ""
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM (SELECT 1 FROM contact \(index) WHERE \(parts.text) LIMIT ?)"),
      arguments: parts.arguments + [limit]) ?? 0
  }

  /// - Parameter silence: ``silence``, written once for all rows.
  private func made(_ row: GRDB.Row, _ silence: SQL) throws -> NetworkRow {
    func day(_ number: Int) -> Day? { number > 0 && number < Schema.noDay ? Day(number: Int32(number)) : nil }
    let contact = Contact(PartyID(row[0]), organisation: row[1], name: row[2])
    let (turns, agreed): (Int, Int) = (row[3], row[8])
    let days: String = row[10]
    return NetworkRow(
      contact: contact, partner: try PartnerStore(db: db).rows(contact).last, turns: turns, households: row[4],
      oldest: day(row[5]), quiet: day(row[6]), silent: turns == 0 ? 0 : try silent(contact, silence),
      spoken: day(row[7]), answers: ResponseDays(text: days),
      agreed: agreed - Breaches(text: days).open(on: today), kept: row[9],
      quietKey: row[6], key: row[11], shareKey: row[12])
  }

  // MARK: - Silence

  /// Open turns that are quiet beyond the limit of their stage, as the end of a statement in which `who` is a row of ``contact``
  /// or stands for one. In the country stage by stage, so that nothing is read but what is too quiet; else by municipality.
  func silentTurns(of who: String) -> SQL {
    let (stages, stage, index) =
      area == .country
      ? (Self.stages + " CROSS JOIN ", "stages.column1", "by_turn_in_stage") : ("", "a.stage", "by_person_known")
    let towns = area == .country ? SQL("1") : .among("a.municipality", area.municipalities)
    return SQL(
      """
      \(stages)acquaintance AS a INDEXED BY \(index) ON a.known = 1 AND a.turn = 1 AND a.party = \(who).party
        AND a.org = \(who).org AND a.name = \(who).name AND a.stage = \(stage)
        AND a.quiet < CASE \(who).party \(limits(stage)) ELSE 0 END
      WHERE
      """) + SQL(" ") + towns
  }

  private static let stages =
    "(VALUES \(Stage.allCases.map { "(\($0.rawValue))" }.joined(separator: ","))) AS stages"

  /// The first quiet day that is not yet too long, by party and stage, as the branches of a choice.
  private func limits(_ stage: String) -> String {
    rules.parties.filter { $0.id != .household }.map { party in
      let cases = Stage.allCases.compactMap { one in
        rules.silenceLimit(party.id, one).map { "WHEN \(one.rawValue) THEN \(Int(today.number) - $0)" }
      }
      return "WHEN '\(party.id.rawValue)' THEN "
        + (cases.isEmpty ? "0" : "CASE \(stage) \(cases.joined(separator: " ")) ELSE 0 END")
    }.joined(separator: " ")
  }

  /// Counts the silent turns of somebody, named by its first arguments.
  private var silence: SQL {
    SQL("SELECT count(*) FROM (SELECT 1 FROM (SELECT ? AS party, ? AS org, ? AS name) AS who CROSS JOIN ")
      + silentTurns(of: "who") + SQL(" LIMIT \(NetworkRow.mostSilent))")
  }

  private func silent(_ contact: Contact, _ silence: SQL) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: silence.text), arguments: ContactStore.names(contact) + silence.arguments) ?? 0
  }

  // MARK: - Filter

  func conditions(_ filter: NetworkFilter) -> [SQL] {
    let unwanted = conditions(filter.unwanted).map { SQL("NOT (") + $0 + SQL(")") }
    // Who left and whom no household has any more is no longer of the network; who leaves is, through their last day.
    // Few have left: only of them it is asked whether they are there under another number.
    let day = Int(today.number)
    let isThere = """
      listed > 0 AND (NOT EXISTS (SELECT 1 FROM partner WHERE \(Self.same) AND until > 0 AND until < \(day))
        OR EXISTS (SELECT 1 FROM partner WHERE \(Self.same) AND (until = 0 OR until >= \(day))))
      """
    // Whoever a household has for one purpose alone is seen there; here those who were taken in, and who are asked for.
    let has =
      filter.wanted.marks.contains(.drawnIn)
      ? "households > 0"
      : "households > drawn OR households > 0 AND EXISTS (SELECT 1 FROM partner WHERE \(Self.same))"
    return conditions(filter.wanted) + unwanted + [SQL("(\(has) OR \(isThere))")]
  }

  private func conditions(_ terms: NetworkFilter.Terms) -> [SQL] {
    var all: [SQL] = terms.words.map { word in
      SQL(
        "(instr(key, ?) > 0 OR EXISTS (SELECT 1 FROM partner WHERE \(Self.same) AND instr(partner.key, ?) > 0))",
        [word, word])
    }
    if !terms.parties.isEmpty { all.append(.among("party", terms.parties.map(\.rawValue).sorted())) }
    if !terms.towns.isEmpty {
      // Found once along the index of the area, not for each person.
      all.append(
        SQL("(party, org, name) IN (SELECT party, org, name FROM contact AS here WHERE ")
          + .among("here.area", terms.towns.sorted()) + SQL(" AND (here.households > 0 OR here.listed > 0))"))
    }
    for days in terms.quietOver {
      all.append(SQL("(turns > 0 AND quiet > 0 AND quiet < ?)", [Int(today.number) - days]))
    }
    for mark in terms.marks.sorted(by: { $0.rawValue < $1.rawValue }) { all.append(condition(mark)) }
    return all
  }

  private static let same =
    "partner.party = contact.party AND partner.org = contact.org AND partner.name = contact.name"

  private func condition(_ mark: NetworkFilter.Mark) -> SQL {
    let day = Int(today.number)
    switch mark {
    case .turn: return SQL("turns > 0")
    case .unnamed: return SQL("contact.name = ''")
    case .drawnIn: return SQL("drawn > 0")
    case .unlisted: return SQL("NOT EXISTS (SELECT 1 FROM partner WHERE \(Self.same))")
    case .away:
      return SQL(
        """
        EXISTS (SELECT 1 FROM partner WHERE \(Self.same) AND away_from BETWEEN 1 AND \(day)
          AND (away_until = 0 OR away_until >= \(day)))
        """)
    case .gone:
      return SQL("EXISTS (SELECT 1 FROM partner WHERE \(Self.same) AND until BETWEEN 1 AND \(day - 1))")
    case .silent:
      return SQL("turns > 0 AND EXISTS (SELECT 1 FROM (SELECT 1) CROSS JOIN ") + silentTurns(of: "contact") + SQL(")")
    }
  }
}

extension NetworkReader {
  /// What somebody has of agreements, in the order of the list: some that are over, only such as are open still, none. The
  /// stored share does not know on which day it is read, so each is a walk along the index of its own.
  fileprivate enum Agreements: CaseIterable {
    case over, open, nothing

    init(_ row: NetworkRow) {
      self = row.shareKey == NetworkTables.noShare ? .nothing : row.agreed == 0 && row.kept == 0 ? .open : .over
    }

    func condition(on today: Day) -> String {
      let isOpen = "kept = 0 AND \(NetworkTables.firstBreach) > \(today.number)"
      return switch self {
      case .over: "share < \(NetworkTables.noShare) AND NOT (\(isOpen))"
      case .open: "share = 0 AND \(isOpen)"
      case .nothing: "share = \(NetworkTables.noShare)"
      }
    }
  }

  /// The order of a list, total: it always ends with the person.
  fileprivate struct Order {
    var index: String
    private var first: String
    private var falls: Bool
    private var value: (NetworkRow) -> any DatabaseValueConvertible

    init(_ order: NetworkQuery.Order) {
      switch order {
      case .silence: (index, first, falls, value) = ("by_contact_silence", "quiet", false, { $0.quietKey })
      case .turns: (index, first, falls, value) = ("by_contact_there", "turns", true, { $0.turns })
      case .answers:
        (index, first, falls, value) = ("by_contact_response", "response", true, { $0.responseKey })
      case .kept: (index, first, falls, value) = ("by_contact_share", "share", false, { $0.shareKey })
      case .name: (index, first, falls, value) = ("by_contact_key", "key", false, { $0.key })
      }
    }

    private var names: [String] { [first, "party", "org", "name"] }

    func sql(_ direction: Direction) -> String {
      let word = falls != (direction == .backward) ? " DESC" : ""
      return names.map { $0 + word }.joined(separator: ", ")
    }

    func beyond(_ row: NetworkRow, _ direction: Direction) -> SQL {
      let sign = falls != (direction == .backward) ? "<" : ">"
      let contact = row.contact
      let values: [any DatabaseValueConvertible] = [
        value(row), contact.party.rawValue, contact.organisation, contact.name,
      ]
      return SQL(
        "(\(names.joined(separator: ", "))) \(sign) (?, ?, ?, ?)", values)
    }
  }
}
