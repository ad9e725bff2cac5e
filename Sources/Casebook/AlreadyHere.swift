import GRDB
import Journey

extension Casebook {
  /// The dossiers that somebody who is entered now may be in already: same name and date of birth, and no number that tells
  /// two people apart. An import calls that doubtful. Without a date of birth none is.
  public func already(_ entries: [Decision.Entry]) throws(CasebookFailure) -> [DossierID] {
    guard case .registered(let household)? = entries.first?.body, let head = household.persons.first,
      let birth = head.birth
    else { return [] }
    let name = Folding.key(head.fullName)
    return try read { db in
      try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT DISTINCT dossier FROM person WHERE name = ?1 AND birth = ?2
              AND (?3 IS NULL OR v_number IS NULL OR v_number = ?3) AND (?4 IS NULL OR bsn IS NULL OR bsn = ?4)
            ORDER BY dossier
            """), arguments: [name, birth.description, head.vNumber?.rawValue, head.bsn?.rawValue]
      ).map(DossierID.init(value:))
    }
  }

  /// That there is one, with the numbers.
  public static func alreadyIn(_ ids: [DossierID]) -> Phrase {
    let all = ids.prefix(4).map(\.description).joined(separator: ", ") + (ids.count > 4 ? ", …" : "")
    return Phrase(
      "Dezelfde naam en geboortedatum staan al in \(all)", "The same name and date of birth are in \(all) already")
  }
}
