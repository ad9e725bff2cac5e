import ArgumentParser
import Screens

/// What `make docs` makes the documentation of, so that it says what the program does.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: told("Waar de documentatie van gemaakt wordt.", "What the documentation is made of."),
    shouldDisplay: false,
    subcommands: [Page.self, Keys.self, Picture.self])

  struct Page: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "page", abstract: told("De manpagina, in mdoc.", "The manual page, in mdoc."))

    func run() throws {
      Output.write(try ManualPage.text())
      _ = Output.flush()
    }
  }

  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keys", abstract: told("De toetsen op één kaart, in Markdown.", "The keys on one card, in Markdown.")
    )

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.reporting { place in
        Output.write(KeyTable.text(place.preferences))
        return .done
      }
    }
  }

  struct Picture: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "picture",
      abstract: told(
        "Een scherm als plaatje (SVG), zonder terminal.", "A screen as a picture (SVG), without a terminal."))

    @OptionGroup var common: CommonOptions

    @Option(
      help: told(
        "Wat eerst wordt getypt; ⏎, ⇥, ↓ en ↑ staan voor die toetsen.",
        "What is typed first; ⏎, ⇥, ↓ and ↑ stand for those keys."))
    var keys = ""

    @Option(help: told("Kolommen van het scherm.", "Columns of the screen."))
    var columns = 100

    @Option(help: told("Regels van het scherm.", "Rows of the screen."))
    var rows = 30

    func run() throws {
      try common.reporting { place in
        let setting = Setting(
          casebook: try place.casebook(), rules: try place.rulesInForce(), language: place.language, user: place.user,
          today: { place.today }, preferences: place.preferences)
        Output.write(TerminalProgram.picture(setting, keys: keys, columns: columns, rows: rows))
        return .done
      }
    }
  }
}
