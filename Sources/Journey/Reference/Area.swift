/// What a figure is about: one municipality, a labour market region, a province or the country. Every area is a set of
/// municipalities, so that its figures are theirs added up.
public enum Area: Hashable, Sendable {
  case country
  /// CBS code, `PV26`.
  case province(String)
  /// The name of a labour market region (arbeidsmarktregio), as CBS writes it.
  case region(String)
  /// CBS code, `GM0344`.
  case municipality(String)

  /// How it is written in commands and files: `NL`, `PV26`, `AM Midden-Utrecht`, `GM0344`.
  public var code: String {
    switch self {
    case .country: "NL"
    case .province(let code), .municipality(let code): code
    case .region(let name): "AM " + name
    }
  }

  /// An area by its code. Case makes no difference; a region goes by its name after `AM`, with a blank, a dash or a colon
  /// between. nil when there is no such area.
  public init?(code: String) {
    let text = code.trimmingBlanks
    let upper = text.uppercased()
    if upper == "NL" {
      self = .country
    } else if let province = Reference.provinces.first(where: { $0.code == upper }) {
      self = .province(province.code)
    } else if upper.hasPrefix("GM"), let municipality = Reference.municipality(code: upper) {
      self = .municipality(municipality.code)
    } else if upper.hasPrefix("AM"), let separator = text.dropFirst(2).first, " -:".contains(separator),
      let name = Area.region(named: String(text.dropFirst(3)))
    {
      self = .region(name)
    } else {
      return nil
    }
  }

  /// `provincie Utrecht` beside `gemeente Utrecht`.
  public var fullName: Phrase {
    switch self {
    case .country, .region: name
    case .province: Phrase("provincie ", "province of ") + name
    case .municipality: Phrase("gemeente ", "municipality of ") + name
    }
  }

  public var name: Phrase {
    switch self {
    case .country: Phrase("Nederland", "the Netherlands")
    case .province(let code):
      Phrase(same: Reference.provinces.first { $0.code == code }?.name ?? code)
    case .region(let name): Phrase("regio " + name, name + " region")
    case .municipality(let code): Phrase(same: Reference.name(ofMunicipality: code))
    }
  }

  /// CBS codes of its municipalities.
  public var municipalities: [String] {
    switch self {
    case .country: Reference.municipalities.map(\.code)
    case .province(let code): Reference.municipalities.filter { $0.province == code }.map(\.code)
    case .region(let name): Reference.municipalities.filter { $0.labourRegion == name }.map(\.code)
    case .municipality(let code): [code]
    }
  }

  /// The areas a municipality lies in, itself first. A code without a place in the tables lies in the country alone.
  public static func holding(_ municipality: String) -> [Area] {
    guard let known = Reference.municipality(code: municipality) else {
      return municipality.isEmpty ? [.country] : [.municipality(municipality), .country]
    }
    return [.municipality(known.code), .region(known.labourRegion), .province(known.province), .country]
  }

  /// Every area there is, the country first, then provinces, regions and municipalities by name.
  public static let all: [Area] =
    [.country] + Reference.provinces.map { .province($0.code) } + labourRegions.map { .region($0) }
    + Reference.municipalities.map { .municipality($0.code) }

  static let labourRegions: [String] = Set(Reference.municipalities.map(\.labourRegion)).sorted {
    Folding.key($0) < Folding.key($1)
  }

  private static func region(named text: String) -> String? {
    let key = Folding.key(text)
    return labourRegions.first { Folding.key($0) == key }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
