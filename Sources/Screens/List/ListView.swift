import Journey
import Terminal

/// A table of dossiers, its columns chosen by the width there is.
struct ListView {
  let model: Model
  let list: ListState
  let isFocused: Bool

  enum Column: CaseIterable { case due, number, name, persons, stage, municipality, turn, silence, next, owner }

  /// Name and width of each column, from left to right.
  func columns(width: Int, withNumber: Bool) -> [(Column, Int)] {
    let stage = Stage.allCases.map { TextWidth.of($0.name[model.language]) }.max() ?? 13
    var columns: [(Column, Int)] = [(.due, 13), (.name, 0), (.stage, stage)]
    if width >= 66 { columns.insert((.persons, 4), at: 2) }
    if width >= 76 { columns.append((.turn, width >= 150 ? 30 : width >= 110 ? 24 : 20)) }
    if width >= 76 { columns.append((.silence, 7)) }
    if width >= 108 { columns.append((.next, width >= 150 ? 32 : 22)) }
    if withNumber && width >= 118 { columns.insert((.number, 11), at: 1) }
    if width >= 150 { columns.insert((.municipality, 18), at: columns.count - 3) }
    if width >= 190 { columns.append((.owner, 16)) }
    let fixed = columns.reduce(0) { $0 + $1.1 + 1 }
    let name = max(8, width - 2 - fixed)
    // A very wide screen leaves room; a name needs no more than this.
    let spare = max(0, name - 44)
    return columns.map { column, size in
      column == .name ? (column, name - spare) : column == .next ? (column, size + spare) : (column, size)
    }
  }

  func draw(in area: Rect, on canvas: inout Canvas, withNumber: Bool = false) {
    guard area.height > 1, area.width > 4 else { return }
    let columns = columns(width: area.width, withNumber: withNumber)
    var x = area.x + 2
    for (column, width) in columns {
      canvas.put(title(column), x: x, y: area.y, width: min(width, area.endX - x), style: .dim, align: align(column))
      x += width + 1
    }
    let rows = area.height - 1
    if list.lines.isEmpty {
      let text = list.isLoaded ? emptyText : Words.loading
      for (index, line) in TextWidth.wrap(text[model.language], width: area.width - 4).prefix(rows - 1).enumerated() {
        canvas.put(line, x: area.x + 2, y: area.y + 2 + index, style: .dim)
      }
      canvas.cursor = (area.x + 2, area.y + 2)
      return
    }
    let top = list.top(rows: rows)
    for (row, line) in list.lines[top...].prefix(rows).enumerated() {
      draw(line, columns, in: Rect(x: area.x, y: area.y + 1 + row, width: area.width, height: 1), on: &canvas)
    }
  }

  private var emptyText: Phrase {
    if !list.ask.filter.isEmpty { return Words.noneFound }
    return model.tab == .today ? Words.noneToday : Words.noneYet
  }

  private func draw(_ line: Line, _ columns: [(Column, Int)], in row: Rect, on canvas: inout Canvas) {
    let isCursor = line.id == list.cursor
    // Marked up to and with the name: a whole row would be sent twice for every step over a slow line.
    var (isMarked, mark) = (isCursor, 0)
    var x = row.x + 2
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
    guard isCursor else { return }
    canvas.put("▌", x: row.x, y: row.y)
    canvas.restyle(
      Rect(x: row.x, y: row.y, width: mark, height: 1), role: isFocused ? .selected : .selectedDim)
    canvas.cursor = (row.x, row.y)
  }

  private func title(_ column: Column) -> String {
    let phrase =
      switch column {
      case .due: Words.due
      case .number: Words.number
      case .name: Words.household
      case .persons: Words.persons
      case .stage: Words.stage
      case .municipality: Words.municipality
      case .turn: Words.turn
      case .silence: Words.silence
      case .next: Words.next
      case .owner: Words.owner
      }
    return phrase[model.language]
  }

  private func align(_ column: Column) -> Align { column == .persons ? .right : .left }

  private func text(_ column: Column, _ line: Line) -> String {
    switch column {
    case .due: model.days.due(line.due)
    case .number: line.id.description
    case .name: line.name
    case .persons: String(line.persons)
    case .stage: line.stage.name[model.language]
    case .municipality: line.municipality
    case .turn: model.rules.who(line.waitingOn, user: model.user, model.language)
    case .silence:
      line.silence(model.today).map { "\($0) d" + (line.isSilent(model.today, model.rules) ? " !" : "") } ?? ""
    case .next: line.dueTitle[model.language]
    case .owner: line.owner
    }
  }

  private func style(_ column: Column, _ line: Line) -> Style {
    switch column {
    case .due:
      guard let due = line.due else { return .dim }
      return due < model.today ? .bad : due <= model.today + 1 ? .warning : .normal
    case .name: return .strong
    case .silence: return line.isSilent(model.today, model.rules) ? .warning : .dim
    case .number, .next, .owner: return .dim
    default: return .normal
    }
  }
}
