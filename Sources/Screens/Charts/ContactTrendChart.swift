import Casebook
import Journey
import Terminal

/// How households were kept in touch with, month by month: four rows of bars under each other, the latest month at the right.
struct ContactTrendChart: Chart {
  var trend: ContactTrend

  private struct Measure: Sendable {
    var name: Phrase
    var unit: Phrase
    var value: @Sendable (ContactTrend.Month) -> Int?
  }

  private static let days = Phrase("dagen", "days")

  private static let measures: [Measure] = [
    Measure(
      name: Phrase("Van koppeling tot eerste gesprek", "From link to first call"), unit: days, value: { $0.firstCall }),
    Measure(name: Phrase("Tot een antwoord", "Until an answer"), unit: days, value: { $0.answerDays }),
    Measure(
      name: Phrase("Te lang stil", "Silent too long"), unit: Phrase("% van de dagen", "% of the days"),
      value: { $0.silentShare }),
    Measure(name: Phrase("Warm overgedragen", "Handed over warmly"), unit: Phrase("%", "%"), value: { $0.warmShare }),
  ]

  var title: Phrase { Phrase("Contact", "Contact") }

  var nothing: Phrase? {
    trend.months.allSatisfy { month in Self.measures.allSatisfy { $0.value(month) == nil } }
      ? Phrase("Nog geen contact om te tellen.", "No contact to count yet.") : nil
  }

  func summary(_ l: Language) -> String {
    guard !trend.months.isEmpty else { return title[l] }
    let months = Digits.counted(trend.months.count, Phrase("maand", "month"), Phrase("maanden", "months"))[l]
    return Phrase("In \(months): ", "In \(months): ")[l]
      + Self.measures.map { "\($0.name[l].lowercasedFirst) \(Self.text($0, trend.whole, l))" }.joined(separator: ", ")
  }

  private static func text(_ measure: Measure, _ month: ContactTrend.Month, _ l: Language) -> String {
    guard let value = measure.value(month) else { return Phrase("nog niet bekend", "not known yet")[l] }
    let unit = measure.unit[l]
    return "\(value)\(unit.hasPrefix("%") && l == .en ? "" : " ")\(unit)"
  }

  // MARK: - Picture

  func picture(_ l: Language, on canvas: inout Canvas) {
    let size = canvas.size
    let slot = max(1, min(9, size.columns / max(1, trend.months.count)))
    let shown = Array(trend.months.suffix(size.columns / slot))
    let isNamed = size.rows >= Self.measures.count * 2 + 1 && slot >= 4
    let rows = size.rows - (isNamed ? 1 : 0)
    let (height, left) = (rows / Self.measures.count, rows % Self.measures.count)
    guard height >= 2 else { return lines(l, on: &canvas) }
    var y = 0
    for (index, measure) in Self.measures.enumerated() {
      // Rows that are left go to the first of them, one each.
      let area = Rect(x: 0, y: y, width: size.columns, height: height + (index < left ? 1 : 0))
      draw(measure, shown, slot: slot, in: area, l, on: &canvas)
      y += area.height
    }
    guard isNamed else { return }
    for (index, month) in shown.enumerated() {
      canvas.put(month.first.monthName(l), x: index * slot, y: y, width: slot - 1, style: .dim)
    }
  }

  /// What it is, then bars; their numbers above them where there is room. None has no bar: its 0 stands there.
  private func draw(
    _ measure: Measure, _ shown: [ContactTrend.Month], slot: Int, in area: Rect, _ l: Language, on canvas: inout Canvas
  ) {
    canvas.put("\(measure.name[l]): \(Self.text(measure, trend.whole, l))", x: area.x, y: area.y, width: area.width)
    let isNumbered = area.height >= 3 && slot >= 4
    let bars = area.height - (isNumbered ? 2 : 1)
    let values = shown.map(measure.value)
    let top = max(1, values.compactMap(\.self).max() ?? 1)
    for (index, value) in values.enumerated() {
      let x = area.x + index * slot
      guard let value else {
        if slot > 1 { canvas.put("·", x: x, y: area.endY - 1, style: .dim) }
        continue
      }
      if isNumbered { canvas.put(String(value), x: x, y: area.y + 1, width: slot - 1, style: .dim) }
      guard value > 0 else {
        if !isNumbered { canvas.put("0", x: x, y: area.endY - 1, style: .dim) }
        continue
      }
      let eighths = max(1, value * bars * 8 / top)
      canvas.putColumn(
        x: x, width: max(1, slot - 1), floor: area.endY - 1, eighths: eighths,
        style: index == values.count - 1 ? .accent : .dim)
    }
  }

  /// Without room for bars, what all months together say.
  private func lines(_ l: Language, on canvas: inout Canvas) {
    for (index, measure) in Self.measures.enumerated() where index < canvas.size.rows {
      canvas.put(
        "\(Self.text(measure, trend.whole, l)) · \(measure.name[l].lowercasedFirst)", x: 0, y: index,
        width: canvas.size.columns)
    }
  }

  // MARK: - Numbers

  func table(_ l: Language) -> [[String]] {
    let header =
      l == .nl
      ? [
        "Maand", "Gekoppeld", "Nog niet gebeld", "Dagen tot bellen", "Antwoorden", "Dagen tot antwoord", "% stil",
        "Warm", "Koud", "% warm",
      ]
      : [
        "Month", "Linked", "Not called yet", "Days to call", "Answers", "Days to answer", "% silent", "Warm", "Cold",
        "% warm",
      ]
    return [header]
      + trend.months.map { month in
        // Where nobody was linked there was nobody to call.
        let numbers = [
          month.linked, month.linked == 0 ? nil : month.uncalled, month.firstCall, month.answers, month.answerDays,
          month.silentShare, month.warm,
          month.cold, month.warmShare,
        ]
        return [String(month.first.description.prefix(7))] + numbers.map { $0.map(String.init) ?? "-" }
      }
  }
}

extension Day {
  /// `nov`
  func monthName(_ l: Language) -> String {
    String(DayText.brief(self, l).drop { $0 != " " }.dropFirst())
  }
}
