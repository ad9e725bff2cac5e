/// A nationality of RvIG table 32.
public struct Nationality: Hashable, Sendable {
  /// Four digits: `0336`.
  public let code: String
  /// Dutch, as on a register extract: `Syrische`.
  public let name: String
  /// The day it ceased to exist, ISO; nil for present ones.
  public let ended: String?
  /// Country, ISO 3166 code, English: what people write instead.
  public let alsoKnownAs: [String]
}

/// A country of RvIG table 34.
public struct Country: Hashable, Sendable {
  /// Four digits: `7009`.
  public let code: String
  public let name: String
  public let ended: String?
}

/// An origin in UNHCR's and the Dutch register's codes.
public struct Origin: Hashable, Sendable {
  /// ISO 3166 alpha-3; nil for stateless and unknown.
  public let iso3: String?
  public let englishName: String
  public let countryCode: String
  public let nationalityCode: String
}

extension Reference {
  public static let nationalities: [Nationality] = rows(PackageResources.nationalities_csv) {
    Nationality(code: $0[0], name: $0[1], ended: $0.optional(2), alsoKnownAs: $0.list(3))
  }

  public static let countries: [Country] = rows(PackageResources.countries_csv) {
    Country(code: $0[0], name: $0[1], ended: $0.optional(2))
  }

  public static let origins: [Origin] = rows(PackageResources.origins_csv) {
    Origin(iso3: $0.optional(0), englishName: $0[1], countryCode: $0[2], nationalityCode: $0[3])
  }

  /// Where somebody of this nationality comes from, as one says it: the country where it is a main origin, else the
  /// nationality itself (Dutch only).
  public static func originName(nationality code: String) -> Phrase {
    let fitting = origins.filter { $0.nationalityCode == code && $0.countryCode != "0000" }
    // Stateless people come from more than one place.
    if fitting.count == 1, code != "0499", let origin = fitting.first {
      return Phrase(country(code: origin.countryCode)?.name ?? origin.englishName, origin.englishName)
    }
    return Phrase(same: nationality(code: code)?.name ?? "")
  }

  private static let nationalityByNumber: [Int: Nationality] = Dictionary(
    uniqueKeysWithValues: nationalities.map { (Int($0.code)!, $0) })
  private static let countryByNumber: [Int: Country] = Dictionary(
    uniqueKeysWithValues: countries.map { (Int($0.code)!, $0) })

  /// `0336` or `336`.
  public static func nationality(code: String) -> Nationality? {
    number(ofCode: code, digits: 4).flatMap { nationalityByNumber[$0] }
  }

  /// `7009`.
  public static func country(code: String) -> Country? {
    number(ofCode: code, digits: 4).flatMap { countryByNumber[$0] }
  }

  /// A nationality by code or by what people write: `Syrische`, `syrisch`, `Syrië`, `SYR`, `Syrian`.
  /// A name that a past and a present nationality share gives the present one.
  public static func findNationality(_ text: String) -> Nationality? {
    let key = Folding.key(text)
    return nationality(code: key) ?? nationalityByKey[key]
  }

  private static let nationalityByKey: [String: Nationality] = {
    var index: [String: Nationality] = [:]
    let present = nationalities.filter { $0.ended == nil }
    let past = nationalities.filter { $0.ended != nil }
    for nationality in present + past {
      for key in spellings(of: nationality) where index[key] == nil { index[key] = nationality }
    }
    return index
  }()

  /// `syrische`, `syrisch`; `soedanese`, `soedanees`; `burger van congo`, `congo`.
  private static func spellings(of nationality: Nationality) -> [String] {
    let name = Folding.key(nationality.name)
    var keys = [name] + nationality.alsoKnownAs.map(Folding.key)
    if name.hasSuffix("ese") {
      keys.append(name.dropLast(3) + "ees")
    } else if name.hasSuffix("e") {
      keys.append(String(name.dropLast()))
    }
    for office in ["burger van de ", "burger van "] where name.hasPrefix(office) {
      keys.append(String(name.dropFirst(office.count)))
    }
    return keys
  }
}
