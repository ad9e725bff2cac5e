import Casebook
import Journey
import Terminal

/// The people at the parties of an area, the most silent first, and below them what is known of the one under the cursor.
struct NetworkView {
  let model: Model

  private var l: Language { model.language }
  private var network: NetworkState { model.network }

  func draw(in area: Rect, on canvas: inout Canvas) {
    if network.showsConnections { return ConnectionView(model: model).draw(in: area, on: &canvas) }
    canvas.box(area, title: title)
    let inside = area.inset(1, 1)
    let pane = min(model.networkPane, max(0, inside.height - 3))
    let list = Rect(x: inside.x, y: inside.y, width: inside.width, height: inside.height - pane)
    drawRows(in: list, on: &canvas)
    guard pane > 0 else { return }
    let below = Rect(x: inside.x + 1, y: list.endY, width: inside.width - 2, height: pane)
    canvas.hline(x: area.x, y: below.y, width: area.width)
    guard let row = network.current else { return }
    let words = PersonWords(row: row, model: model)
    canvas.put(
      " " + TextWidth.fit(words.head, width: min(TextWidth.of(words.head), below.width - 4)) + " ", x: area.x + 2,
      y: below.y, style: .title)
    let lines = words.sentences.flatMap { text, style in
      TextWidth.wrap(text, width: max(8, below.width)).map { ($0, style) }
    }
    for (index, (text, style)) in lines.prefix(pane - 1).enumerated() {
      canvas.put(text, x: below.x, y: below.y + 1 + index, width: below.width, style: style)
    }
    if lines.count > pane - 1 { canvas.put(" …", x: below.endX - 2, y: below.endY - 1, width: 2, style: .dim) }
  }

  private func drawRows(in area: Rect, on canvas: inout Canvas) {
    let columns = NetworkColumn.placed(width: area.width)
    for (column, x, width) in columns {
      canvas.put(
        column.title[l], x: area.x + x, y: area.y, width: min(width, area.width - x), style: .dim,
        align: column.isNumber ? .right : .left)
    }
    let height = max(0, area.height - 1)
    if network.rows.isEmpty {
      let text = network.loaded == nil ? Words.loading[l] : emptyText
      for (index, line) in TextWidth.wrap(text, width: max(8, area.width - 4)).prefix(max(0, height - 1)).enumerated() {
        canvas.put(line, x: area.x + 2, y: area.y + 2 + index, width: area.width - 3, style: .dim)
      }
      canvas.cursor = (area.x + 2, min(area.y + 2, area.endY - 1))
      return
    }
    let top = network.top(rows: height)
    for (index, row) in network.rows.dropFirst(top).prefix(height).enumerated() {
      let place = Rect(x: area.x, y: area.y + 1 + index, width: area.width, height: 1)
      draw(row, columns, in: place, on: &canvas)
      canvas.mark(place, tag: Target.networkRow(top + index).tag)
    }
  }

  private func draw(
    _ row: NetworkRow, _ columns: [(column: NetworkColumn, x: Int, width: Int)], in place: Rect, on canvas: inout Canvas
  ) {
    let isCursor = row.contact == network.cursor
    for (column, x, width) in columns {
      canvas.put(
        column.text(row, model), x: place.x + x, y: place.y, width: max(0, min(width, place.width - x)),
        style: isCursor && column == .name ? .normal : column.style(row, model), align: column.isNumber ? .right : .left
      )
    }
    canvas.put(Self.sign(row, model.today), x: place.x + 1, y: place.y, style: .warning)
    let isMarked = network.isMarked(row.contact)
    if isMarked { canvas.put("✓", x: place.x + 2, y: place.y, style: .marked) }
    if network.changed.contains(row.contact) {
      // Beside the sign and the mark: in the first column that has neither.
      let free = Self.sign(row, model.today) == " " ? 1 : isMarked ? 0 : 2
      canvas.put("•", x: place.x + free, y: place.y, style: .accent)
    }
    guard isCursor else { return }
    let marked = columns.first.map { $0.x + $0.width } ?? 3
    canvas.restyle(Rect(x: place.x, y: place.y, width: marked, height: 1), role: .selected)
    canvas.put("▌", x: place.x, y: place.y, style: .selected)
    canvas.cursor = (place.x, place.y)
  }

  /// `+` not in the network yet, `a` absent, `x` left: the pane below says it in words.
  static func sign(_ row: NetworkRow, _ today: Day) -> String {
    guard let partner = row.partner else { return row.contact.name.isEmpty ? " " : "+" }
    return partner.isGone(today) ? "x" : partner.isAway(today) ? "a" : " "
  }

  private var emptyText: String {
    if !network.filter.isEmpty {
      return Phrase("Niemand voldoet aan dit filter.", "Nobody matches this filter.")[l]
    }
    return Phrase(
      "Hier is nog niemand. N voegt iemand toe; thuis network import BESTAND neemt een lijst op; wie in een verhaal wordt genoemd, staat hier vanzelf.",
      "There is nobody here yet. N adds somebody; thuis network import FILE takes a list in; whoever a story names is here by itself."
    )[l]
  }

  /// `Netwerk ── 214 · meest stil eerst · Utrecht`.
  private var title: String {
    var parts = [model.area.spokenName[l]]
    if let count = network.count { parts.insert((count.isCapped ? "> " : "") + count.number.grouped(l), at: 0) }
    parts.insert(Self.order(network.order)[l], at: parts.count - 1)
    if !network.marks.isEmpty { parts.append(Words.marked(network.marks.count)[l]) }
    let view = model.shownView.map { " · " + $0.view.name } ?? ""
    return Model.Tab.network.name[l] + view + " ── " + parts.joined(separator: " · ")
  }

  static func order(_ order: NetworkQuery.Order) -> Phrase {
    switch order {
    case .silence: Phrase("langst stil eerst", "longest silent first")
    case .turns: Phrase("meeste beurten eerst", "most turns first")
    case .answers: Phrase("traagste reactie eerst", "slowest answers first")
    case .kept: Phrase("minste afspraken nagekomen eerst", "fewest agreements kept first")
    case .name: Phrase("op naam", "by name")
    }
  }
}
