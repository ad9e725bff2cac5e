import Casebook
import Journey

// Who is to act after a contact, and what was agreed with whoever was.
extension FormState {
  /// As it was, whom one spoke to, the municipality, and round again.
  mutating func turnOn() {
    guard purpose == .act(.contact), let field = fields.first(where: { $0.name == "turn" }) else { return }
    let party = values(language)["party"] ?? ""
    var all = ["", party, PartyID.municipality.rawValue]
    if party == PartyID.municipality.rawValue || party.isEmpty { all.remove(at: 1) }
    let at = all.firstIndex(of: values(language)["turn"] ?? "") ?? 0
    lines["turn"] = TextLine(FormState.shown(all[(at + 1) % all.count], field, language))
  }

  /// Whom the network has by what is typed as the turn, where the household has nobody called so; nil where that is not one.
  func newcomer(_ text: String, in field: Field) -> Contact? {
    let found = newcomers(text, in: field)
    return found.count == 1 ? found[0] : nil
  }

  func newcomerChoices(_ text: String, in field: Field) -> [Field.Choice] {
    newcomers(text, in: field).prefix(40).map { Field.Choice(Act.newcomer($0), Phrase(same: full($0))) }
  }

  private func newcomers(_ text: String, in field: Field) -> [Contact] {
    guard field.name == "turn", dossier != nil, let days, case .choice(let choices) = field.kind,
      !choices.contains(where: { $0.code == text }), choices.called(text).isEmpty
    else { return [] }
    let there = colleagues.filter { !$0.isGone(days.today) }.map(\.contact)
    let all = there.map { Field.Choice(Act.newcomer($0), Phrase(same: full($0))) }
    // A whole name goes before a part of one that the household has.
    var named = all.called(text)
    if named.isEmpty, !choices.contains(where: { $0.code == FormState.code(text, field, language) }),
      choices.naming(text).isEmpty
    {
      named = all.naming(text)
    }
    let codes = named.map(\.code)
    var found: [Contact] = []
    for one in there where codes.contains(Act.newcomer(one)) && !found.contains(one) { found.append(one) }
    return found
  }

  /// `Portaal · K. Bos`.
  private func full(_ contact: Contact) -> String {
    rules?.who(contact, user: "", language) ?? contact.name
  }

  /// Several whom a name may be of; empty where it is one's or nobody's.
  func several(_ text: String, in field: Field) -> [String] {
    guard field.name == "turn", case .choice(let choices) = field.kind else { return [] }
    var all = newcomers(text, in: field).map(full)
    if all.isEmpty, !choices.contains(where: { $0.code == FormState.code(text, field, language) }) {
      all = choices.naming(text).map { $0.name[language] }
    }
    return all.count > 1 ? all : []
  }

  /// A part of a name that was typed as the turn becomes whose it is.
  mutating func followTurn() {
    let text = (lines["turn"]?.text ?? "").trimmed
    guard let field = fields.first(where: { $0.name == "turn" }), !text.isEmpty else { return }
    if let one = newcomer(text, in: field) {
      lines["turn"] = TextLine(full(one))
    } else {
      lines["turn"] = TextLine(FormState.shown(FormState.code(text, field, language), field, language))
    }
  }

  /// The moment agreed with whoever has the turn, that goes by what the form says.
  var noteOfTurn: Phrase? {
    guard case .act(let act) = purpose, [.contact, .wait, .review].contains(act), let dossier, let rules, let days
    else { return nil }
    var answers = values(language)
    // Whatever was said, it goes.
    if answers["text"] == nil { answers["text"] = "–" }
    guard case .record(let body, let day)? = try? act.action(answers, dossier, rules, today: days.today) else {
      return nil
    }
    return dossier.lapsing(by: body, on: day)?.words(rules, today: days.today)
  }

  /// The field that says whose turn it is.
  var fieldOfTurn: String { purpose == .act(.contact) ? "turn" : "party" }
}
