import Casebook
import Journey

/// People of the network as rows of figures.
struct PeoplePage: FigureTable {
  let people: [NetworkRow]
  let rules: Rulebook
  let language: Language
  let today: Day

  let columns = [
    "name", "organisation", "party", "turns", "oldest", "quiet", "silent", "households", "response_days", "agreed",
    "kept",
    "spoken", "function", "phone", "mail", "deputy", "area", "away_until", "until", "listed",
  ]

  var titles: [String] {
    language == .nl
      ? [
        "naam", "organisatie", "partij", "aan zet", "oudste", "stil", "te stil", "huish.", "reactie", "afgespr.",
        "gehad",
        "gesproken", "functie", "telefoon", "mail", "vervanger", "gebied", "weg tot", "tot", "netwerk",
      ]
      : [
        "name", "organisation", "party", "turns", "oldest", "quiet", "silent", "househ.", "response", "agreed", "kept",
        "spoken", "function", "phone", "mail", "deputy", "area", "away until", "until", "listed",
      ]
  }

  var rows: [[String]] { people.map(texts) }

  /// Days that passed in place of the days themselves, and words in place of codes.
  var shown: [[String]] {
    people.map { row in
      var texts = texts(row)
      if row.contact.name.isEmpty { texts[0] = Phrase("niemand bij naam", "nobody by name")[language] }
      texts[2] = rules.party(row.contact.party)[language]
      texts[texts.count - 1] = (row.partner == nil ? Phrase("nee", "no") : Phrase("ja", "yes"))[language]
      for (name, day) in [("oldest", row.oldest), ("quiet", row.quiet), ("spoken", row.spoken)] {
        guard let day, let column = columns.firstIndex(of: name) else { continue }
        texts[column] = "\(max(0, today - day)) d"
      }
      return texts
    }
  }

  private func texts(_ row: NetworkRow) -> [String] {
    let (card, away) = (row.partner?.card, row.partner.flatMap { $0.isAway(today) ? $0.away : nil })
    let figures = [
      String(row.turns), row.oldest?.description ?? "", row.quiet?.description ?? "", String(row.silent),
      String(row.households), row.answers.median.map(String.init) ?? "", String(row.agreed), String(row.kept),
      row.spoken?.description ?? "",
    ]
    let facts = [
      card?.function ?? "", card?.phone ?? "", card?.mail ?? "", away?.deputy ?? card?.deputy ?? "", card?.area ?? "",
      away.map { $0.until?.description ?? "?" } ?? "", row.partner?.until?.description ?? "",
      row.partner == nil ? "no" : "yes",
    ]
    let contact = row.contact
    return [contact.name, contact.organisation, contact.party.rawValue] + figures + facts
  }

  var json: JSON {
    .list(
      people.map { row in
        let numbers: Set = ["turns", "silent", "households", "response_days", "agreed", "kept"]
        return .object(
          Dictionary(
            uniqueKeysWithValues: zip(columns, texts(row)).map { name, text -> (String, JSON) in
              if name == "listed" { return (name, JSON.flag(text == "yes")) }
              if numbers.contains(name) { return (name, JSON(Int(text))) }
              return (name, text.isEmpty ? .null : .text(text))
            }))
      })
  }
}
