/// What a text from outside says about a municipality.
public enum MunicipalityMatch: Hashable, Sendable {
  case exact(Municipality)
  /// A municipality that went up in another one; `since` is the day the former one ended (ISO).
  case successor(Municipality, formerName: String, since: String)
  /// The name alone does not decide: Bergen (NH.) or Bergen (L.).
  case several([Municipality])
  /// Unknown; the closest are what may have been meant, most likely first, possibly none.
  case none(closest: [Municipality])

  /// The municipality, where there is no doubt which.
  public var municipality: Municipality? {
    switch self {
    case .exact(let found), .successor(let found, _, _): found
    case .several, .none: nil
    }
  }
}

extension Reference {
  /// Finds a municipality by code (`GM0344`, `0344`, `344`) or name, in any case, with or without diacritics,
  /// hyphens, `gemeente`, `aan den` or a province in brackets. Names of the past give their present successor.
  public static func findMunicipality(_ text: String) -> MunicipalityMatch {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if municipalityNumber(trimmed) != nil { return byCode(trimmed) }
    let key = MunicipalityNames.withoutOffice(Folding.key(trimmed))
    guard !key.isEmpty else { return .none(closest: []) }
    let names = MunicipalityNames.shared
    let loose = MunicipalityNames.loose(key)
    if let match = present(names.full[key]) ?? past(names.formerFull[key]) ?? present(names.bare[key])
      ?? past(names.formerBare[key]) ?? present(names.loose[loose]) ?? past(names.formerLoose[loose])
    {
      return match
    }
    return .none(closest: names.closest(to: key))
  }

  /// Present municipalities whose name, or else a word of it, starts with what was typed so far.
  public static func completions(municipality prefix: String, limit: Int) -> [Municipality] {
    let key = Folding.key(prefix)
    guard !key.isEmpty else { return Array(municipalities.prefix(limit)) }
    let names = MunicipalityNames.shared
    var first: [Municipality] = []
    var later: [Municipality] = []
    for (position, keys) in names.keys.enumerated() {
      if keys.contains(where: { $0.hasPrefix(key) }) {
        first.append(municipalities[position])
      } else if keys.contains(where: { (" " + $0).contains(" " + key) }) {
        later.append(municipalities[position])
      }
    }
    return Array((first + later).prefix(limit))
  }

  private static func byCode(_ code: String) -> MunicipalityMatch {
    if let found = municipality(code: code) { return .exact(found) }
    if let former = formerMunicipality(code: code), let match = past([former]) { return match }
    return .none(closest: [])
  }

  private static func present(_ positions: [Int]?) -> MunicipalityMatch? {
    guard let positions, let first = positions.first else { return nil }
    return positions.count == 1 ? .exact(municipalities[first]) : .several(positions.map { municipalities[$0] })
  }

  private static func past(_ candidates: [FormerMunicipality]?) -> MunicipalityMatch? {
    guard let candidates else { return nil }
    var found: [(former: FormerMunicipality, now: Municipality)] = []
    for former in candidates {
      if let now = successor(ofCode: former.code) { found.append((former, now)) }
    }
    // The same place may have had two codes; the one that lasted longest tells when the name went.
    guard let latest = found.max(by: { ($0.former.ended ?? "") < ($1.former.ended ?? "") }) else { return nil }
    let distinct = Set(found.map(\.now))
    if distinct.count > 1 { return .several(distinct.sorted { $0.code < $1.code }) }
    return .successor(latest.now, formerName: latest.former.name, since: latest.former.ended ?? "")
  }
}
