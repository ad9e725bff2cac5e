import Journey
import Terminal

/// One dossier: everything on one screen, one story.
struct DossierView {
  let model: Model
  let state: DossierState

  private var l: Language { model.language }
  private var dossier: Dossier { state.dossier }

  func draw(in area: Rect, on canvas: inout Canvas) {
    head(in: area, on: &canvas)
    let track = Rect(x: area.x + 1, y: area.y + 1, width: area.width - 2, height: 2)
    let way = state.standing.wholeWay?.due.map { ($0.start, $0.day) }
    TrackBar(stage: dossier.stage, since: dossier.stageSince, way: way, model: model).draw(in: track, on: &canvas)
    // Whom it waits for and what for, whole also where somebody left.
    let turn = TextWidth.wrap(turnText.replacingNewlines, width: max(8, area.width - 3))
      .prefix(area.height < 20 ? 1 : 2)
    for (index, text) in turn.enumerated() {
      canvas.put(text, x: area.x + 2, y: area.y + 3 + index, width: area.width - 3, style: .normal)
    }
    lessons(in: area, on: &canvas)
    let next = 3 + max(1, turn.count)
    canvas.put(nextText, x: area.x + 2, y: area.y + next, width: area.width - 3, style: nextStyle)
    let body = area.split(top: next + 1).rest
    let hasSide = area.width >= 76
    let side = hasSide ? max(30, min(64, area.width * 2 / 5)) : 0
    let (left, right) = body.split(right: side)
    let story = hasSide ? Rect(x: left.x, y: left.y, width: left.width + 1, height: left.height) : left
    if !hasSide, state.pane != .story {
      pane(state.pane, in: left, on: &canvas)
      SidePanes(model: model, state: state).position(of: state.pane, in: left, on: &canvas)
      return
    }
    canvas.box(body, title: "")
    pane(.story, in: story, on: &canvas)
    guard hasSide else { return }
    sidePanes(in: right, on: &canvas)
  }

  /// Beside whose turn it is, where that leaves room.
  private func lessons(in area: Rect, on canvas: inout Canvas) {
    guard let count = model.fitting(dossier.id) else { return }
    let key = model.keyText(of: .lessons)
    let text = (key.isEmpty ? "" : key + " ") + Words.lessons(count)[l]
    let width = TextWidth.of(text)
    guard TextWidth.of(turnText) + width + 5 <= area.width else { return }
    canvas.put(text, x: area.endX - width - 1, y: area.y + 3, style: .dim)
  }

  private func sidePanes(in right: Rect, on canvas: inout Canvas) {
    let panes = SidePanes(model: model, state: state)
    let persons = min(dossier.persons.count + 2, max(3, right.height / 2))
    // What the needs leave over is for the network: names, where nobody is known yet, and where the days went.
    let spare = right.height + 2 - persons - max(3, panes.needsRows(width: right.width - 4) + 2)
    let network = min(panes.networkRows(width: right.width - 2) + 2, max(3, right.height / 3, spare))
    let needs = max(3, right.height - persons - network + 2)
    var y = right.y
    var places: [(DossierState.Pane, Rect)] = []
    for (pane, height) in [(DossierState.Pane.household, persons), (.network, network), (.needs, needs)] {
      let rect = Rect(x: right.x, y: y, width: right.width, height: min(height, right.endY - y))
      self.pane(pane, in: rect, on: &canvas)
      places.append((pane, rect))
      y += height - 1
    }
    // The lower edge of one is the upper edge of the next.
    for (pane, rect) in places { panes.position(of: pane, in: rect, on: &canvas) }
  }

  private func pane(_ pane: DossierState.Pane, in rect: Rect, on canvas: inout Canvas) {
    let panes = SidePanes(model: model, state: state)
    canvas.mark(rect, tag: Target.pane(pane).tag)
    switch pane {
    case .story where state.showsPlan: PlanPane(model: model, state: state).draw(in: rect, on: &canvas)
    case .story: StoryPane(model: model, state: state).draw(in: rect, on: &canvas)
    case .household: panes.household(in: rect, on: &canvas)
    case .network: panes.network(in: rect, on: &canvas)
    case .needs: panes.needs(in: rect, on: &canvas)
    }
  }

  private func head(in area: Rect, on canvas: inout Canvas) {
    let left = " Thuis › \(dossier.id) · \(dossier.name)"
    var right =
      dossier.municipality.map { Words.municipality[l].lowercased() + " " + municipalityName($0) } ?? dossier.reception
    if model.tab == .pipeline, let past = model.pipeline.past {
      let day = model.days.plain(past.day).trimmed
      right = Phrase("zoals het nu is; het bord staat op \(day)", "as it is now; the board is of \(day)")[l]
    } else if !dossier.owner.isEmpty {
      right = Words.owner[l].lowercased() + " " + dossier.owner + " · " + right
    }
    canvas.put(left, x: area.x, y: area.y, width: area.width, style: .title)
    let room = area.width - TextWidth.of(left) - 3
    if TextWidth.of(right) <= room { canvas.put(right, x: area.endX - TextWidth.of(right) - 1, y: area.y, style: .dim) }
  }

  var turnText: String {
    if let outcome = dossier.outcome { return Phrase("Gesloten", "Closed")[l] + ": " + model.rules.outcome(outcome)[l] }
    guard let turn = state.standing.turn else { return "" }
    return WaitWords.sentence(turn.contact, since: turn.since, text: turn.text, model)
  }

  /// What comes next and until when, and what blocks it.
  var nextText: String {
    var parts: [String] = []
    if let next = state.standing.next, let due = next.due {
      parts.append("\(next.title[l]): \(model.days.short(due.day)), \(model.days.distance(due.day))")
    }
    parts += dossier.blockers.map { Phrase("Knelpunt", "Blocker")[l] + ": " + model.rules.blocker($0.code)[l] }
    return parts.joined(separator: " · ")
  }

  private var nextStyle: Style {
    guard let due = state.standing.next?.due, due.day < model.today else { return .normal }
    return .bad
  }
}
