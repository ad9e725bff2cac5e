import ArgumentParser
import Dispatch
import Glibc
import Journey
import Preferences
import Screens

/// Where the process begins.
@main
enum Start {
  static func main() {
    // A reader that had enough (| head) is seen as a failed write, not as the end of the process.
    signal(SIGPIPE, SIG_IGN)
    // Nearly every run needs the rules: they are read on another core while this one reads the command line.
    DispatchQueue.global(qos: .userInitiated).async { _ = Rulebook.builtIn }
    guard CommandLine.argc == 1 else {
      do {
        var command = try Thuis.parseAsRoot()
        try command.run()
      } catch { ParserWords.exit(error) }
      return
    }
    // To find that there is nothing to read takes the reader of command lines longer than it takes to open a casebook.
    do { try Thuis.open(Surroundings(nil), view: nil) } catch { Thuis.exit(withError: error) }
  }
}

/// `thuis`: without a subcommand the terminal program; with one, the same actions and questions for scripts.
struct Thuis: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thuis",
    abstract: told(
      "Van opvang naar een thuis: één huishouden, één dossier, één verhaal.",
      "From reception to a home: one household, one dossier, one story."),
    discussion: told(
      """
      Zonder opdracht opent Thuis het volle scherm. Uitkomsten gaan naar standaarduitvoer, meldingen naar \
      standaardfout. Eindcodes: 0 gedaan, 1 geweigerd, 64 verkeerd gebruik; thuis(1) heeft ze alle.
      """,
      """
      Without a subcommand Thuis opens the full-screen program. Results go to standard output, messages to standard \
      error. Exit codes: 0 done, 1 refused, 64 wrong use; thuis(1) has them all.
      """),
    version: Version.text,
    subcommands: [
      ListCommand.self, ShowCommand.self, DoCommand.self, ShareCommand.self, ActionsCommand.self, NewCommand.self,
      ImportCommand.self, QuotaCommand.self, PlanCommand.self, ForecastCommand.self, PipelineCommand.self,
      LessonsCommand.self, NetworkCommand.self, ReviewCommand.self,
      ReportCommand.self, DemoCommand.self, TourCommand.self, CheckCommand.self, BackupCommand.self,
      RestoreCommand.self, RulesCommand.self,
      ConfigCommand.self, CompletionsCommand.self, ManualCommand.self,
    ])

  @OptionGroup var saying: PlainOption

  @OptionGroup var looking: ViewOption

  @OptionGroup var common: CommonOptions

  // Here and not with what every subcommand takes: only the full-screen program has a look.
  @Option(
    help: told(
      "Kleuren van het volle scherm: dark, light, 16 (die van de terminal zelf) of none.",
      "Colours of the full-screen program: dark, light, 16 (the terminal's own) or none."))
  var theme: Preferences.Theme?

  func run() throws {
    var place = Surroundings(common).looking(theme)
    place.isPlain = place.isPlain || saying.plain
    try Thuis.open(place, view: looking.view)
  }

  static func open(_ place: Surroundings, view: String?) throws {
    try place.reporting { place in
      // Who only looks makes no casebook, and no lists anew.
      let casebook = place.isReadOnly ? try place.unsettled() : try place.settled(.create)
      return try Opening(place: place, view: view).run(casebook)
    }
  }
}

extension Preferences.Theme: ExpressibleByArgument {}

enum Version {
  static let text = "0.1.0"
  /// As manual pages write it.
  static let day = "November 25, 2026"
}
