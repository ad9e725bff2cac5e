import Journey

// What makes one ask again before a step of the province is posted.
extension Ledger {
  func doubts(ofStep step: TaskEvent.SupervisionStep, on day: Day) -> [TaskDoubt] {
    otherwise(step, on: day) + [early(step, on: day), lighter(step, on: day)].compactMap(\.self)
  }

  /// Where its half-year had not begun.
  private func early(_ step: TaskEvent.SupervisionStep, on day: Day) -> TaskDoubt? {
    guard day < step.period.first else { return nil }
    let (nl, en) = (DayText.dated(day, .nl), DayText.dated(day, .en))
    return TaskDoubt(
      words: Phrase("\(nl) ligt voor \(step.period)", "\(en) lies before \(step.period)"), field: "day")
  }

  /// Where it says another balance or excuse than the account has of its day.
  private func otherwise(_ step: TaskEvent.SupervisionStep, on day: Day) -> [TaskDoubt] {
    guard let then = line(of: Reference.present(step.municipality), in: step.period, on: day), then.isBalanceKnown
    else { return [] }
    func doubt(_ given: Int?, _ told: Int, _ words: Phrase, _ field: String) -> TaskDoubt? {
      guard let given, given != told else { return nil }
      return TaskDoubt(words: Phrase("volgens het grootboek was ", "by the account ") + words, field: field)
    }
    func signed(_ l: Language) -> String { Digits.signed(then.balance, l) }
    func grouped(_ l: Language) -> String { Digits.grouped(then.excusable, l) }
    return [
      doubt(
        step.balance, then.balance, Phrase("het saldo \(signed(.nl))", "the balance was \(signed(.en))"), "balance"),
      doubt(
        step.excusable, then.excusable, Phrase("verschoonbaar \(grouped(.nl))", "\(grouped(.en)) was excusable"),
        "excusable"),
    ].compactMap(\.self)
  }

  /// Where a heavier one stands by its day, of the same half-year.
  private func lighter(_ step: TaskEvent.SupervisionStep, on day: Day) -> TaskDoubt? {
    func place(_ code: String) -> Int { rules.supervision.firstIndex { $0.code == code } ?? -1 }
    let earlier = (book.supervision[Reference.present(step.municipality)] ?? []).filter { posted in
      posted.value.period == step.period && posted.event.map { $0.day <= day } ?? true
    }
    guard let heaviest = earlier.max(by: { place($0.value.step) < place($1.value.step) }),
      place(step.step) < place(heaviest.value.step)
    else { return nil }
    let (there, this) = (rules.supervisionStep(heaviest.value.step), rules.supervisionStep(step.step))
    return TaskDoubt(
      words: Phrase(
        "stap \(there.nl) staat al in \(step.period); dit is stap \(this.nl)",
        "step \(there.en) stands already in \(step.period); this is step \(this.en)"), field: "step")
  }
}
