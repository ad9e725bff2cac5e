import Casebook
import Journey

/// Where one can go from a connection: to somebody, or to the form that mends what is broken.
enum Reach: Hashable, Sendable {
  /// All people of an area.
  case people(Area)
  /// Somebody, in the area they work for.
  case person(Contact, Area)
  /// Somebody new at a level; of the contact what is known.
  case newcomer(Contact, Area)
  /// Whoever follows somebody who left.
  case successor(Contact)
  /// A talk between two who have not spoken for too long.
  case talk(Contact, Contact)
}

extension Reach {
  struct Choice: Hashable, Sendable {
    var reach: Reach
    var name: Phrase
    var about: Phrase
    var isBroken = false
  }

  /// From the country down: the people of each level, who is missing, the links that are silent; last all of the municipality.
  static func along(_ connection: Connection, _ rules: Rulebook, today: Day) -> [Choice] {
    let town = Area.municipality(connection.municipality)
    var all: [Choice] = []
    for level in Connection.Level.allCases {
      let (place, area) = (level.name, level.area(of: connection.municipality))
      for contact in connection.people[level] ?? [] {
        let organisation = contact.organisation.isEmpty ? "" : ", " + contact.organisation
        all.append(
          Choice(
            reach: .person(contact, area), name: Phrase(same: contact.name), about: place + Phrase(same: organisation)))
      }
      let gone = connection.gone[level] ?? []
      for one in gone {
        let reach =
          one.successor.isEmpty
          ? Reach.successor(one.contact)
          : .newcomer(
            Contact(level.party, organisation: one.contact.organisation, name: one.successor), area)
        all.append(
          Choice(
            reach: reach, name: Phrase(same: one.contact.name), about: place + Phrase(same: ": ") + one.words,
            isBroken: true))
      }
      if gone.isEmpty, connection.people[level] == nil {
        all.append(
          Choice(
            reach: .newcomer(Contact(level.party), area), name: Phrase("niemand", "nobody"),
            about: place + Phrase(": voeg iemand toe", ": add somebody"), isBroken: true))
      }
      if let link = connection.links.first(where: { $0.upper == level }),
        let broken = connection.broken(link, rules, today: today),
        let upper = connection.people[link.upper]?.first, let lower = connection.people[link.lower]?.first
      {
        all.append(
          Choice(
            reach: .talk(upper, lower), name: Phrase("gesprek vastleggen", "record a talk"), about: broken.words,
            isBroken: true))
      }
    }
    let name = town.spokenName
    all.append(
      Choice(
        reach: .people(town), name: Phrase("mensen van \(name.nl)", "people of \(name.en)"),
        about: Phrase("allemaal, in de lijst", "all of them, in the list")))
    return all
  }
}

extension Connection.Level {
  /// Whom it is for, of one municipality.
  func area(of municipality: String) -> Area {
    let town = Reference.municipality(code: municipality)
    switch self {
    case .ministry: return .country
    case .coa, .province: return town.map { .province($0.province) } ?? .country
    case .region: return town.map { .region($0.labourRegion) } ?? .country
    case .municipality, .corporation: return .municipality(municipality)
    }
  }
}
