import Casebook
import Journey
import Terminal

/// Doorstroom: a line that says what one looks at, and below it the board or a chart.
struct PipelineScreen {
  let model: Model

  private var state: PipelineState { model.pipeline }
  private var l: Language { model.language }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let (title, rest) = area.split(top: 1)
    if let past = state.past { banner(past.day, in: title, on: &canvas) } else { heading(in: title, on: &canvas) }
    if state.view == .board {
      BoardView(model: model).draw(in: rest, on: &canvas)
    } else {
      ChartPane(model: model).draw(in: rest, on: &canvas)
    }
  }

  private func heading(in row: Rect, on canvas: inout Canvas) {
    let left = " " + Self.heading(model)
    let width = canvas.put(left, x: row.x, y: row.y, width: min(TextWidth.of(left), row.width), style: .title)
    guard state.view == .board, !state.showsGroups else { return }
    let signs = CardView.legend(l)
    let legends = [CardView.order[l] + " · " + signs, signs]
    guard let legend = legends.first(where: { TextWidth.of($0) + width + 3 <= row.width }) else { return }
    canvas.put(legend, x: row.endX - TextWidth.of(legend) - 1, y: row.y, style: .dim)
  }

  /// `Doorstroom ── 2.048 huishoudens onderweg · 821 te laat · per aan zet`.
  static func heading(_ model: Model) -> String {
    let (state, l) = (model.pipeline, model.language)
    var parts: [String] = []
    if let board = state.board {
      let heads = Board.onTheWay.map { BoardHead(board, $0) }
      let (count, late) = (heads.reduce(0) { $0 + $1.households }, heads.reduce(0) { $0 + ($1.overdue ?? 0) })
      parts.append(Phrase("\(count.grouped(l)) onderweg", "\(count.grouped(l)) on their way")[l])
      parts.append(Phrase("\(late.grouped(l)) te laat", "\(late.grouped(l)) late")[l])
    }
    if let group = state.entered {
      parts.append(group.grouping.name[l].lowercasedFirst + ": " + group.name(model.rules)[l])
    } else if let grouping = state.grouping {
      parts.append(Phrase("per ", "by ")[l] + grouping.name[l].lowercasedFirst)
    }
    return Model.Tab.pipeline.name[l] + (parts.isEmpty ? "" : " ── ") + parts.joined(separator: " · ")
  }

  private func banner(_ day: Day, in row: Rect, on canvas: inout Canvas) {
    canvas.fill(row, style: .today)
    let text = Self.banner(day, l)
    let back = Phrase("q: terug naar nu", "q: back to now")[l]
    canvas.put(" " + text, x: row.x, y: row.y, width: row.width, style: Style(.today, bold: true))
    guard TextWidth.of(text) + TextWidth.of(back) + 4 <= row.width else { return }
    canvas.put(back, x: row.endX - TextWidth.of(back) - 1, y: row.y, style: .today)
  }

  static func banner(_ day: Day, _ l: Language) -> String {
    let name = DayText.long(day, l)
    return Phrase(
      "Zoals het stond op \(name), met de regels van die dag", "As it stood on \(name), with the rules of that day")[l]
  }
}
