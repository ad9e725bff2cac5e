/// A code that was once in the municipality table and is no municipality now.
public struct FormerMunicipality: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Went up in another municipality.
    case merged = ""
    /// Never a municipality: unknown, abroad, the register of non-residents.
    case none
    /// Dutch from 1949 to 1963.
    case germany
  }
  /// `GM0501`
  public let code: String
  public let name: String
  /// The code that followed directly; nil if none did. It may have ended itself since.
  public let successorCode: String?
  /// The day it was no longer a municipality, ISO; nil for codes without an end.
  public let ended: String?
  public let kind: Kind
}

extension Reference {
  public static let formerMunicipalities: [FormerMunicipality] = rows(PackageResources.former_municipalities_csv) {
    FormerMunicipality(
      code: "GM" + $0[0], name: $0[1], successorCode: $0.optional(2).map { "GM" + $0 }, ended: $0.optional(3),
      kind: FormerMunicipality.Kind(rawValue: $0[4]) ?? .merged)
  }

  private static let formerByNumber: [Int: Int] = Dictionary(
    uniqueKeysWithValues: formerMunicipalities.enumerated().map { (Int($1.code.dropFirst(2))!, $0) })

  public static func formerMunicipality(code: String) -> FormerMunicipality? {
    municipalityNumber(code).flatMap { formerByNumber[$0] }.map { formerMunicipalities[$0] }
  }

  /// The present municipality that a former one ended up in, mergers of mergers included: `GM0001` Adorp became
  /// Winsum in 1990, which became Het Hogeland in 2019. nil for a present, unknown or foreign code. Where a
  /// municipality was divided, the register names one successor, and so does this.
  public static func successor(ofCode code: String) -> Municipality? {
    var step = formerMunicipality(code: code)
    while let former = step, let next = former.successorCode {
      if let present = municipality(code: next) { return present }
      step = formerMunicipality(code: next)
    }
    return nil
  }

  /// The name behind a code, present (`Den Haag`) or former; the code itself when the tables do not know it.
  public static func name(ofMunicipality code: String) -> String {
    municipality(code: code)?.dailyName ?? formerMunicipality(code: code)?.name ?? code
  }
}
