import Casebook
import Journey
import Terminal

extension Model {
  /// What the list behind a number adds up to, where all of it is at hand: who counted, or the members.
  var personsBehindNumber: Int? {
    guard visit != nil, tab == .dossiers, allList.reachesStart, allList.reachesEnd, !allList.lines.isEmpty else {
      return nil
    }
    return allList.lines.reduce(0) { $0 + ($1.counted ?? $1.persons) }
  }
}

/// All dossiers, filtered and sorted.
struct DossiersView {
  let model: Model

  func draw(in area: Rect, on canvas: inout Canvas) {
    let l = model.language
    var title = Words.dossiers[l]
    if let count = model.allList.count { title += " ── " + (count.isCapped ? "> " : "") + count.number.grouped(l) }
    if let persons = model.personsBehindNumber { title += " · " + Digits.persons(persons)[l] }
    if let view = model.shownView?.view.name { title += " · " + view }
    if case .turnOf(let contact)? = model.allList.ask.figure {
      title += " · " + Words.turn[l].lowercasedFirst + ": " + model.rules.who(contact, user: "", l)
    }
    if model.visit != nil { title += " · " + Self.part[l] }
    title += " · " + Self.order(model.allList.sort)[l]
    let layout = ListLayout(chosen: model.allList.columns, language: l, isNumbered: true)
    let leftOut = layout.leftOut(width: area.width - 2)[l]
    if !leftOut.isEmpty { title += " · " + leftOut }
    canvas.box(area, title: title)
    ListView(model: model, list: model.allList, isFocused: true).draw(
      in: area.inset(1, 1), on: &canvas, withNumber: true)
  }

  /// That this is not all of them, and how one has those.
  static let part = Phrase("een deel, 2 toont alle", "a part, 2 shows all")

  /// `op fase, -personen`.
  static func order(_ sort: [SortKey]) -> Phrase {
    let keys = sort.isEmpty ? [SortKey(.urgency)] : sort
    func list(_ language: Language) -> String { SortKey.text(keys, language).replacing(",", with: ", ") }
    return Phrase("op " + list(.nl), "by " + list(.en))
  }
}
