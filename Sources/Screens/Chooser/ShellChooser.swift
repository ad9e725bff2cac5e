import Casebook
import Journey
import Terminal

// Choosing columns and order; the list follows at once.
extension Shell {
  func chooseColumns() {
    let list = model.list
    let layout = ListLayout(chosen: list.columns, language: model.language, isNumbered: model.tab == .dossiers)
    // Begin with what is on screen.
    let shown =
      list.columns.isEmpty
      ? layout.columns(width: model.size.columns - 2).map { ShownColumn($0.column) } : list.columns
    model.overlay = .chooser(ChooserState(columns: list, shown: shown, model.listName))
  }

  func chooseSort() { model.overlay = .chooser(ChooserState(sort: model.list, model.listName)) }

  func pressChooser(_ key: Key, _ old: ChooserState) {
    var chooser = old
    let last = chooser.items.count - 1
    let usual = ListLayout(chosen: [], language: model.language, isNumbered: false).usual
    switch key {
    case .escape:
      model.overlay = nil
      return apply(columns: chooser.before.columns, sort: chooser.before.sort, chooser.name)
    case .enter, .character("q"): return model.overlay = nil
    case .up, .character("k"): chooser.index = max(0, chooser.index - 1)
    case .down, .character("j"): chooser.index = min(last, chooser.index + 1)
    case .home, .character("g"): chooser.index = 0
    case .end, .character("G"): chooser.index = last
    case .character(" "): chooser.toggle()
    case .shiftUp, .altUp, .character("K"): chooser.move(-1)
    case .shiftDown, .altDown, .character("J"): chooser.move(1)
    case .left, .character("h"), .character("-"): chooser.adjust(-1, usual: usual)
    case .right, .character("l"), .character("+"): chooser.adjust(1, usual: usual)
    case .character("0"):
      model.overlay = nil
      return apply(
        columns: chooser.kind == .columns ? [] : chooser.before.columns,
        sort: chooser.kind == .sort ? [] : chooser.before.sort, chooser.name)
    default: return
    }
    model.overlay = .chooser(chooser)
    guard chooser.items != old.items else { return }
    // One column at least: a list of nothing cannot be read.
    let columns = chooser.kind == .columns && chooser.count > 0 ? chooser.columns : chooser.before.columns
    apply(columns: columns, sort: chooser.kind == .sort ? chooser.sort : chooser.before.sort, chooser.name)
  }

  private func apply(columns: [ShownColumn], sort: [SortKey], _ name: ListName) {
    let old = list(name)
    guard old.columns != columns || old.ask.sort != sort else { return }
    change(name) {
      $0.columns = columns
      $0.ask.sort = sort
    }
    if old.ask.sort != sort { reload(name) }
  }
}
