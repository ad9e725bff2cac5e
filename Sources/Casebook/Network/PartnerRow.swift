import GRDB
import Journey

/// Somebody of the network, as lists and forms have them.
public struct PartnerRow: Hashable, Sendable, Identifiable {
  public let id: PartnerID
  public let card: PartnerCard
  public let since: Day
  public let away: Partner.Away?
  /// The last day they are there.
  public let until: Day?
  public let successor: String

  public var contact: Contact { card.contact }
  public func isAway(_ day: Day) -> Bool { away?.holds(day) == true }
  public func isGone(_ day: Day) -> Bool { until.map { $0 < day } ?? false }

  public var asDeputy: Deputy { Deputy(contact, away: away, until: until) }

  static let columns = """
    id, party, org, name, function, phone, mail, deputy, area, since, away_from, away_until, away_deputy, until,
    successor
    """

  init(_ row: GRDB.Row) {
    func day(_ number: Int) -> Day? { number == 0 ? nil : Day(number: Int32(truncatingIfNeeded: number)) }
    id = PartnerID(row[0])
    card = PartnerCard(
      Contact(PartyID(row[1]), organisation: row[2], name: row[3]), function: row[4], phone: row[5], mail: row[6],
      deputy: row[7], area: row[8])
    since = day(row[9]) ?? Day(number: 0)
    away = day(row[10]).map { Partner.Away(from: $0, until: day(row[11]), deputy: row[12]) }
    until = day(row[13])
    successor = row[14]
  }

  init(_ partner: Partner) {
    (id, card, since, away) = (partner.id, partner.card, partner.since, partner.away)
    (until, successor) = (partner.until, partner.successor?.name ?? "")
  }

  var arguments: StatementArguments {
    [
      id.rawValue, contact.party.rawValue, contact.organisation, contact.name, card.function, card.phone, card.mail,
      card.deputy, card.area, Int(since.number), away.map { Int($0.from.number) } ?? 0,
      away?.until.map { Int($0.number) } ?? 0, away?.deputy ?? "", until.map { Int($0.number) } ?? 0, successor, key,
    ]
  }

  /// What they are looked for by.
  var key: String {
    [contact.name, contact.organisation, card.function, card.mail, card.phone].map(Folding.key)
      .filter { !$0.isEmpty }.joined(separator: "|")
  }
}
