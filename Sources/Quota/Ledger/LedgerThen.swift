import Journey

// The account as it stood on an earlier day.
extension Ledger {
  /// The line of a municipality as it stood at the end of a day: what the stories tell until then, without what was corrected
  /// or shifted later. nil: nobody knows, as the half-year had not begun, or a later published state says another number of
  /// all that were housed in it than the stories do.
  func line(of code: String, in period: HalfYear, on day: Day) -> LedgerLine? {
    guard day >= period.first else { return nil }
    let now = line(.municipality(code), in: period)
    if day >= today { return now }
    if day < period.last, !now.isHousedByStories, now.housed != counted(code, period) { return nil }
    let then = posted(by: day)
    return Ledger(then.book, rules: rules, figures: figures, today: day).line(.municipality(code), in: period)
  }
}

extension TaskScene {
  /// The fields of a step of the province that keep what the account said of its day.
  public static let thenFields = ["balance", "excusable"]
  /// The fields by which it is asked.
  public static let fieldsOfThen: Set = ["municipality", "period", "day"]

  public static let unknownThen = Phrase(
    "het saldo van die dag is niet bekend", "the balance of that day is not known")

  /// What stands in these, of the municipality, half-year and day that were answered; empty: nobody knows.
  public func then(_ values: [String: String]) -> [String: String] {
    let answers = Answers(values: values, today: today)
    guard let code = try? answers.municipality("municipality"), let day = try? answers.when(),
      let period = HalfYear(answers.text("period")), let line = ledger?.line(of: code, in: period, on: day),
      line.isBalanceKnown
    else { return [:] }
    return [
      "balance": (line.balance > 0 ? "+" : "") + String(line.balance),
      "excusable": line.value(.excusable).map(String.init) ?? "",
    ]
  }
}
