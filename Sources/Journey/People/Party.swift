/// A kind of partner in the story. The rulebook lists them with their names; parties act, none owns a piece.
public struct PartyID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ value: String) { rawValue = value }
  public static func < (a: PartyID, b: PartyID) -> Bool { a.rawValue < b.rawValue }

  public static let coa = PartyID("coa")
  public static let ind = PartyID("ind")
  public static let municipality = PartyID("municipality")
  public static let corporation = PartyID("corporation")
  public static let guidance = PartyID("guidance")
  public static let nidos = PartyID("nidos")
  public static let household = PartyID("household")

  public init(from decoder: any Decoder) throws { rawValue = try decoder.singleValueContainer().decode(String.self) }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// Somebody one can call: a party, the organisation there, and the person by name.
public struct Contact: Hashable, Sendable, Codable {
  public var party: PartyID
  /// `Mitros`, `COA Utrecht`; empty when only the kind of party is known.
  public var organisation: String
  /// `M. de Wit`; empty is a gap that the screen shows.
  public var name: String

  public init(_ party: PartyID, organisation: String = "", name: String = "") {
    (self.party, self.organisation, self.name) = (party, organisation, name)
  }
}

/// Who did or recorded something: a person's account, and the party they work for.
public struct Actor: Hashable, Sendable, Codable {
  public var name: String
  public var party: PartyID
  public init(_ name: String, _ party: PartyID = .municipality) { (self.name, self.party) = (name, party) }
}
