/// A mistake in a text that people write: where, and what was expected.
public struct LineMistake: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1.
  public let line: Int
  public let reason: Phrase
  public init(line: Int, _ reason: Phrase) { (self.line, self.reason) = (line, reason) }
  public var description: String { "line \(line): \(reason.en)" }
}
