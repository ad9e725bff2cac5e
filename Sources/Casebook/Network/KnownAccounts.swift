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
      // Without regard to capitals only the @ lies between it and the [ that comes after Z. A key begins with the name.
      try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM dossier INDEXED BY by_owner WHERE owner = ?1)
              OR EXISTS (SELECT 1 FROM partner_event WHERE actor = ?1)
              OR EXISTS (SELECT 1 FROM partner WHERE key = ?2)
              OR EXISTS (SELECT 1 FROM partner WHERE key >= ?2 || '|' AND key < ?2 || '}')
              OR EXISTS (SELECT 1 FROM partner
                WHERE mail COLLATE NOCASE >= ?1 || '@' AND mail COLLATE NOCASE < ?1 || '[')
              OR EXISTS (SELECT 1 FROM (SELECT id FROM dossier ORDER BY changed DESC LIMIT \(Self.lookedIn)) AS latest
                JOIN event ON event.dossier = latest.id WHERE event.actor = ?1)
            """), arguments: [account, Folding.key(account)]) ?? false
    }
  }

  /// That it is not, in as many words as was looked for.
  public static func unknown(account: String) -> Phrase {
    Phrase(
      "\(account) is hier niet bekend: niet in het netwerk en niet in wat hier onlangs is vastgelegd",
      "\(account) is not known here: not in the network, nor in what was recorded lately")
  }
}
