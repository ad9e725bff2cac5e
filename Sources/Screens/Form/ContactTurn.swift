import Journey

extension FormState {
  /// Who is to act after a contact: as it was, whom one spoke to, the municipality, and round again.
  mutating func turnOn() {
    guard purpose == .act(.contact), let field = fields.first(where: { $0.name == "turn" }) else { return }
    let party = values(language)["party"] ?? ""
    var all = ["", party, PartyID.municipality.rawValue]
    if party == PartyID.municipality.rawValue || party.isEmpty { all.remove(at: 1) }
    let at = all.firstIndex(of: values(language)["turn"] ?? "") ?? 0
    lines["turn"] = TextLine(FormState.shown(all[(at + 1) % all.count], field, language))
  }
}
