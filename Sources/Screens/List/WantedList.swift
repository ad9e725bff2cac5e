import Synchronization

/// What is wanted of each list now. Letters come faster than a disk can answer: whoever was asked for a list that
/// nobody waits for any more need not read it.
final class WantedList: Sendable {
  private let asks = Mutex<[ListName: Ask]>([:])

  func put(_ name: ListName, _ ask: Ask) { asks.withLock { $0[name] = ask } }

  func isPut(_ name: ListName, _ ask: Ask) -> Bool { asks.withLock { $0[name] == ask } }

  func isStill(_ name: ListName, _ ask: Ask) -> Bool { asks.withLock { $0[name] == nil || $0[name] == ask } }
}
