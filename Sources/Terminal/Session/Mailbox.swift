import CTerminal
import Glibc
import Synchronization

/// Where worker threads leave results for the loop. Posting wakes it; the loop takes all that is there at once.
public final class Mailbox<Message: Sendable>: Sendable {
  private struct Contents {
    var messages: [Message] = []
    var woken = false
    /// A byte is under way, so further posts need not write another.
    var signalled = false
  }

  private let contents = Mutex(Contents())
  private let ends: (read: Int32, write: Int32)

  /// - Precondition: the process can still open a pipe.
  public init() {
    var pair: [Int32] = [-1, -1]
    precondition(ct_pipe(&pair), "no descriptors left for a pipe")
    ends = (pair[0], pair[1])
  }

  deinit {
    close(ends.read)
    close(ends.write)
  }

  /// Hands a message to the program's `receive`, in the order of posting. From any thread.
  public func post(_ message: Message) {
    leave { $0.messages.append(message) }
  }

  /// Gives the program an `Input.wake` without a message. From any thread.
  public func wake() {
    leave { $0.woken = true }
  }

  private func leave(_ change: (inout sending Contents) -> Void) {
    let first = contents.withLock { contents in
      change(&contents)
      defer { contents.signalled = true }
      return !contents.signalled
    }
    guard first else { return }
    var byte: UInt8 = 1
    _ = write(ends.write, &byte, 1)
  }

  // MARK: The loop's side

  var descriptor: Int32 { ends.read }

  var isEmpty: Bool {
    contents.withLock { $0.messages.isEmpty && !$0.woken }
  }

  /// All that is there. The loop does this; whoever else does, when there is none any more.
  public func take() -> (messages: [Message], woken: Bool) {
    contents.withLock { contents in
      if contents.signalled {
        var bytes: UInt64 = 0
        _ = read(ends.read, &bytes, MemoryLayout.size(ofValue: bytes))
        contents.signalled = false
      }
      defer {
        contents.messages = []
        contents.woken = false
      }
      return (contents.messages, contents.woken)
    }
  }
}
