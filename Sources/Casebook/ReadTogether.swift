import Foundation
import GRDB

extension Casebook {
  /// Runs `body` on every core, each with a connection of its own, all seeing the casebook as it is at one moment.
  func readTogether(_ body: @escaping @Sendable (Database) throws -> Void) throws(CasebookFailure) {
    let count = min(ProcessInfo.processInfo.activeProcessorCount, pool.configuration.maximumReaderCount)
    let failure = Mutexed<(any Error)?>(nil)
    let started = DispatchGroup()
    let finished = DispatchGroup()
    // While the write lock is held nobody moves the casebook on: every reader starts from the same state.
    try write { _ in
      for _ in 0..<count {
        started.enter()
        DispatchQueue.global().async(group: finished) { [pool] in
          var isWaitedFor = true
          defer { if isWaitedFor { started.leave() } }
          do {
            try pool.read { db in
              _ = try Int.fetchOne(db, sql: "SELECT 1 FROM event LIMIT 1")
              started.leave()
              isWaitedFor = false
              try body(db)
            }
          } catch {
            failure.with { $0 = $0 ?? error }
          }
        }
      }
      started.wait()
    }
    finished.wait()
    if let error = failure.with({ $0 }) { throw CasebookFailure(error, path: path) }
  }
}
