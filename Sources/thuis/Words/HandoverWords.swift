import Casebook
import Journey

/// How many handovers were warm, by what passed the household on.
struct HandoverWords: FigureTable {
  let count: HandoverCount
  let rules: Rulebook
  let language: Language
  let area: Area

  let columns = ["change", "warm", "cold", "open", "warmShare", "medianDays"]

  var titles: [String] {
    language == .nl
      ? ["Overdracht", "Warm", "Koud", "Loopt", "% warm", "Dagen"]
      : ["Handover", "Warm", "Cold", "Open", "% warm", "Days"]
  }

  private var changes: [Handover.Change] { Handover.Change.allCases.filter { count.byChange[$0] != nil } }

  private func name(_ change: Handover.Change) -> String {
    rules.together.handover(change)?.name[language] ?? change.rawValue
  }

  var rows: [[String]] {
    changes.map { change in
      let tally = count.byChange[change] ?? .init()
      return [
        name(change), String(tally.warm), String(tally.cold), String(tally.open),
        tally.warmShare.map(String.init) ?? "",
        tally.medianDays.map(String.init) ?? "",
      ]
    }
  }

  var json: JSON {
    .object([
      "scope": .text(area.code),
      "handovers": .list(
        changes.map { change in
          let tally = count.byChange[change] ?? .init()
          return .object([
            "change": .text(change.rawValue), "name": .text(name(change)), "warm": .number(tally.warm),
            "cold": .number(tally.cold), "open": .number(tally.open), "warmShare": JSON(tally.warmShare),
            "medianDays": JSON(tally.medianDays),
          ])
        }),
    ])
  }
}
