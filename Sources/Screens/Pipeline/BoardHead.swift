import Casebook
import Journey

/// What stands at the head of a column of the board.
struct BoardHead: Sendable, Hashable {
  var households = 0
  /// Relatives still to come included.
  var persons = 0
  /// At home: who counted for the task on those days.
  var counted = 0
  var toCome = 0
  /// Days in the stage of half of them, at most; at home from the permit to the home. nil: nobody is there.
  var median: Int?
  /// The same of 85 in 100.
  var p85: Int?
  /// Of every household there, what both are of.
  private var days = Distribution([(days: Int, count: Int)]())
  /// nil where nothing is due: at home.
  var overdue: Int?
  /// Households that left the stage in each of the last weeks, the oldest first.
  var weekly: [Int] = []

  init() {}

  init(_ board: Board?, _ stage: Stage) {
    guard let board else { return }
    if stage == .housed {
      (households, persons, counted) = (board.home.households, board.home.persons, board.home.counted)
      (median, p85) = (board.home.leadTimes.median, board.home.leadTimes.percentile(0.85))
      days = board.home.leadTimes
    } else if let station = board.station(stage) {
      (households, persons, overdue) = (station.households, station.persons, station.overdue)
      toCome = station.relatives
      (median, p85, weekly) = (station.median, station.p85, station.throughput)
      days = station.ages
    }
  }

  /// Households for which it takes or took more days.
  func longer(than most: Int) -> Int { days.counts.reduce(0) { $0 + ($1.days > most ? $1.count : 0) } }

  /// Households a week over those weeks; nil when there are none.
  var pace: Double? { weekly.isEmpty ? nil : Double(weekly.reduce(0, +)) / Double(weekly.count) }
}

extension Board {
  /// The columns: from the permit to the first days at home.
  static let stages: [Stage] = [.permit, .profile, .linked, .search, .contract, .moving, .housed]

  /// Those of them on their way.
  static let onTheWay = stages.dropLast()
}

/// The board as it stood on a day: its heads, its groups, and the worst cards of each stage.
struct PastBoard: Sendable {
  var board: Board
  var cards: [Stage: [Line]]
  /// Everybody on it told apart.
  var groups = GroupsThen()
  /// The group that its cards are of; nil: they are of all.
  var group: HouseholdGroup?
  /// How many the cards are chosen from.
  var found: [Stage: PipelineState.Filtered] = [:]
  var day: Day { board.day }
}

extension Stage {
  /// Above its column: those at home are there for a month.
  func columnName(_ l: Language) -> String { self == .housed ? name[l] + " (\(Board.homeDays) d)" : name[l] }
}
