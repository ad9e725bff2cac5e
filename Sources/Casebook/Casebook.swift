import Foundation
import GRDB
import Glibc
import Journey
import Quota

/// Keeps the stories of all households in one file, and answers the questions that screens and commands ask of them.
///
/// Safe to use from any thread. What a writing call has returned from is on the disk; reading never waits for writing.
public final class Casebook: Sendable {
  public enum Mode: Sendable {
    /// Makes the file where there is none.
    case create
    /// The file must be there.
    case existing
  }

  public let path: String
  let pool: DatabasePool
  let stamps: Stamps
  /// The file that was opened, whatever is at the path now.
  private let file: ino_t
  let notice: ChangeNotice
  /// The book of the task as it was folded last.
  let task = Mutexed<TaskBook?>(nil)
  let forecasts = ForecastsRead()

  private init(path: String, pool: DatabasePool, stamps: Stamps) throws {
    self.path = path
    self.pool = pool
    self.stamps = stamps
    file = CasebookFile.number(path)
    let (version, changes) = try pool.writeWithoutTransaction { db in
      // A confirmed action must survive a power cut; the library's own choice for WAL is NORMAL.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      return (try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0, try Casebook.changes(db))
    }
    notice = ChangeNotice(path: path, version: version, changes: changes)
  }

  /// Opens the casebook at `path`; makes its folder (only for the owner) and the file where they are missing.
  ///
  /// - Parameters:
  ///   - stamps: where the time of recording and the ids of events come from.
  ///   - patience: how many seconds a writer waits for another before the casebook is said to be busy.
  public static func open(
    _ path: String, mode: Mode = .create, stamps: Stamps = .live, patience: Double = 5
  ) throws(CasebookFailure) -> Casebook {
    try CasebookFile.prepare(path, mode: mode)
    do {
      let pool = try DatabasePool(path: path, configuration: configuration(patience))
      // Whoever only reads does not wait for a writer, so first look whether there is anything to do.
      if try !pool.read({ db in try isReady(db, path) }) {
        try pool.writeWithoutTransaction { db in
          try db.inTransaction(.immediate) {
            try makeReady(db, path)
            return .commit
          }
        }
      }
      return try Casebook(path: path, pool: pool, stamps: stamps)
    } catch {
      throw CasebookFailure(error, path: path)
    }
  }

  private static func isReady(_ db: Database, _ path: String) throws -> Bool {
    try !CasebookFile.isBlank(db, path) && format(db) == Schema.format
      && Schema.presentIndexes(db) == Schema.indexes.count
  }

  private static func makeReady(_ db: Database, _ path: String) throws {
    if try CasebookFile.isBlank(db, path) { return try Schema.create(db) }
    let format = try format(db)
    if format < Schema.format { try Schema.upgrade(db, from: format) }
    switch try Schema.presentIndexes(db) {
    case Schema.indexes.count: break
    // A load that did not come to its end left them out, and the full text with them.
    case 0: try Schema.finishLoading(db)
    default: try Schema.createIndexes(db)
    }
  }

  private static func format(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

  private static func configuration(_ patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.maximumReaderCount = 4
    let hasReader = Mutexed(false)
    configuration.prepareDatabase { db in
      // What lies in the memory of the system is read where it lies, up to as much as SQLite maps.
      try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 2147418112")
      db.add(function: folded)
      db.add(function: town)
      db.add(function: StageExits.function)
      db.add(function: LinkedPersons.function)
      db.add(function: PartyDays.function)
      if !db.configuration.readonly { return try db.execute(sql: "PRAGMA synchronous = FULL") }
      let isFirst = hasReader.with { has in
        defer { has = true }
        return !has
      }
      // The first that is free reads, so mostly this one. Of a file larger than what is mapped it keeps the pages of a
      // board and a list.
      try db.execute(sql: "PRAGMA cache_size = \(isFirst ? -6000 : -500)")
    }
    return configuration
  }

  private static let folded = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
    Folding.key(String.fromDatabaseValue(values[0]) ?? "")
  }

  /// By what a list of municipalities is sorted.
  private static let town = DatabaseFunction("town", argumentCount: 1, pure: true) { values in
    ListColumn.town(String.fromDatabaseValue(values[0]) ?? "")
  }

  /// `$XDG_DATA_HOME/thuis/casebook.sqlite`, else under `~/.local/share`.
  public static func defaultPath(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    // The specification says to ignore a relative XDG_DATA_HOME.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/thuis/casebook.sqlite" }
    return (environment["HOME"] ?? ".") + "/.local/share/thuis/casebook.sqlite"
  }

  func read<T>(_ body: (Database) throws -> T) throws(CasebookFailure) -> T {
    do { return try pool.read(body) } catch { throw CasebookFailure(error, path: path) }
  }

  /// All of it or nothing; nobody writes in between.
  func write<T>(_ body: (Database) throws -> T) throws(CasebookFailure) -> T {
    do {
      // After a restore the former file lives on for whoever has it open; what is written there nobody would see.
      guard CasebookFile.number(path) == file else { throw CasebookFailure.replaced(path) }
      return try pool.writeWithoutTransaction { db in
        var result: T?
        var (before, after) = (0, 0)
        try db.inTransaction(.immediate) {
          before = try Casebook.changes(db)
          result = try body(db)
          after = try Casebook.changes(db)
          return .commit
        }
        notice.wrote(from: before, to: after)
        return result!
      }
    } catch {
      throw CasebookFailure(error, path: path)
    }
  }
}
