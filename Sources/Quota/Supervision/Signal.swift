import Journey

/// A threshold of the rulebook that was crossed. It points; whether a step follows is the province's to decide.
public struct Signal: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// CBS code.
  public let municipality: String
  public let words: Phrase
  /// The day it was crossed.
  public let since: Day
  /// Where the rule comes from.
  public let source: String
  /// The days of which it says who was housed, where the stories tell; nil: it says that of none, or a posting does.
  public let housed: ClosedRange<Day>?
}

extension Ledger {
  /// Every signal that stands today over the municipalities of an area; longest first, of one day by name.
  public func signals(_ area: Area) -> [Signal] {
    // Of each day the account as it was then: what was posted later does not rewrite what was signalled.
    var accounts = [today: self]
    for day in rules.task.signals.map(crossing) where accounts[day] == nil { accounts[day] = posted(by: day) }
    func place(_ signal: Signal) -> (Day, String, String) {
      (signal.since, Folding.key(Reference.name(ofMunicipality: signal.municipality)), signal.rule)
    }
    return area.municipalities.flatMap { signals(ofMunicipality: $0, accounts) }.sorted { place($0) < place($1) }
  }

  /// Whether a rule signals in this half-year: it must hold on the day on which it looks at it.
  public func looks(_ rule: TaskRules.SignalRule) -> Bool { rule.validity.covers(crossing(rule)) }

  /// The day on which a rule looks at this half-year.
  private func crossing(_ rule: TaskRules.SignalRule) -> Day {
    let begin = HalfYear(holding: today).first
    return rule.sort == .pace ? begin.adding(months: rule.count) : begin
  }

  /// Without the corrections and shifts that were posted later. Lists that are published later count: they say how it was.
  func posted(by day: Day) -> Ledger {
    func isLater(_ event: TaskEvent) -> Bool {
      switch event.body {
      case .correction, .shift: event.day > day
      default: false
      }
    }
    guard book.effective.contains(where: isLater) else { return self }
    return Ledger(TaskBook(book.events.filter { !isLater($0) }), rules: rules, figures: figures, today: today)
  }

  private func signals(ofMunicipality code: String, _ accounts: [Day: Ledger]) -> [Signal] {
    // Where nothing was ever posted there is no account to judge.
    guard let begin = book.begins[code] else { return [] }
    let province = Reference.municipality(code: code)?.province ?? ""
    return rules.task.signals.filter {
      looks($0) && ($0.provinces.isEmpty || $0.provinces.contains(province))
    }.compactMap { rule in
      let then = accounts[crossing(rule)] ?? self
      let found: (Phrase, Day)? =
        switch rule.sort {
        case .backlog: then.backlog(code, begin)
        case .missed: then.missed(code, begin, rule)
        case .pace: then.behind(code, rule.count)
        }
      return found.map { words, since in
        Signal(
          rule: rule.id, municipality: code, words: words, since: since, source: rule.source,
          housed: rule.sort == .pace ? then.housedByStories(code, before: since) : nil)
      }
    }
  }

  private func backlog(_ code: String, _ begin: HalfYear) -> (Phrase, Day)? {
    let period = HalfYear(holding: today).previous
    guard period >= begin else { return nil }
    let line = line(.municipality(code), in: period)
    guard line.target.persons != nil, line.isBalanceKnown, line.balance < 0 else { return nil }
    let day = period.next.first
    func words(_ l: Language) -> (String, String, String) {
      (Digits.grouped(-line.balance, l), DayText.brief(day, l), Digits.grouped(line.enforceableBacklog, l))
    }
    let (nl, en) = (words(.nl), words(.en))
    return (
      Phrase(
        "achterstand van \(nl.0) op \(nl.1), waarvan \(nl.2) afdwingbaar",
        "backlog of \(en.0) on \(en.1), of which \(en.2) enforceable"), day
    )
  }

  private func missed(_ code: String, _ begin: HalfYear, _ rule: TaskRules.SignalRule) -> (Phrase, Day)? {
    var row: [HalfYear] = []
    var period = HalfYear(holding: today).previous
    while period >= begin {
      let line = plainLine(of: code, in: period).line
      guard line.target.persons != nil, line.isBalanceKnown, line.balance < 0 else { break }
      row.append(period)
      period = period.previous
    }
    // The row is from the latest back: crossed when the count-th from its start ended, or where the rule did not hold yet on
    // that day when the first one after it ended that it looked at.
    let long = row.dropLast(rule.count - 1).map(\.next.first)
    guard let since = long.last(where: rule.validity.covers) else { return nil }
    return (
      Phrase(
        "\(row.count) halfjaren op rij niet gehaald, sinds \(row.last!)",
        "\(row.count) half-years missed in a row, since \(row.last!)"), since
    )
  }

  /// Of the half-year that runs, as it stood at the end of the day before.
  private func line(of code: String, before day: Day) -> LedgerLine {
    Ledger(book, rules: rules, figures: figures, today: day - 1).plainLine(of: code, in: HalfYear(holding: today)).line
  }

  private func housedByStories(_ code: String, before day: Day) -> ClosedRange<Day>? {
    let first = HalfYear(holding: today).first
    return first < day && line(of: code, before: day).isHousedByStories ? first...(day - 1) : nil
  }

  private func behind(_ code: String, _ months: Int) -> (Phrase, Day)? {
    let period = HalfYear(holding: today)
    let day = period.first.adding(months: months)
    guard today >= day, let asked = rules.task.norm(on: period.first) else { return nil }
    let line = line(of: code, before: day)
    // Over at the end of the day before, so the months count in full.
    let norm = asked.persons(of: line.task, after: months)
    guard line.target.persons != nil, line.housed < norm else { return nil }
    func words(_ l: Language) -> (String, String, String, String) {
      (
        DayText.brief(day, l), Digits.grouped(line.housed, l), Digits.grouped(norm, l), Digits.grouped(line.task, l)
      )
    }
    let (nl, en) = (words(.nl), words(.en))
    let time = Digits.counted(months, Phrase("maand", "month"), Phrase("maanden", "months"))
    return (
      Phrase(
        "op \(nl.0) \(nl.1) gehuisvest, de norm na \(time.nl) is \(nl.2) van \(nl.3)",
        "on \(en.0) \(en.1) housed, the norm after \(time.en) is \(en.2) of \(en.3)"), day
    )
  }
}
