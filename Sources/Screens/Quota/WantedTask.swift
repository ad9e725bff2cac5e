import Synchronization

/// What the screen of the task waits for now: keys come faster than a disk can answer, and whoever was asked for a row that
/// nobody looks at any more need not read it.
final class WantedTask: Sendable {
  private struct Wish {
    var page: TaskAsk?
    var look: TaskLook.Key?
  }
  private let wish = Mutex(Wish())

  func put(page: TaskAsk) { wish.withLock { $0.page = page } }
  func put(look: TaskLook.Key) { wish.withLock { $0.look = look } }
  func isStill(page: TaskAsk) -> Bool { wish.withLock { $0.page == page } }
  func isStill(look: TaskLook.Key) -> Bool { wish.withLock { $0.look == look } }
}
