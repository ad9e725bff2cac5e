import Journey

/// A form: what it is for, what was typed, where one is, what is wrong.
struct FormState: Sendable {
  enum Purpose: Hashable, Sendable {
    case act(Act)
    /// What an earlier event should have said.
    case correct(EventID, Act)
    /// A household that is not in the casebook yet.
    case register
  }

  let purpose: Purpose
  /// The household as one looked at it when filling the form in; nil for a new one.
  var dossier: Dossier?
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
    let whose = dossier.map(\.id.description) ?? "new"
    switch purpose {
    case .act(let act): return "\(whose).\(act.rawValue)"
    case .correct(let event, _): return "\(whose).correct.\(event)"
    case .register: return whose
    }
  }

  var name: Phrase {
    switch purpose {
    case .act(let act): act.name
    case .correct(_, let act): Phrase("correctie", "correction") + Phrase(same: ": ") + act.name
    case .register: Words.newHousehold
    }
  }

  var help: Phrase {
    switch purpose {
    case .act(let act): act.help
    case .correct: Words.correctHelp
    case .register: Words.newHouseholdHelp
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
