import Journey
import Terminal

/// How many are in each stage, over time: bands on top of each other, whoever is home at the bottom. A band that grows
/// wider is where people wait. (Cumulative flow: D. Vacanti, Actionable Agile Metrics for Predictability, 2015.)
struct CumulativeFlow: Chart {
  /// How many were in each stage at the end of a day; a stage without a number is empty.
  struct Point: Sendable, Hashable {
    var day: Day
    var counts: [Stage: Int]
  }

  /// In the order of their days; the counts of a day hold until the next.
  var points: [Point]
  var counted: Counted
  var today: Day
  /// The last day of the half-year, where the picture ends when it is later than the points.
  var end: Day?
  /// From the first stage to the last; the last lies at the bottom.
  var stages: [Stage] = [.permit, .profile, .linked, .search, .contract, .moving, .housed]

  var title: Phrase { Phrase("Stroom door de fasen", "Flow through the stages") }

  var nothing: Phrase? {
    let isEmpty = points.allSatisfy { point in stages.allSatisfy { count(point, $0) == 0 } }
    return isEmpty
      ? Phrase("Nog niemand in deze fasen: er is geen stroom te tonen.", "Nobody in these stages yet: no flow to show.")
      : nil
  }

  func summary(_ l: Language) -> String {
    let days = DayWords(language: l, today: today)
    guard let first = points.first, let last = points.last else { return "" }
    let (then, now) = (onTheWay(first).whole(l), onTheWay(last).whole(l))
    let (unit, home) = (counted.name[l].capitalizedFirst, Double(count(last, .housed)).whole(l))
    let (begin, end) = (days.plain(first.day).trimmed, days.plain(last.day).trimmed)
    // Who is home piles up and leaves no stage: beside those on their way, not among them.
    return Phrase(
      "\(unit) onderweg: \(then) op \(begin), \(now) op \(end); in die tijd \(home) thuis",
      "\(unit) on their way: \(then) on \(begin), \(now) on \(end); \(home) home in that time")[l]
  }

  private func count(_ point: Point, _ stage: Stage) -> Int { max(0, point.counts[stage] ?? 0) }
  private func onTheWay(_ point: Point) -> Double { total(point) - Double(count(point, .housed)) }
  private func total(_ point: Point) -> Double { stages.reduce(0) { $0 + Double(count(point, $1)) } }

  // MARK: - Picture

  func picture(_ l: Language, on canvas: inout Canvas) {
    guard let first = points.first, let last = points.last else { return }
    let largest = points.map(total).max() ?? 0
    let names = labels(last, isShort: canvas.size.columns < 100, l)
    let right = names.map { TextWidth.of($0.value) }.max() ?? 0
    let head = Legend.Entry(text: summary(l))
    let alone = Plot(canvas.size, upTo: largest, legend: 1, right: right, l)
    // Without room at the side the names stand above.
    let entries =
      alone.beside.isEmpty
      ? [head] + stages.map { Legend.Entry(sign: $0.pattern, style: $0.ink, text: $0.shortName[l]) } : [head]
    let legend = Legend(entries, width: canvas.size.columns)
    let plot =
      alone.beside.isEmpty
      ? Plot(canvas.size, upTo: largest, legend: legend.lines.count, right: 0, l) : alone
    legend.draw(rows: plot.legend, on: &canvas)

    let days = DayAxis(first.day, max(last.day, end ?? last.day), columns: plot.inside.width)
    bands(plot, days, on: &canvas)
    plot.drawAxes(days, marks: marks(l), l, on: &canvas)
    if let end { plot.drawUpright(days.column(end), on: &canvas) }
    if today > first.day, today <= days.last { plot.drawUpright(days.column(today), style: .strong, on: &canvas) }
    side(plot, last, names).draw(in: plot.beside, on: &canvas)
  }

  private func marks(_ l: Language) -> [(day: Day, name: String)] {
    var marks = [(day: today, name: Phrase("vandaag", "today")[l])]
    if let first = points.first?.day, today < first { marks = [] }
    if let end { marks.append((end, DayText.brief(end, l))) }
    return marks
  }

  private func bands(_ plot: Plot, _ days: DayAxis, on canvas: inout Canvas) {
    var index = 0
    for column in 0..<plot.inside.width {
      let day = days.day(column)
      while index + 1 < points.count, points[index + 1].day <= day { index += 1 }
      guard day <= max(today, points[points.count - 1].day) else { return }
      for row in 0..<plot.inside.height {
        let height = (Double(row) + 0.5) / Double(plot.inside.height) * plot.values.top
        guard let stage = stage(at: height, points[index]) else { break }
        canvas.put(stage.pattern, x: plot.inside.x + column, y: plot.inside.endY - 1 - row, style: stage.ink)
      }
    }
  }

  /// The band at that height above the floor.
  private func stage(at height: Double, _ point: Point) -> Stage? {
    var sum = 0.0
    for stage in stages.reversed() {
      sum += Double(count(point, stage))
      if height < sum { return stage }
    }
    return nil
  }

  /// `░ Verhuizen 61`.
  private func labels(_ point: Point, isShort: Bool, _ l: Language) -> [Stage: String] {
    Dictionary(
      stages.map { stage in
        let name = (isShort ? stage.shortName : stage.name)[l]
        return (stage, "\(stage.pattern) \(name) \(Double(count(point, stage)).whole(l))")
      }, uniquingKeysWith: { first, _ in first })
  }

  private func side(_ plot: Plot, _ point: Point, _ names: [Stage: String]) -> SideLabels {
    var sum = 0.0
    var wanted: [(label: SideLabels.Label, size: Int)] = []
    for stage in stages.reversed() {
      let size = count(point, stage)
      let row = plot.height(sum + Double(size) / 2)
      sum += Double(size)
      wanted.append((SideLabels.Label(height: row, text: names[stage] ?? "", style: stage.ink), size))
    }
    // The widest bands keep their names when there are few rows; bands of the same row stay in their order.
    let widest = Set(wanted.indices.sorted { wanted[$0].size > wanted[$1].size }.prefix(plot.beside.height))
    return SideLabels(
      wanted.indices.reversed().filter(widest.contains).map { wanted[$0].label }, rows: plot.beside.height)
  }

  // MARK: - Numbers

  func table(_ l: Language) -> [[String]] {
    [[Phrase("Dag", "Day")[l]] + stages.map { $0.name[l] } + [Phrase("Samen", "Total")[l]]]
      + points.map { point in
        [point.day.description] + stages.map { String(count(point, $0)) } + [total(point).plain]
      }
  }

  /// The last day and every seventh before it.
  func spoken(_ l: Language) -> [[String]] {
    let all = written(l)
    return Array(all.prefix(1))
      + all.dropFirst().enumerated().filter { (all.count - 2 - $0.offset) % 7 == 0 }.map(\.element)
  }
}

extension Stage {
  /// What fills its band: no two the same, in ASCII neither.
  var pattern: String {
    switch self {
    case .reception: "+"
    case .permit: "╲"
    case .profile: "═"
    case .linked: ":"
    case .search: "╱"
    case .contract: "▒"
    case .moving: "░"
    case .housed: "█"
    case .aftercare: "o"
    case .closed: "x"
    }
  }

  /// Home stands out; of the others neighbours differ.
  fileprivate var ink: Style {
    switch self {
    case .housed: .accent
    case .permit, .linked, .contract, .aftercare: .dim
    default: .normal
    }
  }
}
