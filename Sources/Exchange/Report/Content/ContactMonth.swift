import Journey

extension ReportContent {
  /// How households were kept in touch with in a month.
  public struct ContactMonth: Hashable, Sendable {
    /// The first of it.
    public var first: Day
    /// Households linked in it, and within how many days half of them had their first call; nil: not half yet.
    public var linked: Count
    public var firstCall: Int?
    /// Answers given in it, and how many days half of them took at most.
    public var answers: Count
    public var answerDays: Int?
    /// Households that were silent for too long at once, on the day with most of them.
    public var silent: Count
    /// 0 to 1: of the days on which somebody was expected to be heard of, those past the limit.
    public var silentShare: Double?
    /// Handovers.
    public var warm: Count
    public var cold: Count
    /// 0 to 1.
    public var warmShare: Double?

    public init(first: Day, linked: Int, firstCall: Int?, answers: Int, answerDays: Int?) {
      (self.first, self.linked, self.firstCall) = (first, Count(linked), firstCall)
      (self.answers, self.answerDays) = (Count(answers), answerDays)
      (silent, warm, cold) = (0, 0, 0)
    }

    public mutating func silences(most silent: Int, days: Int, of all: Int) {
      self.silent = Count(silent)
      silentShare = all == 0 ? nil : Double(days) / Double(all)
    }

    public mutating func handovers(warm: Int, cold: Int) {
      (self.warm, self.cold) = (Count(warm), Count(cold))
      warmShare = warm + cold == 0 ? nil : Double(warm) / Double(warm + cold)
    }

    /// Days of so few are days of somebody, and a share tells the parts of its sum.
    mutating func hide() {
      linked = SmallCells.hide(linked)
      if linked.isHidden { firstCall = nil }
      answers = SmallCells.hide(answers)
      if answers.isHidden { answerDays = nil }
      silent = SmallCells.hide(silent)
      if silent.isHidden { silentShare = nil }
      (warm, cold) = (SmallCells.hide(warm), SmallCells.hide(cold))
      if warm.isHidden || cold.isHidden { warmShare = nil }
    }
  }
}
