import Journey
import Terminal

/// How many moved in, week by week, and what that is on average.
struct ThroughputChart: Chart {
  struct Week: Sendable, Hashable {
    /// Its Monday.
    var monday: Day
    var count: Int
  }

  /// In the order of time, without gaps: a week in which nobody moved in is there with 0.
  var weeks: [Week]
  var counted: Counted
  /// The week this day lies in is not over; it does not count for the average.
  var today: Day

  var title: Phrase { Phrase("Gehuisvest per week", "Housed per week") }

  var nothing: Phrase? {
    weeks.isEmpty ? Phrase("Nog geen weken om te tellen.", "No weeks to count yet.") : nil
  }

  private func isOver(_ week: Week) -> Bool { week.monday + 7 <= today }
  private func count(_ week: Week) -> Double { Double(max(0, week.count)) }

  /// Of the weeks that are over; nil when there is none.
  var mean: Double? {
    let over = weeks.filter(isOver)
    return over.isEmpty ? nil : over.reduce(0) { $0 + count($1) } / Double(over.count)
  }

  func summary(_ l: Language) -> String {
    let over = weeks.count(where: isOver)
    let unit = counted.name[l].capitalizedFirst
    guard let mean else { return Phrase("\(unit) per week", "\(unit) per week")[l] }
    let value = mean.tenths(l)
    let time = Digits.counted(over, Phrase("week", "week"), Phrase("weken", "weeks"))
    return Phrase(
      "\(unit) per week: gemiddeld \(value) over \(time.nl)",
      "\(unit) per week: \(value) on average over \(time.en)")[l]
  }

  // MARK: - Picture

  func picture(_ l: Language, on canvas: inout Canvas) {
    let average = mean.map { Phrase("gem. \($0.tenths(l))", "mean \($0.tenths(l))")[l] } ?? ""
    var entries = [Legend.Entry(text: summary(l))]
    if !weeks.allSatisfy(isOver) {
      entries.append(Legend.Entry(sign: "▒", text: Phrase("de week loopt nog", "this week is not over")[l]))
    }
    let legend = Legend(entries, width: canvas.size.columns)
    let largest = max(weeks.map(count).max() ?? 0, mean ?? 0)
    let plot = Plot(canvas.size, upTo: largest, legend: legend.lines.count, right: TextWidth.of(average), l)
    legend.draw(rows: plot.legend, on: &canvas)

    let shown = Array(weeks.suffix(plot.inside.width))
    let slot = max(1, min(10, plot.inside.width / max(1, shown.count)))
    let bar = max(1, slot - 1)
    let isNumbered = shown.allSatisfy { TextWidth.of(String(max(0, $0.count))) <= bar }
    plot.drawAxes(on: &canvas)
    for (index, week) in shown.enumerated() {
      draw(week, x: plot.inside.x + index * slot, width: bar, isNumbered: isNumbered, plot, on: &canvas)
    }
    names(shown, slot: slot, bar: bar, plot, l, on: &canvas)
    guard let mean else { return }
    let y = min(plot.row(mean), plot.inside.endY - 1)
    for x in plot.inside.x..<plot.inside.endX
    where canvas[x, y].glyph == " " { canvas.put("╌", x: x, y: y, style: .dim) }
    canvas.put(average, x: plot.beside.x, y: y, width: plot.beside.width)
  }

  private func draw(_ week: Week, x: Int, width: Int, isNumbered: Bool, _ plot: Plot, on canvas: inout Canvas) {
    let eighths = Int((plot.values.share(count(week)) * Double(plot.inside.height * 8)).rounded())
    let floor = plot.inside.endY - 1
    let height = (eighths + 7) / 8
    if isOver(week) {
      canvas.putColumn(x: x, width: width, floor: floor, eighths: count(week) > 0 ? max(1, eighths) : 0, style: .accent)
    } else {
      for y in stride(from: floor, to: floor - height, by: -1) {
        canvas.put(String(repeating: "▒", count: width), x: x, y: y, style: .accent)
      }
    }
    guard isNumbered else { return }
    // Above the bar; within it where it reaches the top.
    let y = max(plot.inside.y, floor - height)
    canvas.put(String(max(0, week.count)), x: x, y: y, width: width, align: .center)
  }

  /// `wk 40`: this week, and every so many before it that no two touch.
  private func names(_ shown: [Week], slot: Int, bar: Int, _ plot: Plot, _ l: Language, on canvas: inout Canvas) {
    guard plot.hasFloor else { return }
    var labels = AxisLabels(columns: canvas.size.columns)
    let pace = (6 + slot - 1) / slot
    for (index, week) in shown.enumerated().reversed() where (shown.count - 1 - index) % max(1, pace) == 0 {
      labels.place("wk \(week.monday.isoWeek)", at: plot.inside.x + index * slot + bar / 2)
    }
    labels.draw(x: 0, y: plot.inside.endY + 1, on: &canvas)
  }

  // MARK: - Numbers

  func table(_ l: Language) -> [[String]] {
    [[Phrase("Week", "Week")[l], Phrase("Maandag", "Monday")[l], counted.name[l].capitalizedFirst]]
      + weeks.map { [$0.monday.isoWeekName, $0.monday.description, String(max(0, $0.count))] }
  }
}

extension Day {
  /// `2026-W48` (ISO 8601); the year is that of the week's Thursday.
  fileprivate var isoWeekName: String {
    let week = isoWeek
    return "\((self + (4 - weekday)).year)-W\(week < 10 ? "0" : "")\(week)"
  }
}
