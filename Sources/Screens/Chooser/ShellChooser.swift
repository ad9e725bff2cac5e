import Casebook
import Journey
import Terminal

// Choosing columns and order; the list follows at once.
extension Shell {
  func chooseColumns() {
    model.overlay = .chooser(ChooserState(columns: model.list, shown: shownColumns, model.listName))
  }

  /// What is on screen: what was chosen, else what fits.
  private var shownColumns: [ShownColumn] {
    let layout = ListLayout(chosen: model.list.columns, language: model.language, isNumbered: model.tab == .dossiers)
    return layout.chosen.isEmpty
      ? layout.columns(width: model.size.columns - 2).map { ShownColumn($0.column) } : layout.chosen
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
    case .character(" "):
      if chooser.isFixed {
        return say(
          Phrase(
            "Het huishouden blijft in de lijst: zonder naam is een rij van niemand.",
            "The household stays in the list: without a name a row is nobody's.")[model.language])
      }
      chooser.toggle()
    case .shiftUp, .altUp, .character("K"): chooser.move(-1)
    case .shiftDown, .altDown, .character("J"): chooser.move(1)
    case .left, .character("h"), .character("-"): chooser.adjust(-1, usual: usual)
    case .right, .character("l"), .character("+"): chooser.adjust(1, usual: usual)
    case .character("0"):
      apply(
        columns: chooser.kind == .columns ? [] : chooser.before.columns,
        sort: chooser.kind == .sort ? [] : chooser.before.sort, chooser.name)
      chooser.restart(list(chooser.name), shown: shownColumns)
      return model.overlay = .chooser(chooser)
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
    guard old.ask.sort != sort else { return }
    reload(name, around: old.isAtTop ? nil : old.cursor)
  }
}
