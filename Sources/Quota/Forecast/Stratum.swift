import Journey

/// How many persons a home has to fit, in the three classes in which supply differs: those of the board, of forecasts and of
/// what-if.
public enum HouseholdSize: String, Hashable, Sendable, CaseIterable, Codable {
  case one = "1"
  case few = "2-4"
  case many = "5+"

  public init(persons: Int) { self = persons <= 1 ? .one : persons <= 4 ? .few : .many }

  /// How many persons that is.
  public var persons: ClosedRange<Int> {
    switch self {
    case .one: 0...1
    case .few: 2...4
    case .many: 5...1_000_000
    }
  }

  public var name: Phrase {
    switch self {
    case .one: Phrase("1 persoon", "1 person")
    case .few: Phrase("2–4 personen", "2–4 persons")
    case .many: Phrase("5 of meer", "5 or more")
    }
  }

  var index: Int { self == .one ? 0 : self == .few ? 1 : 2 }
}

/// What sets the pace of a household apart besides stage and municipality: its size, and whether relatives are awaited.
public struct Stratum: Hashable, Sendable {
  public var size: HouseholdSize
  public var awaitsRelatives: Bool

  public init(size: HouseholdSize, awaitsRelatives: Bool = false) {
    (self.size, self.awaitsRelatives) = (size, awaitsRelatives)
  }

  /// - Parameter persons: all members, the relatives awaited included: the home has to fit them.
  public init(persons: Int, awaitsRelatives: Bool = false) {
    self.init(size: HouseholdSize(persons: persons), awaitsRelatives: awaitsRelatives)
  }

  static let all = HouseholdSize.allCases.flatMap { size in
    [false, true].map { Stratum(size: size, awaitsRelatives: $0) }
  }
  var index: Int { size.index * 2 + (awaitsRelatives ? 1 : 0) }
}
