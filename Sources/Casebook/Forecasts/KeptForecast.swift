import Journey
import Quota

/// A forecast as it was computed last: for which area and half-year, on which day, on which state of the casebook.
public struct KeptForecast: Hashable, Sendable {
  /// Persons housed in the half-year by its end, those housed already included.
  public struct Figures: Hashable, Sendable, Codable {
    /// At most so many in 15, 50 and 85 of 100 runs.
    public var p15: Int
    public var p50: Int
    public var p85: Int
    /// That the task is met, 0 to 1; nil where none is known.
    public var chance: Double?
    /// Households on their way that it is about.
    public var households: Int
    /// Stays in stages that its pace rests on.
    public var spells: Int
    /// nil: it was made by a program that left all of them out.
    public var relatives: Forecast.Relatives?
    /// The same by days on the way there; empty: only the end is known.
    public var weeks: [Week]
    /// No more households move than homes are known to come; nil: it was made by a program that knew of none.
    public var homesAreKnown: Bool?

    public init(
      p15: Int, p50: Int, p85: Int, chance: Double?, households: Int, spells: Int,
      relatives: Forecast.Relatives? = nil, weeks: [Week] = [], homesAreKnown: Bool? = nil
    ) {
      (self.p15, self.p50, self.p85, self.chance) = (p15, p50, p85, chance)
      (self.households, self.spells, self.relatives, self.weeks) = (households, spells, relatives, weeks)
      self.homesAreKnown = homesAreKnown
    }

    /// That it rests on homes known to come, or that it leaves those of some municipalities of its area out; nil: of none
    /// they are known.
    public func onHomes(_ municipalities: Int, in area: Area) -> Phrase? {
      homesAreKnown == true ? Forecast.withKnownHomes : Forecast.leavesOutHomes(of: municipalities, in: area)
    }
  }

  public struct Week: Hashable, Sendable, Codable {
    public var day: Day
    public var p15: Int
    public var p50: Int
    public var p85: Int

    public init(_ day: Day, p15: Int, p50: Int, p85: Int) {
      (self.day, self.p15, self.p50, self.p85) = (day, p15, p50, p85)
    }
  }

  public enum Outcome: Hashable, Sendable {
    case figures(Figures)
    /// There is no number to give, for this reason.
    case tooLittle(Phrase)
  }

  public var area: Area
  public var period: HalfYear
  /// The last day of which it knew.
  public var day: Day
  /// How many changes the casebook had seen.
  public var changes: Int
  /// What it rests on; nil: a program made it that did not keep that.
  public var grounds: ForecastGrounds?
  public var outcome: Outcome

  public init(
    _ area: Area, _ period: HalfYear, day: Day, changes: Int, grounds: ForecastGrounds? = nil, _ outcome: Outcome
  ) {
    (self.area, self.period, self.day, self.changes) = (area, period, day, changes)
    (self.grounds, self.outcome) = (grounds, outcome)
  }

  /// Whether one made now could say something else: it is of another day, or what it rests on changed. What changed besides
  /// makes no difference.
  ///
  /// - Parameter now: what it would rest on now; nil: that is not known.
  public func isStale(_ today: Day, on now: ForecastGrounds?) -> Bool {
    guard day == today, let grounds else { return true }
    return now.map { !grounds.hold(against: $0) } ?? false
  }

  public var figures: Figures? { if case .figures(let figures) = outcome { figures } else { nil } }
  public var tooLittle: Phrase? { if case .tooLittle(let words) = outcome { words } else { nil } }
}
