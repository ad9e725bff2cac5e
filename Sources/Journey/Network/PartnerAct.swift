/// Everything that can be recorded of somebody at a party: forms on the screen are made of it.
public enum PartnerAct: String, CaseIterable, Hashable, Sendable {
  case join, change, absent, back, leave, succeed, spoke

  public var name: Phrase {
    switch self {
    case .join: Phrase("nieuw in het netwerk", "new in the network")
    case .change: Phrase("gegevens wijzigen", "change details")
    case .absent: Phrase("afwezig", "absent")
    case .back: Phrase("weer terug", "back again")
    case .leave: Phrase("vertrekt", "leaves")
    case .succeed: Phrase("opvolger", "successor")
    case .spoke: Phrase("gesproken", "spoke")
    }
  }

  public var help: Phrase {
    switch self {
    case .join:
      Phrase("Een mens bij een partij: wie, wat, hoe te bereiken.", "A person at a party: who, what, how to reach.")
    case .change: Phrase("Functie, telefoon, mail, vervanger, gebied.", "Function, phone, mail, deputy, area.")
    case .absent: Phrase("Tot wanneer, en wie er voor hen is.", "Until when, and who stands in.")
    case .back: Phrase("Niet meer afwezig.", "No longer absent.")
    case .leave:
      Phrase(
        "De laatste dag; wie er dan nog op wacht, blijft zichtbaar.", "The last day; who still waits stays in view.")
    case .succeed:
      Phrase(
        "Alle open beurten en contacten gaan over; het verhaal houdt de oude naam.",
        "All open turns and contacts pass over; the story keeps the old name.")
    case .spoke:
      Phrase("Twee van het netwerk spraken elkaar over een gemeente.", "Two of the network spoke about a municipality.")
    }
  }
}

/// Where one stands when recording something of a person.
public struct PartnerScene: Sendable {
  /// Under the cursor; nil: nobody in particular.
  public var contact: Contact?
  /// As they are in the network.
  public var partner: Partner?
  public var area: Area
  /// Others of the network one can speak with: number and who.
  public var others: [(id: PartnerID, name: String)]
  /// With whom of them they are to speak, where one comes from a link between the two.
  public var other: PartnerID?
  /// Of a gap, in how many municipalities it is filled.
  public var towns = 0
  /// What is said goes for several: the form begins with nothing of one of them alone.
  public var isOfSeveral = false
  public var rules: Rulebook
  public var today: Day

  public init(
    contact: Contact?, partner: Partner?, area: Area, others: [(id: PartnerID, name: String)] = [], rules: Rulebook,
    today: Day
  ) {
    (self.contact, self.partner, self.area) = (contact, partner, area)
    (self.others, self.rules, self.today) = (others, rules, today)
  }
}

extension PartnerScene {
  /// Households have only the party there: nobody goes, somebody comes.
  public var isGap: Bool { contact?.name.isEmpty == true }

  /// Who it is about; of a gap its place.
  public var name: Phrase {
    guard let contact else { return Phrase(same: "") }
    if !contact.name.isEmpty { return Phrase(same: contact.name) }
    return contact.organisation.isEmpty ? rules.party(contact.party) : Phrase(same: contact.organisation)
  }
}

extension PartnerAct {
  /// Why it cannot be recorded now; nil when it can.
  public func refusal(_ scene: PartnerScene) -> Refusal? {
    func body(_ body: PartnerEvent.Body) -> Refusal? {
      guard let partner = scene.partner else {
        return Refusal(
          Phrase("Deze persoon is nog niet in het netwerk.", "This person is not in the network yet."),
          remedy: Phrase("Neem die eerst op (i).", "Take them in first (i)."))
      }
      return partner.refusal(body, on: scene.today, scene.rules, today: scene.today)
    }
    switch self {
    case .join: return nil
    case .change: return scene.partner == nil ? body(.back) : nil
    case .absent:
      // An absence that is recorded can be changed.
      let refusal = body(.absent(.init()))
      return refusal == Refusal.nothingChanged ? nil : refusal
    case .back: return body(.back)
    case .leave: return body(.left(.init(until: max(scene.today, scene.partner?.since ?? scene.today))))
    case .succeed:
      return scene.contact == nil
        ? Refusal(Phrase("Kies eerst wie er vertrekt.", "First choose who leaves.")) : nil
    case .spoke:
      if scene.partner == nil { return body(.back) }
      return scene.others.isEmpty
        ? Refusal(Phrase("Er is nog niemand anders in het netwerk.", "There is nobody else in the network yet.")) : nil
    }
  }

  /// What is asked, in the order of asking.
  public func fields(_ scene: PartnerScene) -> [Field] {
    let parties = scene.rules.parties.filter { $0.id != .household }.map(\.choice)
    let party = Field("party", Phrase("Partij", "Party"), .choice(parties), required: true)
    let name = Field(
      "name", Phrase("Naam", "Name"), required: true, hint: Phrase("een mens, geen mailbox", "a person, not a mailbox"))
    let organisation = Field("organisation", Phrase("Organisatie", "Organisation"))
    let phone = Field("phone", Phrase("Telefoon", "Phone"))
    let deputy = Field("deputy", Phrase("Vervanger", "Deputy"))
    let card = [
      Field("function", Phrase("Functie", "Function")), phone,
      Field("mail", Phrase(same: "Mail")), deputy,
      Field(
        "area", Phrase("Voor welk gebied", "For which area"),
        hint: Phrase("Utrecht, provincie Utrecht, AM Amersfoort, NL", "Utrecht, PV26, AM Amersfoort, NL")),
    ]
    let day = Field.happened
    switch self {
    case .join, .change: return [party, name, organisation] + card + [day]
    case .absent:
      let deputy = Field(
        "deputy", Phrase("Vervanger", "Deputy"),
        hint: Phrase("iemand die er dan is; - is niemand", "somebody who is there then; - is nobody"))
      return [Field("until", Phrase("Laatste dag weg", "Last day away"), .day), deputy, day]
    case .back: return [day]
    case .leave: return [Field("until", Phrase("Laatste dag", "Last day"), .day, required: true)]
    case .succeed where scene.isGap: return [name, organisation, phone]
    case .succeed:
      return [
        name, organisation, Field("until", Phrase("Laatste dag van wie gaat", "Last day of who leaves"), .day), phone,
      ]
    case .spoke:
      let others = scene.others.map { Field.Choice(String($0.id.rawValue), Phrase(same: $0.name)) }
      return [
        Field("with", Phrase("Met wie", "With whom"), .choice(others), required: true),
        Field("municipality", Phrase("Over gemeente", "About municipality"), .municipality, required: true),
        Field("text", Phrase("Besproken", "Said"), .longText), day,
      ]
    }
  }

  /// An area as ``Area/init(named:)`` reads it, in words where it has them.
  private static func written(_ code: String) -> String {
    if let town = Reference.municipality(code: code) { return town.dailyName }
    return Reference.provinces.first { $0.code == code }.map { "provincie \($0.name)" } ?? code
  }

  /// What stands in the fields before anything is typed.
  public func defaults(_ scene: PartnerScene) -> [String: String] {
    var town = ""
    if case .municipality(let code) = scene.area { town = Reference.municipality(code: code)?.dailyName ?? code }
    switch self {
    case .join:
      guard let contact = scene.contact, scene.partner == nil else {
        return ["area": town.isEmpty ? scene.area.code : town]
      }
      return [
        "party": contact.party.rawValue, "name": contact.name, "organisation": contact.organisation,
        "area": Self.written(scene.area.code),
      ]
    case .change:
      guard let card = scene.partner?.card else { return [:] }
      return [
        "party": card.contact.party.rawValue, "name": card.contact.name, "organisation": card.contact.organisation,
        "function": card.function, "phone": card.phone, "mail": card.mail, "deputy": card.deputy,
        "area": Self.written(card.area),
      ]
    case .absent:
      guard let partner = scene.partner else { return [:] }
      guard !scene.isOfSeveral, let away = partner.away, away.holds(scene.today) else {
        return ["deputy": partner.card.deputy]
      }
      // The absence that is recorded now.
      let isNobody = away.deputy.isEmpty && !partner.card.deputy.isEmpty
      return [
        "until": away.until?.description ?? "", "deputy": isNobody ? PartnerEvent.Absence.nobody : away.deputy,
        "day": away.from.description,
      ]
    case .succeed: return ["organisation": scene.contact?.organisation ?? ""]
    case .spoke:
      return ["municipality": town].merging(scene.other.map { ["with": String($0.rawValue)] } ?? [:]) { $1 }
    case .back, .leave: return [:]
    }
  }

  /// What the answers come to, and the day it is of.
  ///
  /// - Throws: a refusal that names the field.
  public func entry(
    _ values: [String: String], _ scene: PartnerScene
  ) throws(Refusal) -> (body: PartnerEvent.Body, day: Day) {
    let answers = Answers(values: values, today: scene.today)
    for field in fields(scene) where field.required && answers.text(field.name).isEmpty {
      throw Refusal(Phrase("\(field.label.nl) ontbreekt.", "\(field.label.en) is missing."), field: field.name)
    }
    let day = try answers.when()
    switch self {
    case .join: return (.joined(try card(answers, scene)), day)
    case .change: return (.changed(try card(answers, scene)), day)
    case .absent:
      // The form has the deputy of the card in it: whoever takes that out means nobody.
      let typed = answers.text("deputy")
      let isNobody =
        ["", PartnerEvent.Absence.nobody].contains(typed) || ["niemand", "nobody"].contains(Folding.key(typed))
      let hasDeputy = scene.partner?.card.deputy.isEmpty == false
      let deputy = isNobody ? hasDeputy ? PartnerEvent.Absence.nobody : "" : typed
      return (.absent(.init(until: try answers.day("until"), deputy: deputy)), day)
    case .back: return (.back, day)
    case .leave: return (.left(.init(until: try answers.day("until") ?? scene.today)), scene.today)
    case .succeed: return (.succeeded(.init(try successor(values, scene).to)), scene.today)
    case .spoke:
      let with = try answers.choice(
        "with", scene.others.map { Field.Choice(String($0.id.rawValue), Phrase(same: $0.name)) })
      return (
        .spoke(
          .init(
            with: PartnerID(Int(with) ?? 0), municipality: try answers.municipality("municipality"),
            answers.text("text"))), day
      )
    }
  }

  /// Who follows whom, and the last day of who leaves.
  public func successor(
    _ values: [String: String], _ scene: PartnerScene
  ) throws(Refusal) -> (from: Contact, to: Contact, until: Day?) {
    let answers = Answers(values: values, today: scene.today)
    guard let from = scene.contact else { throw Succession.nobody }
    let to = Contact(from.party, organisation: answers.text("organisation"), name: answers.text("name"))
    if to.name.isEmpty { throw Succession.nobody }
    if to == from { throw Succession.same }
    return (from, to, try answers.day("until"))
  }

  /// What the network is to know of who follows, where their number was said; nil: nothing.
  public func card(
    ofSuccessor values: [String: String], _ scene: PartnerScene
  ) throws(Refusal) -> PartnerCard? {
    let phone = Answers(values: values, today: scene.today).text("phone")
    if phone.isEmpty { return nil }
    let card = PartnerCard(
      try successor(values, scene).to, phone: phone, area: scene.partner?.card.area ?? scene.area.code)
    if let refusal = card.refusal(scene.rules) { throw refusal }
    return card
  }

  private func card(_ answers: Answers, _ scene: PartnerScene) throws(Refusal) -> PartnerCard {
    let party = PartyID(try answers.choice("party", scene.rules.parties.map(\.choice)))
    guard let area = Area(named: answers.text("area")) else {
      throw Refusal(
        Phrase(
          "\"\(answers.text("area"))\" is geen gebied; verwacht een gemeente, provincie, AM en een regio, of NL.",
          "\"\(answers.text("area"))\" is no area; expected a municipality, a province, AM and a region, or NL."),
        field: "area")
    }
    let card = PartnerCard(
      Contact(party, organisation: answers.text("organisation"), name: answers.text("name")),
      function: answers.text("function"), phone: answers.text("phone"), mail: answers.text("mail"),
      deputy: answers.text("deputy"), area: area.code)
    if let refusal = card.refusal(scene.rules) { throw refusal }
    return card
  }
}
