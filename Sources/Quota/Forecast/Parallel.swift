import Foundation

/// An array of `count` values, each made from its place, on all processors. The values depend on nothing but the place, so
/// the result does not depend on the number of processors.
func inParallel<T: Sendable>(_ count: Int, _ make: @Sendable (Int) -> T) -> [T] {
  Array(unsafeUninitializedCapacity: count) { buffer, made in
    guard let start = buffer.baseAddress, count > 0 else { return }
    // Each place is written once, by the one that makes it.
    nonisolated(unsafe) let base = start
    DispatchQueue.concurrentPerform(iterations: count) { (base + $0).initialize(to: make($0)) }
    made = count
  }
}
