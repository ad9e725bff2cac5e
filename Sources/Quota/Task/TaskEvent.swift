import Journey

/// One posting in the book of the task. Never changed, never deleted; what was wrong is corrected or taken back by another.
public struct TaskEvent: Hashable, Sendable {
  public let id: EventID
  /// 1 for the first posting of a casebook, without gaps. Actions of a plan are named by it.
  public let number: Int
  /// The day it happened: of the letter, the decision, the agreement; of a list the day it was taken in.
  public let day: Day
  /// Milliseconds since 1970 UTC at which it was recorded.
  public let recordedAt: Int64
  public let actor: Actor
  public let source: Event.Source
  /// Postings made together share it, and are taken back together: the id of the first of them.
  public let act: EventID
  public let body: Body

  public init(
    id: EventID, number: Int, day: Day, recordedAt: Int64, actor: Actor, source: Event.Source, act: EventID, body: Body
  ) {
    self.id = id
    self.number = number
    self.day = day
    self.recordedAt = recordedAt
    self.actor = actor
    self.source = source
    self.act = act
    self.body = body
  }
}

extension TaskEvent {
  /// What was posted. One list from outside is one posting, however many municipalities it has.
  public enum Body: Hashable, Sendable {
    case population(Population)
    case nationalNeed(NationalNeed)
    case nationalSeries(NationalSeries)
    case targets(PublishedTargets)
    case opening(OpeningBalance)
    case correction(Correction)
    case shift(Shift)
    case homes(HomesToCome)
    case links(LinksCounted)
    case realised(PublishedRealised)
    case supervision(SupervisionStep)
    case structure(ProjectStructure)
    case steeringMet(SteeringMeeting)
    case goal(Goal)
    case action(PlannedAction)
    case actionDone(ActionNote)
    case actionMoved(ActionMove)
    case actionDropped(ActionNote)
    case commitment(Commitment)
    case scenario(SavedScenario)
    case undone(TakenBack)
    /// Of a newer version of the program: kept as it came.
    case unknown(Event.Unknown)
  }

  /// Wire names: stable for ever.
  public enum Kind: String, Sendable, CaseIterable {
    case population
    case nationalNeed = "national-need"
    case nationalSeries = "national-series"
    case targets = "targets-published"
    case opening = "opening-balance"
    case correction
    case shift
    case homes = "homes-to-come"
    case links = "links-counted"
    case realised = "realised-published"
    case supervision = "supervision-step"
    case structure = "project-structure"
    case steeringMet = "steering-met"
    case goal
    case action
    case actionDone = "action-done"
    case actionMoved = "action-moved"
    case actionDropped = "action-dropped"
    case commitment
    case scenario = "scenario-saved"
    case undone

    /// The version of the payload this program writes. It reads all up to it; a higher one is kept as unknown.
    public var version: Int { 1 }
  }
}

extension TaskEvent.Body {
  /// nil for what a newer version posted.
  public var kind: TaskEvent.Kind? {
    switch self {
    case .population: .population
    case .nationalNeed: .nationalNeed
    case .nationalSeries: .nationalSeries
    case .targets: .targets
    case .opening: .opening
    case .correction: .correction
    case .shift: .shift
    case .homes: .homes
    case .links: .links
    case .realised: .realised
    case .supervision: .supervision
    case .structure: .structure
    case .steeringMet: .steeringMet
    case .goal: .goal
    case .action: .action
    case .actionDone: .actionDone
    case .actionMoved: .actionMoved
    case .actionDropped: .actionDropped
    case .commitment: .commitment
    case .scenario: .scenario
    case .undone: .undone
    case .unknown: nil
    }
  }

  /// What it is called, in a list of postings.
  public var name: Phrase {
    switch self {
    case .population: Phrase("Inwoners", "Inhabitants")
    case .nationalNeed: Phrase("Landelijke behoefte", "National need")
    case .nationalSeries: Phrase("Landelijke reeks", "National series")
    case .targets: Phrase("Gepubliceerde taakstelling", "Published targets")
    case .opening: Phrase("Beginsaldo", "Opening balance")
    case .correction: Phrase("Correctie", "Correction")
    case .shift: Phrase("Verschuiving", "Shift")
    case .homes: Phrase("Woningen die komen", "Homes to come")
    case .links: Phrase("Koppelingen op de peildatum", "Links by the reference date")
    case .realised: Phrase("Gepubliceerde realisatie", "Published realisation")
    case .supervision: Phrase("Stap van toezicht", "Step of supervision")
    case .structure: Phrase("Projectstructuur", "Project structure")
    case .steeringMet: Phrase("Stuurgroep bijeen", "Steering group met")
    case .goal: Phrase("Doel", "Goal")
    case .action: Phrase("Actie", "Action")
    case .actionDone: Phrase("Actie afgerond", "Action done")
    case .actionMoved: Phrase("Actie verzet", "Action moved")
    case .actionDropped: Phrase("Actie vervallen", "Action dropped")
    case .commitment: Phrase("Bestuurlijk besluit", "Commitment")
    case .scenario: Phrase("Scenario bewaard", "Scenario saved")
    case .undone: Phrase("Teruggenomen", "Taken back")
    case .unknown: Phrase("Boeking van een nieuwere versie", "Posting of a newer version")
    }
  }

  /// The municipality it is about, by the code of today; nil for lists and what is of the whole country.
  public var municipality: String? {
    let code: String? =
      switch self {
      case .correction(let p): p.municipality
      case .homes(let p): p.municipality
      case .supervision(let p): p.municipality
      case .structure(let p): p.municipality
      case .steeringMet(let p): p.municipality
      case .goal(let p): p.municipality
      case .action(let p): p.municipality
      case .commitment(let p): p.municipality
      default: nil
      }
    return code.map(Reference.present)
  }
}
