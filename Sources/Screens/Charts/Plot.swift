import Journey
import Terminal

/// How a chart shares out its canvas: legend above, values at the left, days below, names at the right, and the data in
/// what is left. What has no room is left out, the data last.
struct Plot: Sendable {
  /// Where the data stand. The row below it is 0.
  let inside: Rect
  let values: ValueAxis
  /// The rows of legend there is room for.
  let legend: Int
  /// Beside the data; empty where there is no room.
  let beside: Rect
  /// There is an axis below, with a row of names under it.
  let hasFloor: Bool
  private let labels: [String]

  /// - Parameters:
  ///   - size: of the canvas.
  ///   - largest: the largest value.
  ///   - legend: rows wanted above.
  ///   - right: columns wanted at the right.
  ///   - floor: rows of names wanted under the axis.
  ///   - isStretched: the axis is finer below and coarser above.
  init(
    _ size: Size, upTo largest: Double, legend: Int, right: Int, floor: Int = 1, isStretched: Bool = false,
    _ language: Language
  ) {
    hasFloor = size.rows >= 5
    let below = hasFloor ? 1 + floor : 0
    self.legend = size.rows >= 9 ? max(0, min(legend, size.rows - below - 6)) : 0
    let rows = max(1, size.rows - self.legend - below)
    values = isStretched ? ValueAxis(stretchedTo: largest, rows: rows) : ValueAxis(upTo: largest, rows: rows)
    labels = values.ticks.map { [values] in values.label($0, language) }
    var left = (labels.map(TextWidth.of).max() ?? 0) + 2
    if size.columns - left < 10 { left = 0 }
    let right = right > 0 && size.columns - left - right - 1 >= max(16, size.columns / 3) ? right + 1 : 0
    inside = Rect(x: left, y: self.legend, width: max(1, size.columns - left - right), height: rows)
    beside = Rect(x: inside.endX + 1, y: inside.y, width: max(0, right - 1), height: rows + (hasFloor ? 1 : 0))
  }

  /// The row of a value: the row below the data for 0, their first for the top.
  func row(_ value: Double) -> Int {
    inside.endY - Int((values.share(value) * Double(inside.height)).rounded())
  }

  /// How far below the top of the data a value stands, in rows.
  func height(_ value: Double) -> Double { Double(inside.height) * (1 - values.share(value)) }

  /// The row of dots of a value, on dots that lie over the data.
  func dot(_ value: Double) -> Double {
    Double(inside.height * 4) + 1.5 - values.share(value) * Double(inside.height * 4)
  }

  /// The axes; with ticks at those columns of the data.
  func drawAxes(ticks: [Int] = [], on canvas: inout Canvas) {
    let x = inside.x - 1
    if x >= 0 {
      for y in inside.y..<inside.endY { canvas.put("│", x: x, y: y, style: .border) }
    }
    if hasFloor {
      for column in inside.x..<inside.endX { canvas.put("─", x: column, y: inside.endY, style: .border) }
      for tick in ticks { canvas.put("┬", x: inside.x + tick, y: inside.endY, style: .border) }
      if x >= 0 { canvas.put("└", x: x, y: inside.endY, style: .border) }
    }
    guard x >= 0 else { return }
    for (tick, label) in zip(values.ticks, labels) {
      let y = row(tick)
      guard y < canvas.size.rows else { continue }
      canvas.put(label, x: 0, y: y, width: x, style: .dim, align: .right)
      if tick > 0 { canvas.put("┤", x: x, y: y, style: .border) }
    }
  }

  /// Axes with days below; the marks are named before the ticks are.
  func drawAxes(_ days: DayAxis, marks: [(day: Day, name: String)], _ language: Language, on canvas: inout Canvas) {
    let ticks = days.ticks(language)
    drawAxes(ticks: ticks.map(\.column), on: &canvas)
    guard hasFloor else { return }
    var labels = AxisLabels(columns: canvas.size.columns)
    for mark in marks { labels.place(mark.name, at: inside.x + days.column(mark.day), style: .strong) }
    for tick in ticks { labels.place(tick.label, at: inside.x + tick.column) }
    labels.draw(x: 0, y: inside.endY + 1, on: &canvas)
  }

  /// A line from top to bottom, where nothing stands yet.
  func drawUpright(_ column: Int, style: Style = .border, on canvas: inout Canvas) {
    let x = inside.x + column
    for y in inside.y..<inside.endY where canvas[x, y].glyph == " " { canvas.put("│", x: x, y: y, style: style) }
    if hasFloor { canvas.put("┴", x: x, y: inside.endY, style: style) }
  }
}
