import Journey
import Terminal

/// Each household that moved in: when, and how many days after the permit. The lines say within how many days 50, 85 and 95
/// of 100 had a home.
struct CycleTimeScatter: Chart {
  struct Point: Sendable, Hashable {
    /// The day of moving in.
    var day: Day
    /// From the permit to that day.
    var days: Int
  }

  /// In any order.
  var points: [Point]
  /// The first day that counts; nil: from the beginning.
  var since: Day?

  private static let percents = [50, 85, 95]

  var title: Phrase {
    let name = Phrase("Van vergunning tot woning", "From permit to home")
    guard let since else { return name }
    return name + Phrase(", gehuisvest sinds ", ", housed since ")
      + Phrase(DayText.long(since, .nl), DayText.long(since, .en))
  }

  var nothing: Phrase? {
    points.isEmpty ? Phrase("Nog niemand gehuisvest in deze tijd.", "Nobody housed in this time yet.") : nil
  }

  /// The days of the percentiles, of all points.
  var lines: [(percent: Int, days: Int)] {
    let sorted = points.map { max(0, $0.days) }.sorted()
    return Self.percents.compactMap { percent in Percentile.of(sorted, percent).map { (percent, $0) } }
  }

  func summary(_ l: Language) -> String {
    guard let median = lines.first?.days.grouped(l), let late = lines.dropFirst().first?.days.grouped(l) else {
      return ""
    }
    let count = Digits.households(points.count)[l]
    return Phrase(
      "Dagen van vergunning tot woning, van wie verhuisde: \(count), de helft binnen \(median), 85 van de 100 binnen \(late)",
      "Days from permit to home, of those who moved in: \(count), half within \(median), 85 in 100 within \(late)")[l]
  }

  // MARK: - Picture

  func picture(_ l: Language, on canvas: inout Canvas) {
    guard let first = points.map(\.day).min(), let last = points.map(\.day).max() else { return }
    let legend = Legend([Legend.Entry(text: summary(l))], width: canvas.size.columns)
    let names = lines.map { "P\($0.percent) \($0.days.grouped(l))" }
    let largest = Double(points.map(\.days).max() ?? 0)
    let plot = Plot(
      canvas.size, upTo: largest, legend: legend.lines.count, right: names.map(TextWidth.of).max() ?? 0, l)
    legend.draw(rows: plot.legend, on: &canvas)

    let days = DayAxis(first, last, columns: plot.inside.width)
    plot.drawAxes(days, marks: [], l, on: &canvas)
    var labels: [SideLabels.Label] = []
    for (line, name) in zip(lines, names) {
      let y = min(plot.row(Double(line.days)), plot.inside.endY - 1)
      for x in plot.inside.x..<plot.inside.endX { canvas.put("╌", x: x, y: y, style: .dim) }
      labels.append(
        SideLabels.Label(
          height: plot.height(Double(line.days)), text: name, style: line.percent == 85 ? .strong : .normal))
    }
    var dots = BrailleCanvas(columns: plot.inside.width, rows: plot.inside.height)
    // Larger dots while there is room between them.
    let size = points.count * 8 < plot.inside.width * plot.inside.height ? 2 : 1
    for point in points {
      let x = Int((days.share(point.day) * Double(dots.width - size)).rounded())
      let y = min(Int(plot.dot(Double(point.days)).rounded()), dots.height - size)
      for column in 0..<size { dots.fill(x + column, from: y, to: y + size - 1, style: .accent) }
    }
    dots.draw(x: plot.inside.x, y: plot.inside.y, on: &canvas)
    // The higher stands above where they fall in one row.
    SideLabels(labels.reversed(), rows: plot.inside.height).draw(in: plot.beside, on: &canvas)
  }

  // MARK: - Numbers

  /// A row a month, and one of all.
  func table(_ l: Language) -> [[String]] {
    let months = Dictionary(grouping: points) { String($0.day.description.prefix(7)) }
    let header =
      [Phrase("Maand", "Month")[l], Phrase("Huishoudens", "Households")[l]] + Self.percents.map { "P\($0)" }
    func row(_ name: String, _ points: [Point]) -> [String] {
      let sorted = points.map(\.days).sorted()
      return [name, String(points.count)] + Self.percents.map { Percentile.of(sorted, $0).text }
    }
    return [header] + months.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
      + [row(Phrase("Alle", "All")[l], points)]
  }
}
