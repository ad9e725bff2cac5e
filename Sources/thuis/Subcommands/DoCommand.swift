import ArgumentParser
import Casebook
import Journey

struct DoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do", abstract: "Do something to a dossier; ends with 0 only when it is durable.",
    usage: "thuis do <ref> <action> [--field value ...] [options]",
    discussion: """
      'thuis actions REF' lists the actions and their fields. Dates accept 23-11, 23 nov, 2026-11-23, tomorrow, fri and \
      +10w. 'undo' takes back the last action, 'redo' brings it back.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Case number, V-number, BSN, or words that fit one dossier only.")
  var ref: String

  @Argument(help: "The action, for example note or contact.")
  var action: String

  @Argument(parsing: .allUnrecognized, help: "The action's fields: --text \"Keys on Friday\".")
  var fields: [String] = []

  @Option(help: ArgumentHelp("What to print: text or json."))
  var format: TextFormat = .text

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebook(), try place.rules())
      let dossier = try DossierReference(text: ref).resolve(in: casebook)
      let asked = try Asked(action, fields, dossier: dossier, rules: rules, place: place)
      let after = try casebook.perform(
        try asked.action(in: casebook), on: dossier.id, seen: dossier.sequence, by: place.actor, source: .command,
        rules: rules, today: place.today)
      switch format {
      case .text:
        Output.line("\(after.id)  \(asked.name[place.language])  \(Plain.clean(after.name))  v\(after.sequence)")
      case .json:
        Output.line(
          try JSON.object([
            "dossier": .text(after.id.description), "action": .text(action), "version": .number(after.sequence),
            "stage": .text(after.stage.code),
          ]).rendered())
      }
      return .done
    }
  }
}

enum TextFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// An action asked for on the command line, with its fields read.
struct Asked {
  private enum What {
    case act(Act)
    case undo, redo
  }
  private let what: What
  private let values: [String: String]
  private let dossier: Dossier
  private let rules: Rulebook
  private let today: Day
  private let language: Language

  init(_ name: String, _ words: [String], dossier: Dossier, rules: Rulebook, place: Surroundings) throws {
    (self.dossier, self.rules, today, language) = (dossier, rules, place.today, place.language)
    switch name {
    case "undo": what = .undo
    case "redo": what = .redo
    default:
      guard let act = Act(rawValue: name) else {
        let known = (Act.allCases.map(\.rawValue) + ["undo", "redo"]).joined(separator: ", ")
        throw CommandFailure.usage(
          "Onbekende actie \"\(name)\". Kies uit: \(known).", "Unknown action \"\(name)\". Choose from: \(known).")
      }
      what = .act(act)
    }
    guard case .act(let act) = what else {
      guard words.isEmpty else { throw CommandFailure.usage("\(name) heeft geen velden.", "\(name) has no fields.") }
      values = [:]
      return
    }
    if let refusal = act.refusal(dossier, rules, today: today) { throw refusal }
    let known = act.fields(dossier, rules, today: today).map(\.name)
    let given = try FieldWords.read(words, known: known)
    values = act.defaults(dossier, rules, today: today).merging(given) { $1 }
  }

  var name: Phrase {
    switch what {
    case .act(let act): act.name
    case .undo: Phrase("teruggenomen", "taken back")
    case .redo: Phrase("hersteld", "brought back")
    }
  }

  func action(in casebook: Casebook) throws -> Action {
    switch what {
    case .undo:
      guard let act = dossier.undoableAct else {
        throw Refusal(Phrase("Er is niets om terug te nemen.", "There is nothing to take back."))
      }
      return .undo(act: act)
    case .redo:
      guard let act = dossier.redoableAct else {
        throw Refusal(Phrase("Er is niets om te herstellen.", "There is nothing to bring back."))
      }
      return .undo(act: act)
    case .act(let act):
      let other = try act.otherDossier(values).flatMap { try casebook.dossier($0) }
      let fresh = act == .split ? try casebook.newID(year: today.year) : nil
      return try act.action(values, dossier, rules, today: today, other: other, newID: fresh)
    }
  }
}

/// `--name value` and `--name=value`.
enum FieldWords {
  static func read(_ words: [String], known: [String]) throws -> [String: String] {
    let list = known.map { "--\($0)" }.joined(separator: " ")
    var values: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        throw CommandFailure.usage(
          "Onverwacht: \"\(word)\". Velden: \(list)", "Unexpected: \"\(word)\". Fields: \(list)")
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      guard known.contains(name) else {
        throw CommandFailure.usage(
          "Onbekend veld --\(name). Velden: \(list)", "Unknown field --\(name). Fields: \(list)")
      }
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
        throw CommandFailure.usage("Na --\(name) ontbreekt de waarde.", "--\(name) lacks its value.")
      }
      values[name] = value
    }
    return values
  }
}
