import Journey

extension Contact {
  /// `Mitros (M. de Wit)`, or the party's name when nobody is known there.
  func words(_ rules: Rulebook, _ language: Language) -> String {
    let place = organisation.isEmpty ? (party == .household ? "" : rules.party(party)[language]) : organisation
    if name.isEmpty { return place.isEmpty ? rules.party(party)[language] : place }
    return place.isEmpty ? name : "\(place) (\(name))"
  }

  func json(_ rules: Rulebook, _ language: Language) -> JSON {
    .object([
      "party": .text(party.rawValue), "partyName": .text(rules.party(party)[language]),
      "organisation": organisation.isEmpty ? .null : .text(organisation), "name": name.isEmpty ? .null : .text(name),
    ])
  }
}
