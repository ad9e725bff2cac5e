/// The tables the domain leans on, in the program itself: municipalities, provinces, nationalities, countries,
/// residence titles. Each is read when first asked for; its origin and licence are the first line of its file.
public enum Reference {}

/// A present municipality.
public struct Municipality: Hashable, Sendable {
  /// `GM0344`: four digits, as CBS writes it.
  public let code: String
  /// As CBS writes it: `'s-Gravenhage`, `Bergen (NH.)`.
  public let name: String
  /// `PV26`.
  public let province: String
  public let provinceName: String
  /// Labour market region (arbeidsmarktregio), 2026.
  public let labourRegion: String
  /// Safety region (veiligheidsregio), 2024.
  public let safetyRegion: String
  /// On 1 January 2022, on the division of 2023: the legal basis of the targets of 2023 (Huisvestingswet art. 29).
  public let inhabitants2022: Int
  /// A recent figure whose reference date is not stated by its source: to show, not to compute a target with.
  public let inhabitantsRecent: Int
  /// The name as one says it: `Den Haag`, `Hengelo`, `Utrecht`.
  public let dailyName: String
  /// Other names it is found by: `The Hague`.
  public let alsoKnownAs: [String]
}

extension Reference {
  /// The 342 municipalities since 1 January 2023, sorted by name.
  public static let municipalities: [Municipality] = {
    let provinceNames = Dictionary(uniqueKeysWithValues: provinces.map { ($0.code, $0.name) })
    return rows(PackageResources.municipalities_csv) { row in
      let province = row[2]
      return Municipality(
        code: "GM" + row[0], name: row[1], province: province, provinceName: provinceNames[province] ?? province,
        labourRegion: row[3], safetyRegion: row[4], inhabitants2022: row.number(5), inhabitantsRecent: row.number(6),
        dailyName: row.optional(7) ?? row[1], alsoKnownAs: row.list(8))
    }
  }()

  /// Position in `municipalities` by the number of the code.
  private static let positions: [Int: Int] = Dictionary(
    uniqueKeysWithValues: municipalities.enumerated().map { (Int($1.code.dropFirst(2))!, $0) })

  /// A present municipality by its code: `GM0344`, `0344`, `344`. For a former one, see `successor(ofCode:)`.
  public static func municipality(code: String) -> Municipality? {
    municipalityNumber(code).flatMap { positions[$0] }.map { municipalities[$0] }
  }

  static func municipalityNumber(_ code: String) -> Int? {
    let digits = code.hasPrefix("GM") || code.hasPrefix("gm") ? code.dropFirst(2) : code[...]
    return number(ofCode: digits, digits: 4)
  }
}

/// A province with its CBS code, `PV20` to `PV31`.
public struct Province: Hashable, Sendable {
  public let code: String
  public let name: String
}

extension Reference {
  public static let provinces: [Province] = rows(PackageResources.provinces_csv) { Province(code: $0[0], name: $0[1]) }
}
