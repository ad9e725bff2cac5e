import Journey
import Terminal

/// The help: all that works on this screen.
struct HelpView {
  let model: Model
  let help: HelpState

  func draw(on canvas: inout Canvas) {
    let frame = model.room.rect.centered(Size(columns: min(100, model.size.columns - 2), rows: model.room.rows - 3))
    canvas.fill(frame, style: .normal)
    canvas.box(
      frame, title: Phrase("Hulp: wat hier kan", "Help: what can be done here")[model.language], style: .borderFocused)
    let inside = frame.inset(2, 1)
    let search = Phrase("Typ om te zoeken", "Type to search")[model.language]
    canvas.put(
      help.line.isEmpty ? search : help.line.text, x: inside.x, y: inside.y, width: inside.width, style: .field)
    let rows = help.rows(model.language)
    if rows.isEmpty {
      canvas.put(
        Phrase("Niets met dat woord of die toets.", "Nothing with that word or key.")[model.language], x: inside.x,
        y: inside.y + 2, width: inside.width, style: .dim)
    }
    let height = max(0, inside.height - 2)
    let at = rows.firstIndex { $0.binding != nil && $0.index == help.index } ?? 0
    let top = max(0, min(at - height / 2, rows.count - height))
    for (index, row) in rows[top...].prefix(height).enumerated() {
      let y = inside.y + 2 + index
      if let heading = row.heading { canvas.put(heading, x: inside.x, y: y, width: inside.width, style: .title) }
      guard let binding = row.binding else { continue }
      let place = Rect(x: inside.x, y: y, width: inside.width, height: 1)
      canvas.mark(place, tag: Target.item(row.index).tag)
      defer {
        if row.index == help.index {
          canvas.restyle(place, role: binding.refusal == nil ? .selected : .selectedDim)
          canvas.put("▌", x: place.x, y: y, style: binding.refusal == nil ? .selected : .selectedDim)
        }
      }
      let keys = binding.keys.prefix(2).map { Binding.name($0, model.language) }.filter { !$0.isEmpty }.joined(
        separator: " ")
      canvas.put(keys, x: inside.x + 2, y: y, width: 8, style: binding.refusal == nil ? .keyName : .dim)
      canvas.put(
        binding.name[model.language], x: inside.x + 11, y: y, width: min(24, inside.width - 11),
        style: binding.refusal == nil ? .normal : .dim)
      let text = binding.refusal.map { "✗ " + $0.text(model.language) } ?? binding.help[model.language]
      canvas.put(text, x: inside.x + 36, y: y, width: max(0, inside.width - 36), style: .dim)
    }
    if rows.count > height {
      let text = " \(top + 1)–\(min(rows.count, top + height)) / \(rows.count) "
      canvas.put(text, x: frame.endX - 2 - TextWidth.of(text), y: frame.endY - 1, style: .dim)
    }
    canvas.cursor = (min(inside.x + help.line.lead, inside.endX - 1), inside.y)
  }
}
