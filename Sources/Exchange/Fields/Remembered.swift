import Synchronization

/// Readings of texts that come again and again; from any thread.
final class Remembered<Value: Hashable & Sendable>: Sendable {
  private let known = Mutex<[String: FieldReading<Value>]>([:])
  private let reading: @Sendable (String) -> FieldReading<Value>

  init(_ reading: @escaping @Sendable (String) -> FieldReading<Value>) { self.reading = reading }

  func read(_ text: String) -> FieldReading<Value> {
    if let found = known.withLock({ $0[text] }) { return found }
    let found = reading(text)
    // A file of nothing but different texts must not fill the memory.
    known.withLock { if $0.count < 4096 { $0[text] = found } }
    return found
  }
}
