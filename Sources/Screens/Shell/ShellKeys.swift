import Journey
import Terminal

// Keys, from what lies on top down to the list.
extension Shell {
  /// - Parameter counts: false for keys that stand for something else, a turn of the wheel.
  func press(_ key: Key, counts: Bool = true) {
    let (cameBack, closes) = (wentBack, key == .character("q"))
    var isOnTop = false
    defer { wentBack = closes && !isOnTop || key == .escape }
    if model.isTooSmall {
      // With a form open q is a letter.
      if key == .character("q"), model.form == nil { exit(0) }
      if key == .control("c") { exit(HangUpReason.interrupt.exitStatus) }
      return
    }
    if key == .control("c") { return exit(HangUpReason.interrupt.exitStatus) }
    if key == .escape, let goesOn, model.job != nil { return goesOn.end() }
    if key == .escape, let renewing, model.task.renewing?.isAsked == true, model.isOnTask, model.overlay == nil,
      model.form == nil
    {
      model.task.isHalted = true
      return renewing.end()
    }
    if model.overlay != nil { return pressOverlay(key, counts: counts) }
    if counts { model.status = nil }
    if model.form != nil { return pressForm(key) }
    if let typing = model.lessons?.typing { return pressLessonSearch(key, typing) }
    if model.list.typing != nil, model.opened == nil { return pressFilter(key) }
    if model.isOnNetwork, model.network.typing != nil { return pressNetworkFilter(key) }
    let bindings = model.bindings
    isOnTop = closes && bindings.contains { $0.verb == .quit }
    // On the way back one presses a q too many without meaning to stop.
    if isOnTop, cameBack {
      return say(Phrase("Hier is het begin: nog een q stopt.", "This is the top: one more q quits.")[model.language])
    }
    // With a Cyrillic or Greek layout the same place on the keyboard means the same command.
    for key in [key, key.onLatinLayout] {
      if let binding = bindings.first(where: { $0.keys.contains(key) }) { return run(binding) }
    }
    if !move(key.onLatinLayout), let phrase = model.elsewhere(key) { say(phrase[model.language]) }
  }

  /// - Returns: false for a key that means nothing here.
  private func move(_ key: Key) -> Bool {
    if model.lessons != nil { return moveInLessons(key) }
    if model.opened != nil { return moveInDossier(key) }
    if model.isOnTask {
      moveOnTask(key)
      return true
    }
    if model.isOnNetwork {
      moveOnNetwork(key)
      return true
    }
    if model.tab == .pipeline, model.listName == .none { return moveOnPipeline(key) }
    let rows = model.listRows
    switch key {
    case .up, .character("k"): change(model.listName) { $0.move(-1, rows: rows) }
    case .down, .character("j"): change(model.listName) { $0.move(1, rows: rows) }
    case .pageUp, .control("b"): change(model.listName) { $0.turnPage(-1, rows: rows) }
    case .pageDown, .control("f"): change(model.listName) { $0.turnPage(1, rows: rows) }
    case .shiftDown: mark(thenMove: 1)
    case .shiftUp: mark(thenMove: -1)
    case .home, .character("g"): toEdge(.start)
    case .end, .character("G"): toEdge(.end)
    case .right, .character("l"): run(.open)
    case .left, .character("h"): if !model.list.ask.filter.isEmpty { run(.back) }
    default: return false
    }
    return true
  }

  private func toEdge(_ edge: ListState.Direction) {
    let list = model.list
    if edge == .start ? list.reachesStart : list.reachesEnd {
      change(model.listName) { $0.move(edge == .start ? -list.lines.count : list.lines.count, rows: model.listRows) }
    } else {
      reload(model.listName, edge)
    }
  }

  private func moveInDossier(_ key: Key) -> Bool {
    let page = max(1, model.body.height - 8)
    switch key {
    case .up, .character("k"): model.opened?.move(-1)
    case .down, .character("j"): model.opened?.move(1)
    case .pageUp, .control("b"): model.opened?.move(-page)
    case .pageDown, .control("f"), .character(" "): model.opened?.move(page)
    case .home, .character("g"): model.opened?.move(-100_000)
    case .end, .character("G"): model.opened?.move(100_000)
    case .right, .character("l"): model.opened?.turn(1)
    case .backTab: model.opened?.turn(-1)
    case .left, .character("h"): if model.opened?.pane == .story { run(.back) } else { model.opened?.turn(-1) }
    default: return false
    }
    return true
  }

  private func pressFilter(_ key: Key) {
    switch key {
    case .escape:
      change(model.listName) { $0.endTyping() }
      clearFilter()
    case .enter:
      // Rows of half a filter are not what one means to act on.
      if let fault = model.list.fault { return say(fault.expected[model.language], .bad) }
      let typed = model.list.typing?.text.trimmed
      change(model.listName) { $0.endTyping() }
      guard let typed else { return }
      // A word that might have become a term is one to look for now.
      ask { $0.filter = typed }
      if let hint = source.hint(typed, today: model.today) {
        say(hint.expected[model.language])
      } else if let days = source.daysRead(typed, today: model.today) {
        say("= " + days[model.language])
      }
    case .up: change(model.listName) { $0.move(-1, rows: model.listRows) }
    case .down: change(model.listName) { $0.move(1, rows: model.listRows) }
    case .tab: complete(1)
    case .backTab: complete(-1)
    default:
      var line = model.list.typing ?? TextLine()
      guard line.take(key) else { return }
      change(model.listName) { $0.typing = line }
      filterTyped()
    }
  }

  func pressOverlay(_ key: Key, counts: Bool = true) {
    switch model.overlay {
    case .help(var help):
      if key == .escape || (key == .character("q") && help.line.isEmpty) { return model.overlay = nil }
      let page = max(1, model.room.rows - 8)
      switch key {
      case .up: help.index -= 1
      case .down: help.index += 1
      case .pageUp: help.index -= page
      case .pageDown: help.index += page
      case .enter:
        model.overlay = nil
        if let binding = help.chosen(model.language), binding.verb != .help { run(binding) }
        return
      default: if help.line.take(key) { help.index = 0 }
      }
      help.index = min(max(0, help.index), max(0, help.found(model.language).count - 1))
      model.overlay = .help(help)
    case .palette(let palette): pressPalette(key, palette)
    case .text(var text):
      if key.scrolls(&text.top, last: TextView(model: model, text: text).last) { return model.overlay = .text(text) }
      if key == .character("y"), let phone = text.phone { return copy(phone) }
      model.overlay = nil
      // Who has read enough and presses the key of an act means that act.
      if ![.enter, .escape, .character("q")].contains(key) { press(key, counts: counts) }
    case .conflict(var conflict):
      if key == .enter { return model.overlay = nil }
      if key == .escape || key == .character("q") { return leaveForm(keepsDraft: true) }
      let last = TextView(model: model, text: ConflictView(model: model, conflict: conflict).text).last
      if key.scrolls(&conflict.top, last: last) { model.overlay = .conflict(conflict) }
    case .many(let many, var top):
      switch key {
      case .enter: if !many.outcome.done.isEmpty { return doMany(many) } else { model.overlay = nil }
      case .escape, .character("q"): return model.overlay = nil
      default:
        guard key.scrolls(&top, last: TextView(model: model, text: many.text(model.language)).last) else { return }
      }
      if model.overlay != nil { model.overlay = .many(many, top: top) }
    case .chooser(let chooser): pressChooser(key, chooser)
    case .minutes(let text): pressMinutes(key, text)
    case .sheet(let page): pressSheet(key, page)
    case .question(_, let verb):
      let isYes = verb.isFinal ? key == .character("j") || key == .character("y") : key == .enter
      guard isYes || [.enter, .escape, .character("q")].contains(key) else { return }
      model.overlay = nil
      if isYes { run(verb) }
    case .leaveForm:
      switch key {
      case .character("j"), .character("y"), .enter: leaveForm(keepsDraft: true)
      case .character("d"): leaveForm(keepsDraft: false)
      default: model.overlay = nil
      }
    case nil: break
    }
  }

  private func pressPalette(_ key: Key, _ old: PaletteState) {
    var palette = old
    let found = palette.found(model.language)
    switch key {
    case .escape: return model.overlay = nil
    case .up, .control("p"): palette.index = max(0, palette.index - 1)
    case .down, .control("n"): palette.index = min(max(0, found.count - 1), palette.index + 1)
    case .pageUp: palette.index = max(0, palette.index - 10)
    case .pageDown: palette.index = min(max(0, found.count - 1), palette.index + 10)
    case .enter:
      guard found.indices.contains(palette.index) else { return }
      // A refused one stays, with its reason.
      if found[palette.index].refusal != nil { return }
      model.overlay = nil
      if let code = found[palette.index].verb.counted { model.uses[code, default: 0] += 1 }
      return run(found[palette.index])
    case .character(let digit)
    where (palette.kind == .views || palette.kind == .numbers) && palette.line.isEmpty && digit.isNumber:
      guard let entry = palette.entries.first(where: { $0.keys.contains(key) }) else { return }
      model.overlay = nil
      return run(entry)
    default:
      guard palette.line.take(key) else { break }
      palette.index = 0
      if Folding.key(palette.line.text).count < 3 { palette.households = [] }
    }
    model.overlay = .palette(palette)
    if palette.line != old.line { suggest(palette) }
  }

  func paste(_ text: String) {
    let line = text.replacingNewlines
    if case .palette(var palette) = model.overlay {
      palette.line.insert(line)
      palette.index = 0
      model.overlay = .palette(palette)
      suggest(palette)
    } else if model.overlay != nil {
      return
    } else if model.form != nil {
      pasteInForm(text)
    } else if model.lessons?.typing != nil {
      pasteInLessonSearch(line)
    } else if var typing = model.network.typing, model.isOnNetwork {
      typing.insert(line)
      typedNetworkFilter(typing)
    } else if var typing = model.list.typing, model.opened == nil {
      typing.insert(line)
      change(model.listName) { $0.typing = typing }
      filterTyped()
    } else {
      say(Words.pasteHere[model.language])
    }
  }
}
