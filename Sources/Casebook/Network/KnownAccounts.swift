import GRDB
import Journey

extension Casebook {
  /// Dossiers whose stories are looked in, the ones changed last first: all stories of a country take too long.
  private static let lookedIn = 1_000

  /// Whether an account is somebody's that is known here: they lead a dossier, recorded something in one of the thousand
  /// dossiers changed last or in the network, or somebody of the network is called so or has it before the @ of their mail.
  ///
  /// - Parameter account: as it is written with what somebody records; capitals count.
  public func isKnown(account: String) throws(CasebookFailure) -> Bool {
    try read { db in
      let acted = try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM dossier INDEXED BY by_owner WHERE owner = ?1)
              OR EXISTS (SELECT 1 FROM partner_event WHERE actor = ?1)
              OR EXISTS (SELECT 1 FROM (SELECT id FROM dossier ORDER BY changed DESC LIMIT \(Self.lookedIn)) AS latest
                JOIN event ON event.dossier = latest.id WHERE event.actor = ?1)
            """), arguments: [account])
      if acted == true { return true }
      let store = PartnerStore(db: db)
      return try !store.named(account).isEmpty || store.hasMail(of: account)
    }
  }
}

extension PartnerStore {
  /// Somebody's mail begins with it, up to the @.
  fileprivate func hasMail(of account: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM partner WHERE mail LIKE ? ESCAPE '\\')"),
      arguments: [account.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "@%"])
      ?? false
  }
}
