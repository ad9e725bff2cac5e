import Journey

extension Area {
  /// As people say it: `Den Haag`, `provincie Utrecht`, `regio Amersfoort`, `alle gemeenten`.
  var spokenName: Phrase {
    switch self {
    case .country: Words.allMunicipalities
    case .province: Phrase("provincie ", "province of ") + name
    case .region: name
    case .municipality(let code): Phrase(same: Reference.municipality(code: code)?.dailyName ?? code)
    }
  }
}

extension Binding {
  /// Choosing what one looks at, in the group of the screen.
  static func choosingArea(_ group: Phrase, isFrequent: Bool = true) -> Binding {
    Binding(
      verb: .areas, keys: [.character("M")], name: Phrase("wissel gebied", "change area"),
      help: Phrase(
        "Een gemeente, regio, provincie of het land, op elk scherm; Enter gaat terug naar het vorige.",
        "A municipality, region, province or the country, on every screen; Enter goes back to the one before."),
      group: group, isFrequent: isFrequent)
  }

  /// Looking at one area, for each there is: all, municipalities by the name one says, then what they lie in.
  static let areas: [Binding] = {
    let municipalities = Reference.municipalities.sorted { Folding.key($0.dailyName) < Folding.key($1.dailyName) }
    let others = Area.all.filter { if case .municipality = $0 { false } else { $0 != .country } }
    return ([.country] + municipalities.map { .municipality($0.code) } + others).map {
      looking(at: $0, $0 == .country ? Phrase("Nederland", "the Netherlands") : $0.spokenName)
    }
  }()

  /// The same among everything that goes by name.
  static let areasAmongAll: [Binding] = areas.dropFirst().map { binding in
    guard case .area(.municipality) = binding.verb else { return binding }
    return Binding(
      verb: binding.verb, keys: [], name: Phrase("gemeente ", "municipality ") + binding.name, help: binding.help,
      group: binding.group)
  }

  private static func looking(at area: Area, _ name: Phrase) -> Binding {
    Binding(
      verb: .area(area), keys: [], name: name, help: Phrase("Kijk naar dit gebied.", "Look at this area."),
      group: Words.area)
  }
}
