import Casebook
import Journey
import Screens

/// An action asked for on the command line, with its fields read.
struct Asked {
  private enum What {
    case act(Act)
    /// The act that is meant; nil where there is none.
    case undo(EventID?)
    case redo
    case correct(Event, Act)
  }
  private let what: What
  private let values: [String: String]
  /// The fields that were said; the form fills in others.
  private let typed: Set<String>
  private let dossier: Dossier
  private let rules: Rulebook
  private let today: Day
  private let language: Language
  private let user: String

  init(_ name: String, _ words: [String], dossier: Dossier, rules: Rulebook, place: Surroundings) throws {
    (self.dossier, self.rules, today, language) = (dossier, rules, place.today, place.language)
    user = place.user
    switch name {
    case "undo", "ongedaan":
      (values, typed) = ([:], [])
      _ = try FieldWords.read(words, known: [Asked.event])
      what = .undo(words.isEmpty ? dossier.undoableAct(by: place.user) : try Asked.named(words, dossier).act)
      return
    case "redo", "opnieuw": what = .redo
    case "correct", "corrigeren":
      let event = try Asked.named(words, dossier)
      if let refusal = event.correctionRefusal(in: dossier) { throw refusal }
      typed = []
      // What can be corrected was recorded by a form.
      let act = event.body.kind.flatMap(Act.init(recording:)) ?? .note
      what = .correct(event, act)
      let fields = act.correctionFields(of: event, in: dossier, rules, today: today)
      values = Act.correctionDefaults(of: event, in: dossier).merging(
        try FieldWords.read(words, known: [Asked.event] + fields)
      ) { $1 }
      return
    default:
      guard let act = Act(called: name) else {
        let others = [Phrase("ongedaan", "undo"), Phrase("opnieuw", "redo"), Phrase("corrigeren", "correct")]
        let names = Act.allCases.map(\.slug) + others
        func known(_ l: Language) -> String { names.map { $0[l] }.joined(separator: ", ") }
        throw CommandFailure.usage(
          "Onbekende actie \"\(name)\". Kies uit: \(known(.nl)).",
          "Unknown action \"\(name)\". Choose from: \(known(.en)).")
      }
      what = .act(act)
    }
    guard case .act(let act) = what else {
      guard words.isEmpty else { throw CommandFailure.usage("\(name) heeft geen velden.", "\(name) has no fields.") }
      (values, typed) = ([:], [])
      return
    }
    if let refusal = act.refusal(dossier, rules, today: today) { throw refusal }
    let fields = act.fields(dossier, rules, today: today)
    let given = try FieldWords.read(words, known: fields)
    let values = act.completed(given, dossier, rules, today: today)
    if let field = fields.first(where: { $0.required && values[$0.name, default: ""].isEmpty }) {
      throw Refusal(
        Phrase(
          "\(field.label.nl) ontbreekt: --\(field.option.nl).", "\(field.label.en) is missing: --\(field.option.en)."))
    }
    (self.values, typed) = (values, Set(given.keys))
  }

  var name: Phrase {
    switch what {
    case .act(let act): act.name
    case .correct(_, let act): Phrase("gecorrigeerd: ", "corrected: ") + act.name
    case .undo(let act): said(Phrase("teruggenomen", "taken back"), act)
    case .redo: said(Phrase("hersteld", "brought back"), dossier.redoableAct)
    }
  }

  /// `teruggenomen: notitie op 23 nov van u`.
  private func said(_ deed: Phrase, _ act: EventID?) -> Phrase {
    guard let act else { return deed }
    func what(_ l: Language) -> String { ": " + dossier.told(of: act, user: user, rules, l, today: today) }
    return deed + Phrase(what(.nl), what(.en))
  }

  func action(in casebook: Casebook) throws -> Action {
    switch what {
    case .undo(let act):
      guard let act else {
        if let opening = dossier.openingStays(for: user) { throw Refusal(opening) }
        throw Refusal(
          Phrase("Er is hier niets van u om ongedaan te maken.", "There is nothing of yours to undo here."),
          remedy: Phrase(
            "Met --gebeurtenis N neemt u regel N terug, ook van een ander (zie thuis show).",
            "With --event N you take back line N, somebody else's too (see thuis show)."))
      }
      return .undo(act: act)
    case .redo:
      guard let act = dossier.redoableAct else {
        throw Refusal(Phrase("Er is niets om te herstellen.", "There is nothing to bring back."))
      }
      return .undo(act: act)
    case .correct(let event, let act):
      return try act.correction(of: event, values, in: dossier, rules, today: today)
    case .act(let act):
      let other = try act.otherDossier(values).flatMap { try casebook.dossier($0) }
      let fresh = act == .split ? try casebook.newID(year: today.year) : nil
      return try act.action(
        try sayingPlace(act, sayingTurn(act, in: casebook), in: casebook), dossier, rules, today: today, other: other,
        newID: fresh)
    }
  }

  /// The days of what has been that were said without their year and are so of long ago, each with what was said.
  var daysLongAgo: [Phrase] {
    switch what {
    case .act(let act): FieldWords.daysLongAgo(values, act.fields(dossier, rules, today: today), today: today)
    case .correct(let event, let act):
      FieldWords.daysLongAgo(
        values, act.correctionFields(of: event, in: dossier, rules, today: today), today: today)
    case .undo, .redo: []
    }
  }

  /// Whose turn it is by the whole name of somebody of the network, where the household has nobody called so.
  private func sayingTurn(_ act: Act, in casebook: Casebook) throws -> [String: String] {
    guard act == .contact, let name = values["turn"], !name.isEmpty,
      case .choice(let choices)? = act.fields(dossier, rules, today: today).first(where: { $0.name == "turn" })?.kind,
      !choices.contains(where: { $0.code == name }), choices.called(name).isEmpty
    else { return values }
    let found = try Set(casebook.namesakes(name).filter { !$0.isGone(today) }.map(\.contact))
    guard let one = found.first else { return values }
    guard found.count == 1 else {
      let places = found.map { $0.organisation.isEmpty ? rules.party($0.party)[language] : $0.organisation }.sorted()
      let all = places.joined(separator: ", ")
      throw Refusal(
        Phrase("\"\(name)\" is er meer dan eens: bij \(all).", "There is more than one \"\(name)\": at \(all)."),
        field: "turn")
    }
    return values.merging(["turn": Act.newcomer(one)]) { $1 }
  }

  /// Whoever is named in full brings along where they work, unless that was said.
  private func sayingPlace(
    _ act: Act, _ values: [String: String], in casebook: Casebook
  ) throws -> [String: String] {
    guard typed.contains("name"), !typed.contains("organisation"), let name = values["name"],
      case .choice(let parties)? = act.fields(dossier, rules, today: today).first(where: { $0.name == "party" })?.kind,
      let party = try? Answers(values: values, today: today).choice("party", parties),
      let place = try casebook.workplace(of: name, at: PartyID(party), dossier, today: today)
    else { return values }
    return values.merging(["organisation": place]) { $1 }
  }

  private static let event = Field("event", Phrase("Gebeurtenis", "Event"))

  /// The event that `--event` names: by its place in the story, or its id.
  private static func named(_ words: [String], _ dossier: Dossier) throws -> Event {
    let given = FieldWords.value(of: event.name, in: words, known: [event]) ?? ""
    let found = dossier.story.first { String($0.sequence) == given || $0.id.description == given }
    guard let found else {
      throw CommandFailure.usage(
        "Welke gebeurtenis? Verwacht --\(event.option.nl) met een nummer van 1 tot \(dossier.sequence) (zie thuis show).",
        "Which event? Expected --event with a number from 1 to \(dossier.sequence) (see thuis show).")
    }
    return found
  }
}

/// `--name value` and `--name=value`, by the name of a field in either language.
enum FieldWords {
  /// By the field's own name.
  static func read(_ words: [String], known: [Field]) throws -> [String: String] {
    func list(_ l: Language) -> String { known.map { "--\($0.option[l])" }.joined(separator: " ") }
    var values: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        throw CommandFailure.usage(
          "Onverwacht: \"\(word)\". Velden: \(list(.nl))", "Unexpected: \"\(word)\". Fields: \(list(.en))")
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      guard let field = known.called(name) else {
        throw CommandFailure.usage(
          "Onbekend veld --\(name). Velden: \(list(.nl))", "Unknown field --\(name). Fields: \(list(.en))")
      }
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
        throw CommandFailure.usage("Na --\(name) ontbreekt de waarde.", "--\(name) lacks its value.")
      }
      values[field.name] = value
    }
    return values
  }

  /// `Let op: 30-11 is gelezen als zo 30 nov 2025, bijna een jaar geleden.`
  static func daysLongAgo(_ values: [String: String], _ fields: [Field], today: Day) -> [Phrase] {
    fields.filter { $0.kind == .day && $0.past }.compactMap { field in
      guard let text = values[field.name], let (day, ago) = Field.longAgo(text, today: today, upTo: today) else {
        return nil
      }
      return Phrase(
        "Let op: \(text) is gelezen als \(DayText.long(day, .nl)), \(ago.nl).",
        "Note: \(text) is read as \(DayText.long(day, .en)), \(ago.en).")
    }
  }

  /// What is said of one field, before it is known which others there are; of more the last.
  static func value(of name: String, in words: [String], known: [Field]) -> String? {
    words.enumerated().compactMap { index, word -> String? in
      guard word.hasPrefix("--") else { return nil }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard known.called(String(parts[0]))?.name == name else { return nil }
      if parts.count == 2 { return String(parts[1]) }
      return index + 1 < words.count ? words[index + 1] : nil
    }.last
  }
}
