import Journey

/// What a home must have, in the words of the closed list. Never a diagnosis: what is not on the list is in `unknown`,
/// to be shown to the person who imports and not to be stored (AVG art. 9).
public struct NeedsParts: Hashable, Sendable {
  public var needs = Needs()
  /// Parts of the text that are not on the list, as they were written.
  public var unknown: [String] = []

  public init(needs: Needs = Needs(), unknown: [String] = []) { (self.needs, self.unknown) = (needs, unknown) }
}

extension Fields {
  /// `lift, begane grond; 4 kamers`: parts between commas, semicolons, bars, plus signs or line breaks.
  /// Words outside the list come back in `unknown` with a note.
  public static func needs(_ text: String) -> FieldReading<NeedsParts> {
    let whole = Folding.key(text)
    if saysNothing(whole) || ["geen", "nee", "none", "no", "geen bijzonderheden", "geen wensen"].contains(whole) {
      return .empty
    }
    var parts = NeedsParts()
    var features = Set<Feature>()
    for piece in text.split(whereSeparator: { ",;|+&\n\r\r\n".contains($0) }) {
      let written = String(piece).trimmingSpaces()
      let key = Folding.key(written)
      if key.isEmpty { continue }
      if let rooms = number(in: key, before: ["kamers", "kamer", "kamerwoning", "kamerappartement", "rooms", "room"]) {
        parts.needs.rooms = max(parts.needs.rooms ?? 0, rooms)
      } else if let rent = rent(in: key) {
        parts.needs.maxRent = min(parts.needs.maxRent ?? rent, rent)
      } else if let found = self.features(in: key) {
        features.formUnion(found)
      } else {
        parts.unknown.append(written)
      }
    }
    parts.needs = Needs(rooms: parts.needs.rooms, maxRent: parts.needs.maxRent, features: Array(features))
    guard !parts.unknown.isEmpty else { return .value(parts) }
    let list = parts.unknown.joined(separator: ", ")
    return .value(
      parts, repair: Phrase("Niet herkend en niet overgenomen: \(list).", "Not recognised and not taken over: \(list).")
    )
  }

  /// `4 kamers`, `minimaal 4 kamers`, `kamers 4`, `aantal kamers 4`; 1 up to 12.
  private static func number(in key: String, before nouns: Set<String>) -> Int? {
    let words = key.split(separator: " ").map(String.init)
    guard let noun = words.firstIndex(where: nouns.contains) else { return nil }
    let fillers: Set<String> = [
      "min", "minimaal", "minstens", "ten", "minste", "aantal", "of", "at", "least", "number", "woning", "met",
    ]
    let rest = words.enumerated().filter { $0.offset != noun }.map(\.element).filter { !fillers.contains($0) }
    guard rest.count == 1, let number = Int(rest[0]), (1...12).contains(number) else { return nil }
    return number
  }

  /// `max huur 750`, `huur max. € 750`, `rent 750`.
  private static func rent(in key: String) -> Int? {
    let words = key.split(separator: " ").map(String.init)
    guard words.contains(where: { ["huur", "rent", "maxhuur", "huurprijs", "maximumhuur"].contains($0) }) else {
      return nil
    }
    let numbers = words.compactMap(Int.init)
    guard numbers.count == 1, (50...5_000).contains(numbers[0]) else { return nil }
    return numbers[0]
  }

  /// nil when nothing is recognised, or when the words deny or give a choice: then a person has to read it.
  private static func features(in key: String) -> Set<Feature>? {
    let words = key.split(separator: " ").map(String.init)
    let doubt: Set<String> = ["geen", "niet", "no", "not", "zonder", "without", "of", "or"]
    guard doubt.isDisjoint(with: words) else { return nil }
    let padded = " " + key
    var found = Set<Feature>()
    for (feature, starts) in featureWords where starts.contains(where: { padded.contains(" " + $0) }) {
      found.insert(feature)
    }
    return found.isEmpty ? nil : found
  }

  /// A word of the text starts with one of these.
  private static let featureWords: [(Feature, [String])] = [
    (
      .groundFloor,
      ["begane grond", "benedenwoning", "beganegrond", "bg woning", "ground floor", "groundfloor", "parterre"]
    ),
    (.lift, ["lift", "elevator"]),
    (.wheelchair, ["rolstoel", "wheelchair", "rollator"]),
    (
      .ownBathroom,
      ["eigen badkamer", "eigen sanitair", "eigen douche", "own bathroom", "ownbathroom", "private bathroom"]
    ),
    (
      .nearTreatment,
      [
        "nabij behandel", "dichtbij behandel", "bij behandel", "nabij ziekenhuis", "nabij het ziekenhuis",
        "near treatment",
        "neartreatment", "near hospital", "nabij zorg", "behandeling in de buurt",
      ]
    ),
    (
      .nearSchool,
      ["nabij school", "bij school", "near school", "nearschool", "school in de buurt", "nabij speciaal onderwijs"]
    ),
    (
      .nearFamily,
      ["nabij familie", "bij familie", "near family", "nearfamily", "familie in de buurt", "nabij netwerk"]
    ),
    (.quiet, ["rustig", "prikkelarm", "quiet", "stille omgeving"]),
  ]
}
