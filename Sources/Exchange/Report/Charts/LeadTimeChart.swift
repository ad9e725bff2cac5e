import Journey

/// Days from permit to home against the day of moving in, with the lines under which half, 85 and 95 in a hundred lie.
struct LeadTimeChart {
  let content: ReportContent
  let language: Language

  var html: Html {
    let times = content.leadTimes
    guard let first = times.months.first?.first, let percentiles = times.percentiles, !times.dots.isEmpty else {
      return ""
    }
    let highest = Double(max(percentiles.p95 ?? percentiles.p85, times.dots.map(\.leadTime).max() ?? 0))
    var plot = Plot(from: first, through: content.day, upTo: highest)
    plot.right = 150
    var drawn = plot.axes(Phrase("dagen van vergunning tot huis", "days from permit to home"), language)
    for dot in times.dots {
      drawn += """
        <circle class="dot" cx="\(plot.x(min(dot.day, plot.last)))" \
        cy="\(plot.y(Double(dot.leadTime)))" r="\(radius(dot.households))"/>

        """
    }
    drawn += lines(plot, percentiles)
    let title = Phrase("Dagen van vergunning tot huis", "Days from permit to home")
    return plot.drawing("leadtimes", title, description(percentiles), language, drawn) + legend
  }

  private func radius(_ households: Count) -> Double {
    guard !content.leadTimes.isEach else { return 2.6 }
    guard let number = households.number else { return 3 }
    return number < 5 ? 3 : number < 10 ? 5 : number < 25 ? 7 : 9
  }

  private func lines(_ plot: Plot, _ percentiles: ReportContent.Percentiles) -> Html {
    var all = [(50, percentiles.p50), (85, percentiles.p85)]
    if let p95 = percentiles.p95 { all.append((95, p95)) }
    let places = Spread.places(all.map { plot.y(Double($0.1)) }.reversed(), gap: 16, within: plot.top...plot.ground)
    let parts = zip(all, places.reversed()).map { line, place -> Html in
      let y = plot.y(Double(line.1))
      let words = Phrase("\(line.0) % binnen \(line.1) d", "\(line.0)% within \(line.1) d")
      return """
        <line class="level" x1="\(plot.left)" y1="\(y)" x2="\(plot.end)" y2="\(y)"/>\
        <line class="lead" x1="\(plot.end + 2)" y1="\(y)" x2="\(plot.end + 10)" y2="\(place)"/>\
        <text class="strong" x="\(plot.end + 13)" y="\(place + 4)">\(words[language])</text>

        """
    }
    return "\(parts)"
  }

  private var legend: Html {
    guard !content.leadTimes.isEach else { return "" }
    var words = Phrase(
      "Een rondje is een maand en een tijdvak van twee weken, groter voor meer huishoudens.",
      "A dot is a month and a span of two weeks, larger for more households.")
    if !content.isInternal {
      words = words + Phrase(" Minder dan 5 zijn niet getekend.", " Fewer than 5 are not drawn.")
    }
    return "<p class=\"key\">\(words[language])</p>"
  }

  private func description(_ percentiles: ReportContent.Percentiles) -> Phrase {
    let last = percentiles.p95.map { Phrase(", 95 van de 100 binnen \($0)", ", 95 in 100 within \($0)") }
    return Phrase(
      "Van de huishoudens die verhuisden had de helft binnen \(percentiles.p50) dagen een huis, 85 van de 100 binnen \(percentiles.p85)",
      "Of the households that moved in half had a home within \(percentiles.p50) days, 85 in 100 within \(percentiles.p85)"
    )
      + (last ?? Phrase(same: "")) + Phrase(same: ".")
  }
}
