import Foundation
import GRDB
import Glibc
import Journey

/// The file before it is a database: is it ours, and may we write it.
enum CasebookFile {
  static func prepare(_ path: String, mode: Casebook.Mode) throws(CasebookFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw .notACasebook(path) }
      guard access(path, R_OK | W_OK) == 0, access(folder(of: path), W_OK) == 0 else { throw .readOnly(path) }
      if status.st_size > 0 { try verify(path) }
      return
    }
    guard mode == .create else { throw .notFound(path) }
    try makeFolder(folder(of: path))
    let file = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(errno, path) }
    close(file)
  }

  /// Reads the head of the file without touching it: SQLite writes its name, the format and whose it is there.
  static func verify(_ path: String) throws(CasebookFailure) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .readOnly(path) }
    defer { try? handle.close() }
    let head = Array((try? handle.read(upToCount: 100)) ?? Data())
    guard head.count == 100, head.prefix(16).elementsEqual(Array("SQLite format 3\0".utf8)) else {
      throw .notACasebook(path)
    }
    func number(_ at: Int) -> Int { head[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    // A casebook that was never closed may still have its head in the log beside it.
    if number(68) == 0 && FileManager.default.fileExists(atPath: path + "-wal") { return }
    guard number(68) == Schema.applicationID else { throw .notACasebook(path) }
    guard number(60) <= Schema.format else { throw .newer(found: number(60), known: Schema.format) }
  }

  /// Whether a copy has all the pages it says it has: SQLite would take those it lacks for empty ones.
  static func verifyWhole(_ path: String) throws(CasebookFailure) {
    var status = stat()
    // With a journal beside it the file itself need not be whole.
    guard access(path + "-wal", F_OK) != 0, stat(path, &status) == 0 else { return }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .readOnly(path) }
    defer { try? handle.close() }
    let head = Array((try? handle.read(upToCount: 100)) ?? Data())
    guard head.count == 100 else { throw .notACasebook(path) }
    func number(_ bytes: Range<Int>) -> Int { head[bytes].reduce(0) { $0 << 8 | Int($1) } }
    // 1 stands for 65,536 (SQLite's file format, 1.3.2).
    let pageSize = number(16..<18) == 1 ? 65_536 : number(16..<18)
    if Int(status.st_size) < number(28..<32) * pageSize {
      throw .damaged("\(status.st_size) < \(number(28..<32)) * \(pageSize)")
    }
  }

  /// True for a new file. Any other file that is not ours is refused.
  static func isBlank(_ db: Database, _ path: String) throws -> Bool {
    let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if owner == 0, tables == 0 { return true }
    guard owner == Schema.applicationID else { throw CasebookFailure.notACasebook(path) }
    guard format <= Schema.format else { throw CasebookFailure.newer(found: format, known: Schema.format) }
    return false
  }

  /// Which file is at the path: another one has another number. 0 when there is none.
  static func number(_ path: String) -> ino_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_ino : 0
  }

  static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  private static func makeFolder(_ folder: String) throws(CasebookFailure) {
    if access(folder, F_OK) == 0 {
      guard access(folder, W_OK | X_OK) == 0 else { throw .readOnly(folder) }
      return
    }
    try makeFolder(self.folder(of: folder))
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(errno, folder) }
  }

  static func failure(_ code: Int32, _ path: String) -> CasebookFailure {
    switch code {
    case EACCES, EPERM, EROFS: .readOnly(path)
    case ENOSPC, EDQUOT: .full
    case ENOENT: .notFound(path)
    default: .io(Phrase(same: "\(path): ") + Phrase(errno: code))
    }
  }
}
