import Journey

/// A list of people at parties, read: the cards it comes to, or all that is wrong with it.
public struct PeopleReading: Sendable {
  public struct Mistake: Hashable, Sendable {
    /// Physical line of the file; the first is 1.
    public let line: Int
    public let words: Phrase

    public func text(_ language: Language) -> String {
      Phrase("regel \(line): ", "line \(line): ")[language] + words[language]
    }
  }

  /// Empty when there is a mistake: a list goes in whole or not at all.
  public internal(set) var cards: [PartnerCard] = []
  public internal(set) var rows = 0
  public internal(set) var mistakes: [Mistake] = []
}

/// Reads people from CSV: party, organisation, name, function, phone, mail, municipality, deputy. Party and name must be
/// there; a municipality may also be a province, a region or NL.
public enum PeopleFile {
  public static func read(_ source: CsvReader, _ rules: Rulebook) throws(CsvFailure) -> PeopleReading {
    var reader = source
    func column(_ names: [String]) -> Int? { names.lazy.compactMap { reader.column($0) }.first }
    guard let party = column(["party", "partij"]) else { throw .missingColumn("party", found: reader.header) }
    guard let name = column(["name", "naam"]) else { throw .missingColumn("name", found: reader.header) }
    let organisation = column(["organisation", "organization", "organisatie"])
    let function = column(["function", "functie"])
    let phone = column(["phone", "telefoon"])
    let mail = column(["mail", "email", "e-mail"])
    let area = column(["municipality", "gemeente", "area", "gebied"])
    let deputy = column(["deputy", "vervanger"])
    var reading = PeopleReading()
    var cards: [PartnerCard] = []
    var seen: [Contact: Int] = [:]
    while let record = try reader.next() {
      if record.isBlank { continue }
      reading.rows += 1
      func text(_ column: Int?) -> String { column.map { CsvWriter.armed(record[$0].trimmingSpaces()) } ?? "" }
      func miss(_ words: Phrase) { reading.mistakes.append(.init(line: record.line, words: words)) }
      let place = Area(named: text(area))
      if place == nil {
        miss(
          Phrase(
            "\"\(text(area))\" is geen gemeente, provincie, regio of NL",
            "\"\(text(area))\" is no municipality, province, region or NL"))
      }
      let card = PartnerCard(
        Contact(rules.party(named: text(party)), organisation: text(organisation), name: text(name)),
        function: text(function), phone: text(phone), mail: text(mail), deputy: text(deputy),
        area: (place ?? .country).code)
      if let refusal = card.refusal(rules) { miss(refusal.phrase) }
      if let first = seen[card.contact] {
        miss(Phrase("deze persoon staat al op regel \(first)", "this person is on line \(first) already"))
      }
      seen[card.contact] = record.line
      cards.append(card)
    }
    if reading.rows == 0 {
      reading.mistakes.append(
        .init(
          line: reader.headerLine,
          words: Phrase("er staat geen rij onder de kolomnamen", "no row stands below the column names")))
    }
    if reading.mistakes.isEmpty { reading.cards = cards }
    return reading
  }
}

extension Rulebook {
  /// By id or name in either language; what is neither stays as it is, to be refused.
  fileprivate func party(named text: String) -> PartyID {
    let key = Folding.key(text)
    return parties.first { [$0.id.rawValue, Folding.key($0.name.nl), Folding.key($0.name.en)].contains(key) }?.id
      ?? PartyID(text)
  }
}
