import Journey

/// What a list can show of a household. The code is what views, settings and the command line call it.
public enum Column: String, CaseIterable, Codable, Hashable, Sendable {
  case due, number, name, persons, stage, municipality, turn, silence, next, owner, blocker, reception, origin, changed

  public var title: Phrase {
    switch self {
    case .due: Phrase("Termijn", "Due")
    case .number: Phrase("Nummer", "Number")
    case .name: Phrase("Huishouden", "Household")
    case .persons: Phrase("Pers", "Pers")
    case .stage: Phrase("Fase", "Stage")
    case .municipality: Phrase("Gemeente", "Municipality")
    case .turn: Phrase("Aan zet", "To act")
    case .silence: Phrase("Stil", "Silent")
    case .next: Phrase("Volgende stap", "Next step")
    case .owner: Phrase("Regie", "Lead")
    case .blocker: Phrase("Knelpunt", "Blocker")
    case .reception: Phrase("Opvang", "Reception")
    case .origin: Phrase("Herkomst", "Origin")
    case .changed: Phrase("Gewijzigd", "Changed")
    }
  }

  /// By code or by title in either language; blanks and dashes alike. nil when there is none of that name.
  public init?(named text: String) {
    let key = Self.key(text)
    let found = Self.allCases.first {
      $0.rawValue == key || Self.key($0.title.nl) == key || Self.key($0.title.en) == key
    }
    guard let found else { return nil }
    self = found
  }

  static func key(_ text: String) -> String { Folding.key(text.replacing("-", with: " ")) }
}

/// A column of a list, and how wide; nil lets the screen choose.
public struct ShownColumn: Codable, Hashable, Sendable {
  public var column: Column
  public var width: Int?

  public init(_ column: Column, width: Int? = nil) { (self.column, self.width) = (column, width) }
}
