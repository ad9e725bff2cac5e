import Foundation

/// Something made on another thread while this one goes on.
final class Aside<Value: Sendable>: Sendable {
  private let thread = DispatchGroup()
  private let made = Mutexed<Value?>(nil)

  init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: thread) { [made] in
      let value = make()
      made.with { $0 = value }
    }
  }

  /// Waits until it is made. To be asked for once: it is handed over, not kept.
  var value: Value {
    thread.wait()
    let value = made.with { kept in
      defer { kept = nil }
      return kept
    }
    guard let value else { preconditionFailure("asked for twice") }
    return value
  }
}
