import GRDB
import Journey

extension Casebook {
  /// A page of a list. Costs the same wherever in the list it is.
  ///
  /// - Parameters:
  ///   - anchor: where to go on from: the anchor of a row, not itself included unless it says so. nil: from the start, or
  ///     for `.backward` from the end.
  ///   - direction: backward gives the rows before the anchor.
  /// - Returns: at most `limit` rows, always in the order of the list. A text with more than 5,000 hits is in order of case
  ///   number.
  public func rows(
    _ query: Query, from anchor: Anchor? = nil, direction: Direction = .forward, limit: Int
  ) throws(CasebookFailure) -> [Row] {
    try read { db in
      let listing = try Listing(query, db)
      var found: [Row] = []
      let pages = listing.page(from: anchor, direction, limit: limit)
      for sql in pages {
        let rows = try GRDB.Row.fetchCursor(db.cachedStatement(sql: sql.text), arguments: sql.arguments)
        while let row = try rows.next() { found.append(Row(row)) }
        // Stages are walked one after the other in the order of the list: once full, the rest comes later.
        if query.order == .stage, direction == .forward, pages.count > 1, found.count >= limit,
          query.municipalities.isEmpty
        {
          break
        }
      }
      if pages.count > 1 {
        found.sort(by: listing.precedes)
        return Array(direction == .forward ? found.prefix(limit) : found.suffix(limit))
      }
      return direction == .forward ? found : found.reversed()
    }
  }

  public func row(_ id: DossierID) throws(CasebookFailure) -> Row? {
    try read { db in
      try GRDB.Row.fetchOne(
        db.cachedStatement(sql: "SELECT \(Row.columns) FROM dossier WHERE id = ?"), arguments: [id.value]
      ).map(Row.init)
    }
  }

  /// How many rows the list has; counts no further than `limit`.
  public func count(_ query: Query, limit: Int) throws(CasebookFailure) -> Int {
    if query.isScopeOnly, query.open {
      // Kept with every action: nothing to count.
      let scope: Scope = query.municipalities.isEmpty ? .everything : .municipalities(query.municipalities)
      let open = try tally(scope: scope).filter { $0.key != .closed }
      return min(limit, open.values.reduce(0) { $0 + $1.households })
    }
    return try read { db in
      var total = 0
      for sql in try Listing(query, db).count(limit: limit) {
        total += try Int.fetchOne(db.cachedStatement(sql: sql.text), arguments: sql.arguments) ?? 0
        if total >= limit { return limit }
      }
      return total
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
    var query = Query(text: text)
    query.open = false
    return try rows(query, limit: limit)
  }

  /// The dossier of the person with this number (`v_number` or `bsn`); the open or else the latest one where there are several.
  private func holder(_ column: String, _ value: String) throws(CasebookFailure) -> DossierID? {
    try read { db in try StoryStore(db: db, wire: Wire(), stamps: stamps).holder(column, value) }
  }
}
