import Journey

/// How many persons will be housed from tomorrow to the end of the half-year: never a number alone, always with its band
/// and with how much it rests on.
public struct Forecast: Sendable {
  /// Of the method: raised when the same stories would give another answer, as with other classes of size, age bands or
  /// draws. A forecast of another edition is made anew.
  public static let edition = 1

  /// Seven in ten outcomes lie between `p15` and `p85`.
  public struct Band: Hashable, Sendable {
    public var p15: Int
    public var p50: Int
    public var p85: Int

    public init(p15: Int, p50: Int, p85: Int) { (self.p15, self.p50, self.p85) = (p15, p50, p85) }

    public static func + (band: Band, persons: Int) -> Band {
      Band(p15: band.p15 + persons, p50: band.p50 + persons, p85: band.p85 + persons)
    }

    public func holds(_ persons: Int) -> Bool { (p15...p85).contains(persons) }
  }

  public let today: Day
  public let period: HalfYear
  public let scenario: Scenario
  /// Persons housed in the half-year up to today.
  public let housed: Int
  public let task: Int?
  /// Persons from tomorrow to the end.
  public let mean: Double
  public let toCome: Band
  /// The chance that the task is met; nil without a task.
  public let chance: Double?
  /// The cone: persons in the half-year up to and with the last day of each coming week, the last one the half-year's end.
  public let cone: [(day: Day, band: Band)]
  /// Open households it plays with.
  public let households: Int
  /// Relatives announced and not yet here.
  public let relatives: Relatives
  /// Stays the pace rests on.
  public let spells: Int
  public let runs: Int
  /// No more households move than homes are known to come.
  public let homesAreKnown: Bool
  /// Persons from tomorrow to the end, in each run.
  let ends: [Int32]

  /// Persons who will follow to a home: with their chance to come in time, or left out.
  public struct Relatives: Hashable, Sendable, Codable {
    public var awaited: Int
    /// Too few were seen to come to know when these will.
    public var areLeftOut: Bool

    public init(awaited: Int, areLeftOut: Bool) { (self.awaited, self.areLeftOut) = (awaited, areLeftOut) }

    /// What a forecast has to say of them; nil: nothing.
    public var words: Phrase? {
      if awaited == 0 { return nil }
      let who = Digits.counted(
        awaited, Phrase("aangemeld gezinslid", "relative announced"),
        Phrase("aangemelde gezinsleden", "relatives announced"))
      if areLeftOut {
        return Phrase(
          "Niet in de prognose: \(who.nl), want er kwamen er te weinig om hun kans te kennen.",
          "Not in the forecast: \(who.en), as too few came to know their chance.")
      }
      return awaited == 1
        ? Phrase(
          "In de prognose: de kans dat \(who.nl) op tijd komt.",
          "In the forecast: the chance that \(who.en) comes in time.")
        : Phrase(
          "In de prognose: de kans dat de \(who.nl) op tijd komen.",
          "In the forecast: the chance that the \(who.en) come in time.")
    }
  }

  /// Persons in the whole half-year: housed already and to come.
  public var total: Band { toCome + housed }
  /// Persons short of the task at the middle of the band (negative: short); nil without a task.
  public var difference: Int? { task.map { total.p50 - $0 } }

  /// Plays the question under a scenario. The same question, hazards and scenario give the same forecast on any machine
  /// with the same arithmetic. What a scenario says beyond its ``Scenario/Limits`` is played at the limit. Throws ``TooLittle`` when what it would rest on is too thin.
  public init(_ question: Question, by hazards: Hazards, under scenario: Scenario = .asItIs) throws(TooLittle) {
    let weeks = question.weeks
    let runs = max(1, question.runs)
    let played = try Simulation(question, hazards, scenario.bounded).play(runs)
    (today, period, self.scenario) = (question.today, question.period, scenario)
    (housed, task) = (question.housed, question.task)
    (households, spells, self.runs) = (question.waiting.count, hazards.spells, runs)
    homesAreKnown = question.homesAreKnown && !scenario.supply.isCapped
    relatives = Relatives(awaited: question.relatives, areLeftOut: hazards.reunion == nil)
    let byWeek = inParallel(weeks) { week in Band(ofSorted: (0..<runs).map { played[$0 * weeks + week] }.sorted()) }
    cone = byWeek.enumerated().map { week, band in
      (min(question.today + 7 * (week + 1), question.period.last), band + question.housed)
    }
    ends = (0..<runs).map { weeks > 0 ? played[$0 * weeks + weeks - 1] : 0 }
    toCome = byWeek.last ?? Band(p15: 0, p50: 0, p85: 0)
    mean = ends.reduce(0) { $0 + Double($1) } / Double(runs)
    let ends = ends
    chance = question.need.map { need in Double(ends.count { Int($0) >= need }) / Double(runs) }
  }
}

extension Forecast.Band {
  /// Of outcomes in order: the smallest with at least the share at or below it. There must be one.
  init(ofSorted outcomes: [Int32]) {
    func at(_ share: Double) -> Int {
      Int(outcomes[min(outcomes.count - 1, max(0, Int((share * Double(outcomes.count)).rounded(.up)) - 1))])
    }
    self.init(p15: at(0.15), p50: at(0.50), p85: at(0.85))
  }
}
