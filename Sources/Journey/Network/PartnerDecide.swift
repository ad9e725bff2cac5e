extension Partner {
  /// Why this cannot be recorded of them; nil when it can.
  ///
  /// Whether another of that name is there already only the casebook knows.
  public func refusal(_ body: PartnerEvent.Body, on day: Day, _ rules: Rulebook, today: Day) -> Refusal? {
    if day > today { return Guard.future(day) }
    switch body {
    case .joined(let card):
      if isThere { return Refusal(Phrase("\(contact.name) is er al.", "\(contact.name) is there already.")) }
      return card.refusal(rules)
    case .undone(let what):
      return story.contains { $0.act == what.act } && !takenBackActs.contains(what.act)
        ? nil
        : Refusal(Phrase("Dit is al teruggenomen, of staat hier niet.", "This was taken back already, or is not here."))
    case .unknown: return nil
    default: break
    }
    guard isThere else {
      return Refusal(Phrase("Deze persoon is niet in het netwerk.", "This person is not in the network."))
    }
    switch body {
    case .changed(let card):
      if card == self.card { return Refusal.nothingChanged }
      return card.refusal(rules)
    case .absent(let absence):
      if isGone(today) { return gone }
      if let until = absence.until, until < day {
        return Refusal(
          Phrase("De laatste dag ligt voor de eerste.", "The last day is before the first."), field: "until")
      }
      // Their being away holds already, until that day and with whoever stands in.
      let said = awayBy(absence, from: day)
      if let away, away.holds(day), away.until == said.until, away.deputy == said.deputy {
        return Refusal.nothingChanged
      }
    case .back:
      if away == nil { return Refusal(Phrase("\(contact.name) is niet afwezig.", "\(contact.name) is not absent.")) }
    case .left(let leaving):
      if until != nil { return gone }
      if leaving.until < since {
        return Refusal(
          leaving.until.said + Phrase(" ligt voor de eerste dag, ", " is before the first day, ") + since.said
            + Phrase(same: "."), field: "until")
      }
    case .succeeded(let successor):
      if successor.to.name.isEmpty { return Succession.nobody }
      if successor.to == contact { return Succession.same }
    case .spoke(let talk):
      if talk.with == id {
        return Refusal(Phrase("Kies een ander dan deze persoon.", "Choose another than this person."), field: "with")
      }
      if Reference.municipality(code: talk.municipality) == nil {
        return Refusal(
          Phrase("Over welke gemeente ging het?", "Which municipality was it about?"), field: "municipality")
      }
    case .joined, .undone, .unknown: break
    }
    return nil
  }

  private var gone: Refusal {
    Refusal(Phrase("\(contact.name) vertrok al.", "\(contact.name) left already."))
  }

  public func hasTakenBack(_ act: EventID) -> Bool { takenBackActs.contains(act) }

  private var takenBackActs: Set<EventID> {
    var taken: Set<EventID> = []
    for event in story.reversed() where !taken.contains(event.act) {
      if case .undone(let what) = event.body { taken.insert(what.act) }
    }
    return taken
  }
}

extension PartnerCard {
  /// What is wrong with what it says; nil when nothing is.
  public func refusal(_ rules: Rulebook) -> Refusal? {
    guard contact.party != .household, rules.parties.contains(where: { $0.id == contact.party }) else {
      let names = rules.parties.filter { $0.id != .household }.map(\.id.rawValue).joined(separator: ", ")
      return Refusal(
        Phrase(
          "Onbekende partij \"\(contact.party.rawValue)\"; verwacht \(names).",
          "Unknown party \"\(contact.party.rawValue)\"; expected \(names)."), field: "party")
    }
    if contact.name.isEmpty || contact.name.contains("@") {
      return Refusal(
        Phrase("Noem een mens, geen mailbox: zoals M. de Wit.", "Name a person, not a mailbox: such as M. de Wit."),
        field: "name")
    }
    if !mail.isEmpty, mail.split(separator: "@").count != 2 || mail.contains(where: \.isWhitespace) {
      return Refusal(
        Phrase(
          "\"\(mail)\" is geen mailadres; verwacht zoals m.dewit@mitros.nl.",
          "\"\(mail)\" is no mail address; expected such as m.dewit@mitros.nl."), field: "mail")
    }
    if let refusal = Refusal.ofPhone(phone) { return refusal }
    guard Area(code: area) != nil else {
      return Refusal(
        Phrase(
          "\"\(area)\" is geen gebied; verwacht NL, een provincie, een regio of een gemeente.",
          "\"\(area)\" is no area; expected NL, a province, a region or a municipality."), field: "area")
    }
    return nil
  }
}

extension Refusal {
  /// Of what is no telephone number; nil of one, and where there is none.
  static func ofPhone(_ phone: String) -> Refusal? {
    guard !phone.isEmpty, phone.count(where: \.isNumber) < 4 else { return nil }
    return Refusal(
      Phrase(
        "\"\(phone)\" is geen telefoonnummer; verwacht ten minste vier cijfers.",
        "\"\(phone)\" is no phone number; expected at least four digits."), field: "phone")
  }
}

extension Area {
  /// An area as people write it: its code, the name of a municipality or of a province, `Nederland`; empty: the country.
  public init?(named text: String) {
    let key = Folding.key(text)
    if key.isEmpty || ["nederland", "the netherlands", "nl"].contains(key) {
      self = .country
      return
    }
    if let area = Area(code: text) {
      self = area
      return
    }
    let bare = key.hasPrefix("provincie ") ? String(key.dropFirst("provincie ".count)) : nil
    if let bare, let found = Reference.provinces.first(where: { Folding.key($0.name) == bare }) {
      self = .province(found.code)
      return
    }
    switch Reference.findMunicipality(text) {
    case .exact(let found), .successor(let found, _, _): self = .municipality(found.code)
    case .several, .none:
      guard let found = Reference.provinces.first(where: { Folding.key($0.name) == key }) else { return nil }
      self = .province(found.code)
    }
  }
}
