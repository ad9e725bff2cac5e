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
      let rules = try place.rules()
      for event in book.events {
        let mark = holds.contains(event.number) ? " " : "x"
        Output.line(
          "\(mark) \(event.number)  \(event.day)  \(Plain.fit(event.actor.name, 12))  "
            + Plain.clean(event.logged(among: book.events, rules)[place.language]))
      }
      return .done
    }
  }
}
