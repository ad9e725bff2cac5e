import Casebook
import Journey
import Terminal

/// What is drawn on Doorstroom beside the board, with what its parts stand for.
struct PipelineChart: Sendable {
  var view: PipelineView
  var area: Area
  var chart: any Chart
  /// Whose turn the days were, in the order of the chart; the households that wait on them now can be listed.
  var parties: [PartyID] = []
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
      NumberTable(shown.chart, l).draw(in: inside, from: state.row, on: &canvas)
    } else {
      let (picture, words) = shown.parties.isEmpty ? (inside, nil) : halves(inside)
      shown.chart.draw(in: picture, l, on: &canvas)
      if let words { parties(shown, in: words, on: &canvas) }
    }
  }

  private func halves(_ inside: Rect) -> (Rect, Rect?) {
    let (rest, bottom) = inside.split(bottom: 2)
    return (rest, bottom)
  }

  /// Whose households Enter lists.
  private func parties(_ shown: PipelineChart, in area: Rect, on canvas: inout Canvas) {
    let l = model.language
    var x =
      area.x
      + canvas.put(
        Phrase("⏎ toont wie nu wacht op ", "⏎ shows who waits now on ")[l], x: area.x, y: area.endY - 1, style: .dim)
    for (index, party) in shown.parties.enumerated() {
      let name = party.rawValue.isEmpty ? Phrase("niemand", "nobody")[l] : model.rules.party(party)[l]
      let isCursor = index == min(model.pipeline.row, shown.parties.count - 1)
      let text = isCursor ? "[\(name)]" : name
      guard x + TextWidth.of(text) <= area.endX else { return }
      if isCursor { canvas.cursor = (x, area.endY - 1) }
      x += canvas.put(text, x: x, y: area.endY - 1, style: isCursor ? .selected : .normal) + 2
    }
  }
}
