import Casebook
import Journey
import Quota

/// Where one is on the screen of the task: the area went down into, the half-year, the row, the column.
struct TaskState: Sendable {
  enum Pane: Int, CaseIterable, Sendable {
    case table, burnUp, approach
    var name: Phrase {
      switch self {
      case .table: Phrase("Tabel", "Table")
      case .burnUp: Phrase("Verloop", "Course")
      case .approach: Phrase("Aanpak", "Approach")
      }
    }
  }

  /// nil: the one that today lies in.
  var period: HalfYear?
  /// Went down into, from the area one looks at.
  var path: [Area] = []
  var isFine = false
  var sort = TaskColumn.name
  var isReversed = false
  var column = TaskColumn.name
  var cursors: [Area: TaskRow.ID] = [:]
  var pane = Pane.table
  /// How far the right pane is scrolled.
  var top = 0
  /// The numbers of the chart instead of its picture.
  var asNumbers = false
  var page: TaskPage?
  var look: TaskLook?
  var whatIf: WhatIfState?
  /// What is being computed anew, and how far that is.
  var renewing: Renewing?
  /// As they were computed in this visit: not again before the casebook changed.
  var renewed: [TaskLook.Key: KeptForecast] = [:]
  /// How good forecasts would have been, where it was tested in this visit.
  var tested: [Area: BackTestReport] = [:]
  /// Somebody ended it: nothing is renewed by itself any more.
  var isHalted = false

  struct Renewing: Sendable {
    var done: Int
    var total: Int
    var isAsked: Bool
  }

  /// The rows in their order.
  func rows(_ l: Language) -> [TaskRow] {
    guard let page else { return [] }
    func named(_ row: TaskRow) -> String { Folding.key(row.name[l]) }
    if sort == .name {
      // Half-years stand with the latest first.
      if case .municipality = page.ask.area {
        return page.rows.sorted { isReversed ? $0.line.period < $1.line.period : $0.line.period > $1.line.period }
      }
      return page.rows.sorted { isReversed ? named($0) > named($1) : named($0) < named($1) }
    }
    return page.rows.map { (row: $0, weight: sort.weight($0), name: named($0)) }.sorted { a, b in
      guard let first = a.weight, let second = b.weight else {
        return a.weight == nil && b.weight == nil ? a.name < b.name : a.weight != nil
      }
      return first == second ? a.name < b.name : isReversed ? first < second : first > second
    }.map(\.row)
  }

  /// The rows in their order, and below them their sum: all that can be pointed at.
  func places(_ l: Language) -> [TaskRow] { rows(l) + [page?.sum].compactMap(\.self) }

  /// What is shown is this area.
  func cursorIndex(_ rows: [TaskRow]) -> Int {
    guard let page, let id = cursors[page.ask.area] else { return 0 }
    return rows.firstIndex { $0.id == id } ?? 0
  }

  mutating func take(_ new: TaskPage) {
    page = new
    // Where nothing can be kept on the disk it is remembered here.
    for kept in renewed.values {
      let isNewer: (TaskRow) -> Bool = { row in
        row.line.area == kept.area && row.line.period == kept.period
          && (row.forecast.map { ($0.day, $0.changes) < (kept.day, kept.changes) } ?? true)
      }
      if let index = page?.rows.firstIndex(where: isNewer) { page?.rows[index].forecast = kept }
      if let sum = page?.sum, isNewer(sum) { page?.sum?.forecast = kept }
    }
    // A row that was not computed yet stays open until it is.
    let known = Set((new.rows + [new.sum].compactMap(\.self)).map(\.id))
    if let id = cursors[new.ask.area], !known.contains(id) { cursors[new.ask.area] = nil }
  }

  mutating func take(_ kept: KeptForecast) {
    func fits(_ row: TaskRow) -> Bool { row.line.area == kept.area && row.line.period == kept.period }
    if let index = page?.rows.firstIndex(where: fits) { page?.rows[index].forecast = kept }
    if let sum = page?.sum, fits(sum) { page?.sum?.forecast = kept }
    if look?.key == TaskLook.Key(area: kept.area, period: kept.period) { look?.burnUp.take(kept) }
  }
}

extension Model {
  /// What the screen of the task is about now.
  var taskAsk: TaskAsk {
    TaskAsk(
      area: task.path.last ?? area, period: task.period ?? HalfYear(holding: today), isFine: task.isFine)
  }

  var taskRow: TaskRow? {
    let rows = task.places(language)
    return rows.isEmpty ? nil : rows[task.cursorIndex(rows)]
  }

  /// What the panes beside the table are about.
  var taskLookKey: TaskLook.Key? { taskRow.map { TaskLook.Key(area: $0.line.area, period: $0.line.period) } }

  /// Table above, burn-up and approach below, at once.
  var showsAllOfTask: Bool { body.height >= 26 && body.width >= 100 }
}

extension BurnUp {
  /// The cone of a forecast.
  mutating func take(_ kept: KeptForecast?) {
    guard let figures = kept?.figures else { return expected = [] }
    expected =
      figures.weeks.isEmpty
      ? [Expected(day: period.last, p15: figures.p15, p50: figures.p50, p85: figures.p85)]
      : figures.weeks.map { Expected(day: $0.day, p15: $0.p15, p50: $0.p50, p85: $0.p85) }
  }
}
