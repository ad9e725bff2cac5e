import ArgumentParser
import Foundation
import Journey

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(told("Het werkboek om in te werken.", "The casebook to work in."), valueName: "path"),
    completion: .file())
  var casebook: String?

  @Option(
    help: told(
      "Taal van namen en meldingen: nl of en. Anders die van config.yaml of de locale; Nederlands als die geen van beide zijn.",
      "Language of names and messages: nl or en. Else that of config.yaml or the locale; Dutch when it is neither."))
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      told(
        "De dag om op te werken, 2026-11-23. Anders THUIS_TODAY, anders vandaag.",
        "The day to work on, 2026-11-23. Else THUIS_TODAY, else today."), valueName: "date"))
  var today: Day?

  @Option(
    help: ArgumentHelp(
      told("Wiens account handelt. Anders THUIS_USER, anders USER.", "Whose account acts. Else THUIS_USER, else USER."),
      valueName: "name"))
  var user: String?

  @Flag(help: told("Alleen kijken: er kan niets worden vastgelegd.", "Look only: nothing can be recorded."))
  var readOnly = false
}

/// Which saved view. A group, because an option that a command and its subcommand both have is else read by the first only.
struct ViewOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      told(
        "Een weergave: overdue, blocked, longest-waiting, closed-too, of een die u of anderen bewaarden; voor list ook today, all; van mensen silent-too-long, nobody-by-name, left-with-turns.",
        "A view: overdue, blocked, longest-waiting, closed-too, or one that you or others saved; for list also today, all; of people silent-too-long, nobody-by-name, left-with-turns."
      ),
      valueName: "name"))
  var view: String?
}

extension Language: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// A day to work on or look at. Half-years and terms count from it, so it is not at the edge of the calendar.
  public init?(argument: String) {
    guard let day = Day(argument), (1900...2999).contains(day.year) else { return nil }
    self = day
  }
}

extension CommonOptions {
  func reporting(inFields: Bool = false, _ body: (Surroundings) throws -> ExitStatus) throws {
    try Surroundings(self).reporting(inFields: inFields, body)
  }
}

extension Surroundings {
  /// Runs a subcommand and turns what it throws into a sentence on standard error and an exit code.
  ///
  /// - Parameter inFields: it takes the fields of an action, by their names in either language.
  func reporting(inFields: Bool = false, _ body: (Surroundings) throws -> ExitStatus) throws {
    var status: ExitStatus
    do {
      if let wrongDay {
        throw CommandFailure.usage(
          "THUIS_TODAY \"\(wrongDay)\" is geen datum; verwacht 2026-11-23.",
          "THUIS_TODAY \"\(wrongDay)\" is no date; expected 2026-11-23.")
      }
      status = try body(self)
    } catch let error as ExitCode { throw error } catch {
      let failure = CommandFailure(error, inFields: inFields)
      Output.complain(failure.phrase[language])
      status = failure.status
    }
    if !Output.flush() {
      Output.complain(Phrase("De uitkomst kan niet worden geschreven.", "The result cannot be written.")[language])
      if status == .done { status = .io }
    }
    guard status == .done else { throw ExitCode(status.rawValue) }
  }
}
