import Casebook
import Journey
import Quota

/// A column of the table of the task.
enum TaskColumn: Int, CaseIterable, Sendable {
  case name, target, balance, correction, shift, task, housed, onTheWay, forecast, chance, gap, supervision, approach

  /// Those of a page: corrections and shifts only where there are any.
  static func all(in page: TaskPage) -> [TaskColumn] {
    let lines = (page.rows + [page.sum].compactMap(\.self)).map(\.line)
    return allCases.filter { column in
      switch column {
      case .correction: lines.contains { $0.correction != 0 }
      case .shift: lines.contains { $0.shift != 0 }
      default: true
      }
    }
  }

  func title(_ ask: TaskAsk) -> Phrase {
    switch self {
    case .name:
      if case .municipality = ask.area { return Phrase("Halfjaar", "Half-year") }
      return ask.area == .country && !ask.isFine ? Phrase("Provincie", "Province") : Words.municipality
    case .target: return LedgerFigure.target.name
    case .balance: return LedgerFigure.balanceBefore.name
    case .correction: return LedgerFigure.correction.name
    case .shift: return LedgerFigure.shift.name
    case .task: return LedgerFigure.task.name
    case .housed: return LedgerFigure.housed.name
    case .onTheWay: return LedgerFigure.onTheWay.name
    case .forecast: return Phrase("Prognose", "Forecast")
    case .chance: return Phrase("Kans", "Chance")
    case .gap: return Phrase("Verschil", "Gap")
    case .supervision: return Phrase("Toezicht", "Supervision")
    case .approach: return Phrase("S P B", "S P C")
    }
  }

  /// What a column without a figure of the ledger says, for who chooses it.
  var help: Phrase {
    if let figure { return figure.help }
    return switch self {
    case .forecast:
      Phrase("gehuisvest aan het eind: P50 (P15–P85)", "housed by the end: P50 (P15–P85)")
    case .chance: Phrase("kans dat de opgave wordt gehaald", "chance that the task is met")
    case .gap:
      Phrase(
        "prognose - opgave; van een halfjaar dat voorbij is gehuisvest - opgave",
        "forecast - task; of a half-year that is over housed - task")
    case .supervision: Phrase("laatst vastgelegde stap van de provincie", "latest recorded step of the province")
    case .approach:
      Phrase("projectstructuur, integraal plan, bestuurlijk commitment", "structure, plan, commitment")
    default: Phrase(same: "")
    }
  }

  /// The figure of the ledger that stands in it.
  var figure: LedgerFigure? {
    switch self {
    case .target: .target
    case .balance: .balanceBefore
    case .correction: .correction
    case .shift: .shift
    case .task: .task
    case .housed: .housed
    case .onTheWay: .onTheWay
    case .name, .forecast, .chance, .gap, .supervision, .approach: nil
    }
  }

  var isNumber: Bool { ![.name, .supervision, .approach].contains(self) }

  func text(_ row: TaskRow, _ l: Language) -> String {
    switch self {
    case .name: return row.name[l]
    case .target: return row.line.target.persons.map { $0.grouped(l) } ?? "–"
    case .balance:
      return (row.line.isBalanceOfNow ? Phrase("nu ", "now ")[l] : "") + row.line.balanceBefore.signed(l)
    case .correction: return row.line.correction.signed(l)
    case .shift: return row.line.shift.signed(l)
    case .task: return row.line.target.persons == nil ? "–" : row.line.task.grouped(l)
    case .housed: return row.line.value(.housed).map { $0.grouped(l) } ?? "–"
    case .onTheWay: return row.line.value(.onTheWay).map { $0.grouped(l) } ?? "–"
    case .forecast: return row.forecast.map { $0.text(l) } ?? noForecast(row, l)
    case .chance: return row.forecast?.figures?.chance.map { Forecast.percent($0, l) } ?? "–"
    case .gap: return row.gap.map { $0.signed(l) } ?? "–"
    case .supervision: return supervision(row, l)
    case .approach: return row.approach.map(sign).joined(separator: " ")
    }
  }

  /// In the room of a number; the pane beside the table says it in a sentence.
  private func noForecast(_ row: TaskRow, _ l: Language) -> String {
    switch row.noForecast {
    case nil: "…"
    case .notBegun: Phrase("niet begonnen", "not begun")[l]
    case .lastDay: Phrase("laatste dag", "last day")[l]
    case .over: Phrase("voorbij", "over")[l]
    }
  }

  private func supervision(_ row: TaskRow, _ l: Language) -> String {
    switch row.supervision {
    // Where the room is short the first words stay.
    case .step(_, let name): return (row.lateReviews > 0 ? Phrase("te laat: ", "late: ")[l] : "") + name[l]
    case .municipalities(let count):
      let late = row.lateReviews > 0 ? Phrase(", \(row.lateReviews) te laat", ", \(row.lateReviews) late")[l] : ""
      return count == 0 ? "–" : Phrase("bij \(count)", "in \(count)")[l] + late
    case nil: return "–"
    }
  }

  private func sign(_ readiness: TaskRow.Readiness) -> String {
    switch readiness {
    case .one(let strength): strength.sign
    case .many(let count): String(count)
    }
  }

  /// By what rows are sorted; what is not known comes last whichever way.
  func weight(_ row: TaskRow) -> Double? {
    switch self {
    case .name: nil
    case .target: row.line.target.persons.map(Double.init)
    case .balance: Double(row.line.balanceBefore)
    case .correction: Double(row.line.correction)
    case .shift: Double(row.line.shift)
    case .task: row.line.target.persons == nil ? nil : Double(row.line.task)
    case .housed: row.line.value(.housed).map(Double.init)
    case .onTheWay: row.line.value(.onTheWay).map(Double.init)
    case .forecast: (row.forecast?.figures?.p50).map(Double.init)
    case .chance: row.forecast?.figures?.chance
    case .gap: row.gap.map(Double.init)
    case .supervision:
      switch row.supervision {
      case .step(let place, _): Double(place)
      case .municipalities(let count): count == 0 ? nil : Double(count)
      case nil: nil
      }
    case .approach:
      row.approach.isEmpty
        ? nil
        : row.approach.reduce(0) { sum, one in
          switch one {
          case .one(let strength): sum + Double(strength.rawValue)
          case .many(let count): sum + Double(count)
          }
        }
    }
  }
}

extension Int {
  /// With its sign: `+6`, `-1.041`, `0`.
  func signed(_ language: Language) -> String { Digits.signed(self, language) }
}
