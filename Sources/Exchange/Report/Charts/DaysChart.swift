import Journey

/// Whose turn it was on the days between permit and home: a bar for each party.
struct DaysChart {
  let content: ReportContent
  let language: Language

  var html: Html {
    let parties = content.days.parties.filter { $0.days > 0 }
    let all = parties.reduce(0) { $0 + $1.days }
    guard all > 0, let most = parties.map(\.days).max() else { return "" }
    let (left, full) = (210.0, Plot.width - 210 - 150)
    var drawn: Html = ""
    for (index, party) in parties.enumerated() {
      let y = Double(index) * 30 + 6
      let width = full * Double(party.days) / Double(most)
      let share = Percent.whole(Double(party.days) / Double(all), language)
      drawn += """
        <text x="\(left - 8)" y="\(y + 14)" text-anchor="end">\(party.name[language])</text>\
        <rect class="done" x="\(left)" y="\(y)" width="\(width)" height="20"/>\
        <text class="strong" x="\(left + width + 8)" y="\(y + 14)">\(share)\
        <tspan class="quiet"> \(Digits.grouped(party.days, language)) d</tspan></text>

        """
    }
    let title = Phrase("Waar de dagen bleven", "Where the days went")
    func words(_ language: Language) -> String {
      parties.map { "\($0.name[language]) \(Percent.whole(Double($0.days) / Double(all), language))" }
        .joined(separator: ", ") + "."
    }
    return Plot.drawing(
      "days", height: Double(parties.count) * 30 + 8, title, Phrase(words(.nl), words(.en)), language, drawn)
  }
}
