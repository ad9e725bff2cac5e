import Journey

/// Within what a scenario makes sense. What lies outside is refused where it is typed or read.
extension Scenario {
  public enum Limits {
    /// Homes or links a week.
    public static let perWeek = 0.0...1000.0
    public static let week = 1...104
    /// Times as fast.
    public static let factor = 0.1...10.0
    /// Days less; negative: more.
    public static let days = -365...365
    /// Weeks later; negative: sooner.
    public static let lag = -52...52
  }

  /// Throws a ``Refusal`` that says what was expected and in which field: `homes`, `supply`, `steps`, `reunionLag` or `links`.
  public func check() throws(Refusal) {
    for home in homes {
      let what =
        home.isOnce ? Phrase("het aantal woningen", "the number of homes") : Phrase("woningen per week", "homes a week")
      try Self.require(home.perWeek, Limits.perWeek, "homes", what)
      try Self.require(home.fromWeek, Limits.week, "homes", Phrase("de eerste week", "the first week"))
      if let last = home.throughWeek {
        try Self.require(
          last, home.fromWeek...Limits.week.upperBound, "homes", Phrase("de laatste week", "the last week"))
      }
    }
    for cap in supply.caps {
      try Self.require(cap.rate.perWeek, Limits.perWeek, "supply", Phrase("woningen per week", "homes a week"))
    }
    for step in steps {
      if step.stage.step == nil {
        throw Refusal(
          Phrase(
            "\(step.stage.name.nl) is geen fase op weg naar huis.", "\(step.stage.name.en) is no stage of the way home."
          ),
          remedy: Phrase("Kies een fase van Vergund tot Verhuizen.", "Choose a stage from Permit to Moving."),
          field: "steps")
      }
      try Self.require(step.factor, Limits.factor, "steps", Phrase("het aantal keren zo snel", "times as fast"))
      try Self.require(step.days, Limits.days, "steps", Phrase("het aantal dagen korter", "days shorter"))
    }
    try Self.require(reunionLag, Limits.lag, "reunionLag", Phrase("het aantal weken later", "weeks later"))
    try Self.require(links, Limits.perWeek, "links", Phrase("koppelingen per week", "links a week"))
  }

  private static func require(
    _ value: Int, _ range: ClosedRange<Int>, _ field: String, _ what: Phrase
  ) throws(Refusal) {
    try require(Double(value), Double(range.lowerBound)...Double(range.upperBound), field, what)
  }

  private static func require(
    _ value: Double, _ range: ClosedRange<Double>, _ field: String, _ what: Phrase
  ) throws(Refusal) {
    guard !range.contains(value) else { return }
    let (given, low, high) = (written(value), written(range.lowerBound), written(range.upperBound))
    throw Refusal(
      Phrase("\(given.nl) kan niet als \(what.nl).", "\(given.en) cannot be \(what.en)."),
      remedy: Phrase("Tussen \(low.nl) en \(high.nl).", "Between \(low.en) and \(high.en)."), field: field)
  }

  /// `9.999`, `0,1`
  private static func written(_ value: Double) -> Phrase {
    guard value.magnitude < 1e9 else { return Phrase(same: "\(value)") }
    if value == value.rounded() { return Phrase(Digits.grouped(Int(value), .nl), Digits.grouped(Int(value), .en)) }
    return Phrase(Rate.text(value, .nl), Rate.text(value, .en))
  }

  /// The scenario within its limits, as it is played.
  var bounded: Scenario {
    var copy = self
    for index in copy.homes.indices {
      let perWeek = copy.homes[index].perWeek
      if !Limits.perWeek.contains(perWeek) { copy.homes[index].perWeek = perWeek.clamped(to: Limits.perWeek) }
      copy.homes[index].fromWeek = copy.homes[index].fromWeek.clamped(to: Limits.week)
    }
    for cap in supply.caps where !Limits.perWeek.contains(cap.rate.perWeek) {
      copy.supply.cap(cap.size, at: Rate(cap.rate.perWeek.clamped(to: Limits.perWeek)))
    }
    for index in copy.steps.indices {
      copy.steps[index].factor = copy.steps[index].factor.clamped(to: Limits.factor)
      copy.steps[index].days = copy.steps[index].days.clamped(to: Limits.days)
    }
    copy.reunionLag = reunionLag.clamped(to: Limits.lag)
    if !Limits.perWeek.contains(links) { copy.links = links.clamped(to: Limits.perWeek) }
    return copy
  }
}

extension Comparable {
  fileprivate func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
