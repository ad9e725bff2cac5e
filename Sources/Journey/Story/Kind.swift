extension Event {
  /// The wire names of events: stable for ever. domain 2.5.
  public enum Kind: String, Sendable, CaseIterable {
    case registered = "household-registered"
    case receptionMoved = "reception-moved"
    case permitGranted = "permit-granted"
    case screeningHeld = "screening-held"
    case needsSet = "needs-set"
    case linked
    case linkAccepted = "link-accepted"
    case linkReturned = "link-returned"
    case searchStarted = "search-started"
    case homeAssigned = "home-assigned"
    case viewingHeld = "viewing-held"
    case leaseSigned = "lease-signed"
    case offerRefused = "offer-refused"
    case refusalJudged = "refusal-judged"
    case offerWithdrawn = "offer-withdrawn"
    case moved
    case temporaryPlaced = "temporary-placed"
    case secondMove = "second-move"
    case ownHomeFound = "own-home-found"
    case addressRegistered = "registered"
    case bsnReceived = "bsn-received"
    case intakeDone = "intake-done"
    case pipSet = "pip-set"
    case relativesAnnounced = "relatives-announced"
    case relativesArrived = "relatives-arrived"
    case housingChecked = "housing-check"
    case relinked
    case guestStayStarted = "guest-stay-started"
    case guestStayEnded = "guest-stay-ended"
    case absenceSignalled = "absent"
    case found
    case leftUnknown = "left-unknown"
    case permitWithdrawn = "withdrawn"
    case deceased
    case born
    case memberAdded = "member-added"
    case guardianshipSet = "guardianship-set"
    case languageSet = "language-set"
    case cameOfAge = "came-of-age"
    case householdSplit = "household-split"
    case splitFrom = "split-from"
    case householdJoined = "household-merge"
    case mergedInto = "merged-into"
    case municipalityMerged = "municipality-merged"
    case personChanged = "person-changed"
    case contactMade = "contact-made"
    case reviewed
    case waitingSet = "waiting-set"
    case blockerRaised = "blocker-raised"
    case blockerCleared = "blocker-cleared"
    case noteAdded = "note"
    case stepAdded = "step-added"
    case stepDone = "step-done"
    case stepWaived = "step-waived"
    case stepReopened = "step-reopened"
    case stepMoved = "step-moved"
    case assigned
    case contactSucceeded = "contact-succeeded"
    case numberShown = "number-shown"
    case closed
    case reopened
    case lessonLearned = "lesson"
    case lessonUsed = "lesson-used"
    case drawnIn = "drawn-in"
    case released
    case goalSet = "goal-set"
    case goalDiscussed = "goal-discussed"
    case planAgreed = "plan-agreed"
    case handedOver = "handed-over"
    case takenOver = "taken-over"
    case sheetShared = "sheet-shared"
    case undone
    case corrected

    /// The version of the payload this program writes. It reads all up to it; a higher one is kept as unknown.
    public var version: Int { 1 }
  }
}

extension Event.Body {
  /// The wire name; for an unknown event the name it came with.
  public var wireName: String {
    if case .unknown(let unknown) = self { return unknown.kind }
    return kind?.rawValue ?? ""
  }

  /// nil for an unknown event.
  public var kind: Event.Kind? {
    switch self {
    case .registered: .registered
    case .receptionMoved: .receptionMoved
    case .permitGranted: .permitGranted
    case .screeningHeld: .screeningHeld
    case .needsSet: .needsSet
    case .linked: .linked
    case .linkAccepted: .linkAccepted
    case .linkReturned: .linkReturned
    case .searchStarted: .searchStarted
    case .homeAssigned: .homeAssigned
    case .viewingHeld: .viewingHeld
    case .leaseSigned: .leaseSigned
    case .offerRefused: .offerRefused
    case .refusalJudged: .refusalJudged
    case .offerWithdrawn: .offerWithdrawn
    case .moved: .moved
    case .temporaryPlaced: .temporaryPlaced
    case .secondMove: .secondMove
    case .ownHomeFound: .ownHomeFound
    case .addressRegistered: .addressRegistered
    case .bsnReceived: .bsnReceived
    case .intakeDone: .intakeDone
    case .pipSet: .pipSet
    case .relativesAnnounced: .relativesAnnounced
    case .relativesArrived: .relativesArrived
    case .housingChecked: .housingChecked
    case .relinked: .relinked
    case .guestStayStarted: .guestStayStarted
    case .guestStayEnded: .guestStayEnded
    case .absenceSignalled: .absenceSignalled
    case .found: .found
    case .leftUnknown: .leftUnknown
    case .permitWithdrawn: .permitWithdrawn
    case .deceased: .deceased
    case .born: .born
    case .memberAdded: .memberAdded
    case .guardianshipSet: .guardianshipSet
    case .languageSet: .languageSet
    case .cameOfAge: .cameOfAge
    case .householdSplit: .householdSplit
    case .splitFrom: .splitFrom
    case .householdJoined: .householdJoined
    case .mergedInto: .mergedInto
    case .municipalityMerged: .municipalityMerged
    case .personChanged: .personChanged
    case .contactMade: .contactMade
    case .reviewed: .reviewed
    case .waitingSet: .waitingSet
    case .blockerRaised: .blockerRaised
    case .blockerCleared: .blockerCleared
    case .noteAdded: .noteAdded
    case .stepAdded: .stepAdded
    case .stepDone: .stepDone
    case .stepWaived: .stepWaived
    case .stepReopened: .stepReopened
    case .stepMoved: .stepMoved
    case .assigned: .assigned
    case .contactSucceeded: .contactSucceeded
    case .numberShown: .numberShown
    case .closed: .closed
    case .reopened: .reopened
    case .lessonLearned: .lessonLearned
    case .lessonUsed: .lessonUsed
    case .drawnIn: .drawnIn
    case .released: .released
    case .goalSet: .goalSet
    case .goalDiscussed: .goalDiscussed
    case .planAgreed: .planAgreed
    case .handedOver: .handedOver
    case .takenOver: .takenOver
    case .sheetShared: .sheetShared
    case .undone: .undone
    case .corrected: .corrected
    case .unknown: nil
    }
  }
}
