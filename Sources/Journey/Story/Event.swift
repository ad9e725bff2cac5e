/// One thing that happened to a household, as it was recorded. Never changed, never deleted.
public struct Event: Hashable, Sendable {
  /// How it came in.
  public enum Source: String, Sendable, Codable { case screen, command, importFile = "import", demo, sync }

  public let id: EventID
  /// 1 for the first event of a dossier, without gaps.
  public let sequence: Int
  /// The day it happened.
  public let day: Day
  /// Milliseconds since 1970 UTC at which it was recorded.
  public let recordedAt: Int64
  public let actor: Actor
  public let source: Source
  /// Events recorded by one action share its id, and are undone together: the id of the first of them; of an action on
  /// several dossiers no event of any of them has to have it.
  public let act: EventID
  public let body: Body

  public init(
    id: EventID, sequence: Int, day: Day, recordedAt: Int64, actor: Actor, source: Source, act: EventID, body: Body
  ) {
    self.id = id
    self.sequence = sequence
    self.day = day
    self.recordedAt = recordedAt
    self.actor = actor
    self.source = source
    self.act = act
    self.body = body
  }
}

extension Event {
  /// What happened. Wire names (``Kind``) are stable; a payload only ever gains optional fields, or a new version.
  public enum Body: Hashable, Sendable {
    case registered(Registered)
    case receptionMoved(Place)
    case permitGranted(Permit)
    case screeningHeld(Profile)
    case needsSet(Profile)
    case linked(Linked)
    case linkAccepted
    case linkReturned(Reason)
    case searchStarted(Contact)
    case homeAssigned(Home)
    case viewingHeld
    case leaseSigned(Lease)
    case offerRefused(Reason)
    case refusalJudged(Judgement)
    case offerWithdrawn(Reason)
    case moved(Moved)
    case temporaryPlaced(TemporaryHome)
    case secondMove(Moved)
    case ownHomeFound(Moved)
    case addressRegistered
    case bsnReceived(PersonBSN)
    case intakeDone(PersonNamed)
    case pipSet(PersonNamed)
    case relativesAnnounced(Relatives)
    case relativesArrived(Arrival)
    case housingChecked(HousingCheck)
    case relinked(Linked)
    case guestStayStarted(Stay)
    case guestStayEnded
    case absenceSignalled(Reason)
    case found
    case leftUnknown(Reason)
    case permitWithdrawn(PersonReason)
    case deceased(PersonNamed)
    case born(Born)
    /// Somebody who was here already and belongs to the household.
    case memberAdded(Born)
    case guardianshipSet(Guarded)
    case languageSet(Languages)
    case cameOfAge(PersonNamed)
    case householdSplit(Split)
    case splitFrom(Split)
    case householdJoined(Join)
    case mergedInto(Merge)
    case municipalityMerged(MunicipalMerger)
    case personChanged(Born)
    case contactMade(ContactMade)
    case reviewed(Reviewed)
    case waitingSet(Waiting)
    case blockerRaised(Blocker)
    case blockerCleared(Blocker)
    case noteAdded(Note)
    case stepAdded(OwnStep)
    case stepDone(StepNote)
    case stepWaived(StepNote)
    case stepReopened(StepNote)
    case stepMoved(StepMove)
    case assigned(Assigned)
    case contactSucceeded(Succession)
    case numberShown(PersonNamed)
    case closed(Closing)
    case reopened(Reason)
    case lessonLearned(LessonLearned)
    case lessonUsed(LessonUse)
    case drawnIn(DrawnIn)
    case released(Released)
    case goalSet(GoalSet)
    case goalDiscussed(GoalDiscussed)
    case planAgreed(PlanAgreed)
    case handedOver(HandedOver)
    case takenOver(TakenOver)
    case sheetShared(SheetShared)
    case undone(Undone)
    case corrected(Correction)
    /// An event of a newer version of the program: kept as it came, shown as such.
    case unknown(Unknown)
  }
}
