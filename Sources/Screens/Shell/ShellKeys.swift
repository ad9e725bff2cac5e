import Journey
import Terminal

// Keys, from what lies on top down to the list.
extension Shell {
  func press(_ key: Key) {
    if model.isTooSmall {
      if key == .character("q") { exit(0) }
      return
    }
    if key == .control("c") { return exit(HangUpReason.interrupt.exitStatus) }
    if model.overlay != nil { return pressOverlay(key) }
    model.status = nil
    if model.form != nil { return pressForm(key) }
    if model.list.typing != nil, model.opened == nil { return pressFilter(key) }
    if let binding = model.bindings.first(where: { $0.keys.contains(key) }) { return run(binding) }
    move(key)
  }

  private func move(_ key: Key) {
    if model.opened != nil { return moveInDossier(key) }
    let rows = model.listRows
    switch key {
    case .up, .character("k"): change(model.tab) { $0.move(-1, rows: rows) }
    case .down, .character("j"): change(model.tab) { $0.move(1, rows: rows) }
    case .pageUp, .control("b"): change(model.tab) { $0.turnPage(-1, rows: rows) }
    case .pageDown, .control("f"), .character(" "): change(model.tab) { $0.turnPage(1, rows: rows) }
    case .home, .character("g"): toEdge(.start)
    case .end, .character("G"): toEdge(.end)
    case .right, .character("l"): run(.open)
    case .left, .character("h"): if !model.list.ask.filter.isEmpty { run(.back) }
    default: break
    }
  }

  private func toEdge(_ edge: ListState.Direction) {
    let list = model.list
    if edge == .start ? list.reachesStart : list.reachesEnd {
      change(model.tab) { $0.move(edge == .start ? -list.lines.count : list.lines.count, rows: model.listRows) }
    } else {
      reload(model.tab, edge)
    }
  }

  private func moveInDossier(_ key: Key) {
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
    default: break
    }
  }

  private func pressFilter(_ key: Key) {
    switch key {
    case .escape:
      change(model.tab) {
        $0.typing = nil
        $0.fault = nil
      }
      ask { $0.filter = "" }
    case .enter:
      change(model.tab) {
        $0.typing = nil
        $0.fault = nil
      }
    case .up: change(model.tab) { $0.move(-1, rows: model.listRows) }
    case .down: change(model.tab) { $0.move(1, rows: model.listRows) }
    default:
      var line = model.list.typing ?? TextLine()
      guard line.take(key) else { return }
      change(model.tab) { $0.typing = line }
      filterTyped()
    }
  }

  func pressOverlay(_ key: Key) {
    switch model.overlay {
    case .help(var help):
      if key == .escape || key == .enter || (key == .character("q") && help.line.isEmpty) { return model.overlay = nil }
      let page = max(1, model.size.rows - 8)
      let last = max(0, help.rows(model.language).count - (model.size.rows - 7))
      switch key {
      case .up: help.top -= 1
      case .down: help.top += 1
      case .pageUp: help.top -= page
      case .pageDown: help.top += page
      default: if help.line.take(key) { help.top = 0 }
      }
      help.top = min(max(0, help.top), last)
      model.overlay = .help(help)
    case .palette(let palette): pressPalette(key, palette)
    case .text(var text):
      switch key {
      case .up, .character("k"): text.top = max(0, text.top - 1)
      case .down, .character("j"): text.top = min(text.top + 1, text.lines.count)
      default: return model.overlay = nil
      }
      model.overlay = .text(text)
    case .conflict:
      if key == .enter { model.overlay = nil }
      if key == .escape || key == .character("q") { (model.overlay, model.form) = (nil, nil) }
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
      return run(found[palette.index])
    default: if palette.line.take(key) { palette.index = 0 }
    }
    model.overlay = .palette(palette)
  }

  func paste(_ text: String) {
    let line = text.replacingNewlines
    if case .palette(var palette) = model.overlay {
      palette.line.insert(line)
      model.overlay = .palette(palette)
    } else if model.overlay != nil {
      return
    } else if model.form != nil {
      pasteInForm(text)
    } else if var typing = model.list.typing, model.opened == nil {
      typing.insert(line)
      change(model.tab) { $0.typing = typing }
      filterTyped()
    } else {
      say(Words.pasteHere[model.language])
    }
  }
}
