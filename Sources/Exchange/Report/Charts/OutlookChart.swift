import Journey

/// Who will make it: of each area housed so far and the band of the forecast, in percent of its task.
struct OutlookChart {
  let rows: [ReportContent.TaskRow]
  let language: Language

  /// More would be a chart nobody reads.
  static let mostRows = 45
  private static let highest = 1.5

  /// The worst first. Without a task or a forecast that may be shown there is nothing to draw.
  private var drawn: [(row: ReportContent.TaskRow, task: Double, band: (Double, Double, Double))] {
    rows.compactMap { row in
      guard let task = row.task, task > 0, let band = row.band, let p15 = band.p15.number, let p50 = band.p50.number,
        let p85 = band.p85.number
      else { return nil }
      return (row, Double(task), (Double(p15), Double(p50), Double(p85)))
    }.sorted { ($0.band.1 / $0.task, $0.row.area.code) < ($1.band.1 / $1.task, $1.row.area.code) }
  }

  var html: Html {
    let rows = drawn
    guard rows.count > 1, rows.count <= Self.mostRows else { return "" }
    let (left, end, step, top) = (170.0, Plot.width - 86, 22.0, 30.0)
    let ground = top + Double(rows.count) * step
    func x(_ share: Double) -> Double { left + (end - left) * min(max(share, 0), Self.highest) / Self.highest }
    var parts: Html = ""
    for percent in [0, 25, 50, 75, 100, 125, 150] {
      let place = x(Double(percent) / 100)
      let words = Percent.whole(Double(percent) / 100, language)
      parts += """
        <line class="\(percent == 100 ? "task" : "grid" as Html)" x1="\(place)" y1="\(top - 6)" x2="\(place)" y2="\(ground)"/>\
        <text x="\(place)" y="\(top - 12)" text-anchor="middle"\(percent == 100 ? " class=\"strong\"" : "" as Html)>\(words)</text>

        """
    }
    parts +=
      "<text class=\"strong\" x=\"\(Plot.width)\" y=\"\(top - 12)\" text-anchor=\"end\">\(Phrase("kans", "chance")[language])</text>\n"
    for (index, (row, task, band)) in rows.enumerated() {
      let y = top + Double(index) * step + step / 2
      let housed = row.housed.number.map { Double($0) / task }
      let bar: Html =
        housed.map { "<rect class=\"past\" x=\"\(left)\" y=\"\(y - 4)\" width=\"\(x($0) - left)\" height=\"8\"/>" }
        ?? ""
      let (low, middle, high) = (x(band.0 / task), x(band.1 / task), x(band.2 / task))
      parts += """
        <text x="\(left - 8)" y="\(y + 4)" text-anchor="end">\(row.area.name[language])</text>\(bar)\
        <line class="range" x1="\(low)" y1="\(y)" x2="\(max(high, low + 1))" y2="\(y)"/>\
        <circle class="point" cx="\(middle)" cy="\(y)" r="4"/>\
        <text x="\(Plot.width)" y="\(y + 4)" text-anchor="end">\(row.chance.map { Percent.chance($0, language) } ?? "*")</text>

        """
    }
    let title = Phrase("Wie haalt de opgave", "Who will meet the task")
    return Plot.drawing("outlook", height: ground + 8, title, description(rows.map(\.row)), language, parts)
      + key(rows.count)
  }

  /// - Parameter drawn: of how many of all it tells.
  private func key(_ drawn: Int) -> Html {
    let words =
      Phrase(
        "In procenten van de opgave. Staaf: gehuisvest. Stip: verwacht. Dikke lijn: zeven van de tien uitkomsten. Wie het verst achterloopt staat bovenaan.",
        "In percent of the task. Bar: housed. Dot: expected. Thick line: seven outcomes in ten. The furthest behind stands first."
      ) + others(drawn)
    return "<p class=\"key\">\(words[language])</p>\n"
  }

  private func description(_ rows: [ReportContent.TaskRow]) -> Phrase {
    let likely = rows.count { ($0.chance ?? 0) >= Verdict.even.upperBound }
    let (meet, are) = likely == 1 ? ("haalt", "is") : ("halen", "are")
    return Phrase(
      "\(likely) van de \(rows.count) die getekend zijn \(meet) de opgave eerder wel dan niet; de tabel hieronder heeft de cijfers.",
      "\(likely) of the \(rows.count) that are drawn \(are) more likely to meet the task than to miss it; the table below has the numbers."
    )
      + others(rows.count)
  }

  /// ` Van 16 van de 26 gebieden zijn de aantallen te klein om te tonen.`; nothing where all are drawn.
  private func others(_ drawn: Int) -> Phrase {
    let withheld = rows.count { row in
      guard let band = row.band, row.task ?? 0 > 0 else { return false }
      return [band.p15, band.p50, band.p85].contains(where: \.isHidden)
    }
    func of(_ count: Int, _ why: Phrase) -> Phrase {
      count == 0
        ? Phrase(same: "")
        : Phrase(" Van \(count) van de \(rows.count) gebieden ", " Of \(count) of the \(rows.count) areas ") + why
    }
    return of(withheld, Phrase("zijn de aantallen te klein om te tonen.", "the numbers are too small to show."))
      + of(
        rows.count - drawn - withheld,
        Phrase("is er geen opgave of geen prognose.", "there is no task or no forecast."))
  }
}
