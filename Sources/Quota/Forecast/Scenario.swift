import Journey

/// What if: how the coming weeks would differ from what is known today. Weeks count from today: week 1 are the next
/// seven days.
public struct Scenario: Hashable, Sendable, Codable {
  /// Homes that come on top. Each goes to the household of that size that searches longest; it then moves at the
  /// usual pace from an offer on.
  public struct Homes: Hashable, Sendable, Codable {
    public var size: HouseholdSize
    /// May be part of a home: 0.5 is one every two weeks.
    public var perWeek: Double
    public var fromWeek: Int
    /// nil: to the end of the half-year.
    public var throughWeek: Int?

    public init(_ perWeek: Double, of size: HouseholdSize, fromWeek: Int = 1, throughWeek: Int? = nil) {
      (self.perWeek, self.size, self.fromWeek, self.throughWeek) = (perWeek, size, fromWeek, throughWeek)
    }

    /// Homes that come free in a week: whole ones, the parts kept until they make one.
    func count(inWeek week: Int) -> Int {
      guard week >= fromWeek, week <= throughWeek ?? week, perWeek > 0 else { return 0 }
      let weeks = Double(week - fromWeek + 1)
      return Int(weeks * perWeek + 1e-9) - Int((weeks - 1) * perWeek + 1e-9)
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
  public var steps: [Step] = []
  /// Weeks by which households that await relatives move later.
  public var reunionLag = 0
  /// Links a week more than in the recent weeks, of the same mix; may be part of one.
  public var links = 0.0
  /// Codes of blockers that are cleared today, for every household that has them.
  public var cleared: Set<String> = []

  public init(name: String = "") { self.name = name }

  /// Nothing is otherwise.
  public static let asItIs = Scenario()

  public var changesNothing: Bool {
    homes.allSatisfy { $0.perWeek <= 0 } && !supply.isCapped && steps.allSatisfy { $0.factor == 1 && $0.days == 0 }
      && reunionLag == 0
      && links <= 0 && cleared.isEmpty
  }

  enum CodingKeys: String, CodingKey { case name, homes, supply, steps, reunionLag, links, cleared }

  /// What is not there is not otherwise; what ``check()`` refuses is no scenario.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(name: try container.decodeIfPresent(String.self, forKey: .name) ?? "")
    homes = try container.decodeIfPresent([Homes].self, forKey: .homes) ?? []
    supply = try container.decodeIfPresent(HomeSupply.self, forKey: .supply) ?? .unknown
    steps = try container.decodeIfPresent([Step].self, forKey: .steps) ?? []
    reunionLag = try container.decodeIfPresent(Int.self, forKey: .reunionLag) ?? 0
    links = try container.decodeIfPresent(Double.self, forKey: .links) ?? 0
    cleared = try container.decodeIfPresent(Set<String>.self, forKey: .cleared) ?? []
    do throws(Refusal) {
      try check()
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: error.text(.en)))
    }
  }
}
