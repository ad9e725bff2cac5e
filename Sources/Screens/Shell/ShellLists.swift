import Casebook
import Journey
import Terminal

// The windows on the lists: what to read, and taking it in.
extension Shell {
  func change(_ name: ListName, _ edit: (inout ListState) -> Void) {
    // On a copy: the edit may look at the model meanwhile.
    var list = list(name)
    edit(&list)
    model[name] = list
  }

  func list(_ name: ListName) -> ListState { model[name] }

  /// Reads a list from its beginning or its end. What is shown stays until the new lines are there.
  ///
  /// - Parameter id: from the beginning: around this household, half of it before and half from there on; from the top where the
  ///   list has it not.
  func reload(_ name: ListName, _ direction: ListState.Direction = .start, around id: DossierID? = nil) {
    if name == .none { return model.tab == .network ? readNetwork() : readTask() }
    let (ask, today, wanted) = (list(name).ask, model.today, wanted)
    let order = source.order(ask.filter, today: today)
    change(name) {
      $0.awaits.insert(direction)
      $0.typedSort = order
    }
    wanted.put(name, ask)
    work { source in
      Shell.read(name, direction) {
        // Typed on meanwhile: nobody waits for this any more.
        guard wanted.isStill(name, ask) else { return .unneeded(name, direction) }
        let lines = try source.lines(
          ask, beyond: nil, forward: direction == .start, limit: ListState.page, today: today)
        guard let id else { return .page(name, ask, direction, lines, limit: ListState.page) }
        guard !lines.contains(where: { $0.id == id }), lines.count == ListState.page, let line = try source.line(id),
          try source.isListed(id, ask, today: today)
        else { return .around(name, ask, id, before: [], from: lines) }
        let before = try source.lines(ask, beyond: line, forward: false, limit: ListState.page, today: today)
        let from = try source.lines(
          ask, beyond: line, itself: true, forward: true, limit: ListState.page, today: today)
        return .around(name, ask, id, before: before, from: from)
      }
    }
    if direction == .start { figures(name) }
  }

  func figures(_ name: ListName) {
    if case .column(let stage) = name { return readFiltered(stage) }
    let (ask, today, wanted) = (list(name).ask, model.today, wanted)
    work { source in
      guard wanted.isStill(name, ask) else { return .nothing }
      return Shell.read { .count(name, ask, try source.count(ask, today: today)) }
    }
    guard name == .today else { return }
    work { source in
      guard wanted.isStill(name, ask) else { return .nothing }
      return Shell.read { .totals(ask, try source.totals(ask, today: today)) }
    }
  }

  /// Reads all lists again after one did something oneself.
  func refreshLists(after done: [DossierID]) {
    if let id = model.fitting?.dossier, done.contains(id) { model.fitting = nil }
    for name in model.listNames {
      change(name) { $0.expected.formUnion(done) }
      refreshList(name)
    }
    refreshPipeline()
    model.network.expectsChange = true
    if model.tab == .network { readNetwork() }
  }

  /// The same window once more.
  func refreshList(_ name: ListName) {
    let list = list(name)
    guard list.isLoaded, !list.awaits.contains(.again) else { return }
    let (ask, today) = (list.ask, model.today)
    let limit = max(ListState.page, list.lines.count + 1)
    let first = list.reachesStart ? nil : list.lines.first
    change(name) { $0.awaits.insert(.again) }
    work { source in
      Shell.read(name, .again) {
        let lines = try source.lines(ask, beyond: first, forward: true, limit: limit, today: today)
        return .page(name, ask, .again, lines, limit: limit)
      }
    }
    figures(name)
  }

  /// Reads on where the cursor comes near the edge of the window.
  func readOn() {
    guard model.opened == nil, model.form == nil, model.listName != .none else { return }
    let (name, list) = (model.listName, model.list)
    if let direction = list.wanted, let edge = direction == .after ? list.lines.last : list.lines.first {
      let (ask, today) = (list.ask, model.today)
      change(name) { $0.awaits.insert(direction) }
      work { source in
        Shell.read(name, direction) {
          let lines = try source.lines(
            ask, beyond: edge, forward: direction == .after, limit: ListState.page, today: today)
          return .page(name, ask, direction, lines, limit: ListState.page)
        }
      }
    }
  }

  /// An answer that is about another list than the one wanted now. What is asked for that one comes after it.
  func outrun(_ name: ListName, _ direction: ListState.Direction) {
    let isAskedAnew = [.start, .end].contains(direction) && wanted.isPut(name, list(name).ask)
    if !isAskedAnew { change(name) { $0.awaits.remove(direction) } }
  }

  func accept(page: [Line], _ name: ListName, _ ask: Ask, _ direction: ListState.Direction, limit: Int) {
    guard list(name).ask == ask else { return outrun(name, direction) }
    change(name) { $0.take(page, direction, limit: limit) }
    guard direction == .again else { return }
    let (sent, sought, vanished) = (list(name).sent, list(name).seeks, list(name).vanished)
    change(name) { ($0.sent, $0.seeks, $0.vanished) = ([], nil, nil) }
    guard name == model.listName else { return }
    let today = model.today
    if !sent.isEmpty, model.opened == nil {
      work { source in
        // Farther on in the list than what was read of it is not gone.
        let gone = sent.filter { (try? source.isListed($0.id, ask, today: today)) == false }
        return .sent(gone.map { ($0, now: (try? source.line($0.id)) ?? nil) })
      }
    }
    if let sought {
      work { source in
        Shell.read { try source.isListed(sought, ask, today: today) ? .cameBack(name, sought) : .nothing }
      }
    }
    if let vanished {
      work { source in .vanished(vanished, now: (try? source.line(vanished.id)) ?? nil) }
    }
  }

  /// What one did oneself took households out of the list: where they are now, beside what was said of it.
  func sent(_ gone: [(was: Line, now: Line?)]) {
    let l = model.language
    guard let first = gone.first else { return }
    let text =
      gone.count > 1
      ? Phrase(
        "\(gone.count) dossiers staan niet meer in deze lijst", "\(gone.count) dossiers are no longer in this list")[l]
      : first.now.map { $0.whereabouts(since: first.was, l) } ?? ""
    guard !text.isEmpty else { return }
    let mark = stillMarked(gone.map { $0.was.id })
    let hint = model.undoHint
    let said = model.status.flatMap { $0.kind == .good ? $0.text : nil } ?? ""
    let what = said.hasSuffix(hint) ? String(said.dropLast(hint.count)) : said
    // Its name is said with what was done already.
    let before = what.replacing(" · \(first.was.name)", with: "")
    say([before, text + mark].filter { !$0.isEmpty }.joined(separator: " · ") + (what == said ? "" : hint), .good)
  }

  /// A mark is on the household, also where the list has it no more.
  private func stillMarked(_ gone: [DossierID]) -> String {
    let count = gone.count(where: model.marks.contains)
    if count == 0 { return "" }
    return
      (gone.count == 1
      ? Phrase(", en blijft gemarkeerd", ", and stays marked")
      : Phrase("; nog gemarkeerd: \(count)", "; still marked: \(count)"))[model.language]
  }

  /// The household under the cursor is in the list no more: where it went.
  func vanished(_ line: Line, now: Line?) {
    let l = model.language
    let gone = Phrase("\(line.name) staat niet meer in deze lijst", "\(line.name) is no longer in this list")[l]
    let mark = stillMarked([line.id])
    guard let now else { return say(gone + mark + ".") }
    let turn = model.rules.who(now.waitingOn, user: model.user, l)
    let facts = [
      now.stage.name[l].lowercasedFirst, now.municipality,
      now.stage == .closed ? "" : "\(Words.turn[l].lowercased()) \(turn)",
    ]
    say(gone + ": " + facts.filter { !$0.isEmpty }.joined(separator: " · ") + mark + ".")
  }

  /// Asks with another filter, owner or order.
  /// - Parameter stays: the cursor keeps its household, where the list then has it.
  func ask(stays: Bool = false, _ edit: (inout Ask) -> Void) {
    let old = model.list.ask
    change(model.listName) { edit(&$0.ask) }
    guard model.list.ask != old else { return }
    let kept = stays ? model.list.cursor : nil
    if case .column = model.listName { return askBoard(around: kept) }
    reload(model.listName, around: kept)
  }

  /// The whole list again, from what a filter left of it.
  func clearFilter() { ask(stays: true) { $0.filter = "" } }

  /// The filter as far as it is typed; a wrong one leaves the last good rows.
  func filterTyped() {
    guard let line = model.list.typing else { return }
    follow(line, judged(line))
    askCompletions(line)
  }

  /// What is wrong in what is typed, kept to be said; of a word that may yet become a term nothing is said.
  func judged(_ line: TextLine) -> FilterFault? {
    let fault = source.fault(line.text, today: model.today)
    let isUnfinished = Query.unfinishedTerm(in: line.text, cursor: line.cursor) != nil
    let hint = fault == nil && !isUnfinished ? source.hint(line.text, today: model.today) : nil
    let days = fault == nil ? source.daysRead(line.text, today: model.today) : nil
    change(model.listName) { ($0.fault, $0.hint, $0.daysRead) = (fault, hint, days) }
    return fault
  }

  /// The list shows what is typed, but for a word that may yet become a term; while something is wrong the last good rows
  /// stay.
  func follow(_ line: TextLine, _ fault: FilterFault?) {
    guard fault == nil else { return }
    var letters = Array(line.text)
    if let word = Query.unfinishedTerm(in: line.text, cursor: line.cursor) {
      letters.removeSubrange(word)
      guard source.fault(String(letters).trimmed, today: model.today) == nil else { return }
    }
    ask { $0.filter = String(letters).trimmed }
  }

  /// A page that cannot be read is no longer awaited, so that it is asked for again.
  static func read(_ name: ListName, _ direction: ListState.Direction, _ job: () throws -> Message) -> Message {
    let message = read(job)
    if case .failed(let phrase) = message { return .unread(name, direction, phrase) }
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
