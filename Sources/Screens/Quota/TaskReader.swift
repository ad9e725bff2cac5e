import Casebook
import Journey
import Quota

/// Makes what the screen of the task shows of an account and the forecasts that were kept.
struct TaskReader {
  let ledger: Ledger
  /// Of the half-year asked for; of a municipality, whose rows are half-years, also of the one that runs.
  let kept: [TaskLook.Key: KeptForecast]
  /// The number of changes the casebook has seen.
  let changes: Int
  /// Those that stand today over the area asked for.
  let signals: [Signal]

  private var book: TaskBook { ledger.book }
  private var rules: Rulebook { ledger.rules }
  private var today: Day { ledger.today }

  func page(_ ask: TaskAsk) -> TaskPage {
    let signals = signals.reduce(into: [String: Int]()) { $0[$1.municipality, default: 0] += 1 }
    func row(_ id: TaskRow.ID, _ line: LedgerLine) -> TaskRow {
      var row = TaskRow(id, line)
      row.forecast = kept[TaskLook.Key(area: line.area, period: line.period)]
      if row.forecast == nil { row.noForecast = line.period.noForecast(on: today) }
      // Signals, approach and what is late are of now, not of a half-year long gone or to come.
      if line.period <= HalfYear(holding: today) { row.supervision = supervision(line.area, line.period) }
      if line.period != HalfYear(holding: today) { return row }
      row.signals = line.area.municipalities.reduce(0) { $0 + (signals[$1] ?? 0) }
      row.lateReviews = book.lateSupervision(line.area, on: today).count
      row.approach = approach(line.area)
      return row
    }
    var page = TaskPage(ask: ask, rows: [], changes: changes)
    if ask.parts.isEmpty {
      page.rows = ledger.history(ask.area, through: ask.period).map { row(.period($0.period), $0) }
    } else {
      page.rows = ask.parts.map { row(.area($0), ledger.line($0, in: ask.period)) }
      page.sum = row(.area(ask.area), ledger.line(ask.area, in: ask.period))
    }
    let whole = page.sum?.line ?? ledger.line(ask.area, in: ask.period)
    if whole.target.persons == nil { page.nothing = whole.target.words }
    return page
  }

  private func supervision(_ area: Area, _ period: HalfYear) -> TaskRow.Supervision? {
    guard case .municipality(let code) = area else {
      return .municipalities(area.municipalities.count { book.supervisionStanding($0, in: period).latest != nil })
    }
    guard let step = book.supervisionStanding(code, in: period).latest?.value.step else { return nil }
    let place = rules.supervision.firstIndex { $0.code == step }.map { $0 + 1 } ?? 0
    return .step(place, rules.supervisionStep(step))
  }

  private func approach(_ area: Area) -> [TaskRow.Readiness] {
    func strengths(_ code: String) -> [Approach.Strength] {
      Approach(code, book, rules, today: today).parts.map(\.strength)
    }
    if case .municipality(let code) = area { return strengths(code).map { .one($0) } }
    // Of whom nothing was recorded there is nothing in order either.
    let all = area.municipalities.filter(book.municipalities.contains).map(strengths)
    return Approach.Ingredient.allCases.indices.map { part in .many(all.count { $0[part] == .whole }) }
  }

  /// - Parameter housedByDay: persons who counted for the area, on each day of the half-year up to today.
  func look(_ key: TaskLook.Key, housedByDay: [Day: Int]) -> TaskLook {
    let line = ledger.line(key.area, in: key.period)
    var sum = 0
    let housed = housedByDay.sorted { $0.key < $1.key }.map { day, persons in
      sum += persons
      return BurnUp.Housed(day: day, persons: sum)
    }
    var look = TaskLook(
      key: key, line: line,
      burnUp: BurnUp(
        period: key.period, task: line.value(.task), asked: rules.task.norm(on: key.period.first), housed: housed,
        today: today))
    look.burnUp.take(kept[key])
    if key.period == HalfYear(holding: today) { look.signals = signals }
    if case .municipality(let code) = key.area {
      look.approach = Approach(code, book, rules, today: today)
      look.homes = book.knownHomes(code, on: today)
      look.standing = book.supervisionStanding(code, in: key.period)
    } else {
      let all = key.area.municipalities.filter(book.municipalities.contains).map {
        (municipality: $0, approach: Approach($0, book, rules, today: today))
      }
      look.withoutApproach = all.filter(\.approach.isEmpty).map(\.municipality)
      let gaps = all.filter { !$0.approach.isEmpty }.map { (municipality: $0.municipality, lacks: $0.approach.gaps) }
      look.withHomes = book.municipalitiesWithHomes(in: key.area, key.period, on: today)
      look.gaps = gaps.sorted { a, b in (b.lacks.count, a.municipality) < (a.lacks.count, b.municipality) }
    }
    return look
  }
}
