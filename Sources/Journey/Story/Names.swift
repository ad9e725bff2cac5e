extension Event.Body {
  /// What happened, in a few words.
  public var name: Phrase {
    guard let kind else { return Phrase("Onbekende gebeurtenis (\(wireName))", "Unknown event (\(wireName))") }
    return kind.name
  }
}

extension Event.Kind {
  public var name: Phrase {
    switch self {
    case .registered: Phrase("Dossier geopend", "Dossier opened")
    case .receptionMoved: Phrase("Andere opvanglocatie", "Other reception centre")
    case .permitGranted: Phrase("Vergunning", "Permit")
    case .screeningHeld: Phrase("Huisvestingsgesprek", "Screening interview")
    case .needsSet: Phrase("Woonbehoefte", "Housing needs")
    case .linked: Phrase("Gekoppeld", "Linked")
    case .linkAccepted: Phrase("Koppeling opgepakt", "Link taken up")
    case .linkReturned: Phrase("Koppeling teruggegeven", "Link returned")
    case .searchStarted: Phrase("Zoekopdracht gegeven", "Search requested")
    case .homeAssigned: Phrase("Woning aangeboden", "Home offered")
    case .viewingHeld: Phrase("Bezichtigd", "Viewed")
    case .leaseSigned: Phrase("Huurcontract getekend", "Lease signed")
    case .offerRefused: Phrase("Aanbod geweigerd", "Offer refused")
    case .refusalJudged: Phrase("Weigering beoordeeld", "Refusal judged")
    case .offerWithdrawn: Phrase("Aanbod ingetrokken", "Offer withdrawn")
    case .moved: Phrase("Verhuisd", "Moved in")
    case .temporaryPlaced: Phrase("Tijdelijk gehuisvest", "Temporarily housed")
    case .secondMove: Phrase("Verhuisd naar definitieve woning", "Moved to permanent home")
    case .ownHomeFound: Phrase("Eigen woning gevonden", "Found own home")
    case .addressRegistered: Phrase("Ingeschreven op het adres", "Registered at the address")
    case .bsnReceived: Phrase("BSN ontvangen", "BSN received")
    case .intakeDone: Phrase("Brede intake", "Broad intake")
    case .pipSet: Phrase("PIP vastgesteld", "PIP set")
    case .relativesAnnounced: Phrase("Nareis aangemeld", "Relatives announced")
    case .relativesArrived: Phrase("Nareizigers aangekomen", "Relatives arrived")
    case .housingChecked: Phrase("Woningcheck", "Housing check")
    case .relinked: Phrase("Herkoppeld", "Re-linked")
    case .guestStayStarted: Phrase("Logeerregeling gestart", "Guest stay started")
    case .guestStayEnded: Phrase("Logeerregeling beëindigd", "Guest stay ended")
    case .absenceSignalled: Phrase("Afwezig gemeld", "Absence signalled")
    case .found: Phrase("Weer gevonden", "Found again")
    case .leftUnknown: Phrase("Met onbekende bestemming vertrokken", "Left for an unknown destination")
    case .permitWithdrawn: Phrase("Vergunning ingetrokken", "Permit withdrawn")
    case .deceased: Phrase("Overleden", "Deceased")
    case .born: Phrase("Geboren", "Born")
    case .memberAdded: Phrase("Gezinslid toegevoegd", "Member added")
    case .guardianshipSet: Phrase("Voogdij", "Guardianship")
    case .cameOfAge: Phrase("18 geworden", "Turned 18")
    case .householdSplit: Phrase("Huishouden gesplitst", "Household split")
    case .splitFrom: Phrase("Afgesplitst", "Split off")
    case .householdJoined: Phrase("Huishoudens samengevoegd", "Households merged")
    case .mergedInto: Phrase("Opgegaan in ander dossier", "Merged into another dossier")
    case .municipalityMerged: Phrase("Gemeente heringedeeld", "Municipality merged")
    case .personChanged: Phrase("Persoonsgegevens gewijzigd", "Personal details changed")
    case .contactMade: Phrase("Contact", "Contact")
    case .waitingSet: Phrase("Wacht op", "Waiting on")
    case .blockerRaised: Phrase("Knelpunt", "Blocker")
    case .blockerCleared: Phrase("Knelpunt opgelost", "Blocker cleared")
    case .noteAdded: Phrase("Notitie", "Note")
    case .stepAdded: Phrase("Afspraak", "Agreement")
    case .stepDone: Phrase("Stap afgerond", "Step done")
    case .stepWaived: Phrase("Stap niet nodig", "Step waived")
    case .stepReopened: Phrase("Stap heropend", "Step reopened")
    case .stepMoved: Phrase("Datum verzet", "Date moved")
    case .assigned: Phrase("Regie", "Case owner")
    case .numberShown: Phrase("Nummers ingezien", "Numbers viewed")
    case .closed: Phrase("Dossier gesloten", "Dossier closed")
    case .reopened: Phrase("Dossier heropend", "Dossier reopened")
    case .undone: Phrase("Teruggenomen", "Taken back")
    case .corrected: Phrase("Gecorrigeerd", "Corrected")
    }
  }
}
