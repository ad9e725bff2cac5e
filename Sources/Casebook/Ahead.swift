import Foundation
import GRDB

/// Makes something of each of many, some of them at a time and not too far ahead, each thread with a connection of its own.
/// Whoever takes them gets them in order: the disk and all cores are busy while one result after the other is used.
final class Ahead<Value: Sendable>: @unchecked Sendable {
  private let count: Int
  /// How many may wait to be taken.
  private let lead: Int
  private let threads = DispatchGroup()
  /// Guards all below.
  private let turn = NSCondition()
  private var claimed = 0
  private var taken = 0
  private var made: [Int: Value] = [:]
  private var failure: (any Error)?
  private var isEnded = false

  /// Fewer than the readers there are: somebody else may want to look.
  private static var most: Int { 3 }

  /// - Parameters:
  ///   - lead: how many may wait to be taken.
  ///   - make: called on several threads, each with a connection that sees the casebook as it is now.
  init(_ count: Int, lead: Int = 256, _ pool: DatabasePool, make: @escaping @Sendable (Database, Int) throws -> Value) {
    (self.count, self.lead) = (count, lead)
    for number in 0..<min(Self.most, (count + 15) / 16) {
      DispatchQueue(label: "ahead.\(number)").async(group: threads) { [self] in
        do {
          try pool.read { db in
            while let index = claim() {
              let value = try make(db, index)
              change { made[index] = value }
            }
          }
        } catch {
          change { failure = failure ?? error }
        }
      }
    }
  }

  /// The next one.
  func take() throws -> Value {
    turn.lock()
    defer { turn.unlock() }
    while true {
      if let failure { throw failure }
      if let value = made.removeValue(forKey: taken) {
        taken += 1
        turn.broadcast()
        return value
      }
      turn.wait()
    }
  }

  /// Nothing more is made; when this returns no thread is at it any more.
  func end() {
    change { isEnded = true }
    threads.wait()
  }

  private func claim() -> Int? {
    turn.lock()
    defer { turn.unlock() }
    while !isEnded, failure == nil, claimed < count {
      if claimed < taken + lead {
        claimed += 1
        return claimed - 1
      }
      turn.wait()
    }
    return nil
  }

  private func change(_ body: () -> Void) {
    turn.lock()
    defer { turn.unlock() }
    body()
    turn.broadcast()
  }
}
