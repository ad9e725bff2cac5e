import Journey

/// A household without a home today.
public struct Waiting: Hashable, Sendable {
  public var household: DossierID
  public var stage: Stage
  public var daysInStage: Int
  /// Members the task counts.
  public var persons: Int
  public var stratum: Stratum
  /// CBS code; empty while no municipality is known.
  public var municipality: String
  /// Codes of what holds it up now.
  public var blockers: [String]

  public init(
    household: DossierID, stage: Stage, daysInStage: Int, persons: Int, stratum: Stratum, municipality: String = "",
    blockers: [String] = []
  ) {
    (self.household, self.stage, self.daysInStage) = (household, stage, daysInStage)
    (self.persons, self.stratum) = (persons, stratum)
    (self.municipality, self.blockers) = (municipality, blockers)
  }

  /// An open spell as it is on a day.
  public init(_ spell: Spell, on day: Day) {
    self.init(
      household: spell.household, stage: spell.stage, daysInStage: max(0, day - spell.from), persons: spell.persons,
      stratum: spell.stratum, municipality: spell.municipality,
      blockers: spell.blockers.filter { one in one.until.map { $0 > day } ?? true }.map(\.code))
  }
}

/// A household that came into scope: newly linked to a municipality of it; for the country, newly permitted.
public struct Arrival: Hashable, Sendable {
  public var stage: Stage
  public var persons: Int
  public var stratum: Stratum
  public var municipality: String

  public init(stage: Stage, persons: Int, stratum: Stratum, municipality: String = "") {
    (self.stage, self.persons, self.stratum, self.municipality) = (stage, persons, stratum, municipality)
  }
}

/// Homes that come free each week, where that is known: a cap on how many households can move. A home not used in its
/// week stays there for the next household.
public struct HomeSupply: Hashable, Sendable {
  /// Homes a week for each class of size; a class that is not there has no cap of its own.
  public var perWeek: [HouseholdSize: Double]
  /// Homes a week of all sizes; nil: no such cap.
  public var inAll: Double?

  public init(perWeek: [HouseholdSize: Double] = [:], inAll: Double? = nil) {
    (self.perWeek, self.inAll) = (perWeek, inAll)
  }

  public static let unknown = HomeSupply()

  public var isCapped: Bool { !perWeek.isEmpty || inAll != nil }
}

extension Forecast {
  /// What is asked: how many persons are housed from tomorrow to the end of a half-year, given who waits today.
  public struct Question: Sendable {
    /// The last day of which everything is known.
    public var today: Day
    public var period: HalfYear
    /// Longest waiting first: where homes are short, they go in this order.
    public var waiting: [Waiting]
    /// Who came in each of the recent weeks; the coming weeks are drawn from these.
    public var recentWeeks: [[Arrival]]
    public var homes: HomeSupply
    /// Persons housed in the half-year up to today.
    public var housed: Int
    /// Persons to be housed in the half-year, balance included (opgave); nil: none known.
    public var task: Int?
    /// CBS codes of the municipalities it is about; nil: the whole country.
    public var municipalities: Set<String>?
    /// Half-years played.
    public var runs = 10_000
    public var seed: UInt64 = 2014

    public init(
      today: Day, period: HalfYear, waiting: [Waiting], recentWeeks: [[Arrival]], homes: HomeSupply = .unknown,
      housed: Int = 0, task: Int? = nil, municipalities: Set<String>? = nil
    ) {
      (self.today, self.period, self.recentWeeks) = (today, period, recentWeeks)
      self.waiting = waiting.filter { $0.stage.step != nil }
        .sorted { ($0.daysInStage, $1.household) > ($1.daysInStage, $0.household) }
      (self.homes, self.housed, self.task, self.municipalities) = (homes, housed, task, municipalities)
    }

    /// Days left after today.
    var days: Int { max(0, period.last - today) }
    /// Weeks left, the last one perhaps not whole.
    var weeks: Int { (days + 6) / 7 }
    /// Persons still to be housed to meet the task.
    public var need: Int? { task.map { $0 - housed } }
  }

  /// Persons whom the ledger counts and no forecast does, in words beside every forecast.
  public static let leavesOut = Phrase(
    "Niet in de prognose: gezinsleden die later komen wonen, en minderjarigen die al bij de koppeling tellen.",
    "Not in the forecast: relatives who join later, and minors who count from the link on.")

  /// Weeks of links that must be known before coming weeks are drawn from them.
  public static let neededWeeks = 4
}

extension HalfYear {
  /// Why there is no forecast of it on a day: it is over, or has not begun; nil: there can be one.
  public func noForecast(on today: Day) -> Phrase? {
    if last <= today { return Phrase("dit halfjaar is voorbij", "this half-year is over") }
    if first > today { return TooLittle.notBegun.words }
    return nil
  }
}
