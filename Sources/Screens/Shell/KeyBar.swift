import Casebook
import Journey
import Terminal

/// The last line: the actions that work here and now, most used first; while a filter is typed, what may come in it.
struct KeyBar {
  private let model: Model
  private let entries: [Entry]

  private struct Entry {
    var key: Key
    var text: String
    var name: String
  }

  init(_ model: Model) {
    self.model = model
    entries = model.isTooSmall ? [] : Self.entries(model)
  }

  /// What each entry stands for.
  var actions: [Key] { entries.map(\.key) }

  func draw(on canvas: inout Canvas) {
    let y = model.size.rows - 1
    var x = 1
    if model.overlay == nil, model.form == nil, model.opened == nil, model.lessons == nil,
      model.list.typing?.isSelected == false
    {
      if let fault = model.list.fault, mistake(fault, y: y, on: &canvas) { return }
      if let hint = model.list.hint, remark(hint, y: y, on: &canvas) { return }
      if let found = model.list.completions, !found.choices.isEmpty {
        return completions(found, at: model.list.completion, y: y, on: &canvas)
      }
      if let days = model.list.daysRead, filterLine("= " + days[model.language], .normal, y: y, on: &canvas) { return }
    }
    if model.overlay == nil, model.isOnNetwork, model.network.typing?.isSelected == false {
      if let fault = model.network.fault, mistake(fault, y: y, on: &canvas) { return }
      if let found = model.network.completions, !found.choices.isEmpty {
        return completions(found, at: model.network.completion, y: y, on: &canvas)
      }
    }
    for (index, entry) in entries.enumerated() {
      let width = TextWidth.of(entry.text) + 1 + TextWidth.of(entry.name)
      guard x + width < model.size.columns else { continue }
      canvas.put(entry.text, x: x, y: y, style: .keyName)
      canvas.put(entry.name, x: x + TextWidth.of(entry.text) + 1, y: y, style: .keyText)
      canvas.mark(Rect(x: x, y: y, width: width, height: 1), tag: Target.key(index).tag)
      x += width + 2
    }
  }

  /// What is wrong in the filter, whole: below it, or where that takes more than a line above it, over the foot of the list.
  /// - Returns: whether it took the last line.
  private func mistake(_ fault: FilterFault, y: Int, on canvas: inout Canvas) -> Bool {
    let l = model.language
    let tab = fault.correction == nil ? "" : Phrase(" Tab neemt dat over.", " Tab takes that over.")[l]
    let shown = model.list.ask.filter
    let still =
      shown.isEmpty
      ? Phrase(" De rijen zijn nog die zonder filter.", " The rows are still those without a filter.")
      : Phrase(" De rijen zijn nog die van: \(shown)", " The rows are still those of: \(shown)")
    return filterLine("✗ " + fault.expected[l] + tab + still[l], .error, y: y, on: &canvas)
  }

  /// What one perhaps meant, in the same place: the rows are those of what is typed.
  private func remark(_ hint: FilterFault, y: Int, on canvas: inout Canvas) -> Bool {
    let tab = Phrase(" Tab neemt dat over.", " Tab takes that over.")
    return filterLine("· " + (hint.expected + tab)[model.language], .normal, y: y, on: &canvas)
  }

  private func filterLine(_ text: String, _ first: Style, y: Int, on canvas: inout Canvas) -> Bool {
    let rows = TextWidth.wrap(text, width: max(1, model.size.columns - 2)).prefix(max(1, model.body.height - 2))
    for (index, row) in rows.enumerated() {
      let at = rows.count == 1 ? y : y - 1 - rows.count + index
      canvas.fill(Rect(x: 0, y: at, width: model.size.columns, height: 1), style: .normal)
      canvas.put(row, x: 1, y: at, width: max(0, model.size.columns - 2), style: index == 0 ? first : .normal)
    }
    return rows.count == 1
  }

  /// `Tab fase: gemeente: ...`, from the one that was put there on.
  private func completions(_ found: FilterCompletions, at chosen: Int, y: Int, on canvas: inout Canvas) {
    var x = 1 + canvas.put("Tab", x: 1, y: y, style: .keyName) + 1
    for (index, choice) in found.choices.enumerated().dropFirst(max(0, chosen)) {
      let about = choice.about[model.language]
      let text = about.isEmpty ? choice.text : "\(choice.text) (\(about))"
      let width = TextWidth.of(text)
      guard x + width < model.size.columns - 1 else { break }
      canvas.put(text, x: x, y: y, style: index == chosen ? .selected : .keyText)
      x += width + 2
    }
  }

  private static func entries(_ model: Model) -> [Entry] {
    let l = model.language
    func say(_ key: Key, _ text: String, _ nl: String, _ en: String) -> Entry {
      Entry(key: key, text: text, name: Phrase(nl, en)[l])
    }
    let up = say(.down, "↑↓", "kies", "choose")
    switch model.overlay {
    case .help: return [say(.enter, "⏎", "doe", "do"), up, say(.escape, "Esc", "sluit", "close")]
    case .palette: return [say(.enter, "⏎", "doe", "do"), up, say(.escape, "Esc", "sluit", "close")]
    case .text(let text) where text.phone != nil:
      return [
        say(.enter, "⏎", "sluit", "close"), say(.down, "↑↓", "schuif", "scroll"),
        say(.character("y"), "y", "kopieer telefoon", "copy phone"),
      ]
    case .text: return [say(.enter, "⏎", "sluit", "close"), say(.down, "↑↓", "schuif", "scroll")]
    case .question(_, let verb) where verb.isFinal:
      return [
        say(.enter, "⏎", "laat", "leave it"), say(.character("j"), Phrase("j", "y")[l], "doe", "do it"),
      ]
    case .question: return [say(.enter, "⏎", "doe", "do it"), say(.escape, "Esc", "laat", "leave it")]
    case .minutes:
      return [
        say(.enter, "⏎", "bewaar", "save"), say(.down, "↑↓", "schuif", "scroll"),
        say(.character("E"), "E", "beëindig overleg", "end review"),
        say(.escape, "Esc", "terug naar het overleg", "back to the review"),
      ]
    case .sheet(let page) where !page.isRecorded:
      return [
        say(.enter, "⏎", "leg vast en bewaar", "record and save"), say(.down, "↑↓", "schuif", "scroll"),
        say(.character("y"), "y", "leg vast en kopieer", "record and copy"), say(.escape, "Esc", "terug", "back"),
      ]
    case .sheet:
      return [
        say(.enter, "⏎", "bewaar", "save"), say(.down, "↑↓", "schuif", "scroll"),
        say(.character("y"), "y", "kopieer", "copy"), say(.escape, "Esc", "sluit", "close"),
      ]
    case .conflict:
      return [
        say(.enter, "⏎", "terug naar het formulier", "back to the form"),
        say(.escape, "Esc", "naar het dossier", "to the dossier"), say(.down, "↑↓", "schuif", "scroll"),
      ]
    case .leaveForm:
      return [
        say(.character("j"), "j", "weg, concept bewaard", "leave, draft kept"),
        say(.character("d"), "d", "weg zonder concept", "leave, no draft"), say(.escape, "Esc", "blijf", "stay"),
      ]
    case .many(let many, _):
      let back = say(.escape, "Esc", "terug naar het formulier", "back to the form")
      return many.outcome.done.isEmpty ? [back] : [say(.enter, "⏎", "leg vast", "record"), back]
    case .chooser:
      return [
        say(.character(" "), Binding.name(.character(" "), l), "aan/uit", "on/off"),
        say(.character("J"), "J K", "verschuif", "move"),
        say(.enter, "⏎", "klaar", "done"), say(.escape, "Esc", "zoals het was", "as it was"),
      ]
    case nil: break
    }
    if let form = model.form {
      let name = form.saveKeyName
      if form.isOnSave {
        return [
          say(.enter, "⏎", name.nl, name.en), say(.backTab, "↑", "terug naar de velden", "back to the fields"),
          say(.escape, "Esc", "terug", "back"),
        ]
      }
      let turns = form.purpose == .act(.contact) ? [say(.control("t"), "^T", "aan zet", "turn")] : []
      return [
        say(.control("s"), "^S", name.nl, name.en), say(.tab, "Tab", "volgend veld", "next field"),
        form.ticks
          ? say(.character(" "), Phrase("spatie", "space")[l], "vink aan", "tick")
          : say(.enter, "⏎", "neem over", "accept"),
        say(.escape, "Esc", "terug", "back"),
      ] + turns
    }
    // What stands there is replaced by the first letter, until one goes into it.
    let edit = say(.end, "→", "pas het filter aan, typen vervangt het", "edit the filter, typing replaces it")
    if let line = model.lessons?.typing {
      let keys = [say(.enter, "⏎", "klaar", "done"), say(.escape, "Esc", "wis", "clear")]
      return keys + (line.isSelected ? [edit] : [up])
    }
    if model.list.typing != nil && model.opened == nil || model.isOnNetwork && model.network.typing != nil {
      let keys = [say(.enter, "⏎", "klaar", "done"), say(.escape, "Esc", "filter weg", "clear filter")]
      let typing = model.isOnNetwork && model.opened == nil ? model.network.typing : model.list.typing
      return keys + (typing?.isSelected == true ? [edit] : [up])
    }
    // The way out and the help are never the ones that fall off.
    let frequent = model.bindings.filter { $0.isFrequent && $0.refusal == nil }
    let isList = model.opened == nil && model.lessons == nil && [ListName.today, .dossiers].contains(model.listName)
    let fixed: [Verb] = [.help, .back, .quit] + (isList ? [.palette] : [])
    let always = frequent.filter { fixed.contains($0.verb) }
    // On a list what is done to a household comes before how one looks at it.
    let later: [Verb] = isList ? [.explain, .sort, .scope] : []
    let rest = frequent.filter { !fixed.contains($0.verb) }
    let others = rest.filter { !later.contains($0.verb) } + rest.filter { later.contains($0.verb) }
    let reserved = always.reduce(1) { $0 + TextWidth.of($1.keyText(l)) + TextWidth.of($1.name[l]) + 3 }
    var room = model.size.columns - reserved
    var shown: [Binding] = []
    for binding in others {
      room -= TextWidth.of(binding.keyText(l)) + TextWidth.of(binding.name[l]) + 3
      if room < 0 { break }
      shown.append(binding)
    }
    return (shown + always).map { Entry(key: $0.keys.first ?? .escape, text: $0.keyText(l), name: $0.name[l]) }
  }
}
