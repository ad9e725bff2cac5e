import Journey

/// There is too little to go by, and so there is no forecast: what was counted, how much there is and how much is needed.
public struct TooLittle: Error, Hashable, Sendable {
  public enum What: Hashable, Sendable {
    /// Households seen to leave a stage that open households still have to pass.
    case exits(Stage)
    /// Weeks of new links to draw the coming weeks from.
    case weeks
    /// Links in those weeks, when a scenario asks for more of them.
    case links
    /// The half-year itself: nobody can be counted as housed in it, and its task still moves.
    case beginning
  }

  public static let notBegun = TooLittle(what: .beginning, n: 0, needed: 1)

  public let what: What
  public let n: Int
  public let needed: Int

  /// `te weinig gegevens: 7 huishoudens gingen uit Aanbod, 20 nodig`
  public var words: Phrase {
    switch what {
    case .exits(let stage):
      Phrase("te weinig gegevens: ", "too little data: ") + Digits.households(n)
        + Phrase(
          " zag men weggaan uit \(stage.name.nl), \(needed) zijn nodig",
          " \(n == 1 ? "was" : "were") seen leaving \(stage.name.en), \(needed) are needed")
    case .weeks:
      Phrase("te weinig gegevens: ", "too little data: ")
        + Digits.counted(n, Phrase("week", "week"), Phrase("weken", "weeks"))
        + Phrase(" met koppelingen bekend, \(needed) zijn nodig", " of links known, \(needed) are needed")
    case .beginning: Phrase("dit halfjaar is nog niet begonnen", "this half-year has not begun yet")
    case .links:
      Phrase("te weinig gegevens: ", "too little data: ")
        + Digits.counted(n, Phrase("koppeling", "link"), Phrase("koppelingen", "links"))
        + Phrase(
          " in de afgelopen weken, \(needed) nodig om er meer te denken",
          " in the recent weeks, \(needed) needed to imagine more of them")
    }
  }
}
