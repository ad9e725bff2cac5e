import Journey

extension MarginalValue {
  /// Above all of them.
  public static let heading = Phrase(
    "Wat één erbij doet, het meeste bovenaan", "What one more does, the most on top")

  /// The same below a what-if: they are of today, but for how many homes come (``all(_:by:homesOf:runs:)``).
  public static func heading(beside scenario: Scenario) -> Phrase {
    if scenario.changesNothing { return heading }
    let without =
      scenario.supply.isCapped
      ? Phrase(
        " (met dit aantal woningen, zonder de andere veranderingen)",
        " (with this many homes, without the other changes)")
      : Phrase(" (zonder deze veranderingen)", " (without these changes)")
    return heading + without
  }

  /// `een woning voor 2–4 personen, volgende week (31 huishoudens)`; its number of persons stands before it.
  public func words(_ rules: Rulebook) -> Phrase {
    let what: Phrase =
      switch thing {
      case .home(let size):
        Phrase("een woning voor \(size.name.nl), volgende week", "a home for \(size.name.en), next week")
      case .cleared(let code):
        Phrase(
          "knelpunt weg: \(Self.lowered(rules.blocker(code).nl))",
          "blocker cleared: \(Self.lowered(rules.blocker(code).en))")
      }
    let count = Digits.households(n)
    let besides =
      heldBesides == 0
      ? Phrase(same: "")
      : Phrase(
        ", waarvan \(Digits.grouped(heldBesides, .nl)) daarna nog iets anders ophoudt",
        ", of which \(Digits.grouped(heldBesides, .en)) \(heldBesides == 1 ? "is" : "are") then held up by something else"
      )
    let late =
      n > 0 && persons < 0.05
      ? Phrase("; te laat voor dit halfjaar", "; too late for this half-year") : Phrase(same: "")
    return what + Phrase(same: " (") + count + besides + late + Phrase(same: ")")
  }

  private static func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
