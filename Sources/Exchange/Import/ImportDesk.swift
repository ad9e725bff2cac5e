import Journey

/// Where an import brings its households. The command puts one before its casebook; tests keep one in memory.
public protocol ImportOffice {
  associatedtype Desk: ImportDesk
  /// All that `work` does at the desk is durable when this returns, or none of it when it throws. Nobody else changes
  /// anything meanwhile.
  mutating func open(_ work: (inout Desk) throws -> Void) throws
}

/// What an import needs of the casebook, for one batch of households.
public protocol ImportDesk {
  func holder(vNumber: VNumber) throws -> DossierID?
  func holder(bsn: BSN) throws -> DossierID?
  /// Dossiers with a person of this name (``Folding/key(_:)`` of the full name) and date of birth.
  func likely(foldedName: String, birth: PartialDate) throws -> [DossierID]
  func dossier(_ id: DossierID) throws -> Dossier?
  /// Opens a dossier with these decided events, the first of which registers the household.
  mutating func register(_ entries: [Decision.Entry]) throws -> DossierID
  /// Adds events decided on this dossier as it is now, as one act.
  mutating func append(_ entries: [Decision.Entry], to dossier: Dossier) throws
  /// The dossier that a row with this fingerprint went into before. Only rows without any number have one.
  func importedBefore(_ fingerprint: String) throws -> DossierID?
  /// Keeps a fingerprint, so that the same file twice changes nothing for people without numbers either.
  mutating func remember(_ fingerprint: String, in id: DossierID) throws
}
