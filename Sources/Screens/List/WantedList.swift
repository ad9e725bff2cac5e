import Synchronization

/// What is wanted of each list now. Letters come faster than a disk can answer: whoever was asked for a list that
/// nobody waits for any more need not read it.
final class WantedList: Sendable {
  private let asks = Mutex<[Model.Tab: Ask]>([:])

  func put(_ tab: Model.Tab, _ ask: Ask) { asks.withLock { $0[tab] = ask } }

  func isPut(_ tab: Model.Tab, _ ask: Ask) -> Bool { asks.withLock { $0[tab] == ask } }

  func isStill(_ tab: Model.Tab, _ ask: Ask) -> Bool { asks.withLock { $0[tab] == nil || $0[tab] == ask } }
}
