import Foundation
import Journey

/// Where the time of recording and the randomness of event ids come from; a demo hands in its own to be repeatable.
public struct Stamps: Sendable {
  /// Milliseconds since 1970 UTC.
  public var now: @Sendable () -> Int64
  public var random: @Sendable () -> (UInt64, UInt64)

  public init(now: @escaping @Sendable () -> Int64, random: @escaping @Sendable () -> (UInt64, UInt64)) {
    (self.now, self.random) = (now, random)
  }

  public static let live = Stamps(
    now: { Int64(Date().timeIntervalSince1970 * 1000) },
    random: {
      var generator = SystemRandomNumberGenerator()
      return (generator.next(), generator.next())
    })

  public func eventID(at milliseconds: Int64) -> EventID { EventID(milliseconds: milliseconds, random: random()) }
}
