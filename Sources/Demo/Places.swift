import Journey

/// Where households go: municipalities by their inhabitants, and who works there.
struct Places: Sendable {
  /// A municipality with the names a story needs again and again.
  struct Place: Sendable {
    let code: String
    let name: String
    let caseworkers: [String]
    let corporations: [Contact]
    let guidance: Contact
    let guide: String
  }

  let all: [Place]
  private let totals: [Double]
  private let offset: Double

  init(dossiers: Int, seed: UInt64) {
    let municipalities = Reference.municipalities
    let inhabitants = municipalities.reduce(0.0) { $0 + Double($1.inhabitantsRecent) }
    // The smallest ones still get a household in a field of some thousands.
    let least = inhabitants * min(0.0011, 5.5 / Double(max(1, dossiers)))
    totals = municipalities.map { max(least, Double($0.inhabitantsRecent)) }.runningTotals
    all = municipalities.enumerated().map { Self.place($1, number: $0) }
    var dice = Dice(seed: seed ^ 0x91AC_E5)
    offset = dice.unit()
  }

  /// The place of a story, spread evenly: neighbours in the row land far apart (golden ratio).
  func place(ofStory index: Int) -> Int {
    let spread = Double(index) * 0.618_033_988_749_894_9 + offset
    return position(spread - spread.rounded(.down))
  }

  /// Any place, the larger the likelier.
  func any(_ dice: inout Dice) -> Int { position(dice.unit()) }

  private func position(_ unit: Double) -> Int { min(totals.count - 1, totals.firstAbove(unit * (totals.last ?? 1))) }

  private static func place(_ municipality: Municipality, number: Int) -> Place {
    var dice = Dice(seed: 0x6E_E7, story: number)
    let name = municipality.dailyName
    let size = municipality.inhabitantsRecent
    let workers = (0..<min(12, 1 + size / 50_000)).map { _ in Dutch.account(&dice) }
    let patterns = ["Woonstichting \(name)", "Woningstichting \(name)", "Wonen in \(name)", "Woonbeheer \(name)"]
    let first = dice.int(0...3)
    let corporations = (0..<(size > 200_000 ? 3 : size > 60_000 ? 2 : 1)).map {
      Contact(.corporation, organisation: patterns[(first + $0) % 4], name: Dutch.person(&dice))
    }
    let body = dice.chance(0.5) ? "Nieuwkomers \(name)" : "Welzijn \(name)"
    return Place(
      code: municipality.code, name: name, caseworkers: Array(Set(workers)).sorted(), corporations: corporations,
      guidance: Contact(.guidance, organisation: body, name: Dutch.person(&dice)), guide: Dutch.account(&dice))
  }
}

/// Dutch people, streets and homes that do not exist.
enum Dutch {
  private static let surnames = [
    "Bakker", "de Vries", "Jansen", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "de Groot", "Bos", "Vos", "Peters",
    "Hendriks", "van Leeuwen", "Dekker", "Brouwer", "de Wit", "Dijkstra", "Smits", "de Graaf", "van der Meer", "Kok",
    "van Vliet", "Jacobs", "de Haan", "Vermeulen", "van den Heuvel", "van der Veen", "Schouten", "van Beek", "Willems",
    "Hoekstra", "Koster", "Prins", "Huisman", "Postma", "El Amrani", "Yildirim", "Pinas", "Ramdin",
  ]
  private static let initials = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "P", "R", "S", "T", "W", "Y",
  ]
  private static let streets = [
    "Kastanjelaan", "Lindenstraat", "Beukenhof", "Wilgenplein", "Molenweg", "Kerkstraat", "Schoolstraat", "Merelstraat",
    "Lijsterlaan", "Vinkenhof", "Hoofdweg", "Stationsstraat", "Tulpstraat", "Rozenhof", "Havenkade", "Dorpsstraat",
    "Julianastraat", "Beatrixlaan", "Esdoornstraat", "Goudenregen", "Zonnedauw", "Parklaan", "Veldweg", "Zwaluwstraat",
    "Oranjeplein", "Eikenlaan", "Berkenhof", "Sleedoorn", "Watermolen", "Het Hof", "Nieuwe Kade", "Korenbloem",
  ]

  /// `M. de Wit`
  static func person(_ dice: inout Dice) -> String { "\(dice.pick(initials)). \(dice.pick(surnames))" }

  /// `m.dewit`
  static func account(_ dice: inout Dice) -> String {
    let surname = dice.pick(surnames).filter { $0 != " " }.lowercased()
    return "\(dice.pick(initials).lowercased()).\(surname)"
  }

  /// `Kastanjelaan 12, Utrecht`
  static func address(in place: String, _ dice: inout Dice) -> String {
    let letter = dice.chance(0.08) ? dice.pick(["a", "b", "c"]) : ""
    return "\(dice.pick(streets)) \(dice.int(1...140))\(letter), \(place)"
  }

  static let coaWorkers: [Contact] = {
    var dice = Dice(seed: 0xC0A)
    return (0..<24).map { _ in Contact(.coa, name: person(&dice)) }
  }()
  static let coaAccounts: [String] = {
    var dice = Dice(seed: 0xC0A1)
    return (0..<24).map { _ in account(&dice) }
  }()
  static let indAccounts: [String] = {
    var dice = Dice(seed: 0x12D)
    return (0..<8).map { _ in account(&dice) }
  }()
  static let nidosWorkers: [Contact] = {
    var dice = Dice(seed: 0x21D05)
    return (0..<10).map { _ in Contact(.nidos, organisation: "Nidos", name: person(&dice)) }
  }()
}

/// How origins are mixed: by year of granting, and by whether one comes alone.
struct OriginMix: Sendable {
  let origins = Tables.origins
  private let alone: [[Double]]
  private let together: [[Double]]
  private let minors: [Double]

  init() {
    let years: [(OriginFigures) -> Double] = [
      { $0.granted2023 }, { $0.granted2024 }, { ($0.granted2023 + $0.granted2024) / 2 },
    ]
    let origins = Tables.origins
    alone = years.map { year in origins.map { year($0) * $0.single }.runningTotals }
    together = years.map { year in origins.map { year($0) * (1 - $0.single) }.runningTotals }
    minors = origins.map(\.minors).runningTotals
  }

  func pick(year: Int, alone isAlone: Bool, _ dice: inout Dice) -> OriginFigures {
    let column = year <= 2023 ? 0 : year == 2024 ? 1 : 2
    return origins[dice.pick(runningTotals: isAlone ? alone[column] : together[column])]
  }

  func pickMinor(_ dice: inout Dice) -> OriginFigures { origins[dice.pick(runningTotals: minors)] }
}
