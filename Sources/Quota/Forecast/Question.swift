import Journey

/// A household without a home today.
public struct Waiting: Hashable, Sendable {
  public var household: DossierID
  public var stage: Stage
  public var daysInStage: Int
  /// Members the task counts.
  public var persons: Int
  /// Announced and not yet here, persons: they follow to the home.
  public var relatives: Int
  public var stratum: Stratum
  /// CBS code; empty while no municipality is known.
  public var municipality: String
  /// Codes of what holds it up now.
  public var blockers: [String]

  public init(
    household: DossierID, stage: Stage, daysInStage: Int, persons: Int, relatives: Int = 0, stratum: Stratum,
    municipality: String = "", blockers: [String] = []
  ) {
    (self.household, self.stage, self.daysInStage) = (household, stage, daysInStage)
    (self.persons, self.relatives, self.stratum) = (persons, relatives, stratum)
    (self.municipality, self.blockers) = (municipality, blockers)
  }

  /// An open spell as it is on a day.
  public init(_ spell: Spell, on day: Day) {
    self.init(
      household: spell.household, stage: spell.stage, daysInStage: max(0, day - spell.since), persons: spell.persons,
      relatives: spell.relatives, stratum: spell.stratum, municipality: spell.municipality,
      blockers: spell.blockers.filter { one in one.until.map { $0 > day } ?? true }.map(\.code))
  }
}

/// Relatives who were announced to a household that has its home, and are not yet there. They come together, and need no
/// home of their own.
public struct Awaited: Hashable, Sendable {
  public var household: DossierID
  public var persons: Int
  /// Days since there is a home for them and they were announced.
  public var days: Int
  /// CBS code.
  public var municipality: String

  public init(household: DossierID, persons: Int, days: Int, municipality: String) {
    (self.household, self.persons, self.days, self.municipality) = (household, persons, days, municipality)
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

extension Forecast {
  /// What is asked: how many persons are housed from tomorrow to the end of a half-year, given who waits today.
  public struct Question: Sendable {
    /// The last day of which everything is known.
    public var today: Day
    public var period: HalfYear
    /// Longest waiting first: where homes are short, they go in this order.
    public var waiting: [Waiting]
    /// Relatives of those who have their home already.
    public var awaited: [Awaited]
    /// Who came in each of the recent weeks; the coming weeks are drawn from these.
    public var recentWeeks: [[Arrival]]
    public var homes: HomeSupply
    /// What takes the place of ``homes`` from a day on.
    public var laterHomes: [Day: HomeSupply] = [:]
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
      today: Day, period: HalfYear, waiting: [Waiting], awaited: [Awaited] = [], recentWeeks: [[Arrival]],
      homes: HomeSupply = .unknown, housed: Int = 0, task: Int? = nil, municipalities: Set<String>? = nil
    ) {
      (self.today, self.period, self.awaited, self.recentWeeks) = (today, period, awaited, recentWeeks)
      self.waiting = waiting.filter { $0.stage.step != nil }
        .sorted { ($0.daysInStage, $1.household) > ($1.daysInStage, $0.household) }
      (self.homes, self.housed, self.task, self.municipalities) = (homes, housed, task, municipalities)
    }

    /// Homes of a week, from 0: those of its middle day.
    func homes(inWeek week: Int) -> HomeSupply {
      let middle = today + 7 * week + 4
      return laterHomes.filter { $0.key <= middle }.max { $0.key < $1.key }?.value ?? homes
    }
    /// It is known, of now or of later, how many homes come.
    var homesAreKnown: Bool { homes.isCapped || laterHomes.values.contains(where: \.isCapped) }

    /// The homes of a scenario that says how many come, from its day on whatever was known.
    mutating func replaceHomes(by scenario: Scenario) {
      let day = scenario.supplyFrom ?? today
      guard scenario.supply.isCapped, day <= period.last else { return }
      guard day > today + 1 else { return (homes, laterHomes) = (scenario.supply, [:]) }
      laterHomes = laterHomes.filter { $0.key < day }
      laterHomes[day] = scenario.supply
    }

    /// Days left after today.
    var days: Int { max(0, period.last - today) }
    /// Weeks left, the last one perhaps not whole.
    var weeks: Int { (days + 6) / 7 }
    /// Persons still to be housed to meet the task.
    public var need: Int? { task.map { $0 - housed } }
    /// Relatives announced and not yet here, persons.
    public var relatives: Int { waiting.reduce(0) { $0 + $1.relatives } + awaited.reduce(0) { $0 + $1.persons } }
  }

  /// Persons whom the ledger counts and no forecast does, in words beside every forecast.
  public static let leavesOut = Phrase(
    "Niet in de prognose: gezinsleden die nog worden aangemeld, en minderjarigen die bij een komende koppeling al tellen.",
    "Not in the forecast: relatives still to be announced, and minors who count from a link still to come.")

  /// What a forecast rests on, in words: the households are the area's, the pace is that of the whole country.
  public static func basis(_ households: Int, _ stays: Int) -> Phrase {
    let seen = Digits.counted(stays, Phrase("verblijf", "stay"), Phrase("verblijven", "stays"))
    return Phrase("Op grond van ", "Based on ") + Digits.households(households)
      + Phrase(
        " onderweg; het tempo komt uit \(seen.nl) in fasen van het hele land.",
        " on their way; the pace is taken from \(seen.en) in stages of the whole country.")
  }

  /// Behind a number of persons with its band, by the most it says.
  public static func noun(_ most: Int) -> Phrase {
    most == 1 ? Phrase("persoon", "person") : Phrase("personen", "persons")
  }

  /// Weeks of links that must be known before coming weeks are drawn from them.
  public static let neededWeeks = 4
}

extension HalfYear {
  /// Why there is no forecast of it on a day: it is over, in its last day, or has not begun; nil: there can be one.
  public func noForecast(on today: Day) -> NoForecast? {
    last < today ? .over : last == today ? .lastDay : first > today ? .notBegun : nil
  }
}

/// Why a half-year has no forecast on a day; one counts from tomorrow.
public enum NoForecast: Sendable {
  case over, lastDay, notBegun

  public var words: Phrase {
    switch self {
    case .over: Phrase("dit halfjaar is voorbij", "this half-year is over")
    case .lastDay: Phrase("vandaag is de laatste dag van dit halfjaar", "today is the last day of this half-year")
    case .notBegun: TooLittle.notBegun.words
    }
  }
}
