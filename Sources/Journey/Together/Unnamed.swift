extension Dossier {
  /// Parties that have an open step and nobody by name to do it, in the order of the steps.
  ///
  /// - Parameter shown: who is around and told beside it; their parties are left out, but for those of who has left.
  public func unnamed(_ standing: Standing, beside shown: [Around]) -> [PartyID] {
    let known = Set(shown.filter { !$0.hasLeft }.map(\.contact.party))
    var all: [PartyID] = []
    for step in standing.steps where step.isOpen && !step.overall && step.owner.name.isEmpty {
      let party = step.owner.party
      if party != .household, !known.contains(party), !all.contains(party) { all.append(party) }
    }
    return all
  }
}
