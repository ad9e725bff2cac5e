import ArgumentParser
import Casebook
import Journey
import Screens

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: told("Wat overleggen besloten.", "What reviews decided."),
    subcommands: [MinutesOfDay.self])

  struct MinutesOfDay: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "minutes",
      abstract: told(
        "Het verslag van het overleg van een dag, gemaakt van wat is vastgelegd.",
        "The minutes of a day's review, made of what was recorded."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var looking: ScopeOption

    @Option(
      help: ArgumentHelp(
        told("De dag van het overleg, 2026-11-23; anders vandaag.", "The day of the review, 2026-11-23; else today."),
        valueName: "date"))
    var on: Day?

    @Option(help: told("table (een pagina tekst), json of csv.", "table (a page of text), json or csv."))
    var format: ListCommand.Format = .table

    func run() throws {
      try common.reporting { place in
        let (casebook, area, rules) = (try place.casebook(), try looking.area, try place.rules())
        let day = on ?? place.today
        let dossiers = try decided(on: day, casebook, area, rules, place)
        guard !dossiers.isEmpty else {
          throw CommandFailure(
            Phrase(
              "Op \(day) is hier in geen overleg iets besloten.", "No review decided anything here on \(day)."),
            .notFound)
        }
        let absent = try casebook.absent(on: day, limit: 2_000)
        let minutes = Minutes(on: day, area, dossiers, rules: rules, absent: absent)
        if format == .table {
          for line in minutes.text(place.language) { Output.line(Plain.clean(line)) }
        } else {
          try TableText(format: format).print(
            MinutesTable(decisions: minutes.all, rules: rules, language: place.language))
        }
        return .done
      }
    }

    /// Households with a decision of that day, in the order of deciding. What was recorded later than that day is looked
    /// through, no further back.
    private func decided(
      on day: Day, _ casebook: Casebook, _ area: Area, _ rules: Rulebook, _ place: Surroundings
    ) throws -> [Dossier] {
      let changed = Query.parse("alle gewijzigd:>=\(day)", today: place.today, rules: rules, user: place.user)
      let query = try changed.get().narrowed(by: area.filter)
      var (found, anchor): ([(at: Int64, dossier: Dossier)], Anchor?) = ([], nil)
      while true {
        let page = try casebook.rows(query, from: anchor, limit: 500)
        for row in page {
          guard let dossier = try casebook.dossier(row.id), let at = Minutes.decided(dossier, on: day) else { continue }
          found.append((at, dossier))
        }
        guard page.count == 500, let last = page.last else { break }
        anchor = last.anchor
      }
      return found.sorted { $0.at < $1.at }.map(\.dossier)
    }
  }
}
