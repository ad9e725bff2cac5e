import GRDB
import Journey

/// The order of a list, total: it always ends with the case number.
struct ListOrder {
  struct Key: Hashable {
    var column: ListColumn
    /// From high to low.
    var falls: Bool
  }

  private(set) var keys: [Key] = []

  init(_ sort: [SortKey]) {
    for key in sort.isEmpty ? [SortKey(.urgency)] : sort {
      let other = key.isReversed
      switch key.by {
      case .urgency, .due:
        add(.due, other)
        add(.lastContact, other)
      case .name: add(.name, other)
      case .waiting: add(.waiting, other)
      case .newest: add(.number, !other)
      case .stage: add(.stage, other)
      case .persons: add(.persons, other)
      case .municipality: add(.municipality, other)
      case .turn: add(.turn, other)
      case .silence: add(.silence, other)
      case .owner: add(.owner, other)
      case .blocker: add(.blocker, other)
      case .reception: add(.reception, other)
      case .changed: add(.changed, !other)
      case .answers, .kept: break
      }
    }
    if keys.last?.column.isGroup == true {
      add(.due, false)
      add(.lastContact, false)
    }
    add(.number, keys.last?.falls ?? false)
  }

  /// Full text with too many hits to sort.
  static let byHit: ListOrder = {
    var order = ListOrder([])
    order.keys = [Key(column: .hit, falls: false)]
    return order
  }()

  private mutating func add(_ column: ListColumn, _ falls: Bool) {
    // Nothing stands equal under one number, and a key said twice decides once.
    if !keys.contains(where: { $0.column == column || $0.column == .number }) {
      keys.append(Key(column: column, falls: falls))
    }
  }

  var first: Key { keys[0] }

  /// What is left where the first key is the same for all.
  var withinFirst: ListOrder {
    var rest = self
    rest.keys.removeFirst()
    return rest
  }

  func sql(_ direction: Direction) -> String {
    keys.map { $0.column.sql + descends($0, direction) }.joined(separator: ", ")
  }

  /// What follows a key in SQL where it is walked from high to low.
  func descends(_ key: Key, _ direction: Direction) -> String {
    key.falls != (direction == .backward) ? " DESC" : ""
  }

  /// What holds of the rows beyond this one.
  func beyond(_ anchor: Anchor, _ direction: Direction) -> SQL {
    let parts = keys.map { key in
      (sql: key.column.sql, falls: key.falls != (direction == .backward), value: key.column.value(of: anchor.row))
    }
    let sign = { (falls: Bool) in falls ? "<" : ">" }
    let last = anchor.inclusive ? "=" : ""
    if Set(parts.map(\.falls)).count == 1 {
      let names = parts.map(\.sql).joined(separator: ", ")
      let marks = parts.map { _ in "?" }.joined(separator: ", ")
      return SQL(
        "(\(names)) \(sign(parts[0].falls))\(last) (\(marks))", StatementArguments(parts.map(\.value)))
    }
    // Beyond in one key while all before it are the same.
    var condition = SQL("")
    for (index, part) in parts.enumerated().reversed() {
      if index == parts.count - 1 {
        condition = SQL("\(part.sql) \(sign(part.falls))\(last) ?", [part.value])
      } else {
        condition =
          SQL(
            "(\(part.sql) \(sign(part.falls))= ? AND (\(part.sql) \(sign(part.falls)) ? OR ", [part.value, part.value])
          + condition + SQL("))")
      }
    }
    return condition
  }
}

extension ListValue: DatabaseValueConvertible {
  var databaseValue: DatabaseValue {
    switch self {
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> ListValue? {
    Int.fromDatabaseValue(value).map(ListValue.number) ?? String.fromDatabaseValue(value).map(ListValue.text)
  }
}

/// A piece of SQL with its values.
struct SQL {
  var text: String
  var arguments: StatementArguments

  init(_ text: String, _ arguments: StatementArguments = []) { (self.text, self.arguments) = (text, arguments) }

  init(_ text: String, _ values: [any DatabaseValueConvertible]) { self.init(text, StatementArguments(values)) }

  static func + (a: SQL, b: SQL) -> SQL { SQL(a.text + b.text, a.arguments + b.arguments) }

  /// `(a AND b)`; `other` when there is none.
  static func joined(_ parts: [SQL], _ word: String, none other: String) -> SQL {
    guard let first = parts.first else { return SQL(other) }
    return SQL("(") + parts.dropFirst().reduce(first) { $0 + SQL(" \(word) ") + $1 } + SQL(")")
  }

  /// `column IN (?,?)`.
  static func among(_ column: String, _ values: [any DatabaseValueConvertible]) -> SQL {
    if values.isEmpty { return SQL("0") }
    return SQL(
      values.count == 1 ? "\(column) = ?" : "\(column) IN (\(values.map { _ in "?" }.joined(separator: ",")))", values)
  }
}
