/// What the casebook keeps of people at parties. The events are the truth; the rest is made of them and of the stories.
enum NetworkTables {
  /// - `partner`: those who joined, as they are now. Days are numbers; 0: none.
  /// - `acquaintance`: what each story says of somebody (``Acquaintance``).
  /// - `contact`: the same added up, for every area a municipality lies in, and for each person of the network in theirs.
  ///   `oldest` and `quiet` are the first days among open turns, ``Schema/noDay`` where there is none. `drawn` of the
  ///   households have them for one purpose alone. `agreed` has agreements that are open still too; `days` has the days of
  ///   answers and from when an agreement is broken (``ContactHeap/text(_:_:)``); `response` is the median of the answers,
  ///   `share` that of what was kept.
  /// - `talk`: who spoke with whom about a municipality.
  static let create = """
    CREATE TABLE IF NOT EXISTS partner_event (\(ChainedBook.columns), partner INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS partner (
      id INTEGER PRIMARY KEY, party TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, function TEXT NOT NULL,
      phone TEXT NOT NULL, mail TEXT NOT NULL, deputy TEXT NOT NULL, area TEXT NOT NULL, since INTEGER NOT NULL,
      away_from INTEGER NOT NULL, away_until INTEGER NOT NULL, away_deputy TEXT NOT NULL, until INTEGER NOT NULL,
      successor TEXT NOT NULL, key TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS acquaintance (
      dossier INTEGER NOT NULL, party TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, municipality TEXT NOT NULL,
      known INTEGER NOT NULL, turn INTEGER NOT NULL, quiet INTEGER NOT NULL, since INTEGER NOT NULL,
      stage INTEGER NOT NULL, spoken INTEGER NOT NULL, agreed INTEGER NOT NULL, kept INTEGER NOT NULL,
      days TEXT NOT NULL, \(drawn), PRIMARY KEY (dossier, party, org, name)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS contact (
      party TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL, area TEXT NOT NULL, key TEXT NOT NULL,
      listed INTEGER NOT NULL, turns INTEGER NOT NULL, households INTEGER NOT NULL, oldest INTEGER NOT NULL,
      quiet INTEGER NOT NULL, spoken INTEGER NOT NULL, agreed INTEGER NOT NULL, kept INTEGER NOT NULL,
      days TEXT NOT NULL, \(drawn), \(response), \(share), PRIMARY KEY (party, org, name, area)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS talk (
      municipality TEXT NOT NULL, party TEXT NOT NULL, other TEXT NOT NULL, day INTEGER NOT NULL, number INTEGER NOT NULL,
      partner INTEGER NOT NULL, with_partner INTEGER NOT NULL, PRIMARY KEY (municipality, party, other, day, number))
      WITHOUT ROWID;
    """

  private static let drawn = "drawn INTEGER NOT NULL DEFAULT 0"
  /// -1: no answers.
  private static let response = "response INTEGER NOT NULL DEFAULT -1"
  /// In whole percents; ``noShare`` without any agreement.
  private static let share = """
    share INTEGER AS (CASE WHEN agreed = 0 THEN \(noShare) ELSE (kept * 100 + agreed / 2) / agreed END) VIRTUAL
    """
  static let noShare = 1_000
  /// From which day on the first of somebody's agreements that were not kept is broken (``Breaches/text``, rising by day);
  /// ``Schema/noDay``: there is none.
  static let firstBreach = """
    CASE instr(days, 'b') WHEN 0 THEN \(Schema.noDay) ELSE CAST(substr(days, instr(days, 'b') + 1) AS INTEGER) END
    """

  /// What the tables of format 5 lack; they are filled when the lists are made anew.
  static let added = """
    ALTER TABLE acquaintance ADD COLUMN \(drawn); ALTER TABLE contact ADD COLUMN \(drawn);
    ALTER TABLE contact ADD COLUMN \(response); ALTER TABLE contact ADD COLUMN \(share);
    DELETE FROM meta WHERE key = 'projections';
    """

  /// Those of part of a table have the columns of their condition too: only then is the index all that is read.
  static let indexes: [(name: String, on: String)] = [
    ("by_partner_story", "partner_event (partner, number)"),
    ("by_partner_act", "partner_event (act)"),
    ("by_partner_actor", "partner_event (actor)"),
    ("by_partner", "partner (party, org, name)"),
    ("by_partner_area", "partner (area, party)"),
    ("by_partner_end", "partner (party, org, name, until) WHERE until > 0"),
    ("by_partner_key", "partner (key)"),
    ("by_partner_mail", "partner (mail COLLATE NOCASE)"),
    (
      "by_person_known",
      """
      acquaintance (party, org, name, municipality, turn, quiet, since, stage, spoken, known)
      WHERE known = 1
      """
    ),
    (
      "by_turn_in_stage",
      "acquaintance (party, org, name, stage, quiet, known, turn) WHERE known = 1 AND turn = 1"
    ),
    ("by_contact_silence", "contact (area, quiet, party, org, name)"),
    // All that says who is in the network, so that a hundred thousand are counted from the index alone.
    ("by_contact_there", "contact (area, turns, party, org, name, households, drawn, listed)"),
    ("by_contact_response", "contact (area, response, party, org, name)"),
    ("by_contact_share", "contact (area, share, party, org, name)"),
    ("by_contact_key", "contact (area, key, party, org, name)"),
  ]
}
