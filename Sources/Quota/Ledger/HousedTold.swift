import Journey

// Whether nobody housed means that nobody was.
extension Ledger {
  /// Whether a figure was posted of a municipality by then, or its stories tell of somebody housed since its account began: a
  /// correction or shift alone tells nothing of that.
  func isTold(_ code: String, _ period: HalfYear) -> Bool {
    if let first = book.tellsFrom[code], first <= period { return true }
    guard let begin = book.begins[code], begin <= period else { return false }
    return figures.housed(code, begin.first, min(period.last, today)) > 0
  }
}

extension LedgerLine {
  /// What the next half-year begins with; nil: nobody knows it.
  var carried: Int? { isBalanceKnown ? balance : nil }
}
