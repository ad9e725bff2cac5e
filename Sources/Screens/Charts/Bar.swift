import Journey
import Terminal

/// How far it is: done of what there is to do, with a tick where one should be by now.
struct Bar: Sendable, Hashable {
  var done: Int
  var total: Int
  /// Where one should be by now, in the same unit; nil for no tick.
  var due: Double?

  init(done: Int, of total: Int, due: Double? = nil) { (self.done, self.total, self.due) = (done, total, due) }

  private func share(_ value: Double) -> Double {
    // With nothing to do all is done.
    guard total > 0, value.isFinite else { return total > 0 ? 0 : 1 }
    return min(max(value / Double(total), 0), 1)
  }

  /// In the first row of the area. What is done is solid, what is left is grey, the tick is `│`.
  func draw(in area: Rect, style: Style = .accent, on canvas: inout Canvas) {
    let area = area.intersection(canvas.size.rect)
    guard !area.isEmpty else { return }
    for x in area.x..<area.endX { canvas.put("░", x: x, y: area.y, style: .dim) }
    var eighths = Int((share(Double(done)) * Double(area.width * 8)).rounded())
    // Something is never nothing, and almost all is not all.
    if done > 0, total > 0 { eighths = max(1, eighths) }
    if done < total { eighths = min(eighths, area.width * 8 - 1) }
    canvas.putBar(x: area.x, y: area.y, eighths: eighths, style: style)
    guard let due, total > 0, area.width > 1 else { return }
    let x = min(area.endX - 1, area.x + Int(share(due) * Double(area.width)))
    canvas.put("│", x: x, y: area.y, style: .strong)
  }

  /// `188 van 317, bij te zijn met 250`: the same in words.
  func words(_ language: Language) -> String {
    let base = Phrase(
      "\(done.grouped(language)) van \(total.grouped(language))",
      "\(done.grouped(language)) of \(total.grouped(language))")[
        language]
    guard let due, due.isFinite, due.magnitude < 1e17 else { return base }
    let number = Int(due.rounded()).grouped(language)
    return base + Phrase(", nu zouden het er \(number) moeten zijn", ", should be \(number) by now")[language]
  }
}
