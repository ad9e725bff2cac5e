import Casebook
import Journey
import Terminal

// The mouse: whatever it does, a key does too.
extension Shell {
  /// Rows at a turn of the wheel.
  private static let turn = 3

  func point(_ event: MouseInput) {
    guard !model.isTooSmall else { return }
    switch event.action {
    case .wheelUp: wheel(-1)
    case .wheelDown: wheel(1)
    case .press where event.button == .left:
      guard let target = zones.tag(x: event.x, y: event.y).flatMap(Target.init(tag:)) else { return }
      model.status = nil
      click(target, twice: event.clicks == 2)
    default: break
    }
  }

  private func wheel(_ direction: Int) {
    for _ in 0..<Self.turn { press(direction < 0 ? .up : .down, counts: false) }
  }

  private func click(_ target: Target, twice: Bool) {
    switch target {
    case .key(let index):
      if barActions.indices.contains(index) { press(barActions[index]) }
    case .item(let index): clickItem(index, twice: twice)
    // Under something that must be answered first.
    case _ where model.overlay != nil: break
    case .field(let index), .choice(let index): clickForm(target, index)
    case _ where model.form != nil: break
    case .tab(let tab): run(.tab(tab))
    case .scope: run(.areas)
    case .row(let id):
      focus { self.list(.column($0)).ids.contains(id) }
      click(id, twice: twice)
    case .stage(let stage): focus { $0 == stage }
    case .group(let stage, let index):
      focus { $0 == stage }
      model.pipeline.moveGroup(index - model.pipeline.groupIndex)
      if twice { run(.open) }
    case .line(let index):
      guard let lines = model.opened?.lines, lines.indices.contains(index) else { return }
      model.opened?.pane = .story
      model.opened?.cursor = lines[index].key
      if twice { run(.details) }
    case .person(let index):
      model.opened?.pane = .household
      model.opened?.person = index
      if twice { run(.details) }
    case .pane(let pane): model.opened?.pane = pane
    case .lesson(let index):
      model.lessons?.index = index
      if twice { run(.open) }
    case .taskRow(let index):
      model.task.pane = .table
      pointAtTask(index)
      if twice { run(.open) }
    case .networkRow(let index):
      pointAtNetwork(index)
      if twice { run(.open) }
    case .taskColumn(let index):
      guard let column = TaskColumn(rawValue: index) else { return }
      choose(column)
      if twice { run(.sort) }
    case .taskPane(let index): model.task.pane = TaskState.Pane(rawValue: index) ?? .table
    }
  }

  /// The column of the board that is pointed at.
  private func focus(_ isMeant: (Stage) -> Bool) {
    guard model.tab == .pipeline, !isMeant(model.pipeline.stage) else { return }
    if let stage = Board.stages.first(where: isMeant) { model.pipeline.stage = stage }
  }

  private func click(_ id: DossierID, twice: Bool) {
    let list = model.list
    guard let index = list.lines.firstIndex(where: { $0.id == id }) else { return }
    change(model.listName) { $0.move(index - (list.cursorIndex ?? 0), rows: model.listRows) }
    if twice { run(.open) }
  }

  private func clickItem(_ index: Int, twice: Bool) {
    switch model.overlay {
    case .palette(var palette):
      palette.index = index
      model.overlay = .palette(palette)
      press(.enter)
    case .help(var help):
      help.index = index
      model.overlay = .help(help)
      if twice { press(.enter) }
    case .chooser(var chooser):
      chooser.index = index
      model.overlay = .chooser(chooser)
      if twice { press(.character(" ")) }
    default: break
    }
  }

  private func clickForm(_ target: Target, _ index: Int) {
    guard var form = model.form, !form.isSaving else { return }
    if case .choice = target {
      (form.choice, form.isPointing) = (index, true)
      let suggestions = form.suggestions()
      guard form.ticks, suggestions.indices.contains(index) else {
        model.form = form
        return press(.enter)
      }
      if !form.tick(suggestions[index]) { form.accept(suggestions[index], model.language) }
      model.form = form
      return keepDraft()
    }
    guard (0...form.fields.count).contains(index) else { return }
    check(&form)
    form.go(to: index)
    model.form = form
    if form.isOnSave { press(.enter) }
  }
}
