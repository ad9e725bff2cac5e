/// Somebody at a party, by the number of the event with which they joined the network.
public struct PartnerID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public init(_ value: Int) { rawValue = value }
  public static func < (a: PartnerID, b: PartnerID) -> Bool { a.rawValue < b.rawValue }

  public init(from decoder: any Decoder) throws { rawValue = try decoder.singleValueContainer().decode(Int.self) }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// One thing that happened to somebody at a party, as it was recorded. Never changed, never deleted.
public struct PartnerEvent: Hashable, Sendable {
  public let id: EventID
  /// 1 for the first event of the network of a casebook, without gaps.
  public let number: Int
  /// In whose story it stands.
  public let partner: PartnerID
  public let day: Day
  /// Milliseconds since 1970 UTC at which it was recorded.
  public let recordedAt: Int64
  public let actor: Actor
  public let source: Event.Source
  /// Events recorded together share it, and are taken back together: the id of the first of them.
  public let act: EventID
  public let body: Body

  public init(
    id: EventID, number: Int, partner: PartnerID, day: Day, recordedAt: Int64, actor: Actor, source: Event.Source,
    act: EventID, body: Body
  ) {
    (self.id, self.number, self.partner, self.day, self.recordedAt) = (id, number, partner, day, recordedAt)
    (self.actor, self.source, self.act, self.body) = (actor, source, act, body)
  }
}

extension PartnerEvent {
  public enum Body: Hashable, Sendable {
    case joined(PartnerCard)
    /// All of the card as it is from now on.
    case changed(PartnerCard)
    case absent(Absence)
    case back
    case left(Leaving)
    /// Who goes on with their households.
    case succeeded(Successor)
    /// The two know each other, and spoke about a municipality.
    case spoke(Talk)
    case undone(TakenBack)
    /// Of a newer version of the program: kept as it came.
    case unknown(Event.Unknown)
  }

  /// Wire names: stable for ever.
  public enum Kind: String, Sendable, CaseIterable {
    case joined, changed, absent, back, left, succeeded, spoke, undone

    /// The version of the payload this program writes. It reads all up to it; a higher one is kept as unknown.
    public var version: Int { 1 }
  }

  public struct Absence: Hashable, Sendable, Codable {
    /// The last day; nil: until they are back.
    public var until: Day?
    /// Empty: the deputy of the card; ``nobody``: nobody stands in this time.
    public var deputy: String
    public static let nobody = "-"
    public init(until: Day? = nil, deputy: String = "") { (self.until, self.deputy) = (until, deputy) }
  }

  public struct Leaving: Hashable, Sendable, Codable {
    /// The last day they are there.
    public var until: Day
    public init(until: Day) { self.until = until }
  }

  public struct Successor: Hashable, Sendable, Codable {
    public var to: Contact
    public init(_ to: Contact) { self.to = to }
  }

  public struct Talk: Hashable, Sendable, Codable {
    public var with: PartnerID
    /// CBS code of the municipality it was about.
    public var municipality: String
    public var text: String
    public init(with: PartnerID, municipality: String, _ text: String = "") {
      (self.with, self.municipality, self.text) = (with, municipality, text)
    }
  }

  /// Takes back all events of an act in this story. Taking back a taking back is a redo.
  public struct TakenBack: Hashable, Sendable, Codable {
    public var act: EventID
    public init(_ act: EventID) { self.act = act }
  }
}

/// What the network knows of somebody.
public struct PartnerCard: Hashable, Sendable, Codable {
  public var contact: Contact
  public var function: String
  public var phone: String
  public var mail: String
  /// Who stands in for them; a name.
  public var deputy: String
  /// Code of the ``Area`` they work for; `NL`: the whole country.
  public var area: String

  public init(
    _ contact: Contact, function: String = "", phone: String = "", mail: String = "", deputy: String = "",
    area: String = "NL"
  ) {
    (self.contact, self.function, self.phone) = (contact, function, phone)
    (self.mail, self.deputy, self.area) = (mail, deputy, area)
  }
}

extension PartnerEvent.Body {
  /// nil for what a newer version recorded.
  public var kind: PartnerEvent.Kind? {
    switch self {
    case .joined: .joined
    case .changed: .changed
    case .absent: .absent
    case .back: .back
    case .left: .left
    case .succeeded: .succeeded
    case .spoke: .spoke
    case .undone: .undone
    case .unknown: nil
    }
  }

  public var name: Phrase {
    switch self {
    case .joined: Phrase("In het netwerk", "Joined the network")
    case .changed: Phrase("Gegevens gewijzigd", "Details changed")
    case .absent: Phrase("Afwezig", "Absent")
    case .back: Phrase("Terug", "Back")
    case .left: Phrase("Vertrekt", "Leaves")
    case .succeeded: Phrase("Opvolger", "Successor")
    case .spoke: Phrase("Gesproken", "Spoken")
    case .undone: Phrase("Teruggenomen", "Taken back")
    case .unknown: Phrase("Van een nieuwere versie", "Of a newer version")
    }
  }
}
