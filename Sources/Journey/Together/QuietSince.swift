extension Dossier {
  /// Since when somebody is quiet: the last sign of life; of whoever has the turn that of their party, or the day they got it
  /// where that is later, as in lists.
  public func quietSince(_ entry: Around, _ turn: Standing.Turn?) -> Day? {
    guard entry.hasTurn, let turn else {
      return [entry.lastContact, lastSign(of: entry.contact)].compactMap(\.self).max()
    }
    return quiet(turn)
  }
}
