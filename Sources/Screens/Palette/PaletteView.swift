import Journey
import Terminal

/// The palette, over the screen it was called on.
struct PaletteView {
  let model: Model
  let palette: PaletteState

  func draw(on canvas: inout Canvas) {
    let found = palette.found(model.language)
    let width = min(palette.kind == .organisations ? 150 : 92, model.size.columns - 4)
    // What is said whole below a short list does not take the place of its rows.
    let below = found.count > 20 ? 0 : found.map { wholeText(of: $0, width: width - 4).count }.max() ?? 0
    let height = min(model.room.rows - 4, max(8, min(found.count + 4 + below, 24)))
    let area = model.room.rect.centered(Size(columns: width, rows: height))
    let frame = Rect(x: area.x, y: min(area.y, 3), width: area.width, height: area.height)
    canvas.fill(frame, style: .normal)
    let title =
      switch palette.kind {
      case .all: Phrase("Opdracht", "Command")
      case .acts: Phrase("Alle handelingen", "All actions")
      case .areas: Words.area
      case .views: Words.views
      case .removal: Phrase("Verwijder weergave", "Remove view")
      case .drafts: Phrase("Concepten", "Drafts")
      case .discard: Phrase("Concept weggooien", "Discard draft")
      case .numbers: Phrase("Achter welk cijfer", "Behind which number")
      case .scenarios: Phrase("Bewaarde scenario's", "Saved scenarios")
      case .households: Phrase("Welke huishoudens", "Which households")
      case .organisations: Phrase("Organisaties", "Organisations")
      case .connection: Phrase("Van land naar stad: wie, en wat te doen", "From country to town: who, and what to do")
      }
    canvas.box(frame, title: title[model.language], style: .borderFocused)
    let inside = frame.inset(2, 1)
    canvas.put("› ", x: inside.x, y: inside.y, style: .accent)
    canvas.put(palette.line.text, x: inside.x + 2, y: inside.y, width: max(0, inside.width - 2), style: .field)
    let index = min(palette.index, max(0, found.count - 1))
    let whole = found.indices.contains(index) ? wholeText(of: found[index], width: inside.width) : []
    let rows = max(0, inside.height - 2 - whole.count)
    for (row, line) in whole.enumerated() {
      canvas.put(line, x: inside.x, y: inside.endY - whole.count + row, width: inside.width)
    }
    let top = max(0, min(index - rows / 2, found.count - rows))
    Pane.position(frame, top: top, height: rows, count: found.count, on: &canvas)
    if found.isEmpty {
      canvas.put(nothing[model.language], x: inside.x, y: inside.y + 2, width: inside.width, style: .dim)
    }
    for (row, entry) in found[min(top, found.count)...].prefix(rows).enumerated() {
      let place = Rect(x: inside.x, y: inside.y + 2 + row, width: inside.width, height: 1)
      draw(entry, in: place, isCursor: top + row == index, on: &canvas)
      canvas.mark(place, tag: Target.item(top + row).tag)
    }
    canvas.cursor = (min(inside.x + 2 + palette.line.lead, inside.endX - 1), inside.y)
  }

  private let nothing = Phrase("Niets met die naam.", "Nothing by that name.")

  /// Of numbers the name says most: it stands whole where it can, and what it comes to as a filter takes what is left.
  private func nameWidth(_ width: Int) -> Int {
    guard palette.kind == .households else { return min(26, width / 2) }
    let longest = palette.entries.map { TextWidth.of($0.name[model.language]) }.max() ?? 0
    return min(max(26, longest), width * 2 / 3, max(0, width - 9))
  }

  private func text(_ entry: Binding) -> String {
    let text = entry.refusal?.text(model.language) ?? entry.help[model.language]
    return (entry.refusal == nil ? "" : "✗ ") + text
  }

  /// Below the list, where its row has no room for it.
  private func wholeText(of entry: Binding, width: Int) -> [String] {
    let text = text(entry)
    guard TextWidth.of(text) > width - 9 - nameWidth(width) else { return [] }
    return Array(TextWidth.wrap(text, width: width).prefix(3))
  }

  private func draw(_ entry: Binding, in row: Rect, isCursor: Bool, on canvas: inout Canvas) {
    let name = entry.name[model.language]
    let nameWidth = nameWidth(row.width)
    canvas.put(
      entry.keyText(model.language), x: row.x + 1, y: row.y, width: 6, style: entry.refusal == nil ? .keyName : .dim)
    canvas.put(name, x: row.x + 8, y: row.y, width: nameWidth, style: entry.refusal == nil ? .normal : .dim)
    let x = row.x + 9 + nameWidth
    canvas.put(text(entry), x: x, y: row.y, width: max(0, row.endX - x), style: .dim)
    if isCursor {
      canvas.restyle(row, role: entry.refusal == nil ? .selected : .selectedDim)
      canvas.put("▌", x: row.x, y: row.y, style: entry.refusal == nil ? .selected : .selectedDim)
    }
  }
}
