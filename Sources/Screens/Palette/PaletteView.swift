import Journey
import Terminal

/// The palette, over the screen it was called on.
struct PaletteView {
  let model: Model
  let palette: PaletteState

  func draw(on canvas: inout Canvas) {
    let found = palette.found(model.language)
    let height = min(model.room.rows - 4, max(8, min(found.count + 4, 24)))
    let area = model.room.rect.centered(Size(columns: min(92, model.size.columns - 4), rows: height))
    let frame = Rect(x: area.x, y: min(area.y, 3), width: area.width, height: area.height)
    canvas.fill(frame, style: .normal)
    let title =
      switch palette.kind {
      case .all: Phrase("Opdracht", "Command")
      case .acts: Phrase("Alle handelingen", "All actions")
      case .municipalities: Words.municipality
      case .views: Words.views
      case .removal: Phrase("Verwijder weergave", "Remove view")
      }
    canvas.box(frame, title: title[model.language], style: .borderFocused)
    let inside = frame.inset(2, 1)
    canvas.put("› ", x: inside.x, y: inside.y, style: .accent)
    canvas.put(palette.line.text, x: inside.x + 2, y: inside.y, width: max(0, inside.width - 2), style: .field)
    let rows = max(0, inside.height - 2)
    let index = min(palette.index, max(0, found.count - 1))
    let top = max(0, min(index - rows / 2, found.count - rows))
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

  private func draw(_ entry: Binding, in row: Rect, isCursor: Bool, on canvas: inout Canvas) {
    let name = entry.name[model.language]
    let nameWidth = min(26, row.width / 2)
    canvas.put(
      entry.keyText(model.language), x: row.x + 1, y: row.y, width: 6, style: entry.refusal == nil ? .keyName : .dim)
    canvas.put(name, x: row.x + 8, y: row.y, width: nameWidth, style: entry.refusal == nil ? .normal : .dim)
    let text = entry.refusal?.text(model.language) ?? entry.help[model.language]
    let x = row.x + 9 + nameWidth
    canvas.put((entry.refusal == nil ? "" : "✗ ") + text, x: x, y: row.y, width: max(0, row.endX - x), style: .dim)
    if isCursor {
      canvas.restyle(row, role: entry.refusal == nil ? .selected : .selectedDim)
      canvas.put("▌", x: row.x, y: row.y, style: entry.refusal == nil ? .selected : .selectedDim)
    }
  }
}

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

/// Labels and what they say, in a frame in the middle.
struct TextView {
  let model: Model
  let text: TextState

  private var columns: Int { min(84, model.size.columns - 4) }
  private var label: Int { min(20, text.lines.map { TextWidth.of($0.label) }.max() ?? 0) }

  /// Wrapped, with the label on the first row of each.
  private var rows: [(String, String)] {
    let width = max(8, columns - 5 - (label == 0 ? 0 : label + 1))
    return text.lines.flatMap { line in
      TextWidth.wrap(line.text, width: width).enumerated().map { ($0 == 0 ? line.label : "", $1) }
    }
  }

  /// The last row that can stand on top.
  var last: Int { max(0, rows.count - max(0, min(rows.count + 4, model.room.rows - 3) - 4)) }

  func draw(on canvas: inout Canvas) {
    let (rows, label) = (rows, label)
    let width = max(8, columns - 5 - (label == 0 ? 0 : label + 1))
    let frame = model.room.rect.centered(Size(columns: columns, rows: min(rows.count + 4, model.room.rows - 3)))
    canvas.fill(frame, style: .normal)
    canvas.box(frame, title: text.title, style: .borderFocused)
    let inside = frame.inset(2, 2)
    let top = max(0, min(text.top, rows.count - inside.height))
    canvas.cursor = (inside.x, inside.y)
    for (index, row) in rows[top...].prefix(inside.height).enumerated() {
      canvas.put(row.0, x: inside.x, y: inside.y + index, width: label, style: .dim)
      canvas.put(row.1, x: inside.x + (label == 0 ? 0 : label + 1), y: inside.y + index, width: width)
    }
  }
}

/// Somebody was there first: what they did, what was typed, and that it is kept.
struct ConflictView {
  let model: Model
  let conflict: ConflictState

  func draw(on canvas: inout Canvas) {
    let l = model.language
    var lines: [(label: String, text: String)] = [("", conflict.why.text(l)), ("", "")]
    lines.append((Phrase("Intussen", "Meanwhile")[l], conflict.news.isEmpty ? "–" : conflict.news[0]))
    lines += conflict.news.dropFirst().map { ("", $0) }
    lines.append(("", ""))
    lines.append((Phrase("U typte", "You typed")[l], ""))
    lines += conflict.typed.map { ("  " + $0.label, $0.text) }
    lines.append(("", ""))
    let keys = Phrase(
      "Wat u typte is bewaard. ⏎ terug naar het formulier, Esc naar het dossier.",
      "What you typed is kept. ⏎ back to the form, Esc to the dossier.")
    lines.append(("", keys[l]))
    let title = Phrase("Het dossier is intussen veranderd", "The dossier changed meanwhile")[l]
    TextView(model: model, text: TextState(title: title, lines: lines)).draw(on: &canvas)
  }
}
