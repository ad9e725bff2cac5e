import Journey
import Quota

extension ReportContent {
  /// Who stands in a stage now.
  public struct Stock: Hashable, Sendable {
    public var stage: Stage
    public var households: Count
    public var persons: Count
    /// Days in the stage of half, and of 85 in a hundred households; nil where there are none.
    public var median: Int?
    public var p85: Int?
    /// Households past their day.
    public var overdue: Count

    public init(_ stage: Stage, households: Count, persons: Count, median: Int?, p85: Int?, overdue: Count) {
      (self.stage, self.households, self.persons) = (stage, households, persons)
      (self.median, self.p85, self.overdue) = (median, p85, overdue)
    }
  }

  /// What the stages of the board add up to.
  public struct BoardSum: Hashable, Sendable {
    public var households: Count
    public var persons: Count
    public var overdue: Count

    init(_ board: [Stock]) {
      func sum(_ column: KeyPath<Stock, Count>) -> Count {
        Count(board.reduce(0) { $0 + ($1[keyPath: column].number ?? 0) })
      }
      (households, persons, overdue) = (sum(\.households), sum(\.persons), sum(\.overdue))
    }
  }

  /// Who is linked and not housed, by the size of the household; they add up to who is on the way.
  public struct OnTheWay: Hashable, Sendable {
    public var rows: [Row]
    /// There are some, and so few that none is shown.
    var isWithheld = false

    public struct Row: Hashable, Sendable {
      public var size: HouseholdSize
      public var households: Count
      public var persons: Count
      public init(_ size: HouseholdSize, households: Int, persons: Int) {
        (self.size, self.households, self.persons) = (size, Count(households), Count(persons))
      }
    }

    public init(_ rows: [Row] = []) { self.rows = rows }
  }

  /// Persons in each stage at the end of some days, oldest first.
  public struct Flow: Hashable, Sendable {
    /// In the order of the way home.
    public var stages: [Stage]
    public var days: [Day]
    /// For each day, one count for each stage.
    public var persons: [[Count]]
    /// There were such days, and none is shown.
    var isWithheld = false

    public init(stages: [Stage], days: [Day], persons: [[Count]]) {
      (self.stages, self.days, self.persons) = (stages, days, persons)
    }
  }

  /// Persons that moved into a home, on these days.
  public struct Week: Hashable, Sendable {
    public var first: Day
    public var last: Day
    public var persons: Count
    public init(first: Day, last: Day, persons: Count) {
      (self.first, self.last, self.persons) = (first, last, persons)
    }
  }

  /// Where the days between permit and home went.
  public struct DaysGone: Hashable, Sendable {
    /// Households whose days they are.
    public var households: Count
    /// Whose turn it was, and how many days; they add up to all days.
    public var parties: [Party]
    /// Which households: those that moved in some months, or all that are on their way.
    public var whose: Phrase
    /// Of those that moved in, else of those on their way.
    public var isOfMoved: Bool

    public init(households: Count, parties: [Party], whose: Phrase, isOfMoved: Bool) {
      (self.households, self.parties, self.whose, self.isOfMoved) = (households, parties, whose, isOfMoved)
    }
  }

  public struct Party: Hashable, Sendable {
    public var name: Phrase
    public var days: Int
    public init(_ name: Phrase, days: Int) { (self.name, self.days) = (name, days) }
  }

  /// How long something takes or has lasted, in days.
  public struct Wait: Hashable, Sendable {
    public var name: Phrase
    public var households: Count
    public var median: Int?
    public var p85: Int?
    /// Households for whom it lasted longer than it should, where there is such a norm.
    public var beyond: Beyond?
    /// Of those that moved in, else of those on their way.
    public var isOfMoved: Bool

    public init(
      _ name: Phrase, households: Count, median: Int?, p85: Int?, beyond: Beyond? = nil, isOfMoved: Bool = false
    ) {
      self.isOfMoved = isOfMoved
      (self.name, self.households, self.median, self.p85, self.beyond) = (name, households, median, p85, beyond)
    }
  }

  public struct Beyond: Hashable, Sendable {
    public var norm: Phrase
    public var households: Count
    public init(_ norm: Phrase, households: Count) { (self.norm, self.households) = (norm, households) }
  }
}
