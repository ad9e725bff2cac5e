import Casebook
import Journey
import Terminal

/// Which columns a list shows at a width, and how wide each is.
struct ListLayout {
  /// Those somebody chose, always with the name; empty: by the width there is.
  let chosen: [ShownColumn]
  let language: Language
  let isNumbered: Bool

  init(chosen: [ShownColumn], language: Language, isNumbered: Bool) {
    (self.language, self.isNumbered) = (language, isNumbered)
    let isNamed = chosen.isEmpty || chosen.contains { $0.column == .name }
    self.chosen = isNamed ? chosen : [ShownColumn(.name)] + chosen
  }

  /// How many of those somebody chose there is no room for, in words; empty where all fit.
  func leftOut(width: Int) -> Phrase {
    let count = chosen.isEmpty ? 0 : chosen.count - columns(width: width).count
    switch count {
    case 0: return Phrase(same: "")
    case 1: return Phrase("… 1 kolom past niet", "… 1 column does not fit")
    default: return Phrase("… \(count) kolommen passen niet", "… \(count) columns do not fit")
    }
  }

  typealias Placed = (column: Column, width: Int)

  func columns(width: Int) -> [Placed] {
    let fitting = chosen.isEmpty ? suited(width) : fit(chosen.map { ($0.column, $0.width) }, width)
    return stretched(fitting, width)
  }

  /// A new column starts this wide.
  func usual(_ column: Column) -> Int {
    switch column {
    case .due: 14
    case .number: 11
    case .name: 28
    case .persons: 4
    case .stage: Stage.allCases.map { TextWidth.of($0.name[language]) }.max() ?? 13
    case .municipality, .reception: 18
    case .turn: 24
    case .silence: 7
    case .next: 22
    case .owner: 16
    case .blocker: 20
    case .origin: 14
    case .changed: 10
    }
  }

  private func suited(_ width: Int) -> [(Column, Int?)] {
    var columns: [(Column, Int?)] = [(.due, width >= 86 ? nil : 13), (.name, nil), (.stage, nil)]
    if width >= 66 { columns.insert((.persons, nil), at: 2) }
    if width >= 76 { columns.append((.turn, width >= 150 ? 30 : width >= 110 ? 24 : 18)) }
    if width >= 76 { columns.append((.silence, nil)) }
    if width >= 108 { columns.append((.next, width >= 150 ? 32 : 21)) }
    if isNumbered && width >= 118 { columns.insert((.number, nil), at: 1) }
    if width >= 150 { columns.insert((.municipality, nil), at: columns.count - 3) }
    if width >= 190 { columns.append((.owner, nil)) }
    return columns
  }

  /// From the left what there is room for, narrower than usual where that lets another in; then wider again.
  private func fit(_ columns: [(Column, Int?)], _ width: Int) -> [(Column, Int?)] {
    func least(_ column: Column) -> Int {
      switch column {
      case .name: 8
      case .municipality, .reception, .turn, .next, .owner, .blocker, .origin: 10
      default: usual(column)
      }
    }
    var room = width - 2
    // The name is never pushed out, however wide the others are.
    let name = columns.first { $0.0 == .name }.map { min($0.1 ?? least(.name), max(least(.name), room / 2)) } ?? 0
    room -= name + 1
    var fitting: [(column: Column, given: Int?, width: Int)] = []
    for (column, given) in columns {
      if column == .name {
        fitting.append((column, given.map { _ in name }, name))
        continue
      }
      let needed = (given ?? least(column)) + 1
      guard needed <= room else { continue }
      room -= needed
      fitting.append((column, given, needed - 1))
    }
    for index in fitting.indices where fitting[index].given == nil && fitting[index].column != .name {
      let more = min(room, usual(fitting[index].column) - fitting[index].width)
      fitting[index].width += max(0, more)
      room -= max(0, more)
    }
    // The name stays open: it takes what is left over.
    return fitting.map { ($0.column, $0.column == .name ? $0.given : $0.width) }
  }

  /// The name takes what is left over; of that no more than it needs, then the next step.
  private func stretched(_ columns: [(Column, Int?)], _ width: Int) -> [Placed] {
    var placed = columns.map { (column: $0.0, width: $0.1 ?? ($0.0 == .name ? 0 : usual($0.0))) }
    let over = width - 3 - placed.reduce(0) { $0 + $1.width + 1 }
    guard let name = columns.firstIndex(where: { $0.0 == .name && $0.1 == nil }) else { return placed }
    placed[name].width = max(8, over)
    if chosen.isEmpty {
      // A name in full says more than the end of a step or of an organisation; where there is least room, than who works there.
      for (column, enough, least) in [(Column.next, 22, 16), (.turn, 22, 20), (.turn, 20, 10)] {
        guard let index = placed.firstIndex(where: { $0.column == column }) else { continue }
        let lent = min(max(0, enough - placed[name].width), max(0, placed[index].width - least))
        placed[name].width += lent
        placed[index].width -= lent
      }
    }
    if let next = columns.firstIndex(where: { $0.0 == .next }), chosen.isEmpty {
      let spare = max(0, placed[name].width - 44)
      placed[name].width -= spare
      placed[next].width += spare
    } else if !chosen.isEmpty {
      placed[name].width = min(placed[name].width, 60)
    }
    return placed
  }
}

extension SortKey {
  /// From high to low: the newest and the latest stand on top unless turned round.
  var falls: Bool { [.newest, .changed].contains(by) != isReversed }
}

extension SortKey.By {
  /// The column in which it shows that the list is sorted by this.
  var column: Column {
    switch self {
    case .urgency, .due: .due
    case .name: .name
    case .waiting: .turn
    case .silence, .answers, .kept: .silence
    case .newest: .number
    case .stage: .stage
    case .persons: .persons
    case .municipality: .municipality
    case .turn: .turn
    case .owner: .owner
    case .blocker: .blocker
    case .reception: .reception
    case .changed: .changed
    }
  }
}
