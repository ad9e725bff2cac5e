import GRDB
import Journey

extension StoryStore {
  /// The dossier of the person with this number (`v_number` or `bsn`); the open or else the latest one where there are
  /// several.
  func holder(_ column: String, _ value: String) throws -> DossierID? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT dossier FROM person JOIN dossier ON dossier.id = person.dossier WHERE \(column) = ?
          ORDER BY stage = \(Stage.closed.rawValue), dossier DESC LIMIT 1
          """), arguments: [value]
    ).map(DossierID.init(value:))
  }

  /// One person, one dossier: a V-number or BSN that another dossier has is refused. Within the write, so that two who
  /// enter the same person at once do not make two.
  func refuseKnownNumbers(_ bodies: [Event.Body], in id: DossierID) throws(CasebookFailure) {
    do {
      for body in bodies {
        // Whoever left a closed dossier may join another household; a new one for them is a second dossier.
        let closedToo = body.kind == .registered
        for (field, column, number) in body.numbers {
          guard let other = try holder(column, number, besides: id, closedToo: closedToo) else { continue }
          throw CasebookFailure.refused(
            Refusal(
              Phrase("Dit nummer staat al in dossier \(other).", "This number is in dossier \(other) already."),
              remedy: Phrase("Open dat dossier.", "Open that dossier."), field: field))
        }
      }
    } catch let failure as CasebookFailure {
      throw failure
    } catch {
      throw CasebookFailure(error, path: "")
    }
  }

  private func holder(_ column: String, _ number: String, besides id: DossierID, closedToo: Bool) throws -> DossierID? {
    let open = closedToo ? "" : "AND stage <> \(Stage.closed.rawValue)"
    return try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT dossier FROM person JOIN dossier ON dossier.id = person.dossier
          WHERE \(column) = ? AND dossier <> ? \(open) LIMIT 1
          """), arguments: [number, id.value]
    ).map(DossierID.init(value:))
  }
}

extension Event.Body {
  /// The personal numbers it brings: field of the form, column of the table, number.
  fileprivate var numbers: [(String, String, String)] {
    switch self {
    case .registered(let p): p.persons.flatMap(Self.numbers)
    case .relativesAnnounced(let p): p.persons.flatMap(Self.numbers)
    case .born(let p), .memberAdded(let p), .personChanged(let p): Self.numbers(p.person)
    case .bsnReceived(let p): [("bsn", "bsn", p.bsn.rawValue)]
    default: []
    }
  }

  private static func numbers(_ person: Person) -> [(String, String, String)] {
    [("vnumber", "v_number", person.vNumber?.rawValue), ("bsn", "bsn", person.bsn?.rawValue)]
      .compactMap { field, column, number in number.map { (field, column, $0) } }
  }
}
