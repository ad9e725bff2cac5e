import Journey

/// How a household left a stage: the exits compete, a household takes one of them.
public enum Exit: Hashable, Sendable {
  /// To another stage, forward or back. To `.housed` or `.aftercare` is realised.
  case to(Stage)
  /// Linked to another municipality. What it does there is another spell.
  case elsewhere
  /// Its way ended without a home; of relatives who are awaited: they will not come.
  case ended
  /// The relatives it is about came to live in the home.
  case joined

  /// Whether it brings a household of `stage` nearer home.
  public func isForward(from stage: Stage) -> Bool {
    if case .to(let next) = self { next > stage && next != .closed } else { false }
  }

  /// Whether those it is about came to live in a home.
  public var isHome: Bool { self == .to(.housed) || self == .to(.aftercare) || self == .joined }
}

/// One stay of one household in one stage, from the day it came to the day it left; where the household became another one
/// meanwhile, the part of it in which it was as it is here. In stage `.housed`: relatives who are awaited in the home.
public struct Spell: Hashable, Sendable {
  /// What held the household up, and since when. Its spell counts as held up from that day to its end, cleared or not:
  /// so the pace of those held up is that of whoever is today, some of whom are freed on the way.
  public struct Blocker: Hashable, Sendable {
    public var code: String
    public var since: Day
    /// The day it was cleared; nil: it stands.
    public var until: Day?

    public init(_ code: String, since: Day, until: Day? = nil) {
      (self.code, self.since, self.until) = (code, since, until)
    }
  }

  public var household: DossierID
  public var stage: Stage
  /// CBS code; empty while no municipality is known.
  public var municipality: String
  public var stratum: Stratum
  /// Members the task counts: those still to be housed.
  public var persons: Int
  /// Persons who were announced and are not yet here.
  public var relatives: Int
  /// The day the stay began; before `from` where it was cut.
  public var since: Day
  public var from: Day
  /// nil: it is there still.
  public var until: Day?
  /// nil with a day in `until`: lost from sight on that day or cut, which counts as censored.
  public var exit: Exit?
  public var blockers: [Blocker]

  public init(
    household: DossierID, stage: Stage, municipality: String = "", stratum: Stratum, persons: Int, relatives: Int = 0,
    since: Day? = nil, from: Day, until: Day? = nil, exit: Exit? = nil, blockers: [Blocker] = []
  ) {
    (self.household, self.stage, self.municipality) = (household, stage, municipality)
    (self.stratum, self.persons, self.relatives) = (stratum, persons, relatives)
    (self.since, self.from) = (since ?? from, from)
    (self.until, self.exit, self.blockers) = (until, exit, blockers)
  }

  /// The spell as it was known at the end of a day; nil when it had not begun.
  public func known(on day: Day) -> Spell? {
    guard from <= day else { return nil }
    var copy = self
    if let until, until > day { (copy.until, copy.exit) = (nil, nil) }
    copy.blockers.removeAll { $0.since > day }
    for index in copy.blockers.indices where copy.blockers[index].until.map({ $0 > day }) == true {
      copy.blockers[index].until = nil
    }
    return copy
  }
}

/// The days of which the stories tell. A spell that began before the first day is seen only from then on (left
/// truncation); one that has not ended by the last day is cut there (censoring).
public struct ObservationWindow: Hashable, Sendable {
  public var first: Day
  public var last: Day

  public init(first: Day, last: Day) { (self.first, self.last) = (first, max(first, last)) }

  /// Days in the stage at which a spell comes into sight and goes out of it, and the exit when that was seen. At risk is
  /// the household on the days after the first, up to and with the last; a stay that begins in the window is at risk
  /// from its day 0. nil when the window shows no day of it.
  func sight(of spell: Spell) -> (firstAge: Int, lastAge: Int, exit: Exit?)? {
    let end = min(spell.until ?? last, last)
    let start = max(spell.from, first)
    let firstAge = start > spell.since ? start - spell.since + 1 : 0
    let lastAge = end - spell.since
    guard lastAge >= firstAge else { return nil }
    return (firstAge, lastAge, spell.until.map { $0 <= last } == true ? spell.exit : nil)
  }
}

extension Stage {
  /// The stages between a permit and a home, in order: where a household can wait.
  public static let wayHome: [Stage] = [.permit, .profile, .linked, .search, .contract, .moving]

  /// Place in ``wayHome``; nil outside it.
  var step: Int? { rawValue >= Stage.permit.rawValue && rawValue <= Stage.moving.rawValue ? rawValue - 1 : nil }
}
