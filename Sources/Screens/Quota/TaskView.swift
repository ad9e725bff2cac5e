import Casebook
import Journey
import Quota
import Terminal

/// Will we make it: the table of the task, and below it the course and the approach of the row under the cursor. On a small
/// screen one of the three at a time.
struct TaskView {
  let model: Model

  private var l: Language { model.language }
  private var task: TaskState { model.task }

  func draw(in area: Rect, on canvas: inout Canvas) {
    if let whatIf = task.whatIf { return WhatIfView(model: model, state: whatIf).draw(in: area, on: &canvas) }
    guard let page = task.page else {
      canvas.box(area, title: title)
      canvas.put(Words.loading[l], x: area.x + 3, y: area.y + 2, style: .dim)
      canvas.cursor = (area.x + 3, area.y + 2)
      return
    }
    guard model.showsAllOfTask else { return draw(task.pane, page, in: area, on: &canvas) }
    let rows = max(1, page.rows.count) + TaskTable.frame(page)
    let (top, bottom) = area.split(top: min(rows + 1, area.height - Self.lower))
    canvas.box(area, title: title)
    table(page, in: Rect(x: area.x + 1, y: top.y + 1, width: area.width - 2, height: top.height - 1), on: &canvas)
    canvas.hline(x: area.x, y: bottom.y, width: area.width)
    let split = area.x + area.width * 3 / 5
    canvas.vline(x: split, y: bottom.y, height: bottom.height)
    head(.burnUp, courseTitle, x: area.x, y: bottom.y, width: split - area.x, on: &canvas)
    head(
      .approach, TaskState.Pane.approach.name[l], x: split, y: bottom.y, width: area.endX - split, on: &canvas)
    let (left, right) = (place(of: .burnUp, page, in: area), place(of: .approach, page, in: area))
    course(in: left, on: &canvas)
    TaskBeside(model: model).draw(in: right, on: &canvas)
    // Where nothing is selected one reads on from the first line.
    switch task.pane {
    case .table: break
    case .burnUp: canvas.cursor = (left.x, left.y)
    case .approach: canvas.cursor = (right.x, right.y)
    }
    canvas.mark(left, tag: Target.taskPane(TaskState.Pane.burnUp.rawValue).tag)
    canvas.mark(right, tag: Target.taskPane(TaskState.Pane.approach.rawValue).tag)
  }

  /// Rows of the screen for what is below the table where all is shown, at least.
  private static let lower = 15

  /// Where the course or the approach stands: beside each other below the table, or over the whole of a small screen.
  private func place(of pane: TaskState.Pane, _ page: TaskPage, in area: Rect) -> Rect {
    guard model.showsAllOfTask else { return area.inset(2, 1) }
    let rows = max(1, page.rows.count) + TaskTable.frame(page)
    let bottom = area.split(top: min(rows + 1, area.height - Self.lower)).rest
    let split = area.x + area.width * 3 / 5
    let (y, height) = (bottom.y + 1, bottom.height - 2)
    return pane == .burnUp
      ? Rect(x: area.x + 2, y: y, width: split - area.x - 3, height: height)
      : Rect(x: split + 2, y: y, width: area.endX - split - 4, height: height)
  }

  /// How far the pane one is in scrolls; 0: all of it is shown.
  var lastTop: Int {
    guard let page = task.page, let look = task.look, look.key == model.taskLookKey else { return 0 }
    let area = place(of: task.pane, page, in: model.body)
    let window: (top: Int, height: Int, count: Int)
    switch task.pane {
    case .table: return 0
    case .burnUp where !task.asNumbers: return 0
    case .burnUp: window = NumberTable(look.burnUp, l).window(in: area, from: 0)
    case .approach: window = TaskBeside(model: model).window(look, in: area)
    }
    return max(0, window.count - window.height)
  }

  /// One pane over the whole screen, with its name and its place among the three.
  private func draw(_ pane: TaskState.Pane, _ page: TaskPage, in area: Rect, on canvas: inout Canvas) {
    let inside = area.inset(2, 1)
    switch pane {
    case .table:
      canvas.box(area, title: title)
      let (top, rest) = area.inset(1, 1).split(top: tableRows(page, of: area.height - 2))
      table(page, in: top, on: &canvas)
      // What is left over says the most important of the row.
      guard rest.height >= 3 else { return }
      canvas.hline(x: area.x, y: rest.y, width: area.width)
      head(.approach, model.taskRow?.name[l] ?? "", x: area.x, y: rest.y, width: area.width, on: &canvas)
      TaskBeside(model: model).draw(
        in: Rect(x: rest.x + 1, y: rest.y + 1, width: rest.width - 2, height: rest.height - 1),
        more: Phrase("Shift-Tab leest door", "Shift-Tab reads on"), on: &canvas)
      canvas.mark(rest, tag: Target.taskPane(TaskState.Pane.approach.rawValue).tag)
    case .burnUp:
      canvas.box(area, title: courseTitle)
      course(in: inside, on: &canvas)
      canvas.cursor = (inside.x, inside.y)
    case .approach:
      canvas.box(area, title: "\(model.taskRow?.name[l] ?? "") · \(pane.name[l])")
      TaskBeside(model: model).draw(in: inside, on: &canvas)
      canvas.cursor = (inside.x, inside.y)
    }
  }

  /// All rows where there is room; else the pane below has eight lines and its heading, as long as five rows are left.
  private func tableRows(_ page: TaskPage, of height: Int) -> Int {
    let rows = TaskTable.frame(page) + max(1, page.rows.count)
    let left = height - 9
    return min(height, rows > left && left >= TaskTable.frame(page) + 5 ? left : rows)
  }

  private func table(_ page: TaskPage, in area: Rect, on canvas: inout Canvas) {
    TaskTable(model: model, page: page, isFocused: task.pane == .table || !model.showsAllOfTask).draw(
      in: area, on: &canvas)
  }

  private func head(
    _ pane: TaskState.Pane, _ text: String, x: Int, y: Int, width: Int, on canvas: inout Canvas
  ) {
    let isFocused = task.pane == pane && model.showsAllOfTask
    let room = min(TextWidth.of(text), max(0, width - 6))
    guard room > 0 else { return }
    canvas.put(
      " " + TextWidth.fit(text, width: room) + " ", x: x + 2, y: y,
      style: isFocused ? Style(.title, underline: true) : .title)
  }

  private func course(in area: Rect, on canvas: inout Canvas) {
    guard let look = task.look, look.key == model.taskLookKey else {
      canvas.put(Words.loading[l], x: area.x + 1, y: area.y + 1, width: max(0, area.width - 1), style: .dim)
      return
    }
    guard task.asNumbers else { return look.burnUp.draw(in: area, l, on: &canvas) }
    let table = NumberTable(look.burnUp, l)
    let window = table.window(in: area, from: task.pane == .burnUp ? task.top : 0)
    table.draw(in: area, from: window.top, on: &canvas)
    // Of the frame around it: on a large screen the line between the panes.
    let frame = Rect(x: area.x, y: area.y, width: area.width + 2, height: area.height + 1)
    Pane.position(frame, top: window.top, height: window.height, count: window.count, on: &canvas)
  }

  private var courseTitle: String {
    let name = model.taskRow?.name[l] ?? ""
    return name.isEmpty ? TaskState.Pane.burnUp.name[l] : "\(name) · \(TaskState.Pane.burnUp.name[l].lowercasedFirst)"
  }

  /// `+3 kolommen: ← →`; nil where all fit.
  private func hiddenColumns(_ page: TaskPage) -> String? {
    let count = TaskLayout(page, width: model.body.width - 2, keeping: task.column, l).hidden.count
    guard count > 0 else { return nil }
    return "+" + Digits.counted(count, Phrase("kolom", "column"), Phrase("kolommen", "columns"))[l] + ": ← →"
  }

  /// `Opgave 2026-II ── provincie Utrecht · op kans · prognose 3 van 26`.
  private var title: String {
    let ask = model.taskAsk
    var parts = [ask.area.spokenName[l]]
    if task.sort != .name {
      let column = task.sort.title(ask)[l].lowercased()
      parts.append(Phrase("op \(column)", "by \(column)")[l])
    }
    if let late = task.page?.lateReviews, late > 0 {
      parts.append(TaskTable.lateReview + " " + Phrase("\(late) toezicht te laat", "\(late) supervision late")[l])
    }
    if let renewing = task.renewing {
      let (done, total) = (renewing.done, renewing.total)
      parts.append(Phrase("prognose \(done) van \(total)", "forecast \(done) of \(total)")[l])
      if renewing.isAsked { parts.append(Phrase("Esc breekt af", "Esc ends it")[l]) }
    }
    if let page = task.page, let more = hiddenColumns(page) { parts.append(more) }
    if let worst = task.page?.rows.count(where: \.isWorst), worst > 0 {
      let words =
        worst == 1
        ? Phrase("1 vraagt aandacht", "1 needs attention")
        : Phrase("\(worst) vragen aandacht", "\(worst) need attention")
      parts.append(TaskTable.worst + " " + words[l])
    }
    return "\(Model.Tab.quota.name[l]) \(ask.period.spoken) ── " + parts.joined(separator: " · ")
  }
}

/// Approach, pace, thresholds, supervision and forecast of the row under the cursor, in paragraphs.
struct TaskBeside {
  let model: Model

  /// - Parameter more: said beside the position where not all of it fits.
  func draw(in area: Rect, more: Phrase? = nil, on canvas: inout Canvas) {
    guard area.width > 4, area.height > 0 else { return }
    guard let look = model.task.look, look.key == model.taskLookKey else {
      canvas.put(Words.loading[model.language], x: area.x, y: area.y, width: area.width, style: .dim)
      return
    }
    let rows = rows(look, width: area.width)
    let window = window(look, in: area)
    for (index, row) in rows.dropFirst(window.top).prefix(area.height).enumerated() {
      canvas.put(
        row.text, x: area.x + row.x, y: area.y + index, width: max(0, area.width - row.x), style: row.style)
    }
    let frame = Rect(x: area.x, y: area.y, width: area.width + 2, height: area.height + 1)
    Pane.position(
      frame, top: window.top, height: window.height, count: window.count, more: more?[model.language], on: &canvas)
  }

  /// Which of its lines are shown there: the first, how many fit and how many there are.
  func window(_ look: TaskLook, in area: Rect) -> (top: Int, height: Int, count: Int) {
    let count = rows(look, width: area.width).count
    let top = model.task.pane == .approach ? model.task.top : 0
    return (max(0, min(top, count - area.height)), area.height, count)
  }

  private struct Row {
    var x: Int
    var text: String
    var style: Style
  }

  private func rows(_ look: TaskLook, width: Int) -> [Row] {
    let words = TaskWords(model: model, look: look, forecast: model.taskRow?.forecast)
    return words.paragraphs.flatMap { paragraph -> [Row] in
      let sign = paragraph.sign.isEmpty ? "" : paragraph.sign + " "
      let head = Row(x: 0, text: sign + paragraph.head[model.language], style: .strong)
      return [head]
        + paragraph.lines.flatMap { self.rows($0.text, $0.style, width: width) }
    }
  }

  /// What comes after a dash hangs under its first word.
  private func rows(_ text: String, _ style: Style, width: Int) -> [Row] {
    guard text.hasPrefix("– ") else {
      return TextWidth.wrap(text, width: max(8, width - 2)).map { Row(x: 2, text: $0, style: style) }
    }
    let lines = TextWidth.wrap(String(text.dropFirst(2)), width: max(8, width - 4))
    return lines.enumerated().map { index, line in
      Row(x: index == 0 ? 2 : 4, text: index == 0 ? "– " + line : line, style: style)
    }
  }
}
