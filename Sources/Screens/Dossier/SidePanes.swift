import Journey
import Terminal

/// The panes beside the story: who they are, whom they have, what they need.
struct SidePanes {
  let model: Model
  let state: DossierState

  private var l: Language { model.language }
  private var dossier: Dossier { state.dossier }

  func household(in area: Rect, on canvas: inout Canvas) {
    let isFocused = state.pane == .household
    Pane.frame(area, title: Words.household[l], isFocused: isFocused, on: &canvas)
    let inside = area.inset(1, 1)
    let top = personTop(inside.height)
    for (index, person) in dossier.persons.enumerated().dropFirst(top).prefix(inside.height) {
      let row = Rect(x: inside.x, y: inside.y + index - top, width: inside.width, height: 1)
      draw(person, in: row, on: &canvas)
      canvas.mark(row, tag: Target.person(index).tag)
      guard isFocused, index == state.person else { continue }
      canvas.restyle(row, role: .selected)
      canvas.put("▌", x: row.x, y: row.y, style: .selected)
      canvas.cursor = (row.x, row.y)
    }
  }

  private func personTop(_ height: Int) -> Int {
    max(0, min(state.person - height + 1, dossier.persons.count - height))
  }

  /// Which part of a pane is shown.
  func position(of pane: DossierState.Pane, in area: Rect, on canvas: inout Canvas) {
    let inside = area.inset(1, 1)
    func say(_ top: Int, _ count: Int) {
      Pane.position(area, top: top, height: inside.height, count: count, on: &canvas)
    }
    switch pane {
    case .household: say(personTop(inside.height), dossier.persons.count)
    case .network: say(networkTop(in: inside), networkRows(width: inside.width))
    case .story, .needs: break
    }
  }

  private func draw(_ person: Person, in row: Rect, on canvas: inout Canvas) {
    let style: Style = !person.counts ? .dim : person.relation == .head ? .strong : .normal
    if state.shown.contains(person.id) {
      let numbers = "BSN \(person.bsn?.rawValue ?? "–")  V \(person.vNumber?.rawValue ?? "–")"
      let room = max(4, row.width - 3 - TextWidth.of(numbers))
      canvas.put(person.listName, x: row.x + 1, y: row.y, width: room, style: style)
      canvas.put(numbers, x: row.x + 2 + room, y: row.y, width: max(0, row.width - 2 - room), style: .normal)
      return
    }
    let nameWidth = min(24, row.width / 2)
    canvas.put(person.listName, x: row.x + 1, y: row.y, width: nameWidth, style: style)
    let age = person.birth.map { String($0.age(on: model.today)) } ?? "?"
    canvas.put(age, x: row.x + nameWidth + 2, y: row.y, width: 3, align: .right)
    canvas.put(person.sex.map { Words.sex($0)[l] } ?? "", x: row.x + nameWidth + 6, y: row.y, width: 1)
    let x = row.x + nameWidth + 8
    canvas.put(facts(person, room: row.endX - x), x: x, y: row.y, width: max(0, row.endX - x), style: .dim)
  }

  /// As many facts as there is room for, the most telling first.
  private func facts(_ person: Person, room: Int) -> String {
    var parts = [Words.relation(person.relation)[l]]
    // What one has to know before calling.
    if let spoken = person.spoken { parts.append(spoken.name[l]) }
    if person.place != .reception { parts.append(Words.place(person.place)[l]) }
    if let bsn = person.bsn {
      parts.append("BSN " + bsn.masked)
    } else if let number = person.vNumber {
      parts.append("V " + number.masked)
    }
    var text = parts[0]
    for part in parts.dropFirst() where TextWidth.of(text) + 3 + TextWidth.of(part) <= room { text += " · " + part }
    return text
  }

  func network(in area: Rect, on canvas: inout Canvas) {
    let isFocused = state.pane == .network
    // What the days are is said once: beside each there is no room for it.
    let title = Words.network[l] + (state.people.contains { state.quiet($0) != nil } ? " · " + Words.daysSilent[l] : "")
    Pane.frame(area, title: title, isFocused: isFocused, on: &canvas)
    let inside = area.inset(1, 1)
    if state.people.isEmpty {
      canvas.put(
        Phrase("nog niemand bij naam bekend", "nobody known by name yet")[l], x: inside.x + 1, y: inside.y,
        width: inside.width - 1, style: .dim)
      if isFocused { canvas.cursor = (inside.x, inside.y) }
    }
    let top = networkTop(in: inside)
    for (index, entry) in state.people.enumerated().dropFirst(top).prefix(inside.height) {
      let row = Rect(x: inside.x, y: inside.y + index - top, width: inside.width, height: 1)
      let hasTurn = entry.hasTurn
      let days = state.quiet(entry).map { max(0, model.today - $0) }
      let isSilent = state.isSilent(entry, model.rules, today: model.today)
      let right = [hasTurn ? Words.turn[l].lowercased() : "", days.map { "\($0) d" } ?? "", isSilent ? "!" : ""].filter
      { !$0.isEmpty }.joined(separator: "  ")
      let room = max(0, row.width - TextWidth.of(right) - 3)
      let name = entry.isNameless ? Phrase(" · naam onbekend", " · no name")[l] : ""
      let purpose = entry.drawn.map { ": " + $0.purpose } ?? ""
      let others = entry.others == 0 ? "" : " " + Words.others(entry.others)[l]
      // How many more there are stays, however long the name.
      let who = model.rules.who(entry.contact, user: model.user, l) + name
      let width = min(TextWidth.of(who), max(0, room - TextWidth.of(others)))
      canvas.put(
        TextWidth.fit(who, width: width) + others + purpose, x: row.x + 1, y: row.y, width: room,
        style: entry.hasLeft ? .dim : entry.isNameless ? .warning : .normal)
      canvas.put(right, x: row.endX - TextWidth.of(right) - 1, y: row.y, style: isSilent ? .warning : .dim)
      guard isFocused, index == state.networkRow else { continue }
      canvas.restyle(row, role: .selected)
      canvas.put("▌", x: row.x, y: row.y, style: .selected)
      canvas.cursor = (row.x, row.y)
    }
    let below = inside.y + max(1, state.people.count) - top
    for (index, line) in belowNames(width: inside.width).enumerated() where below + index < inside.endY {
      canvas.put(line.text, x: inside.x + 1, y: below + index, width: inside.width - 1, style: line.style)
    }
  }

  /// Whoever has the turn is on top: only a cursor that is there scrolls them away. With the last one comes what is below.
  private func networkTop(in inside: Rect) -> Int {
    guard state.pane == .network else { return 0 }
    let isLast = state.networkRow == state.people.count - 1
    let rows = networkRows(width: inside.width)
    return max(0, isLast ? min(rows - inside.height, state.networkRow) : state.networkRow - inside.height + 1)
  }

  func networkRows(width: Int) -> Int { max(1, state.people.count) + belowNames(width: width).count }

  /// Parties that are to do something where nobody is known, and whom the days were spent waiting for.
  private func belowNames(width: Int) -> [(text: String, style: Style)] {
    func lines(_ head: Phrase, _ parts: [String], _ separator: String, _ style: Style) -> [(text: String, style: Style)]
    {
      guard !parts.isEmpty else { return [] }
      return TextWidth.wrap(head[l] + parts.joined(separator: separator), width: max(6, width - 1))
        .map { (text: $0, style: style) }
    }
    return lines(Words.nobodyAt, state.unnamed.map { model.rules.party($0)[l] }, ", ", .warning)
      + lines(
        Phrase("Dagen: ", "Days: "), state.waited.map { "\(model.rules.party($0.party)[l]) \($0.days) d" }, " · ", .dim)
  }

  func needs(in area: Rect, on canvas: inout Canvas) {
    Pane.frame(area, title: Words.needs[l], isFocused: state.pane == .needs, on: &canvas)
    let inside = area.inset(2, 1)
    if state.pane == .needs { canvas.cursor = (inside.x, inside.y) }
    var y = inside.y
    for (text, style) in needs {
      for part in TextWidth.wrap(text, width: max(6, inside.width)) where y < inside.endY {
        canvas.put(part, x: inside.x, y: y, width: inside.width, style: style)
        y += 1
      }
    }
  }

  /// How many rows the needs take.
  func needsRows(width: Int) -> Int { needs.reduce(0) { $0 + TextWidth.wrap($1.0, width: max(6, width)).count } }

  /// What they need, what decides where, and the home they were offered or have.
  var needs: [(String, Style)] {
    var lines: [(String, Style)] = []
    var wishes: [String] = []
    if let rooms = dossier.needs.rooms { wishes.append(Words.rooms(rooms)[l]) }
    if let rent = dossier.needs.maxRent { wishes.append(Phrase("max huur € \(rent)", "max rent € \(rent)")[l]) }
    wishes += dossier.needs.features.map { $0.name[l] }
    lines.append(
      (
        wishes.isEmpty ? Phrase("nog niet bekend", "not known yet")[l] : wishes.joined(separator: " · "),
        wishes.isEmpty ? .dim : .normal
      ))
    for (isHard, label) in [
      (true, Phrase("Harde criteria", "Hard criteria")), (false, Phrase("Zachte criteria", "Soft criteria")),
    ] {
      let found = dossier.criteria.filter { $0.kind.isHard == isHard }
      if found.isEmpty { continue }
      let texts = found.map {
        [Words.criterion($0.kind)[l], $0.placeName].filter { !$0.isEmpty }.joined(separator: " ")
      }
      lines.append((label[l] + ": " + texts.joined(separator: ", "), isHard ? .strong : .normal))
    }
    if let offer = dossier.offer, dossier.housing == nil {
      let parts = [offer.home.address, model.rules.who(offer.home.landlord, user: model.user, l)].filter { !$0.isEmpty }
      lines.append((Phrase("Aanbod", "Offer")[l] + ": " + parts.joined(separator: ", "), .accent))
    }
    if let housing = dossier.housing { lines.append((Phrase("Woont", "Lives")[l] + ": " + housing.address, .good)) }
    return lines
  }
}
