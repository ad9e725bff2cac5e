import Journey

/// What one should know of a figure, with the numbers of persons it names: who hides small numbers need not read its words.
public struct LedgerNote: Hashable, Sendable {
  public var words: Phrase
  /// The figure it is about; nil: of none that one could hide.
  public var figure: LedgerFigure?
  /// Persons in its words; a balance with its sign.
  public var persons: [Int]
  /// Whether it names who was housed up to a day within a week: beside the numbers by week it would tell of few.
  public var splitsWeek = false
  /// A figure was published or posted that is another than that of the dossiers or of the account.
  public let isDispute: Bool

  public init(_ words: Phrase, of figure: LedgerFigure? = nil, persons: [Int] = [], isDispute: Bool = false) {
    (self.words, self.figure, self.persons) = (words, figure, persons)
    self.isDispute = isDispute
  }
}
