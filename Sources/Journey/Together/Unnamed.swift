extension Dossier {
  /// Parties that have an open step and nobody by name to do it, in the order of the steps.
  ///
  /// - Parameter shown: who is named elsewhere; their parties are left out, also where only the party is known.
  public func unnamed(_ standing: Standing, beside shown: [Around] = []) -> [PartyID] {
    let there = around(standing.turn).filter { !$0.hasLeft && !$0.contact.name.isEmpty }
    let known = Set((there + shown).map(\.contact.party))
    var all: [PartyID] = []
    for step in standing.steps where step.isOpen && !step.overall && step.owner.name.isEmpty {
      let party = step.owner.party
      if party != .household, !known.contains(party), !all.contains(party) { all.append(party) }
    }
    return all
  }
}
