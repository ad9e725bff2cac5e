import Casebook
import Journey

/// What a person types to name a dossier: a case number, a V-number, a BSN or words that fit one only.
struct DossierReference {
  let text: String

  func resolve(in casebook: Casebook) throws -> Dossier {
    if let id = DossierID(text) {
      guard let dossier = try casebook.dossier(id) else { throw missing }
      return dossier
    }
    let rows = try casebook.find(text, limit: 6)
    guard let first = rows.first else { throw missing }
    guard rows.count == 1 else {
      let list = rows.prefix(5).map { "\n  \($0.id)  \($0.name)" }.joined() + (rows.count > 5 ? "\n  …" : "")
      throw CommandFailure(
        Phrase("\"\(text)\" past op meer dossiers:\(list)", "\"\(text)\" fits more than one dossier:\(list)"), .notFound
      )
    }
    guard let dossier = try casebook.dossier(first.id) else { throw missing }
    return dossier
  }

  private var missing: CommandFailure {
    CommandFailure(Phrase("Dossier \"\(text)\" is er niet.", "There is no dossier \"\(text)\"."), .notFound)
  }
}
