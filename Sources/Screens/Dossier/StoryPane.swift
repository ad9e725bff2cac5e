import Journey
import Terminal

/// The river: what is to come above the line of today, what happened below it, each with who.
struct StoryPane {
  let model: Model
  let state: DossierState

  private enum Row { case line(RiverLine), today }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let isFocused = state.pane == .story
    var title = Words.story[model.language]
    if let person = state.filter.flatMap(state.dossier.person) { title += " · " + person.given }
    Pane.frame(area, title: title, isFocused: isFocused, on: &canvas)
    let inside = area.inset(1, 1)
    canvas.mark(area, tag: Target.pane(.story).tag)
    var rows = state.lines.map(Row.line)
    let first = state.lines.firstIndex(where: \.isPast) ?? state.lines.count
    rows.insert(.today, at: first)
    let cursor = state.cursorIndex >= first ? state.cursorIndex + 1 : state.cursorIndex
    let height = inside.height
    // Today about a third from the top, as long as the cursor stays in view.
    var top = max(0, first - max(1, height / 3))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, rows.count - height))
    for (index, row) in rows[top...].prefix(height).enumerated() {
      let place = Rect(x: inside.x, y: inside.y + index, width: inside.width, height: 1)
      switch row {
      case .today: todayLine(in: place, on: &canvas)
      case .line(let line):
        draw(line, in: place, isFocused: isFocused, on: &canvas)
        let at = top + index
        canvas.mark(place, tag: Target.line(at > first ? at - 1 : at).tag)
      }
    }
    Pane.position(area, top: top, height: height, count: rows.count, on: &canvas)
  }

  private func todayLine(in row: Rect, on canvas: inout Canvas) {
    let text = " " + Phrase("vandaag", "today")[model.language] + ", " + model.days.plain(model.today).trimmed + " "
    let lead = min(9, max(0, (row.width - TextWidth.of(text)) / 2))
    canvas.fill(row, style: .normal)
    canvas.put(String(repeating: "╌", count: row.width), x: row.x, y: row.y, style: .accent)
    canvas.put(text, x: row.x + lead, y: row.y, width: min(TextWidth.of(text), row.width), style: .today)
  }

  private func draw(_ line: RiverLine, in row: Rect, isFocused: Bool, on canvas: inout Canvas) {
    let isLate = !line.isPast && (line.day.map { $0 < model.today } ?? false)
    let isDim = line.isTakenBack || line.folded != nil
    let sign = line.isTakenBack ? "✗" : line.isPast ? "●" : isLate ? "!" : "○"
    let dayWidth = line.day.map { $0.year != model.today.year } == true ? 9 : 7
    let day = line.day.map { model.days.plain($0) } ?? Phrase("wanneer?", "when?")[model.language]
    let who = self.who(line)
    let whoWidth = row.width >= 56 ? min(22, row.width / 4) : row.width >= 40 ? 12 : 0
    let textX = row.x + 3 + max(dayWidth, 8) + 1
    let textWidth = max(0, row.endX - textX - (whoWidth == 0 ? 0 : whoWidth + 1))
    let style: Style = isDim ? .dim : isLate ? .bad : line.isPast ? .normal : .accent
    canvas.put(
      sign, x: row.x + 1, y: row.y, style: isDim ? .dim : isLate ? .bad : line.isPast ? .good : .accent)
    canvas.put(day, x: row.x + 3, y: row.y, width: max(dayWidth, 8), style: .dim)
    canvas.put(text(line), x: textX, y: row.y, width: textWidth, style: style)
    if whoWidth > 0 { canvas.put(who, x: row.endX - whoWidth, y: row.y, width: whoWidth, style: .dim) }
    guard line.key == state.cursor else { return }
    canvas.restyle(row, role: isFocused ? .selected : .selectedDim)
    canvas.put("▌", x: row.x, y: row.y, style: isFocused ? .selected : .selectedDim)
    if isFocused { canvas.cursor = (row.x, row.y) }
  }

  func text(_ line: RiverLine) -> String {
    let l = model.language
    if let step = line.step {
      let person = step.person.flatMap(state.dossier.person).map { " · " + $0.given } ?? ""
      return step.title[l] + person
    }
    if let folded = line.folded { return folded.text(l, user: model.user) }
    guard let event = line.event else { return "" }
    let words = EventWords(dossier: state.dossier, rules: model.rules, language: l, user: model.user, isBrief: true)
    let mark =
      line.isTakenBack
      ? Phrase(" (teruggenomen)", " (taken back)")[l]
      : line.isCorrected ? Phrase(" (gecorrigeerd)", " (corrected)")[l] : ""
    return words.line(event).replacingNewlines + mark
  }

  func who(_ line: RiverLine) -> String {
    if let step = line.step { return model.rules.who(step.owner, user: model.user, model.language) }
    return line.event.map { $0.actor.name.ifEmpty(model.rules.party($0.actor.party)[model.language]) } ?? ""
  }
}

/// What panes have in common.
enum Pane {
  static func frame(_ area: Rect, title: String, isFocused: Bool, on canvas: inout Canvas) {
    canvas.box(area, title: title, style: .border, titleStyle: isFocused ? Style(.title, underline: true) : .dim)
  }

  /// `12–30 / 87` in the bottom edge when there is more than fits.
  /// - Parameter more: said after it, such as which key reads on.
  static func position(
    _ area: Rect, top: Int, height: Int, count: Int, more: String? = nil, on canvas: inout Canvas
  ) {
    guard count > height, area.width > 24 else { return }
    let text = " \(top + 1)–\(min(count, top + height)) / \(count) " + (more.map { "· \($0) " } ?? "")
    canvas.put(text, x: area.endX - 2 - TextWidth.of(text), y: area.endY - 1, style: .dim)
  }
}

extension String {
  var replacingNewlines: String { String(map { $0.isNewline ? " " : $0 }) }
}
