import Casebook
import Journey
import Terminal

/// Lessons and solved households in a list; the one under the cursor in full below, with why it stands there.
struct LessonsView {
  let model: Model
  let state: LessonsState

  private var l: Language { model.language }
  private var words: LessonWords { LessonWords(rules: model.rules, language: l) }

  func draw(in area: Rect, on canvas: inout Canvas) {
    head(in: area, on: &canvas)
    let body = area.split(top: 1).rest
    let (upper, lower) = body.split(bottom: max(7, min(12, body.height * 2 / 5)))
    canvas.box(upper, title: title)
    list(in: upper.inset(1, 1), on: &canvas)
    canvas.box(lower, title: detailTitle, titleStyle: .dim)
    detail(in: lower.inset(2, 1), on: &canvas)
    if canvas.cursor == nil { canvas.cursor = (area.x, area.y) }
  }

  private func head(in area: Rect, on canvas: inout Canvas) {
    let left = " " + Self.heading(state, l)
    canvas.put(left, x: area.x, y: area.y, width: area.width, style: .title)
    guard let count = Self.count(state)?[l] else { return }
    let room = area.width - TextWidth.of(left) - 3
    // Where there is no room for all of it, the lessons alone.
    let texts = [count, count.prefix { $0 != "·" }.trimmed]
    guard let right = texts.first(where: { TextWidth.of($0) <= room }) else { return }
    canvas.put(right, x: area.endX - TextWidth.of(right) - 1, y: area.y, style: .dim)
  }

  /// `Lessen › AL-HASSAN, Rima · 3 personen · begane grond`
  static func heading(_ state: LessonsState, _ l: Language) -> String {
    guard let dossier = state.dossier, let seed = state.seed else {
      return Words.lessons[l] + Phrase(" · alle", " · all")[l]
    }
    return Words.lessons[l] + " › " + dossier.name + " · " + seed.shape[l]
  }

  /// Those that fit the household at hand or what is looked for; else all there are. `28 lessen · 20 huishoudens`
  static func count(_ state: LessonsState) -> Phrase? {
    guard let found = state.found else { return nil }
    if state.isOfHousehold {
      let others = found.households.count
      let households = Phrase(same: " · ") + Digits.households(others)
      return Words.lessons(found.fitting) + (others == 0 ? Phrase(same: "") : households)
    }
    if state.text.isEmpty { return Words.lessons(found.total) }
    let isMore = found.fitting > state.lessonCount
    return (isMore ? Phrase("meer dan ", "more than ") : Phrase(same: "")) + Words.lessons(state.lessonCount)
  }

  /// `over: geen knelpunt · fase woning zoeken · 3 personen`; nil where no household is at hand.
  static func subject(_ state: LessonsState, _ model: Model) -> String? {
    state.seed.map(LessonWords(rules: model.rules, language: model.language).subject)
  }

  private var title: String {
    let name = Words.lessons[l]
    if !state.text.isEmpty { return "\(name) ── \"\(state.text)\"" }
    return Self.subject(state, model).map { "\(name) ── \($0)" } ?? name
  }

  // MARK: - The list

  private enum Row {
    case item(Int, LessonsState.Item)
    case heading(String)
    case note(String)
  }

  private var rows: [Row] {
    guard let found = state.found else { return [.note(Words.loading[l])] }
    var rows = state.items.enumerated().map { Row.item($0.offset, $0.element) }
    if found.lessons.isEmpty { rows.insert(.note(Words.noLessons[l]), at: 0) }
    if state.text.isEmpty, let left = state.dossier.flatMap(words.ownLeftOut) { rows.insert(.note(left), at: 0) }
    if !found.households.isEmpty {
      rows.insert(.heading(Words.solvedHouseholds[l]), at: rows.count - found.households.count)
    }
    return rows
  }

  private func list(in area: Rect, on canvas: inout Canvas) {
    let rows = rows
    let cursor = rows.firstIndex { if case .item(state.index, _) = $0 { true } else { false } } ?? 0
    let top = max(0, min(cursor - area.height / 2, rows.count - area.height))
    for (index, row) in rows[top...].prefix(area.height).enumerated() {
      let place = Rect(x: area.x, y: area.y + index, width: area.width, height: 1)
      switch row {
      case .note(let text): canvas.put(text, x: place.x + 1, y: place.y, width: place.width - 1, style: .dim)
      case .heading(let text):
        canvas.put(text, x: place.x + 1, y: place.y, width: place.width - 1, style: Style(.dim, underline: true))
      case .item(let number, let item):
        draw(item, in: place, on: &canvas)
        canvas.mark(place, tag: Target.lesson(number).tag)
        guard number == state.index else { continue }
        canvas.restyle(place, role: .selected)
        canvas.put("▌", x: place.x, y: place.y, style: .selected)
        canvas.cursor = (place.x, place.y)
      }
    }
    // What is said between the lessons is none.
    func items(_ rows: ArraySlice<Row>) -> Int { rows.count { if case .item = $0 { true } else { false } } }
    Pane.position(
      Rect(x: area.x - 1, y: area.y - 1, width: area.width + 2, height: area.height + 2), top: items(rows[..<top]),
      height: items(rows[top...].prefix(area.height)), count: state.items.count, on: &canvas)
  }

  private func draw(_ item: LessonsState.Item, in row: Rect, on canvas: inout Canvas) {
    // Why it stands here stays in sight beside what it says, where there is room for both.
    let why = row.width >= 100 ? min(44, row.width * 2 / 5) : 0
    let room = row.width - 2 - (why == 0 ? 0 : why + 1)
    let often = often(item)
    let end = often.isEmpty ? 0 : TextWidth.of(often) + 1
    let width = canvas.put(text(item), x: row.x + 2, y: row.y, width: room - end, style: .normal)
    if end > 0 { canvas.put(often, x: row.x + 2 + width + 1, y: row.y, style: .dim) }
    if why > 0 { canvas.put(words.reason(item.likeness), x: row.endX - why, y: row.y, width: why, style: .dim) }
  }

  /// `4 keer verteld`, of a lesson that was told in the same words more often.
  private func often(_ item: LessonsState.Item) -> String {
    guard case .lesson(let ranked) = item, let count = state.told[ranked.value.id], count > 1 else { return "" }
    return words.told(count)
  }

  private func text(_ item: LessonsState.Item) -> String {
    switch item {
    case .lesson(let ranked): ranked.value.text[l]
    case .household(let ranked): words.line(ranked.value, helped: state.found?.helped[ranked.value.dossier])
    }
  }

  // MARK: - In full

  private var detailTitle: String {
    switch state.current {
    case .lesson(let ranked): ranked.value.source.isEmpty ? Phrase("Les", "Lesson")[l] : Self.fromElsewhere[l]
    case .household: Phrase("Opgelost huishouden", "Solved household")[l]
    case nil: ""
    }
  }

  static let fromElsewhere = Phrase("Les van elders", "Lesson from elsewhere")

  private func detail(in area: Rect, on canvas: inout Canvas) {
    guard let item = state.current else { return }
    var y = area.y
    for part in TextWidth.wrap(text(item), width: max(8, area.width)) where y < area.endY {
      canvas.put(part, x: area.x, y: y, width: area.width, style: .strong)
      y += 1
    }
    let label = 12
    for fact in facts(item) {
      for (index, part) in TextWidth.wrap(fact.text, width: max(8, area.width - label)).enumerated() {
        guard y < area.endY else { return }
        if index == 0 { canvas.put(fact.label, x: area.x, y: y, width: label - 1, style: .dim) }
        canvas.put(part, x: area.x + label, y: y, width: area.width - label, style: .normal)
        y += 1
      }
    }
  }

  private func facts(_ item: LessonsState.Item) -> [(label: String, text: String)] {
    switch item {
    case .lesson(let ranked): words.facts(ranked)
    case .household(let ranked): words.facts(ranked)
    }
  }

  /// In full, as sentences.
  func sentences(_ item: LessonsState.Item) -> [String] {
    [text(item)] + facts(item).map { "\($0.label): \($0.text)." }
  }

  /// In one line, with why it stands here.
  func line(_ item: LessonsState.Item) -> String {
    let why = words.reason(item.likeness)
    let often = often(item)
    return text(item) + (often.isEmpty ? "" : " " + often) + (why.isEmpty ? "" : " (\(why))")
  }
}
