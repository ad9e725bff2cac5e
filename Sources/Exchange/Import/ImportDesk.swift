import Journey

/// What an import needs of the casebook. The command puts one before its casebook; tests keep one in memory.
public protocol ImportDesk {
  func holder(vNumber: VNumber) throws -> DossierID?
  func holder(bsn: BSN) throws -> DossierID?
  /// Dossiers with a person of this name (``Folding/key(_:)`` of the full name) and date of birth.
  func likely(foldedName: String, birth: PartialDate) throws -> [DossierID]
  func dossier(_ id: DossierID) throws -> Dossier?
  /// Opens a dossier with these events, the first of which registers the household; all or nothing.
  mutating func register(_ entries: [Decision.Entry]) throws -> DossierID
  /// Adds events as one act; all or nothing.
  mutating func append(_ entries: [Decision.Entry], to id: DossierID) throws
  /// The dossier that a row with this fingerprint went into before. Only rows without any number have one.
  func importedBefore(_ fingerprint: String) throws -> DossierID?
  /// Keeps a fingerprint, so that the same file twice changes nothing for people without numbers either.
  mutating func remember(_ fingerprint: String, in id: DossierID) throws
}

extension ImportDesk {
  public func importedBefore(_ fingerprint: String) throws -> DossierID? { nil }
  public mutating func remember(_ fingerprint: String, in id: DossierID) throws {}
}
