/// The lists people choose from.
struct ActChoices {
  let dossier: Dossier
  let rules: Rulebook
  private let given: Standing?
  private var standing: Standing { given ?? dossier.standing(rules) }

  /// - Parameter standing: where it is known already.
  init(dossier: Dossier, rules: Rulebook, standing: Standing? = nil) {
    (self.dossier, self.rules, given) = (dossier, rules, standing)
  }

  func persons(_ keep: (Person) -> Bool = { $0.counts }) -> [Field.Choice] {
    dossier.persons.filter(keep).map { Field.Choice(String($0.id.rawValue), Phrase(same: $0.fullName)) }
  }

  /// What a dossier that is closed now leaves undone, what must be done or waived before first, then the most urgent: `nog open: Woningcheck nareis, School en nog 2`.
  var stillOpen: Phrase {
    let steps = standing.steps.filter { $0.isOpen && !$0.overall }
    let open = (steps.filter(\.mandatory) + steps.filter { !$0.mandatory }).map(title)
    if open.isEmpty { return Phrase(same: "") }
    let named = Phrase(
      open.prefix(3).map { $0.nl }.joined(separator: ", "),
      open.prefix(3).map { $0.en }.joined(separator: ", "))
    let rest = open.count - 3
    return Phrase("nog open: ", "still open: ") + named
      + (rest > 0 ? Phrase(" en nog \(rest)", " and \(rest) more") : Phrase(same: ""))
  }

  func reasons(_ list: String) -> [Field.Choice] {
    rules.reasons[list, default: []].map { Field.Choice($0.code, $0.name) }
  }

  var parties: [Field.Choice] { rules.parties.map(\.choice) }

  /// Parties, and behind them whom the household knows there.
  var turns: [Field.Choice] {
    parties
      + known.map { contact in
        let place = contact.organisation.isEmpty ? party(contact.party) : Phrase(same: contact.organisation)
        return Field.Choice(
          Self.code(contact), contact.name.isEmpty ? place : place + Phrase(same: " · \(contact.name)"))
      }
  }

  /// Whom a choice of ``turns`` is; nil for a party in general.
  func known(_ code: String) -> Contact? { known.first { Self.code($0) == code } }

  private var known: [Contact] {
    let network = dossier.network.map(\.contact).filter { !$0.organisation.isEmpty || !$0.name.isEmpty }
    return network + dossier.needed.map(\.contact).filter { !network.contains($0) }
  }

  private func party(_ id: PartyID) -> Phrase {
    rules.parties.first { $0.id == id }?.name ?? Phrase(same: id.rawValue)
  }

  /// `M. de Wit@Mitros@corporation`; of a party in general its own code.
  static func code(_ contact: Contact) -> String {
    [contact.name, contact.organisation, contact.party.rawValue].filter { !$0.isEmpty }.joined(separator: "@")
  }

  /// Whom a code of ``Act/newcomer(_:)`` is; nil for any other.
  func newcomer(_ code: String) -> Contact? {
    let parts = code.dropFirst().split(separator: "@").map(String.init)
    guard code.hasPrefix("+"), (2...3).contains(parts.count), let party = parts.last.map({ PartyID($0) }),
      rules.parties.contains(where: { $0.id == party })
    else { return nil }
    return Contact(party, organisation: parts.count == 3 ? parts[1] : "", name: parts[0])
  }

  var openBlockers: [Field.Choice] { dossier.blockers.map { Field.Choice($0.code, rules.blocker($0.code)) } }

  var allBlockers: [Field.Choice] { rules.blockers.map { Field.Choice($0.code, $0.name) } }

  var newBlockers: [Field.Choice] {
    rules.blockers.filter { rule in !dossier.blockers.contains { $0.code == rule.code } }.map {
      Field.Choice($0.code, $0.name)
    }
  }

  /// Open steps; only those one ticks off by hand, or all with a date, the moment agreed with whoever has the turn too.
  ///
  /// - Parameter waives: also a handover that one can do without.
  func openSteps(byHand: Bool, waives: Bool = false) -> [Field.Choice] {
    let steps = standing.steps.filter {
      $0.isOpen && !$0.overall && (!byHand || $0.key != .turn && $0.isByHand(waives: waives))
    }
    let names = steps.map(title)
    let counts = names.reduce(into: [Phrase: Int]()) { $0[$1, default: 0] += 1 }
    return zip(steps, names).map { step, name in
      // Of two that are called alike the day says which.
      let day = counts[name] == 1 ? nil : step.due?.day
      let which = day.map { Phrase(" · \(DayText.brief($0, .nl))", " · \(DayText.brief($0, .en))") }
      return Field.Choice(step.key.rawValue, which.map { name + $0 } ?? name)
    }
  }

  var tickedSteps: [Field.Choice] {
    standing.steps.filter { dossier.stepNotes[$0.key] != nil }.map {
      Field.Choice($0.key.rawValue, title($0))
    }
  }

  private func title(_ step: Standing.Step) -> Phrase {
    guard let id = step.person, let person = dossier.person(id) else { return step.title }
    return step.title + Phrase(same: " · \(person.given)")
  }

  static let features = Feature.allCases.map { Field.Choice($0.rawValue, $0.name) }
  static let criteria = Criterion.Kind.allCases.map {
    Field.Choice($0.rawValue, Rulebook.builtIn.criteria.named($0.rawValue))
  }
  static let sexes = [
    Field.Choice("v", Phrase("vrouw", "female")), Field.Choice("m", Phrase("man", "male")),
    Field.Choice("x", Phrase("anders", "other")),
  ]
  static let relations = [
    Field.Choice("head", Phrase("hoofdpersoon", "head")), Field.Choice("partner", Phrase("partner", "partner")),
    Field.Choice("child", Phrase("kind", "child")), Field.Choice("parent", Phrase("ouder", "parent")),
    Field.Choice("sibling", Phrase("broer of zus", "sibling")), Field.Choice("other", Phrase("anders", "other")),
  ]
  static let permits = [
    Field.Choice("asylum-temporary", Phrase("asiel bepaalde tijd", "asylum, temporary")),
    Field.Choice("asylum-permanent", Phrase("asiel onbepaalde tijd", "asylum, permanent")),
    Field.Choice("derived", Phrase("afgeleid (nareis)", "derived (family reunion)")),
    Field.Choice("resettled", Phrase("uitgenodigde vluchteling", "invited refugee")),
  ]
  static let verdicts = [
    Field.Choice("acceptedAfterAll", Phrase("alsnog aanvaard", "accepted after all")),
    Field.Choice("justified", Phrase("terecht: nieuw aanbod", "justified: new offer")),
    Field.Choice("justifiedElsewhere", Phrase("terecht: andere gemeente", "justified: other municipality")),
    Field.Choice("unjustified", Phrase("onterecht: opvang eindigt", "unjustified: reception ends")),
  ]
  static let temporaries = [
    Field.Choice("flex", Phrase("flexwoning", "relocatable home")),
    Field.Choice("throughFlow", Phrase("doorstroomlocatie", "through-flow location")),
    Field.Choice("har", Phrase("hotel of accommodatie (HAR)", "hotel or accommodation (HAR)")),
    Field.Choice("other", Phrase("anders", "other")),
  ]
  static let channels = Event.ContactMade.Channel.allCases.map { Field.Choice($0.rawValue, $0.name) }
  static let tongues = Tongue.allCases.map { Field.Choice($0.rawValue, $0.name) }
  static let guardianships = [
    Field.Choice("smallScale", Phrase("kleinschalige opvang Nidos", "small-scale reception Nidos")),
    Field.Choice("fosterFamily", Phrase("pleeggezin", "foster family")),
    Field.Choice("coaUnit", Phrase("kleine wooneenheid COA", "small COA unit")),
  ]
  var outcomes: [Field.Choice] { rules.outcomes.map { Field.Choice($0.outcome.rawValue, $0.name) } }
}

extension Act {
  /// How an answer says that it is the turn of somebody whom the household did not know: `+K. Bos@Portaal@corporation`.
  public static func newcomer(_ contact: Contact) -> String { "+" + ActChoices.code(contact) }
}

extension [Rulebook.Named] {
  func named(_ code: String) -> Phrase { first { $0.code == code }?.name ?? Phrase(same: code) }
}

extension Event.ContactMade.Channel {
  public var name: Phrase {
    switch self {
    case .phone: Phrase("gebeld", "phone")
    case .mail: Phrase("mail", "mail")
    case .visit: Phrase("bezoek", "visit")
    case .meeting: Phrase("overleg", "meeting")
    case .message: Phrase("bericht", "message")
    }
  }
}
