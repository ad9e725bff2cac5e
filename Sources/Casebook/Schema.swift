import GRDB

/// The tables. The events are the truth; everything else can be made again from them.
enum Schema {
  /// `Thui`: how the file is known to be ours.
  static let applicationID = 0x5468_7569
  /// The format this program writes; it refuses a higher one.
  static let format = 6

  /// Stands for no day in columns that lists are sorted by: after every real one.
  static let noDay = 9_000_000
  /// The same for closed dossiers, which come after all open ones.
  static let closedDay = 9_999_999

  static func create(_ db: Database) throws {
    try db.execute(sql: tables)
    try db.execute(sql: views)
    try db.execute(sql: ways)
    try db.execute(sql: departures)
    try db.execute(sql: TaskStore.table)
    try db.execute(sql: ForecastTable.create)
    try db.execute(sql: LessonStore.tables)
    try db.execute(sql: NetworkTables.create)
    try createIndexes(db)
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(format)")
  }

  /// Brings a casebook of an older format to this one. What is new in the lists is filled by ``Casebook/settle(rules:progress:)``.
  static func upgrade(_ db: Database, from format: Int) throws {
    if format < 2 {
      for column in [
        "blocker_text TEXT NOT NULL DEFAULT ''", "way_start INTEGER NOT NULL DEFAULT 0",
        "way_due INTEGER NOT NULL DEFAULT 0",
      ] {
        try db.execute(sql: "ALTER TABLE dossier ADD COLUMN \(column)")
      }
    }
    if format < 3 {
      for column in ["changed INTEGER NOT NULL DEFAULT 0", "relatives INTEGER NOT NULL DEFAULT 0"] {
        try db.execute(sql: "ALTER TABLE dossier ADD COLUMN \(column)")
      }
      try db.execute(sql: views)
    }
    if format < 4 {
      for column in [
        "needs TEXT NOT NULL DEFAULT ''", "home INTEGER NOT NULL DEFAULT 0", "lead INTEGER NOT NULL DEFAULT -1",
      ] {
        try db.execute(sql: "ALTER TABLE dossier ADD COLUMN \(column)")
      }
      try db.execute(sql: ways)
      try db.execute(sql: TaskStore.table)
      try db.execute(sql: ForecastTable.create)
    }
    if format < 5 {
      try db.execute(sql: departures)
      try db.execute(sql: LessonStore.tables)
      try db.execute(sql: NetworkTables.create)
    } else if format < 6 {
      try db.execute(sql: NetworkTables.added)
    }
    if format < 6 {
      for column in ["uncalled INTEGER NOT NULL DEFAULT 0", "step_owner TEXT NOT NULL DEFAULT ''"] {
        try db.execute(sql: "ALTER TABLE dossier ADD COLUMN \(column)")
      }
    }
    try createIndexes(db)
    try db.execute(sql: "PRAGMA user_version = \(Schema.format)")
  }

  /// Where every day went, who counts for the task, and what is counted of it for every area (``CounterKind``).
  private static let ways = """
    CREATE TABLE way (dossier INTEGER PRIMARY KEY, legs BLOB NOT NULL);
    CREATE TABLE realisation (
      day INTEGER NOT NULL, municipality TEXT NOT NULL, dossier INTEGER NOT NULL, rule TEXT NOT NULL,
      persons INTEGER NOT NULL, PRIMARY KEY (day, municipality, dossier, rule)) WITHOUT ROWID;
    CREATE TABLE counter (
      area TEXT NOT NULL, kind INTEGER NOT NULL, chunk INTEGER NOT NULL, key TEXT NOT NULL, cells BLOB NOT NULL,
      PRIMARY KEY (area, kind, chunk, key)) WITHOUT ROWID;
    """

  /// Municipalities whose task a household was once, and is no longer.
  private static let departures = """
    CREATE TABLE departure (
      municipality TEXT NOT NULL, dossier INTEGER NOT NULL, PRIMARY KEY (municipality, dossier)) WITHOUT ROWID;
    """

  /// Views that everybody has, by folded name.
  private static let views = """
    CREATE TABLE view (
      key TEXT PRIMARY KEY, view TEXT NOT NULL, actor TEXT NOT NULL, saved_at INTEGER NOT NULL) WITHOUT ROWID;
    """

  private static let tables = """
    CREATE TABLE event (
      dossier INTEGER NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL,
      day INTEGER NOT NULL, recorded_at INTEGER NOT NULL, actor TEXT NOT NULL, party TEXT NOT NULL, source TEXT NOT NULL,
      act BLOB NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL,
      PRIMARY KEY (dossier, seq)) WITHOUT ROWID;
    CREATE TABLE dossier (
      id INTEGER PRIMARY KEY, sort_name TEXT NOT NULL, name TEXT NOT NULL, persons INTEGER NOT NULL,
      stage INTEGER NOT NULL, stage_since INTEGER NOT NULL, municipality TEXT NOT NULL, party TEXT NOT NULL,
      org TEXT NOT NULL, contact TEXT NOT NULL, waiting_since INTEGER NOT NULL, last_contact INTEGER NOT NULL,
      due INTEGER NOT NULL, due_title_nl TEXT NOT NULL, due_title_en TEXT NOT NULL, due_rule TEXT NOT NULL,
      blocker TEXT NOT NULL, blocker_text TEXT NOT NULL DEFAULT '', way_start INTEGER NOT NULL DEFAULT 0,
      way_due INTEGER NOT NULL DEFAULT 0, owner TEXT NOT NULL, origin TEXT NOT NULL, reception TEXT NOT NULL,
      realised INTEGER, changed INTEGER NOT NULL DEFAULT 0, relatives INTEGER NOT NULL DEFAULT 0,
      needs TEXT NOT NULL DEFAULT '', home INTEGER NOT NULL DEFAULT 0, lead INTEGER NOT NULL DEFAULT -1,
      uncalled INTEGER NOT NULL DEFAULT 0, step_owner TEXT NOT NULL DEFAULT '', version INTEGER NOT NULL,
      head BLOB NOT NULL);
    CREATE TABLE person (
      dossier INTEGER NOT NULL, person INTEGER NOT NULL, v_number TEXT, bsn TEXT, name TEXT NOT NULL, birth TEXT,
      PRIMARY KEY (dossier, person)) WITHOUT ROWID;
    CREATE TABLE search_text (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
    CREATE VIRTUAL TABLE search USING fts5 (
      text, content = 'search_text', content_rowid = 'id', tokenize = 'trigram');
    CREATE TABLE tally (
      municipality TEXT NOT NULL, stage INTEGER NOT NULL, party TEXT NOT NULL, households INTEGER NOT NULL,
      persons INTEGER NOT NULL, PRIMARY KEY (municipality, stage, party)) WITHOUT ROWID;
    CREATE TABLE draft (key TEXT PRIMARY KEY, fields TEXT NOT NULL, saved_at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE place (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """

  /// Every order that lists walk, so that a page costs the same on the first and the last of a million rows.
  static let indexes: [(name: String, on: String)] =
    [
      ("by_urgency", "dossier (due, last_contact, id)"),
      ("by_surname", "dossier (sort_name, id, municipality)"),
      ("by_waiting", "dossier (waiting_since, id)"),
      ("by_stage", "dossier (stage, due, last_contact, id)"),
      ("by_stage_since", "dossier (stage, stage_since, id)"),
      ("by_municipality", "dossier (municipality, due, last_contact, id)"),
      ("by_party", "dossier (party, due, last_contact, id)"),
      ("by_owner", "dossier (owner, due, last_contact, id)"),
      ("by_reception", "dossier (reception, due, last_contact, id)"),
      ("by_organisation", "dossier (org)"),
      ("by_changed", "dossier (changed, id)"),
      ("by_blocker", "dossier (due, last_contact, id, blocker) WHERE blocker <> ''"),
      ("by_uncalled", "dossier (due, last_contact, id, uncalled, municipality) WHERE uncalled > 0"),
      ("by_realised", "dossier (realised, municipality, persons) WHERE realised IS NOT NULL"),
      ("by_counted", "realisation (dossier, day)"),
      ("by_place_and_home", "dossier (municipality, home, due, last_contact, id, lead, persons) WHERE home > 0"),
      ("by_home_due", "dossier (home, due, last_contact, id) WHERE home > 0"),
      ("by_place_and_stage", "dossier (municipality, stage, stage_since)"),
      ("by_place_and_due", "dossier (municipality, stage, due, last_contact, id)"),
      ("by_v_number", "person (v_number) WHERE v_number IS NOT NULL"),
      ("by_bsn", "person (bsn) WHERE bsn IS NOT NULL"),
      ("by_person_name", "person (name, birth)"),
    ] + LessonStore.indexes + NetworkTables.indexes

  static func createIndexes(_ db: Database) throws {
    for name in former { try db.execute(sql: "DROP INDEX IF EXISTS \(name)") }
    for index in indexes { try db.execute(sql: "CREATE INDEX IF NOT EXISTS \(index.name) ON \(index.on)") }
  }

  /// Of older programs; others took their place.
  private static let former = [
    "by_turn", "by_acquaintance", "by_home_day", "by_contact_turns", "by_contact_standing", "by_name", "by_home",
  ]

  /// How many of the indexes are there: none after a load that did not come to its end, not all in a casebook of an older program.
  static func presentIndexes(_ db: Database) throws -> Int {
    let names = try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE type = 'index'")
    return indexes.count { names.contains($0.name) }
  }

  /// After rows were written without indexes and full text.
  static func finishLoading(_ db: Database) throws {
    try db.execute(sql: "INSERT INTO search (search) VALUES ('rebuild')")
    try db.execute(sql: LessonStore.remakeSearch)
    try createIndexes(db)
    try db.execute(sql: "PRAGMA analysis_limit = 1000; ANALYZE")
  }

  static func dropIndexes(_ db: Database) throws {
    for index in indexes { try db.execute(sql: "DROP INDEX IF EXISTS \(index.name)") }
  }
}
