import Foundation
import GRDB
import Journey

/// The tables of what was learned; to be used within one transaction. All of it can be made again from the stories.
struct LessonStore {
  let db: Database

  static let tables = """
    CREATE TABLE lesson (
      key INTEGER PRIMARY KEY, text TEXT NOT NULL, \(situation), outcome TEXT NOT NULL, days INTEGER NOT NULL,
      day INTEGER NOT NULL, words TEXT NOT NULL);
    CREATE VIRTUAL TABLE lesson_search USING fts5 (
      words, content = 'lesson', content_rowid = 'key', tokenize = 'trigram');
    CREATE TABLE lesson_use (
      dossier INTEGER NOT NULL, lesson TEXT NOT NULL, PRIMARY KEY (dossier, lesson)) WITHOUT ROWID;
    CREATE TABLE lesson_uses (lesson TEXT PRIMARY KEY, uses INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE solved (
      dossier INTEGER PRIMARY KEY, \(situation), days INTEGER NOT NULL, day INTEGER NOT NULL);
    CREATE TABLE blocker_days (
      blocker TEXT NOT NULL, stage INTEGER NOT NULL, days INTEGER NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (blocker, stage, days)) WITHOUT ROWID;
    """

  private static let situation = """
    blocker TEXT NOT NULL, stage INTEGER NOT NULL, needs INTEGER NOT NULL, persons INTEGER NOT NULL,
    children INTEGER NOT NULL, relatives INTEGER NOT NULL, municipality TEXT NOT NULL
    """

  static let indexes: [(name: String, on: String)] = [
    ("by_lesson_like", "lesson (blocker, needs, persons, day)"),
    ("by_lesson_needs", "lesson (needs, persons, day)"),
    ("by_lesson_stage", "lesson (stage, persons, day)"),
    ("by_lesson_day", "lesson (day)"),
    ("by_lesson_uses", "lesson_uses (uses)"),
    ("by_solved_like", "solved (blocker, needs, persons, day)"),
    ("by_solved_needs", "solved (needs, persons, day)"),
  ]

  static let empty = """
    DELETE FROM lesson; DELETE FROM lesson_use; DELETE FROM lesson_uses; DELETE FROM solved; DELETE FROM blocker_days;
    """

  static let remakeSearch = "INSERT INTO lesson_search (lesson_search) VALUES ('rebuild')"

  // MARK: - Writing

  /// What is learned of a dossier that is new; the search and the days are left for whoever writes many.
  func insert(_ learned: Learned, of dossier: Int64) throws {
    for row in learned.lessons {
      try run(
        "INSERT INTO lesson (\(LessonRow.columns), words) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", row.arguments)
    }
    if let solved = learned.solved {
      try run(
        "INSERT OR REPLACE INTO solved (\(SolvedRow.columns)) VALUES (?,?,?,?,?,?,?,?,?,?)", solved.arguments)
    }
    for lesson in learned.used { try use(lesson, in: dossier, by: 1) }
  }

  /// Puts what is learned of a dossier in the place of what was.
  ///
  /// - Parameter cleared: the blockers that were counted for it.
  func replace(_ learned: Learned, of dossier: Int64, cleared: [BlockerDays.Key]) throws {
    try replaceLessons(learned.lessons, of: dossier)
    if try solved(dossier) != learned.solved {
      try run("DELETE FROM solved WHERE dossier = ?", [dossier])
      if let solved = learned.solved {
        try run("INSERT INTO solved (\(SolvedRow.columns)) VALUES (?,?,?,?,?,?,?,?,?,?)", solved.arguments)
      }
    }
    let used = try used(dossier)
    for lesson in used.subtracting(learned.used) { try use(lesson, in: dossier, by: -1) }
    for lesson in learned.used.subtracting(used) { try use(lesson, in: dossier, by: 1) }
    guard cleared != learned.cleared else { return }
    for key in cleared { try count(key, by: -1) }
    for key in learned.cleared { try count(key, by: 1) }
  }

  private func replaceLessons(_ new: [LessonRow], of dossier: Int64) throws {
    let old = try lessons(dossier)
    guard old != new else { return }
    for row in old {
      // The index holds no texts of its own: it has to be told what to forget.
      try run("INSERT INTO lesson_search (lesson_search, rowid, words) VALUES ('delete',?,?)", [row.key, row.words])
      try run("DELETE FROM lesson WHERE key = ?", [row.key])
    }
    for row in new {
      try run(
        "INSERT INTO lesson (\(LessonRow.columns), words) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", row.arguments)
    }
    try insertSearch(new)
  }

  func insertSearch(_ rows: [LessonRow]) throws {
    for row in rows { try run("INSERT INTO lesson_search (rowid, words) VALUES (?,?)", [row.key, row.words]) }
  }

  private func use(_ lesson: LessonID, in dossier: Int64, by sign: Int) throws {
    try run(
      sign > 0
        ? "INSERT OR IGNORE INTO lesson_use (dossier, lesson) VALUES (?,?)"
        : "DELETE FROM lesson_use WHERE dossier = ? AND lesson = ?", [dossier, lesson.rawValue])
    try run(
      "INSERT INTO lesson_uses (lesson, uses) VALUES (?,?) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses",
      [lesson.rawValue, sign])
  }

  func count(_ key: BlockerDays.Key, by number: Int) throws {
    try run(
      """
      INSERT INTO blocker_days (blocker, stage, days, count) VALUES (?,?,?,?)
      ON CONFLICT DO UPDATE SET count = count + excluded.count
      """, [key.blocker, key.stage, key.days, number])
  }

  func count(_ all: [BlockerDays.Key: Int]) throws { for (key, number) in all { try count(key, by: number) } }

  // MARK: - What there is

  func lessons(_ dossier: Int64) throws -> [LessonRow] {
    let keys = LessonRow.keys(of: dossier)
    return try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(LessonRow.columns), words FROM lesson WHERE key BETWEEN ? AND ? ORDER BY key"),
      arguments: [keys.lowerBound, keys.upperBound]
    ).map { row in
      var lesson = LessonRow(row)
      lesson.words = row["words"]
      return lesson
    }
  }

  func solved(_ dossier: Int64) throws -> SolvedRow? {
    try GRDB.Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(SolvedRow.columns) FROM solved WHERE dossier = ?"), arguments: [dossier]
    ).map(SolvedRow.init)
  }

  func used(_ dossier: Int64) throws -> Set<LessonID> {
    Set(
      try String.fetchAll(
        db.cachedStatement(sql: "SELECT lesson FROM lesson_use WHERE dossier = ?"), arguments: [dossier]
      ).map(LessonID.init(rawValue:)))
  }

  /// Whether the tables have of a dossier what its story tells.
  func holds(_ learned: Learned, of dossier: Int64) throws -> Bool {
    try lessons(dossier) == learned.lessons && solved(dossier) == learned.solved && used(dossier) == learned.used
  }

  func totals() throws -> LearnedTotals {
    var totals = LearnedTotals()
    totals.lessons = try Int.fetchOne(db, sql: "SELECT count(*) FROM lesson") ?? 0
    totals.solved = try Int.fetchOne(db, sql: "SELECT count(*) FROM solved") ?? 0
    for row in try GRDB.Row.fetchAll(db, sql: "SELECT lesson, uses FROM lesson_uses WHERE uses <> 0") {
      totals.uses[LessonID(rawValue: row[0])] = row[1]
    }
    for row in try GRDB.Row.fetchAll(db, sql: "SELECT blocker, stage, days, count FROM blocker_days WHERE count <> 0") {
      totals.days[BlockerDays.Key(blocker: row[0], stage: row[1], days: row[2])] = row[3]
    }
    return totals
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
