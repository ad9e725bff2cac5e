import Journey

/// The frame of a chart over days: where a day and a number lie in the drawing, and the axes with round numbers.
struct Plot {
  /// Of the whole drawing, in its own units; letters are 12 to 13 high.
  static let width = 680.0
  var height = 320.0
  var left = 52.0
  /// Room for labels.
  var right = 128.0
  var top = 32.0
  var bottom = 30.0
  var first: Day
  var last: Day
  let ticks: [Int]

  init(from first: Day, through last: Day, upTo highest: Double) {
    (self.first, self.last, ticks) = (first, max(last, first + 1), Ticks.upTo(highest))
  }

  var end: Double { Plot.width - right }
  var ground: Double { height - bottom }

  func x(_ day: Day) -> Double { left + (end - left) * Double(day - first) / Double(last - first) }
  func y(_ number: Double) -> Double {
    ground - (ground - top) * min(max(number, 0), Double(ticks.last!)) / Double(ticks.last!)
  }

  /// The first day of each month in it, the first day of all where its month has room for a name.
  private var months: [Day] {
    var starts = [first]
    var next = (first - (first.parts.day - 1)).adding(months: 1)
    while next <= last {
      starts.append(next)
      next = next.adding(months: 1)
    }
    return starts
  }

  func axes(_ unit: Phrase, _ language: Language) -> Html {
    let rows = ticks.map { tick -> Html in
      let y = y(Double(tick))
      return """
        <line class="\(tick == 0 ? "axis" : "grid" as Html)" x1="\(left)" y1="\(y)" x2="\(end)" y2="\(y)"/>\
        <text x="\(left - 7)" y="\(y + 4)" text-anchor="end">\(Digits.grouped(tick, language))</text>

        """
    }
    return "\(rows)<text x=\"\(0.0)\" y=\"\(14.0)\" class=\"unit\">\(unit[language])</text>\n\(monthAxis(language))"
  }

  private func monthAxis(_ language: Language) -> Html {
    let starts = months
    let every = starts.count > 14 ? 3 : 1
    var parts: [Html] = []
    for (index, start) in starts.enumerated() {
      let (x, until) = (x(start), index + 1 < starts.count ? x(starts[index + 1]) : end)
      if index > 0 {
        parts.append("<line class=\"axis\" x1=\"\(x)\" y1=\"\(ground)\" x2=\"\(x)\" y2=\"\(ground + 5)\"/>")
      }
      let name = String(DayText.brief(start, language).drop { $0 != " " }.dropFirst())
      let isYear = start.parts.month == 1 || index == 0
      let words = isYear && every == 1 && until - x > 56 ? "\(name) \(start.year)" : name
      if every == 1 ? until - x > 24 : start.parts.month % every == 1 {
        parts.append("<text x=\"\((x + until) / 2)\" y=\"\(ground + 18)\" text-anchor=\"middle\">\(words)</text>\n")
      }
    }
    return "\(parts)"
  }

  /// A drawing with a name and a description, for those who hear it.
  func drawing(_ id: String, _ title: Phrase, _ description: Phrase, _ language: Language, _ parts: Html) -> Html {
    Plot.drawing(id, height: height, title, description, language, parts)
  }

  static func drawing(
    _ id: String, height: Double, _ title: Phrase, _ description: Phrase, _ language: Language, _ parts: Html
  ) -> Html {
    """
    <p class="title" aria-hidden="true">\(title[language])</p>
    <div class="scroll" role="region" tabindex="0" aria-label="\(title[language])">
    <svg viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-t \(id)-d">
    <title id="\(id)-t">\(title[language])</title>
    <desc id="\(id)-d">\(description[language])</desc>
    \(parts)
    </svg></div>

    """
  }

  static func path(_ points: [(x: Double, y: Double)]) -> Html {
    let steps = points.enumerated().map { index, point -> Html in
      "\(index == 0 ? "M" : "L" as Html)\(point.x) \(point.y)"
    }
    return "\(steps)"
  }
}
