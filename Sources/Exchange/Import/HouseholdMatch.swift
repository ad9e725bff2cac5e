import Journey

/// Whether a household of the file is known already.
enum HouseholdMatch {
  case new
  /// The dossier, the person in it for each row (nil: not in it), and why each row is known.
  case known(Dossier, persons: [PersonID?], why: [Phrase])
  case doubtful(Phrase, [DossierID])

  static func find(_ rows: [RowFacts], at desk: some ImportDesk) throws -> HouseholdMatch {
    var holders: [[DossierID]] = []
    for row in rows {
      var found: [DossierID] = []
      if let number = row.vNumber, let id = try desk.holder(vNumber: number) { found.append(id) }
      if let number = row.bsn, let id = try desk.holder(bsn: number) { found.append(id) }
      if !row.hasNumber {
        if let id = try desk.importedBefore(row.fingerprint) {
          found.append(id)
        } else if row.birth == nil, let id = try desk.importedBefore(row.likeness) {
          return .doubtful(
            Phrase(
              "Dezelfde naam kwam eerder binnen, zonder geboortedatum of nummer dat beslist.",
              "The same name came in before, without a date of birth or number that decides."), [id])
        }
      }
      holders.append(found)
    }
    let all = Set(holders.flatMap { $0 })
    if all.count > 1 {
      return .doubtful(
        Phrase("De nummers horen bij verschillende dossiers.", "The numbers belong to different dossiers."),
        all.sorted())
    }
    guard let id = all.first, let dossier = try desk.dossier(id) else { return try doubt(rows, desk) ?? .new }
    return pair(rows, dossier)
  }

  private static func pair(_ rows: [RowFacts], _ dossier: Dossier) -> HouseholdMatch {
    var persons: [PersonID?] = []
    var why: [Phrase] = []
    var taken: Set<PersonID> = []
    for row in rows {
      let byV = row.vNumber.flatMap { number in dossier.persons.first { $0.vNumber == number } }
      let byBSN = row.bsn.flatMap { number in dossier.persons.first { $0.bsn == number } }
      if let byV, let byBSN, byV.id != byBSN.id {
        return .doubtful(
          Phrase("V-nummer en BSN horen bij twee personen.", "V-number and BSN belong to two persons."), [dossier.id])
      }
      let byName = dossier.persons.first { !taken.contains($0.id) && same($0, row) }
      let found = byV ?? byBSN ?? byName
      if let found, !agrees(found, row) {
        return .doubtful(
          Phrase(
            "Het dossier heeft een ander V-nummer of BSN voor \(found.fullName).",
            "The dossier has another V-number or BSN for \(found.fullName)."), [dossier.id])
      }
      if let found { taken.insert(found.id) }
      persons.append(found?.id)
      why.append(
        byV != nil
          ? Phrase("V-nummer", "V-number")
          : byBSN != nil ? Phrase(same: "BSN") : Phrase("naam in dit huishouden", "name in this household"))
    }
    return .known(dossier, persons: persons, why: why)
  }

  /// Same name and date of birth, and no number that tells two people apart.
  private static func doubt(_ rows: [RowFacts], _ desk: some ImportDesk) throws -> HouseholdMatch? {
    var candidates: Set<DossierID> = []
    for row in rows {
      guard let birth = row.birth else { continue }
      for id in try desk.likely(foldedName: Folding.key(row.fullName), birth: birth) {
        guard let dossier = try desk.dossier(id) else { continue }
        if dossier.persons.contains(where: { same($0, row) && agrees($0, row) }) { candidates.insert(id) }
      }
    }
    guard !candidates.isEmpty else { return nil }
    return .doubtful(
      Phrase(
        "Dezelfde naam en geboortedatum staan al in een dossier, zonder nummer dat beslist.",
        "The same name and date of birth are in a dossier already, without a number that decides."), candidates.sorted()
    )
  }

  private static func same(_ person: Person, _ row: RowFacts) -> Bool {
    Folding.key(person.fullName) == Folding.key(row.fullName)
      && (person.birth == nil || row.birth == nil || person.birth == row.birth)
  }

  private static func agrees(_ person: Person, _ row: RowFacts) -> Bool {
    (person.vNumber == nil || row.vNumber == nil || person.vNumber == row.vNumber)
      && (person.bsn == nil || row.bsn == nil || person.bsn == row.bsn)
  }
}
