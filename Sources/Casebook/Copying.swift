import Foundation
import GRDB
import Glibc
import Journey

extension Casebook {
  /// Copies the casebook to a new file while others go on working. Never writes over a file.
  public func backup(to target: String) throws(CasebookFailure) {
    guard access(target, F_OK) != 0 else { throw .refused(.fileExists(target)) }
    try Self.copy(from: pool, to: target)
  }

  /// Puts a backup in place of the casebook at `target`. The backup is verified first; the former casebook is kept beside
  /// it.
  ///
  /// - Returns: where the former casebook is kept; nil when there was none.
  @discardableResult
  public static func restore(from source: String, to target: String) throws(CasebookFailure) -> String? {
    guard access(source, F_OK) == 0 else { throw .notFound(source) }
    try CasebookFile.verify(source)
    try CasebookFile.verifyWhole(source)
    let incoming = target + ".restoring"
    unlink(incoming)
    try CasebookFile.prepare(incoming, mode: .create)
    unlink(incoming)
    do {
      var configuration = Configuration()
      configuration.readonly = true
      try copy(from: DatabaseQueue(path: source, configuration: configuration), to: incoming)
      try verifyCopy(incoming, source)
    } catch {
      unlink(incoming)
      throw CasebookFailure(error, path: source)
    }
    let kept = try setAside(target)
    guard rename(incoming, target) == 0 else { throw CasebookFile.failure(errno, target) }
    return kept
  }

  private static func copy(from source: some DatabaseReader, to target: String) throws(CasebookFailure) {
    let file = Glibc.open(target, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      let code = errno
      // What is not there is the folder.
      throw CasebookFile.failure(code, code == ENOENT ? CasebookFile.folder(of: target) : target)
    }
    close(file)
    do {
      let queue = try DatabaseQueue(path: target)
      try source.backup(to: queue)
      // One file that can be carried away: no log beside it.
      try queue.writeWithoutTransaction { db in
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      }
      try queue.close()
    } catch {
      unlink(target)
      throw CasebookFailure(error, path: target)
    }
  }

  private static func verifyCopy(_ path: String, _ name: String) throws {
    try DatabaseQueue(path: path).write { db in
      if try CasebookFile.isBlank(db, name) { throw CasebookFailure.notACasebook(name) }
      if let line = try String.fetchAll(db, sql: "PRAGMA quick_check(1)").first(where: { $0 != "ok" }) {
        throw CasebookFailure.damaged(line)
      }
      try StoryReader(db: db).each { story in
        if let sequence = story.broken ?? story.gap {
          throw CasebookFailure.damaged("\(story.dossier.id) \(sequence)")
        }
      }
      let hasTask = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'task_event')")
      if hasTask == true, let number = try TaskStore(db: db).broken() {
        throw CasebookFailure.damaged("task \(number)")
      }
      let hasNetwork = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'partner_event')")
      if hasNetwork == true, let number = try PartnerStore(db: db).broken() {
        throw CasebookFailure.damaged("network \(number)")
      }
    }
  }

  private static func setAside(_ target: String) throws(CasebookFailure) -> String? {
    guard access(target, F_OK) == 0 else { return nil }
    var number = 1
    while access("\(target).before-restore-\(number)", F_OK) == 0 { number += 1 }
    let kept = "\(target).before-restore-\(number)"
    // The log goes with its file: in it may be what was recorded last.
    for suffix in ["-wal", "-shm", ""] where access(target + suffix, F_OK) == 0 {
      guard rename(target + suffix, kept + suffix) == 0 else { throw CasebookFile.failure(errno, target) }
    }
    return kept
  }
}

extension Refusal {
  static func fileExists(_ path: String) -> Refusal {
    Refusal(
      Phrase("\(path) bestaat al.", "\(path) exists already."),
      remedy: Phrase("Kies een andere naam.", "Choose another name."))
  }
}
