import Journey
import Terminal

// Marks: dossiers, not rows. They stay when the list is filtered, sorted or read again.
extension Shell {
  /// How many are marked at once at most.
  /// They are done in one go, and nobody else writes meanwhile: some three seconds for so many.
  static let mostMarked = 5000

  /// In the order of the list where it shows them, then by number.
  var marked: [DossierID] {
    let shown = model.list.lines.map(\.id).filter(model.marks.contains)
    return shown + model.marks.subtracting(shown).sorted()
  }

  /// Marks or unmarks the one under the cursor, and goes on.
  func mark(thenMove steps: Int) {
    guard let id = model.list.cursor else { return }
    if model.marks.contains(id) { model.marks.remove(id) } else { model.marks.insert(id) }
    model.lastMarked = model.list.current
    change(model.listName) { $0.move(steps, rows: model.listRows) }
  }

  /// All from the one marked last to the one under the cursor.
  func markRange() {
    let list = model.list
    guard let to = list.cursorIndex, let first = model.lastMarked else {
      return say(Words.markFirst[model.language], .bad)
    }
    if let from = list.lines.firstIndex(where: { $0.id == first.id }) {
      return marked(list.lines[min(from, to)...max(from, to)].map(\.id))
    }
    // It is farther away than what was read of the list.
    holdKeys()
    let (ask, today, last) = (list.ask, model.today, list.lines[to].id)
    work { source in
      Shell.read {
        for forward in [true, false] {
          // The list may have the first one no more, or otherwise.
          var isFirst = true
          let between = try Span.rows(from: first, most: Self.mostMarked, isLast: { $0.id == last }) { edge, limit in
            defer { isFirst = false }
            let page = try source.lines(
              ask, beyond: edge, itself: isFirst, forward: forward, limit: limit, today: today)
            return forward ? page : page.reversed()
          }
          if let between { return .markedRange(between.map(\.id)) }
        }
        return .said(Words.markedTooFar)
      }
    }
  }

  func marked(_ ids: [DossierID]) {
    model.lastMarked = model.list.current
    add(ids)
    releaseKeys()
  }

  /// All in the filter; when all of them are, none.
  func markAll() {
    let (ask, today) = (model.list.ask, model.today)
    holdKeys()
    work { source in Shell.read { .toMark(try source.ids(ask, limit: Self.mostMarked + 1, today: today)) } }
  }

  func toMark(_ ids: [DossierID]) {
    if !ids.isEmpty, model.marks.isSuperset(of: ids) {
      model.marks.subtract(ids)
      sayMarked()
    } else {
      add(ids)
    }
    releaseKeys()
  }

  private func add(_ ids: [DossierID]) {
    let all = model.marks.union(ids)
    guard all.count <= Self.mostMarked else {
      dropKeys()
      return say(Words.tooManyMarked(Self.mostMarked)[model.language], .bad)
    }
    model.marks = all
    sayMarked()
  }

  func unmark() {
    (model.marks, model.lastMarked) = ([], nil)
    sayMarked()
  }

  private func sayMarked() { say(Words.marked(model.marks.count)[model.language]) }
}
