/// What may happen when. domain 2.3 to 2.5.
enum Guard {
  /// Whether this kind of event can happen in the state the household is in.
  static func state(_ kind: Event.Kind?, _ d: Dossier) throws(Refusal) {
    guard let kind else {
      throw Refusal(Phrase("Deze versie kent die gebeurtenis niet.", "This version does not know that event."))
    }
    if kind == .registered {
      if !d.story.isEmpty && d.sequence > 0 && !d.persons.isEmpty {
        throw Refusal(Phrase("Het dossier bestaat al.", "The dossier exists already."))
      }
      return
    }
    if d.persons.isEmpty && d.story.isEmpty {
      throw Refusal(Phrase("Dit dossier heeft nog geen huishouden.", "This dossier has no household yet."))
    }
    if d.outcome != nil, !afterClosing.contains(kind) {
      throw Refusal(
        Phrase("Het dossier is gesloten.", "The dossier is closed."),
        remedy: Phrase("Heropen het eerst.", "Reopen it first."))
    }
    try way(kind, d)
    try side(kind, d)
    try together(kind, d)
  }

  /// What can still be said of a closed dossier.
  private static let afterClosing: Set<Event.Kind> = [
    .noteAdded, .lessonLearned, .lessonUsed, .reopened, .numberShown, .undone, .corrected, .assigned,
  ]

  private static func way(_ kind: Event.Kind, _ d: Dossier) throws(Refusal) {
    switch kind {
    case .permitGranted:
      if d.permit != nil { throw Refusal(Phrase("De vergunning staat er al.", "The permit is there already.")) }
    case .screeningHeld: try needPermit(d)
    case .linked:
      try needPermit(d)
      if let link = d.link {
        throw Refusal(
          Phrase(
            "Al gekoppeld aan \(Reference.name(ofMunicipality: link.municipality)).",
            "Linked to \(Reference.name(ofMunicipality: link.municipality)) already."),
          remedy: Phrase("Gebruik herkoppelen.", "Use re-link."))
      }
      try needNoHome(d)
    case .relinked:
      try needLink(d)
      try needNoHome(d)
      if d.offer?.lease != nil { throw leaseSigned }
    case .linkAccepted:
      try needLink(d)
      if d.link?.accepted != nil {
        throw Refusal(Phrase("De koppeling is al opgepakt.", "The link has been taken up already."))
      }
    case .linkReturned:
      try needLink(d)
      try needNoHome(d)
      if d.offer != nil {
        throw Refusal(
          Phrase("Er loopt een aanbod.", "An offer is open."),
          remedy: Phrase("Trek dat eerst in.", "Withdraw it first."))
      }
    case .searchStarted, .homeAssigned:
      try needLink(d)
      try needNoHome(d)
      guard d.link?.accepted != nil else {
        throw Refusal(
          Phrase("De koppeling is nog niet opgepakt.", "The link has not been taken up yet."),
          remedy: Phrase(
            "Leg eerst vast dat de gemeente de koppeling oppakt.",
            "First record that the municipality takes up the link."))
      }
      if kind == .homeAssigned, d.offer?.refused != nil { throw awaitsJudgement }
      if kind == .homeAssigned, d.offer != nil {
        throw Refusal(
          Phrase("Er loopt al een aanbod.", "An offer is open already."),
          remedy: Phrase("Trek het in, of leg de weigering vast.", "Withdraw it, or record the refusal."))
      }
    case .viewingHeld, .offerRefused:
      try needOffer(d)
      if d.offer?.lease != nil { throw leaseSigned }
      if d.offer?.refused != nil { throw awaitsJudgement }
    case .leaseSigned:
      try needOffer(d)
      if d.offer?.lease != nil { throw leaseSigned }
      if d.offer?.refused != nil { throw awaitsJudgement }
      let without = d.awaitingHome.filter { $0.bsn == nil }
      if !without.isEmpty {
        let names = without.map(\.fullName).joined(separator: ", ")
        throw Refusal(
          Phrase("BSN ontbreekt van \(names).", "BSN missing of \(names)."),
          remedy: Phrase("Leg eerst het BSN vast.", "Record the BSN first."))
      }
    case .refusalJudged:
      guard d.offer?.refused != nil else {
        throw Refusal(
          Phrase("Er ligt geen weigering om te beoordelen.", "There is no refusal to judge."),
          remedy: Phrase("Leg eerst de weigering vast.", "Record the refusal first."))
      }
    case .offerWithdrawn:
      try needOffer(d)
      if d.offer?.refused != nil { throw awaitsJudgement }
      try needNoHome(d)
    case .moved:
      try needNoHome(d)
      guard d.offer?.lease != nil else {
        throw Refusal(
          Phrase("Er is nog geen huurcontract getekend.", "No lease has been signed yet."),
          remedy: Phrase(
            "Leg eerst het contract vast, of kies tijdelijk gehuisvest of eigen woning.",
            "Record the lease first, or choose temporary home or own home."))
      }
    case .temporaryPlaced:
      try needLink(d)
      try needNoHome(d)
      if d.offer?.lease != nil { throw leaseSigned }
    case .ownHomeFound:
      try needPermit(d)
      if d.housing.map({ !$0.isTemporary }) == true { throw housed }
    case .secondMove:
      guard d.housing?.isTemporary == true else {
        throw Refusal(Phrase("Het huishouden woont niet tijdelijk.", "The household is not in temporary housing."))
      }
    case .addressRegistered:
      guard let housing = d.housing else {
        throw Refusal(
          Phrase("Nog niet verhuisd.", "Not moved yet."),
          remedy: Phrase("Leg eerst de verhuizing vast.", "Record the move first."))
      }
      if housing.registered {
        throw Refusal(Phrase("Al ingeschreven op dit adres.", "Registered at this address already."))
      }
    default: break
    }
  }

  private static func side(_ kind: Event.Kind, _ d: Dossier) throws(Refusal) {
    switch kind {
    case .guestStayStarted:
      try needPermit(d)
      try needNoHome(d)
      if d.guestStay != nil {
        throw Refusal(Phrase("De logeerregeling loopt al.", "The guest stay is running already."))
      }
    case .guestStayEnded:
      if d.guestStay == nil { throw Refusal(Phrase("Er loopt geen logeerregeling.", "No guest stay is running.")) }
    case .absenceSignalled:
      if d.absence != nil {
        throw Refusal(Phrase("De afwezigheid is al gemeld.", "The absence has been signalled already."))
      }
    case .found:
      if d.absence == nil { throw Refusal(Phrase("Er is geen afwezigheid gemeld.", "No absence has been signalled.")) }
    case .leftUnknown:
      if d.absence == nil {
        throw Refusal(
          Phrase("Vertrek wordt in twee stappen vastgelegd.", "A departure is recorded in two steps."),
          remedy: Phrase("Meld eerst de afwezigheid.", "Signal the absence first."))
      }
    case .permitWithdrawn: try needPermit(d)
    case .relativesAnnounced: try needPermit(d)
    case .relativesArrived, .housingChecked:
      if !d.persons.contains(where: { $0.place == .abroad }) {
        throw Refusal(
          Phrase("Er worden geen nareizigers verwacht.", "No relatives are expected."),
          remedy: Phrase("Meld eerst de nareis aan.", "Announce the relatives first."))
      }
    case .householdSplit:
      if d.members.count < 2 { throw Refusal(Phrase("Eén persoon kan niet splitsen.", "One person cannot split.")) }
    case .blockerCleared:
      if d.blockers.isEmpty { throw Refusal(Phrase("Er staat geen knelpunt open.", "No blocker is open.")) }
    case .cameOfAge:
      if !d.persons.contains(where: { $0.guardianship != nil }) {
        throw Refusal(Phrase("Er is geen minderjarige onder voogdij.", "There is no minor under guardianship."))
      }
    case .reopened:
      if d.outcome == nil { throw Refusal(Phrase("Het dossier is open.", "The dossier is open.")) }
      if d.marks[.household(.mergedInto)] != nil {
        throw Refusal(
          Phrase("Dit huishouden is samengevoegd met een ander.", "This household was merged into another."))
      }
    default: break
    }
  }

  // MARK: - Needs

  private static func needPermit(_ d: Dossier) throws(Refusal) {
    if d.permit == nil {
      throw Refusal(
        Phrase("Er is nog geen vergunning.", "There is no permit yet."),
        remedy: Phrase("Leg eerst de vergunning vast.", "Record the permit first."))
    }
  }
  private static func needLink(_ d: Dossier) throws(Refusal) {
    if d.link == nil {
      throw Refusal(
        Phrase("Nog niet gekoppeld aan een gemeente.", "Not linked to a municipality yet."),
        remedy: Phrase("Leg eerst de koppeling vast.", "Record the link first."))
    }
  }
  private static func needOffer(_ d: Dossier) throws(Refusal) {
    try needNoHome(d)
    if d.offer == nil {
      throw Refusal(
        Phrase("Er is geen woning aangeboden.", "No home has been offered."),
        remedy: Phrase("Leg eerst het aanbod vast.", "Record the offer first."))
    }
  }
  private static func needNoHome(_ d: Dossier) throws(Refusal) { if d.housing != nil { throw housed } }

  static let housed = Refusal(Phrase("Het huishouden is al gehuisvest.", "The household has been housed already."))
  static let leaseSigned = Refusal(
    Phrase("Het huurcontract is al getekend.", "The lease has been signed already."),
    remedy: Phrase("Trek eerst het aanbod in.", "Withdraw the offer first."))
  static let awaitsJudgement = Refusal(
    Phrase("De weigering wacht op het oordeel van COA.", "The refusal waits for COA's judgement."),
    remedy: Phrase("Leg eerst het oordeel vast.", "Record the judgement first."))
  static func future(_ day: Day) -> Refusal {
    Refusal(Field.dayToCome(day) + Phrase(same: "."), field: "day")
  }
}
