extension Dossier {
  /// Who is around the household with whoever has the turn first, also where the story went on with somebody else there; and
  /// at each place how many more it names.
  public func around(_ turn: Standing.Turn?) -> [Around] {
    var all = around
    if let turn {
      // Whom a household is called after need not be said to be known.
      let isHousehold = turn.contact.party == .household && turn.contact.name.isEmpty
      let holder = isHousehold ? contact(at: .household) : meant(turn.contact)
      let spoken = network.filter { $0.contact.party == holder.party }.compactMap(\.spoken).max()
      var one = Around(
        contact: holder, lastContact: lastContact(with: holder.party), spoken: spoken, drawn: drawnIn(as: holder))
      if let index = all.firstIndex(where: { $0.contact == holder }) { one = all.remove(at: index) }
      one.hasTurn = true
      all.insert(one, at: 0)
    }
    let named = namedInStory
    var told: Set<Contact> = []
    for index in all.indices where !all[index].hasLeft {
      let contact = all[index].contact
      guard told.insert(Contact(contact.party, organisation: contact.organisation)).inserted else { continue }
      let shown = Set(all.filter { $0.contact.party == contact.party }.map { Folding.key($0.contact.name) })
      let others = named.filter {
        $0.party == contact.party && ($0.organisation == contact.organisation || $0.organisation.isEmpty)
      }
      all[index].others = Set(others.map { Folding.key($0.name) }).subtracting(shown).count
    }
    return all
  }

  /// Everybody the story names at a party, but for those who were followed by another.
  private var namedInStory: Set<Contact> {
    var (named, followed): (Set<Contact>, Set<Contact>) = ([], [])
    for event in story where !takenBack.contains(event.id) {
      let body = effective(event).body
      if case .contactSucceeded(let succession) = body { followed.insert(succession.from) }
      for contact in body.contacts where contact.party != .household && !contact.name.isEmpty { named.insert(contact) }
    }
    return named.subtracting(followed)
  }
}
