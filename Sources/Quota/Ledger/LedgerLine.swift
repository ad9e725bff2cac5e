import Journey

/// The task of one area in one half-year, in persons. Of an area every figure is that of its municipalities added up, but
/// for the target: there is none while a municipality has none, since what that one housed is in the sum.
public struct LedgerLine: Hashable, Sendable {
  public var area: Area
  public var period: HalfYear
  public var target: Target
  /// Whether it has a target, of an area one of its municipalities.
  public var hasTarget: Bool
  /// What the half-year before left: + lead, - backlog.
  public var balanceBefore = 0
  /// Whether that half-year is not over, so that `balanceBefore` is what it comes to by now.
  public var isBalanceOfNow = false
  /// Municipalities whose balance of before nobody knows; it counts as zero.
  public var balancesMissing = 0
  public var correction = 0
  /// Taken over from others; negative: given to others.
  public var shift = 0
  /// What there is to do: target - balanceBefore + correction + shift; 0 without a target.
  public var task = 0
  public var housed = 0
  /// Whether anybody knows `housed`, of an area in part: not of a half-year that ended before anything was posted of a
  /// municipality, where no story tells of anybody either.
  public var isHousedKnown = true
  /// The same of what follows from it and from a target, of an area of all its municipalities.
  public var isBalanceKnown = true
  /// Whether `housed` is counted from stories, and of no published state.
  public var isHousedByStories = true
  public var onTheWay = 0
  /// Whether `onTheWay` is: stories tell who is on the way now, of another half-year a published state does; of an area that
  /// of all its municipalities.
  public var isOnTheWayKnown = true
  /// Those on the way who are announced relatives still to come; of a half-year that does not run nobody knows, nor of a past
  /// day (nil).
  public var toCome: Int? = 0
  /// Of one to come nobody has been housed, so it has no balance of its own yet.
  public var hasBegun = true
  /// Whether the half-year holds today, so that `onTheWay` is who is on the way now.
  public var isOnTheWayNow = true
  /// housed - task: + lead, - backlog. Without a target what was carried over, as history.
  public var balance = 0
  /// By the reference date; nil: not known.
  public var linked: Int?
  /// Whether `linked` is counted from stories, of an area in part, and of no posted state.
  public var isLinkedByStories = false
  /// The reference date by which everybody in `linked` was, where all of it is counted from stories; nil: no list has them.
  public var linkedDay: Day?
  /// What cannot be held against a municipality, because COA linked too few.
  public var excusable = 0
  /// What of a backlog can be enforced: of a half-year that is not over, or that has no task any more, what it took over from
  /// before.
  public var enforceableBacklog = 0
  /// nil without a target, or before a month is over.
  public var pace: Pace?
  /// What one should know of the figures.
  public var notes: [LedgerNote] = []

  /// Lists are of now: who was on the way on a past day is in none.
  public var listsOnTheWay: Bool { isOnTheWayNow && toCome != nil }

  /// Whether the half-year has ended, so that its balance is its result.
  public var isOver: Bool { hasBegun && !isOnTheWayNow }

  public init(area: Area, period: HalfYear, target: Target) {
    (self.area, self.period, self.target, self.hasTarget) = (area, period, target, target.persons != nil)
  }

  /// nil: nobody knows it, or there is none. Without a target there is no task and nothing to excuse, of an area while one of
  /// its municipalities has none no task either; what the end of the task left as enforceable stands.
  public func value(_ figure: LedgerFigure) -> Int? {
    switch figure {
    case .target: target.persons
    case .balanceBefore: balanceBefore
    case .correction: correction
    case .shift: shift
    case .task: target.persons == nil ? nil : task
    case .housed: isHousedKnown ? housed : nil
    case .onTheWay: isOnTheWayKnown ? onTheWay : nil
    case .balance: hasBegun && isBalanceKnown ? balance : nil
    case .linked: linked
    case .excusable: hasTarget ? excusable : nil
    case .enforceableBacklog: isBalanceKnown && (hasTarget || enforceableBacklog > 0) ? enforceableBacklog : nil
    }
  }
}
