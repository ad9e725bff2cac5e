import Journey
import Screens

/// The decisions of a review, a row each.
struct MinutesTable: FigureTable {
  let decisions: [Minutes.Decision]
  let rules: Rulebook
  let language: Language

  let columns = ["dossier", "name", "municipality", "decision", "turn", "next", "by"]

  var titles: [String] {
    language == .nl
      ? ["Dossier", "Naam", "Gemeente", "Besluit", "Aan zet", "Uiterlijk", "Door"]
      : ["Dossier", "Name", "Municipality", "Decision", "To act", "By", "Recorded by"]
  }

  private func place(_ decision: Minutes.Decision) -> String {
    decision.municipality.map(Reference.name(ofMunicipality:)) ?? ""
  }

  var rows: [[String]] {
    decisions.map { one in
      [
        one.dossier.description, one.name, place(one), one.text, one.turn?.words(rules, language) ?? "",
        one.next?.description ?? "", one.actor,
      ]
    }
  }

  var json: JSON {
    .list(
      decisions.map { one in
        .object([
          "dossier": .text(one.dossier.description), "name": .text(one.name),
          "municipality": one.municipality.map { .text($0) } ?? .null, "municipalityName": .text(place(one)),
          "decision": .text(one.text), "turn": JSON(one.turn?.words(rules, language)),
          "next": JSON(one.next), "by": .text(one.actor),
        ])
      })
  }
}
