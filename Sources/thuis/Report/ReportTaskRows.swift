import Casebook
import Exchange
import Journey
import Quota

/// The rows of the task: of each municipality, of each province where the area is the country, and of the area.
struct ReportTaskRows {
  let filling: ReportFilling
  let forecasts: ReportForecast
  /// The ledger's line of the whole area.
  let line: LedgerLine
  private let signals: [String: [Signal]]
  /// Who is on the way now, by CBS code: the households and all their persons, as the stages of the board have them.
  private let onTheWay: [String: Tally]

  init(_ filling: ReportFilling, _ forecasts: ReportForecast) throws {
    (self.filling, self.forecasts) = (filling, forecasts)
    line = filling.ledger.line(filling.area, in: filling.period)
    // They are of now: of another half-year they would say what is not so.
    signals = Dictionary(grouping: line.isOnTheWayNow ? filling.ledger.signals(filling.area) : [], by: \.municipality)
    let groups = try filling.casebook.grouped(filling.area, by: .municipality)
    onTheWay = groups.filter { Stage.onTheWay.contains($0.key) }.values.joined().reduce(into: [:]) {
      $0[$1.key, default: Tally()].households += $1.households
      $0[$1.key, default: Tally()].persons += $1.persons
    }
  }

  func all() throws -> (task: ReportContent.TaskRow, groups: [ReportContent.Group]) {
    let lines = filling.ledger.lines(filling.area, in: filling.period)
    let task = try row(line)
    guard filling.area == .country else {
      let rows = lines.count == 1 ? [task] : try lines.map { try row($0) }
      return (task, [ReportContent.Group(sum: task, rows: rows)])
    }
    let byProvince = Dictionary(grouping: lines) { line in
      Reference.municipality(code: line.area.code)?.province ?? ""
    }
    var groups = try Reference.provinces.map { province in
      let sum = filling.ledger.line(.province(province.code), in: filling.period)
      return ReportContent.Group(
        sum: try row(sum), rows: try (byProvince[province.code] ?? []).map { try row($0) })
    }
    // A municipality that the tables do not know stands by itself.
    groups += try (byProvince[""] ?? []).map { ReportContent.Group(sum: try row($0), rows: [try row($0)]) }
    return (task, groups)
  }

  private func row(_ line: LedgerLine) throws -> ReportContent.TaskRow {
    var row = ReportContent.TaskRow(area: line.area)
    row.target = line.target.persons
    row.basis = line.target.words
    row.isTargetUnknown = line.target.isUnknown
    row.balanceBefore = line.balanceBefore
    (row.correction, row.shift) = (line.correction, line.shift)
    row.task = line.target.persons == nil ? nil : line.task
    row.housed = self.line.value(.housed) == nil ? .unknown : Count(line.housed)
    row.onTheWay = line.value(.onTheWay).map { Count($0) } ?? .unknown
    if line.listsOnTheWay {
      let here = line.area.municipalities.compactMap { onTheWay[$0] }
      row.households = Count(here.reduce(0) { $0 + $1.households })
      row.allOnTheWay = Count(here.reduce(0) { $0 + $1.persons })
    }
    row.balance = line.value(.balance).map { Count($0) } ?? .unknown
    (row.linked, row.excusable) = (line.linked, line.excusable)
    row.enforceableBacklog = Count(line.enforceableBacklog)
    row.pace = line.pace.map { pace in
      let classes = filling.rules.task.pace(on: filling.period.first)
      return ReportContent.Pace(
        pace.rule.name, rank: classes.firstIndex(of: pace.rule) ?? 0, norm: pace.normPersons, months: pace.months)
    }
    if let forecast = try forecasts.brief(line) {
      row.band = ReportContent.Band(p15: Count(forecast.p15), p50: Count(forecast.p50), p85: Count(forecast.p85))
      row.chance = forecast.chance
    }
    if case .municipality(let code) = line.area { add(code, to: &row) }
    return row
  }

  /// What is recorded of a municipality by name.
  private func add(_ code: String, to row: inout ReportContent.TaskRow) {
    let standing = filling.ledger.book.supervisionStanding(code, in: filling.period)
    row.supervision = standing.words(filling.rules)
    if let latest = standing.latest {
      let said = ["\(latest.value.period)", latest.value.letter, latest.value.agreement]
      let facts = said.filter { !$0.isEmpty }.map { Phrase(same: $0) }
      // Of a half-year that is over nothing is late now.
      var all = facts + latest.value.days + standing.earlierDays
      if line.isOnTheWayNow, let late = standing.late(filling.today) {
        let days = Digits.days(filling.today - late.day)
        all.append(late.words + Phrase(same: " ") + days + Phrase(" te laat", " late"))
      }
      row.supervision = all.reduce(row.supervision) { $0 + Phrase(same: "; ") + $1 }
    }
    row.signals = (signals[code] ?? []).map { signal in
      let rule = filling.rules.task.signals.first { $0.id == signal.rule }
      return ReportContent.Signal(rule?.name ?? Phrase(same: signal.rule), words: signal.words, since: signal.since)
    }
    let approach = Approach(code, filling.ledger.book, filling.rules, today: filling.today)
    row.approach = approach.parts.map { part in
      let actions = approach.actions.filter(\.isOpen).map { $0.words(filling.rules) }
      let recorded = part.strength == .missing ? [] : [part.summary] + (part.ingredient == .plan ? actions : [])
      return ReportContent.Ingredient(
        part.ingredient.name, ReportContent.Ingredient.Strength(rawValue: part.strength.rawValue) ?? .missing,
        recorded: recorded, gaps: part.gaps)
    }
  }
}
