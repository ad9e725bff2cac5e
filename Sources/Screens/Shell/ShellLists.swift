import Journey
import Terminal

// The windows on the lists: what to read, and taking it in.
extension Shell {
  func change(_ tab: Model.Tab, _ edit: (inout ListState) -> Void) {
    // On a copy: the edit may look at the model meanwhile.
    var list = list(tab)
    edit(&list)
    if tab == .today { model.todayList = list } else { model.allList = list }
  }

  func list(_ tab: Model.Tab) -> ListState { tab == .today ? model.todayList : model.allList }

  /// Reads a list from its beginning or its end. What is shown stays until the new lines are there.
  func reload(_ tab: Model.Tab, _ direction: ListState.Direction = .start) {
    let (ask, today, wanted) = (list(tab).ask, model.today, wanted)
    let order = source.order(ask.filter, today: today)
    change(tab) {
      $0.awaits.insert(direction)
      $0.typedSort = order
    }
    wanted.put(tab, ask)
    work { source in
      Shell.read(tab, direction) {
        // Typed on meanwhile: nobody waits for this any more.
        guard wanted.isStill(tab, ask) else { return .unneeded(tab, direction) }
        let lines = try source.lines(
          ask, beyond: nil, forward: direction == .start, limit: ListState.page, today: today)
        return .page(tab, ask, direction, lines, limit: ListState.page)
      }
    }
    if direction == .start { figures(tab) }
  }

  func figures(_ tab: Model.Tab) {
    let (ask, today, wanted) = (list(tab).ask, model.today, wanted)
    work { source in
      guard wanted.isStill(tab, ask) else { return .nothing }
      return Shell.read { .count(tab, ask, try source.count(ask, today: today)) }
    }
    guard tab == .today else { return }
    work { source in
      guard wanted.isStill(tab, ask) else { return .nothing }
      return Shell.read { .totals(ask, try source.totals(ask, today: today)) }
    }
  }

  /// Reads all lists again after one did something oneself.
  func refreshLists(after done: [DossierID]) {
    for tab in Model.Tab.allCases {
      change(tab) { $0.expected.formUnion(done) }
      refreshList(tab)
    }
  }

  /// The same window once more.
  func refreshList(_ tab: Model.Tab) {
    let list = list(tab)
    guard list.isLoaded, !list.awaits.contains(.again) else { return }
    let (ask, today) = (list.ask, model.today)
    let limit = max(ListState.page, list.lines.count + 1)
    let first = list.reachesStart ? nil : list.lines.first
    change(tab) { $0.awaits.insert(.again) }
    work { source in
      Shell.read(tab, .again) {
        let lines = try source.lines(ask, beyond: first, forward: true, limit: limit, today: today)
        return .page(tab, ask, .again, lines, limit: limit)
      }
    }
    figures(tab)
  }

  /// Reads on where the cursor comes near the edge of the window.
  func readOn() {
    guard model.opened == nil, model.form == nil else { return }
    let (tab, list) = (model.tab, model.list)
    if let direction = list.wanted, let edge = direction == .after ? list.lines.last : list.lines.first {
      let (ask, today) = (list.ask, model.today)
      change(tab) { $0.awaits.insert(direction) }
      work { source in
        Shell.read(tab, direction) {
          let lines = try source.lines(
            ask, beyond: edge, forward: direction == .after, limit: ListState.page, today: today)
          return .page(tab, ask, direction, lines, limit: ListState.page)
        }
      }
    }
  }

  /// An answer that is about another list than the one wanted now. What is asked for that one comes after it.
  func outrun(_ tab: Model.Tab, _ direction: ListState.Direction) {
    let isAskedAnew = [.start, .end].contains(direction) && wanted.isPut(tab, list(tab).ask)
    if !isAskedAnew { change(tab) { $0.awaits.remove(direction) } }
  }

  func accept(page: [Line], _ tab: Model.Tab, _ ask: Ask, _ direction: ListState.Direction, limit: Int) {
    guard list(tab).ask == ask else { return outrun(tab, direction) }
    change(tab) { $0.take(page, direction, limit: limit) }
    guard direction == .again, tab == model.tab, let line = list(tab).vanished else { return }
    change(tab) { $0.vanished = nil }
    work { source in .vanished(line, now: (try? source.line(line.id)) ?? nil) }
  }

  /// The household under the cursor is in the list no more: where it went.
  func vanished(_ line: Line, now: Line?) {
    let l = model.language
    let gone = Phrase("\(line.name) staat niet meer in deze lijst", "\(line.name) is no longer in this list")[l]
    guard let now else { return say(gone + ".") }
    let turn = model.rules.who(now.waitingOn, user: model.user, l)
    let facts = [
      now.stage.name[l].lowercasedFirst, now.municipality,
      now.stage == .closed ? "" : "\(Words.turn[l].lowercased()) \(turn)",
    ]
    say(gone + ": " + facts.filter { !$0.isEmpty }.joined(separator: " · ") + ".")
  }

  /// Asks with another filter, owner or order.
  func ask(_ edit: (inout Ask) -> Void) {
    let old = model.list.ask
    change(model.tab) { edit(&$0.ask) }
    guard model.list.ask != old else { return }
    reload(model.tab)
  }

  /// The filter as far as it is typed; a wrong one leaves the last good rows.
  func filterTyped() {
    guard let line = model.list.typing else { return }
    let fault = source.fault(line.text, today: model.today)
    change(model.tab) { $0.fault = fault }
    follow(line, fault)
    askCompletions(line)
  }

  /// The list shows what is typed; while a term of it is wrong, what the others say.
  func follow(_ line: TextLine, _ fault: FilterFault?) {
    guard let fault else { return ask { $0.filter = line.text.trimmed } }
    let letters = line.letters
    var (from, to) = (min(fault.range.lowerBound, letters.count), min(fault.range.upperBound, letters.count))
    while from > 0, !letters[from - 1].isWhitespace { from -= 1 }
    while to < letters.count, !letters[to].isWhitespace { to += 1 }
    let others = String(letters[..<from] + letters[max(from, to)...]).trimmed
    if source.fault(others, today: model.today) == nil { ask { $0.filter = others } }
  }

  /// A page that cannot be read is no longer awaited, so that it is asked for again.
  static func read(_ tab: Model.Tab, _ direction: ListState.Direction, _ job: () throws -> Message) -> Message {
    let message = read(job)
    if case .failed(let phrase) = message { return .unread(tab, direction, phrase) }
    return message
  }

  static func read(_ job: () throws -> Message) -> Message {
    do {
      return try job()
    } catch let failure as SourceFailure {
      return .failed(failure.phrase)
    } catch {
      return .failed(Phrase(same: "\(error)"))
    }
  }
}
