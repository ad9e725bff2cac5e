import Journey
import Terminal

// Marks: dossiers, not rows. They stay when the list is filtered, sorted or read again.
extension Shell {
  /// How many are marked at once at most.
  static let mostMarked = 10_000

  /// In the order of the list where it shows them, then by number.
  var marked: [DossierID] {
    let shown = model.list.lines.map(\.id).filter(model.marks.contains)
    return shown + model.marks.subtracting(shown).sorted()
  }

  /// Marks or unmarks the one under the cursor, and goes on.
  func mark(thenMove steps: Int) {
    guard let id = model.list.cursor else { return }
    if model.marks.contains(id) { model.marks.remove(id) } else { model.marks.insert(id) }
    model.lastMarked = id
    change(model.tab) { $0.move(steps, rows: model.listRows) }
  }

  /// All from the one marked last to the one under the cursor.
  func markRange() {
    let list = model.list
    guard let to = list.cursorIndex else { return }
    guard let from = model.lastMarked.flatMap({ id in list.lines.firstIndex { $0.id == id } }) else {
      return say(
        Phrase(
          "Markeer eerst het begin (spatie); v markeert dan tot hier.",
          "First mark the beginning (space); v then marks up to here.")[model.language], .bad)
    }
    model.marks.formUnion(list.lines[min(from, to)...max(from, to)].map(\.id))
    model.lastMarked = list.cursor
    sayMarked()
  }

  /// All in the filter; when all of them are, none.
  func markAll() {
    let (ask, today) = (model.list.ask, model.today)
    work { source in Shell.read { .toMark(try source.ids(ask, limit: Self.mostMarked + 1, today: today)) } }
  }

  func toMark(_ ids: [DossierID]) {
    if ids.count > Self.mostMarked {
      let most = Self.mostMarked.grouped(model.language)
      return say(
        Phrase(
          "Meer dan \(most) dossiers: maak het filter nauwer.", "More than \(most) dossiers: narrow the filter.")[
            model.language], .bad)
    }
    if !ids.isEmpty, model.marks.isSuperset(of: ids) {
      model.marks.subtract(ids)
    } else {
      model.marks.formUnion(ids)
    }
    sayMarked()
  }

  func unmark() {
    (model.marks, model.lastMarked) = ([], nil)
    sayMarked()
  }

  private func sayMarked() { say(Words.marked(model.marks.count)[model.language]) }
}
