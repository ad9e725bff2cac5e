/// Every name a municipality has or had, by search key.
struct MunicipalityNames: Sendable {
  /// Keys of each present municipality: name, name without brackets, names in daily use.
  private(set) var keys: [[String]] = []
  /// Positions in `Reference.municipalities` by whole name or name in daily use.
  private(set) var full: [String: [Int]] = [:]
  /// By name without what stands in brackets.
  private(set) var bare: [String: [Int]] = [:]
  /// By name without small words and spaces.
  private(set) var loose: [String: [Int]] = [:]
  private(set) var formerFull: [String: [FormerMunicipality]] = [:]
  private(set) var formerBare: [String: [FormerMunicipality]] = [:]
  private(set) var formerLoose: [String: [FormerMunicipality]] = [:]

  static let shared = MunicipalityNames()

  private init() {
    for (position, municipality) in Reference.municipalities.enumerated() {
      let name = Folding.key(municipality.name)
      let bareName = Self.bareKey(municipality.name)
      let others = municipality.alsoKnownAs.map(Folding.key)
      keys.append(name == bareName ? [name] + others : [name, bareName] + others)
      for key in Set([name] + others) { full[key, default: []].append(position) }
      bare[bareName, default: []].append(position)
      for key in Set(([bareName, name] + others).map(Self.loose)) { loose[key, default: []].append(position) }
    }
    for former in Reference.formerMunicipalities where former.kind == .merged {
      let name = Folding.key(former.name)
      let bareName = Self.bareKey(former.name)
      formerFull[name, default: []].append(former)
      if bareName != name { formerBare[bareName, default: []].append(former) }
      formerLoose[Self.loose(name), default: []].append(former)
    }
    // A name that one municipality still has in full and another had once is found bare: keep both in view there.
    for (key, candidates) in formerBare {
      if let same = formerFull[key] { formerBare[key] = candidates + same }
    }
  }

  private static func bareKey(_ name: String) -> String {
    Folding.key(String(name.prefix { $0 != "(" }))
  }

  private static let smallWords: Set<Substring> = [
    "aan", "de", "den", "der", "het", "en", "a", "d", "ad", "t", "s", "op", "o", "z", "ca", "c",
  ]

  /// `alphen a d rijn`, `alphen aan den rijn` and `alphen ad rijn` agree, and so do `bilt` and `de bilt`.
  static func loose(_ key: String) -> String {
    let words = key.split(separator: " ")
    let kept = words.filter { !smallWords.contains($0) }.map { $0 == "st" ? "sint" : $0 }
    return kept.isEmpty ? words.joined() : kept.joined()
  }

  /// `gemeente utrecht` and `utrecht gemeente` are Utrecht.
  static func withoutOffice(_ key: String) -> String {
    var words = key.split(separator: " ")[...]
    if let first = words.first, ["gemeente", "gem", "municipality"].contains(first) {
      words = words.dropFirst()
      if words.first == "of" { words = words.dropFirst() }
    }
    if let last = words.last, last == "gemeente" { words = words.dropLast() }
    return words.joined(separator: " ")
  }

  /// At most five, the fewest letters away first, larger municipalities before smaller.
  func closest(to key: String) -> [Municipality] {
    let typed = Array(key.utf8)
    let limit = EditDistance.tolerance(length: typed.count)
    var best: [Int: Int] = [:]
    func offer(_ position: Int, _ candidate: String) {
      let distance =
        typed.count >= 3 && candidate.hasPrefix(key)
        ? limit : EditDistance.between(typed, Array(candidate.utf8), limit: limit)
      if let distance { best[position] = min(best[position] ?? .max, distance) }
    }
    for (position, candidates) in keys.enumerated() { candidates.forEach { offer(position, $0) } }
    let positions = Dictionary(
      uniqueKeysWithValues: Reference.municipalities.enumerated().map { ($1.code, $0) })
    for (candidate, formers) in formerFull where abs(candidate.utf8.count - typed.count) <= limit {
      for former in formers {
        if let now = Reference.successor(ofCode: former.code), let position = positions[now.code] {
          offer(position, candidate)
        }
      }
    }
    let municipalities = Reference.municipalities
    return best.sorted {
      ($0.value, -municipalities[$0.key].inhabitantsRecent) < ($1.value, -municipalities[$1.key].inhabitantsRecent)
    }.prefix(5).map { municipalities[$0.key] }
  }
}
