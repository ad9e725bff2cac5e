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

  /// Why stories could not be read since this was asked last; nil: all that was asked was read.
  public func unread() -> (any Error)? { figures.unread() }

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
    let (line, before) = plainLine(of: code, in: period)
    return told(line, after: before)
  }

  /// Of a municipality, without excuse and notes, and that of the half-year before where its account is kept.
  func plainLine(of code: String, in period: HalfYear) -> (line: LedgerLine, before: LedgerLine?) {
    var before: LedgerLine?
    var at = min(book.begins[code] ?? period, period)
    while at < period {
      before = line(code, at, after: before)
      at = at.next
    }
    return (line(code, period, after: before), before)
  }

  /// - Parameter first: not later than the account begins.
  private func account(_ code: String, from first: HalfYear, through last: HalfYear) -> [LedgerLine] {
    var (lines, before): ([LedgerLine], LedgerLine?) = ([], nil)
    var at = first
    while at <= last {
      let line = line(code, at, after: before)
      lines.append(told(line, after: before))
      before = book.begins[code].map { $0 <= at } == true ? line : nil
      at = at.next
    }
    return lines
  }

  /// With what of it can be enforced, and what one should know.
  private func told(_ line: LedgerLine, after before: LedgerLine?) -> LedgerLine {
    var told = excused(line, after: before)
    told.notes = notes(told, posted(line), before?.carried)
    return told
  }

  /// The figures alone.
  ///
  /// - Parameter before: the half-year before; nil: its account is not kept here.
  private func line(_ code: String, _ period: HalfYear, after before: LedgerLine?) -> LedgerLine {
    var line = LedgerLine(
      area: .municipality(code), period: period, target: book.target(of: code, in: period, rules))
    let posted = posted(line)
    let carried = rules.task.carries(on: period.first) ? before?.carried : nil
    line.balanceBefore = posted.balanceBefore?.persons ?? carried ?? 0
    line.isBalanceOfNow = posted.balanceBefore == nil && carried != nil && today <= period.previous.last
    line.balancesMissing = posted.balanceBefore == nil && carried == nil ? 1 : 0
    line.correction = posted.corrections.reduce(0) { $0 + $1.persons }
    line.shift = posted.shifts.reduce(0) { $0 + $1.persons }
    let published = published(posted, code, period)
    line.housed = published?.persons ?? counted(code, period)
    line.isHousedByStories = published == nil
    (line.hasBegun, line.isOnTheWayNow) = (period.first <= today, holdsToday(period))
    line.isHousedKnown = !line.isOver || published != nil || line.housed > 0 || isTold(code, period)
    line.onTheWay = holdsToday(period) ? figures.onTheWay(code) : posted.onTheWay?.persons ?? 0
    line.isOnTheWayKnown = holdsToday(period) || posted.onTheWay != nil
    line.toCome = holdsToday(period) ? figures.toCome(code) : 0
    guard let target = line.target.persons else {
      // Nothing to weigh what was done against: what was carried over stands still, where anything was.
      line.isBalanceKnown = line.balancesMissing == 0
      line.balance = line.isBalanceKnown ? line.balanceBefore - line.correction - line.shift : 0
      return line
    }
    line.task = target - line.balanceBefore + line.correction + line.shift
    line.balance = line.housed - line.task
    line.isBalanceKnown = line.isHousedKnown
    guard line.isBalanceKnown else { return line }
    // A state of a day within the half-year is weighed against the norm of that day.
    let weighed = published.map { min($0.day + 1, today) } ?? today
    line.pace = Pace(housed: line.housed, task: line.task, in: period, on: weighed, rules)
    return line
  }

  /// It has begun and is not over.
  public func holdsToday(_ period: HalfYear) -> Bool { period.first <= today && today <= period.last }

  /// What was posted of a municipality for the half-year of its line.
  func posted(_ line: LedgerLine) -> PostedFigures { book.figures[line.period]?[line.area.code] ?? PostedFigures() }

  /// A published state as of the end of a half-year closes it; until that day the stories tell.
  func closing(_ posted: PostedFigures, _ period: HalfYear) -> Posted? {
    today < period.last ? nil : posted.realised.flatMap { $0.day >= period.last ? $0 : nil }
  }

  /// What wins over the stories of who was housed: a closing state, and where there are no stories the latest one.
  func published(_ posted: PostedFigures, _ code: String, _ period: HalfYear) -> Posted? {
    if let closing = closing(posted, period) { return closing }
    guard let state = posted.realised, period.first <= state.day, state.day <= today, !hasStories(code) else {
      return nil
    }
    return state
  }

  /// Housed by the stories.
  ///
  /// - Parameter day: up to and including it; nil: as far as they go.
  func counted(_ code: String, _ period: HalfYear, through day: Day? = nil) -> Int {
    period.first > today ? 0 : figures.housed(code, period.first, min(period.last, today, day ?? today))
  }
}
