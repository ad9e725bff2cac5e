import Casebook
import Journey
import Terminal

/// A column of the people of the network.
enum NetworkColumn: CaseIterable, Sendable {
  case name, place, turns, oldest, quiet, response, kept, households

  var title: Phrase {
    switch self {
    case .name: Phrase("Naam", "Name")
    case .place: Phrase("Partij", "Party")
    case .turns: Phrase("Aan zet", "To act")
    case .oldest: Phrase("Oudste", "Oldest")
    case .quiet: Words.silence
    case .response: Phrase("Reactie", "Answers")
    case .kept: Phrase("Afspraken", "Kept")
    case .households: Phrase("Huish.", "Househ.")
    }
  }

  var isNumber: Bool { self != .name && self != .place }

  /// Least columns; name and place take what is left.
  var width: Int {
    switch self {
    case .name: 18
    case .place: 16
    case .turns: 7
    case .oldest: 6
    case .quiet: 11
    case .response: 7
    case .kept: 9
    case .households: 7
    }
  }

  /// The first to go where there is no room.
  static let leastNeeded: [NetworkColumn] = [.households, .kept, .response, .oldest]

  func text(_ row: NetworkRow, _ model: Model) -> String {
    let l = model.language
    func days(_ day: Day?) -> String { day.map { "\(max(0, model.today - $0)) d" } ?? "" }
    switch self {
    case .name: return row.contact.name.ifEmpty(Phrase("niemand bij naam", "nobody by name")[l])
    case .place: return row.contact.organisation.ifEmpty(model.rules.party(row.contact.party)[l])
    case .turns: return row.turns == 0 ? "–" : row.turns.grouped(l)
    case .oldest: return days(row.oldest)
    case .quiet:
      // How many are quiet beyond the limit, with a sign: colour says it too, and never alone.
      if row.silent == 0 { return days(row.quiet) }
      let count = row.silent >= NetworkRow.mostSilent ? ">999" : row.silent.grouped(l)
      return "\(count)! \(days(row.quiet))"
    case .response: return row.contact.name.isEmpty ? "–" : row.answers.median.map { "\($0) d" } ?? "–"
    case .kept:
      guard let share = row.keptShare else { return "–" }
      let sign = Self.isLow(share) ? "! " : ""
      return l == .nl ? "\(sign)\(share) %" : "\(sign)\(share)%"
    case .households: return row.households.grouped(l)
    }
  }

  func style(_ row: NetworkRow, _ model: Model) -> Style {
    switch self {
    case .name: return row.contact.name.isEmpty ? .warning : row.partner == nil ? .normal : .strong
    case .quiet: return row.silent > 0 ? .warning : .normal
    case .kept: return row.keptShare.map(Self.isLow) == true ? .warning : .normal
    default: return .normal
    }
  }

  /// Fewer than half of the agreements were kept.
  private static func isLow(_ share: Int) -> Bool { share < 50 }

  /// Those that fit, with their place and width.
  static func placed(width: Int) -> [(column: NetworkColumn, x: Int, width: Int)] {
    var shown = allCases
    var room: Int { width - 3 - shown.reduce(0) { $0 + $1.width + 1 } }
    for column in leastNeeded where room < 0 { shown.removeAll { $0 == column } }
    let more = max(0, room)
    var x = 3
    return shown.map { column in
      let extra = column == .name ? min(12, more / 2) : column == .place ? min(24, more - min(12, more / 2)) : 0
      defer { x += column.width + extra + 1 }
      return (column, x, column.width + extra)
    }
  }
}
