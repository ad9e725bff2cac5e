import Journey
import Terminal

/// Numbers as a line of small bars: the latest at the right, as many as there is room for. The lowest sign is 0 and
/// nothing else; a number that is not known is a blank.
struct Sparkline: Sendable, Hashable {
  /// In the order of time; below 0 counts as 0.
  var values: [Int?]
  /// What the highest bar stands for; nil for the largest number.
  var top: Int?

  init(_ values: [Int?], top: Int? = nil) { (self.values, self.top) = (values, top) }

  /// One row of so many columns at most.
  func text(columns: Int) -> String {
    values.suffix(max(0, columns)).map { $0.map { Canvas.level(1 + level($0, of: 7)) } ?? " " }.joined()
  }

  /// Over all rows of the area: finer the higher it is.
  func draw(in area: Rect, style: Style = .accent, on canvas: inout Canvas) {
    let area = area.intersection(canvas.size.rect)
    let shown = values.suffix(area.width)
    for (index, value) in shown.enumerated() {
      guard let value else { continue }
      canvas.putColumn(
        x: area.endX - shown.count + index, width: 1, floor: area.endY - 1,
        eighths: 1 + level(value, of: area.height * 8 - 1), style: style)
    }
  }

  /// 0 for 0 alone.
  private func level(_ value: Int, of levels: Int) -> Int {
    guard value > 0 else { return 0 }
    let top = Double(max(1, top ?? values.compactMap(\.self).max() ?? 1))
    return min(levels, max(1, Int((min(1, Double(value) / top) * Double(levels)).rounded())))
  }
}
