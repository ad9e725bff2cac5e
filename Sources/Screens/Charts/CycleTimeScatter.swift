import Journey
import Terminal

/// Each household that moved in: when, and how many days after the permit. The lines say within how many days 50, 85 and 95
/// of 100 had a home: of all, also where there are too many for a dot each.
struct CycleTimeScatter: Chart {
  struct Point: Sendable, Hashable {
    /// The day of moving in.
    var day: Day
    /// From the permit to that day.
    var days: Int
  }

  /// How many of those that moved in during a month needed so many days.
  struct Lead: Sendable, Hashable {
    /// The first day of the month.
    var month: Day
    var days: Int
    var households: Int
  }

  /// The dots, in any order: of the latest days where there are too many.
  var points: [Point]
  /// Of all that moved in, in any order.
  var leads: [Lead]
  /// The first day that counts; nil: from the beginning.
  var since: Day?

  /// - Parameter leads: nil: all have a dot.
  init(points: [Point], leads: [Lead]? = nil, since: Day? = nil) {
    (self.points, self.since) = (points, since)
    self.leads =
      leads ?? points.map { Lead(month: $0.day - ($0.day.parts.day - 1), days: $0.days, households: 1) }
  }

  private static let percents = [50, 85, 95]

  var title: Phrase {
    let name = Phrase("Van vergunning tot woning", "From permit to home")
    guard let since else { return name }
    return name + Phrase(", gehuisvest sinds ", ", housed since ")
      + Phrase(DayText.long(since, .nl), DayText.long(since, .en))
  }

  var nothing: Phrase? {
    leads.isEmpty ? Phrase("Nog niemand gehuisvest in deze tijd.", "Nobody housed in this time yet.") : nil
  }

  /// All that moved in.
  var households: Int { households(beyond: -1) }

  /// Those whom it took longer.
  func households(beyond days: Int) -> Int { leads.reduce(0) { $1.days > days ? $0 + $1.households : $0 } }

  /// The days of the percentiles, of all that moved in.
  var lines: [(percent: Int, days: Int)] {
    let counted = Self.counted(leads)
    return Self.percents.compactMap { percent in
      Percentile.of(counted: counted, percent).map { (percent, max(0, $0)) }
    }
  }

  private static func counted(_ leads: [Lead]) -> [(number: Int, times: Int)] {
    leads.sorted { $0.days < $1.days }.map { (number: $0.days, times: $0.households) }
  }

  /// Which of them have a dot; nil: all.
  var dotted: Phrase? {
    guard points.count < households else { return nil }
    guard let first = points.map(\.day).min() else {
      return Phrase("geen punten: het zijn er te veel op één dag", "no dots: there are too many on one day")
    }
    return Phrase("punten: de laatste ", "dots: the latest ") + Digits.households(points.count)
      + Phrase(", sinds \(DayText.long(first, .nl))", ", since \(DayText.long(first, .en))")
  }

  func summary(_ l: Language) -> String {
    guard let median = lines.first?.days.grouped(l), let late = lines.dropFirst().first?.days.grouped(l) else {
      return ""
    }
    let count = Digits.households(households)[l]
    return Phrase(
      "Dagen van vergunning tot woning, van wie verhuisde: \(count), de helft binnen \(median), 85 van de 100 binnen \(late)",
      "Days from permit to home, of those who moved in: \(count), half within \(median), 85 in 100 within \(late)")[l]
  }

  // MARK: - Picture

  func picture(_ l: Language, on canvas: inout Canvas) {
    let shown = points.isEmpty ? leads.map(\.month) : points.map(\.day)
    guard let first = shown.min(), let last = shown.max() else { return }
    let remarks = [summary(l)] + (dotted.map { [$0[l]] } ?? [])
    let legend = Legend(remarks.map { Legend.Entry(text: $0) }, width: canvas.size.columns)
    let lines = lines
    let names = lines.map { "P\($0.percent) \($0.days.grouped(l))" }
    let largest = Double((points.map(\.days) + lines.map(\.days)).max() ?? 0)
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
    let months = Dictionary(grouping: leads, by: \.month)
    let header =
      [Phrase("Maand", "Month")[l], Phrase("Huishoudens", "Households")[l]] + Self.percents.map { "P\($0)" }
    func row(_ name: String, _ leads: [Lead]) -> [String] {
      let counted = Self.counted(leads)
      return [name, String(counted.reduce(0) { $0 + $1.times })]
        + Self.percents.map { Percentile.of(counted: counted, $0).text }
    }
    return [header] + months.sorted { $0.key < $1.key }.map { row(String($0.key.description.prefix(7)), $0.value) }
      + [row(Phrase("Alle", "All")[l], leads)]
  }
}
