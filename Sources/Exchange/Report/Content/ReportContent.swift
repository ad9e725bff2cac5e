import Journey
import Quota

/// The figures of a report on one area in one half-year. Numbers, areas and words of the rulebook: no person, no household by
/// name or number has a place in it.
public struct ReportContent: Hashable, Sendable {
  public var area: Area
  public var period: HalfYear
  /// Everything is as it was at the end of this day.
  public var day: Day
  /// Whose account made it.
  public var author: String
  /// The edition of the rulebook the figures follow.
  public var edition: String
  /// For inside the office: small numbers are shown.
  public var isInternal = false
  /// The task of the whole area.
  public var task: TaskRow
  /// The municipalities, by province where the area is the country; else one group.
  public var groups: [Group]
  public var outlook: Outlook
  public var backTest: BackTest
  /// Stages in the order of the way home.
  public var board: [Stock]
  /// As it may be shown; nil: it is what they add up to.
  var boardSum: BoardSum?
  /// Of today, as the board.
  public var onTheWay = OnTheWay()
  public var flow: Flow
  /// Weeks of seven days counted from the first day of the half-year, those before it too, oldest first; the last one ends
  /// on the day of the report.
  public var weeks: [Week]
  /// What the weeks of the half-year add up to, as it may be shown; unknown: it is what they show, or is not told.
  var weeksSum = Count.unknown
  public var leadTimes: LeadTimes
  public var days: DaysGone
  public var waits: [Wait]
  /// Oldest first; the last one goes on.
  public var contact: [ContactMonth] = []
  /// The rules the figures follow, with their source.
  public var rules: [Note]
  /// What should be housed by the end of each month; nil: the rules ask nothing before the end.
  public var norm: TaskRules.NormRule?
  /// What a reader should know of these figures.
  public var remarks: [LedgerNote] = []

  public init(
    area: Area, period: HalfYear, day: Day, author: String, edition: String, task: TaskRow, groups: [Group],
    outlook: Outlook, backTest: BackTest, board: [Stock], flow: Flow, weeks: [Week], leadTimes: LeadTimes,
    days: DaysGone, waits: [Wait], rules: [Note]
  ) {
    (self.area, self.period, self.day, self.author, self.edition) = (area, period, day, author, edition)
    (self.task, self.groups, self.outlook, self.backTest) = (task, groups, outlook, backTest)
    (self.board, self.flow, self.weeks, self.leadTimes) = (board, flow, weeks, leadTimes)
    (self.days, self.waits, self.rules) = (days, waits, rules)
  }

  /// Municipalities under one sum: those of a province, a region, or one alone.
  public struct Group: Hashable, Sendable {
    public var sum: TaskRow
    public var rows: [TaskRow]
    public init(sum: TaskRow, rows: [TaskRow]) { (self.sum, self.rows) = (sum, rows) }
  }

  /// A rule or a source, in words.
  public struct Note: Hashable, Sendable {
    public var words: Phrase
    /// Law, decision, publication or place.
    public var source: String
    public init(_ words: Phrase, source: String) { (self.words, self.source) = (words, source) }
  }
}

extension HalfYear {
  /// `tweede halfjaar van 2026`
  var words: Phrase {
    half == 1
      ? Phrase("eerste halfjaar van \(year)", "first half of \(year)")
      : Phrase("tweede halfjaar van \(year)", "second half of \(year)")
  }
}
