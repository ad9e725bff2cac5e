import Casebook
import Journey
import Terminal

/// Doorstroom: a line that says what one looks at, and below it the board or a chart.
struct PipelineScreen {
  let model: Model

  private var state: PipelineState { model.pipeline }
  private var l: Language { model.language }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let (title, rest) = area.split(top: 1)
    if let past = state.past { banner(past, in: title, on: &canvas) } else { heading(in: title, on: &canvas) }
    if state.view == .board {
      BoardView(model: model).draw(in: rest, on: &canvas)
    } else {
      ChartPane(model: model).draw(in: rest, on: &canvas)
    }
  }

  private func heading(in row: Rect, on canvas: inout Canvas) {
    var left = " " + Self.heading(model)
    // Where there is no room for both, that the filter does not hold here comes before the sums.
    if let unfiltered = Self.unfiltered(model), TextWidth.of(left) > row.width {
      let texts = [unfiltered, Self.ofEverybody].map { " " + Model.Tab.pipeline.name[l] + " ── " + $0[l] }
      left = texts.first { TextWidth.of($0) <= row.width } ?? texts[1]
    }
    let width = canvas.put(left, x: row.x, y: row.y, width: min(TextWidth.of(left), row.width), style: .title)
    guard state.view == .board, !state.showsGroups else { return }
    let signs = CardView.legend(l)
    let legends = [CardView.order[l] + " · " + signs, signs]
    guard let legend = legends.first(where: { TextWidth.of($0) + width + 3 <= row.width }) else { return }
    canvas.put(legend, x: row.endX - TextWidth.of(legend) - 1, y: row.y, style: .dim)
  }

  /// `Doorstroom ── 2.048 huishoudens onderweg · 821 te laat · per aan zet`.
  static func heading(_ model: Model) -> String {
    let (state, l) = (model.pipeline, model.language)
    var parts: [String] = []
    if let board = state.board { parts += sums(board, model) }
    parts += told(model)
    if let unfiltered = unfiltered(model) { parts.append(unfiltered[l]) }
    return Model.Tab.pipeline.name[l] + (parts.isEmpty ? "" : " ── ") + parts.joined(separator: " · ")
  }

  /// Of a picture, while the board is narrowed: pictures are of everybody in the area, whatever the filter.
  private static func unfiltered(_ model: Model) -> Phrase? {
    guard model.pipeline.view != .board, model.isBoardNarrowed else { return nil }
    return ofEverybody + Phrase(same: " in ") + model.area.spokenName
  }

  private static let ofEverybody = Phrase(
    "zonder filter: dit beeld is van iedereen", "without the filter: this shows everybody")

  /// `2.048 onderweg`, `821 te laat`; of a board that is narrowed `20 van 60 onderweg`.
  private static func sums(_ board: Board, _ model: Model) -> [String] {
    let (state, l) = (model.pipeline, model.language)
    let heads = Board.onTheWay.map { BoardHead(board, $0) }
    let (count, late) = (heads.reduce(0) { $0 + $1.households }, heads.reduce(0) { $0 + ($1.overdue ?? 0) })
    var (these, thoseLate) = ("", "")
    if state.view == .board, model.isBoardNarrowed {
      let found = Board.onTheWay.map { state.filtered[$0] }
      these = part(found.map { $0?.households }, l)
      thoseLate = part(found.map { $0?.overdue }, l)
    }
    return [
      these + Phrase("\(count.grouped(l)) onderweg", "\(count.grouped(l)) on their way")[l],
      thoseLate + Phrase("\(late.grouped(l)) te laat", "\(late.grouped(l)) late")[l],
    ]
  }

  /// `20 van `; `… van ` until every column was counted.
  private static func part(_ counts: [Count?], _ l: Language) -> String {
    let known = counts.compactMap(\.self)
    let sum = Count(number: known.reduce(0) { $0 + $1.number }, isCapped: known.contains(where: \.isCapped))
    return (known.count == counts.count ? BoardView.text(sum, l) : "…") + Phrase(" van ", " of ")[l]
  }

  /// By what the board is told apart, or which group it is of.
  private static func told(_ model: Model) -> [String] {
    let (state, l) = (model.pipeline, model.language)
    if let group = state.entered {
      return [group.grouping.name[l].lowercasedFirst + ": " + group.name(model.rules)[l]]
    }
    return state.grouping.map { [Phrase("per ", "by ")[l] + $0.name[l].lowercasedFirst] } ?? []
  }

  /// What stands beside the day of a past board.
  static func pastParts(_ past: PastBoard, _ model: Model) -> [String] {
    sums(past.board, model) + told(model)
  }

  private func banner(_ past: PastBoard, in row: Rect, on canvas: inout Canvas) {
    canvas.fill(row, style: .today)
    let parts = Self.pastParts(past, model).joined(separator: " · ")
    // Where there is no room for whose rules it has, the figures come first.
    let texts = [Self.banner(past.day, l), Self.shortBanner(past.day, l)].map { $0 + " · " + parts }
    let text = texts.first { TextWidth.of($0) + 2 <= row.width } ?? texts[1]
    canvas.put(" " + text, x: row.x, y: row.y, width: row.width, style: Style(.today, bold: true))
    let back = Phrase("q: terug naar nu", "q: back to now")[l]
    guard state.opensAt == nil, TextWidth.of(text) + TextWidth.of(back) + 4 <= row.width else { return }
    canvas.put(back, x: row.endX - TextWidth.of(back) - 1, y: row.y, style: .today)
  }

  private static func shortBanner(_ day: Day, _ l: Language) -> String {
    let name = DayText.long(day, l)
    return Phrase("Zoals het stond op \(name)", "As it stood on \(name)")[l]
  }

  static func banner(_ day: Day, _ l: Language) -> String {
    let name = DayText.long(day, l)
    return Phrase(
      "Zoals het stond op \(name), met de regels van die dag", "As it stood on \(name), with the rules of that day")[l]
  }
}
