/// Where permit holders come from and how they compare: one line of `field.csv`.
struct OriginFigures: Sendable {
  let code: String
  /// RvIG table 32.
  let nationality: String
  let granted2023: Double
  let granted2024: Double
  let women: Double
  let women60: Double
  let men: Double
  let men60: Double
  /// Seeking asylum aged 12 to 17: the weight of minors without parents.
  let minors: Double
  /// Share of one-person households.
  let single: Double
  /// Time to a home against that of Syrians.
  let slower: Double
  let names: NameList

  var menShare: Double { (men + men60) / (women + women60 + men + men60) }
  func share60(_ isMan: Bool) -> Double { isMan ? men60 / max(1, men + men60) : women60 / max(1, women + women60) }
}

struct NameList: Sendable {
  var women: [String]
  var men: [String]
  /// Empty: one bears the father's given name.
  var surnames: [String]
  var arePatronyms: Bool { surnames.isEmpty }
}

enum Tables {
  static let origins: [OriginFigures] = {
    let names = Dictionary(
      uniqueKeysWithValues: rows(PackageResources.names_csv).map { row in
        (row[0], NameList(women: list(row[1]), men: list(row[2]), surnames: list(row[3])))
      })
    return rows(PackageResources.field_csv).compactMap { row in
      guard let list = names[row[11]] else { return nil }
      let n = row[2...10].map { Double($0) ?? 0 }
      return OriginFigures(
        code: row[0], nationality: row[1], granted2023: n[0], granted2024: n[1], women: n[2], women60: n[3], men: n[4],
        men60: n[5], minors: n[6], single: n[7] / 100, slower: n[8] / 100, names: list)
    }
  }()

  private static func list(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }

  /// Lines that begin with `#` say where a table comes from; the next line names the columns.
  private static func rows(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
