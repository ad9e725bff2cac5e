import Journey

/// The account of the task: what there was to do, what was done, what is carried over. Computed from postings, stories and
/// rules; never stored, so it cannot disagree with them.
public struct Ledger: Sendable {
  public let book: TaskBook
  public let rules: Rulebook
  let figures: TaskFigures
  /// The day on which it stands.
  public let today: Day

  public init(_ book: TaskBook, rules: Rulebook, figures: TaskFigures = .none, today: Day) {
    (self.book, self.rules, self.figures, self.today) = (book, rules, figures, today)
  }

  /// The line of any area.
  public func line(_ area: Area, in period: HalfYear) -> LedgerLine {
    if case .municipality(let code) = area { return line(ofMunicipality: code, in: period) }
    return sum(lines(area, in: period), area, period)
  }

  /// The lines of the municipalities of an area, in its order; of the country also those the tables do not know.
  public func lines(_ area: Area, in period: HalfYear) -> [LedgerLine] {
    codes(of: area).map { line(ofMunicipality: $0, in: period) }
  }

  /// The half-years of an area's account up to and including `period`: from where a book of its begins.
  public func history(_ area: Area, through period: HalfYear) -> [LedgerLine] {
    let codes = codes(of: area)
    let first = min(codes.compactMap { book.begins[$0] }.min() ?? period, period)
    let accounts = codes.map { account($0, from: first, through: period) }
    return (accounts.first ?? []).indices.map { index in
      let lines = accounts.map { $0[index] }
      if case .municipality = area { return lines[0] }
      return sum(lines, area, lines[0].period)
    }
  }

  /// Of the country also those that the tables do not know.
  private func codes(of area: Area) -> [String] {
    let known = area.municipalities
    guard area == .country else { return known }
    return known + book.municipalities.subtracting(known).sorted()
  }

  // MARK: - A municipality

  private func line(ofMunicipality code: String, in period: HalfYear) -> LedgerLine {
    var carried: Int?
    var at = min(book.begins[code] ?? period, period)
    while at < period {
      carried = line(code, at, carried: carried).balance
      at = at.next
    }
    return noted(line(code, period, carried: carried), carried)
  }

  /// - Parameter first: not later than the account begins.
  private func account(_ code: String, from first: HalfYear, through last: HalfYear) -> [LedgerLine] {
    var (lines, carried): ([LedgerLine], Int?) = ([], nil)
    var at = first
    while at <= last {
      lines.append(noted(line(code, at, carried: carried), carried))
      carried = book.begins[code].flatMap { $0 <= at ? lines.last!.balance : nil }
      at = at.next
    }
    return lines
  }

  /// The figures alone.
  ///
  /// - Parameter carried: the balance that the half-year before ended with; nil: its account is not kept here.
  private func line(_ code: String, _ period: HalfYear, carried: Int?) -> LedgerLine {
    let posted = book.figures[period]?[code] ?? PostedFigures()
    var line = LedgerLine(
      area: .municipality(code), period: period, target: book.target(of: code, in: period, rules))
    let carried = rules.task.carries(on: period.first) ? carried : nil
    line.balanceBefore = posted.balanceBefore?.persons ?? carried ?? 0
    line.balancesMissing = posted.balanceBefore == nil && carried == nil ? 1 : 0
    line.correction = posted.corrections.reduce(0) { $0 + $1.persons }
    line.shift = posted.shifts.reduce(0) { $0 + $1.persons }
    let published = closing(posted, period)
    line.housed = published?.persons ?? counted(code, period)
    line.isHousedByStories = published == nil
    line.isOnTheWayNow = holdsToday(period)
    line.onTheWay = holdsToday(period) ? figures.onTheWay(code) : posted.onTheWay?.persons ?? 0
    guard let target = line.target.persons else {
      // Nothing to weigh what was done against: what was carried over stands still.
      line.balance = line.balanceBefore - line.correction - line.shift
      return line
    }
    line.task = target - line.balanceBefore + line.correction + line.shift
    line.balance = line.housed - line.task
    excuse(&line, code, posted)
    line.pace = Pace(housed: line.housed, task: line.task, in: period, on: today, rules)
    return line
  }

  func holdsToday(_ period: HalfYear) -> Bool { period.first <= today && today <= period.last }

  /// A published state as of the end of a half-year closes it; until that day the stories tell.
  func closing(_ posted: PostedFigures, _ period: HalfYear) -> Posted? {
    today < period.last ? nil : posted.realised.flatMap { $0.day >= period.last ? $0 : nil }
  }

  /// The last state up to and including the reference date, from that day on; what was linked later excuses nothing.
  func linked(_ posted: PostedFigures, _ period: HalfYear) -> Posted? {
    let day = rules.task.referenceDate(half: period.half, from: period.first) ?? today
    return day <= today ? posted.linked.last { $0.day <= day } : nil
  }

  private func counted(_ code: String, _ period: HalfYear) -> Int {
    period.first > today ? 0 : figures.housed(code, period.first, min(period.last, today))
  }

  private func excuse(_ line: inout LedgerLine, _ code: String, _ posted: PostedFigures) {
    let period = line.period
    guard rules.task.excuses(on: period.first) else {
      line.enforceableBacklog = max(0, -line.balance)
      return
    }
    if let posted = linked(posted, period) {
      line.linked = posted.persons
    } else if let day = rules.task.referenceDate(half: period.half, from: period.first), day <= today {
      line.linked = figures.linked(code, period, day)
    }
    line.excusable = line.linked.map { max(0, line.task - $0) } ?? 0
    line.enforceableBacklog = max(0, max(0, -line.balance) - line.excusable)
  }

  /// With what one should know of it.
  private func noted(_ line: LedgerLine, _ carried: Int?) -> LedgerLine {
    var noted = line
    noted.notes = notes(line, line.area.code, book.figures[line.period]?[line.area.code] ?? PostedFigures(), carried)
    return noted
  }

  private func notes(_ line: LedgerLine, _ code: String, _ posted: PostedFigures, _ carried: Int?) -> [Phrase] {
    var notes: [Phrase] = []
    if case .abolished = line.target.basis {
      notes.append(
        line.target.words
          + Phrase(
            "; het saldo van \(Digits.signed(line.balance)) blijft als geschiedenis staan",
            "; the balance of \(Digits.signed(line.balance)) stays as history"))
    } else if line.target.persons == nil {
      notes.append(Phrase("geen doel: ", "no target: ") + line.target.words)
    }
    if let published = posted.realised, published.persons != counted(code, line.period) {
      let counted = counted(code, line.period)
      notes.append(
        Phrase(
          "gepubliceerd gehuisvest \(published.persons) (stand \(published.day)), volgens de dossiers \(counted)",
          "published as housed \(published.persons) (as of \(published.day)), by the dossiers \(counted)"))
    }
    if let before = posted.balanceBefore, let carried, before.persons != carried {
      let gap = Digits.signed(before.persons - carried)
      notes.append(
        Phrase(
          "beginsaldo \(Digits.signed(before.persons)) geboekt; het vorige halfjaar eindigde op \(Digits.signed(carried)): verschil \(gap)",
          "balance before posted as \(Digits.signed(before.persons)); the half-year before ended at \(Digits.signed(carried)): difference \(gap)"
        ))
    }
    if line.balancesMissing > 0, rules.task.carries(on: line.period.first), line.target.persons != nil {
      notes.append(
        Phrase("beginsaldo niet bekend, gerekend met 0", "balance before not known, taken as 0"))
    }
    if case .computed = line.target.basis, let late = lateness(line.period) { notes.append(late) }
    return notes
  }

  private func lateness(_ period: HalfYear) -> Phrase? {
    guard let published = book.needs[period]?.value.published, let rule = rules.task.target(on: period.first) else {
      return nil
    }
    let due = period.first - rule.publicationDays
    guard published > due else { return nil }
    return Phrase(
      "behoefte gepubliceerd op \(published), dat moest uiterlijk \(due)",
      "need published on \(published), due by \(due)")
  }

  // MARK: - An area

  private func sum(_ lines: [LedgerLine], _ area: Area, _ period: HalfYear) -> LedgerLine {
    var sum = LedgerLine(area: area, period: period, target: total(lines))
    sum.isOnTheWayNow = holdsToday(period)
    for line in lines {
      sum.balanceBefore += line.balanceBefore
      sum.balancesMissing += line.balancesMissing
      sum.correction += line.correction
      sum.shift += line.shift
      sum.task += line.task
      sum.housed += line.housed
      sum.isHousedByStories = sum.isHousedByStories && line.isHousedByStories
      sum.onTheWay += line.onTheWay
      sum.balance += line.balance
      sum.linked = line.linked.map { $0 + (sum.linked ?? 0) } ?? sum.linked
      sum.excusable += line.excusable
      sum.enforceableBacklog += line.enforceableBacklog
    }
    if sum.target.persons != nil {
      sum.pace = Pace(housed: sum.housed, task: sum.task, in: period, on: today, rules)
    } else if let first = lines.first {
      // With a target for some, what all of them housed cannot be weighed against it.
      let isPartial = lines.contains { $0.target.persons != nil }
      sum.notes.append(
        (isPartial
          ? Phrase("geen doel van het geheel: ", "no target of the whole: ") + sum.target.words : first.target.words)
          + Phrase(", saldo \(Digits.signed(sum.balance))", ", balance \(Digits.signed(sum.balance))"))
    }
    if sum.balancesMissing > 0, sum.target.persons != nil {
      sum.notes.append(
        Phrase(
          "beginsaldo van \(sum.balancesMissing) gemeenten niet bekend, gerekend met 0",
          "balance before of \(sum.balancesMissing) municipalities not known, taken as 0"))
    }
    if let late = lateness(period) { sum.notes.append(late) }
    return sum
  }

  private func total(_ lines: [LedgerLine]) -> Target {
    var (published, computed, none, persons) = (0, 0, 0, 0)
    // A code that the tables do not know and that did nothing leaves the whole as it is.
    let lines = lines.filter {
      $0.target.persons != nil || $0.housed != 0 || Reference.municipality(code: $0.area.code) != nil
    }
    for line in lines {
      persons += line.target.persons ?? 0
      switch line.target.basis {
      case .published: published += 1
      case .computed: computed += 1
      default: none += 1
      }
    }
    let basis = Target.Basis.sum(published: published, computed: computed, none: none)
    // Where the rules have no task that is what there is to say.
    if published + computed == 0, let first = lines.first, case .abolished = first.target.basis {
      return Target(persons: nil, basis: first.target.basis)
    }
    return Target(persons: published + computed == 0 || none > 0 ? nil : persons, basis: basis)
  }
}
