import Casebook
import Journey

/// Finds somebody at a party by a whole name, whatever the capitals and accents.
struct NetworkNames {
  let casebook: Casebook
  let rules: Rulebook
  let today: Day

  /// - Throws: who there is, where it is nobody or more than one.
  func one(_ name: String, party: String?, organisation: String?) throws -> NetworkRow {
    let meant = party.flatMap { rules.party(named: $0) }
    if let party, meant == nil {
      func known(_ l: Language) -> String { rules.parties.map(\.name[l]).joined(separator: ", ") }
      throw CommandFailure.usage(
        "--party \"\(party)\" is geen partij. Kies uit: \(known(.nl)).",
        "--party \"\(party)\" is no party. Choose from: \(known(.en)).")
    }
    let found = try named(name).filter { row in
      (meant.map { row.contact.party == $0 } ?? true)
        && (organisation.map { Folding.key(row.contact.organisation) == Folding.key($0) } ?? true)
    }
    guard let first = found.first else {
      throw CommandFailure(
        Phrase(
          "Niemand in het netwerk heet \"\(name)\"; thuis network list toont wie er zijn.",
          "Nobody in the network is called \"\(name)\"; thuis network list shows who there are."), .notFound)
    }
    guard found.count == 1 else {
      func all(_ l: Language) -> String {
        found.map { row in
          let place = row.contact.organisation
          return rules.party(row.contact.party)[l] + (place.isEmpty ? "" : " \(place)")
        }.joined(separator: "; ")
      }
      throw CommandFailure.usage(
        "\"\(name)\" is er \(found.count) keer: \(all(.nl)). Zeg wie met --party en --organisation.",
        "\"\(name)\" is there \(found.count) times: \(all(.en)). Say who with --party and --organisation.")
    }
    return first
  }

  /// As the network knows them at that organisation; whom it does not know works there.
  ///
  /// - Parameter organisation: nil: that of who goes.
  /// - Throws: where they left themselves, or the only ones of that name are elsewhere and nobody said so.
  func successor(_ name: String, at organisation: String?, of leaving: Contact) throws -> Contact {
    let same = try named(name).map(\.contact).filter { $0.party == leaving.party && $0 != leaving }
    let place = organisation ?? leaving.organisation
    let there = same.first { Folding.key($0.organisation) == Folding.key(place) }
    if there == nil, organisation == nil, let elsewhere = same.first {
      throw CommandFailure.usage(
        "\(elsewhere.name) werkt bij \(elsewhere.organisation), niet bij \(place). Zeg met --to-organisation waar de opvolger werkt.",
        "\(elsewhere.name) works at \(elsewhere.organisation), not at \(place). Say with --to-organisation where the successor works."
      )
    }
    let found = there ?? Contact(leaving.party, organisation: place, name: name)
    if try casebook.left(found, today: today) { throw Succession.gone(found) }
    return found
  }

  /// Whoever else is called as one of these, wherever they work.
  func namesakes(of contacts: [Contact]) throws -> [Contact] {
    var all: [Contact] = []
    for one in contacts where !one.name.isEmpty {
      for other in try casebook.namesakes(one.name).map(\.contact) + named(one.name).map(\.contact)
      where !contacts.contains(other) && !all.contains(other) {
        all.append(other)
      }
    }
    return all
  }

  private func named(_ name: String) throws -> [NetworkRow] {
    var filter = NetworkFilter()
    filter.wanted.words = name.split(separator: " ").map { Folding.key(String($0)) }
    let query = NetworkQuery(.country, filter, order: .name)
    var (rows, last): ([NetworkRow], NetworkRow?) = ([], nil)
    while true {
      let page = try casebook.people(query, from: last, limit: 500, rules: rules, today: today)
      rows += page.filter { Folding.key($0.contact.name) == Folding.key(name) }
      guard page.count == 500 else { return rows }
      last = page.last
    }
  }
}
