/// A residence title of RvIG table 56: on which ground someone may be here.
public struct ResidenceTitle: Hashable, Sendable {
  /// Two digits: `26`.
  public let code: String
  /// As the register words it, in Dutch.
  public let name: String
  /// ISO; nil where the table gives none.
  public let from: String?
  public let ended: String?

  /// A permit granted as a result of an asylum request, which the housing task is about: 26 for a fixed period
  /// (Vw 2000 art. 28), 27 indefinite (art. 33).
  public var isAsylumPermit: Bool { code == "26" || code == "27" }
}

extension Reference {
  public static let residenceTitles: [ResidenceTitle] = rows(PackageResources.residence_titles_csv) {
    ResidenceTitle(code: $0[0], name: $0[1], from: $0.optional(2), ended: $0.optional(3))
  }

  public static func residenceTitle(code: String) -> ResidenceTitle? {
    number(ofCode: code, digits: 2).flatMap { value in residenceTitles.first { Int($0.code) == value } }
  }
}

/// A place that public pages named as having a reception location. Not a list of all locations.
public struct ReceptionPlace: Hashable, Sendable {
  public let place: String
  /// `GM1950`
  public let municipality: String
  public let kind: String
  /// Beds, where a source says.
  public let capacity: Int?
  public let source: String
}

extension Reference {
  public static let receptionPlaces: [ReceptionPlace] = rows(PackageResources.reception_places_csv) {
    ReceptionPlace(
      place: $0[0], municipality: "GM" + $0[1], kind: $0[2], capacity: $0.optional(3).flatMap { Int($0) },
      source: $0[4])
  }
}
