import Casebook
import Journey

// Names in a form: whom the network has at the party, after those the household has.
extension FormState {
  /// The party that a name in this form is of.
  func party(_ language: Language) -> PartyID? {
    if let code = values(language)["party"] { return PartyID(code) }
    switch purpose {
    case .act(.search), .act(.offer): return .corporation
    case .partner: return personScene?.contact?.party
    default: return nil
    }
  }

  private var isAboutPerson: Bool {
    switch purpose {
    case .partner(.succeed): true
    case .partner: field?.name == "deputy"
    default: true
    }
  }

  /// The field holds the name of somebody of the network.
  var isName: Bool { field.map { ["name", "deputy"].contains($0.name) && $0.kind == .text } ?? false }

  /// People that fit what is typed in the name; none where the name is whole, or nobody is known there.
  func people(_ language: Language) -> [PartnerRow] {
    guard let field, isName, isAboutPerson, let party = party(language) else { return [] }
    let typed = Folding.key(lines[field.name]?.text ?? "")
    let there = colleagues.filter {
      $0.contact.party == party && $0.contact != personScene?.contact && giver?.isGiver($0.contact) != true
    }
    let whole = there.filter { Folding.key($0.contact.name) == typed }
    // A whole name leaves nothing to choose; of a deputy, where several have it, which of them.
    if whole.count == 1 || whole.count > 1 && field.name != "deputy" { return [] }
    let found = there.filter { typed.isEmpty || $0.key(typed) }
    if field.name == "deputy" {
      let (beside, others) = (found.filter(isBeside), found.filter { !isBeside($0) })
      return Array((beside + others).prefix(40))
    }
    let own = Set((dossier?.network ?? []).map(\.contact))
    return Array((found.filter { own.contains($0.contact) } + found.filter { !own.contains($0.contact) }).prefix(40))
  }

  /// `M. de Wit · Mitros (weg tot en met 3 dec; vervanger K. Bos)`.
  static func name(_ one: PartnerRow, _ days: DayWords) -> Phrase {
    let place = one.contact.organisation.isEmpty ? "" : " · " + one.contact.organisation
    let note = note(one, days)
    return Phrase(same: one.contact.name + place)
      + (note.map { Phrase(" (\($0.nl))", " (\($0.en))") } ?? Phrase(same: ""))
  }

  /// That they are away or gone, and who does it instead; nil where they are there.
  static func note(_ one: PartnerRow, _ days: DayWords) -> Phrase? {
    if one.isGone(days.today) {
      return one.successor.isEmpty
        ? Phrase("vertrokken, nog geen opvolger", "left, no successor yet")
        : Phrase("vertrokken; opvolger \(one.successor)", "left; successor \(one.successor)")
    }
    guard one.isAway(days.today), let away = one.away else { return nil }
    func words(_ l: Language) -> String {
      PersonWords.away(away, DayWords(language: l, today: days.today), l).lowercasedFirst
    }
    return Phrase(words(.nl), words(.en))
  }

  /// What to know of whom the name is of.
  func noteOfName(_ days: DayWords) -> Phrase? {
    let (name, place) = (lines["name"]?.text.trimmed ?? "", lines["organisation"]?.text.trimmed ?? "")
    guard !name.isEmpty, let party = party(days.language) else { return nil }
    if party == .household {
      let person = dossier?.persons.first { $0.fullName == name } ?? dossier?.head
      return person?.spoken.map { Phrase(same: name + ": ") + $0.name }
    }
    let one =
      colleagues.last {
        $0.contact.party == party && $0.contact.name == name
          && (place.isEmpty || $0.contact.organisation.isEmpty || $0.contact.organisation == place)
      }
      ?? known(name).last {
        // In other capitals, or beyond those near.
        $0.contact.party == party && Folding.key($0.contact.organisation) == Folding.key(place)
      }
    if one == nil, isLookedUp(name), case .partner(.succeed) = purpose, let scene = personScene {
      let known = known(name).map(\.contact).filter { $0 != scene.contact }
      return Namesakes.note(Contact(party, organisation: place, name: name), among: known, scene.rules)
    }
    if let several = several(name, at: party, place) { return several }
    return one.flatMap { one in Self.note(one, days).map { Phrase(same: name + ": ") + $0 } }
  }

  /// What to know of whoever is named as the deputy.
  func noteOfDeputy(_ days: DayWords) -> Phrase? {
    guard case .partner(let act) = purpose, let scene = personScene else { return nil }
    let answers = values(days.language)
    guard let name = answers["deputy"], let (body, day) = try? act.entry(answers, scene),
      let asked = StandIn(body, on: day, of: scene.partner ?? Partner(PartnerID(0), []))
    else { return nil }
    let meant = DeputyName(name)
    if let refusal = meant.refusal { return refusal.why }
    let known = known(meant.name).map(\.asDeputy)
    switch asked.verdict(among: known, scene.rules, today: days.today) {
    case .fits: return nil
    case .warns(let warning): return isLookedUp(meant.name) ? warning : nil
    case .refused(let refusal): return refusal.why
    }
  }

  /// What to know of whom the field at hand names.
  func note(_ field: Field, _ days: DayWords) -> Phrase? {
    switch field.name {
    case "name": noteOfName(days)
    case "deputy": noteOfDeputy(days)
    case "owner": noteOfAccount
    case "area": noteOfArea
    case "balance": noteOfBalance
    default: nil
    }
  }

  /// With whom the network has, where the form asks for a name.
  func knowingPeople(_ source: any Source, _ days: DayWords) -> FormState {
    guard fields.contains(where: { ["name", "deputy"].contains($0.name) }) else { return self }
    var form = self
    (form.colleagues, form.days) = (source.network.colleagues(near: nearby, today: days.today), days)
    return form
  }

  /// Fills the person in, with the organisation.
  mutating func accept(_ one: PartnerRow) {
    if field?.name == "deputy" { return lines["deputy"] = TextLine(DeputyName(one.contact, for: whom).text) }
    lines["name"] = TextLine(one.contact.name)
    if lines["organisation"] != nil { lines["organisation"] = TextLine(one.contact.organisation) }
  }
}

extension Model {
  /// That whoever is waited for left or is away, in a few words; nil: not that anybody knows.
  func absence(_ contact: Contact) -> Phrase? {
    guard !contact.name.isEmpty else { return nil }
    let one = absent.last {
      $0.contact.party == contact.party && $0.contact.name == contact.name
        && (contact.organisation.isEmpty || $0.contact.organisation.isEmpty
          || $0.contact.organisation == contact.organisation)
    }
    return one.flatMap { FormState.note($0, days) }
  }
}

extension Shell {
  /// Whoever left or is away is said wherever somebody waits for them.
  func readAbsent() {
    let today = model.today
    work { .absent($0.network.absent(today: today)) }
  }
}

extension PartnerRow {
  /// What is typed begins a word of the name or the organisation.
  fileprivate func key(_ typed: String) -> Bool {
    [contact.name, contact.organisation].map { " " + Folding.key($0) }.contains { $0.contains(" " + typed) }
  }
}

extension PartnerScene {
  /// Of a gap what is typed is for that gap alone.
  var draftKey: String {
    if let partner { return String(partner.id.rawValue) }
    return [contact?.party.rawValue ?? "", contact?.organisation ?? "", contact?.name ?? "", area.code].joined(
      separator: "|")
  }
}

extension FormState {
  /// The municipality whose people one chooses from; nil: of the country.
  var nearby: String? {
    if let code = dossier?.municipality ?? townOfMany { return code }
    // Whoever follows somebody works where they did, however wide one looks.
    if let code = personScene?.partner?.card.area, code.hasPrefix("GM") { return code }
    if case .municipality(let code)? = personScene?.area { return code }
    return nil
  }
}
