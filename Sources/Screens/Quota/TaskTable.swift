import Casebook
import Journey
import Quota
import Terminal

/// The rows of the task, and their sum below.
struct TaskTable {
  let model: Model
  let page: TaskPage
  let isFocused: Bool

  private var l: Language { model.language }
  private var task: TaskState { model.task }

  /// The sign of a row whose supervision waits for what should have been done; the title says it in words.
  static let lateReview = "§"
  /// The sign of the worst rows, in words there too.
  static let worst = Forecast.unlikelySign

  /// Rows besides those of areas: the header, and a line with the sum.
  static func frame(_ page: TaskPage) -> Int { page.sum == nil ? 1 : 3 }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let layout = TaskLayout(page, width: area.width, keeping: task.column, l)
    header(layout, in: area, on: &canvas)
    let rows = task.rows(l)
    let height = max(0, area.height - Self.frame(page))
    if rows.isEmpty {
      let text = page.nothing ?? Phrase("Geen gemeenten in dit gebied.", "No municipalities in this area.")
      canvas.put(text[l], x: area.x + 3, y: area.y + 2, width: area.width - 4, style: .dim)
      if isFocused { canvas.cursor = (area.x + 3, area.y + 2) }
    }
    let cursor = task.cursorIndex(task.places(l))
    let top = max(0, min(cursor - height / 2, rows.count - height))
    for (index, row) in rows.dropFirst(top).prefix(height).enumerated() {
      let place = Rect(x: area.x, y: area.y + 1 + index, width: area.width, height: 1)
      draw(row, layout, isCursor: top + index == cursor, in: place, on: &canvas)
      canvas.mark(place, tag: Target.taskRow(top + index).tag)
    }
    guard let sum = page.sum, area.height > Self.frame(page) else { return }
    let y = area.y + 1 + min(rows.count, height)
    canvas.hline(x: area.x + 3, y: y, width: area.width - 4)
    if rows.count > height {
      let (first, last, all) = (top + 1, top + height, rows.count)
      let text = Phrase(" \(first)–\(last) van \(all) ", " \(first)–\(last) of \(all) ")[l]
      canvas.put(text, x: area.x + 4, y: y, width: max(0, area.width - 6), style: .dim)
    }
    let place = Rect(x: area.x, y: y + 1, width: area.width, height: 1)
    draw(sum, layout, isCursor: cursor == rows.count, isSum: true, in: place, on: &canvas)
    canvas.mark(place, tag: Target.taskRow(rows.count).tag)
  }

  private func header(_ layout: TaskLayout, in area: Rect, on canvas: inout Canvas) {
    for placed in layout.columns {
      let column = placed.column
      var title = column.title(page.ask)[l]
      // In the gap between columns, so that nothing moves.
      if task.sort == column, column != .name || task.isReversed {
        let arrow = task.isReversed ? "↑" : "↓"
        title = column.isNumber ? arrow + title : title + arrow
      }
      let isChosen = isFocused && task.column == column && column != .name
      let style = isChosen ? Style(.strong, underline: true) : Style.dim
      let lead = column.isNumber ? placed.width - TextWidth.of(title) : 0
      canvas.put(title, x: area.x + placed.x + lead, y: area.y, style: style)
      canvas.mark(
        Rect(x: area.x + placed.x, y: area.y, width: placed.width + placed.bar, height: 1),
        tag: Target.taskColumn(column.rawValue).tag)
    }
  }

  private func draw(
    _ row: TaskRow, _ layout: TaskLayout, isCursor: Bool, isSum: Bool = false, in place: Rect, on canvas: inout Canvas
  ) {
    var marked = 3
    for placed in layout.columns {
      let column = placed.column
      let x = place.x + placed.x
      let text = isSum && column == .name ? Phrase("samen", "together")[l] : column.text(row, l)
      let style = style(column, row, isSum: isSum)
      canvas.put(
        text, x: x, y: place.y, width: max(0, min(placed.width, place.endX - x)), style: style,
        align: column.isNumber ? .right : .left)
      if column == .name { marked = placed.x + placed.width }
      if placed.bar > 0, row.line.target.persons != nil {
        let due = row.line.pace.map { Double($0.normPersons) }
        Bar(done: row.line.housed, of: row.line.task, due: due).draw(
          in: Rect(x: x + placed.width + 1, y: place.y, width: placed.bar - 1, height: 1),
          style: row.line.pace.map { $0.share < $0.norm } == true ? .warning : .good, on: &canvas)
      }
    }
    if row.isWorst { canvas.put(Self.worst, x: place.x + 1, y: place.y, style: .warning) }
    if row.lateReviews > 0 { canvas.put(Self.lateReview, x: place.x + 2, y: place.y, style: .bad) }
    guard isCursor else { return }
    canvas.put("▌", x: place.x, y: place.y)
    canvas.restyle(
      Rect(x: place.x, y: place.y, width: marked, height: 1), role: isFocused ? .selected : .selectedDim)
    if isFocused { canvas.cursor = (place.x, place.y) }
  }

  private func style(_ column: TaskColumn, _ row: TaskRow, isSum: Bool) -> Style {
    switch column {
    case .name: return .strong
    case .balance: return row.line.balanceBefore < 0 ? .warning : .normal
    case .gap:
      guard let gap = row.gap else { return .dim }
      return gap < 0 ? .bad : .good
    case .forecast:
      return row.needsForecast(model.today) ? .dim : .normal
    case .supervision where row.lateReviews > 0: return .bad
    case .supervision: return row.supervision == nil || row.supervision == .municipalities(0) ? .dim : .normal
    default: return isSum ? .strong : .normal
    }
  }
}
