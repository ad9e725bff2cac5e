import Journey
import Quota

/// Persons housed since the half-year began, the task, the pace that would meet it, and the cone of the forecast.
struct BurnUpChart {
  let content: ReportContent
  let language: Language

  private var period: HalfYear { content.period }
  private var task: Double? { content.task.task.map(Double.init) }
  /// The sums that stand; from the one to the next the line goes straight.
  private var points: [(day: Day, persons: Double)] {
    content.housedByWeek.compactMap { point in point.persons.drawn.map { (day: point.day, persons: $0) } }
  }
  /// Nobody before the half-year begins; nil: it does not stand.
  private var housed: Double? {
    guard let last = content.housedByWeek.last else { return 0 }
    return last.persons.drawn ?? content.task.housed.drawn
  }
  private var cone: [(day: Day, p15: Double, p50: Double, p85: Double)] {
    guard case .forecast(let forecast) = content.outlook else { return [] }
    return forecast.cone.compactMap { point in
      guard let p15 = point.band.p15.drawn, let p50 = point.band.p50.drawn, let p85 = point.band.p85.drawn else {
        return nil
      }
      return (point.day, p15, p50, p85)
    }
  }

  var html: Html {
    let (points, cone) = (points, cone)
    let reached = max(points.last?.persons ?? 0, housed ?? 0)
    let highest = max(task ?? 0, reached, cone.map(\.p85).max() ?? 0, 4)
    var plot = Plot(from: period.first - 1, through: period.last, upTo: highest)
    plot.right = 150
    var drawn = plot.axes(Phrase("personen", "persons"), language)
    drawn += coneParts(plot, cone)
    drawn += taskParts(plot)
    if points.count > 0 { drawn += "<path class=\"line\" d=\"\(Plot.path(steps(points, plot)))\"/>\n" }
    drawn += todayParts(plot) + endLabels(plot, cone)
    let title = Phrase("Gehuisvest in het \(period.words.nl)", "Housed in the \(period.words.en)")
    return plot.drawing("burnup", title, description(cone), language, drawn)
  }

  private func coneParts(_ plot: Plot, _ cone: [(day: Day, p15: Double, p50: Double, p85: Double)]) -> Html {
    guard !cone.isEmpty else { return "" }
    let today = plot.x(max(content.day, period.first - 1))
    let start = housed.map { [(x: today, y: plot.y($0))] } ?? []
    let upper = cone.map { (x: plot.x($0.day), y: plot.y($0.p85)) }
    let lower = cone.map { (x: plot.x($0.day), y: plot.y($0.p15)) }
    let middle = start + cone.map { (x: plot.x($0.day), y: plot.y($0.p50)) }
    return """
      <path class="cone" d="\(Plot.path(start + upper + lower.reversed()))Z"/>
      <path class="middle" d="\(Plot.path(middle))"/>

      """
  }

  private func taskParts(_ plot: Plot) -> Html {
    guard let task, task > 0 else { return "" }
    let (from, until, y) = (plot.x(period.first - 1), plot.x(period.last), plot.y(task))
    let path = content.norm.map { Plot.path(monthly($0, Int(task), plot)) }
    let pace: Html = path.map { "<path class=\"pace\" d=\"\($0)\"/>\n" as Html } ?? ""
    return """
      <line class="task" x1="\(from)" y1="\(y)" x2="\(until)" y2="\(y)"/>
      \(pace)
      """
  }

  /// Level through each week, up at its end: nobody is drawn as housed before they were. Straight over weeks whose sums do
  /// not stand.
  private func steps(_ points: [(day: Day, persons: Double)], _ plot: Plot) -> [(x: Double, y: Double)] {
    var line: [(x: Double, y: Double)] = [(x: plot.x(period.first - 1), y: plot.y(0))]
    var last = period.first - 1
    for point in points {
      let (x, level) = (plot.x(point.day), line.last?.y ?? plot.y(0))
      if point.day - last <= 7 { line.append((x: x, y: level)) }
      line.append((x: x, y: plot.y(point.persons)))
      last = point.day
    }
    return line
  }

  /// A step at the end of each month.
  private func monthly(_ norm: TaskRules.NormRule, _ task: Int, _ plot: Plot) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = [(x: plot.x(period.first - 1), y: plot.y(0))]
    for months in 1...6 {
      let x = plot.x(period.first.adding(months: months) - 1)
      points.append((x: x, y: points.last?.y ?? plot.y(0)))
      points.append((x: x, y: plot.y(Double(norm.persons(of: task, after: months)))))
    }
    return points
  }

  private func todayParts(_ plot: Plot) -> Html {
    guard content.day >= period.first, content.day <= period.last, !content.housedByWeek.isEmpty else { return "" }
    let (x, y) = (plot.x(content.day), housed.map { plot.y($0) })
    let point: Html = y.map { "<circle class=\"point\" cx=\"\(x)\" cy=\"\($0)\" r=\"4\"/>\n" as Html } ?? ""
    let words = DayText.brief(content.day, language) + ": " + content.task.housed.text(language)
    let above = max(plot.top + 12, (y ?? 0) - 10)
    // Left of the point and above the line, unless it lies at the edge.
    let isEarly = x < plot.left + 110
    return """
      <line class="today" x1="\(x)" y1="\(plot.top)" x2="\(x)" y2="\(plot.ground)"/>
      \(point)<text class="strong halo" x="\(isEarly ? x + 8 : x - 8)" y="\(above)" \
      text-anchor="\(isEarly ? "start" : "end" as Html)">\(words)</text>

      """
  }

  private func endLabels(_ plot: Plot, _ cone: [(day: Day, p15: Double, p50: Double, p85: Double)]) -> Html {
    var labels: [(y: Double, words: String, isStrong: Bool)] = []
    if let task, task > 0 {
      labels.append((plot.y(task), Phrase("opgave ", "task ")[language] + Count(Int(task)).text(language), true))
    }
    if let end = cone.last, case .forecast(let forecast) = content.outlook {
      let band = forecast.cone.last?.band ?? forecast.band
      labels.append((plot.y(end.p85), Phrase("hoog ", "high ")[language] + band.p85.text(language), false))
      labels.append((plot.y(end.p50), Phrase("verwacht ", "expected ")[language] + band.p50.text(language), true))
      labels.append((plot.y(end.p15), Phrase("laag ", "low ")[language] + band.p15.text(language), false))
    }
    let places = Spread.places(labels.map(\.y), gap: 16, within: plot.top...plot.ground)
    let texts = zip(labels, places).map { label, place -> Html in
      """
      <line class="lead" x1="\(plot.end + 2)" y1="\(label.y)" x2="\(plot.end + 12)" y2="\(place)"/>\
      <text x="\(plot.end + 16)" y="\(place + 4)"\(label.isStrong ? " class=\"strong\"" : "" as Html)>\(label.words)</text>

      """
    }
    return "\(texts)"
  }

  private func description(_ cone: [(day: Day, p15: Double, p50: Double, p85: Double)]) -> Phrase {
    let (housed, last) = (content.task.housed, min(content.day, period.last))
    var words =
      last < period.first
      ? Phrase("Het halfjaar is nog niet begonnen.", "The half-year has not begun yet.")
      : Phrase(
        "Tot en met \(DayText.brief(last, .nl)) gehuisvest: \(housed.text(.nl)) \(housed == 1 ? "persoon" : "personen").",
        "Housed through \(DayText.brief(last, .en)): \(housed.text(.en)) \(housed == 1 ? "person" : "persons").")
    if let task = content.task.task {
      words =
        words + Phrase(" De opgave is \(Digits.grouped(task, .nl)).", " The task is \(Digits.grouped(task, .en)).")
    }
    if case .forecast(let forecast) = content.outlook, !cone.isEmpty {
      let band = forecast.band
      words =
        words
        + Phrase(
          " Verwacht aan het eind: \(band.p50.text(.nl)), met zeven op tien kans tussen \(band.p15.text(.nl)) en \(band.p85.text(.nl)).",
          " Expected by the end: \(band.p50.text(.en)), seven chances in ten between \(band.p15.text(.en)) and \(band.p85.text(.en))."
        )
    }
    return words
  }
}
