/// Where a household is on its way home. A stage follows from the events; nobody sets it. domain 2.2.
public enum Stage: Int, Sendable, CaseIterable, Comparable, Codable {
  /// in reception, procedure open
  case reception
  /// permit granted, not yet screened
  case permit
  /// screened, profile known, not yet linked
  case profile
  /// linked to a municipality that has not yet taken it up
  case linked
  /// the municipality looks for a home
  case search
  /// a home is offered: viewing and lease
  case contract
  /// lease signed, on the move
  case moving
  /// moved in: realised
  case housed
  /// registered at the new address; settling and guidance
  case aftercare
  case closed

  public static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }

  /// The name in JSON, filters and the command line.
  public var code: String { String(describing: self) }
  public init?(code: String) {
    guard let stage = Stage.allCases.first(where: { $0.code == code }) else { return nil }
    self = stage
  }

  public var name: Phrase {
    switch self {
    case .reception: Phrase("Opvang", "Reception")
    case .permit: Phrase("Vergund", "Permit")
    case .profile: Phrase("Profiel", "Profile")
    case .linked: Phrase("Gekoppeld", "Linked")
    case .search: Phrase("Woning zoeken", "Finding a home")
    case .contract: Phrase("Aanbod", "Offer")
    case .moving: Phrase("Verhuizen", "Moving")
    case .housed: Phrase("Thuis", "Home")
    case .aftercare: Phrase("Nazorg", "Aftercare")
    case .closed: Phrase("Gesloten", "Closed")
    }
  }

  /// At most eight letters, for the track bar.
  public var shortName: Phrase {
    switch self {
    case .linked: Phrase("Gekopp.", "Linked")
    case .search: Phrase("Woning", "Search")
    case .contract: Phrase("Aanbod", "Offer")
    case .moving: Phrase("Verhuis", "Moving")
    case .reception: Phrase("Opvang", "Recept.")
    default: name
    }
  }

  /// Linked and not yet housed.
  public static let onTheWay: [Stage] = [.linked, .search, .contract, .moving]

  /// The eight stations from reception to a home.
  public static let track: [Stage] = [.reception, .permit, .profile, .linked, .search, .contract, .moving, .housed]
}
