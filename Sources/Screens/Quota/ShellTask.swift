import Journey
import Quota
import Terminal

// The screen of the task: moving, going down and up, reading.
extension Shell {
  /// Does what the verb means on this screen.
  /// - Returns: false where it means what it means everywhere.
  func runOnTask(_ verb: Verb) -> Bool {
    switch verb {
    case .open: model.task.whatIf == nil ? goDown() : openValue()
    case .back: return goUp()
    case .sort: sortTask()
    case .nextPane: turnTaskPane(1)
    case .reload: renewTask()
    case .acts: chooseTaskAct()
    case .undo: takeBackTask(again: false)
    case .redo: takeBackTask(again: true)
    case .task(let verb): run(verb)
    default: return false
    }
    return true
  }

  private func run(_ verb: TaskVerb) {
    switch verb {
    case .number: openNumber()
    case .figure(let figure): open(figure)
    case .earlier: go(to: model.taskAsk.period.previous)
    case .later: go(to: model.taskAsk.period.next)
    case .fine:
      model.task.isFine.toggle()
      readTask()
    case .asNumbers:
      model.task.asNumbers.toggle()
      model.task.top = 0
      if !model.showsAllOfTask { model.task.pane = .burnUp }
    case .account: openAccount()
    case .act(let act): begin(act)
    case .backTest: backTest()
    case .whatIf: fillWhatIf()
    case .saveScenario: nameScenario()
    case .scenarios: chooseScenario()
    case .scenario(let scenario): play(scenario)
    }
  }

  // MARK: - Moving

  func moveOnTask(_ key: Key) {
    if model.task.whatIf != nil { return moveInWhatIf(key) }
    let page = max(1, model.body.height / 2)
    switch key {
    case .up, .character("k"): moveTask(-1)
    case .down, .character("j"): moveTask(1)
    case .pageUp, .control("b"): moveTask(-page)
    case .pageDown, .control("f"), .character(" "): moveTask(page)
    case .home, .character("g"): moveTask(-100_000)
    case .end, .character("G"): moveTask(100_000)
    case .left, .character("h"): moveColumn(-1)
    case .right, .character("l"): moveColumn(1)
    case .backTab: turnTaskPane(-1)
    default: break
    }
  }

  private func moveTask(_ steps: Int) {
    guard model.task.pane == .table else {
      model.task.top = max(0, min(model.task.top + steps, TaskView(model: model).lastTop))
      return
    }
    let rows = model.task.places(model.language)
    guard !rows.isEmpty else { return }
    pointAtTask(min(max(0, model.task.cursorIndex(rows) + steps), rows.count - 1))
  }

  /// Puts the cursor on a row, and reads what is beside it.
  func pointAtTask(_ index: Int) {
    if model.task.whatIf != nil {
      model.task.whatIf?.index = index
      return
    }
    let rows = model.task.places(model.language)
    guard rows.indices.contains(index), let area = model.task.page?.ask.area else { return }
    model.task.cursors[area] = rows[index].id
    model.task.top = 0
    readLook()
  }

  private func moveColumn(_ steps: Int) {
    guard let page = model.task.page, model.task.pane == .table else { return }
    // Also those that did not fit: the chosen one always does.
    let all = TaskColumn.all(in: page)
    let at = all.firstIndex(of: model.task.column) ?? 0
    choose(all[min(max(0, at + steps), all.count - 1)])
  }

  func choose(_ column: TaskColumn) {
    model.task.column = column
    if column == .name { return }
    say("\(column.title(model.taskAsk)[model.language]): \(column.help[model.language])")
  }

  private func turnTaskPane(_ steps: Int) {
    let all = TaskState.Pane.allCases.count
    model.task.pane = TaskState.Pane(rawValue: (model.task.pane.rawValue + steps + all) % all) ?? .table
    model.task.top = 0
  }

  private func sortTask() {
    let task = model.task
    if let id = model.taskRow?.id, let area = task.page?.ask.area { model.task.cursors[area] = id }
    (model.task.sort, model.task.isReversed) = (task.column, task.sort == task.column && !task.isReversed)
    let column = task.column.title(model.taskAsk)[model.language].lowercased()
    say(Phrase("Gesorteerd op \(column)", "Sorted by \(column)")[model.language])
    readLook()
  }

  private func go(to period: HalfYear) {
    guard (HalfYear(2000, 1)...HalfYear(2100, 2)).contains(period) else { return }
    model.task.period = period == HalfYear(holding: model.today) ? nil : period
    say(period.spoken)
    readTask()
  }

  private func goDown() {
    guard let row = model.taskRow else { return }
    switch row.id {
    case .area(let area) where area == model.taskAsk.area: break
    case .area(let area):
      if let shown = model.task.page?.ask.area { model.task.cursors[shown] = row.id }
      model.task.path.append(area)
      readTask()
    case .period: openAccount()
    }
  }

  /// - Returns: false when one is at the top already.
  private func goUp() -> Bool {
    if model.task.whatIf != nil {
      model.task.whatIf = nil
      return true
    }
    guard !model.task.path.isEmpty else { return false }
    model.task.path.removeLast()
    readTask()
    return true
  }

  // MARK: - Reading

  /// Reads the table. What is shown stays until the new one is there.
  func readTask() {
    let (ask, today, wanted) = (model.taskAsk, model.today, wantedTask)
    wanted.put(page: ask)
    // What is computed for rows that one leaves waits for those one goes to.
    if ask != model.task.page?.ask, model.task.renewing?.isAsked == false { renewing?.end() }
    work { source in
      guard wanted.isStill(page: ask) else { return .nothing }
      return Shell.read { .taskPage(try source.task.page(ask, today: today)) }
    }
  }

  func accept(_ page: TaskPage) {
    guard page.ask == model.taskAsk else { return }
    model.task.take(page)
    readLook()
    renewStale()
  }

  /// Reads what is beside the row under the cursor.
  func readLook() {
    guard let key = model.taskLookKey else { return model.task.look = nil }
    let (today, wanted) = (model.today, wantedTask)
    wanted.put(look: key)
    work { source in
      // Moved on meanwhile: nobody waits for this row any more.
      guard wanted.isStill(look: key) else { return .nothing }
      return Shell.read { .taskLook(try source.task.look(key, today: today)) }
    }
  }

  func accept(_ look: TaskLook) {
    guard look.key == model.taskLookKey else { return }
    var look = look
    // A forecast that was computed while it was read is in the row already.
    if let kept = model.taskRow?.forecast { look.burnUp.take(kept) }
    model.task.look = look
  }
}
