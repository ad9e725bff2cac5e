import Casebook
import Journey
import Quota

/// A form: what it is for, what was typed, where one is, what is wrong.
struct FormState: Sendable {
  enum Purpose: Hashable, Sendable {
    case act(Act)
    /// What an earlier event should have said.
    case correct(EventID, Act)
    /// A household that is not in the casebook yet.
    case register
    /// What a list shows, under a name.
    case keepView
    /// Posts to the account of the task.
    case taskAct(TaskAct)
    case whatIf
    case saveScenario
    /// The day whose board is shown; who is at a review; where its minutes go.
    case asOf, review, minutes
    /// Where a share sheet goes.
    case sheet
    /// Of somebody in the network.
    case partner(PartnerAct)
  }

  let purpose: Purpose
  /// The household as one looked at it when filling the form in; nil for a new one.
  var dossier: Dossier?
  /// All households it goes for, where there are several.
  var many: [DossierID] = []
  /// Where they all are, when that is one municipality.
  private(set) var townOfMany: String?
  /// Of many: fields that each household has its own answer to, as long as they are empty.
  var ownFields: Set<String> = []
  /// Where one stood in the account, of an act on the task.
  var scene: TaskScene?
  /// Of a step of the province: nobody knows what the balance was on its day.
  var isBalanceUnknown = false
  /// Of what the balance was asked last, and of what it stands in the form.
  var balanceAskedOf: [String: String]?
  var balanceToldOf: [String: String]?
  /// What it began with, of what-if.
  private(set) var scenario: Scenario?
  /// Where one stood in the network.
  var personScene: PartnerScene?
  /// People of the network to choose from, and how days are said of them.
  var colleagues: [PartnerRow] = []
  var days: DayWords?
  let language: Language
  /// What a form about a household goes by; nil for any other.
  private(set) var rules: Rulebook?
  var fields: [Field]
  var lines: [String: TextLine]
  let defaults: [String: String]
  /// The fields the cursor of the dossier filled in.
  var atHand: Set<String> = []
  /// What stood in the fields of a draft that is gone on with before anybody typed.
  var begun: [String: String] = [:]
  /// The party whose name and organisation were filled in, and how those stand in their fields.
  var filledFor: (party: String, texts: [String: String])?
  /// Who was filled in for the organisation that is typed.
  var filledName: String?
  /// Who hands over at each change of hands, of a handover.
  private(set) var givers: [String: Contact] = [:]
  /// To whom each purpose may go, of a share sheet.
  private(set) var receivers: [String: [PartyID]] = [:]
  /// All in the network of the name that was looked up last, wherever they work.
  var namesakes: Namesaked?
  /// The organisation that came with the name, and what stood there before it.
  var brought: (name: String, organisation: String, before: String)?
  /// The account that was looked up last.
  var account: (name: String, unknown: UnknownAccount?)?
  /// Said twice, and so meant: an account, somebody who has a dossier already.
  var sure: Set<String> = []
  /// Beyond the last field: the line that saves.
  var focus = 0
  /// Fields whose text was filled in beforehand and not touched since: typing takes its place.
  var suggested: Set<String> = []
  /// What others recorded on this household since the form was opened.
  var news: [String] = []
  var errors: [String: String] = [:]
  /// What is wrong with no field in particular.
  var error: String?
  /// The choice the arrows point at, in the list below the field.
  var choice = 0
  /// Somebody pointed: Enter takes that one.
  var isPointing = false
  /// What stands at the end of the field was typed, not ticked.
  var isTyped = false
  var isSaving = false

  /// - Parameter known: what is known already beside what the act itself knows.
  init(
    _ act: Act, _ dossier: Dossier, _ rules: Rulebook, today: Day, _ language: Language, known: [String: String] = [:]
  ) {
    self.init(
      .act(act), dossier, act.fields(dossier, rules, today: today),
      act.defaults(dossier, rules, today: today).merging(known) { $1 }, language)
    self.rules = rules
    if act == .handOver {
      for change in Handover.Change.allCases { givers[change.rawValue] = dossier.giver(change, rules) }
    }
    if act == .share { for sheet in dossier.sheets(rules, today: today) { receivers[sheet.id] = sheet.to } }
  }

  init(correcting event: Event, _ act: Act, _ dossier: Dossier, _ rules: Rulebook, today: Day, _ language: Language) {
    self.init(
      .correct(event.id, act), dossier, act.correctionFields(of: event, in: dossier, rules, today: today),
      Act.correctionDefaults(of: event, in: dossier), language)
    self.rules = rules
  }

  /// One act on many: with the choices of all. Where their own forms would say different things the field is empty, and
  /// left so each keeps its own.
  init(
    _ act: Act, ofMany ids: [DossierID], _ willing: [Dossier], _ rules: Rulebook, today: Day, _ language: Language
  ) {
    let all = willing.map { act.defaults($0, rules, today: today) }
    var fields = act.fields(ofMany: willing, rules, today: today)
    var own: Set<String> = []
    let first = Self.firstFocus(.act(act), fields, all.first ?? [:])
    for index in fields.indices where Set(all.map { $0[fields[index].name] ?? "" }).count > 1 {
      own.insert(fields[index].name)
      fields[index].required = false
      fields[index].hint = Self.leftToEach
    }
    self.init(.act(act), nil, fields, (all.first ?? [:]).filter { !own.contains($0.key) }, language)
    // Where the form of one begins.
    (many, ownFields, focus) = (ids, own, first)
    let towns = Set(willing.map(\.municipality))
    townOfMany = towns.count == 1 ? towns.first ?? nil : nil
  }

  init(keepingView name: String, _ language: Language) {
    let whose = [
      Field.Choice("own", Phrase("voor mij", "for me")),
      Field.Choice("shared", Phrase("voor iedereen", "for everybody")),
    ]
    let fields = [
      Field("name", Phrase("Naam", "Name"), required: true),
      Field("whose", Phrase("Voor wie", "For whom"), .choice(whose), required: true),
    ]
    self.init(.keepView, nil, fields, ["name": name, "whose": "own"], language)
  }

  init(_ act: TaskAct, _ scene: TaskScene, _ language: Language) {
    let fields = act.fields(scene)
    self.init(.taskAct(act), nil, fields, act.defaults(scene), language)
    self.scene = scene
    // What it begins with is of what it begins with.
    if let asked = askOfBalance {
      take(ToldBalance(asked: asked, then: defaults.filter { TaskScene.thenFields.contains($0.key) }))
      balanceAskedOf = asked
    }
  }

  init(_ act: PartnerAct, _ scene: PartnerScene, _ language: Language) {
    self.init(.partner(act), nil, act.fields(scene), act.defaults(scene), language)
    personScene = scene
  }

  init(whatIf scenario: Scenario, _ rules: Rulebook, today: Day, _ language: Language) {
    self.init(
      .whatIf, nil, WhatIfFields.fields(rules), WhatIfFields.answers(scenario, today: today, language), language)
    self.scenario = scenario
  }

  init(savingScenario name: String, _ language: Language) {
    self.init(
      .saveScenario, nil, [Field("name", Phrase("Naam", "Name"), required: true)], ["name": name], language)
  }

  /// - Parameter owner: who leads the dossier unless they say otherwise.
  init(registering language: Language, owner: String) {
    self.init(.register, nil, NewHousehold.fields(), ["owner": owner], language)
  }

  init(
    _ purpose: Purpose, _ dossier: Dossier?, _ fields: [Field], _ defaults: [String: String], _ language: Language
  ) {
    (self.purpose, self.dossier, self.fields, self.defaults) = (purpose, dossier, fields, defaults)
    self.language = language
    lines = [:]
    for field in fields { lines[field.name] = TextLine(FormState.shown(defaults[field.name] ?? "", field, language)) }
    suggested = Set(fields.lazy.filter { Self.canSuggest($0, purpose) }.map(\.name))
    focus = Self.firstFocus(purpose, fields, defaults)
  }

  var field: Field? { fields.indices.contains(focus) ? narrowed(fields[focus]) : nil }

  var draftKey: String {
    let whose = dossier.map(\.id.description) ?? (many.isEmpty ? "new" : "many")
    switch purpose {
    case .act(let act): return "\(whose).\(act.rawValue)"
    case .correct(let event, _): return "\(whose).correct.\(event)"
    case .register: return whose
    case .keepView: return "view"
    case .taskAct(let act): return "task.\(act.rawValue)"
    case .whatIf: return "what-if"
    case .saveScenario: return "scenario"
    case .asOf: return "view.day"
    case .review: return "view.review"
    case .minutes: return "view.minutes"
    case .sheet: return "view.sheet"
    case .partner(let act): return "view.network.\(act.rawValue).\(personScene?.draftKey ?? "")"
    }
  }

  var name: Phrase {
    switch purpose {
    case .act(let act): act.name
    case .correct(_, let act): Phrase("correctie", "correction") + Phrase(same: ": ") + act.name
    case .register: Words.newHousehold
    case .keepView: Phrase("bewaar weergave", "save view")
    case .taskAct(let act): act.name
    case .whatIf: Phrase("wat als", "what if")
    case .saveScenario: Phrase("bewaar scenario", "save scenario")
    case .asOf: Phrase("bord op datum", "board as of")
    case .review: Phrase("overleg", "review")
    case .minutes: Phrase("bewaar verslag", "save minutes")
    case .sheet: Phrase("bewaar deelblad", "save share sheet")
    case .partner(let act): act.name
    }
  }

  var help: Phrase {
    switch purpose {
    case .act(let act): act.help
    case .correct: Words.correctHelp
    case .register: Words.newHouseholdHelp
    case .asOf:
      Phrase(
        "Een dag die voorbij is; het bord met de regels van toen.", "A day that is past; the board with its rules.")
    case .review:
      Phrase(
        "De ergste eerst; wat u afspreekt komt in ieders verhaal.",
        "The worst first; what you agree goes in each story.")
    case .minutes, .sheet:
      Phrase("Een nieuw bestand, alleen voor u te lezen.", "A new file that only you can read.")
    case .keepView:
      Phrase(
        "Filter, volgorde en kolommen; niet mijn/alle en gebied. Vervangt een weergave met deze naam.",
        "Filter, order and columns; not mine/all and area. Replaces a view of this name.")
    case .taskAct(let act): act.help
    case .partner(.succeed) where personScene?.isGap == true:
      Phrase(
        "Wie hier nog niemand bij naam heeft, krijgt deze mens",
        "Those who have nobody by name here get this person") + Words.inTowns(personScene?.towns ?? 0)
        + Phrase(same: ".")
    case .partner(let act): act.help
    case .whatIf:
      Phrase(
        "Wat er anders zou zijn; leeg is zoals nu.", "What would be otherwise; empty is as it is now.")
    case .saveScenario:
      Phrase("Voor iedereen; vervangt een scenario met deze naam.", "For everybody; replaces a scenario of this name.")
    }
  }

  /// The day that a text says in a field: of what has been the latest it can mean, of the board one before today.
  func day(_ text: String, in field: Field, today: Day) -> Day? {
    DayText.read(text, today: today, upTo: field.past ? (purpose == .asOf ? today - 1 : today) : nil)
  }

  /// A day of what has been that was typed without its year and is so of long ago; nil for any other.
  func longAgo(_ field: Field, _ today: Day) -> (day: Day, ago: Phrase)? {
    guard field.kind == .day, field.past, errors[field.name] == nil else { return nil }
    let last = purpose == .asOf ? today - 1 : today
    return Field.longAgo(lines[field.name]?.text ?? "", today: today, upTo: last)
  }

  /// What the date of birth is read as; nil where there is none, or it is no date.
  func birth(_ today: Day) -> PartialDate? {
    PartialDate(typed: lines["birth"]?.text.trimmed ?? "", today: today)
  }

  /// As they stand in the fields.
  var texts: [String: String] { lines.mapValues(\.text) }

  func isTouched(_ language: Language) -> Bool {
    fields.contains { (lines[$0.name]?.text ?? "") != FormState.shown(defaults[$0.name] ?? "", $0, language) }
  }

  /// What the form says for all of many, as it stands there; what is left to each is not in it.
  func forAll(_ language: Language) -> [String: String] {
    var values: [String: String] = [:]
    for field in fields {
      let text = (lines[field.name]?.text ?? "").trimmed
      if text.isEmpty, ownFields.contains(field.name) { continue }
      values[field.name] = text.isEmpty ? "" : FormState.code(text, field, language)
    }
    return values
  }

  /// The same in words, for a look before it is recorded.
  /// - Parameter done: those for whom it holds.
  func said(_ language: Language, for done: [ManyOutcome.One] = []) -> [(label: String, text: String)] {
    fields.compactMap { field in
      let text = (lines[field.name]?.text ?? "").trimmed
      if text.isEmpty, !ownFields.contains(field.name) { return nil }
      let own = Phrase("voor ieder het eigen", "for each its own") + Self.lacking(field.name, done)
      let said = FormState.taken(text, field, language)
      return (field.label[language], text.isEmpty ? own[language] : said.replacingNewlines)
    }
  }

  /// How many have nobody of their own there; nothing where all have. A household needs no name.
  private static func lacking(_ field: String, _ done: [ManyOutcome.One]) -> Phrase {
    let contacts = done.compactMap(\.contact).filter { $0.party != .household }
    switch field {
    case "name":
      let count = contacts.count { $0.name.isEmpty }
      return count == 0 ? Phrase(same: "") : Phrase("; bij \(count) nog niemand", "; for \(count) nobody yet")
    case "organisation":
      let count = contacts.count { $0.organisation.isEmpty }
      return count == 0 ? Phrase(same: "") : Phrase("; bij \(count) nog geen", "; for \(count) none yet")
    default: return Phrase(same: "")
    }
  }

  /// The first field that must be filled in and is not.
  func missing(_ values: [String: String]) -> Refusal? {
    fields.first { $0.required && (values[$0.name] ?? "").isEmpty }.map {
      Refusal(Phrase("\($0.label.nl) ontbreekt.", "\($0.label.en) is missing."), field: $0.name)
    }
  }

  /// What the act gets: codes for choices, nothing for empty fields.
  func values(_ language: Language) -> [String: String] {
    var values: [String: String] = [:]
    for field in fields {
      let text = (lines[field.name]?.text ?? "").trimmed
      guard !text.isEmpty else { continue }
      values[field.name] =
        newcomer(text, in: field).map(Act.newcomer) ?? FormState.code(text, ofItsDay(field) ?? field, language)
    }
    return values
  }
}
