import Casebook
import Journey

/// All in the network of a name, as they were looked up.
struct Namesaked: Sendable {
  var name: String
  var people: [PartnerRow]
}

/// An account that nobody is known by here, and the one that was perhaps meant.
struct UnknownAccount: Sendable {
  var name: String
  var meant: String?

  /// - Parameter besides: what more there is to say of it.
  func words(_ besides: Phrase = Phrase(same: "")) -> Phrase {
    let asked = meant.map { Phrase(". Bedoelt u \($0)?", ". Do you mean \($0)?") } ?? Phrase(same: "")
    return Casebook.unknown(account: name) + besides + asked
  }
}

// What the network knows of a name that is typed in full: where they work, who has it too, and whether an account is known.
extension FormState {
  /// Who hands over, in the form of a handover.
  var giver: Contact? { values(language)["change"].flatMap { givers[$0] } }

  /// For whom the deputy stands in, as it is typed so far.
  var whom: Contact {
    let scene = personScene?.contact
    return Contact(
      party(language) ?? scene?.party ?? .municipality,
      organisation: lines["organisation"]?.text.trimmed ?? scene?.organisation ?? "",
      name: lines["name"]?.text.trimmed ?? scene?.name ?? "")
  }

  func isBeside(_ one: Nameable) -> Bool { DeputyName(one.contact, for: whom).organisation.isEmpty }

  /// All of a name: those near, and whoever was looked up farther on.
  func known(_ name: String) -> [PartnerRow] {
    let key = Folding.key(name)
    let near = colleagues.filter { Folding.key($0.contact.name) == key }
    let farther = namesakes.map { Folding.key($0.name) == key ? $0.people : [] } ?? []
    return near + farther.filter { one in !near.contains { $0.id == one.id } }
  }

  /// Whether the whole network was asked for the name: before that nothing is said of who is not near.
  func isLookedUp(_ name: String) -> Bool { namesakes.map { Folding.key($0.name) == Folding.key(name) } ?? false }

  /// Organisations where somebody of that name works at the party: of the household, else of the area.
  private func places(_ name: String, at party: PartyID) -> [String] {
    let key = Folding.key(name)
    let own = (dossier?.network ?? []).map(\.contact).filter { $0.party == party && Folding.key($0.name) == key }
    let near = colleagues.map(\.contact).filter { $0.party == party && Folding.key($0.name) == key }
    var places: [String] = []
    for contact in own.isEmpty ? near : own where !places.contains(contact.organisation) {
      places.append(contact.organisation)
    }
    return places
  }

  /// Whoever is named in full brings the organisation along, unless another was typed.
  mutating func followName() {
    if case .partner = purpose { return }
    guard let typed = lines["name"]?.text.trimmed, let line = lines["organisation"], let party = party(language) else {
      return
    }
    if let was = brought, was.organisation == line.text, Folding.key(was.name) != Folding.key(typed) {
      lines["organisation"] = TextLine(was.before)
      brought = nil
    }
    let now = lines["organisation"]?.text ?? ""
    let places = places(typed, at: party)
    guard !typed.isEmpty, places.count == 1, places[0] != now.trimmed, now.isEmpty || suggested.contains("organisation")
    else { return }
    lines["organisation"] = TextLine(places[0])
    suggested.insert("organisation")
    brought = (typed, places[0], now)
  }

  /// That several are called so, where the organisation does not say which.
  func several(_ name: String, at party: PartyID, _ place: String) -> Phrase? {
    let places = places(name, at: party)
    guard places.count > 1, place.isEmpty || !places.contains(place) else { return nil }
    let more = places.count - 4
    func all(_ nameless: String, _ others: String) -> String {
      places.prefix(4).map { $0.isEmpty ? nameless : $0 }.joined(separator: ", ") + (more > 0 ? others : "")
    }
    let (nl, en) = (all("zonder organisatie", " en nog \(more)"), all("no organisation", " and \(more) more"))
    return Phrase(
      "\(name) is er \(places.count) keer: \(nl); de organisatie zegt wie",
      "\(name) is there \(places.count) times: \(en); the organisation says who")
  }

  var noteOfAccount: Phrase? {
    guard let account, account.name == lines["owner"]?.text.trimmed else { return nil }
    return account.unknown?.words()
  }

  /// How wide an area is, beside its name.
  var noteOfArea: Phrase? {
    guard case .partner = purpose, let area = Area(named: lines["area"]?.text.trimmed ?? "") else { return nil }
    let count = area == .country ? Reference.municipalities.count : area.municipalities.count
    return count > 1 ? Phrase("dat zijn \(count) gemeenten", "that is \(count) municipalities") : nil
  }
}

// Reading what is not near: of a name the whole network, of an account who acted.
extension Shell {
  /// Asks of the fields that were left what was not asked of them yet: not with every letter.
  func lookUpName() {
    guard let form = model.form else { return }
    for field in form.fields where field.name != form.field?.name {
      let text = form.lines[field.name]?.text.trimmed ?? ""
      if text.isEmpty { continue }
      switch (field.name, form.purpose) {
      case ("name", .partner(.succeed)), ("deputy", .partner):
        let name = field.name == "deputy" ? DeputyName(text).name : text
        if Folding.key(name).isEmpty || form.namesakes?.name == name { continue }
        workAside { source in
          Shell.read { .namesakes(Namesaked(name: name, people: try source.network.namesakes(name))) }
        }
      case ("owner", .act(.assign)), ("owner", .correct(_, .assign)), ("owner", .register):
        if form.account?.name == text { continue }
        // Nothing is said of it until the answer is there, and it is asked once.
        model.form?.account = (text, nil)
        workAside { source in .account(text, unknown: source.network.unknown(account: text)) }
      default: break
      }
    }
  }

  /// Whether the account that a form names still has to be looked up before it is saved: one that nobody knows is saved when
  /// it is said twice.
  func asksAccount(_ form: FormState) -> Bool {
    switch form.purpose {
    case .act(.assign), .correct(_, .assign), .register: break
    default: return false
    }
    let name = form.lines["owner"]?.text.trimmed ?? ""
    if name.isEmpty || name == model.user || form.sure.contains(name) { return false }
    work { source in .sureOfAccount(name, unknown: source.network.unknown(account: name)) }
    return true
  }

  func sure(of name: String, unknown: UnknownAccount?) {
    guard var form = model.form, form.isSaving else { return }
    form.isSaving = false
    form.sure.insert(name)
    if let unknown {
      let again = Phrase("; nog eens bewaren neemt deze naam toch", "; saving once more takes this name all the same")
      form.errors["owner"] = unknown.words(again)[model.language]
      form.focus = form.fields.firstIndex { $0.name == "owner" } ?? form.focus
    }
    model.form = form
    if unknown == nil { save() }
  }
}
