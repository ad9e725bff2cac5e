extension Dossier {
  /// The place that the form says beside the criteria: of the first hard one that has one, else of the first.
  var placeOfCriteria: String? {
    let placed = criteria.filter { !$0.place.isEmpty }
    return (placed.first { $0.kind.isHard } ?? placed.first)?.place
  }
}

extension Act {
  /// What is asked, in the order of asking.
  public func fields(_ dossier: Dossier, _ rules: Rulebook, today: Day) -> [Field] {
    let choices = ActChoices(dossier: dossier, rules: rules)
    let day = Field.happened
    func text(_ nl: String, _ en: String, required: Bool = false) -> Field {
      Field("text", Phrase(nl, en), .longText, required: required)
    }
    func reason(_ list: String) -> Field {
      Field("reason", Phrase("Reden", "Reason"), .choice(choices.reasons(list)), required: true)
    }
    func person(_ keep: (Person) -> Bool = { $0.counts }) -> Field {
      Field("person", Phrase("Persoon", "Person"), .choice(choices.persons(keep)), required: true)
    }
    func persons(_ nl: String, _ en: String, required: Bool = false, _ keep: (Person) -> Bool = { $0.counts }) -> Field
    {
      Field("persons", Phrase(nl, en), .choices(choices.persons(keep)), required: required)
    }
    let explanation = text("Toelichting", "Explanation")
    let helped = Field(
      "helped", Phrase("Wat hielp", "What helped"),
      hint: Phrase("één regel zonder namen: een les; leeg mag", "one line without names: a lesson; may be empty"))
    let address = Field("address", Phrase("Adres", "Address"), required: true)
    let until = Field("until", Phrase("Tot", "Until"), .day)
    let party = Field("party", Phrase("Wie", "Who"), .choice(choices.parties), required: true)
    let organisation = Field("organisation", Phrase("Organisatie", "Organisation"))
    let name = Field("name", Phrase("Naam", "Name"), hint: Phrase("een mens, geen mailbox", "a person, not a mailbox"))
    let need: [Field] = [
      Field("rooms", Phrase("Kamers", "Rooms"), .number), Field("rent", Phrase("Huur tot", "Rent up to"), .number),
      Field("features", Phrase("Voorzieningen", "Features"), .choices(ActChoices.features)),
      Field("criteria", Phrase("Criteria", "Criteria"), .choices(ActChoices.criteria)),
      Field("place", Phrase("Plaats criterium", "Criterion place")),
    ]
    let identity = Self.identity
    switch self {
    case .note: return [text("Notitie", "Note", required: true), day]
    case .contact:
      return [
        party, name, organisation, Field("channel", Phrase("Hoe", "How"), .choice(ActChoices.channels)),
        text("Besproken", "Said", required: true),
        Field("turn", Phrase("Nu aan zet", "Turn now"), .choice(choices.turns)),
        Field("next", Phrase("Volgend moment", "Next moment"), .day), day,
      ]
    case .wait:
      return [
        party, name, organisation, Field("text", Phrase("Waarop", "For what")),
        Field("until", Phrase("Antwoord op", "Answer on"), .day), day,
      ]
    case .block:
      return [
        Field("blocker", Phrase("Knelpunt", "Blocker"), .choice(choices.newBlockers), required: true), explanation, day,
      ]
    case .unblock:
      return [
        Field("blocker", Phrase("Knelpunt", "Blocker"), .choice(choices.openBlockers), required: true),
        helped, explanation, day,
      ]
    case .done:
      return [
        Field("step", Phrase("Stap", "Step"), .choice(choices.openSteps(byHand: true)), required: true), explanation,
        day,
      ]
    case .waive:
      return [
        Field("step", Phrase("Stap", "Step"), .choice(choices.openSteps(byHand: true, waives: true)), required: true),
        text("Waarom niet", "Why not", required: true), day,
      ]
    case .reopenStep:
      return [Field("step", Phrase("Stap", "Step"), .choice(choices.tickedSteps), required: true), explanation]
    case .reschedule:
      return [
        Field("step", Phrase("Stap", "Step"), .choice(choices.openSteps(byHand: false)), required: true),
        Field("due", Phrase("Nieuwe datum", "New date"), .day, required: true), text("Reden", "Reason", required: true),
      ]
    case .agree:
      return [
        Field("text", Phrase("Afspraak", "Agreement"), required: true), Field("due", Phrase("Uiterlijk", "Due"), .day),
        party, name, organisation,
      ]
    case .assign: return [.owner]
    case .review:
      return [
        text("Besluit", "Decision", required: true),
        Field("party", Phrase("Nu aan zet", "Turn now"), .choice(choices.parties)), name, organisation,
        Field("next", Phrase("Volgend moment", "Next moment"), .day),
        Field(
          "meeting", Phrase("Overleg", "Meeting"), hint: Phrase("welk, en wie erbij was", "which, and who was at it")),
        day,
      ]
    case .lesson:
      return [
        Field(
          "text", Phrase("Wat hielp", "What helped"), required: true,
          hint: Phrase("één regel, zonder namen en nummers", "one line, without names and numbers")),
        Field("blocker", Phrase("Knelpunt", "Blocker"), .choice(choices.allBlockers)), day,
      ]
    case .permit: return [Field("permit", Phrase("Soort", "Kind"), .choice(ActChoices.permits), required: true), day]
    case .screening: return need + [day]
    case .needs: return need + [day]
    case .link:
      return [
        Field("municipality", Phrase("Gemeente", "Municipality"), .municipality, required: true),
        Field("hard", Phrase("Hard criterium", "Hard criterion"), .yesNo), day,
      ]
    case .accept, .viewing, .register, .guestEnd, .found: return [day]
    case .returnLink: return [reason("link-returned"), explanation, day]
    case .relink:
      return [
        Field("municipality", Phrase("Gemeente", "Municipality"), .municipality, required: true), reason("relinked"),
        day,
      ]
    case .search: return [Field("organisation", Phrase("Corporatie", "Corporation"), required: true), name, day]
    case .offer:
      return [
        address, Field("organisation", Phrase("Verhuurder", "Landlord")), name,
        Field("rooms", Phrase("Kamers", "Rooms"), .number),
        Field("rent", Phrase("Huur", "Rent"), .number),
        Field("features", Phrase("Voorzieningen", "Features"), .choices(ActChoices.features)), day,
      ]
    case .refuse: return [reason("offer-refused"), explanation, day]
    case .judge:
      return [
        Field("verdict", Phrase("Oordeel", "Verdict"), .choice(ActChoices.verdicts), required: true), explanation, day,
      ]
    case .withdrawOffer: return [reason("offer-withdrawn"), explanation, day]
    case .lease: return [Field("start", Phrase("Huur gaat in", "Lease starts"), .day, required: true), day]
    case .move: return [persons("Wie (leeg: allen)", "Who (empty: all)") { $0.awaitsHome }, day]
    case .temporary:
      return [
        Field("kind", Phrase("Soort", "Kind"), .choice(ActChoices.temporaries), required: true), address, until, day,
      ]
    case .secondMove: return [address, day]
    case .ownHome:
      return [address, Field("municipality", Phrase("Gemeente", "Municipality"), .municipality, required: true), day]
    case .reception: return [Field("place", Phrase("Locatie", "Location"), required: true), day]
    case .bsn: return [person(), Field("bsn", Phrase("BSN", "BSN"), required: true), day]
    case .intake, .pip: return [person(), explanation, day]
    case .announceRelatives: return identity + [Field("expected", Phrase("Verwacht", "Expected"), .day), day]
    case .relativesArrived:
      return [
        persons("Wie", "Who", required: true) { $0.place == .abroad },
        Field("home", Phrase("Direct naar huis", "Straight home"), .yesNo), day,
      ]
    case .housingCheck: return [Field("fits", Phrase("Past", "Fits"), .yesNo), explanation, day]
    case .born: return identity + [day]
    case .member: return identity + Self.numbers + [day]
    case .deceased: return [person(), explanation, day]
    case .person:
      let unchanged = Phrase("leeg: blijft zo", "empty: stays as it is")
      let asked = (identity + Self.numbers).map { field in
        var field = field
        (field.required, field.hint) = (
          false, field.hint.nl.isEmpty ? unchanged : field.hint + Phrase(same: "; ") + unchanged
        )
        return field
      }
      return [person { _ in true }] + asked + [day]
    case .language:
      return [
        persons("Wie", "Who", required: true),
        Field(
          "language", Phrase("Taal", "Language"), .choice(ActChoices.tongues), required: true),
        Field("interpreter", Phrase("Tolk nodig", "Interpreter needed"), .yesNo), day,
      ]
    case .guardianship:
      return [
        person { $0.counts && ($0.birth == nil || $0.isMinor(on: today)) },
        Field("guardianship", Phrase("Waar", "Where"), .choice(ActChoices.guardianships), required: true), day,
      ]
    case .cameOfAge: return [person { $0.guardianship != nil }, day]
    case .split: return [persons("Wie vertrekken", "Who leave", required: true), explanation, day]
    case .merge:
      return [
        Field("other", Phrase("Ander dossier", "Other dossier"), required: true, hint: Phrase(same: "2026-004182")),
        day,
      ]
    case .guestStart: return [address, until, day]
    case .absent: return [reason("absent"), explanation, day]
    case .left: return [reason("left-unknown"), explanation, day]
    case .withdraw:
      return [
        Field("person", Phrase("Persoon (leeg: allen)", "Person (empty: all)"), .choice(choices.persons())),
        reason("withdrawn"), explanation, day,
      ]
    case .municipalMerger:
      return [Field("municipality", Phrase("Nieuwe gemeente", "New municipality"), .municipality, required: true), day]
    case .close:
      return [
        Field(
          "outcome", Phrase("Uitkomst", "Outcome"), .choice(choices.outcomes), required: true,
          hint: choices.stillOpen), helped, explanation, day,
      ]
    case .reopen: return [reason("reopened"), explanation, day]
    case .drawIn, .release, .goal, .discussGoal, .agreePlan, .handOver, .takeOver, .share:
      return togetherFields(choices, rules, today: today)
    }
  }

  /// Who a person is.
  static let identity: [Field] = [
    Field("given", Phrase("Voornamen", "Given names")), Field("prefix", Phrase("Voorvoegsel", "Prefix")),
    Field("surname", Phrase("Achternaam", "Surname"), required: true),
    Field(
      "birth", Phrase("Geboren", "Born"), hint: Phrase("1988, 1988-03 of 1988-03-21", "1988, 1988-03 or 1988-03-21")),
    Field("sex", Phrase("Geslacht", "Sex"), .choice(ActChoices.sexes)),
    Field("relation", Phrase("Relatie", "Relation"), .choice(ActChoices.relations)),
  ]

  /// By which a person is known elsewhere.
  static let numbers: [Field] = [
    Field("vnumber", Phrase("V-nummer", "V-number"), hint: Phrase("10 cijfers", "10 digits")),
    Field("bsn", Phrase("BSN", "BSN"), hint: Phrase("9 cijfers, elfproef", "9 digits, eleven-test")),
    Field("nationality", Phrase("Nationaliteit", "Nationality")), Field("phone", Phrase("Telefoon", "Phone")),
  ]

  /// What a form starts with: what is known, and the likeliest answer.
  public func defaults(_ dossier: Dossier, _ rules: Rulebook, today: Day) -> [String: String] {
    var values: [String: String] = [:]
    let standing = dossier.standing(rules)
    switch self {
    case .contact:
      // Whom one speaks is another: the household where one has the turn oneself.
      let turn = standing.turn?.contact
      let other = turn?.party == .municipality ? dossier.contact(at: .household) : turn
      if let turn = other {
        values = [
          "party": turn.party.rawValue, "name": turn.name, "organisation": turn.organisation, "channel": "phone",
        ]
      }
    case .language:
      values["persons"] = dossier.members.map { String($0.id.rawValue) }.joined(separator: ",")
      values["language"] = dossier.head?.spoken?.tongue.rawValue
      values["interpreter"] = dossier.head?.spoken?.needsInterpreter == true ? "yes" : nil
    case .wait:
      if let exit = standing.exit?.owner {
        values = ["party": exit.party.rawValue, "name": exit.name, "organisation": exit.organisation]
      }
    case .needs, .screening:
      values["rooms"] = dossier.needs.rooms.map(String.init)
      values["rent"] = dossier.needs.maxRent.map(String.init)
      values["features"] = dossier.needs.features.map(\.rawValue).joined(separator: ",")
      values["criteria"] = dossier.criteria.map(\.kind.rawValue).joined(separator: ",")
      values["place"] = dossier.placeOfCriteria
    case .offer, .search:
      if let known = dossier.network.last(where: { $0.contact.party == .corporation })?.contact {
        values = ["organisation": known.organisation, "name": known.name]
      }
    case .done:
      values["step"] = ActChoices(dossier: dossier, rules: rules).openSteps(byHand: true).first?.code
    case .unblock, .lesson: values["blocker"] = dossier.blockers.first?.code
    case .bsn: values["person"] = dossier.members.first { $0.bsn == nil }.map { String($0.id.rawValue) }
    case .born: values["relation"] = "child"
    case .assign: values["owner"] = dossier.owner
    case .release, .discussGoal, .agreePlan, .handOver, .takeOver, .share:
      values = togetherDefaults(dossier, rules, today: today)
    default: break
    }
    return values
  }
}
