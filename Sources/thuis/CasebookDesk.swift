import Casebook
import Exchange
import Journey

/// The casebook as an import needs it: what one batch of households does is one transaction.
struct CasebookOffice: ImportOffice {
  let casebook: Casebook
  let rules: Rulebook
  let place: Surroundings

  func open(_ work: (inout CasebookDesk) throws -> Void) throws {
    try casebook.together { casebook in
      var desk = CasebookDesk(casebook: casebook, rules: rules, place: place)
      try work(&desk)
    }
  }
}

struct CasebookDesk: ImportDesk {
  let casebook: Transaction
  let rules: Rulebook
  let place: Surroundings

  func holder(vNumber: VNumber) throws -> DossierID? { try casebook.holder(vNumber: vNumber) }
  func holder(bsn: BSN) throws -> DossierID? { try casebook.holder(bsn: bsn) }

  func likely(foldedName: String, birth: PartialDate) throws -> [DossierID] {
    try casebook.likely(foldedName: foldedName, birth: birth)
  }

  func dossier(_ id: DossierID) throws -> Dossier? { try casebook.dossier(id) }

  mutating func register(_ entries: [Decision.Entry]) throws -> DossierID {
    try casebook.register(entries, year: place.today.year, by: place.actor, source: .importFile, rules: rules)
  }

  mutating func append(_ entries: [Decision.Entry], to dossier: Dossier) throws {
    try casebook.append(entries, to: dossier, by: place.actor, source: .importFile, rules: rules)
  }

  func importedBefore(_ fingerprint: String) throws -> DossierID? {
    try casebook.place("import." + fingerprint).flatMap { DossierID($0) }
  }

  mutating func remember(_ fingerprint: String, in id: DossierID) throws {
    try casebook.savePlace("import." + fingerprint, id.description)
  }
}
