import Journey

@testable import Quota

/// A book told posting by posting, for tests.
struct TaskTelling {
  var book = TaskBook()
  var rules = Rulebook.builtIn
  var today = Day(2027, 3, 1)!

  static let utrecht = "GM0344"
  static let zeist = "GM0355"

  /// Posts as one act, as the casebook does, without asking whether the rules allow it.
  mutating func post(_ bodies: TaskEvent.Body..., on day: Day? = nil) {
    let act = EventID(high: 7, low: UInt64(book.number + 1))
    var events = book.events
    for body in bodies {
      events.append(
        TaskEvent(
          id: events.count == book.number ? act : EventID(high: 8, low: UInt64(events.count)),
          number: events.count + 1, day: day ?? today, recordedAt: 0, actor: Actor("anna"), source: .command, act: act,
          body: body))
    }
    book = TaskBook(events)
  }

  func ledger(_ housed: [String: [Day: Int]] = [:], on day: Day? = nil) -> Ledger {
    Ledger(
      book, rules: rules,
      figures: TaskFigures(housed: { code, first, last in
        housed[code, default: [:]].reduce(0) { $1.key >= first && $1.key <= last ? $0 + $1.value : $0 }
      }), today: day ?? today)
  }

  func line(_ code: String, _ period: HalfYear, housed: [Day: Int] = [:], on day: Day? = nil) -> LedgerLine {
    ledger([code: housed], on: day).line(.municipality(code), in: period)
  }
}

/// The rulebook of the program with a part of its text changed.
func rulebook(_ changes: (String, String)...) -> Rulebook {
  var text = Rulebook.builtInText
  for (old, new) in changes {
    precondition(text.contains(old), "the rulebook does not say \(old)")
    text = text.replacing(old, with: new)
  }
  guard case .success(let book) = Rulebook.read(text) else { preconditionFailure("the changed rulebook does not read") }
  return book
}
