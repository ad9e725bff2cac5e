import Journey

/// Persons in each stage over time, one on another, on top of those that came home: where a band grows thick, people wait.
struct FlowChart {
  let content: ReportContent
  let language: Language

  /// Bands from the ground up: home, then the last stage before it, and so on to the first.
  private var bands: [(name: Phrase, heights: [Double])] {
    let flow = content.flow
    let home = ReportContent.Flow.home(content.weeks, on: flow.days).map { $0.drawn ?? 0 }
    let stages = flow.stages.indices.reversed().map { index in
      (name: flow.stages[index].name, heights: flow.persons.map { $0[index].drawn ?? 0 })
    }
    return [(Phrase("Gehuisvest", "Housed"), home)] + stages
  }

  var html: Html {
    let (bands, days) = (bands, content.flow.days)
    guard days.count > 1 else {
      return
        "<p>\(Phrase("Er zijn nog geen twee weken om te tonen.", "There are not two weeks to show yet.")[language])</p>"
    }
    let sums = days.indices.map { day in bands.reduce(0) { $0 + $1.heights[day] } }
    var plot = Plot(from: days[0], through: days.last!, upTo: max(sums.max() ?? 0, 4))
    (plot.height, plot.right) = (360, 170)
    var drawn = FlowChart.patterns + plot.axes(Phrase("personen", "persons"), language)
    var below = [Double](repeating: 0, count: days.count)
    var middles: [Double] = []
    for (index, band) in bands.enumerated() {
      let above = zip(below, band.heights).map { $0 + $1 }
      let upper = zip(days, above).map { (x: plot.x($0), y: plot.y($1)) }
      let lower = zip(days, below).map { (x: plot.x($0), y: plot.y($1)) }
      let shape = Plot.path(upper + lower.reversed()) + "Z"
      drawn += "<path class=\"band b\(index)\" d=\"\(shape)\"/>\n"
      if index % 2 == 1 {
        drawn += "<path fill=\"url(#\(index % 4 == 1 ? "dots" : "hatch" as Html))\" d=\"\(shape)\"/>\n"
      }
      // A hair apart, so that labels of empty bands keep their order.
      middles.append((upper.last!.y + lower.last!.y) / 2 - 0.01 * Double(index))
      below = above
    }
    drawn += labels(plot, bands.map(\.name), bands.map { $0.heights.last! }, middles)
    let title = Phrase("Personen per fase, week na week", "Persons in each stage, week by week")
    return plot.drawing("flow", title, description, language, drawn)
  }

  private func labels(_ plot: Plot, _ names: [Phrase], _ ends: [Double], _ middles: [Double]) -> Html {
    let places = Spread.places(middles, gap: 16, within: plot.top...plot.ground)
    let last = content.flow.persons.last ?? []
    let home = ReportContent.Flow.home(content.weeks, on: content.flow.days).last?.text(language) ?? ""
    let counts = [home] + last.reversed().map { $0.text(language) }
    let texts = names.indices.map { index -> Html in
      """
      <line class="lead" x1="\(plot.end + 2)" y1="\(middles[index])" x2="\(plot.end + 10)" y2="\(places[index])"/>\
      <rect class="band b\(index)" x="\(plot.end + 12)" y="\(places[index] - 5)" width="10" height="10"/>\
      <text x="\(plot.end + 27)" y="\(places[index] + 4)">\(names[index][language]) \(counts[index])</text>

      """
    }
    return "\(texts)"
  }

  private var description: Phrase {
    let (first, last) = (content.flow.days.first!, content.flow.days.last!)
    return Phrase(
      "Van \(DayText.long(first, .nl)) tot \(DayText.long(last, .nl)), van onder naar boven: wie sindsdien gehuisvest is en dan elke fase, de laatste eerst.",
      "From \(DayText.long(first, .en)) to \(DayText.long(last, .en)), from the ground up: those housed since then, and then each stage, the last one first."
    )
  }

  /// So that neighbours differ in black and white too.
  static let patterns: Html = """
    <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <line class="ink" x1="0" y1="0" x2="0" y2="6"/></pattern>\
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="inked" cx="2" cy="2" r="0.9"/>\
    </pattern></defs>

    """
}
