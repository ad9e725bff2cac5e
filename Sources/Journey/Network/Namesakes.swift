/// People of one name at several places, said so that nobody is taken for another.
public enum Namesakes {
  /// What to know of a name that is nobody's at this place: that it is new there, and who has it elsewhere.
  ///
  /// - Parameter known: all in the network of that name, wherever they work; those of the same party are said first.
  public static func note(_ contact: Contact, among known: [Contact], _ rules: Rulebook) -> Phrase {
    let elsewhere = known.filter { $0.party == contact.party } + known.filter { $0.party != contact.party }
    let name = contact.name
    guard !elsewhere.isEmpty else {
      return Phrase("\(name) is nieuw in het netwerk", "\(name) is new in the network")
    }
    let (there, here) = (places(elsewhere, rules), place(contact, rules))
    return Phrase(
      "\(name) is bij \(there.nl) een ander mens; bij \(here.nl) is deze naam nieuw",
      "\(name) at \(there.en) is another person; at \(here.en) this name is new")
  }

  /// `Mitros (corporatie)`; where no organisation is known, the party.
  public static func place(_ contact: Contact, _ rules: Rulebook) -> Phrase {
    let party = rules.party(contact.party)
    if contact.organisation.isEmpty || contact.organisation == party.nl { return party }
    // `COA` and the like stay as they are.
    func within(_ name: String) -> String { name == name.uppercased() ? name : name.lowercased() }
    return Phrase(
      "\(contact.organisation) (\(within(party.nl)))", "\(contact.organisation) (\(within(party.en)))")
  }

  /// Two of them, and how many more.
  public static func places(_ contacts: [Contact], _ rules: Rulebook) -> Phrase {
    let first = contacts.prefix(2).map { place($0, rules) }
    let more = contacts.count - first.count
    return Phrase(first.map(\.nl).joined(separator: ", "), first.map(\.en).joined(separator: ", "))
      + (more > 0 ? Phrase(" en nog \(more)", " and \(more) more") : Phrase(same: ""))
  }
}
