import Journey
import Quota
import Terminal

/// Will the task be met: persons housed so far, what the norm of the rulebook asks by the end of each month, where this pace
/// leads, and the forecast.
struct BurnUp: Chart {
  struct Housed: Sendable, Hashable {
    var day: Day
    /// Since the first day of the half-year, this day included.
    var persons: Int
  }

  /// What is expected to be housed by a day: 15, 50 and 85 of 100 runs have at most so many.
  struct Expected: Sendable, Hashable {
    var day: Day
    var p15: Int
    var p50: Int
    var p85: Int
  }

  var period: HalfYear
  /// Persons to house in the half-year, balance included; not above 0 when a lead covers it. nil: nobody knows.
  var task: Int?
  /// nil: the rules ask nothing before the end.
  var asked: TaskRules.NormRule?
  /// In the order of their days, never falling.
  var housed: [Housed]
  var today: Day
  /// In the order of their days, from after today to the end; only the end will do. Empty when there is no forecast.
  var expected: [Expected] = []

  var title: Phrase { Phrase("Gehuisvest en opgave \(period)", "Housed and task \(period)") }

  var nothing: Phrase? {
    guard housed.isEmpty, expected.isEmpty else { return nil }
    guard let task else {
      return Phrase("De opgave van dit halfjaar is niet bekend.", "The task of this half-year is not known.")
    }
    return task > 0
      ? nil
      : Phrase(
        "Geen opgave in dit halfjaar en nog niemand gehuisvest.", "No task in this half-year and nobody housed yet.")
  }

  /// Persons housed through that day.
  private func persons(_ day: Day) -> Int { max(0, housed.last { $0.day <= day }?.persons ?? 0) }

  /// Of a half-year to come the task still moves, and where there is none there is nothing to keep up with.
  private var hasNorm: Bool { asked != nil && (task ?? 0) > 0 && today >= period.first }

  /// What should be housed by the end of that day.
  private func norm(_ day: Day) -> Double {
    Double(asked?.persons(of: task ?? 0, in: period, byEndOf: day) ?? 0)
  }

  /// What the pace so far comes to at the end; nil before the half-year and after it.
  private var paced: Double? {
    guard today >= period.first, today < period.last else { return nil }
    let days = (Double(today - period.first) + 1, Double(period.last - period.first) + 1)
    return Double(persons(today)) / days.0 * days.1
  }

  func summary(_ l: Language) -> String {
    let days = DayWords(language: l, today: today)
    let (now, end) = (persons(today).grouped(l), days.plain(period.last).trimmed)
    let due = task.map { max(0, $0).grouped(l) }
    let ofTask = due.map { Phrase(" van \($0)", " of \($0)")[l] } ?? ""
    var text = Phrase("Personen: \(now)\(ofTask) gehuisvest", "Persons: \(now)\(ofTask) housed")[l]
    if let last = expected.last {
      let (middle, low, high) = (last.p50.grouped(l), last.p15.grouped(l), last.p85.grouped(l))
      text +=
        Phrase(
          "; prognose \(end) \(middle) (\(low)–\(high))", "; forecast \(end) \(middle) (\(low)–\(high))")[l]
    }
    return text
  }

  // MARK: - Picture

  func picture(_ l: Language, on canvas: inout Canvas) {
    let ends = ends(l)
    let legend = Legend(entries(l), width: canvas.size.columns)
    let largest = ([Double(persons(period.last))] + ends.map(\.value)).max() ?? 0
    let plot = Plot(
      canvas.size, upTo: largest, legend: legend.lines.count, right: ends.map { TextWidth.of($0.text) }.max() ?? 0, l)
    legend.draw(rows: plot.legend, on: &canvas)
    let days = DayAxis(period.first, period.last, columns: plot.inside.width)
    let isNow = today >= period.first && today <= period.last
    let marks = isNow ? [(day: today, name: Phrase("vandaag", "today")[l])] : []
    plot.drawAxes(days, marks: marks + [(period.last, DayText.brief(period.last, l))], l, on: &canvas)

    var dots = BrailleCanvas(columns: plot.inside.width, rows: plot.inside.height)
    let drawing = Drawing(plot: plot, days: days)
    cone(drawing, on: &dots)
    pace(drawing, on: &dots)
    middle(drawing, on: &dots)
    steps(drawing, on: &dots)
    line(drawing, on: &dots)
    dots.draw(x: plot.inside.x, y: plot.inside.y, on: &canvas)
    if isNow { plot.drawUpright(days.column(today), style: .strong, on: &canvas) }
    let labels = ends.map {
      SideLabels.Label(height: plot.height($0.value), text: $0.text, style: $0.style)
    }
    SideLabels(labels, rows: plot.beside.height).draw(in: plot.beside, on: &canvas)
  }

  private static let (solid, dotted, sparse, cone) = ("⠤⠤", "⠄⠄", "⠄ ⠄", "⢄⢄")

  private func entries(_ l: Language) -> [Legend.Entry] {
    var entries = [
      Legend.Entry(text: summary(l)),
      Legend.Entry(sign: Self.solid, style: .strong, text: Phrase("gehuisvest", "housed")[l]),
    ]
    if hasNorm, let asked {
      entries.append(Legend.Entry(sign: Self.dotted, text: (Phrase("opgave, ", "task, ") + asked.name)[l]))
    }
    if paced != nil {
      entries.append(Legend.Entry(sign: Self.sparse, style: .dim, text: Phrase("in dit tempo", "at this pace")[l]))
    }
    if !expected.isEmpty {
      entries.append(
        Legend.Entry(
          sign: Self.cone, style: .dim, text: Phrase("prognose P15–P85, lijn P50", "forecast P15–P85, line P50")[l]))
    }
    return entries
  }

  /// What stands at the right, the most important first.
  private func ends(_ l: Language) -> [(value: Double, text: String, style: Style)] {
    var ends: [(value: Double, text: String, style: Style)] = []
    if let due = task.map({ max(0, $0) }) {
      ends.append((Double(due), Phrase("opgave \(due.grouped(l))", "task \(due.grouped(l))")[l], .strong))
    }
    if let last = expected.last {
      ends += [
        (Double(last.p50), "P50 \(last.p50.grouped(l))", .accent),
        (Double(last.p85), "P85 \(last.p85.grouped(l))", .accent),
        (Double(last.p15), "P15 \(last.p15.grouped(l))", .accent),
      ]
    } else if today >= period.last {
      ends.append(
        (
          Double(persons(period.last)),
          Phrase("thuis \(persons(period.last).grouped(l))", "home \(persons(period.last).grouped(l))")[l], .normal
        ))
    }
    if let paced { ends.append((paced, Phrase("tempo \(paced.whole(l))", "pace \(paced.whole(l))")[l], .dim)) }
    return ends
  }

  /// From days and persons to dots.
  private struct Drawing {
    var plot: Plot
    var days: DayAxis

    /// The end of a day: of the day before the first at the left edge.
    func x(_ day: Day) -> Double {
      Double(day - days.first + 1) / Double(days.last - days.first + 1) * Double(plot.inside.width * 2 - 1)
    }
    func y(_ value: Double) -> Double { plot.dot(value) }
  }

  /// Level until a day on which somebody moves in, up at its end.
  private func line(_ drawing: Drawing, on dots: inout BrailleCanvas) {
    let last = min(today, period.last)
    guard last >= period.first else { return }
    var from = (x: drawing.x(period.first - 1), y: drawing.y(0))
    var known = housed.filter { $0.day >= period.first && $0.day < last }
    known.append(Housed(day: last, persons: persons(last)))
    for point in known {
      let to = (x: drawing.x(point.day), y: drawing.y(Double(point.persons)))
      dots.line(from.x, from.y, to: to.x, from.y, style: .strong)
      dots.line(to.x, from.y, to: to.x, to.y, style: .strong)
      from = to
    }
  }

  /// Level through each month, up at its end.
  private func steps(_ drawing: Drawing, on dots: inout BrailleCanvas) {
    guard hasNorm else { return }
    for month in 0..<6 {
      let (first, last) = (period.first.adding(months: month), period.first.adding(months: month + 1) - 1)
      let (left, right) = (drawing.x(first - 1), drawing.x(last))
      let (low, high) = (drawing.y(norm(first)), drawing.y(norm(last)))
      dots.line(left, low, to: right, low, every: 2)
      dots.line(right, low, to: right, high, every: 2)
    }
  }

  private func pace(_ drawing: Drawing, on dots: inout BrailleCanvas) {
    guard let paced else { return }
    dots.line(
      drawing.x(today), drawing.y(Double(persons(today))), to: drawing.x(period.last), drawing.y(paced), every: 4,
      style: .dim)
  }

  private func cone(_ drawing: Drawing, on dots: inout BrailleCanvas) {
    for (from, next) in course {
      let (left, right) = (Int(drawing.x(from.day).rounded()), Int(drawing.x(next.day).rounded()))
      func between(_ a: Int, _ b: Int, _ x: Int) -> Int {
        let share = right > left ? Double(x - left) / Double(right - left) : 1
        return Int(drawing.y(Double(a) + (Double(b) - Double(a)) * share).rounded())
      }
      for x in left..<max(left + 1, right + 1) {
        dots.fill(
          x, from: between(from.p85, next.p85, x), to: between(from.p15, next.p15, x), isLight: true, style: .dim)
      }
    }
  }

  private func middle(_ drawing: Drawing, on dots: inout BrailleCanvas) {
    for (from, next) in course {
      dots.line(
        drawing.x(from.day), drawing.y(Double(from.p50)), to: drawing.x(next.day), drawing.y(Double(next.p50)),
        style: .accent)
    }
  }

  /// The forecast from today on, piece by piece.
  private var course: [(from: Expected, to: Expected)] {
    let now = persons(today)
    let ahead = expected.filter { $0.day > today && $0.day <= period.last }
    return Array(zip([Expected(day: today, p15: now, p50: now, p85: now)] + ahead, ahead))
  }

  // MARK: - Numbers

  /// A row for the end of each month, for today and for each day of the forecast.
  func table(_ l: Language) -> [[String]] {
    let ends = (1...6).map { period.first.adding(months: $0) - 1 }
    let days = Set(ends + [today].filter { $0 >= period.first && $0 <= period.last } + expected.map(\.day)).sorted()
    let header = [
      Phrase("Dag", "Day")[l], Phrase("Gehuisvest", "Housed")[l], Phrase("Norm", "Norm")[l], "P15", "P50", "P85",
    ]
    return [header]
      + days.map { day in
        let forecast = expected.last { $0.day == day && day > today }
        let due = hasNorm ? norm(day).plain : "–"
        return [
          day.description, day <= today ? String(persons(day)) : "", due, (forecast?.p15).text,
          (forecast?.p50).text, (forecast?.p85).text,
        ]
      }
  }
}
