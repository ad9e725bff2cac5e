import Casebook
import Journey

/// Organisations of the network as rows of figures.
struct OrganisationsPage: FigureTable {
  let organisations: [OrganisationRow]
  let rules: Rulebook
  let language: Language
  let today: Day

  let columns = [
    "organisation", "party", "people", "turns", "oldest", "quiet", "silent", "response_days", "agreed", "kept",
  ]

  var titles: [String] {
    language == .nl
      ? ["organisatie", "partij", "mensen", "aan zet", "oudste", "stil", "te stil", "reactie", "afgespr.", "gehad"]
      : ["organisation", "party", "people", "turns", "oldest", "quiet", "silent", "response", "agreed", "kept"]
  }

  var rows: [[String]] {
    organisations.map { row in
      [
        row.organisation, row.party.rawValue, String(row.people), String(row.turns), row.oldest?.description ?? "",
        row.quiet?.description ?? "", String(row.silent), row.answers.median.map(String.init) ?? "", String(row.agreed),
        String(row.kept),
      ]
    }
  }

  /// Days that passed in place of the days themselves, and words in place of codes.
  var shown: [[String]] {
    zip(organisations, rows).map { row, texts in
      var texts = texts
      texts[1] = rules.party(row.party)[language]
      for (column, day) in [(4, row.oldest), (5, row.quiet)] {
        texts[column] = day.map { "\(max(0, today - $0)) d" } ?? ""
      }
      return texts
    }
  }

  var json: JSON {
    .list(
      organisations.map { row in
        .object([
          "organisation": .text(row.organisation), "party": .text(row.party.rawValue), "people": .number(row.people),
          "turns": .number(row.turns), "oldest": JSON(row.oldest), "quiet": JSON(row.quiet),
          "silent": .number(row.silent),
          "response_days": JSON(row.answers.median), "agreed": .number(row.agreed), "kept": .number(row.kept),
        ])
      })
  }
}
