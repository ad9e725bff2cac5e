import Casebook
import Journey

/// What a list shows or is sorted by, being chosen: what is on stands above, in its order.
struct ChooserState: Sendable {
  enum Kind: Sendable { case columns, sort }

  enum Value: Hashable, Sendable {
    case column(ShownColumn)
    case sort(SortKey)
  }

  struct Item: Hashable, Sendable {
    var value: Value
    var isOn: Bool
  }

  let kind: Kind
  /// Whose list it is.
  let name: ListName
  private(set) var items: [Item]
  var index = 0
  /// As it was, for Esc.
  let before: (columns: [ShownColumn], sort: [SortKey])

  init(columns list: ListState, shown: [ShownColumn], _ name: ListName) {
    (kind, self.name, before) = (.columns, name, (list.columns, list.ask.sort))
    let off = Column.allCases.filter { column in !shown.contains { $0.column == column } }
    items =
      shown.map { Item(value: .column($0), isOn: true) }
      + off.map { Item(value: .column(ShownColumn($0)), isOn: false) }
  }

  init(sort list: ListState, _ name: ListName) {
    (kind, self.name, before) = (.sort, name, (list.columns, list.ask.sort))
    let on = list.ask.sort
    let off = SortKey.By.allCases.filter { by in !on.contains { $0.by == by } }
    items =
      on.map { Item(value: .sort($0), isOn: true) } + off.map { Item(value: .sort(SortKey($0)), isOn: false) }
  }

  var count: Int { items.filter(\.isOn).count }

  var columns: [ShownColumn] {
    items.filter(\.isOn).compactMap { if case .column(let column) = $0.value { column } else { nil } }
  }

  var sort: [SortKey] {
    items.filter(\.isOn).compactMap { if case .sort(let key) = $0.value { key } else { nil } }
  }

  /// On: last of those; off: first of the others. The cursor goes along.
  mutating func toggle() {
    guard items.indices.contains(index) else { return }
    var item = items.remove(at: index)
    item.isOn.toggle()
    let place = items.filter(\.isOn).count
    items.insert(item, at: place)
    index = place
  }

  /// Earlier or later among those that are on; the cursor goes along.
  mutating func move(_ steps: Int) {
    let to = index + steps
    guard index < count, (0..<count).contains(to) else { return }
    items.swapAt(index, to)
    index = to
  }

  /// Wider or narrower; the other way round.
  mutating func adjust(_ steps: Int, usual: (Column) -> Int) {
    guard items.indices.contains(index) else { return }
    switch items[index].value {
    case .column(var column):
      column.width = min(
        ShownColumn.widths.upperBound,
        max(ShownColumn.widths.lowerBound, (column.width ?? usual(column.column)) + steps))
      items[index].value = .column(column)
    case .sort(var key):
      key.isReversed = steps < 0
      items[index].value = .sort(key)
    }
  }
}
