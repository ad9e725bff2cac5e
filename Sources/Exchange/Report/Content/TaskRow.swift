import Journey

extension ReportContent {
  /// The task of one area, in persons.
  public struct TaskRow: Hashable, Sendable {
    public var area: Area
    /// nil: there is none, or nobody knows it; `basis` says why.
    public var target: Int?
    public var basis = Phrase(same: "")
    /// Whether there is a target, or will be, that nobody knows.
    public var isTargetUnknown = false
    /// + lead, - backlog.
    public var balanceBefore = 0
    public var correction = 0
    public var shift = 0
    /// What there is to do; nil without a target.
    public var task: Int?
    public var housed: Count = 0
    public var onTheWay: Count = 0
    /// With them who counts before the move: all persons of the households, as the board has them; nil: the same.
    public var allOnTheWay: Count?
    /// The same in households; of a half-year that does not hold today nobody knows it.
    public var households: Count = .unknown
    /// Housed less the task.
    public var balance: Count = 0
    /// Persons linked by the reference date; nil: nobody knows. For inside the office only, like what it excuses.
    public var linked: Int?
    /// What cannot be enforced of a backlog, because COA linked too few.
    public var excusable = 0
    public var enforceableBacklog: Count = 0
    public var pace: Pace?
    /// Persons housed by the end of the half-year; nil where there is no forecast.
    public var band: Band?
    /// That the task is met, 0 to 1.
    public var chance: Double?
    /// The last step of the ladder that was recorded; a dash when none was.
    public var supervision = Phrase(same: "-")
    public var signals: [Signal] = []
    /// Whether there is one would tell a number that is hidden.
    public var hidesSignals = false
    /// Structure, plan and commitment, in this order; empty for sums.
    public var approach: [Ingredient] = []

    public init(area: Area) { self.area = area }
  }

  /// Where one is against the norm after n months.
  public struct Pace: Hashable, Sendable {
    public var name: Phrase
    /// 0 for the best class, 1 for the next.
    public var rank: Int
    /// Persons the norm asks by now.
    public var norm: Int
    /// Months of the half-year that are over.
    public var months: Int
    public init(_ name: Phrase, rank: Int, norm: Int, months: Int) {
      (self.name, self.rank, self.norm, self.months) = (name, rank, norm, months)
    }
  }

  /// Seven in ten outcomes lie from `p15` to `p85`.
  public struct Band: Hashable, Sendable {
    public var p15: Count
    public var p50: Count
    public var p85: Count
    public init(p15: Count, p50: Count, p85: Count) { (self.p15, self.p50, self.p85) = (p15, p50, p85) }
  }

  /// A threshold of the rulebook that is crossed. No step of supervision follows from it.
  public struct Signal: Hashable, Sendable {
    /// The rule, without figures.
    public var name: Phrase
    /// With figures.
    public var words: Phrase
    public var since: Day
    public init(_ name: Phrase, words: Phrase, since: Day) {
      (self.name, self.words, self.since) = (name, words, since)
    }
  }

  /// One of the three things that municipalities that do well have.
  public struct Ingredient: Hashable, Sendable {
    public enum Strength: Int, Hashable, Sendable { case missing, partial, full }
    public var name: Phrase
    public var strength: Strength
    /// What there is, in words: who leads, which actions, what was decided.
    public var recorded: [Phrase]
    /// What is lacking, in words.
    public var gaps: [Phrase]
    public init(_ name: Phrase, _ strength: Strength, recorded: [Phrase] = [], gaps: [Phrase] = []) {
      (self.name, self.strength, self.recorded, self.gaps) = (name, strength, recorded, gaps)
    }
  }
}
