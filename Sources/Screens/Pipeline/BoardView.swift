import Casebook
import Journey
import Terminal

/// Where households are on their way to a home: a column for each stage, its figures above, the worst cases below.
struct BoardView {
  let model: Model

  private var state: PipelineState { model.pipeline }
  private var l: Language { model.language }
  private var board: Board? { state.past?.board ?? state.board }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let layout = BoardLayout(in: area, focus: state.stage)
    let hasPreview = layout.previewRows > 0
    let floor = hasPreview ? layout.cards.top + layout.cards.rows : area.endY - 1
    canvas.box(area)
    // Before the lines between columns, which end on it.
    if hasPreview { canvas.hline(x: area.x, y: floor, width: area.width) }
    for index in layout.stages.indices.dropFirst() {
      let column = layout.column(index - layout.stages.startIndex)
      canvas.vline(x: column.x - 1, y: area.y, height: floor - area.y + 1)
    }
    canvas.hline(x: area.x, y: layout.cards.top - 1, width: area.width)
    for (index, stage) in layout.stages.enumerated() {
      let column = layout.column(index)
      canvas.mark(column, tag: Target.stage(stage).tag)
      head(stage, in: column, on: &canvas)
      let place = Rect(x: column.x, y: layout.cards.top, width: column.width, height: layout.cards.rows)
      if state.showsGroups { groups(stage, in: place, on: &canvas) } else { cards(stage, in: place, on: &canvas) }
    }
    hidden(layout, in: area, on: &canvas)
    guard hasPreview else { return }
    let pane = Rect(x: area.x + 2, y: floor + 1, width: area.width - 4, height: layout.previewRows)
    preview(in: pane, on: &canvas)
  }

  // MARK: - Heads

  private func head(_ stage: Stage, in column: Rect, on canvas: inout Canvas) {
    let head = BoardHead(board, stage)
    let isFocused = stage == state.stage
    let found = model.isBoardNarrowed ? state.filtered[stage] : nil
    let count = model.isBoardNarrowed ? found.map { Self.text($0.households, l) } ?? "…" : head.households.grouped(l)
    let title =
      TextWidth.fit(stage.columnName(l), width: max(0, column.width - TextWidth.of(count) - 3)).trimmed + " " + count
    canvas.put(
      " " + title + " ", x: column.x, y: column.y, width: min(column.width, TextWidth.of(title) + 2),
      style: isFocused ? Style(.title, underline: true) : .dim)
    guard board != nil else { return }
    let late = model.isBoardNarrowed ? found?.overdue : head.overdue.map { Count(number: $0, isCapped: false) }
    let persons = Words.personsInFigures(
      (head.persons - head.toCome).grouped(l), toCome: head.toCome > 0 ? head.toCome.grouped(l) : nil)
    let of = Phrase("van \(head.households.grouped(l))", "of \(head.households.grouped(l))")[l]
    line(
      model.isBoardNarrowed ? [of] : personsText(stage, persons), lateText(stage, late), row: 1,
      column, isLate: (late?.number ?? 0) > 0, on: &canvas)
    // Days and weeks are known of the whole: beside a part of it they would be those of others.
    guard !model.isBoardNarrowed, let median = head.median, let p85 = head.p85 else { return }
    let ages = "med \(median.grouped(l)) d · P85 \(p85.grouped(l)) d"
    canvas.put(ages, x: column.x + 1, y: column.y + 2, width: column.width - 1, style: .normal)
    if stage == .housed {
      let text = Phrase("van vergunning af", "since the permit")[l]
      canvas.put(text, x: column.x + 1, y: column.y + 3, width: column.width - 1, style: .dim)
    } else if let pace = head.pace {
      let bars = Sparkline(head.weekly.map { $0 }).text(columns: 8)
      let width = canvas.put(bars, x: column.x + 1, y: column.y + 3, style: .accent)
      let text = "\(pace.tenths(l))/" + Phrase("week", "week")[l]
      canvas.put(text, x: column.x + 2 + width, y: column.y + 3, width: max(0, column.width - width - 2), style: .dim)
    }
  }

  /// The longest text on the left that leaves room for what stands on the right.
  private func line(
    _ lefts: [String], _ right: String, row: Int, _ column: Rect, isLate: Bool, on canvas: inout Canvas
  ) {
    let width = TextWidth.of(right)
    let left = lefts.first { TextWidth.of($0) + width + 3 <= column.width }
    canvas.put(left ?? lefts[0], x: column.x + 1, y: column.y + row, width: column.width - 1)
    guard left != nil else { return }
    canvas.put(right, x: column.endX - width - 1, y: column.y + row, style: isLate ? .bad : .dim)
  }

  /// Of who came home lately the relatives still to come are not known apart.
  private func personsText(_ stage: Stage, _ persons: String) -> [String] {
    let short = ["\(persons) pers", "\(persons) p", persons]
    guard stage == .housed else { return short }
    return [Phrase("\(persons) pers met nareis", "\(persons) pers incl. relatives")[l]] + short
  }

  private func lateText(_ stage: Stage, _ late: Count?) -> String {
    guard stage != .housed, let late else { return "" }
    return Self.text(late, l) + Phrase(" te laat", " late")[l]
  }

  static func text(_ count: Count, _ l: Language) -> String { (count.isCapped ? "> " : "") + count.number.grouped(l) }

  // MARK: - Columns

  private func cards(_ stage: Stage, in area: Rect, on canvas: inout Canvas) {
    let list = model[.column(stage)]
    guard !list.lines.isEmpty else {
      // Where the head counts nobody there is nothing to wait for.
      let holdsNobody = !model.isBoardNarrowed && board.map { BoardHead($0, stage).households == 0 } == true
      let text = list.isLoaded || holdsNobody ? Phrase("niemand", "nobody") : Words.loading
      canvas.put(text[l], x: area.x + 1, y: area.y, width: area.width - 1, style: .dim)
      if stage == state.stage { canvas.cursor = (area.x, area.y) }
      return
    }
    let rows = max(1, area.height / BoardLayout.cardRows)
    for (index, line) in list.lines[list.top(rows: rows)...].prefix(rows).enumerated() {
      let place = Rect(
        x: area.x, y: area.y + index * BoardLayout.cardRows, width: area.width,
        height: min(BoardLayout.cardRows, area.height - index * BoardLayout.cardRows))
      CardView(
        model: model, line: line, isChanged: list.changed.contains(line.id), isCursor: line.id == list.cursor,
        isFocused: stage == state.stage
      ).draw(in: place, on: &canvas)
    }
  }

  private func groups(_ stage: Stage, in area: Rect, on canvas: inout Canvas) {
    let all = state.groups(stage)
    let isFocused = stage == state.stage
    if all.isEmpty {
      canvas.put(state.noGroups(stage)[l], x: area.x + 1, y: area.y, width: area.width - 1, style: .dim)
      if isFocused { canvas.cursor = (area.x, area.y) }
    }
    let at = isFocused ? state.groupIndex : 0
    let top = max(0, min(at - area.height / 2, all.count - area.height))
    for (row, group) in all.dropFirst(top).prefix(area.height).enumerated() {
      let place = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
      let count = group.households.grouped(l)
      let width = max(0, area.width - TextWidth.of(count) - 4)
      canvas.put(group.name(model.rules)[l], x: place.x + 1, y: place.y, width: width)
      canvas.put(count, x: place.endX - TextWidth.of(count) - 1, y: place.y, style: .strong)
      if isFocused, top + row == at {
        canvas.restyle(place, role: .selected)
        canvas.put("▌", x: place.x, y: place.y, style: .selected)
        canvas.cursor = (place.x, place.y)
      }
      canvas.mark(place, tag: Target.group(stage, top + row).tag)
    }
  }

  // MARK: - Below

  /// Columns there is no room for, in the lower edge: `< Vergund 214` and `Thuis 143 >`.
  private func hidden(_ layout: BoardLayout, in area: Rect, on canvas: inout Canvas) {
    func text(_ stages: ArraySlice<Stage>) -> String {
      stages.map { "\($0.shortName[l]) \(BoardHead(board, $0).households.grouped(l))" }.joined(separator: " · ")
    }
    let (before, after) = layout.hidden
    if !before.isEmpty { canvas.put(" < \(text(before)) ", x: area.x + 2, y: area.endY - 1, style: .dim) }
    guard !after.isEmpty else { return }
    let right = " \(text(after)) > "
    canvas.put(right, x: area.endX - 2 - TextWidth.of(right), y: area.endY - 1, style: .dim)
  }

  /// The household under the cursor, in words; of a group how many.
  private func preview(in area: Rect, on canvas: inout Canvas) {
    let then = model.onItsDay
    if state.showsGroups {
      let all = state.groups(state.stage)
      guard all.indices.contains(state.groupIndex) else { return }
      title(Self.words(all[state.groupIndex], model), above: area, on: &canvas)
      let text = Phrase("⏎ toont alleen deze huishoudens.", "⏎ shows only these households.")[l]
      canvas.put(text, x: area.x, y: area.y, width: area.width, style: .dim)
      return
    }
    guard let line = model[.column(state.stage)].current else { return }
    title(PreviewView.head(line, then), above: area, on: &canvas)
    if area.height >= 6 { return PreviewView(model: then, line: line).draw(in: area, on: &canvas) }
    let words = LineWords(line: line, model: then)
    let text = [WaitWords.sentence(line, then), words.due, words.blocker].compactMap(\.self).joined(separator: " ")
    for (row, part) in TextWidth.wrap(text, width: max(1, area.width)).prefix(area.height).enumerated() {
      canvas.put(part, x: area.x, y: area.y + row, width: area.width)
    }
  }

  private func title(_ text: String, above area: Rect, on canvas: inout Canvas) {
    let width = min(TextWidth.of(text), area.width - 2)
    canvas.put(" " + TextWidth.fit(text, width: width) + " ", x: area.x, y: area.y - 1, style: .title)
  }

  /// `Mitros: 12 huishoudens, 40 personen`.
  static func words(_ group: HouseholdGroup, _ model: Model) -> String {
    let l = model.language
    return "\(group.name(model.rules)[l]): " + Digits.households(group.households)[l] + ", "
      + Digits.persons(group.persons)[l]
  }

  static func households(_ count: Count, _ l: Language) -> String {
    (count.isCapped ? "> " : "") + Digits.households(count.number)[l]
  }
}
