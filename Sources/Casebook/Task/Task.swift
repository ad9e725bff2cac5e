import GRDB
import Journey
import Quota

/// The book of the task, which everybody who opens the casebook shares.
extension Casebook {
  /// All that was posted, folded. Folded once until somebody posts again.
  public func taskBook() throws(CasebookFailure) -> TaskBook { try read { db in try taskBook(db) } }

  /// Posts as one act: all of it is on the disk when this returns, none when it throws. What the book says already is left
  /// out, so the same list twice changes nothing.
  ///
  /// - Parameter day: on which it happened; nil: today.
  /// - Returns: the book after it.
  /// - Throws: `.refused` with the field it is about, decided on the book as it is when it is written.
  @discardableResult
  public func post(
    _ bodies: [TaskEvent.Body], on day: Day? = nil, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day
  ) throws(CasebookFailure) -> TaskBook {
    try post(bodies.map { (day ?? today, $0) }, by: actor, source: source, rules: rules, today: today)
  }

  /// The same for postings of several days.
  @discardableResult
  public func post(
    _ entries: [(day: Day, body: TaskEvent.Body)], by actor: Actor, source: Event.Source, rules: Rulebook, today: Day
  ) throws(CasebookFailure) -> TaskBook {
    try write { db in
      var book = try taskBook(db)
      let now = stamps.now()
      let act = stamps.eventID(at: now)
      var fresh: [TaskEvent] = []
      for (day, body) in entries where !book.says(body) {
        if let refusal = book.refusal(body, on: day, rules, today: today) { throw CasebookFailure.refused(refusal) }
        fresh.append(
          TaskEvent(
            id: fresh.isEmpty ? act : stamps.eventID(at: now), number: book.number + 1, day: day, recordedAt: now,
            actor: actor, source: source, act: act, body: body))
        // Those after it are decided on what it made of the book.
        book = TaskBook(book.events + [fresh.last!])
      }
      guard !fresh.isEmpty else { return book }
      let (store, wire) = (TaskStore(db: db), TaskWire())
      for event in fresh { try store.append(event, wire) }
      try Casebook.countChange(db)
      return book
    }
  }

  /// Takes back the last act that holds, or the one named; taking back what took back brings it back. An event like any
  /// other.
  @discardableResult
  public func undoTask(
    act: EventID? = nil, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day
  ) throws(CasebookFailure) -> TaskBook {
    let last = try taskBook().undoableAct
    guard let act = act ?? last else {
      throw .refused(Refusal(Phrase("Er is niets om terug te nemen.", "There is nothing to take back.")))
    }
    return try post([.undone(.init(act))], by: actor, source: source, rules: rules, today: today)
  }

  func taskBook(_ db: Database) throws -> TaskBook {
    let store = TaskStore(db: db)
    let last = try store.last()
    // Numbers only rise and nothing is changed, so the same last number is the same book.
    if let known = task.with({ $0 }), known.number == last { return known }
    let known = task.with { $0 }.flatMap { $0.number < last ? $0.events : nil } ?? []
    let book = TaskBook(known + (try store.events(after: known.last?.number ?? 0)))
    task.with { $0 = book }
    return book
  }
}
