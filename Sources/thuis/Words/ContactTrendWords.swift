import Casebook
import Journey

/// How households were kept in touch with, a row for each month.
struct ContactTrendWords: FigureTable {
  let trend: ContactTrend
  let language: Language
  let area: Area

  let columns = [
    "month", "linked", "uncalled", "firstCallDays", "answers", "answerDays", "turnDays", "silentDays", "silentPercent",
    "silentAtOnce", "warm", "cold", "warmPercent",
  ]

  var titles: [String] {
    language == .nl
      ? [
        "Maand", "Gekoppeld", "Nog niet gebeld", "Dagen tot bellen", "Antwoorden", "Dagen tot antwoord", "Beurtdagen",
        "Stille dagen", "% stil", "Meest tegelijk", "Warm", "Koud", "% warm",
      ]
      : [
        "Month", "Linked", "Not called yet", "Days to call", "Answers", "Days to answer", "Turn days", "Silent days",
        "% silent", "Most at once", "Warm", "Cold", "% warm",
      ]
  }

  /// In the order of the columns after the first.
  private func numbers(_ month: ContactTrend.Month) -> [Int?] {
    [
      month.linked, month.uncalled, month.firstCall, month.answers, month.answerDays, month.turnDays, month.silentDays,
      month.silentShare, month.silentAtOnce, month.warm, month.cold, month.warmShare,
    ]
  }

  private func name(_ month: ContactTrend.Month) -> String { String(month.first.description.prefix(7)) }

  var rows: [[String]] {
    trend.months.map { month in [name(month)] + numbers(month).map { $0.map(String.init) ?? "" } }
  }

  var json: JSON {
    .object([
      "scope": .text(area.code),
      "months": .list(
        trend.months.map { month in
          .object(
            Dictionary(uniqueKeysWithValues: zip(columns.dropFirst(), numbers(month).map { JSON($0) }))
              .merging(["month": .text(name(month))]) { $1 })
        }),
    ])
  }
}
