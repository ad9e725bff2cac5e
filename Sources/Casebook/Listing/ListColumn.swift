import Journey

/// What lists are sorted by, in SQL and in Swift: both must give the same order.
enum ListColumn: String {
  case due, lastContact, number, name, waiting, stage, persons, municipality, turn, silence, owner, blocker, reception
  case changed
  /// The case number where full text is walked.
  case hit

  var sql: String {
    switch self {
    case .due: "due"
    case .lastContact: "last_contact"
    case .number: "dossier.id"
    case .name: "sort_name"
    case .waiting: "waiting_since"
    case .stage: "stage"
    case .persons: "persons"
    case .municipality: "town(municipality)"
    case .turn: Self.blanksLast("party")
    case .silence: "max(last_contact, waiting_since)"
    case .owner: Self.blanksLast("owner")
    case .blocker: Self.blanksLast("blocker")
    case .reception: Self.blanksLast("reception")
    case .changed: "changed"
    case .hit: "search.rowid"
    }
  }

  /// After every name.
  private static let blank = "\u{10FFFF}"
  private static func blanksLast(_ column: String) -> String { "iif(\(column) = '', char(1114111), \(column))" }

  /// A municipality by name, those without one last.
  static func town(_ code: String) -> String { code.isEmpty ? blank : Reference.name(ofMunicipality: code) }

  /// Names that many dossiers share: within one they stand by urgency.
  var isGroup: Bool {
    switch self {
    case .stage, .municipality, .turn, .owner, .blocker, .reception: true
    default: false
    }
  }

  func value(of row: Row) -> ListValue {
    func text(_ text: String?) -> ListValue { group(text ?? "") }
    return switch self {
    case .due: .number(row.dueKey)
    case .lastContact: .number(row.lastContact.map { Int($0.number) } ?? 0)
    case .number, .hit: .number(Int(row.id.value))
    case .name: .text(row.sortName)
    case .waiting: .number(row.waitingKey)
    case .stage: .number(row.stage.rawValue)
    case .persons: .number(row.persons)
    case .municipality: text(row.municipality)
    case .turn: text(row.waitingOn?.party.rawValue)
    case .silence: .number(max(row.lastContact.map { Int($0.number) } ?? 0, row.waitingKey))
    case .owner: text(row.owner)
    case .blocker: text(row.blocker)
    case .reception: text(row.reception)
    case .changed: .number(row.changedAt)
    }
  }

  /// Where the stored value of a group stands in the order.
  func group(_ stored: String) -> ListValue {
    self == .municipality ? .text(Self.town(stored)) : .text(stored.isEmpty ? Self.blank : stored)
  }
}

/// A value that rows are sorted by, compared as SQLite does.
enum ListValue: Comparable {
  case number(Int)
  case text(String)

  /// By bytes: two spellings of one letter are two texts there.
  static func == (a: ListValue, b: ListValue) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): x == y
    case (.text(let x), .text(let y)): x.utf8.elementsEqual(y.utf8)
    default: false
    }
  }

  static func < (a: ListValue, b: ListValue) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): x < y
    case (.text(let x), .text(let y)): x.utf8.lexicographicallyPrecedes(y.utf8)
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}
