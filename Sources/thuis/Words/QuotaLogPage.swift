import Exchange
import Journey
import Quota

/// Every posting of the task in the order of posting, those taken back too, for people and for programs.
struct QuotaLogPage {
  private struct Row {
    let event: TaskEvent
    let words: String
    /// Who took it back and when; nil: it holds, or nobody says.
    let taken: String?
    let holds: Bool
  }

  private let rows: [Row]
  private let language: Language

  init(_ book: TaskBook, _ rules: Rulebook, _ language: Language) {
    let (holding, acts) = (Set(book.effective.map(\.number)), PostedActs(book.events))
    self.language = language
    rows = book.events.map { event in
      let holds = holding.contains(event.number)
      return Row(
        event: event, words: event.logged(among: acts, rules)[language],
        taken: holds ? nil : acts.takenBack(event)?[language], holds: holds)
    }
  }

  var json: JSON {
    .list(
      rows.map { row in
        let event = row.event
        return .object([
          "number": .number(event.number), "day": .text(event.day.description),
          "recordedAt": .number(Int(event.recordedAt)), "actor": .text(event.actor.name),
          "source": .text(event.source.rawValue), "kind": JSON(event.body.kind?.rawValue),
          "municipality": JSON(event.body.municipality),
          "words": .text(row.words), "holds": .flag(row.holds), "takenBack": JSON(row.taken),
        ])
      })
  }

  var csv: [String] {
    let writer = CsvWriter.printed
    let heading = writer.line(["number", "day", "actor", "kind", "municipality", "words", "holds", "takenBack"])
    return [heading]
      + rows.map { row in
        let event = row.event
        let cells: [String] = [
          String(event.number), event.day.description, event.actor.name, event.body.kind?.rawValue ?? "",
          event.body.municipality ?? "", row.words, row.holds ? "true" : "false", row.taken ?? "",
        ]
        return writer.line(cells)
      }
  }

  /// An `x` before what does not hold.
  var table: [String] {
    let places = rows.map { String($0.event.number).count }.max() ?? 0
    return rows.map { row in
      let event = row.event
      let number = String(event.number)
      let blanks = String(repeating: " ", count: places - number.count)
      let day = Plain.fit(DayText.dated(event.day, language), 11)
      return "\(row.holds ? " " : "x") \(blanks)\(number)  \(day)  \(Plain.fit(event.actor.name, 12))  "
        + row.words + (row.taken.map { " (\($0))" } ?? "")
    }
  }
}
