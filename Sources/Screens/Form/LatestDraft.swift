import Synchronization

/// What was typed last and is not yet written. Letters come faster than a busy disk: only the latest text matters.
final class LatestDraft: Sendable {
  private let waiting = Mutex<[String: [String: String]]>([:])

  func put(_ key: String, _ texts: [String: String]) { waiting.withLock { $0[key] = texts } }

  /// The texts to write now; nil when somebody wrote them, or they are of no use any more.
  func take(_ key: String) -> [String: String]? { waiting.withLock { $0.removeValue(forKey: key) } }
}
