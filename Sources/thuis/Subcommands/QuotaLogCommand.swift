import ArgumentParser
import Casebook
import Journey
import Quota

struct QuotaLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: told("Elke boeking, ook de teruggenomen.", "Every posting, those taken back too."))

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.reporting { place in
      let book = try place.casebook().taskBook()
      let holds = Set(book.effective.map(\.number))
      let (rules, acts) = (try place.rules(), PostedActs(book.events))
      for event in book.events {
        let isHeld = holds.contains(event.number)
        let taken = isHeld ? nil : acts.takenBack(event)
        let day = Plain.fit(DayText.dated(event.day, place.language), 11)
        Output.line(
          "\(isHeld ? " " : "x") \(event.number)  \(day)  \(Plain.fit(event.actor.name, 12))  "
            + Plain.clean(
              event.logged(among: acts, rules)[place.language]
                + (taken.map { " (\($0[place.language]))" } ?? "")))
      }
      return .done
    }
  }
}
