import ArgumentParser
import Foundation
import Journey

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: told(
      "Het regelboek: controleer een bestand, of toon wat geldt.",
      "The rulebook: check a file, or show the one in force."),
    subcommands: [Check.self, Show.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: told(
        "Controleer een regelboek; fouten komen met hun regel.", "Check a rulebook; mistakes come with their line."))

    @OptionGroup var common: CommonOptions

    @Argument(
      help: told(
        "Een regelboek in YAML. Zonder: dat van uzelf, anders het ingebouwde.",
        "A rulebook in YAML. Without it: your own, else the built-in one."), completion: .file())
    var file: String?

    func run() throws {
      try common.reporting { place in
        let path = file ?? place.ownRulebook
        let text = try path.map(read) ?? Rulebook.builtInText
        switch Rulebook.read(text) {
        case .failure(let mistakes): throw CommandFailure.rulebook(path ?? "rulebook.yaml", mistakes)
        case .success(let book):
          let counts = (book.terms.count, book.steps.count)
          Output.line(
            place.language == .nl
              ? "In orde: editie \(book.edition), \(counts.0) termijnen, \(counts.1) stappen."
              : "In order: edition \(book.edition), \(counts.0) terms, \(counts.1) steps.")
        }
        return .done
      }
    }

    private func read(_ path: String) throws -> String {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw CommandFailure.unreadable(path) }
      return text
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: told(
        "Druk het geldende regelboek af: een begin voor een van uzelf.",
        "Print the rulebook in force: a start for one of your own."))

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.reporting { place in
        _ = try place.rules()
        let own = place.ownRulebook
        Output.write(try own.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? Rulebook.builtInText)
        return .done
      }
    }
  }
}
