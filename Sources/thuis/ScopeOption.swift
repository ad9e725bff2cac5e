import ArgumentParser
import Journey

/// Which part of the country.
struct ScopeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      told(
        "NL, een provincie (PV26, Gelderland, \"provincie Utrecht\"), een regio (\"AM Amersfoort\") of een gemeente (GM0344, Zeist).",
        "NL, a province (PV26, Gelderland, \"provincie Utrecht\"), a region (\"AM Amersfoort\") or a municipality (GM0344, Zeist)."
      ),
      valueName: "area"))
  var scope: String = "NL"

  /// - Throws: what was expected, when there is no such area, or more than one.
  var area: Area { get throws { try Area.asked(scope) } }
}

extension Area {
  /// An area as people write it: by its code, by its name, or by what it is and its name.
  ///
  /// - Throws: what was expected; of a name that a province shares with a municipality both.
  static func asked(_ text: String) throws -> Area {
    if let area = Area(code: text) { return area }
    let found = named(text)
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      func all(_ l: Language) -> String { found.map { "\($0.code) (\($0.kind[l]))" }.joined(separator: ", ") }
      throw CommandFailure.usage(
        "--scope \"\(text)\" kan meer zijn: \(all(.nl)). Verwacht een van deze codes.",
        "--scope \"\(text)\" may be more than one: \(all(.en)). Expected one of these codes.")
    }
    throw CommandFailure.usage(
      "--scope \"\(text)\" is geen gebied; verwacht NL, PV26, \"AM Amersfoort\", GM0344 of de naam van een provincie of gemeente.",
      "--scope \"\(text)\" is no area; expected NL, PV26, \"AM Amersfoort\", GM0344 or the name of a province or municipality."
    )
  }

  private var kind: Phrase {
    switch self {
    case .country: Phrase("land", "country")
    case .province: Phrase("provincie", "province")
    case .region: Phrase("regio", "region")
    case .municipality: Phrase("gemeente", "municipality")
    }
  }

  /// Provinces and municipalities of that name; a region only where it is called one, as most are called after a town.
  private static func named(_ text: String) -> [Area] {
    let key = Folding.key(text)
    func rest(_ words: String...) -> String? {
      words.lazy.compactMap { key.hasPrefix($0 + " ") ? String(key.dropFirst($0.count + 1)) : nil }.first
    }
    func provinces(_ key: String) -> [Area] {
      Reference.provinces.filter { Folding.key($0.name) == key }.map { .province($0.code) }
    }
    func municipalities(_ text: String) -> [Area] {
      Reference.findMunicipality(text).municipality.map { [.municipality($0.code)] } ?? []
    }
    if let name = rest("provincie", "province") { return provinces(name) }
    if let name = rest("gemeente", "municipality") { return municipalities(name) }
    if let name = rest("arbeidsmarktregio", "regio", "region") { return Area(code: "AM " + name).map { [$0] } ?? [] }
    if [Area.country.name.nl, "the netherlands", "netherlands"].map(Folding.key).contains(key) { return [.country] }
    return municipalities(text) + provinces(key)
  }
}
