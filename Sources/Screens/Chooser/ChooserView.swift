import Casebook
import Journey
import Terminal

/// Columns or order being chosen, beside the list it is about.
struct ChooserView {
  let model: Model
  let chooser: ChooserState

  func draw(on canvas: inout Canvas) {
    let l = model.language
    let help = hints
    let width = min(44, model.size.columns - 4)
    let height = min(model.room.rows - 4, chooser.items.count + 3 + help.count)
    let frame = Rect(x: model.size.columns - width - 1, y: 1, width: width, height: height)
    canvas.fill(frame, style: .normal)
    canvas.box(frame, title: title[l], style: .borderFocused)
    let inside = frame.inset(2, 1)
    let rows = max(1, inside.height - help.count - 1)
    let top = max(0, min(chooser.index - rows / 2, chooser.items.count - rows))
    for (row, item) in chooser.items.enumerated().dropFirst(top).prefix(rows) {
      let place = Rect(x: inside.x - 1, y: inside.y + row - top, width: inside.width + 2, height: 1)
      draw(item, row, in: place, on: &canvas)
      canvas.mark(place, tag: Target.item(row).tag)
    }
    for (index, line) in help.enumerated() {
      let y = inside.endY - help.count + index
      canvas.put(line[l], x: inside.x, y: y, width: inside.width, style: .dim)
    }
  }

  private func draw(_ item: ChooserState.Item, _ index: Int, in row: Rect, on canvas: inout Canvas) {
    let l = model.language
    let sign = item.isOn ? "✓ \(index + 1)" : ""
    canvas.put(sign, x: row.x + 1, y: row.y, width: 5, style: item.isOn ? .marked : .dim)
    canvas.put(name(item), x: row.x + 7, y: row.y, width: max(0, row.width - 21), style: item.isOn ? .normal : .dim)
    canvas.put(detail(item)[l], x: row.endX - 13, y: row.y, width: 12, style: .dim, align: .right)
    guard index == chooser.index else { return }
    canvas.restyle(row, role: .selected)
    canvas.put("▌", x: row.x, y: row.y, style: .selected)
    canvas.cursor = (row.x, row.y)
  }

  private func name(_ item: ChooserState.Item) -> String {
    switch item.value {
    case .column(let column): column.column.title[model.language]
    case .sort(let key): key.by.name[model.language].capitalizedFirst
    }
  }

  private func detail(_ item: ChooserState.Item) -> Phrase {
    switch item.value {
    case .column(let column): Phrase(same: column.width.map { "\($0)" } ?? "")
    case .sort(let key):
      item.isOn
        ? key.isReversed ? Phrase("↓ omgekeerd", "↓ reversed") : Phrase("↑ gewoon", "↑ usual") : Phrase(same: "")
    }
  }

  private var title: Phrase {
    chooser.kind == .columns ? Phrase("Kolommen", "Columns") : Phrase("Volgorde", "Order")
  }

  private var hints: [Phrase] {
    let adjust =
      chooser.kind == .columns
      ? Phrase("← → smaller, breder", "← → narrower, wider") : Phrase("← → omgekeerd, gewoon", "← → reversed, usual")
    return [
      Phrase("spatie aan/uit · J K verschuif", "space on/off · J K move"),
      adjust + Phrase(" · 0 vanzelf", " · 0 automatic"),
    ]
  }
}
