import Journey
import Terminal

/// A picture of numbers, and the same numbers in words: whoever cannot see the picture misses nothing.
///
/// A chart is a value made of what was counted; it asks nothing and keeps nothing.
protocol Chart: Sendable {
  /// What it is called, for the edge of its pane.
  var title: Phrase { get }
  /// Why there is no picture; nil when there is one.
  var nothing: Phrase? { get }
  /// What one should see, in one sentence.
  func summary(_ language: Language) -> String
  /// The picture, on a canvas that is all its own, of any size.
  func picture(_ language: Language, on canvas: inout Canvas)
  /// The same as numbers: a header, then rows of as many texts. Numbers are plain digits and days ISO (`2026-11-23`), so
  /// that a spreadsheet reads them; what is not known is empty.
  func table(_ language: Language) -> [[String]]
  /// The rows of the table that are read out: few enough to listen to.
  func spoken(_ language: Language) -> [[String]]
}

extension Chart {
  func spoken(_ language: Language) -> [[String]] { written(language) }

  /// The table with its numbers as people write them.
  func written(_ language: Language) -> [[String]] {
    table(language).map { row in row.enumerated().map { $0 == 0 ? $1 : Digits.written($1, language) } }
  }

  /// Draws the picture in the area and nowhere else; where there is nothing to see it says so.
  func draw(in area: Rect, _ language: Language, on canvas: inout Canvas) {
    let area = area.intersection(canvas.size.rect)
    guard !area.isEmpty else { return }
    // A canvas of its own cuts whatever would stand outside.
    var own = Canvas(size: area.size)
    if let nothing {
      Self.say(nothing[language], on: &own)
    } else {
      picture(language, on: &own)
    }
    canvas.draw(own, x: area.x, y: area.y)
  }

  private static func say(_ text: String, on canvas: inout Canvas) {
    let lines = TextWidth.wrap(text, width: max(1, canvas.size.columns - 2))
    let top = max(0, (canvas.size.rows - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      canvas.put(line, x: 0, y: top + index, width: canvas.size.columns, style: .dim, align: .center)
    }
  }
}

/// What is counted along an axis.
enum Counted: Sendable, Hashable {
  case persons, households

  var name: Phrase {
    self == .persons ? Phrase("personen", "persons") : Phrase("huishoudens", "households")
  }
}
