import Casebook
import Journey
import Terminal

/// A table of dossiers.
struct ListView {
  let model: Model
  let list: ListState
  let isFocused: Bool

  func draw(in area: Rect, on canvas: inout Canvas, withNumber: Bool = false) {
    guard area.height > 1, area.width > 4 else { return }
    let layout = ListLayout(chosen: list.columns, language: model.language, isNumbered: withNumber)
    let columns = layout.columns(width: area.width)
    var x = area.x + 3
    for (column, width) in columns {
      canvas.put(
        title(column, width), x: x, y: area.y, width: min(width, area.endX - x), style: .dim, align: align(column))
      x += width + 1
    }
    let rows = area.height - 1
    if list.lines.isEmpty {
      let text = list.isLoaded ? model.emptyText(of: list) : Words.loading
      for (index, line) in TextWidth.wrap(text[model.language], width: area.width - 4).prefix(rows - 1).enumerated() {
        canvas.put(line, x: area.x + 2, y: area.y + 2 + index, style: .dim)
      }
      canvas.cursor = (area.x + 2, area.y + 2)
      return
    }
    let top = list.top(rows: rows)
    for (row, line) in list.lines[top...].prefix(rows).enumerated() {
      let place = Rect(x: area.x, y: area.y + 1 + row, width: area.width, height: 1)
      draw(line, columns, in: place, on: &canvas)
      canvas.mark(place, tag: Target.row(line.id).tag)
    }
  }

  private func draw(_ line: Line, _ columns: [ListLayout.Placed], in row: Rect, on canvas: inout Canvas) {
    let isCursor = line.id == list.cursor
    // Marked up to and with the name: a whole row would be sent twice for every step over a slow line.
    var (isMarked, mark) = (isCursor, 0)
    var x = row.x + 3
    for (column, width) in columns {
      let style = isMarked ? Style.normal : style(column, line)
      canvas.put(
        text(column, line), x: x, y: row.y, width: max(0, min(width, row.endX - x)), style: style, align: align(column))
      x += width + 1
      if column == .name {
        mark = x - row.x
        isMarked = false
      }
    }
    let isPicked = model.marks.contains(line.id)
    if isPicked { canvas.put("✓", x: row.x + 1, y: row.y, style: .marked) }
    if list.changed.contains(line.id) {
      canvas.put("•", x: row.x + (isPicked ? 2 : 1), y: row.y, style: .accent)
    }
    guard isCursor else { return }
    canvas.put("▌", x: row.x, y: row.y)
    canvas.restyle(
      Rect(x: row.x, y: row.y, width: mark, height: 1), role: isFocused ? .selected : .selectedDim)
    canvas.cursor = (row.x, row.y)
  }

  /// `Fase ↓2`: the second thing it is sorted by, the other way round.
  private func title(_ column: Column, _ width: Int) -> String {
    let name = column.title[model.language]
    let sort = list.sort
    guard let index = sort.firstIndex(where: { $0.by.column == column }) else { return name }
    let arrow = (sort[index].falls ? "↓" : "↑") + (sort.count > 1 ? String(index + 1) : "")
    // Where both do not fit, the name gives way.
    return TextWidth.of(name) + 1 + TextWidth.of(arrow) <= width
      ? name + " " + arrow : TextWidth.fit(name, width: max(0, width - TextWidth.of(arrow))) + arrow
  }

  private func align(_ column: Column) -> Align { column == .persons ? .right : .left }

  private func text(_ column: Column, _ line: Line) -> String {
    switch column {
    case .due: model.days.due(line.due)
    case .number: line.id.description
    case .name: line.name
    case .persons: line.personsInFigures
    case .stage: line.stage.name[model.language]
    case .municipality: line.municipality
    case .turn: model.rules.who(line.waitingOn, user: model.user, model.language)
    case .silence:
      line.silence(model.today).map { "\($0) d" + (line.isSilent(model.today, model.rules) ? " !" : "") } ?? ""
    case .next: line.dueTitle[model.language]
    case .owner: line.owner
    case .blocker: line.blocker.map { model.rules.blocker($0)[model.language] } ?? ""
    case .reception: line.reception
    case .origin: line.origin
    case .changed: line.changed.map { model.days.plain($0).trimmed } ?? ""
    }
  }

  private func style(_ column: Column, _ line: Line) -> Style {
    switch column {
    case .due:
      guard let due = line.due else { return .dim }
      return due < model.today ? .bad : due <= model.today + 1 ? .warning : .normal
    case .name: return .strong
    case .silence: return line.isSilent(model.today, model.rules) ? .warning : .dim
    case .number, .next, .owner, .reception, .origin, .changed: return .dim
    case .blocker: return .warning
    default: return .normal
    }
  }
}

extension Model {
  /// Why a list has no rows, and what would show some.
  func emptyText(of list: ListState) -> Phrase {
    if tab == .pipeline { return Phrase("In deze kolom staat niemand.", "Nobody is in this column.") }
    if !list.ask.filter.isEmpty {
      let none = list.ask.owner == nil ? Words.noneFound : Words.noneOfMine
      let query = try? Query.parse(list.ask.filter, today: today, rules: rules, user: user).get()
      return query?.shortWords.map { none + Phrase(same: " ") + $0 } ?? none
    }
    if list.ask.area != .country || list.ask.owner != nil {
      return Words.none(in: list.ask.area, mine: list.ask.owner != nil)
    }
    return tab == .today ? Words.noneToday : Words.noneYet
  }
}
