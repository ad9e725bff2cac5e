import ArgumentParser
import Casebook
import Journey
import Quota

struct QuotaLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "log", abstract: "Every posting, those taken back too.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.reporting { place in
      let book = try place.casebook().taskBook()
      let holds = Set(book.effective.map(\.number))
      for event in book.events {
        let mark = holds.contains(event.number) ? " " : "x"
        let area = event.body.municipality.map { Reference.name(ofMunicipality: $0) + ", " } ?? ""
        Output.line(
          "\(mark) \(event.number)  \(event.day)  \(Plain.fit(event.actor.name, 12))  \(area)"
            + Plain.clean(event.body.words[place.language]))
      }
      return .done
    }
  }
}
