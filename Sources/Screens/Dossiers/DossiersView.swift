import Journey
import Terminal

/// All dossiers, filtered and sorted.
struct DossiersView {
  let model: Model

  func draw(in area: Rect, on canvas: inout Canvas) {
    let l = model.language
    var title = Words.dossiers[l]
    if let count = model.allList.count { title += " ── " + (count.isCapped ? "> " : "") + count.number.grouped(l) }
    title += " · " + Self.order(model.allList.ask.order)[l]
    canvas.box(area, title: title)
    ListView(model: model, list: model.allList, isFocused: true).draw(
      in: area.inset(1, 1), on: &canvas, withNumber: true)
  }

  static func order(_ order: Ask.Order) -> Phrase {
    switch order {
    case .urgency: Phrase("op urgentie", "by urgency")
    case .name: Phrase("op naam", "by name")
    case .waiting: Phrase("langst wachtend", "longest waiting")
    case .newest: Phrase("nieuwste eerst", "newest first")
    case .stage: Phrase("op fase", "by stage")
    }
  }
}
