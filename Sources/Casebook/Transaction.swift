import GRDB
import Journey

extension Casebook {
  /// Many things done as one: all of it is on the disk when this returns, none of it when `body` throws.
  ///
  /// Nobody else writes meanwhile; keep it to some thousands of events.
  public func together<T>(_ body: (Transaction) throws -> T) throws -> T {
    try pool.writeWithoutTransaction { db in
      // Much is written: fewer pages are read again, and the log is folded into the file less often.
      try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16000")
    }
    return try write { db in
      let transaction = Transaction(StoryStore(db: db, wire: Wire(), stamps: stamps))
      let result = try body(transaction)
      try transaction.settle()
      try transaction.settleCounters()
      return result
    }
  }
}

/// The casebook within ``Casebook/together(_:)``: what is asked sees what was recorded before in it.
///
/// New dossiers wait until something is asked that they could answer, or until the end: preparing many at a time keeps
/// all cores busy.
public final class Transaction {
  private let story: StoryStore
  private var db: Database { story.db }
  private var waiting: [Dossier] = []
  private var rules = Rulebook.builtIn
  /// What the persons in them are looked up by.
  private var keys: Set<String> = []
  private var last: DossierID?

  init(_ story: StoryStore) { self.story = story }

  /// Writes the dossiers that wait.
  func settle() throws {
    guard !waiting.isEmpty else { return }
    try Casebook.insert(Prepared.all(waiting, rules), db, story.counters)
    waiting = []
    keys = []
  }

  func settleCounters() throws { try story.counters.settle(db) }

  private func settle(ifAsked key: String) throws { if keys.contains(key) { try settle() } }

  private static func key(_ foldedName: String, _ birth: PartialDate) -> String { "\(foldedName)|\(birth)" }

  public func dossier(_ id: DossierID) throws -> Dossier? {
    if let last, id >= waiting.first?.id ?? last { try settle() }
    return try story.load(id)
  }

  /// The dossier of the person with this number; the open or else the latest one where there are several.
  public func holder(vNumber: VNumber) throws -> DossierID? { try holder("v_number", vNumber.rawValue) }
  public func holder(bsn: BSN) throws -> DossierID? { try holder("bsn", bsn.rawValue) }

  private func holder(_ column: String, _ value: String) throws -> DossierID? {
    try settle(ifAsked: value)
    return try story.holder(column, value)
  }

  /// Dossiers with a person of this folded name and date of birth.
  public func likely(foldedName: String, birth: PartialDate) throws -> [DossierID] {
    try settle(ifAsked: Self.key(foldedName, birth))
    return try dossiers(
      "SELECT DISTINCT dossier FROM person WHERE name = ? AND birth = ? ORDER BY dossier",
      [foldedName, birth.description])
  }

  private func dossiers(_ sql: String, _ arguments: StatementArguments) throws -> [DossierID] {
    try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map(DossierID.init(value:))
  }

  public func place(_ key: String) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT value FROM place WHERE key = ?"), arguments: [key])
  }

  public func savePlace(_ key: String, _ value: String) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO place (key, value) VALUES (?,?)")
      .execute(arguments: [key, value])
  }

  /// Opens a dossier with what was decided for it, as one act, under the next free number of the year.
  public func register(
    _ entries: [Decision.Entry], year: Int, by actor: Actor, source: Event.Source, rules: Rulebook
  ) throws -> DossierID {
    guard !entries.isEmpty else { throw CasebookFailure.refused(.nothingToRecord) }
    if let last, last.year != year { try settle() }
    let id: DossierID =
      if let last, !waiting.isEmpty { DossierID(value: last.value + 1) } else { try story.newID(year: year) }
    let dossier = Dossier.fold(id, story.events(entries, after: 0, by: actor, source: source))
    for person in dossier.persons {
      let named = person.birth.map { Self.key(Folding.key(person.fullName), $0) }
      keys.formUnion([named, person.vNumber?.rawValue, person.bsn?.rawValue].compactMap(\.self))
    }
    waiting.append(dossier)
    (last, self.rules) = (id, rules)
    return id
  }

  /// Appends what was decided on this dossier as it is now, as one act.
  public func append(
    _ entries: [Decision.Entry], to dossier: Dossier, by actor: Actor, source: Event.Source, rules: Rulebook
  ) throws {
    guard !entries.isEmpty else { throw CasebookFailure.refused(.nothingToRecord) }
    try settle()
    _ = try story.record(Decision(own: entries), in: dossier, by: actor, source: source, rules: rules)
  }
}
