import Journey

extension ReportContent {
  /// Days from permit to home of households that moved in.
  public struct LeadTimes: Hashable, Sendable {
    public var households: Count
    public var percentiles: Percentiles?
    public var months: [Month]
    /// Where they lie; together where there are many, or few to a place.
    public var dots: [Dot]
    /// Each dot is a household.
    public var isEach = true
    /// What moved before is not in it.
    public var isCapped: Bool

    /// From the days households moved in, and their days from permit to home.
    public init(_ moves: [(day: Day, leadTime: Int)], isCapped: Bool = false) {
      households = Count(moves.count)
      percentiles = Percentiles(of: moves.map(\.leadTime))
      let byMonth = Dictionary(grouping: moves) { LeadTimes.month(of: $0.day) }
      months = byMonth.keys.sorted().map { first in
        let days = byMonth[first]!.map(\.leadTime)
        return Month(first: first, households: Count(days.count), percentiles: Percentiles(of: days))
      }
      dots = moves.map { Dot(day: $0.day, leadTime: $0.leadTime, households: 1) }
        .sorted { ($0.day, $0.leadTime) < ($1.day, $1.leadTime) }
      self.isCapped = isCapped
      if dots.count > LeadTimes.mostDots { gather() }
    }

    /// More would be a blot of many megabytes.
    static let mostDots = 1_500
    /// A gathered dot stands for a month of moving in and a fortnight of lead time.
    static let fortnight = 14

    /// Puts dots of the same month and fortnight together, in the middle of both.
    mutating func gather() {
      guard isEach else { return }
      struct Place: Hashable { var month: Day, fortnight: Int }
      var counts: [Place: Int] = [:]
      for dot in dots {
        counts[Place(month: Self.month(of: dot.day), fortnight: dot.leadTime / Self.fortnight), default: 0] += 1
      }
      dots = counts.map { place, count in
        Dot(
          day: place.month + 14, leadTime: place.fortnight * Self.fortnight + Self.fortnight / 2,
          households: Count(count))
      }.sorted { ($0.day, $0.leadTime) < ($1.day, $1.leadTime) }
      isEach = false
    }

    static func month(of day: Day) -> Day { day - (day.parts.day - 1) }
  }

  /// Months of moving in that are of the half-year.
  var monthsOfPeriod: [Int] {
    leadTimes.months.indices.filter { (period.first...period.last).contains(leadTimes.months[$0].first) }
  }

  /// Households that moved in during the half-year, as those months have them.
  var movedInPeriod: Count {
    Count(monthsOfPeriod.reduce(0) { $0 + (leadTimes.months[$1].households.number ?? 0) })
  }

  public struct Month: Hashable, Sendable {
    public var first: Day
    public var households: Count
    public var percentiles: Percentiles?
  }

  public struct Dot: Hashable, Sendable {
    public var day: Day
    public var leadTime: Int
    public var households: Count
  }

  /// The smallest number that 50, 85 or 95 in a hundred do not exceed.
  public struct Percentiles: Hashable, Sendable {
    public var p50: Int
    public var p85: Int
    /// nil for so few that it is one of them.
    public var p95: Int?

    /// nil for no numbers.
    init?(of numbers: [Int]) {
      guard !numbers.isEmpty else { return nil }
      let sorted = numbers.sorted()
      func at(_ percent: Int) -> Int { sorted[(percent * sorted.count + 99) / 100 - 1] }
      (p50, p85, p95) = (at(50), at(85), at(95))
    }
  }
}
