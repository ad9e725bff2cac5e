import Casebook
import Journey
import Terminal

/// How long each household has been in its stage, against how long stays in it take. The axis is finer below: in
/// most stages it is a matter of days, in one of months. Open dots are within what 85
/// of 100 needed, full ones are beyond: there one looks first.
struct AgeingChart: Chart {
  struct Column: Sendable, Hashable {
    var stage: Stage
    /// Days in the stage, of each household that is in it now.
    var ages: [Int]
    /// Days within which half, and 85 of 100, have left the stage, by the estimate of Kaplan and Meier: stays that go on
    /// count too; nil when too few have left.
    var p50: Int?
    var p85: Int?
  }

  /// From the first stage to the last.
  var columns: [Column]
  /// The households whose stays P50 and P85 are of; nil: all.
  var sample: SampleSize?

  var title: Phrase { Phrase("Hoe lang al in deze fase", "How long in this stage") }

  var nothing: Phrase? {
    columns.allSatisfy(\.ages.isEmpty)
      ? Phrase("Geen huishoudens in deze fasen.", "No households in these stages.") : nil
  }

  func summary(_ l: Language) -> String {
    let all = Digits.households(columns.reduce(0) { $0 + $1.ages.count })[l]
    let late = columns.reduce(0) { $0 + $1.late }.grouped(l)
    let text = Phrase(
      "Dagen in de fase: \(late) van \(all) langer dan 85 van de 100 verblijven",
      "Days in the stage: \(late) of \(all) longer than 85 in 100 stays")
    return (sample.map { text + Phrase(" in een ", " in an ") + $0.name } ?? text)[l]
  }

  /// Behind `P85`.
  private var ofStays: Phrase {
    sample == nil ? Phrase(" van alle verblijven", " of all stays") : Phrase(" van de steekproef", " of the sample")
  }

  // MARK: - Picture

  func picture(_ l: Language, on canvas: inout Canvas) {
    guard !columns.isEmpty else { return }
    let entries = [
      Legend.Entry(text: summary(l) + (sample == nil ? "" : Phrase("; F5 telt alle", "; F5 counts all")[l])),
      Legend.Entry(sign: Self.within, text: Phrase("een huishouden", "a household")[l]),
      Legend.Entry(sign: "╌╌", text: "P50"),
      Legend.Entry(sign: "──", text: "P85" + ofStays[l]),
      Legend.Entry(sign: Self.beyond, style: .strong, text: Phrase("langer dan die P85", "longer than that P85")[l]),
    ]
    let legend = Legend(entries, width: canvas.size.columns)
    let longest = columns.flatMap { $0.ages + [$0.p50 ?? 0, $0.p85 ?? 0] }.max() ?? 0
    let plot = Plot(
      canvas.size, upTo: Double(longest), legend: legend.lines.count, right: 0, floor: canvas.size.rows >= 12 ? 2 : 1,
      isStretched: true, l)
    legend.draw(rows: plot.legend, on: &canvas)
    plot.drawAxes(on: &canvas)
    let shown = columns.prefix(max(1, plot.inside.width / 2))
    for (index, column) in shown.enumerated() {
      let (x, end) = (
        plot.inside.x + plot.inside.width * index / shown.count,
        plot.inside.x + plot.inside.width * (index + 1) / shown.count
      )
      let gap = end - x > 4 ? 2 : 1
      draw(
        column, Rect(x: x, y: plot.inside.y, width: max(1, end - x - gap), height: plot.inside.height), plot,
        on: &canvas)
      guard plot.hasFloor else { continue }
      name(column, x: x, y: plot.inside.endY + 1, width: max(1, end - x - 1), l, on: &canvas)
    }
  }

  private static let (within, beyond) = ("○", "●")

  private func draw(_ column: Column, _ area: Rect, _ plot: Plot, on canvas: inout Canvas) {
    var rows = Array(repeating: (count: 0, late: 0), count: area.height)
    for age in column.ages {
      let row = min(max(0, plot.row(Double(age)) - area.y), area.height - 1)
      rows[row].count += 1
      if let p85 = column.p85, age > p85 { rows[row].late += 1 }
    }
    for (value, sign, name) in [(column.p50, "╌", "P50"), (column.p85, "─", "P85")] {
      guard let value else { continue }
      let y = min(plot.row(Double(value)), area.endY - 1)
      for x in area.x..<area.endX { canvas.put(sign, x: x, y: y, style: .dim) }
      let text = area.width >= 16 ? "\(name) \(value)" : "\(value)"
      if TextWidth.of(text) * 2 + 2 <= area.width {
        canvas.put(text, x: area.endX - TextWidth.of(text), y: y, style: .dim)
      }
    }
    for (index, row) in rows.enumerated() where row.count > 0 {
      dots(row.count, late: row.late, Rect(x: area.x, y: area.y + index, width: area.width, height: 1), on: &canvas)
    }
  }

  /// A dot for each household; where they do not fit their number among dots.
  private func dots(_ count: Int, late: Int, _ row: Rect, on canvas: inout Canvas) {
    let room = max(1, row.width - (row.width > 12 ? 8 : row.width > 6 ? 3 : 0))
    let shown = min(count, room)
    let full = late == 0 ? 0 : max(1, Int((Double(late) / Double(count) * Double(shown)).rounded()))
    canvas.put(String(repeating: Self.within, count: shown - full), x: row.x, y: row.y)
    canvas.put(String(repeating: Self.beyond, count: full), x: row.x + shown - full, y: row.y, style: .strong)
    guard count > room else { return }
    let number = String(count)
    let text = TextWidth.of(number) + 4 <= room ? " \(number) " : TextWidth.of(number) <= room ? number : "+"
    canvas.put(
      text, x: row.x + max(0, (room - TextWidth.of(text)) / 2), y: row.y, style: late * 2 > count ? .strong : .normal)
  }

  private func name(_ column: Column, x: Int, y: Int, width: Int, _ l: Language, on canvas: inout Canvas) {
    let names = [column.stage.name[l], column.stage.shortName[l]]
    let name = names.first { TextWidth.of($0) <= width } ?? TextWidth.fit(names[1], width: width, ellipsis: width > 3)
    canvas.put(name, x: x, y: y, style: .dim)
    let count = column.ages.count.grouped(l)
    let texts = [
      Phrase("\(count) huish., \(column.late) > P85", "\(count) hh, \(column.late) > P85")[l],
      "\(count), \(column.late) > P85", "\(count), \(column.late)>P85", count,
    ]
    canvas.put(texts.first { TextWidth.of($0) <= width } ?? count, x: x, y: y + 1, width: width)
  }

  // MARK: - Numbers

  func table(_ l: Language) -> [[String]] {
    let heads = [
      Words.stage, Phrase("Huishoudens", "Households"), Phrase("Mediaan dagen", "Median days"),
      Phrase("Langste", "Longest"), Phrase(same: "P50") + ofStays, Phrase(same: "P85") + ofStays,
      Phrase("Langer dan P85", "Longer than P85"),
    ]
    let rows = columns.map { column -> [String] in
      let ages = column.ages.sorted()
      return [
        column.stage.name[l], String(ages.count), Percentile.of(ages, 50).text, ages.last.text, column.p50.text,
        column.p85.text, column.p85 == nil ? "" : String(column.late),
      ]
    }
    return [heads.map { $0[l] }] + rows + sampled(l, blanks: heads.count - 2)
  }

  /// Below the stages: of how many households P50 and P85 are, where not of all.
  private func sampled(_ l: Language, blanks: Int) -> [[String]] {
    guard let sample else { return [] }
    let rows = [
      [Phrase("Steekproef", "Sample")[l], String(sample.households)],
      [Phrase("van in totaal", "of in all")[l], String(sample.all)],
    ]
    return rows.map { $0 + [String](repeating: "", count: blanks) }
  }
}

extension AgeingChart.Column {
  /// Households longer in the stage than 85 of 100 before them.
  fileprivate var late: Int { p85.map { p85 in ages.count { $0 > p85 } } ?? 0 }
}
