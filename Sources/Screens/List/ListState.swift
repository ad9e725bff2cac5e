import Casebook
import Journey

/// A list of dossiers as a window on however many there are. The cursor is a dossier, never a row number, so what
/// others do cannot put another household under it.
struct ListState: Sendable {
  var ask = Ask()
  /// In order; a part of the whole list.
  var lines: [Line] = [] {
    didSet {
      ids.removeAll(keepingCapacity: true)
      for index in lines.indices { ids.append(lines[index].id) }
    }
  }
  /// Of the lines: looked through at every key, and a line is large.
  private(set) var ids: [DossierID] = []
  var cursor: DossierID?
  /// On which row of the screen the cursor stands.
  var cursorRow = 0
  var reachesStart = false
  var reachesEnd = false
  var isLoaded = false
  /// The order that the filter itself asks for.
  var typedSort: [SortKey] = []
  /// A page is under way, in that direction.
  var awaits: Set<Direction> = []
  var count: Count?
  var totals: Totals?
  /// The filter as it is being typed; nil when nobody types.
  var typing: TextLine?
  var fault: FilterFault?
  /// What one perhaps meant by words that are only searched for.
  var hint: FilterFault?
  /// What the words for days in it stand for.
  var daysRead: Phrase?
  /// What may come where one types.
  var completions: FilterCompletions?
  /// What was typed when they were found; of other text they say nothing.
  var completed: TextLine?
  /// The one that Tab put there last.
  var completion = -1
  /// Empty: those that fit the screen.
  var columns: [ShownColumn] = []
  /// The name of the view that was chosen last; whether one still looks through it the model says.
  var view: String?
  /// What one did oneself, until the list is read again: that is no news.
  var expected: Set<DossierID> = []
  /// Where others did something since one was there.
  var changed: Set<DossierID> = []
  /// The one under the cursor that is in the list no more, by what somebody else did.
  var vanished: Line?
  /// Those that what one did oneself took out of the list, as they were.
  var sent: [Line] = []
  /// The cursor goes there when it is in the list again: what was done to it was taken back.
  var seeks: DossierID?

  enum Direction: Hashable, Sendable { case before, after, start, end, again }

  /// How many lines beyond the cursor make it read on.
  static let margin = 80
  static let page = 160
  static let most = 800

  /// What the list is sorted by.
  var sort: [SortKey] { typedSort.isEmpty ? ask.sort : typedSort }

  var cursorIndex: Int? { cursor.flatMap { ids.firstIndex(of: $0) } }
  var current: Line? { cursorIndex.map { lines[$0] } }
  /// On the first of the whole list: nobody chose that household, and another order has another first one.
  var isAtTop: Bool { reachesStart && (cursorIndex ?? 0) == 0 }

  /// Nobody types a filter here any longer.
  mutating func endTyping() { (typing, fault, hint, daysRead) = (nil, nil, nil, nil) }

  /// The first line shown in so many rows.
  func top(rows: Int) -> Int {
    guard let index = cursorIndex else { return 0 }
    let row = min(max(0, cursorRow), max(0, rows - 1))
    return max(0, min(index - row, max(0, lines.count - rows)))
  }

  /// Moves the cursor by lines; the window follows.
  mutating func move(_ steps: Int, rows: Int) {
    guard !lines.isEmpty else { return }
    let from = cursorIndex ?? 0
    let top = top(rows: rows)
    let to = min(max(0, from + steps), lines.count - 1)
    if let old = cursor { changed.remove(old) }
    cursor = lines[to].id
    cursorRow = min(max(0, to - top), max(0, rows - 1))
  }

  /// Moves a screen at a time: the row on the screen stays.
  mutating func turnPage(_ pages: Int, rows: Int) {
    guard !lines.isEmpty else { return }
    let row = (cursorIndex ?? 0) - top(rows: rows)
    move(pages * max(1, rows - 1), rows: rows)
    if let index = cursorIndex, index > 0, index < lines.count - 1 { cursorRow = row }
  }

  /// Which page the cursor's place asks for.
  var wanted: Direction? {
    guard let index = cursorIndex else { return nil }
    if !reachesEnd, lines.count - index < Self.margin, !awaits.contains(.after) { return .after }
    if !reachesStart, index < Self.margin, !awaits.contains(.before) { return .before }
    return nil
  }

  /// Takes in a page that was asked for.
  mutating func take(_ new: [Line], _ direction: Direction, limit: Int) {
    awaits.remove(direction)
    isLoaded = true
    let isWhole = new.count < limit
    switch direction {
    case .start:
      (lines, reachesStart, reachesEnd) = (new, true, isWhole)
      cursor = lines.first?.id
      cursorRow = 0
    case .end:
      (lines, reachesStart, reachesEnd) = (new, isWhole, true)
      cursor = lines.last?.id
      cursorRow = .max / 2
    case .after:
      let known = Set(lines.map(\.id))
      lines += new.filter { !known.contains($0.id) }
      reachesEnd = isWhole
      if lines.count > Self.most, let index = cursorIndex, index > Self.most / 2 {
        lines.removeFirst(lines.count - Self.most)
        reachesStart = false
      }
    case .before:
      let known = Set(lines.map(\.id))
      lines = new.filter { !known.contains($0.id) } + lines
      reachesStart = isWhole
      if lines.count > Self.most, let index = cursorIndex, index < Self.most / 2 {
        lines.removeLast(lines.count - Self.most)
        reachesEnd = false
      }
    case .again: replace(with: new, isWhole: isWhole)
    }
  }

  /// Takes in the list around a household that one was at before.
  mutating func take(around id: DossierID, before: [Line], from: [Line]) {
    awaits = []
    isLoaded = true
    lines = before + from
    cursor = lines.contains { $0.id == id } ? id : lines.first?.id
    cursorRow = 5
    reachesStart = before.count < Self.page
    reachesEnd = from.count < Self.page
  }

  /// The same window, read anew: the cursor stays on its dossier and on its row of the screen. A dossier that left
  /// the list hands the cursor to the one that took its place.
  private mutating func replace(with new: [Line], isWhole: Bool) {
    let index = cursorIndex ?? 0
    let known = Dictionary(lines.map { ($0.id, $0.version) }, uniquingKeysWith: { $1 })
    for line in new where known[line.id].map({ $0 != line.version }) ?? false { changed.insert(line.id) }
    changed.subtract(expected)
    vanished = new.contains { $0.id == cursor } ? nil : current.flatMap { expected.contains($0.id) ? nil : $0 }
    if !expected.isEmpty {
      let here = Set(new.map(\.id))
      sent = lines.filter { expected.contains($0.id) && !here.contains($0.id) }
    }
    expected = []
    lines = new
    reachesEnd = isWhole
    if let id = seeks, ids.contains(id) { (cursor, seeks) = (id, nil) }
    if cursorIndex == nil { cursor = lines.isEmpty ? nil : lines[min(index, lines.count - 1)].id }
  }
}
