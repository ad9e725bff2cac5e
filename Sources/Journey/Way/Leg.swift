/// A stretch of a household's way on which nothing changed that matters to where its days went.
public struct Leg: Hashable, Sendable {
  public var stage: Stage
  /// Whose turn it was; empty: nobody's.
  public var party: PartyID
  /// CBS code of the municipality whose task it was; empty before the link.
  public var municipality: String
  public var from: Day
  /// The first day it no longer was so; nil: it goes on.
  public var until: Day?
  /// Members, relatives abroad included, as lists count them.
  public var persons: Int
  /// Those of them who are announced and not yet here: they do not move in with the others.
  public var relatives: Int
  /// On the way: those of them who are not to be counted for the task any more, as a minor who counted before the move.
  public var settled: Int

  public init(
    stage: Stage, party: PartyID, municipality: String = "", from: Day, until: Day? = nil, persons: Int,
    relatives: Int = 0, settled: Int = 0
  ) {
    (self.stage, self.party, self.municipality, self.from, self.until) = (stage, party, municipality, from, until)
    (self.persons, self.relatives, self.settled) = (persons, relatives, settled)
  }

  /// Those who do not count for the task yet.
  public var uncounted: Int { persons - settled }

  public func holds(_ day: Day) -> Bool { from <= day && until.map { day < $0 } ?? true }

  /// Days of it from `first` up to, not including, `end`.
  func days(from first: Day, to end: Day) -> Int { max(0, min(until ?? end, end) - max(from, first)) }

  /// The same but for its days.
  func isLike(_ other: Leg) -> Bool {
    stage == other.stage && persons == other.persons && relatives == other.relatives && settled == other.settled
      && party == other.party && municipality == other.municipality
  }
}

/// Consecutive legs of one stage in which the household stayed as it was: what a forecast learns from. A stay is cut where
/// its persons, the relatives to come or the municipality change.
public struct StageSpell: Hashable, Sendable {
  public var dossier: DossierID
  public var stage: Stage
  /// The day the stay began; before `from` where it was cut.
  public var since: Day
  public var from: Day
  /// The day it no longer was so; nil: it is so still.
  public var until: Day?
  /// The stage after it, also one further back; its own where it was cut; nil while it goes on.
  public var next: Stage?
  /// Who would have moved in: members here.
  public var persons: Int
  /// Announced and not yet here.
  public var relatives: Int
  /// CBS code; empty: none.
  public var municipality: String
  /// What held the household up in this stay, raised before the end of the spell.
  public var blockers: [Blockage]

  /// All whom its home has to fit, those to come included: as lists, filters and the board count a household.
  public var members: Int { persons + relatives }
}

/// The days on which something blocked a household.
public struct Blockage: Hashable, Sendable {
  /// Code of the blocker.
  public var code: String
  public var from: Day
  /// The day it was cleared; nil: it stands.
  public var until: Day?

  public init(_ code: String, from: Day, until: Day? = nil) {
    (self.code, self.from, self.until) = (code, from, until)
  }

  /// Held the household up in a stay. What was raised on the day a stage was left is of the next stage.
  func holdsUp(_ from: Day, until end: Day?) -> Bool {
    if let end, self.from >= end { return false }
    return until.map { max(self.from, from) < $0 } ?? true
  }
}
