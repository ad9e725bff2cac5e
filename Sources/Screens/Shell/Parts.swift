import Synchronization

/// Parts of what a job brings that was done at once, until they are taken in.
final class Parts: Sendable {
  private let messages = Mutex<[Message]>([])

  func put(_ message: Message) { messages.withLock { $0.append(message) } }

  func take() -> [Message] {
    messages.withLock { all in
      defer { all = [] }
      return all
    }
  }
}
