import Journey
import Terminal

/// The guide of the tour: what to try now and what it is good for. On a low screen only what to try.
struct TourView {
  let model: Model
  let tour: TourState

  func draw(on canvas: inout Canvas) {
    let rows = model.tourRows
    let area = Rect(x: 0, y: model.size.rows - 2 - rows, width: model.size.columns, height: rows)
    canvas.fill(area, style: .normal)
    if rows > 1 { canvas.hline(x: 0, y: area.y, width: area.width) }
    head(y: area.y, isAlone: rows == 1, on: &canvas)
    guard rows > 1 else { return }
    let lines = TextWidth.wrap((first ?? why)[model.language], width: area.width - 4).prefix(rows - 1)
    for (index, line) in lines.enumerated() {
      canvas.put(line, x: 2, y: area.y + 1 + index, style: first == nil ? .normal : .warning)
    }
    let ticks = tour.marks.enumerated().map { $0 == tour.index ? "◉" : Self.sign($1) }.joined()
    let used = lines.count == rows - 1 ? TextWidth.of(lines.last ?? "") + 3 : 0
    guard used + TextWidth.of(ticks) + 2 <= area.width else { return }
    canvas.put(ticks, x: area.width - 2 - TextWidth.of(ticks), y: area.endY - 1, style: .accent)
  }

  private func head(y: Int, isAlone: Bool, on canvas: inout Canvas) {
    let l = model.language
    var x = 1
    x += canvas.put(" \(progress[l]) ", x: x, y: y, style: Style(.accent, bold: true))
    let text = (isAlone ? first : nil) ?? tour.step?.what ?? TourStep.end.what
    x += canvas.put(text[l] + " ", x: x, y: y, style: .strong)
    let keys = (model.isFree ? model.tourKeys : []).map { (" " + $0.keyText(l), " " + $0.name[l]) }
    let width = keys.reduce(1) { $0 + TextWidth.of($1.0) + TextWidth.of($1.1) }
    guard !keys.isEmpty, x + width < model.size.columns else { return }
    x = model.size.columns - 1 - width
    for (key, name) in keys {
      x += canvas.put(key, x: x, y: y, style: .keyName)
      x += canvas.put(name, x: x, y: y, style: .keyText)
    }
    canvas.put(" ", x: x, y: y)
  }

  private var progress: Phrase {
    let (place, count) = (tour.index + 1, tour.steps.count)
    return tour.step == nil ? Phrase("✓ klaar", "✓ done") : Phrase("\(place) van \(count)", "\(place) of \(count)")
  }

  private var why: Phrase { tour.step?.why ?? TourStep.end.why }

  private var first: Phrase? { model.isFree ? tour.step?.first(model) : nil }

  private static func sign(_ mark: TourState.Mark) -> String {
    switch mark {
    case .open: "○"
    case .done: "✓"
    case .passed: "–"
    }
  }
}
