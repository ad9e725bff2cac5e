import Casebook
import Journey

/// The screen Doorstroom: which stage one looks at, and how.
struct PipelineState: Sendable {
  /// The column one is in.
  var stage = Stage.permit
  var view = PipelineView.board
  /// The numbers of a chart in place of its picture.
  var showsNumbers = false
  /// The figures of the area, as last read; what is shown stays until there are others.
  var board: Board?
  /// Of the cards that the filter leaves, where there is one: how many, and how many are late.
  var filtered: [Stage: Filtered] = [:]
  var grouping: Grouping?
  /// The heads of the groups in each column.
  var groups: [Stage: [HouseholdGroup]] = [:]
  /// The group the cursor is on, and the one that was entered.
  var groupCursor: HouseholdGroup?
  var entered: HouseholdGroup?
  /// The board of another day; nil: of now.
  var past: PastBoard?
  /// The day worked on, where the casebook has later steps: what is kept of now is not of that day, so the screen comes
  /// with the board as it stood then. nil: it comes with the board of now.
  var opensAt: Day?
  var pastCards: [Stage: ListState] = [:]
  var chart: PipelineChart?
  /// The part under the cursor, where a chart has some; where it is a table, the row under the cursor or the first one shown.
  var row = 0

  struct Filtered: Sendable, Hashable {
    var households: Count
    var overdue: Count
  }

  /// Group heads stand in the columns, and no cards.
  var showsGroups: Bool { view == .board && grouping != nil && entered == nil }

  /// There is somewhere to go back to within the screen.
  var isDeep: Bool { view != .board || grouping != nil || !isAtStart }

  /// The board is that which the screen comes with.
  var isAtStart: Bool { past == nil || past?.day == opensAt }

  /// The board it comes with is of a day that is past, and is still to be read.
  var awaitsThen: Bool { opensAt != nil && past == nil }

  func groups(_ stage: Stage) -> [HouseholdGroup] { groups[stage] ?? [] }

  /// What Enter lists of the chart that is shown; in a table of its numbers what stands in the row under the cursor.
  var parts: [PipelineChart.Part] {
    showsNumbers ? allParts.filter { $0.row == row } : allParts
  }

  /// Of the chart that is shown, as a picture or as a table.
  var allParts: [PipelineChart.Part] { chart?.view == view ? chart?.parts ?? [] : [] }

  /// Why Enter lists nothing of the chart.
  var opensNothing: Phrase {
    if showsNumbers, chart?.parts.isEmpty == false {
      if chart?.opensRows == true {
        return Phrase(
          "Uit deze maand wacht niemand op een eerste gesprek.", "Nobody of this month waits for a first call.")
      }
      return Phrase(
        "In de tabel opent niets; T toont het beeld weer.", "Nothing opens in the table; T shows the picture again.")
    }
    guard let chart, chart.view == view else { return Words.loading }
    return past == nil
      ? Phrase("Achter dit beeld staat geen lijst.", "There is no list behind this picture.")
      : noListsThen.why
  }

  /// Why no number of a past board opens to its households.
  var noListsThen: Refusal {
    Refusal(
      Phrase("Van een dag die voorbij is zijn er geen lijsten.", "There are no lists of a day that is past."),
      remedy: wayToNow)
  }

  /// How to leave a board that is past; nil where one came with it.
  var wayToNow: Phrase? {
    guard !isAtStart else { return nil }
    guard let opensAt else { return Phrase("q gaat terug naar nu.", "q goes back to now.") }
    let (nl, en) = (DayText.brief(opensAt, .nl), DayText.brief(opensAt, .en))
    return Phrase("q gaat terug naar \(nl).", "q goes back to \(en).")
  }

  /// What stands in a column without groups.
  func noGroups(_ stage: Stage) -> Phrase {
    guard stage == .housed, let grouping, !grouping.isOfHomes else { return Phrase("niemand", "nobody") }
    return Phrase("– alleen onderweg", "– on the way only")
  }

  /// To the first row of a table or part of a picture; of weeks to the latest.
  mutating func rewind() { row = view == .throughput && !showsNumbers ? .max : 0 }

  var groupIndex: Int { groupCursor.flatMap { groups(stage).firstIndex(of: $0) } ?? 0 }

  mutating func moveGroup(_ steps: Int) {
    let all = groups(stage)
    guard !all.isEmpty else { return }
    groupCursor = all[min(max(0, groupIndex + steps), all.count - 1)]
  }

  /// The next column, or the one before.
  mutating func turn(_ steps: Int) {
    let all = Board.stages
    let at = all.firstIndex(of: stage) ?? 0
    stage = all[min(max(0, at + steps), all.count - 1)]
    groupCursor = nil
  }
}

/// What one looks at on Doorstroom; one key goes round.
enum PipelineView: Int, CaseIterable, Sendable {
  case board, flow, ageing, throughput, cycleTimes, days, daysHome, contact

  var name: Phrase {
    switch self {
    case .board: Phrase("Bord", "Board")
    case .flow: Phrase("Stroom", "Flow")
    case .ageing: Phrase("Hoe lang al", "Ageing")
    case .throughput: Phrase("Per week", "Per week")
    case .cycleTimes: Phrase("Doorlooptijd", "Lead time")
    case .days: Phrase("Waar de dagen blijven", "Where the days go")
    case .daysHome: Phrase("Waar de dagen bleven", "Where the days went")
    case .contact: Phrase("Contact", "Contact")
    }
  }

  /// Whose turn the days were is kept of who is on the way now, so of a past day there is no such picture; nor are there those
  /// after it.
  var isOfAnyDay: Bool { rawValue < Self.days.rawValue }

  func next(isPast: Bool) -> PipelineView { isPast && !next.isOfAnyDay ? .board : next }

  var next: PipelineView { Self(rawValue: (rawValue + 1) % Self.allCases.count) ?? .board }
}

/// Where one came from to see the households behind a number: going back leads there.
struct Visit: Sendable {
  var tab: Model.Tab
  /// The list Dossiers as it was before.
  var list: ListState
}
