import Journey

extension Casebook {
  /// One person, one dossier: a V-number or BSN that is known already never opens a second one.
  public func refuseKnownNumbers(in entries: [Decision.Entry]) throws(CasebookFailure) {
    for case .registered(let registered) in entries.map(\.body) {
      for person in registered.persons {
        if let number = person.vNumber { try refuse(try holder(vNumber: number), "vnumber") }
        if let number = person.bsn { try refuse(try holder(bsn: number), "bsn") }
      }
    }
  }

  private func refuse(_ known: DossierID?, _ field: String) throws(CasebookFailure) {
    guard let known else { return }
    throw .refused(
      Refusal(
        Phrase("Dit nummer staat al in dossier \(known).", "This number is in dossier \(known) already."),
        remedy: Phrase("Open dat dossier.", "Open that dossier."), field: field))
  }
}
