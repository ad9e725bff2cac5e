import Journey

/// Persons that moved in, a bar for each week, with the mean of the weeks of this half-year.
struct WeeksChart {
  let content: ReportContent
  let language: Language

  var html: Html {
    let weeks = content.weeks
    guard let first = weeks.first?.first, let last = weeks.last?.last else {
      return "<p>\(Phrase("Er zijn nog geen weken om te tonen.", "There are no weeks to show yet.")[language])</p>"
    }
    let (highest, mean) = (weeks.compactMap { $0.persons.drawn }.max() ?? 0, content.meanOfWeeks)
    var plot = Plot(from: first, through: last + 1, upTo: max(highest, mean ?? 0, 4))
    (plot.height, plot.right) = (260, 128)
    var drawn = FlowChart.patterns + plot.axes(Phrase("personen per week", "persons a week"), language)
    let slot = plot.x(first + 7) - plot.x(first)
    for week in weeks {
      let x = plot.x(week.first) + slot * 0.12
      let width = max(1, (plot.x(week.last + 1) - plot.x(week.first)) - slot * 0.24)
      let y = plot.y(week.persons.drawn ?? 0)
      let isNow = week.first >= content.period.first
      drawn += """
        <rect class="\(isNow ? "done" : "past" as Html)" x="\(x)" y="\(y)" width="\(width)" height="\(plot.ground - y)"/>\
        <text class="small" x="\(x + width / 2)" y="\(y - 4)" text-anchor="middle">\(week.persons.text(language))</text>

        """
    }
    if let mean {
      let y = plot.y(mean)
      drawn += """
        <line class="pace" x1="\(plot.x(max(first, content.period.first)))" y1="\(y)" x2="\(plot.end)" y2="\(y)"/>\
        <text x="\(plot.end + 6)" y="\(y + 4)">\(Phrase("gemiddeld ", "mean ")[language])\(Percent.tenths(mean, language))</text>

        """
    }
    let title = Phrase("Personen die verhuisden, per week", "Persons that moved in, by week")
    return plot.drawing("weeks", title, description, language, drawn)
  }

  private var description: Phrase {
    let mean = content.meanOfWeeks.map {
      Phrase(
        " Gemiddeld dit halfjaar \(Percent.tenths($0, .nl)) per week.",
        " On average \(Percent.tenths($0, .en)) a week this half-year.")
    }
    return Phrase(
      "Een staaf voor elke week; lichte staven zijn van het vorige halfjaar.",
      "A bar for each week; light bars are of the half-year before.")
      + (mean ?? Phrase(same: ""))
  }
}
