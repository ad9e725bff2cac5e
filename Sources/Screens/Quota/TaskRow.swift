import Casebook
import Journey
import Quota

/// One line of the table: an area in the half-year at hand, or a municipality in one of its half-years.
struct TaskRow: Identifiable, Sendable {
  enum ID: Hashable, Sendable {
    case area(Area)
    case period(HalfYear)
  }

  var id: ID
  var line: LedgerLine
  /// The latest step of the province that was recorded: its name and its place on the ladder; of an area: how many
  /// municipalities have one.
  var supervision: Supervision?
  /// How far structure, plan and commitment are, in that order.
  var approach: [Readiness] = []
  var forecast: KeptForecast?
  /// Why there is none, and none comes; nil: there is one, or one is on its way.
  var noForecast: NoForecast?
  /// What a forecast would rest on now.
  var grounds: ForecastGrounds?
  /// Thresholds that were crossed.
  var signals = 0
  /// Municipalities whose supervision waits for a review or a term that is past.
  var lateReviews = 0

  enum Supervision: Hashable, Sendable {
    case step(Int, Phrase)
    case municipalities(Int)
  }

  enum Readiness: Hashable, Sendable {
    case one(Approach.Strength)
    /// So many municipalities have it in order.
    case many(Int)
  }

  init(_ id: ID, _ line: LedgerLine) { (self.id, self.line) = (id, line) }

  /// `Utrecht`, `2026-II`.
  var name: Phrase {
    switch id {
    case .area(.municipality(let code)): Phrase(same: Reference.municipality(code: code)?.dailyName ?? code)
    case .area(let area): area.name
    case .period(let period): Phrase(same: period.spoken)
    }
  }

  /// There is none yet, or one made now could say something else.
  func needsForecast(_ today: Day) -> Bool { forecast.map { $0.isStale(today, on: grounds) } ?? true }

  /// It is more likely than not that the task is missed, also where the pace so far is on schedule; where nobody knows how
  /// likely, a threshold was crossed: the sign of the table.
  var isWorst: Bool { forecast?.figures?.chance.map(Forecast.isUnlikely) ?? (signals > 0) }

  /// What falls short of the task (below 0) or is over, in persons: of the forecast, of a half-year that is over of who was
  /// housed; nil without a forecast or a task.
  var gap: Int? {
    guard line.target.persons != nil else { return nil }
    if line.isOver { return line.value(.balance) }
    return forecast?.figures.map { $0.p50 - line.task }
  }
}

/// The table of the task as it was read.
struct TaskPage: Sendable {
  var ask: TaskAsk
  var rows: [TaskRow]
  /// Of the whole area; nil where the rows are half-years, which do not add up.
  var sum: TaskRow?
  /// The number of changes of the casebook when it was read.
  var changes = 0
  /// Why there is nothing to weigh; nil when there is.
  var nothing: Phrase?

  /// Municipalities of it whose supervision waits for a review or a term that is past.
  var lateReviews: Int { sum?.lateReviews ?? rows.map(\.lateReviews).max() ?? 0 }
}

/// What is beside the row under the cursor.
struct TaskLook: Sendable {
  struct Key: Hashable, Sendable {
    var area: Area
    var period: HalfYear
  }

  var key: Key
  var line: LedgerLine
  var burnUp: BurnUp
  /// Of a municipality.
  var approach: Approach?
  var standing: SupervisionStanding?
  var signals: [Signal] = []
  /// Of a municipality: homes known to come.
  var homes: [KnownHomes] = []
  /// Of an area: how many of its municipalities have such homes in this half-year.
  var withHomes = 0
  /// Of an area: its municipalities of which nothing of an approach was recorded.
  var withoutApproach: [String] = []
  /// Of an area: its other municipalities with what lacks in words, those with the most gaps first.
  var gaps: [(municipality: String, lacks: [Phrase])] = []
}

extension HalfYear {
  /// `2026-II`, as people write it.
  var spoken: String { "\(year)-" + (half == 1 ? "I" : "II") }
}
