import GRDB
import Journey

/// Finds what may be like a household, by the indexes of the tables; how like it is, is said by ``Likeness``.
struct LessonFinder {
  let db: Database
  /// The household at hand, whose own lessons take no place of others'.
  var besides: DossierID?

  /// Rows read of one set of needs, at one size.
  private static let each = 12
  /// Rows read for one blocker, and for needs alone, at most.
  private static let most = 300
  /// Blockers of the household at hand that are looked for.
  private static let blockers = 3
  /// Hits of a text that are looked at, the latest dossiers first; more where more are asked for.
  private static let hits = 1_000
  /// The latest of all, the same.
  private static let latest = 300

  func total() throws -> Int {
    (try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM lesson")) ?? 0) + Lesson.first.count
  }

  // MARK: - Lessons

  /// Those that may fit, and whether all were looked at: of a text, or of nothing in particular, only so many are.
  func lessons(_ query: LessonQuery) throws -> (found: [Lesson], areAll: Bool) {
    let words = Folding.key(query.text).split(separator: " ").map(String.init)
    if !words.isEmpty { return try searched(words, most: max(Self.hits, query.limit)) }
    var (rows, areAll): ([LessonRow], Bool) = ([], true)
    if let seed = query.like {
      let keys = besides.map { LessonRow.keys(of: $0.value) }
      rows = try like(seed, "lesson", LessonRow.columns, key: "key", besides: keys, LessonRow.init)
      rows += try ofStage(seed)
    } else {
      rows = try mostUsed()
      let most = max(Self.latest, query.limit)
      let latest = try fetch("SELECT \(LessonRow.columns) FROM lesson ORDER BY day DESC LIMIT ?", [most])
      rows += latest
      areAll = latest.count < most
    }
    var seen: Set<Int64> = []
    return (Lesson.first + rows.filter { seen.insert($0.key).inserted }.map(\.lesson), areAll)
  }

  private func mostUsed() throws -> [LessonRow] {
    let names = try String.fetchAll(
      db.cachedStatement(sql: "SELECT lesson FROM lesson_uses WHERE uses > 0 ORDER BY uses DESC LIMIT 200"))
    return try names.map(LessonID.init(rawValue:)).filter { $0.dossier != nil }.flatMap { id in
      try fetch("SELECT \(LessonRow.columns) FROM lesson WHERE key = ?", [LessonRow.key(id)])
    }
  }

  /// Every word is in it somewhere. Words of one or two letters are looked for in what the longer ones find.
  private func searched(_ words: [String], most: Int) throws -> (found: [Lesson], areAll: Bool) {
    let long = words.filter { $0.count >= 3 }
    func holds(_ text: String) -> Bool { words.allSatisfy(text.contains) }
    let first = Lesson.first.filter { holds($0.searchText) }
    let sql =
      long.isEmpty
      ? "SELECT \(LessonRow.columns), words FROM lesson ORDER BY day DESC LIMIT ?"
      : """
      SELECT \(LessonRow.columns), words FROM lesson WHERE key IN (
        SELECT rowid FROM lesson_search WHERE lesson_search MATCH ? ORDER BY rowid DESC LIMIT ?)
      """
    let match = long.map { "\"\($0)\"" }.joined(separator: " AND ")
    let arguments: StatementArguments = long.isEmpty ? [most] : [match, most]
    let rows = try GRDB.Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    var (found, read): ([Lesson], Int) = ([], 0)
    while let row = try rows.next() {
      read += 1
      if holds(row["words"]) { found.append(LessonRow(row).lesson) }
    }
    return (first + found, read < most)
  }

  /// The latest of its stage, of near sizes: where nothing holds it up and it needs nothing these are what there is.
  private func ofStage(_ seed: Situation) throws -> [LessonRow] {
    guard let stage = seed.stages.first else { return [] }
    let own = besides.map { LessonRow.keys(of: $0.value) } ?? Self.noKeys
    return try Self.sizes(near: seed).flatMap { size in
      try fetch(
        """
        SELECT \(LessonRow.columns) FROM lesson WHERE stage = ? AND persons = ? AND key NOT BETWEEN ? AND ?
        ORDER BY day DESC LIMIT \(Self.each)
        """, [stage.rawValue, size, own.lowerBound, own.upperBound])
    }
  }

  private func fetch(_ sql: String, _ arguments: StatementArguments) throws -> [LessonRow] {
    try GRDB.Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map(LessonRow.init)
  }

  // MARK: - Households

  func households(_ seed: Situation) throws -> [SolvedHousehold] {
    var seen: Set<Int64> = []
    let own = besides.map { $0.value...$0.value }
    return try like(
      seed, "solved", SolvedRow.columns, key: "dossier", besides: own, ofSize: seed.blockers.isEmpty, SolvedRow.init
    )
    .filter { seen.insert($0.dossier).inserted }.map(\.household)
  }

  /// What helped a household, as it was told last; of this blocker where it says so.
  func helped(_ dossier: DossierID, _ blocker: String?) throws -> String? {
    let rows = try LessonStore(db: db).lessons(dossier.value)
    return (rows.last { $0.situation.blocker == blocker ?? "" } ?? rows.last)?.text
  }

  // MARK: - Likeness

  /// The latest of each near size: of the same blocker with whatever needs, the most alike first, then of other blockers
  /// with a need in common. Some come twice.
  ///
  /// - Parameters:
  ///   - besides: rows with these keys are left out.
  ///   - ofSize: of near sizes with whatever needs too.
  private func like<Value>(
    _ seed: Situation, _ table: String, _ columns: String, key: String, besides: ClosedRange<Int64>?,
    ofSize: Bool = false, _ make: (GRDB.Row) -> Value
  ) throws -> [Value] {
    let own = besides ?? Self.noKeys
    let bits = SituationColumns.bits(seed.needs)
    func most(_ needs: [Int]) -> [Int] {
      needs.sorted { (($0 & bits).nonzeroBitCount, $1) > (($1 & bits).nonzeroBitCount, $0) }
    }
    func latest(_ condition: String, _ first: StatementArguments, _ needs: [Int]) throws -> [Value] {
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(columns) FROM \(table) WHERE \(condition) AND needs = ? AND persons = ?
            AND \(key) NOT BETWEEN ? AND ?
          ORDER BY day DESC LIMIT \(Self.each)
          """)
      var found: [Value] = []
      for need in needs {
        for size in Self.sizes(near: seed) {
          guard found.count < Self.most else { return found }
          found += try GRDB.Row.fetchAll(statement, arguments: first + [need, size, own.lowerBound, own.upperBound])
            .map(make)
        }
      }
      return found
    }
    var found: [Value] = []
    for blocker in seed.blockers.prefix(Self.blockers) {
      let needs = try needs(table, "blocker = ?", [blocker])
      found += try latest("blocker = ?", [blocker], most(needs))
    }
    if bits != 0 || ofSize {
      found += try latest("TRUE", [], most(try needs(table, "TRUE", []).filter { ofSize || $0 & bits != 0 }))
    }
    return found
  }

  /// Keys that no row has.
  private static let noKeys: ClosedRange<Int64> = -1 ... -1

  /// The sets of needs there are: from one to the next along the index.
  private func needs(_ table: String, _ condition: String, _ first: StatementArguments) throws -> [Int] {
    let next = try db.cachedStatement(
      sql: "SELECT needs FROM \(table) WHERE \(condition) AND needs > ? ORDER BY needs LIMIT 1")
    var found: [Int] = []
    while let one = try Int.fetchOne(next, arguments: first + [found.last ?? -1]) { found.append(one) }
    return found
  }

  /// Its own size, then one and two more or less.
  private static func sizes(near seed: Situation) -> [Int] {
    let size = seed.persons.lowerBound
    return [size, size + 1, size - 1, size + 2, size - 2].filter { $0 > 0 }
  }

  // MARK: - Figures

  /// With how long such a blocker usually lasts, and how often each was used.
  func complete(_ lessons: inout [Lesson]) throws {
    var usual: [BlockerDays.Key: Int?] = [:]
    let uses = try db.cachedStatement(sql: "SELECT uses FROM lesson_uses WHERE lesson = ?")
    for index in lessons.indices {
      lessons[index].uses = max(0, try Int.fetchOne(uses, arguments: [lessons[index].id.rawValue]) ?? 0)
      guard lessons[index].days != nil, let blocker = lessons[index].blocker,
        let stage = lessons[index].situation.stages.first
      else { continue }
      let key = BlockerDays.Key(blocker: blocker, stage: stage.rawValue, days: 0)
      if usual[key] == nil { usual[key] = try median(key) }
      lessons[index].usualDays = usual[key] ?? nil
    }
  }

  /// nil where fewer than ``Lesson/leastForMedian`` were cleared.
  private func median(_ key: BlockerDays.Key) throws -> Int? {
    let rows = try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT days, count FROM blocker_days WHERE blocker = ? AND stage = ? AND count > 0 ORDER BY days"),
      arguments: [key.blocker, key.stage])
    let counted: [(days: Int, count: Int)] = rows.map { ($0[0], $0[1]) }
    let total = counted.reduce(0) { $0 + $1.count }
    guard total >= Lesson.leastForMedian else { return nil }
    var passed = 0
    for (days, count) in counted {
      passed += count
      if passed * 2 >= total { return days }
    }
    return nil
  }
}
