import Journey

extension Casebook {
  /// Where somebody of a party works who is named in full: as the household has them, else as the network knows them for its
  /// municipality.
  ///
  /// - Returns: nil where nobody or several are called so.
  public func workplace(
    of name: String, at party: PartyID, _ dossier: Dossier, today: Day
  ) throws(CasebookFailure) -> String? {
    let key = Folding.key(name)
    if key.isEmpty { return nil }
    func isMeant(_ contact: Contact) -> Bool { contact.party == party && Folding.key(contact.name) == key }
    var places = Set(dossier.network.map(\.contact).filter(isMeant).map(\.organisation))
    if places.isEmpty {
      let areas = dossier.municipality.map(AreaCodes.holding) ?? ["NL"]
      let near = try namesakes(name).filter {
        isMeant($0.contact) && areas.contains($0.card.area) && !$0.isGone(today)
      }
      places = Set(near.map(\.contact.organisation))
    }
    return places.count == 1 ? places.first : nil
  }
}
