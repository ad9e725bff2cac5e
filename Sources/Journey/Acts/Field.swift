/// One thing a person is asked when doing something: a line of a form, an option of the command.
public struct Field: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case text, longText, day, number, yesNo, municipality
    case choice([Choice])
    /// Several codes, separated by commas.
    case choices([Choice])
  }

  public struct Choice: Hashable, Sendable {
    public var code: String
    public var name: Phrase
    /// Other words it is found by.
    public var also: [String]
    public init(_ code: String, _ name: Phrase, also: [String] = []) {
      (self.code, self.name, self.also) = (code, name, also)
    }
  }

  /// Also the option on the command line: `text` is `--text`; ``option`` has it in both languages.
  public var name: String
  public var label: Phrase
  public var kind: Kind
  public var required: Bool
  /// A day of what has been: one that is still to come is refused.
  public var past: Bool
  public var hint: Phrase

  public init(
    _ name: String, _ label: Phrase, _ kind: Kind = .text, required: Bool = false, past: Bool = false,
    hint: Phrase = Phrase(same: "")
  ) {
    (self.name, self.label, self.kind, self.required) = (name, label, kind, required)
    (self.past, self.hint) = (past, hint)
  }

  /// The day it happened: today unless said otherwise.
  public static let happened = Field(
    "day", Phrase("Datum", "Date"), .day, past: true, hint: days(past: true))

  /// Who leads the dossier.
  static let owner = Field(
    "owner", Phrase("Regie", "Case owner"), hint: Phrase("gebruikersnaam; leeg: niemand", "user name; empty: nobody"))

  /// How a day may be typed: only such as the field takes.
  public static func days(past: Bool) -> Phrase {
    past
      ? Phrase("vandaag, gisteren, 23-11, -2d", "today, yesterday, 23-11, -2d")
      : Phrase("23-11, 23 nov, morgen, vr, +10w", "23-11, 23 Nov, tomorrow, fri, +10w")
  }

  /// What was expected, where what was typed is no day.
  public static func dayExpected(past: Bool) -> Phrase {
    past
      ? Phrase(
        "verwacht 23-11, 23 nov, 2026-11-23, vandaag, gisteren of -2d",
        "expected 23-11, 23 Nov, 2026-11-23, today, yesterday or -2d")
      : Phrase(
        "verwacht 23-11, 23 nov, 2026-11-23, morgen, vr of +10w",
        "expected 23-11, 23 Nov, 2026-11-23, tomorrow, fri or +10w")
  }

  /// Of a day that has to have been.
  public static func dayToCome(_ day: Day) -> Phrase {
    Phrase(
      "\(day.said.nl) ligt in de toekomst; verwacht vandaag of eerder",
      "\(day.said.en) is in the future; expected today or earlier")
  }
}

extension Field {
  /// A whole number as people write it: `4`, `€ 950`, `1.250`; cents are rounded: `950,50`. nil for anything else.
  public static func number(_ text: String) -> Int? {
    let bare = text.filter { !$0.isWhitespace && $0 != "€" }
    let parts = bare.split(whereSeparator: { $0 == "," || $0 == "." }).map(String.init)
    guard !parts.isEmpty, parts.count <= 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) && $0.count < 10 }),
      bare.first?.isNumber == true
    else { return nil }
    // Two digits at the end are cents, three are thousands.
    if parts.count > 1, let last = parts.last, last.count == 2, let whole = Int(parts.dropLast().joined()),
      let cents = Int(last), whole < most
    {
      return cents >= 50 ? whole + 1 : whole
    }
    guard parts.dropFirst().allSatisfy({ $0.count == 3 }), let number = Int(parts.joined()), number <= most else {
      return nil
    }
    return number
  }
}

/// What was filled in, read by the kind of each field; a mistake names its field.
package struct Answers {
  package var values: [String: String]
  package var today: Day

  package init(values: [String: String], today: Day) { (self.values, self.today) = (values, today) }

  package func text(_ name: String) -> String {
    let raw = values[name] ?? ""
    guard let first = raw.firstIndex(where: { !$0.isWhitespace }), let last = raw.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(raw[first...last])
  }

  /// - Parameter past: of what has been: the latest day that is meant, and none to come.
  package func day(_ name: String, past: Bool = false) throws(Refusal) -> Day? {
    let given = text(name)
    if given.isEmpty { return nil }
    guard let day = DayText.read(given, today: today, upTo: past ? today : nil) else {
      let expected = Field.dayExpected(past: past)
      throw Refusal(
        Phrase(
          "\"\(given)\" is geen datum; \(expected.nl).", "\"\(given)\" is no date; \(expected.en)."), field: name)
    }
    if past, day > today { throw Refusal(Field.dayToCome(day) + Phrase(same: "."), field: name) }
    return day
  }

  /// The day it happened: today unless said otherwise.
  package func when() throws(Refusal) -> Day { try day("day", past: true) ?? today }

  package func number(_ name: String) throws(Refusal) -> Int? {
    let given = text(name)
    if given.isEmpty { return nil }
    guard let number = Field.number(given) else {
      if let bound = Field.bound(given) {
        throw Refusal(Phrase(same: "\"\(given)\": ") + bound + Phrase(same: "."), field: name)
      }
      throw Refusal(
        Phrase(
          "\"\(given)\" is geen getal; verwacht bijvoorbeeld 4 of 950.",
          "\"\(given)\" is no number; expected for example 4 or 950."),
        field: name)
    }
    return number
  }

  package func yes(_ name: String) throws(Refusal) -> Bool {
    switch text(name).lowercased() {
    case "", "nee", "n", "no", "false", "0": return false
    case "ja", "j", "y", "yes", "true", "1": return true
    default: throw Refusal(Phrase("Verwacht ja of nee.", "Expected yes or no."), field: name)
    }
  }

  package func municipality(_ name: String) throws(Refusal) -> String {
    let given = text(name)
    switch Reference.findMunicipality(given) {
    case .exact(let found), .successor(let found, _, _): return found.code
    case .several(let found):
      let names = found.prefix(4).map(\.name).joined(separator: ", ")
      throw Refusal(Phrase("Welke bedoelt u: \(names)?", "Which do you mean: \(names)?"), field: name)
    case .none(let closest):
      let names = closest.prefix(3).map(\.name).joined(separator: ", ")
      throw Refusal(
        Phrase("Onbekende gemeente \"\(given)\".", "Unknown municipality \"\(given)\"."),
        remedy: names.isEmpty ? nil : Phrase("Bedoelt u \(names)?", "Do you mean \(names)?"), field: name)
    }
  }

  /// One of the codes, or one of the names in either language.
  package func choice(_ name: String, _ choices: [Field.Choice]) throws(Refusal) -> String {
    try match(text(name), name, choices)
  }

  package func choices(_ name: String, _ choices: [Field.Choice]) throws(Refusal) -> [String] {
    var found: [String] = []
    for part in text(name).split(separator: ",") {
      let word = part.drop { $0 == " " }
      if !word.isEmpty { found.append(try match(String(word), name, choices)) }
    }
    return found
  }

  private func match(_ given: String, _ name: String, _ choices: [Field.Choice]) throws(Refusal) -> String {
    let key = Folding.key(given)
    if let exact = choices.first(where: {
      $0.code == given || Folding.key($0.name.nl) == key || Folding.key($0.name.en) == key
    }) {
      return exact.code
    }
    let near = choices.filter { $0.begins(key) || $0.code.hasPrefix(given) }
    if let one = choices.only(near, given) { return one.code }
    let several = choices.naming(given)
    if several.count > 1 {
      let (nl, en) = (several.map(\.name.nl).joined(separator: ", "), several.map(\.name.en).joined(separator: ", "))
      throw Refusal(
        Phrase("\"\(given)\" past op meer: \(nl).", "\"\(given)\" fits several: \(en)."), field: name)
    }
    let nl = choices.map(\.name.nl).joined(separator: ", ")
    let en = choices.map { "\($0.code) (\($0.name.en))" }.joined(separator: ", ")
    throw Refusal(Phrase("Kies uit: \(nl).", "Choose from: \(en)."), field: name)
  }
}
