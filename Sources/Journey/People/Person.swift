/// One person of a household, present or still expected.
public struct Person: Hashable, Sendable, Codable {
  public enum Sex: String, Sendable, Codable, CaseIterable { case female = "v", male = "m", other = "x" }

  /// To the head of the household.
  public enum Relation: String, Sendable, Codable, CaseIterable { case head, partner, child, parent, sibling, other }

  /// Where the person is. Only `.abroad` is not yet here; `.gone` no longer counts.
  public enum Place: String, Sendable, Codable, CaseIterable {
    case reception, guest, guardian, temporary, home, abroad, gone
  }

  /// Who cares for a minor without parents. Which of these counts for the task, and from what age, says the rulebook.
  public enum Guardianship: String, Sendable, Codable, CaseIterable {
    /// small-scale reception by Nidos
    case smallScale
    case fosterFamily
    /// a small COA unit
    case coaUnit
  }

  public var id: PersonID
  public var given: String
  /// `van der`: not part of what names are sorted by.
  public var prefix: String
  public var surname: String
  public var birth: PartialDate?
  public var sex: Sex?
  /// RvIG table 32, four digits.
  public var nationality: String?
  public var relation: Relation
  public var vNumber: VNumber?
  public var bsn: BSN?
  public var phone: String?
  public var place: Place
  public var guardianship: Guardianship?
  /// As an event of its own says it; a change of the person leaves it.
  public var spoken: Spoken?

  public init(
    id: PersonID, given: String, prefix: String = "", surname: String, birth: PartialDate? = nil, sex: Sex? = nil,
    nationality: String? = nil, relation: Relation, vNumber: VNumber? = nil, bsn: BSN? = nil, phone: String? = nil,
    place: Place = .reception, guardianship: Guardianship? = nil
  ) {
    self.id = id
    self.given = given
    self.prefix = prefix
    self.surname = surname
    self.birth = birth
    self.sex = sex
    self.nationality = nationality
    self.relation = relation
    self.vNumber = vNumber
    self.bsn = bsn
    self.phone = phone
    self.place = place
    self.guardianship = guardianship
  }

  /// `AL-HASSAN, Rima` or `MEIJDEN, Peter-Jan van der`: as caseworkers list names.
  public var listName: String {
    let first = [given, prefix].filter { !$0.isEmpty }.joined(separator: " ")
    let last = surname.uppercased()
    return last.isEmpty ? first : first.isEmpty ? last : "\(last), \(first)"
  }

  /// `Rima Al-Hassan`: as one speaks of a person.
  public var fullName: String { [given, prefix, surname].filter { !$0.isEmpty }.joined(separator: " ") }

  /// Belongs to the household still: not deceased, departed or withdrawn.
  public var counts: Bool { place != .gone }

  /// Needs a place to live now: here, and not yet under a roof of their own.
  public var awaitsHome: Bool { place == .reception || place == .guest || place == .guardian }

  /// Of age (Burgerlijk Wetboek 1:233).
  static let majority = 18

  public func isMinor(on day: Day) -> Bool { birth.map { $0.age(on: day) < Self.majority } ?? false }
}

/// What a home must have. A need, never a diagnosis (AVG art. 9; domain P2): a closed list.
public enum Feature: String, Sendable, Codable, CaseIterable {
  case groundFloor, lift, wheelchair, ownBathroom, nearTreatment, nearSchool, nearFamily, quiet
}

/// What the household needs of a home, and until when a need holds.
public struct Needs: Hashable, Sendable, Codable {
  /// Rooms besides the kitchen and bathroom.
  public var rooms: Int?
  /// Euros a month.
  public var maxRent: Int?
  public var features: [Feature]

  public init(rooms: Int? = nil, maxRent: Int? = nil, features: [Feature] = []) {
    self.rooms = rooms
    self.maxRent = maxRent
    self.features = Array(Set(features)).sorted { $0.rawValue < $1.rawValue }
  }

  public var isEmpty: Bool { rooms == nil && maxRent == nil && features.isEmpty }
}

/// A placement criterion. Hard ones decide the municipality, soft ones help to choose (COA).
public struct Criterion: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case family, familyReunion, treatment, job, study  // hard
    case work, education, network, ambition  // soft
    public var isHard: Bool {
      switch self {
      case .family, .familyReunion, .treatment, .job, .study: true
      case .work, .education, .network, .ambition: false
      }
    }
  }
  public var kind: Kind
  /// Where it holds: a municipality code (`GM0344`) or a place in words.
  public var place: String

  public init(_ kind: Kind, place: String = "") { (self.kind, self.place) = (kind, place) }

  /// A municipality by its name.
  public var placeName: String { place.hasPrefix("GM") ? Reference.name(ofMunicipality: place) : place }
}
