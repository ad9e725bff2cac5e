import Journey

/// How households were kept in touch with, a bar for each month, four measures under each other.
struct ContactChart {
  let content: ReportContent
  let language: Language

  private struct Measure {
    var name: Phrase
    /// Per month; nil: nobody knows, or it is withheld.
    var values: [Double?]
    var isShare = false
  }

  private var measures: [Measure] {
    let months = content.contact
    return [
      Measure(
        name: Phrase("Dagen van koppeling tot eerste gesprek", "Days from link to first call"),
        values: months.map { $0.firstCall.map(Double.init) }),
      Measure(
        name: Phrase("Dagen tot een antwoord", "Days until an answer"),
        values: months.map { $0.answerDays.map(Double.init) }),
      Measure(
        name: Phrase("Te lang stil, deel van de dagen", "Silent too long, share of the days"),
        values: months.map(\.silentShare), isShare: true),
      Measure(
        name: Phrase("Warm overgedragen, deel", "Handed over warmly, share"), values: months.map(\.warmShare),
        isShare: true),
    ]
  }

  /// Of one measure: its name, the bars with their numbers.
  private static let height = 96.0
  private static let bars = 48.0
  private static let foot = 24.0

  var html: Html {
    let measures = measures
    guard measures.contains(where: { $0.values.contains { $0 != nil } }) else { return "" }
    let slot = Plot.width / Double(max(1, content.contact.count))
    var drawn: Html = ""
    for (index, measure) in measures.enumerated() {
      let top = Double(index) * Self.height
      drawn += "<text class=\"strong\" x=\"\(0.0)\" y=\"\(top + 14)\">\(measure.name[language])</text>\n"
      drawn += row(measure, slot, ground: top + Self.height - 12)
    }
    let ground = Double(measures.count) * Self.height
    for (index, month) in content.contact.enumerated() {
      let name = String(DayText.brief(month.first, language).drop { $0 != " " }.dropFirst())
      let words = month.first.parts.month == 1 || index == 0 ? "\(name) \(month.first.year)" : name
      drawn +=
        "<text x=\"\((Double(index) + 0.5) * slot)\" y=\"\(ground + 12)\" text-anchor=\"middle\">\(words)</text>\n"
    }
    return Plot.drawing(
      "contact-months", height: ground + Self.foot, Phrase("Contact per maand", "Contact by month"),
      Phrase(
        "Voor elke maand een staaf: hoe lang het eerste gesprek en een antwoord duurden, hoeveel dagen te lang stil waren, en hoeveel warm werd overgedragen. Een streepje is een maand zonder cijfer.",
        "A bar for each month: how long the first call and an answer took, how many days were silent for too long, and how much was handed over warmly. A dash is a month without a figure."
      ), language, drawn)
  }

  private func row(_ measure: Measure, _ slot: Double, ground: Double) -> Html {
    let highest = max(measure.isShare ? 0.01 : 1, measure.values.compactMap(\.self).max() ?? 1)
    var drawn: Html = "<line class=\"axis\" x1=\"\(0.0)\" y1=\"\(ground)\" x2=\"\(Plot.width)\" y2=\"\(ground)\"/>\n"
    for (index, value) in measure.values.enumerated() {
      let middle = (Double(index) + 0.5) * slot
      guard let value else {
        drawn += "<text class=\"small\" x=\"\(middle)\" y=\"\(ground - 4)\" text-anchor=\"middle\">–</text>\n"
        continue
      }
      let bar = Self.bars * value / highest
      let text = measure.isShare ? Percent.whole(value, language) : String(Int(value))
      let isLast = index == measure.values.count - 1
      drawn += """
        <rect class="\(isLast ? "done" : "past" as Html)" x="\(middle - slot * 0.34)" y="\(ground - bar)" \
        width="\(slot * 0.68)" height="\(bar)"/>\
        <text class="small" x="\(middle)" y="\(ground - bar - 4)" text-anchor="middle">\(text)</text>

        """
    }
    return drawn
  }
}
