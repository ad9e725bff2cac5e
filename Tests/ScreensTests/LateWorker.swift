import Dispatch
import Terminal

@testable import Screens

/// A worker whose answers arrive when it is told to: as a slow disk does, but the same in every run.
final class LateWorker {
  let queue = DispatchQueue(label: "late")
  private var waiting: [Message] = []
  private var isHeld = false

  /// Jobs wait from now on.
  func hold() {
    if !isHeld { queue.suspend() }
    isHeld = true
  }

  /// Jobs are done as they come.
  func release() {
    if isHeld { queue.resume() }
    isHeld = false
  }

  /// Does what was asked for, and brings the first so many of the answers.
  func bring(_ count: Int, to shell: Shell, each: () -> Void) {
    release()
    queue.sync {}
    waiting += shell.mailbox.take().messages
    hold()
    for _ in 0..<min(count, waiting.count) {
      shell.receive(waiting.removeFirst())
      each()
    }
  }

  /// Until nothing is under way any more.
  func settle(_ shell: Shell, each: () -> Void = {}) {
    while shell.model.pending > 0 { bring(.max, to: shell, each: each) }
  }
}
