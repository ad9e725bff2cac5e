import Journey
import Quota

extension Casebook {
  /// The account of the task as it stands on a day: postings, and what the stories say of who was housed and who is linked.
  public func ledger(rules: Rulebook, today: Day) throws(CasebookFailure) -> Ledger {
    let book = try taskBook()
    let first = (book.begin ?? HalfYear(holding: today)).first
    return Ledger(book, rules: rules, figures: try taskFigures(from: min(first, today)), today: today)
  }
}
