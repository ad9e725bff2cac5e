import Casebook
import Journey
import Terminal

/// The permanent connection from country to town: the municipalities of an area with what is broken, and below the levels of
/// the one under the cursor, a line a link.
struct ConnectionView {
  let model: Model

  private var l: Language { model.language }
  private var network: NetworkState { model.network }

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.box(area, title: title)
    let inside = area.inset(1, 1)
    guard network.connected != nil, let connection = network.connection else {
      let text =
        network.connected == nil
        ? Words.loading
        : network.connectionFilter.isEmpty
          ? Phrase("Hier zijn geen gemeenten.", "There are no municipalities here.")
          : Phrase("Geen gemeente voldoet aan dit filter.", "No municipality matches this filter.")
      canvas.put(text[l], x: inside.x + 2, y: inside.y + 1, width: inside.width - 3, style: .dim)
      canvas.cursor = (inside.x + 2, inside.y + 1)
      return
    }
    let levels = Connection.Level.allCases.count * 2
    let height = network.connections.count == 1 ? 1 : max(3, inside.height - levels - 1)
    let rows = min(height, network.connections.count)
    let top = max(0, min(network.townIndex - rows / 2, network.connections.count - rows))
    for (index, one) in network.connections.dropFirst(top).prefix(rows).enumerated() {
      draw(
        one, network.breaks, in: Rect(x: inside.x, y: inside.y + index, width: inside.width, height: 1),
        at: top + index,
        on: &canvas)
    }
    let y = inside.y + rows
    guard y + 2 < inside.endY else { return }
    canvas.hline(x: area.x, y: y, width: area.width)
    canvas.put(" \(municipalityName(connection.municipality)) ", x: area.x + 2, y: y, style: .title)
    chain(
      connection, in: Rect(x: inside.x + 1, y: y + 1, width: inside.width - 2, height: inside.endY - y - 1), on: &canvas
    )
  }

  private func draw(
    _ connection: Connection, _ summary: BreakSummary, in place: Rect, at index: Int, on canvas: inout Canvas
  ) {
    let isCursor = index == network.townIndex
    let breaks = connection.breaks(model.rules, today: model.today)
    let name = min(26, place.width / 3)
    canvas.put(municipalityName(connection.municipality), x: place.x + 3, y: place.y, width: name, style: .strong)
    let x = place.x + 4 + name
    canvas.put(
      Self.words(breaks, summary, l), x: x, y: place.y, width: max(0, place.endX - x),
      style: breaks.isEmpty ? .good : .warning
    )
    canvas.mark(place, tag: Target.networkRow(index).tag)
    guard isCursor else { return }
    canvas.restyle(Rect(x: place.x, y: place.y, width: 3 + name, height: 1), role: .selected)
    canvas.put("▌", x: place.x, y: place.y, style: .selected)
    canvas.cursor = (place.x, place.y)
  }

  /// `3 · 616 dagen stil: gemeente–corporatie; niemand bij: provincie, ...`: how many are broken, then what differs.
  static func words(_ breaks: [Connection.Break], _ summary: BreakSummary, _ l: Language) -> String {
    if breaks.isEmpty { return Phrase("heel", "whole")[l] }
    return "\(breaks.count) · " + summary.parts(breaks).map { $0[l] }.joined(separator: "; ")
  }

  private func chain(_ connection: Connection, in area: Rect, on canvas: inout Canvas) {
    let lines = Self.lines(connection, model)
    for (index, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line.text, x: area.x, y: area.y + index, width: area.width, style: line.style)
    }
    guard lines.count > area.height else { return }
    let more = " " + Phrase("… meer: ⏎", "… more: ⏎")[l]
    canvas.put(more, x: area.endX - TextWidth.of(more), y: area.endY - 1, style: .dim)
  }

  /// A level with its people, and between two levels when they spoke.
  static func lines(_ connection: Connection, _ model: Model) -> [(text: String, style: Style)] {
    let l = model.language
    var lines: [(text: String, style: Style)] = []
    for level in Connection.Level.allCases {
      let people = connection.people[level] ?? []
      let names = people.map { [$0.name, $0.organisation].filter { !$0.isEmpty }.joined(separator: ", ") }
      let gone = (connection.gone[level] ?? []).map { "\($0.contact.name) \($0.words[l])" }
      let who = (names + gone).isEmpty ? Phrase("niemand", "nobody")[l] : (names + gone).joined(separator: "; ")
      lines.append(
        (
          TextWidth.fit(level.name[l].capitalizedFirst, width: 22) + " " + who,
          connection.missing(level) == nil ? .normal : .warning
        ))
      guard let link = connection.links.first(where: { $0.upper == level }) else { continue }
      let broken = connection.broken(link, model.rules, today: model.today)
      var text = "  │ "
      if let last = link.last {
        let days = model.days.days(max(0, model.today - last.day))
        text +=
          Phrase(
            "gesproken op \(model.days.short(last.day)), \(days) geleden",
            "spoke on \(model.days.short(last.day)), \(days) ago")[l]
        // Before the names: they may be cut.
        if broken != nil { text += Phrase(", te lang stil", ", silent too long")[l] }
        if !last.who.isEmpty { text += ": " + last.who.joined(separator: Phrase(" en ", " and ")[l]) }
      } else {
        text += Phrase("nog niet gesproken", "not spoken yet")[l]
      }
      lines.append((text, broken == nil ? .dim : .warning))
    }
    return lines
  }

  private var title: String {
    Phrase("Netwerk · van land naar stad", "Network · from country to town")[l] + " ── "
      + Self.facts(model).joined(separator: " · ")
  }

  /// Of how many, how many are broken, in which order, and what is left out.
  static func facts(_ model: Model) -> [String] {
    let (l, network) = (model.language, model.network)
    guard network.connected != nil else { return [model.area.spokenName[l]] }
    let (shown, all) = (network.connections.count, network.allConnections.count)
    let count = network.broken
    let part =
      network.connectionFilter.isEmpty
      ? nil
      : Phrase("\(shown) van ", "\(shown) of ")[l]
        + Digits.municipalities(all)[l]
    return [
      part, Phrase("\(count) met een breuk", "\(count) with a break")[l], network.connectionOrder.words[l],
      model.area.spokenName[l],
    ].compactMap(\.self)
  }
}
