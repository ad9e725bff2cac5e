import Journey

// What postings carry. Municipalities are CBS codes, figures are persons.
extension TaskEvent {
  public struct Population: Hashable, Sendable, Codable {
    /// The figures are of 1 January of it.
    public var year: Int
    public var inhabitants: FigureTable<Int>
    /// Of the whole country; nil when the list has not all of it.
    public var national: Int?
    public var source: String
    public init(year: Int, _ inhabitants: [String: Int], national: Int?, source: String) {
      (self.year, self.inhabitants, self.national, self.source) = (year, FigureTable(inhabitants), national, source)
    }
  }

  public struct NationalNeed: Hashable, Sendable, Codable {
    public var period: HalfYear
    /// Permit holders expected to need housing (`vg` of Huisvestingswet 2014 art. 29).
    public var persons: Int
    /// The day of the Staatscourant; nil when not known.
    public var published: Day?
    public var source: String
    public init(_ period: HalfYear, _ persons: Int, published: Day? = nil, source: String = "") {
      (self.period, self.persons, self.published, self.source) = (period, persons, published, source)
    }
  }

  /// A row of an overview that the government publishes; nil: not in it.
  public struct PublishedRow: FigureRow, Codable {
    public var target: Int?
    /// + lead, - backlog.
    public var balanceBefore: Int?
    public var realised: Int?
    /// Linked and not housed.
    public var onTheWay: Int?
    public init(target: Int? = nil, balanceBefore: Int? = nil, realised: Int? = nil, onTheWay: Int? = nil) {
      (self.target, self.balanceBefore, self.realised, self.onTheWay) = (target, balanceBefore, realised, onTheWay)
    }
    public init?(figures: [Int?]) {
      guard figures.count == 4 else { return nil }
      self.init(target: figures[0], balanceBefore: figures[1], realised: figures[2], onTheWay: figures[3])
    }
    public var figures: [Int?] { [target, balanceBefore, realised, onTheWay] }
    public static func + (a: Self, b: Self) -> Self {
      Self(
        figures: zip(a.figures, b.figures).map { a, b in a == nil && b == nil ? nil : (a ?? 0) + (b ?? 0) })!
    }
  }

  public struct PublishedTargets: Hashable, Sendable, Codable {
    public var period: HalfYear
    /// The day on which the figures are the state.
    public var referenceDate: Day
    public var rows: FigureTable<PublishedRow>
    public var source: String
    public init(_ period: HalfYear, referenceDate: Day, _ rows: [String: PublishedRow], source: String = "") {
      (self.period, self.referenceDate, self.rows, self.source) = (period, referenceDate, FigureTable(rows), source)
    }
  }

  /// What a half-year begins with: + lead, - backlog.
  public struct OpeningBalance: Hashable, Sendable, Codable {
    public var period: HalfYear
    /// The day on which the figures are the state; nil: that of the posting.
    public var asOf: Day?
    public var rows: FigureTable<Int>
    public var source: String
    public init(_ period: HalfYear, asOf: Day? = nil, _ rows: [String: Int], source: String = "") {
      (self.period, self.asOf, self.rows, self.source) = (period, asOf, FigureTable(rows), source)
    }
  }

  /// Persons added to the task (negative: taken off), with the reason.
  public struct Correction: Hashable, Sendable, Codable {
    public var period: HalfYear
    public var municipality: String
    public var persons: Int
    public var reason: String
    public init(_ period: HalfYear, _ municipality: String, _ persons: Int, reason: String) {
      (self.period, self.municipality, self.persons, self.reason) = (period, municipality, persons, reason)
    }
  }

  /// Part of a target that one municipality takes over from another: one posting, so the sum stays.
  public struct Shift: Hashable, Sendable, Codable {
    public var period: HalfYear
    public var from: String
    public var to: String
    public var persons: Int
    public var agreement: String
    public init(_ period: HalfYear, from: String, to: String, _ persons: Int, agreement: String) {
      (self.period, self.from, self.to, self.persons, self.agreement) = (period, from, to, persons, agreement)
    }
  }

  public struct LinksCounted: Hashable, Sendable, Codable {
    public var period: HalfYear
    public var referenceDate: Day
    /// Persons linked for the task of the half-year by then, housed or not.
    public var rows: FigureTable<Int>
    public var source: String
    public init(_ period: HalfYear, referenceDate: Day, _ rows: [String: Int], source: String = "") {
      (self.period, self.referenceDate, self.rows, self.source) = (period, referenceDate, FigureTable(rows), source)
    }
  }

  public struct PublishedRealised: Hashable, Sendable, Codable {
    public var period: HalfYear
    public var referenceDate: Day
    public var rows: FigureTable<Int>
    public var source: String
    public init(_ period: HalfYear, referenceDate: Day, _ rows: [String: Int], source: String = "") {
      (self.period, self.referenceDate, self.rows, self.source) = (period, referenceDate, FigureTable(rows), source)
    }
  }

  /// A step of the province, as it was taken: the program never takes one. Its day is that of the posting.
  public struct SupervisionStep: Hashable, Sendable, Codable {
    public var municipality: String
    public var period: HalfYear
    /// A step of the rulebook's ladder: `information`.
    public var step: String
    /// Its reference: `2026/118`.
    public var letter: String
    public var agreement: String
    /// The last day that was set.
    public var term: Day?
    public var nextReview: Day?
    /// At that moment: + lead, - backlog.
    public var balance: Int?
    public var excusable: Int?
    public init(
      _ municipality: String, _ period: HalfYear, step: String, letter: String = "", agreement: String = "",
      term: Day? = nil, nextReview: Day? = nil, balance: Int? = nil, excusable: Int? = nil
    ) {
      (self.municipality, self.period, self.step) = (municipality, period, step)
      (self.letter, self.agreement) = (letter, agreement)
      (self.term, self.nextReview, self.balance, self.excusable) = (term, nextReview, balance, excusable)
    }
  }

  public struct SavedScenario: Hashable, Sendable, Codable {
    public var name: String
    /// As the forecast writes it.
    public var json: String
    public init(_ name: String, json: String) { (self.name, self.json) = (name, json) }
  }

  public struct TakenBack: Hashable, Sendable, Codable {
    public var act: EventID
    public init(_ act: EventID) { self.act = act }
  }
}
