import Journey

/// What if: how the coming weeks would differ from what is known today. Weeks count from today: week 1 are the next
/// seven days.
public struct Scenario: Hashable, Sendable, Codable {
  /// Homes that come on top. Each goes to the household of that size that searches longest; it then moves at the
  /// usual pace from an offer on.
  public struct Homes: Hashable, Sendable, Codable {
    public var size: HouseholdSize
    /// May be part of a home: 0.5 a week is one every two weeks.
    public var rate: Rate
    /// The first day on which they can come; nil, or a day gone by: from the first week on; those that come once
    /// on a day gone by came then.
    public var from: Day?
    public var fromWeek: Int
    /// nil: to the end of the half-year.
    public var throughWeek: Int?
    /// All of them in the week that holds the first day, and none after it.
    public var isOnce = false

    public init(_ rate: Rate, of size: HouseholdSize, from: Day?) {
      (self.rate, self.size, self.from) = (rate, size, from)
      (fromWeek, throughWeek) = (1, nil)
    }

    public init(_ perWeek: Double, of size: HouseholdSize, fromWeek: Int = 1, throughWeek: Int? = nil) {
      (rate, self.size, self.fromWeek, self.throughWeek) = (Rate(perWeek), size, fromWeek, throughWeek)
    }

    /// So many and no more, next week or in the week of a day.
    public static func once(_ number: Int, of size: HouseholdSize, from: Day? = nil) -> Homes {
      var homes = Homes(Rate(Double(number)), of: size, from: from)
      homes.isOnce = true
      return homes
    }

    public var perWeek: Double {
      get { rate.perWeek }
      set { rate = Rate(newValue) }
    }

    /// Homes that come free in a week: whole ones, the parts kept until they make one.
    ///
    /// - Parameter today: the day before week 1.
    func count(inWeek week: Int, after today: Day) -> Int {
      guard week <= throughWeek ?? week else { return 0 }
      let days = max(7 * (fromWeek - 1), from.map { $0 - today - 1 } ?? 0)
      // One that was to come on a day that has gone by came then.
      if isOnce, let from, from <= today { return 0 }
      if isOnce { return week == days / 7 + 1 ? Int(rate.number + 0.5) : 0 }
      return rate.count(inWeek: week, afterDays: days)
    }

    enum CodingKeys: String, CodingKey { case size, perWeek, perMonth, from, fromWeek, throughWeek, once }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let perMonth = try container.decodeIfPresent(Double.self, forKey: .perMonth)
      rate =
        try perMonth.map { Rate($0, every: .month) } ?? Rate(container.decode(Double.self, forKey: .perWeek))
      size = try container.decode(HouseholdSize.self, forKey: .size)
      from = try container.decodeIfPresent(Day.self, forKey: .from)
      fromWeek = try container.decodeIfPresent(Int.self, forKey: .fromWeek) ?? 1
      throughWeek = try container.decodeIfPresent(Int.self, forKey: .throughWeek)
      isOnce = try container.decodeIfPresent(Bool.self, forKey: .once) ?? false
    }

    /// Always by the week, and beside it as it was said.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(size, forKey: .size)
      try container.encode(perWeek, forKey: .perWeek)
      if rate.every == .month { try container.encode(rate.number, forKey: .perMonth) }
      try container.encodeIfPresent(from, forKey: .from)
      try container.encode(fromWeek, forKey: .fromWeek)
      try container.encodeIfPresent(throughWeek, forKey: .throughWeek)
      if isOnce { try container.encode(true, forKey: .once) }
    }
  }

  /// A stage that is passed otherwise: the (remaining) stay divided by `factor`, then `days` less.
  public struct Step: Hashable, Sendable, Codable {
    public var stage: Stage
    public var factor: Double
    public var days: Int

    public init(_ stage: Stage, factor: Double = 1, daysLess days: Int = 0) {
      (self.stage, self.factor, self.days) = (stage, factor, days)
    }

    enum CodingKeys: String, CodingKey { case stage, factor, days }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let code = try container.decode(String.self, forKey: .stage)
      guard let stage = Stage(code: code) else {
        throw DecodingError.dataCorruptedError(
          forKey: .stage, in: container,
          debugDescription: "expected a stage such as \(Stage.search.code), got \(code)")
      }
      self.init(
        stage, factor: try container.decodeIfPresent(Double.self, forKey: .factor) ?? 1,
        daysLess: try container.decodeIfPresent(Int.self, forKey: .days) ?? 0)
    }

    /// The stage goes by its code, as in filters and on the command line.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(stage.code, forKey: .stage)
      try container.encode(factor, forKey: .factor)
      try container.encode(days, forKey: .days)
    }
  }

  public var name: String
  public var homes: [Homes] = []
  /// As many homes come free as this says, those on top besides; not capped: as many as the question says.
  public var supply = HomeSupply.unknown
  /// The first day on which ``supply`` takes the place of what is known; nil, or a day gone by: from the first week on.
  public var supplyFrom: Day?
  public var steps: [Step] = []
  /// Weeks by which households that await relatives move later.
  public var reunionLag = 0
  /// Links more than in the recent weeks, of the same mix; may be part of one.
  public var linkRate = Rate(0)
  /// Codes of blockers that are cleared today, for every household that has them.
  public var cleared: Set<String> = []

  public init(name: String = "") { self.name = name }

  /// Links a week more.
  public var links: Double {
    get { linkRate.perWeek }
    set { linkRate = Rate(newValue) }
  }

  /// Nothing is otherwise.
  public static let asItIs = Scenario()

  public var changesNothing: Bool {
    homes.allSatisfy { $0.perWeek <= 0 } && !supply.isCapped && steps.allSatisfy { $0.factor == 1 && $0.days == 0 }
      && reunionLag == 0
      && links <= 0 && cleared.isEmpty
  }

  enum CodingKeys: String, CodingKey {
    case name, homes, supply, supplyFrom, steps, reunionLag, links, linksPerMonth, cleared
  }

  /// What is not there is not otherwise; what ``check()`` refuses is no scenario.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(name: try container.decodeIfPresent(String.self, forKey: .name) ?? "")
    homes = try container.decodeIfPresent([Homes].self, forKey: .homes) ?? []
    supply = try container.decodeIfPresent(HomeSupply.self, forKey: .supply) ?? .unknown
    supplyFrom = try container.decodeIfPresent(Day.self, forKey: .supplyFrom)
    steps = try container.decodeIfPresent([Step].self, forKey: .steps) ?? []
    reunionLag = try container.decodeIfPresent(Int.self, forKey: .reunionLag) ?? 0
    links = try container.decodeIfPresent(Double.self, forKey: .links) ?? 0
    if let number = try container.decodeIfPresent(Double.self, forKey: .linksPerMonth) {
      linkRate = Rate(number, every: .month)
    }
    cleared = try container.decodeIfPresent(Set<String>.self, forKey: .cleared) ?? []
    do throws(Refusal) {
      try check()
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: error.text(.en)))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(homes, forKey: .homes)
    if supply.isCapped { try container.encode(supply, forKey: .supply) }
    try container.encodeIfPresent(supplyFrom, forKey: .supplyFrom)
    try container.encode(steps, forKey: .steps)
    try container.encode(reunionLag, forKey: .reunionLag)
    try container.encode(links, forKey: .links)
    if linkRate.every == .month { try container.encode(linkRate.number, forKey: .linksPerMonth) }
    try container.encode(cleared, forKey: .cleared)
  }
}
