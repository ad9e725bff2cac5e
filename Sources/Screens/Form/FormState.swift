import Journey

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
  }

  let purpose: Purpose
  /// The household as one looked at it when filling the form in; nil for a new one.
  var dossier: Dossier?
  /// All households it goes for, where there are several.
  var many: [DossierID] = []
  let fields: [Field]
  var lines: [String: TextLine]
  let defaults: [String: String]
  var focus = 0
  var errors: [String: String] = [:]
  /// What is wrong with no field in particular.
  var error: String?
  /// The choice the arrows point at, in the list below the field.
  var choice = 0
  var isSaving = false

  init(_ act: Act, _ dossier: Dossier, _ rules: Rulebook, today: Day, _ language: Language) {
    self.init(
      .act(act), dossier, act.fields(dossier, rules, today: today), act.defaults(dossier, rules, today: today), language
    )
  }

  init(correcting event: Event, _ act: Act, _ dossier: Dossier, _ rules: Rulebook, today: Day, _ language: Language) {
    self.init(
      .correct(event.id, act), dossier, act.correctionFields(of: event, in: dossier, rules, today: today),
      Act.correctionDefaults(of: event, in: dossier), language)
  }

  /// One act on many: with the choices of all, and what the first would say where nothing was filled in.
  init(
    _ act: Act, ofMany ids: [DossierID], _ willing: [Dossier], _ first: Dossier, _ rules: Rulebook, today: Day,
    _ language: Language
  ) {
    self.init(
      .act(act), nil, act.fields(ofMany: willing, rules, today: today), act.defaults(first, rules, today: today),
      language)
    many = ids
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

  init(registering language: Language) { self.init(.register, nil, NewHousehold.fields(), [:], language) }

  private init(
    _ purpose: Purpose, _ dossier: Dossier?, _ fields: [Field], _ defaults: [String: String], _ language: Language
  ) {
    (self.purpose, self.dossier, self.fields, self.defaults) = (purpose, dossier, fields, defaults)
    lines = [:]
    for field in fields { lines[field.name] = TextLine(FormState.shown(defaults[field.name] ?? "", field, language)) }
    // What is known already needs no typing: begin at the first field that is still empty.
    func isEmpty(_ field: Field) -> Bool { (defaults[field.name] ?? "").isEmpty }
    if case .act = purpose {} else { return }
    focus = fields.firstIndex { isEmpty($0) && $0.required } ?? fields.firstIndex(where: isEmpty) ?? 0
  }

  var field: Field? { fields.indices.contains(focus) ? fields[focus] : nil }

  var draftKey: String {
    let whose = dossier.map(\.id.description) ?? (many.isEmpty ? "new" : "many")
    switch purpose {
    case .act(let act): return "\(whose).\(act.rawValue)"
    case .correct(let event, _): return "\(whose).correct.\(event)"
    case .register: return whose
    case .keepView: return "view"
    }
  }

  var name: Phrase {
    switch purpose {
    case .act(let act): act.name
    case .correct(_, let act): Phrase("correctie", "correction") + Phrase(same: ": ") + act.name
    case .register: Words.newHousehold
    case .keepView: Phrase("bewaar weergave", "save view")
    }
  }

  var help: Phrase {
    switch purpose {
    case .act(let act): act.help
    case .correct: Words.correctHelp
    case .register: Words.newHouseholdHelp
    case .keepView:
      Phrase(
        "Filter, volgorde en kolommen van deze lijst. Een weergave met deze naam wordt vervangen.",
        "Filter, order and columns of this list. A view of this name is replaced.")
    }
  }

  /// As they stand in the fields.
  var texts: [String: String] { lines.mapValues(\.text) }

  func isTouched(_ language: Language) -> Bool {
    fields.contains { (lines[$0.name]?.text ?? "") != FormState.shown(defaults[$0.name] ?? "", $0, language) }
  }

  mutating func restore(_ draft: [String: String]) {
    for (name, text) in draft where lines[name] != nil { lines[name] = TextLine(text) }
  }

  /// What somebody filled in or cleared, and nothing else.
  func filledIn(_ language: Language) -> [String: String] {
    var values: [String: String] = [:]
    for field in fields {
      let text = (lines[field.name]?.text ?? "").trimmed
      guard text != FormState.shown(defaults[field.name] ?? "", field, language) else { continue }
      values[field.name] = text.isEmpty ? "" : FormState.code(text, field, language)
    }
    return values
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
      values[field.name] = FormState.code(text, field, language)
    }
    return values
  }
}
