import Casebook
import Journey

/// What can be done: of one dossier now, or at all.
struct ActionsPage {
  private let place: Surroundings
  private let format: TextFormat

  init(_ place: Surroundings, _ format: TextFormat) { (self.place, self.format) = (place, format) }

  /// What can be done to a dossier now, and why the rest cannot.
  func now(_ ref: String) throws -> ExitStatus {
    let rules = try place.rules()
    let dossier = try DossierReference(text: ref).resolve(in: try place.casebook())
    let acts = Act.allCases.map { ActLine(act: $0, dossier: dossier, rules: rules, today: place.today) }
    switch format {
    case .json: Output.line(try JSON.list(acts.map { $0.json(place.language) }).rendered())
    case .text:
      for group in Act.Group.allCases {
        Output.line(group.name[place.language])
        for line in acts where line.act.grouping == group { Output.line(line.text(place.language)) }
      }
    }
    return .done
  }

  /// Every action, by each of the names it answers to.
  func all() throws -> ExitStatus {
    let l = place.language
    switch format {
    case .json:
      Output.line(
        try JSON.list(
          Act.allCases.map { act in
            .object([
              "action": .text(act.rawValue), "nl": .text(act.slug.nl), "en": .text(act.slug.en),
              "group": .text(act.group[l]), "help": .text(act.help[l]),
            ])
          }
        ).rendered())
    case .text:
      for group in Act.Group.allCases {
        Output.line(group.name[l])
        for act in Act.allCases where act.grouping == group {
          let others = [act.rawValue, act.slug[l == .nl ? .en : .nl]].filter { $0 != act.slug[l] }
          var names = act.slug[l]
          for name in Set(others).sorted() { names += ", " + name }
          Output.line("  \(Plain.fit(names, 52)) \(act.help[l])")
        }
      }
    }
    return .done
  }
}

private struct ActLine {
  let act: Act
  let refusal: Refusal?
  let fields: [Field]

  init(act: Act, dossier: Dossier, rules: Rulebook, today: Day) {
    self.act = act
    refusal = act.refusal(dossier, rules, today: today)
    fields = act.fields(dossier, rules, today: today)
  }

  func text(_ language: Language) -> String {
    let name = Plain.fit(act.slug[language], 26)
    if let refusal { return "  - \(name)\(Plain.clean(refusal.text(language)))" }
    let options = fields.map { $0.required ? "--\($0.option[language])" : "[--\($0.option[language])]" }
    return "  + \(name)\(act.help[language]) \(options.joined(separator: " "))"
  }

  func json(_ language: Language) -> JSON {
    .object([
      "action": .text(act.rawValue), "name": .text(act.name[language]), "group": .text(act.group[language]),
      "help": .text(act.help[language]), "allowed": .flag(refusal == nil), "why": JSON(refusal?.why[language]),
      "remedy": JSON(refusal?.remedy?[language]),
      "fields": .list(
        fields.map {
          .object([
            "name": .text($0.name), "option": .text($0.option[language]), "label": .text($0.label[language]),
            "required": .flag($0.required),
            "choices": choices($0.kind, language), "hint": .text($0.hint[language]),
          ])
        }),
    ])
  }

  private func choices(_ kind: Field.Kind, _ language: Language) -> JSON {
    switch kind {
    case .choice(let list), .choices(let list):
      .list(list.map { .object(["code": .text($0.code), "name": .text($0.name[language])]) })
    default: .null
    }
  }
}
