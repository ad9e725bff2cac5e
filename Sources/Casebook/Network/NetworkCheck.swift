import GRDB
import Journey

/// One number that stands for all sums of people, made from the sums or from the stories, in any order and in pieces.
struct NetworkSeal: Equatable, Sendable {
  private var sum: UInt64 = 0

  init() {}

  /// Of what the table holds, for municipalities and the country.
  init(_ db: Database) throws {
    let rows = try GRDB.Row.fetchCursor(
      db, sql: "SELECT party, org, name, area, turns, households, agreed, kept, days, drawn, response FROM contact")
    while let row = try rows.next() {
      var counts = ContactHeap.Sum()
      (counts.turns, counts.households, counts.agreed, counts.kept) = (row[4], row[5], row[6], row[7])
      let days: String = row[8]
      (counts.answers, counts.breaches) = (ResponseDays(text: days), Breaches(text: days))
      counts.drawn = row[9]
      let contact = Contact(PartyID(row[0]), organisation: row[1], name: row[2])
      add(counts, Self.mark(contact, row[3]))
      // It puts people in order, and follows from the days beside it.
      if ContactStore.response(of: contact, counts.answers) != row[10] { sum &+= 1 }
    }
  }

  static func += (a: inout NetworkSeal, b: NetworkSeal) { a.sum &+= b.sum }

  mutating func add(_ rows: [AcquaintanceRow]) {
    for row in rows {
      let counts = ContactHeap.Sum(row.acquaintance)
      for area in ContactStore.areas(row.municipality) { add(counts, Self.mark(row.acquaintance.contact, area)) }
    }
  }

  private mutating func add(_ counts: ContactHeap.Sum, _ mark: UInt64) {
    for (place, count) in [counts.turns, counts.households, counts.agreed, counts.kept, counts.drawn].enumerated() {
      sum &+= Self.mixed(mark &+ UInt64(place)) &* UInt64(bitPattern: Int64(count))
    }
    for (days, count) in counts.answers.counts {
      sum &+= Self.mixed(mark &+ UInt64(1000 + days)) &* UInt64(bitPattern: Int64(count))
    }
    for (day, count) in counts.breaches.counts {
      sum &+= Self.mixed(mark &+ 1_000_000 &+ UInt64(bitPattern: Int64(day))) &* UInt64(bitPattern: Int64(count))
    }
  }

  private static func mark(_ contact: Contact, _ area: String) -> UInt64 {
    let text = [contact.party.rawValue, contact.organisation, contact.name, area].joined(separator: "\u{1F}")
    return mixed(text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }

  /// The finisher of SplitMix64.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var z = number &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension PartnerStore {
  /// What is wrong with the network: its chain, and what lists read of it.
  func problems() throws -> [Phrase] {
    var all: [Phrase] = []
    if let number = try broken() {
      all.append(
        Phrase(
          "Netwerk: gebeurtenis \(number) ontbreekt of is veranderd.",
          "Network: event \(number) is missing or was changed."
        ))
    }
    let kept = Set(try GRDB.Row.fetchAll(db, sql: "SELECT \(PartnerRow.columns) FROM partner").map(PartnerRow.init))
    let ids = try Int.fetchAll(db, sql: "SELECT DISTINCT partner FROM partner_event")
    let told = Set(try ids.compactMap { try load(PartnerID($0)) }.filter(\.isThere).map(PartnerRow.init))
    if kept != told {
      all.append(
        Phrase(
          "De mensen in het netwerk wijken af van hun verhaal.", "The people of the network differ from their story."))
    }
    let edges = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM contact WHERE (area = '' OR area LIKE 'GM%') AND quiet <> coalesce((
          SELECT min(quiet) FROM acquaintance AS a WHERE known = 1 AND a.party = contact.party AND a.org = contact.org
          AND a.name = contact.name AND a.municipality = contact.area), \(Schema.noDay)))
        """)
    if edges == true {
      all.append(
        Phrase("De stilte van mensen wijkt af van de verhalen.", "The silence of people differs from the stories."))
    }
    return all
  }
}
