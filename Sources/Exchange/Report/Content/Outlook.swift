import Journey

extension ReportContent {
  /// What is expected of the half-year's end, or why nothing is.
  public enum Outlook: Hashable, Sendable {
    case forecast(Forecast)
    /// What was counted, as it is said of one and of more: "huishouden dat een aanbod kreeg". A number that is hidden later
    /// is said as of more.
    case tooLittle(one: Phrase, more: Phrase, seen: Count, needed: Int)
    /// There is nothing to expect: the half-year is over, or has no task.
    case none(Phrase)
  }

  /// Households the forecast plays with.
  var openHouseholds: Count {
    get { if case .forecast(let forecast) = outlook { forecast.households } else { .unknown } }
    set {
      guard case .forecast(var forecast) = outlook else { return }
      forecast.households = newValue
      outlook = .forecast(forecast)
    }
  }

  public struct Forecast: Hashable, Sendable {
    /// Persons housed in the whole half-year.
    public var band: Band
    /// 0 to 1; nil without a task.
    public var chance: Double?
    /// The same as `band` by the end of each coming week; the last one is the half-year's end.
    public var cone: [ConePoint]
    /// Open households it plays with.
    public var households: Count
    /// Stays in a stage that the pace rests on.
    public var spells: Int
    /// Half-years played.
    public var runs: Int
    /// What would bring more persons home, the most first.
    public var helps: [Help]
    /// That it rests on homes known to come, or that it leaves those of some municipalities out; nil: of none they are known.
    public var onHomes: Phrase?
    /// Some of them are left out, each about too few households to tell: nothing can then be said of all of them.
    var areHelpsWithheld = false

    public init(
      band: Band, chance: Double?, cone: [ConePoint], households: Count, spells: Int, runs: Int, helps: [Help],
      onHomes: Phrase? = nil
    ) {
      (self.band, self.chance, self.cone, self.households) = (band, chance, cone, households)
      (self.spells, self.runs, self.helps) = (spells, runs, helps)
      self.onHomes = onHomes
    }
  }

  public struct ConePoint: Hashable, Sendable {
    public var day: Day
    public var band: Band
    public init(_ day: Day, _ band: Band) { (self.day, self.band) = (day, band) }
  }

  /// One thing more, and the persons it is expected to bring home before the half-year ends.
  public struct Help: Hashable, Sendable {
    public var words: Phrase
    public var persons: Double
    /// It could be for.
    public var households: Count
    public init(_ words: Phrase, persons: Double, households: Count = .unknown) {
      (self.words, self.persons, self.households) = (words, persons, households)
    }
  }

  /// How well the forecast would have done in half-years gone by, beside two simpler methods.
  public struct BackTest: Hashable, Sendable {
    public var scores: [Score]
    /// Why there are none.
    public var remark: Phrase?
    public init(_ scores: [Score], remark: Phrase? = nil) { (self.scores, self.remark) = (scores, remark) }
  }

  public struct Score: Hashable, Sendable {
    public var method: Phrase
    /// Share of outcomes within the band; 0.70 is right.
    public var coverage: Double?
    /// Mean squared difference of the chance and what came; 0 is perfect.
    public var brier: Double?
    public var n: Int
    public init(_ method: Phrase, coverage: Double?, brier: Double?, n: Int) {
      (self.method, self.coverage, self.brier, self.n) = (method, coverage, brier, n)
    }
  }
}
