import Journey
import Screens

/// thuis(1) in mdoc(7): commands and options from their declarations, actions and keys from their tables.
struct ManualPage {
  private let program: HelpTree.Command
  var page = Mdoc()

  /// Every subcommand takes these; they are told once.
  private static let common: Set<String> = ["casebook", "lang", "today", "user", "help", "version"]

  static func text() throws -> String {
    var manual = ManualPage(program: try HelpTree.read())
    manual.write()
    return manual.page.text
  }

  private init(program: HelpTree.Command) { self.program = program }

  private mutating func write() {
    page.macro("Dd", Version.day)
    page.macro("Dt", "THUIS 1")
    page.macro("Os")
    page.section("NAME")
    page.macro("Nm", "thuis")
    page.macro("Nd", "a case manager for households on their way from reception to a home")
    synopsis()
    description()
    commands()
    options()
    actions()
    keys()
    page.section("ENVIRONMENT")
    page.list(ManualPage.environment) { "Ev \($0)" }
    page.section("FILES")
    page.list(ManualPage.files) { "Pa \($0)" }
    page.section("EXIT STATUS")
    page.list(ManualPage.statuses) { "\($0)" }
    examples()
  }

  // MARK: - Commands

  private mutating func synopsis() {
    page.section("SYNOPSIS")
    page.macro("Nm")
    arguments((program.arguments ?? []).filter { $0.longName != "help" && $0.longName != "version" })
    page.macro("Nm")
    page.macro("Ar", "command")
    page.macro("Op Ar argument ...")
    page.macro("Op Ar option ...")
  }

  private mutating func description() {
    page.section("DESCRIPTION")
    page.say("Thuis follows households of refugees with a permit from a reception centre to a home.")
    page.say("One household is one dossier, and a dossier is one story: whatever any party does is an event in it.")
    page.say(program.discussion ?? "")
  }

  private mutating func commands() {
    page.section("COMMANDS")
    for command in shown(program) {
      if let parts = command.subcommands, !parts.isEmpty {
        for part in parts where part.shouldDisplay { subcommand(part, "\(command.commandName) \(part.commandName)") }
      } else {
        subcommand(command, command.commandName)
      }
    }
  }

  private func shown(_ command: HelpTree.Command) -> [HelpTree.Command] {
    (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  private mutating func subcommand(_ command: HelpTree.Command, _ name: String) {
    let own = command.shownArguments.filter { !ManualPage.common.contains($0.longName ?? "") }
    page.macro("Ss", name)
    page.macro("Nm")
    page.macro("Cm", name)
    arguments(own.filter(\.isPositional) + own.filter { !$0.isPositional })
    page.macro("Pp")
    page.say(command.abstract ?? "")
    page.say(command.discussion ?? "")
    explain(own)
  }

  private mutating func arguments(_ list: [HelpTree.Argument]) {
    for argument in list {
      let words = form(argument) + (argument.isRepeating ? " ..." : "")
      page.macro(argument.isOptional ? "Op " + words : words)
    }
  }

  private func form(_ argument: HelpTree.Argument) -> String {
    if argument.isPositional { return "Ar \(argument.valueName ?? "argument")" }
    let names = (argument.names ?? []).map { ($0.kind == "long" ? "Fl -" : "Fl ") + $0.name }
    return names.joined(separator: " | ") + (argument.takesValue ? " Ar \(argument.valueName ?? "value")" : "")
  }

  private mutating func explain(_ list: [HelpTree.Argument]) {
    guard !list.isEmpty else { return }
    page.macro("Bl", "-tag -width Ds")
    for argument in list {
      page.macro("It", form(argument))
      page.say(argument.abstract ?? "")
      if let value = argument.defaultValue, argument.takesValue { page.say("Without it: \(value).") }
    }
    page.macro("El")
  }

  private mutating func options() {
    page.section("OPTIONS")
    page.say("Every command takes these.")
    explain((program.arguments ?? []).filter { ManualPage.common.contains($0.longName ?? "") })
    page.macro("Pp")
    page.say("The full-screen program takes these too.")
    explain((program.arguments ?? []).filter { !ManualPage.common.contains($0.longName ?? "") })
  }

  // MARK: - Actions and keys

  private mutating func actions() {
    let (nobody, rules) = (Dossier(id: DossierID("2026-000001")!), Rulebook.builtIn)
    page.section("ACTIONS ON A DOSSIER")
    page.say("What thuis do can do to a dossier, and the forms of the full-screen program.")
    page.say("The key is the one on an open dossier; the others go by name.")
    page.say("Fields without brackets must be given; day is today unless said otherwise.")
    page.say("Actions and fields go by their Dutch names as well, which thuis actions has when the language is Dutch.")
    page.say("The codes that a field takes, and why an action is refused, are in thuis actions ref --format json.")
    for group in Act.Group.allCases {
      page.macro("Ss", group.name.en)
      page.macro("Bl", "-tag -width Ds")
      for act in Act.allCases where act.grouping == group {
        page.macro("It", "Cm \(act.rawValue)" + (KeyCard.key(of: act).map { " Pq key Ic \($0)" } ?? ""))
        page.say(act.help.en)
        page.macro("br")
        for field in act.fields(nobody, rules, today: Day(number: 0)) {
          let words = "Fl -\(field.name) Ar \(Mdoc.value(of: field.kind))"
          page.macro(field.required ? words : "Op " + words)
        }
      }
      page.macro("El")
    }
    page.macro("Pp")
    page.macro("Cm", "undo")
    page.say("takes back your latest action on the dossier, or with")
    page.macro("Fl", "-event Ar n")
    page.say("that of one event, whoever recorded it;")
    page.macro("Cm", "redo")
    page.say("brings it back.")
    page.macro("Cm", "correct")
    page.say("says what an event should have been: with the event's number, the fields of its own action, and why.")
    page.say("Dates accept 23-11, 23 nov, 2026-11-23, tomorrow, fri, +10w and -2d.")
  }

  private mutating func keys() {
    page.section("KEYS")
    page.say("Arrows or h, j, k and l move; Page Up, Page Down, Home and End (g and G) go further.")
    page.say("In a form Tab goes to the next field, Ctrl-S saves and Esc leaves; a draft is kept.")
    page.say("Ctrl-L draws the screen anew, Ctrl-Z suspends.")
    for part in KeyCard.parts() {
      page.macro("Ss", part.place.prefix(1).uppercased() + part.place.dropFirst())
      page.macro("Bl", "-tag -width 8n -compact")
      for line in part.lines {
        page.macro("It", line.keys.map { "Ic " + Mdoc.word(Mdoc.plain(key: $0)) }.joined(separator: " , "))
        page.say(line.name.en + (line.name.nl == line.name.en ? "" : " (\(line.name.nl))") + ": " + line.help.en)
      }
      page.macro("El")
    }
  }
}
