extension Dossier {
  /// Events that move the household along its way home.
  mutating func foldWay(_ event: Event) {
    switch event.body {
    case .permitGranted(let permit): self.permit = permit
    case .screeningHeld(let profile), .needsSet(let profile):
      needs = profile.needs
      criteria = profile.criteria
    case .linked(let linked): startLink(linked, event.day)
    case .relinked(let linked):
      endLink(event.day, linked.reason)
      startLink(linked, event.day)
    case .linkAccepted: link?.accepted = event.day
    case .linkReturned(let reason): endLink(event.day, reason.code)
    case .municipalityMerged(let merger): if link?.municipality == merger.from { link?.municipality = merger.to }
    case .homeAssigned(let home):
      offer = Offer(home: home, day: event.day)
      know(home.landlord)
    case .viewingHeld: offer?.viewed = event.day
    case .leaseSigned(let lease): offer?.lease = lease
    case .offerRefused(let reason):
      offer?.refused = reason
      offersRefused += 1
      marks[.refusalPending] = event.day
    case .refusalJudged(let judgement): judge(judgement, event.day)
    case .offerWithdrawn: dropOffer()
    case .moved(let moved):
      settle(.permanent, moved, event.day)
    case .secondMove(let moved):
      settle(.permanent, moved, event.day)
    case .ownHomeFound(let moved):
      if !moved.municipality.isEmpty, moved.municipality != link?.municipality {
        endLink(event.day, "own-home")
        startLink(Event.Linked(moved.municipality), event.day)
        link?.accepted = event.day
      }
      settle(.own, moved, event.day)
    case .temporaryPlaced(let home):
      settle(.temporary(home.kind, until: home.until), Event.Moved(address: home.address), event.day)
      marks[.temporaryUntil] = home.until
    case .addressRegistered: housing?.registered = true
    case .housingChecked: break
    case .guestStayStarted(let stay):
      guestStay = stay
      marks[.guestUntil] = stay.until
      replace(.reception, by: .guest)
    case .guestStayEnded: endGuestStay()
    case .absenceSignalled(let reason): absence = reason
    case .found: absence = nil
    case .leftUnknown:
      for index in persons.indices where persons[index].place != .home { persons[index].place = .gone }
    case .mergedInto: outcome = .joinedRelative
    case .closed(let closing): outcome = closing.outcome
    case .reopened:
      outcome = nil
      forget([.closed])
    default: break
    }
  }

  private mutating func startLink(_ linked: Event.Linked, _ day: Day) {
    link = Link(municipality: linked.municipality, since: day, hard: linked.hard)
    marks[.household(.linked)] = day
    forget([.linkAccepted, .searchStarted])
  }

  private mutating func endLink(_ day: Day, _ reason: String) {
    if let link { formerLinks.append(FormerLink(municipality: link.municipality, until: day, reason: reason)) }
    link = nil
    forget([.linked, .linkAccepted, .searchStarted])
    dropOffer()
  }

  private mutating func dropOffer() {
    offer = nil
    marks[.refusalPending] = nil
    marks[.leaseStart] = nil
    forget([.homeAssigned, .viewingHeld, .leaseSigned])
  }

  private mutating func judge(_ judgement: Event.Judgement, _ day: Day) {
    marks[.refusalPending] = nil
    switch judgement.verdict {
    case .acceptedAfterAll: offer?.refused = nil
    case .justified, .unjustified: dropOffer()
    case .justifiedElsewhere: endLink(day, "refusal-justified")
    }
  }

  private mutating func settle(_ kind: Housing.Kind, _ moved: Event.Moved, _ day: Day) {
    let address = moved.address.isEmpty ? offer?.home.address ?? "" : moved.address
    housing = Housing(kind: kind, address: address, since: day, registered: false)
    forget([.addressRegistered])
    marks[.housed] = day
    realised = realised ?? day
    let place: Person.Place = housing?.isTemporary == true ? .temporary : .home
    for index in persons.indices {
      let person = persons[index]
      let named =
        moved.persons.isEmpty ? person.awaitsHome || person.place == .temporary : moved.persons.contains(person.id)
      if named { persons[index].place = place }
    }
    endGuestStay()
    if kind != .permanent { dropOffer() }
  }

  private mutating func endGuestStay() {
    guestStay = nil
    marks[.guestUntil] = nil
    forget([.guestStayStarted])
    replace(.guest, by: .reception)
  }

  private mutating func replace(_ old: Person.Place, by new: Person.Place) {
    for index in persons.indices where persons[index].place == old { persons[index].place = new }
  }

  /// Things that belong to a link or offer that is over no longer count as having happened on this way.
  private mutating func forget(_ kinds: [Event.Kind]) {
    for kind in kinds { marks[.household(kind)] = nil }
  }
}
