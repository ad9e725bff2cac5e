import Journey
import Terminal

/// The plan in the place of the story: the household's own goals first, beside them who helps with what and when.
struct PlanPane {
  let model: Model
  let state: DossierState

  private var words: PlanWords { PlanWords(model: model, state: state) }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let isFocused = state.pane == .story
    Pane.frame(area, title: Words.plan[model.language], isFocused: isFocused, on: &canvas)
    canvas.mark(area, tag: Target.pane(.story).tag)
    let inside = area.inset(1, 1)
    let top = max(0, min(state.planRow - inside.height + 1, state.plan.count - inside.height))
    for (index, line) in state.plan.enumerated().dropFirst(top).prefix(inside.height) {
      let row = Rect(x: inside.x, y: inside.y + index - top, width: inside.width, height: 1)
      draw(line, in: row, on: &canvas)
      guard index == state.planRow else { continue }
      canvas.restyle(row, role: isFocused ? .selected : .selectedDim)
      canvas.put("▌", x: row.x, y: row.y, style: isFocused ? .selected : .selectedDim)
      if isFocused { canvas.cursor = (row.x, row.y) }
    }
    Pane.position(area, top: top, height: inside.height, count: state.plan.count, on: &canvas)
  }

  private func draw(_ line: PlanLine, in row: Rect, on canvas: inout Canvas) {
    var isAgreed: Bool { if case .agreed = line { true } else { false } }
    if words.isHeading(line) || isAgreed {
      canvas.put(
        words.text(line), x: row.x + 1, y: row.y, width: row.width - 1, style: isAgreed ? .dim : .strong)
      return
    }
    let day = words.day(line)
    let isLate = day.map { $0 < model.today } ?? false
    let isPast = isPast(line)
    let style: Style = isPast ? .dim : isLate ? .bad : .normal
    canvas.put(
      isPast ? "✓" : isLate ? "!" : "○", x: row.x + 2, y: row.y, style: isPast ? .dim : isLate ? .bad : .accent)
    let dayWidth = day.map { $0.year != model.today.year } == true ? 9 : 7
    canvas.put(day.map(model.days.plain) ?? "", x: row.x + 4, y: row.y, width: dayWidth, style: .dim)
    let x = row.x + 4 + dayWidth + 1
    let aside = words.aside(line)
    let room = row.width >= 56 ? min(TextWidth.of(aside), row.width / 3) : 0
    canvas.put(
      words.text(line), x: x, y: row.y, width: max(0, row.endX - x - (room == 0 ? 0 : room + 1)), style: style)
    if room > 0 { canvas.put(aside, x: row.endX - room, y: row.y, width: room, style: .dim) }
  }

  private func isPast(_ line: PlanLine) -> Bool {
    switch line {
    case .goal(let goal): !goal.isOpen
    case .drawn(let drawn): !drawn.isNeeded
    default: false
    }
  }
}
