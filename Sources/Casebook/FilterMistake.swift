import Journey

/// A term of a filter that says nothing, and what was expected in its place.
public struct FilterMistake: Error, Hashable, Sendable {
  /// The wrong term in the text that was given.
  public let range: Range<String.Index>
  public let phrase: Phrase
}
