import Casebook
import Journey

/// Somebody that a name in a form may be of.
struct Nameable: Sendable {
  let contact: Contact
  /// As the network has them; nil: the household alone does.
  let row: PartnerRow?

  var code: String { Act.newcomer(contact) }

  /// What is typed begins a word of the name or the organisation.
  func begins(_ typed: String) -> Bool {
    [contact.name, contact.organisation].map { " " + Folding.key($0) }.contains { $0.contains(" " + typed) }
  }
}

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

  /// People that fit what is typed in the name, of the party at hand first and then whom the household has at another; none
  /// where the name is whole, or nobody is known.
  func people(_ language: Language) -> [Nameable] {
    guard let field, isName, isAboutPerson else { return [] }
    let party = party(language)
    let typed = Folding.key(lines[field.name]?.text ?? "")
    let there = colleagues.filter {
      $0.contact.party == party && $0.contact != personScene?.contact && giver?.isGiver($0.contact) != true
    }.map { Nameable(contact: $0.contact, row: $0) }
    let isDeputy = field.name == "deputy"
    let own = isDeputy ? [] : ownPeople
    let near = there + own.filter { one in one.contact.party == party && !there.contains { $0.contact == one.contact } }
    let whole = near.filter { Folding.key($0.contact.name) == typed }
    // A whole name leaves nothing to choose; of a deputy, where several have it, which of them.
    if whole.count == 1 || whole.count > 1 && !isDeputy { return [] }
    // Whoever is drawn in is new here: at the party that was chosen, not somebody the household has elsewhere.
    let isOfParty = purpose == .act(.drawIn) && party != nil
    let elsewhere: [Nameable] =
      isOfParty ? [] : own.filter { $0.contact.party != party && isChoice($0.contact.party.rawValue, of: "party") }
    let found = (near + elsewhere).filter { typed.isEmpty || $0.begins(typed) }
    if isDeputy || isSuccession { return Array(ableFirst(found).prefix(40)) }
    let isOwn = Set(own.map(\.contact))
    func rank(_ one: Nameable) -> Int { one.contact.party != party ? 2 : isOwn.contains(one.contact) ? 0 : 1 }
    return Array((0...2).flatMap { place in found.filter { rank($0) == place } }.prefix(40))
  }

  private var isSuccession: Bool { if case .partner(.succeed) = purpose { true } else { false } }

  /// Colleagues before others; of each who is there before who is away or left.
  private func ableFirst(_ people: [Nameable]) -> [Nameable] {
    func place(_ one: Nameable) -> Int {
      let isThere = days.flatMap { days in one.row.map { !$0.isGone(days.today) && !$0.isAway(days.today) } } ?? true
      return (isBeside(one) ? 0 : 2) + (isThere ? 0 : 1)
    }
    return (0...3).flatMap { wanted in people.filter { place($0) == wanted } }
  }

  /// Whom the household has by name, at whatever party.
  private var ownPeople: [Nameable] {
    let all = (dossier?.around ?? []).filter { !$0.hasLeft && !$0.contact.name.isEmpty }.map(\.contact)
    return all.filter { giver?.isGiver($0) != true }.map { contact in
      Nameable(contact: contact, row: colleagues.last { $0.contact == contact })
    }
  }

  /// `M. de Wit · Mitros (weg tot en met 3 dec; vervanger K. Bos)`.
  func called(_ one: Nameable, _ days: DayWords) -> Phrase {
    let contact = one.contact
    // Of another party where they work is said in any case.
    let party = contact.party == party(language) ? nil : rules?.party(contact.party)
    let place = contact.organisation.isEmpty ? party : Phrase(same: contact.organisation)
    let name = Phrase(same: contact.name) + (place.map { Phrase(same: " · ") + $0 } ?? Phrase(same: ""))
    guard let note = one.row.flatMap({ Self.note($0, days) }) else { return name }
    return name + Phrase(" (\(note.nl))", " (\(note.en))")
  }

  /// That they are away, leave or are gone, and who does it instead; nil where they are there and stay.
  static func note(_ one: PartnerRow, _ days: DayWords) -> Phrase? {
    if one.isGone(days.today) {
      return one.successor.isEmpty
        ? Phrase("vertrokken, nog geen opvolger", "left, no successor yet")
        : Phrase("vertrokken; opvolger \(one.successor)", "left; successor \(one.successor)")
    }
    let leaving = one.until.map { last in
      let (nl, en) = (DayText.short(last, today: days.today, .nl), DayText.short(last, today: days.today, .en))
      let next =
        one.successor.isEmpty
        ? Phrase("nog geen opvolger", "no successor yet")
        : Phrase("opvolger \(one.successor)", "successor \(one.successor)")
      return Phrase("vertrekt na \(nl); \(next.nl)", "leaves after \(en); \(next.en)")
    }
    guard one.isAway(days.today), let away = one.away else { return leaving }
    func words(_ l: Language) -> String {
      PersonWords.away(away, DayWords(language: l, today: days.today), l).lowercasedFirst
    }
    let isAway = Phrase(words(.nl), words(.en))
    return leaving.map { isAway + Phrase(same: "; ") + $0 } ?? isAway
  }

  /// What to know of whom the name is of.
  func noteOfName(_ days: DayWords) -> Phrase? {
    let (name, place) = (lines["name"]?.text.trimmed ?? "", lines["organisation"]?.text.trimmed ?? "")
    guard !name.isEmpty, let party = party(days.language) else { return nil }
    if party == .household {
      let person = dossier?.persons.first { $0.fullName == name } ?? dossier?.head
      return person?.spoken.map { Phrase(same: name + ": ") + $0.name }
    }
    let one = listed(name, at: party, place)
    if one == nil, isLookedUp(name), case .partner(.succeed) = purpose, let scene = personScene {
      let known = known(name).map(\.contact).filter { $0 != scene.contact }
      return Namesakes.note(Contact(party, organisation: place, name: name), among: known, scene.rules)
    }
    if let several = several(name, at: party, place) { return several }
    return one.flatMap { one in Self.note(one, days).map { Phrase(same: name + ": ") + $0 } }
  }

  /// Whom the network has of that name at that place.
  private func listed(_ name: String, at party: PartyID, _ place: String) -> PartnerRow? {
    colleagues.last { $0.contact.name == name && $0.contact.isAt(Contact(party, organisation: place)) }
      ?? known(name).last {
        // In other capitals, or beyond those near.
        $0.contact.party == party && Folding.key($0.contact.organisation) == Folding.key(place)
      }
  }

  /// The number of whom the form of a contact names; nil where nobody knows it.
  func phoneOfName(_ language: Language) -> Phrase? {
    guard case .act(.contact) = purpose, let party = party(language) else { return nil }
    let (name, place) = (lines["name"]?.text.trimmed ?? "", lines["organisation"]?.text.trimmed ?? "")
    let phone: String?
    if party == .household {
      phone = (dossier?.persons.first { $0.fullName == name } ?? dossier?.head)?.phone
    } else {
      let known = name.isEmpty ? nil : listed(name, at: party, place)?.card.phone
      let drawn = dossier?.drawnIn(as: Contact(party, organisation: place, name: name))
      phone = (known ?? "").ifEmpty(drawn?.phone ?? "")
    }
    guard let phone, !phone.isEmpty else { return nil }
    return Phrase("telefoon \(phone)", "phone \(phone)")
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
    case "from": noteOfStarts(days.today)
    case fieldOfTurn: noteOfTurn
    default: noteOfDay(field, days.today)
    }
  }

  /// That a day without its year is one of long ago, and which.
  private func noteOfDay(_ field: Field, _ today: Day) -> Phrase? {
    longAgo(field, today).map { day, ago in
      ago + Phrase(": \(DayText.long(day, .nl))", ": \(DayText.long(day, .en))")
    }
  }

  /// With whom the network has, where the form asks for a name.
  func knowingPeople(_ source: any Source, _ days: DayWords) -> FormState {
    guard fields.contains(where: { ["name", "deputy"].contains($0.name) }) else { return self }
    var form = self
    (form.colleagues, form.days) = (source.network.colleagues(near: nearby, today: days.today), days)
    return form
  }

  /// Fills the person in, with where they work.
  mutating func accept(_ one: Nameable) {
    if field?.name == "deputy" { return lines["deputy"] = TextLine(DeputyName(one.contact, for: whom).text) }
    choose(one.contact)
  }
}

extension Model {
  /// That whoever is waited for left or is away, in a few words; nil: not that anybody knows.
  func absence(_ contact: Contact) -> Phrase? {
    AbsenceWords.of(contact, among: absent, today: today)
  }
}

extension Shell {
  /// Whoever left or is away is said wherever somebody waits for them.
  func readAbsent() {
    let today = model.today
    work { .absent($0.network.absent(today: today)) }
  }
}

extension PartnerScene {
  /// Of a gap what is typed is for that gap alone.
  var draftKey: String {
    if let partner { return String(partner.id.rawValue) }
    return [contact?.party.rawValue ?? "", contact?.organisation ?? "", contact?.name ?? "", area.code].joined(
      separator: "\t")
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
