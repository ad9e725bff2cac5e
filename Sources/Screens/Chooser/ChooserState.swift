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
    items = Self.items(shown)
  }

  private static func items(_ shown: [ShownColumn]) -> [Item] {
    let off = Column.allCases.filter { column in !shown.contains { $0.column == column } }
    return shown.map { Item(value: .column($0), isOn: true) }
      + off.map { Item(value: .column(ShownColumn($0)), isOn: false) }
  }

  private static func items(_ on: [SortKey]) -> [Item] {
    let off = SortKey.By.ofDossiers.filter { by in !on.contains { $0.by == by } }
    return on.map { Item(value: .sort($0), isOn: true) } + off.map { Item(value: .sort(SortKey($0)), isOn: false) }
  }

  /// As it is when nobody chose anything; Esc still goes back to how it was.
  mutating func restart(_ list: ListState, shown: [ShownColumn]) {
    items = kind == .columns ? Self.items(shown) : Self.items(list.ask.sort)
    index = 0
  }

  /// The name of the household is never off.
  var isFixed: Bool {
    guard items.indices.contains(index), items[index].isOn, case .column(let column) = items[index].value else {
      return false
    }
    return column.column == .name
  }

  init(sort list: ListState, _ name: ListName) {
    (kind, self.name, before) = (.sort, name, (list.columns, list.ask.sort))
    items = Self.items(list.ask.sort)
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
