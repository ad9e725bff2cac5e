import Journey
import Terminal

/// A form: one field a line, its label left, what is wrong right below it.
struct FormView {
  let model: Model
  let form: FormState

  private struct Row {
    var field: Int
    var text: String
    var kind: Kind
    /// Of a long text, the part on this row.
    var part: Range<Int>?
    /// Of a choice, its place among them.
    var choice = 0
    enum Kind: Equatable { case field, more, error, hint, choice(isChosen: Bool), blank, save }
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard area.height > 2 else { return }
    let l = model.language
    let whom =
      form.many.isEmpty ? form.dossier?.name ?? form.personScene?.name[l] ?? "" : Digits.dossiers(form.many.count)[l]
    let title = [form.name[l].capitalizedFirst, whom].filter { !$0.isEmpty }.joined(
      separator: " · ")
    canvas.fill(area, style: .normal)
    canvas.box(area, title: title, style: .borderFocused)
    let inside = area.inset(2, 1)
    canvas.put(form.help[l], x: inside.x, y: inside.y, width: inside.width, style: .dim)
    var top = inside.y + 2
    if let error = form.error {
      for line in TextWidth.wrap("✗ " + error, width: inside.width).prefix(3) {
        canvas.put(line, x: inside.x, y: top, width: inside.width, style: .error)
        top += 1
      }
      top += 1
    }
    let label = min(26, max(8, form.fields.map { TextWidth.of($0.label[l]) + ($0.required ? 2 : 0) }.max() ?? 8)) + 2
    let width = max(6, min(inside.width - label, 80))
    let rows = rows(width: width)
    let news = news(width: inside.width)
    let height = max(1, inside.endY - top - news.count)
    for (index, line) in news.enumerated() {
      canvas.put(line, x: inside.x, y: inside.endY - news.count + index, width: inside.width, style: .warning)
    }
    let focused = rows.firstIndex { $0.field == form.focus && [.field, .save].contains($0.kind) } ?? 0
    let last = rows.lastIndex { $0.field == form.focus } ?? 0
    let first = max(0, min(focused, max(last - height + 1, focused - height / 2)))
    let from = rows.count <= height ? 0 : min(first, rows.count - height)
    for (index, row) in rows[from...].prefix(height).enumerated() {
      draw(row, x: inside.x, label: label, width: width, y: top + index, on: &canvas)
      let place = Rect(x: inside.x, y: top + index, width: inside.width, height: 1)
      if row.field < 0 { continue }
      if case .choice = row.kind {
        canvas.mark(place, tag: Target.choice(row.choice).tag)
      } else {
        canvas.mark(place, tag: Target.field(row.field).tag)
      }
    }
    let shown = from..<min(from + height, rows.count)
    for (text, y) in [
      (hidden(rows[..<shown.lowerBound], "↑"), area.y), (hidden(rows[shown.upperBound...], "↓"), area.endY - 1),
    ] where !text.isEmpty {
      canvas.put(" \(text) ", x: max(area.x, area.endX - 4 - TextWidth.of(text)), y: y, style: .dim)
    }
  }

  /// `↓ 3 velden`: how many fields there are beyond those in view, or the line that saves alone.
  private func hidden(_ rows: ArraySlice<Row>, _ arrow: String) -> String {
    let fields = rows.count { $0.kind == .field }
    if fields > 0 {
      return arrow + " " + Digits.counted(fields, Phrase("veld", "field"), Phrase("velden", "fields"))[model.language]
    }
    return rows.contains { $0.kind == .save } ? arrow + " " + form.saveName[model.language] : ""
  }

  /// What others recorded meanwhile: the latest two, above the lower edge so that no field moves.
  private func news(width: Int) -> [String] {
    guard !form.news.isEmpty else { return [] }
    let l = model.language
    let more =
      form.news.count > 2
      ? Phrase(" (en \(form.news.count - 2) eerder)", " (and \(form.news.count - 2) before)")[l] : ""
    let head = Phrase("Intussen vastgelegd", "Recorded meanwhile")[l] + more + ": "
    let lines = form.news.suffix(2).map(\.replacingNewlines)
    return lines.enumerated().map { index, line in
      TextWidth.fit((index == 0 ? "• " + head : "  ") + line, width: width)
    }
  }

  private func rows(width: Int) -> [Row] {
    var rows: [Row] = []
    for (index, field) in form.fields.enumerated() {
      let line = form.lines[field.name] ?? TextLine()
      if field.kind == .longText {
        rows += longRows(line, index, width: width)
      } else {
        rows.append(Row(field: index, text: line.text, kind: .field))
      }
      if let error = form.errors[field.name] {
        rows += TextWidth.wrap("✗ " + error, width: width).map { Row(field: index, text: $0, kind: .error) }
      }
      if field.name == "name", let phone = form.phoneOfName(model.language) {
        rows.append(Row(field: index, text: phone[model.language], kind: .hint))
      }
      guard index == form.focus else {
        // Filled in beforehand it is easily passed by.
        if let note = form.note(field, model.days) { rows += hints("! " + note[model.language], index, width: width) }
        continue
      }
      let suggestions = form.suggestions()
      if suggestions.isEmpty {
        // Of a day that is long ago the hint says it beside the day.
        let isDay = form.longAgo(field, model.today) != nil
        let note = isDay ? nil : form.note(field, model.days).map { "! " + $0[model.language] }
        let hint =
          note
          ?? [replaced(field), noChoice(field).ifEmpty(hint(field))].filter { !$0.isEmpty }.joined(separator: " · ")
        if !hint.isEmpty && form.errors[field.name] == nil { rows += hints(hint, index, width: width) }
      }
      if !suggestions.isEmpty, case .choice = field.kind {
        let note = form.note(field, model.days).map { "! " + $0[model.language] }
        let hint = note ?? field.hint[model.language]
        if !hint.isEmpty { rows += hints(hint, index, width: width) }
      }
      let start = max(0, min(form.choice - 3, suggestions.count - 6))
      for (place, choice) in suggestions.enumerated().dropFirst(start).prefix(6) {
        rows.append(
          Row(
            field: index, text: (form.ticks ? form.isTicked(choice) ? "✓ " : "  " : "") + form.shown(choice),
            kind: .choice(isChosen: place == form.choice && form.isMarked),
            choice: place))
      }
      if suggestions.count > start + 6 {
        rows.append(Row(field: index, text: "… \(suggestions.count - start - 6)", kind: .hint))
      }
    }
    if form.fields.isEmpty {
      rows.append(
        Row(field: -1, text: Phrase("Niets in te vullen.", "Nothing to fill in.")[model.language], kind: .hint))
    } else {
      rows.append(Row(field: form.fields.count - 1, text: "", kind: .blank))
    }
    rows.append(Row(field: form.fields.count, text: form.saveName[model.language], kind: .save))
    return rows
  }

  /// On as many rows as it takes: what does not fit may be what matters.
  private func hints(_ text: String, _ field: Int, width: Int) -> [Row] {
    TextWidth.wrap(text, width: width).map { Row(field: field, text: $0, kind: .hint) }
  }

  /// At most six rows of a long text: those around the cursor.
  private func longRows(_ line: TextLine, _ field: Int, width: Int) -> [Row] {
    let all = line.rows(width: width)
    let at = all.lastIndex { $0.lowerBound <= line.cursor } ?? 0
    let first = field == form.focus ? max(0, min(at - 4, all.count - 6)) : 0
    return all[first...].prefix(6).enumerated().map { index, part in
      Row(field: field, text: String(line.letters[part]), kind: index == 0 ? .field : .more, part: part)
    }
  }

  private func replaced(_ field: Field) -> String {
    guard form.suggested.contains(field.name), form.isReplaced(field, model.language) else { return "" }
    return Phrase("voorstel: typen vervangt het, → past het aan", "suggested: typing replaces it, → edits it")[
      model.language]
  }

  /// What is typed fits none of the choices; they are all there again when it is wiped.
  private func noChoice(_ field: Field) -> String {
    switch field.kind {
    case .text, .longText, .day, .number: return ""
    case .choice, .choices, .yesNo, .municipality:
      guard form.lines[field.name]?.isEmpty == false else { return "" }
      let text = Phrase(
        "niets heet hier zo; ^U wist het en toont alle", "nothing here is called that; ^U wipes it and shows all")
      return text[model.language]
    }
  }

  private func hint(_ field: Field) -> String {
    let given = field.hint[model.language]
    if field.name == "birth", let date = form.birth(model.today) { return "= " + date.words(model.language) }
    switch field.kind {
    case .day:
      if let day = form.day(form.lines[field.name]?.text ?? "", in: field, today: model.today) {
        let ago = form.longAgo(field, model.today).map { " · ! " + $0.ago[model.language] }
        let gone =
          !field.past && day < model.today ? " · ! " + Phrase("dat is geweest", "that has been")[model.language] : nil
        return "= " + DayText.long(day, model.language) + (ago ?? gone ?? "")
      }
      return given.ifEmpty(Field.days(past: field.past)[model.language])
    case .number: return given.ifEmpty(Phrase("een getal", "a number")[model.language])
    case .longText:
      return given.ifEmpty(
        Phrase("⏎ nieuwe regel · Tab verder · ^E eigen editor", "⏎ new line · Tab on · ^E own editor")[model.language])
    default: return given
    }
  }

  private func draw(_ row: Row, x: Int, label: Int, width: Int, y: Int, on canvas: inout Canvas) {
    let at = x + label
    switch row.kind {
    case .field:
      let field = form.fields[row.field]
      let isFocused = row.field == form.focus
      let name = field.label[model.language].capitalizedFirst + (field.required ? " *" : "")
      canvas.put(name, x: x, y: y, width: label - 1, style: isFocused ? .strong : .normal)
      if row.part != nil {
        draw(part: row, field, x: at, y: y, width: width, on: &canvas)
      } else {
        draw(row.text, field, x: at, y: y, width: width, isFocused: isFocused, on: &canvas)
      }
    case .more: draw(part: row, form.fields[row.field], x: at, y: y, width: width, on: &canvas)
    case .blank: break
    case .save:
      let isFocused = form.isOnSave
      canvas.put((isFocused ? "▸ " : "  ") + row.text + " ", x: at, y: y, style: isFocused ? .selected : .keyName)
      if isFocused { canvas.cursor = (at, y) }
    case .error: canvas.put(row.text, x: at, y: y, width: width, style: .error)
    case .hint: canvas.put(row.text, x: at, y: y, width: width, style: .dim)
    case .choice(let isChosen):
      canvas.put(
        (isChosen ? "▸ " : "  ") + row.text, x: at, y: y, width: width, style: isChosen ? .selected : .dim)
    }
  }

  private func draw(part row: Row, _ field: Field, x: Int, y: Int, width: Int, on canvas: inout Canvas) {
    guard let line = form.lines[field.name], let part = row.part else { return }
    let isFocused = row.field == form.focus
    let style: Style = form.errors[field.name] != nil ? .error : isFocused ? .fieldFocused : .field
    canvas.put(row.text, x: x, y: y, width: width, style: style)
    let isHere =
      part.contains(line.cursor) || (line.cursor == part.upperBound && line.cursor == line.letters.count)
      || (line.cursor == part.upperBound && line.letters[line.cursor].isNewline)
    if isFocused, isHere {
      canvas.cursor = (x + TextWidth.of(String(line.letters[part.lowerBound..<line.cursor])), y)
    }
  }

  /// The part of the text around the cursor that fits.
  private func draw(
    _ text: String, _ field: Field, x: Int, y: Int, width: Int, isFocused: Bool, on canvas: inout Canvas
  ) {
    let style: Style = form.errors[field.name] != nil ? .error : isFocused ? .fieldFocused : .field
    let lead = isFocused ? form.lines[field.name]?.lead ?? 0 : 0
    var shown = text
    var skipped = 0
    while lead - skipped >= width, let first = shown.first {
      skipped += TextWidth.of(String(first))
      shown.removeFirst()
    }
    canvas.put(shown, x: x, y: y, width: width, style: style)
    // As a browser shows an address that the next letter replaces.
    if isFocused, form.errors[field.name] == nil, form.isReplaced(field, model.language) {
      canvas.restyle(Rect(x: x, y: y, width: min(width, TextWidth.of(shown)), height: 1), role: .selected)
    }
    if isFocused { canvas.cursor = (x + lead - skipped, y) }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
