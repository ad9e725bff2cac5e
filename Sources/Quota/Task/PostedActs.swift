import Journey

/// The acts of a book for its log: what each posted, and who took it back. Made once for all lines.
public struct PostedActs: Sendable {
  /// Of each act its first posting, and how many it has.
  private var acts: [EventID: (first: TaskEvent, count: Int)] = [:]
  /// Of each act that does not hold, what took it back.
  private var taken: [EventID: TaskEvent] = [:]

  /// - Parameter events: all of the book, as they were posted: what takes back comes after what it takes back.
  public init(_ events: [TaskEvent]) {
    for event in events { acts[event.act, default: (first: event, count: 0)].count += 1 }
    for event in events.reversed() where taken[event.act] == nil {
      if case .undone(let what) = event.body { taken[what.act] = event }
    }
  }

  func postings(of act: EventID) -> (first: TaskEvent, count: Int)? { acts[act] }

  /// Who took a posting back and when, where it does not hold; nil: it holds.
  public func takenBack(_ event: TaskEvent) -> Phrase? {
    taken[event.act].map { by in
      let (nl, en) = (DayText.dated(by.day, .nl), DayText.dated(by.day, .en))
      return by.actor.name.isEmpty
        ? Phrase("teruggenomen op \(nl)", "taken back on \(en)")
        : Phrase("teruggenomen op \(nl) door \(by.actor.name)", "taken back on \(en) by \(by.actor.name)")
    }
  }
}
