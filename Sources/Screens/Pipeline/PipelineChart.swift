import Casebook
import Journey
import Terminal

/// What is drawn on Doorstroom beside the board, with what its parts stand for.
struct PipelineChart: Sendable {
  /// A number of the chart, and whose it is.
  struct Part: Sendable, Hashable {
    var name: Phrase
    var figure: Figure
    /// The number itself, with what it counts.
    var count: Phrase
    /// The row of the table it stands in, the header left out; nil: in none alone.
    var row: Int?
  }

  var view: PipelineView
  var area: Area
  var chart: any Chart
  /// What Enter lists, in the order of the chart; none where no list has just its households.
  var parts: [Part] = []

  /// The households it rests on, where not on all.
  var sample: SampleSize? { (chart as? AgeingChart)?.sample }

  /// Before the name of a part.
  var lead: Phrase {
    switch view {
    case .days: Phrase("wie dagen had bij ", "who had days with ")
    case .contact: Phrase("nog niet gebeld uit ", "not called yet of ")
    default: Phrase(same: "")
    }
  }

  /// Rows of the table open what stands in them, so that one of them is under the cursor.
  var opensRows: Bool { parts.contains { $0.row != nil } }
}

/// The chart in a frame, or its numbers.
struct ChartPane {
  let model: Model

  func draw(in area: Rect, on canvas: inout Canvas) {
    let (state, l) = (model.pipeline, model.language)
    guard let shown = state.chart, shown.view == state.view else {
      canvas.box(area, title: state.view.name[l])
      canvas.put(Words.loading[l], x: area.x + 2, y: area.y + 2, style: .dim)
      canvas.cursor = (area.x + 2, area.y + 2)
      return
    }
    canvas.box(area, title: shown.chart.title[l])
    let inside = area.inset(2, 1)
    canvas.cursor = (inside.x, inside.y)
    if state.showsNumbers {
      NumberTable(shown.chart, l).draw(
        in: inside, from: state.row, cursor: shown.opensRows ? state.row : nil, on: &canvas)
    } else {
      let (picture, words) = shown.parts.isEmpty ? (inside, nil) : halves(inside)
      shown.chart.draw(in: picture, l, on: &canvas)
      if let words { parts(shown, in: words, on: &canvas) }
    }
  }

  private func halves(_ inside: Rect) -> (Rect, Rect?) {
    let (rest, bottom) = inside.split(bottom: 2)
    return (rest, bottom)
  }

  /// What Enter lists; the one under the cursor is always there, with its number above.
  private func parts(_ shown: PipelineChart, in area: Rect, on canvas: inout Canvas) {
    let l = model.language
    var x =
      area.x
      + canvas.put(
        (Phrase("⏎ toont ", "⏎ shows ") + shown.lead)[l], x: area.x, y: area.endY - 1, style: .dim)
    func width(_ index: Int) -> Int { TextWidth.of(shown.parts[index].name[l]) + 2 }
    let cursor = min(model.pipeline.row, shown.parts.count - 1)
    if area.height > 1 {
      let part = shown.parts[cursor]
      canvas.put(part.name[l] + ": " + part.count[l], x: area.x, y: area.y, width: area.width, style: .strong)
    }
    var (first, room) = (cursor, area.endX - x - width(cursor))
    while first > 0, room >= width(first - 1) {
      first -= 1
      room -= width(first)
    }
    for index in first..<shown.parts.count {
      let name = shown.parts[index].name[l]
      let isCursor = index == cursor
      let text = isCursor ? "[\(name)]" : name
      guard x + TextWidth.of(text) <= area.endX else { return }
      if isCursor { canvas.cursor = (x, area.endY - 1) }
      x += canvas.put(text, x: x, y: area.endY - 1, style: isCursor ? .selected : .normal) + 2
    }
  }
}
