import GRDB
import Journey

extension Casebook {
  /// A page of a list. Costs the same wherever in the list it is.
  ///
  /// - Parameters:
  ///   - anchor: where to go on from: the anchor of a row, not itself included unless it says so. nil: from the start, or
  ///     for `.backward` from the end.
  ///   - direction: backward gives the rows before the anchor.
  /// - Returns: at most `limit` rows, always in the order of the list. A text with more than 2,000 hits is in order of case
  ///   number; its pages stay in the order of the first, whatever is recorded meanwhile.
  public func rows(
    _ query: Query, from anchor: Anchor? = nil, direction: Direction = .forward, limit: Int
  ) throws(CasebookFailure) -> [Row] {
    try read { db in
      let listing = try Listing(query, db, from: anchor)
      var found: [Row] = []
      for sql in listing.pages(from: anchor, direction) {
        let wanted = limit - found.count
        if wanted <= 0 { break }
        let rows = try GRDB.Row.fetchCursor(db.cachedStatement(sql: sql.text), arguments: sql.arguments + [wanted])
        while let row = try rows.next() { found.append(Row(row, isByHit: listing.isByHit)) }
      }
      return direction == .forward ? found : found.reversed()
    }
  }

  public func row(_ id: DossierID) throws(CasebookFailure) -> Row? {
    try read { db in
      try GRDB.Row.fetchOne(
        db.cachedStatement(sql: "SELECT \(Row.columns) FROM dossier WHERE id = ?"), arguments: [id.value]
      ).map { Row($0) }
    }
  }

  /// How many rows the list has; counts no further than `limit`.
  public func count(_ query: Query, limit: Int) throws(CasebookFailure) -> Int {
    if query.isCounted { return min(limit, try tallied(query).households) }
    return try read { db in
      var total = 0
      for sql in try Listing(query, db, counting: true).counts() where total < limit {
        total += try Int.fetchOne(db.cachedStatement(sql: sql.text), arguments: sql.arguments + [limit - total]) ?? 0
      }
      return total
    }
  }

  /// The sum of the counters for it: kept with every action, nothing to count.
  private func tallied(_ query: Query) throws(CasebookFailure) -> Tally {
    try read { db in
      let open: Filter = query.open ? .not(.stages([.closed])) : .everything
      let sql = try FilterSQL(names: ListedNames(db: db)).sql(.every([open, query.filter]))
      let row = try GRDB.Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT coalesce(sum(households), 0), coalesce(sum(persons), 0) FROM tally WHERE " + sql.text),
        arguments: sql.arguments)
      return Tally(households: row?[0] ?? 0, persons: row?[1] ?? 0)
    }
  }

  /// What somebody types or reads out on the phone: a case number, V-number or BSN; else words.
  public func find(_ reference: String, limit: Int) throws(CasebookFailure) -> [Row] {
    let text = String(reference.drop(while: \.isWhitespace))
    let bare = text.split(whereSeparator: \.isWhitespace).joined()
    if let id = DossierID(bare) { return try row(id).map { [$0] } ?? [] }
    if let number = VNumber(rawValue: bare), let id = try holder("v_number", number.rawValue) {
      return try row(id).map { [$0] } ?? []
    }
    if let number = BSN(rawValue: bare), let id = try holder("bsn", number.rawValue) {
      return try row(id).map { [$0] } ?? []
    }
    guard !Folding.key(text).isEmpty else { return [] }
    return try rows(Query(.text(text), open: false), limit: limit)
  }

  /// The dossier of the person with this number (`v_number` or `bsn`); the open or else the latest one where there are several.
  private func holder(_ column: String, _ value: String) throws(CasebookFailure) -> DossierID? {
    try read { db in try StoryStore(db: db, wire: Wire(), stamps: stamps).holder(column, value) }
  }
}
