import GRDB
import Journey

extension Casebook {
  /// The account that somebody perhaps meant by one that is not known: of those who lead a dossier or recorded something in
  /// the network.
  public func nearest(account: String) throws(CasebookFailure) -> String? {
    try read { db -> String? in
      let actors = try String.fetchAll(db.cachedStatement(sql: "SELECT DISTINCT actor FROM partner_event"))
      let known = Set(try ListedNames(db: db).all(.owner) + actors).filter { !$0.isEmpty }
      return Nearest.word(account, among: known.sorted())
    }
  }
}
