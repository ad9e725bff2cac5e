import Journey
import Terminal

/// Days over a number of columns, with ticks at Mondays, first days of months, quarters or years: the finest whose names
/// have room.
struct DayAxis: Sendable {
  let first: Day
  let last: Day
  let columns: Int

  /// - Parameter last: the last day shown; a day after the first at least.
  init(_ first: Day, _ last: Day, columns: Int) {
    (self.first, self.last, self.columns) = (first, max(last, first + 1), max(1, columns))
  }

  /// Where the day stands between the first (0) and the last (1); outside those for other days.
  func share(_ day: Day) -> Double { Double(day - first) / Double(last - first) }

  /// Its column from 0 on, held within the axis.
  func column(_ day: Day) -> Int {
    Int((min(max(share(day), 0), 1) * Double(columns - 1)).rounded())
  }

  /// The day in the middle of a column.
  func day(_ column: Int) -> Day {
    first + Int((Double(column) / Double(max(1, columns - 1)) * Double(last - first)).rounded())
  }

  /// Columns and names.
  func ticks(_ language: Language) -> [(column: Int, label: String)] {
    for pace in Pace.all where Double(last - first) / pace.days <= Double(columns) / 4 {
      let ticks = days(pace).map { (column: column($0), label: pace.label($0, language)) }
      let room = zip(ticks, ticks.dropFirst()).map { $1.column - $0.column }.min() ?? .max
      if (ticks.map { TextWidth.of($0.label) }.max() ?? 0) + 2 <= room { return ticks }
    }
    return []
  }

  private func days(_ pace: Pace) -> [Day] {
    var days: [Day] = []
    var day = pace.first(from: first)
    while let found = day, found <= last {
      days.append(found)
      day = pace.next(found)
    }
    return days
  }

  private enum Pace {
    case weeks(Int), months(Int)

    static let all: [Pace] =
      [.weeks(1), .weeks(2)] + [1, 3, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000].map { .months($0) }

    var days: Double {
      switch self {
      case .weeks(let count): Double(count) * 7
      case .months(let count): Double(count) * 30.44
      }
    }

    func first(from day: Day) -> Day? {
      switch self {
      case .weeks: return day + (8 - day.weekday) % 7
      case .months(let count):
        let (year, month, date) = day.parts
        let index = year * 12 + month - 1 + (date > 1 ? 1 : 0)
        let rounded = (index + count - 1) / count * count
        return Day(rounded / 12, rounded % 12 + 1, 1)
      }
    }

    func next(_ day: Day) -> Day? {
      switch self {
      case .weeks(let count): day + 7 * count
      case .months: first(from: day + 1)
      }
    }

    /// `23 nov`; a month by its name, and January by its year.
    func label(_ day: Day, _ language: Language) -> String {
      switch self {
      case .weeks: return DayText.brief(day, language)
      case .months:
        let (year, month, _) = day.parts
        return month == 1 ? String(year) : DayWords.months[month - 1][language]
      }
    }
  }
}
