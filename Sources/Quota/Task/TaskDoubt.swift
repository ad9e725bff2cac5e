import Journey

/// What makes one ask again before something is posted: the book does not forbid it, but it is likely a slip.
public struct TaskDoubt: Hashable, Sendable {
  public let words: Phrase
  /// The field it is about.
  public let field: String
}

extension TaskScene {
  /// What makes one ask again before this is posted; empty: nothing does.
  public func doubts(_ body: TaskEvent.Body, on day: Day) -> [TaskDoubt] { ledger?.doubts(body, on: day) ?? [] }
}

extension [TaskDoubt] {
  /// All of them in a sentence.
  public var words: Phrase { map(\.words).joined("; ") }
}

extension Ledger {
  /// The account being as it was before the posting.
  func doubts(_ body: TaskEvent.Body, on day: Day) -> [TaskDoubt] {
    // What is there already changes nothing.
    if book.says(body) { return [] }
    let amounts = body.amounts(on: day)
    var doubts: [TaskDoubt?] = [repeated(body, on: day)]
    doubts.append(amounts.lazy.compactMap { farBeyond($0) }.first)
    doubts.append(beforeBegin(body, amounts))
    var steps: [TaskDoubt] = []
    if case .supervision(let step) = body { steps = self.doubts(ofStep: step, on: day) }
    return doubts.compactMap(\.self) + tasksAfter(body, amounts, on: day) + steps
  }

  // MARK: - Posted already

  private func repeated(_ body: TaskEvent.Body, on day: Day) -> TaskDoubt? {
    guard let earlier = book.effective.last(where: { $0.isRepeated(by: body, on: day) }) else { return nil }
    let field: String =
      switch body {
      case .correction, .shift: "persons"
      case .supervision: "step"
      default: "text"
      }
    let (nl, en) = (DayText.dated(earlier.day, .nl), DayText.dated(earlier.day, .en))
    return TaskDoubt(
      words: Phrase(
        "eenzelfde boeking staat er al, van \(nl) (boeking \(earlier.number))",
        "one like it is there already, of \(en) (posting \(earlier.number))"), field: field)
  }

  // MARK: - Far beyond what there is

  /// Against the target of the half-year or of the one before; where nobody knows either against who lives there.
  private func farBeyond(_ amount: Amount) -> TaskDoubt? {
    let count = abs(amount.count)
    guard count > 100 else { return nil }
    func doubt(_ words: Phrase) -> TaskDoubt {
      let homes = amount.isHomes ? Phrase(" woningen in een halfjaar", " homes in a half-year") : Phrase(same: "")
      return TaskDoubt(
        words: Phrase(Digits.grouped(count, .nl), Digits.grouped(count, .en)) + homes + words,
        field: amount.isHomes ? "homes" : "persons")
    }
    let name = Reference.name(ofMunicipality: amount.municipality)
    for period in [amount.period, amount.period.previous] {
      guard let target = book.target(of: amount.municipality, in: period, rules).persons else { continue }
      guard count > 10 * target else { return nil }
      return doubt(
        Phrase(
          " is meer dan tien keer het doel van \(name) in \(period) (\(Digits.grouped(target, .nl)))",
          " is more than ten times the target of \(name) in \(period) (\(Digits.grouped(target, .en)))"))
    }
    guard let inhabitants = Reference.municipality(code: amount.municipality)?.inhabitantsRecent,
      count > inhabitants / 50
    else { return nil }
    return doubt(
      Phrase(
        " is meer dan één op de vijftig inwoners van \(name) (\(Digits.grouped(inhabitants, .nl)))",
        " is more than one in fifty inhabitants of \(name) (\(Digits.grouped(inhabitants, .en)))"))
  }

  // MARK: - Before the account begins

  private func beforeBegin(_ body: TaskEvent.Body, _ amounts: [Amount]) -> TaskDoubt? {
    switch body {
    case .correction, .shift, .links, .realised: break
    default: return nil
    }
    let early = amounts.first { amount in
      let begin = book.begins[amount.municipality] ?? HalfYear(holding: today)
      guard amount.period < begin else { return false }
      let now = line(.municipality(amount.municipality), in: amount.period)
      return now.target.isUnknown && posted(now).balanceBefore == nil
    }
    guard let early else { return nil }
    let name = Reference.name(ofMunicipality: early.municipality)
    return TaskDoubt(
      words: Phrase(
        "van \(early.period) is geen doel en geen beginsaldo bekend; het overzicht van \(name) begint dan daar",
        "of \(early.period) no target and no opening balance is known; the account of \(name) then begins there"),
      field: "period")
  }

  // MARK: - What becomes of the task

  /// Less than nothing to do, or more shifted away than a published target.
  private func tasksAfter(_ body: TaskEvent.Body, _ amounts: [Amount], on day: Day) -> [TaskDoubt] {
    switch body {
    case .targets, .opening, .correction, .shift: break
    default: return []
    }
    guard let period = amounts.first?.period else { return [] }
    let after = with(body, on: day)
    return Set(amounts.map(\.municipality)).sorted().compactMap { code in
      let then = after.line(.municipality(code), in: period)
      let beyond = body.kind == .targets ? then.shiftBeyondTarget : nil
      guard let words = beyond ?? then.taskBelowZero else { return nil }
      return TaskDoubt(
        words: Phrase(same: "\(Reference.name(ofMunicipality: code)): ") + words, field: "persons")
    }
  }

  /// As it would be with a posting more.
  private func with(_ body: TaskEvent.Body, on day: Day) -> Ledger {
    let id = EventID(high: .max, low: .max)
    let event = TaskEvent(
      id: id, number: book.number + 1, day: day, recordedAt: book.events.last?.recordedAt ?? 0, actor: Actor(""),
      source: .command, act: id, body: body)
    return Ledger(TaskBook(book.events + [event]), rules: rules, figures: figures, today: today)
  }
}

extension LedgerLine {
  /// That more was shifted away than the target; nil: no more was, or there is none.
  fileprivate var shiftBeyondTarget: Phrase? {
    guard let target = target.persons, target + shift < 0 else { return nil }
    func written(_ l: Language) -> (String, String) { (Digits.grouped(-shift, l), Digits.grouped(target, l)) }
    let (nl, en) = (written(.nl), written(.en))
    return Phrase(
      "er is al \(nl.0) verschoven naar een ander, meer dan het doel van \(nl.1)",
      "\(en.0) was shifted to another already, more than the target of \(en.1)")
  }
}

/// How many persons, or homes, a posting says of a municipality in a half-year.
private struct Amount {
  let municipality: String
  let period: HalfYear
  let count: Int
  var isHomes = false
}

extension TaskEvent.Body {
  fileprivate func amounts(on day: Day) -> [Amount] {
    func one(_ code: String, _ period: HalfYear, _ count: Int) -> Amount {
      Amount(municipality: Reference.present(code), period: period, count: count)
    }
    func all(_ table: FigureTable<Int>, _ period: HalfYear) -> [Amount] {
      table.present.sorted { $0.key < $1.key }.map { one($0.key, period, $0.value) }
    }
    switch self {
    case .targets(let p):
      return p.rows.present.sorted { $0.key < $1.key }.flatMap { row in
        row.value.figures.compactMap(\.self).map { one(row.key, p.period, $0) }
      }
    case .opening(let p): return all(p.rows, p.period)
    case .links(let p): return all(p.rows, p.period)
    case .realised(let p): return all(p.rows, p.period)
    case .correction(let p): return [one(p.municipality, p.period, p.persons)]
    case .shift(let p): return [one(p.from, p.period, p.persons), one(p.to, p.period, p.persons)]
    case .homes(let p):
      var homes = one(p.municipality, HalfYear(holding: p.from ?? day), Int((p.rate.perWeek * 26).rounded()))
      homes.isHomes = true
      return [homes]
    default: return []
    }
  }
}

extension TaskEvent {
  /// Whether that says once more what this one does. Lists and what replaces what was before say nothing twice.
  fileprivate func isRepeated(by other: Body, on day: Day) -> Bool {
    switch (body, other) {
    case (.correction(let a), .correction(let b)):
      body.municipality == other.municipality && a.period == b.period && a.persons == b.persons
        && (self.day == day || a.reason == b.reason)
    case (.shift(let a), .shift(let b)):
      Reference.present(a.from) == Reference.present(b.from) && Reference.present(a.to) == Reference.present(b.to)
        && a.period == b.period && a.persons == b.persons && (self.day == day || a.agreement == b.agreement)
    case (.supervision(let a), .supervision(let b)):
      body.municipality == other.municipality && a.period == b.period && a.step == b.step
        && (self.day == day || !a.letter.isEmpty && a.letter == b.letter)
    case (.steeringMet, .steeringMet), (.goal, .goal), (.action, .action), (.commitment, .commitment):
      self.day == day && body == other
    default: false
    }
  }
}
