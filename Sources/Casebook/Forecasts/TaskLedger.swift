import Journey
import Quota

extension Casebook {
  /// The account of the task as it stands on a day: postings, and what the stories say of who was housed, also before the
  /// first posting, and who is linked.
  public func ledger(rules: Rulebook, today: Day) throws(CasebookFailure) -> Ledger {
    Ledger(try taskBook(), rules: rules, figures: try taskFigures(from: Day(number: 0), asOf: today), today: today)
  }
}
