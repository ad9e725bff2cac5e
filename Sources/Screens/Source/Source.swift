import Casebook
import Journey

/// One household in a list, with everything a row and its explanation say.
struct Line: Identifiable, Sendable {
  var id: DossierID
  var name: String
  var persons: Int
  /// Those of them who are announced relatives and still have to come.
  var toCome = 0
  /// Those who counted for the task, in a list of who did; nil in any other.
  var counted: Int?
  var stage: Stage
  var stageSince: Day
  /// As one says it.
  var municipality: String
  var waitingOn: Contact?
  var waitingSince: Day?
  var lastContact: Day?
  var due: Day?
  var dueTitle: Phrase
  var dueRule: String
  /// Whose the step is that is due; nil for an agreement.
  var dueOwner: PartyID?
  /// Whose the next step is, where it is not theirs who has the turn.
  var stepOwner: Contact?
  var blocker: String?
  var blockerText: String
  /// Permit to home: when it started and should be done.
  var wayStart: Day?
  var wayDue: Day?
  var owner: String
  var origin: String
  var reception: String
  /// The day of the last recorded event.
  var changed: Day?
  /// How many events its story has: when that moves, somebody did something.
  var version: Int
  /// Where reading goes on from here; only its source understands it.
  var anchor: any Sendable

  /// Days since the last sign of life of whoever is to act.
  func silence(_ today: Day) -> Int? {
    [lastContact, waitingSince].compactMap { $0 }.max().map { max(0, today - $0) }
  }

  func isSilent(_ today: Day, _ rules: Rulebook) -> Bool {
    guard let days = silence(today), let party = waitingOn?.party, let limit = rules.silenceLimit(party, stage) else {
      return false
    }
    return days > limit
  }
}

extension Line {
  /// ` door gemeente (uw regie)`, whose the step is that is due, where another has the turn; else empty.
  func dueOwnerText(_ rules: Rulebook, _ language: Language, user: String) -> String {
    guard let dueOwner, dueOwner != waitingOn?.party else { return "" }
    // A row does not know who at the municipality does it, only who keeps the dossier together.
    let isOwn = dueOwner == .municipality && !user.isEmpty && owner == user
    let own = isOwn ? Phrase(" (uw regie)", " (your lead)") : Phrase(same: "")
    return Phrase(" door ", " by ")[language] + rules.party(dueOwner)[language].lowercasedFirst + own[language]
  }

  /// `3`; `1+5` where five of six are announced relatives still to come; `2/3` where two of three counted for the task, so
  /// that a list of those adds up to its number.
  var personsInFigures: String {
    if let counted { return counted == persons ? "\(counted)" : "\(counted)/\(persons)" }
    return Words.personsInFigures(String(persons - toCome), toCome: toCome > 0 ? String(toCome) : nil)
  }

  /// `3 personen, waarvan 2 nog onderweg`; `2 van 3 personen tellen hier mee`.
  var personsInWords: Phrase {
    guard let counted, counted != persons else { return Words.persons(persons, toCome: toCome) }
    let (nl, en) = (Digits.persons(persons).nl, Digits.persons(persons).en)
    return counted == 1
      ? Phrase("1 van \(nl) telt hier mee", "1 of \(en) counts here")
      : Phrase("\(counted) van \(nl) tellen hier mee", "\(counted) of \(en) count here")
  }
}

/// Which dossiers, in which order.
struct Ask: Hashable, Sendable {
  var filter = ""
  /// Only those this account keeps together.
  var owner: String?
  /// Only those linked to a municipality of this area.
  var area = Area.country
  /// Those that a number of the board is about; nil: of the whole list.
  var figure: Figure?
  /// Of them only these.
  var group: HouseholdGroup?
  /// Empty: by urgency, or as the filter says.
  var sort: [SortKey] = []
}

struct Totals: Hashable, Sendable {
  var overdue = 0
  var thisWeek = 0
  var waiting = 0
  var linked = 0
}

/// A count that stops counting somewhere.
struct Count: Hashable, Sendable {
  var number: Int
  var isCapped: Bool
}

/// What is wrong with a typed filter, or may be: which letters, and what was expected there.
struct FilterFault: Hashable, Sendable {
  var range: Range<Int>
  var expected: Phrase
  /// What belongs there instead, where that is known.
  var correction: String?
}

/// How a change ended.
enum Answer: Sendable {
  case done(Dossier)
  case refused(Refusal)
  /// Somebody else moved the dossier on, and this no longer holds.
  case moved(Refusal, Dossier)
  case failed(Phrase)
}

/// Whether an act on many is only tried.
enum Extent: Sendable {
  case tries
  /// With the key of what was typed for it, where something was.
  case records(ending: String?)
}

/// How an act on many ended.
enum ManyAnswer: Sendable {
  case done(ManyOutcome)
  case ended
  case failed(Phrase)
}

/// Why something could not be read, in words.
struct SourceFailure: Error, Sendable { var phrase: Phrase }

/// Where the screens get what they show. Called from the worker's thread, except for `fault`, `hint` and
/// `order`, which read no file.
protocol Source: Sendable {
  /// Lines after (or before, in the order of the list) `line`, with `itself` it too; from the beginning or the end when
  /// it is nil.
  func lines(_ ask: Ask, beyond line: Line?, itself: Bool, forward: Bool, limit: Int, today: Day) throws -> [Line]
  func count(_ ask: Ask, today: Day) throws -> Count
  /// Whether the list has this household, however far on.
  func isListed(_ id: DossierID, _ ask: Ask, today: Day) throws -> Bool
  /// One household as the list shows it; nil when it is not in the casebook.
  func line(_ id: DossierID) throws -> Line?
  func totals(_ ask: Ask, today: Day) throws -> Totals
  func dossier(_ id: DossierID) throws -> Dossier?
  func find(_ text: String) throws -> [Line]
  func newID(today: Day) throws -> DossierID
  /// The dossiers that whoever is entered may be in already.
  func already(_ entries: [Decision.Entry]) -> [DossierID]
  /// Opens a dossier for a household that is not there yet.
  func register(_ entries: [Decision.Entry], today: Day) -> Answer
  func owns(_ user: String, today: Day) throws -> Bool
  /// - Parameter draft: the key of what was typed for it, which is gone once it is recorded.
  func perform(_ action: Action, on id: DossierID, seen: Int, ending draft: String?, today: Day) -> Answer
  /// The first so many dossiers of a list.
  func ids(_ ask: Ask, limit: Int, today: Day) throws -> [DossierID]
  /// One act on many dossiers, or only whether it holds for each.
  ///
  /// - Parameters:
  ///   - goesOn: is told how many were done; false ends it, and then nothing was done.
  func each(
    _ ids: [DossierID], _ extent: Extent, today: Day, goesOn: (Int) -> Bool, action: @escaping Casebook.ActionOfEach
  ) -> ManyAnswer
  /// The order that a filter asks for; empty when it does not say.
  func order(_ filter: String, today: Day) -> [SortKey]
  func fault(_ filter: String, today: Day) -> FilterFault?
  /// Of a filter that is right: what somebody perhaps meant by words that it only searches for.
  func hint(_ filter: String, today: Day) -> FilterFault?
  /// The days that its words for days stand for.
  func daysRead(_ filter: String, today: Day) -> Phrase?
  /// What may come where the cursor is, counted in letters.
  func completions(_ filter: String, cursor: Int, today: Day) -> FilterCompletions
  func saveDraft(_ key: String, _ values: [String: String])
  /// What was left half-way in a form: from now on this window types in it.
  func takeDraft(_ key: String) -> TakenDraft
  /// Leaves what this window typed for whoever opens that form next.
  func leaveDraft(_ key: String)
  func removeDraft(_ key: String)
  /// What was left half-way by key, the latest first; without what another window types in now.
  func drafts() -> [(key: String, texts: [String: String])]
  /// Whether somebody else wrote since the last time of asking.
  func hasForeignChanges() -> Bool
  /// One's own views, those everybody shares, and those the program brings.
  func views() -> [KnownView]
  /// Keeps a view in the place of one with its name.
  func keep(_ view: KnownView) throws
  func remove(_ view: KnownView) throws
  /// The heads of the board, of now.
  func board(_ area: Area, on today: Day) throws -> Board
  /// The board as it stood; nil when it was ended.
  /// - Parameter goesOn: is told how many households were looked at; false ends it.
  func board(_ area: Area, asOf day: Day, of group: HouseholdGroup?, goesOn: (Int) -> Bool) throws -> PastBoard?
  func groups(_ area: Area, by grouping: Grouping, on today: Day) throws -> [Stage: [HouseholdGroup]]
  /// - Parameters:
  ///   - today: or the past day it is as of.
  ///   - past: the board of that day.
  func chart(_ view: PipelineView, _ area: Area, today: Day, past: Board?) throws -> PipelineChart
  /// Reads every stay that the ageing picture rests on, where it rests on a sample; false when it was ended.
  /// - Parameters:
  ///   - day: today, or the past day of the picture.
  ///   - goesOn: is told how many households were looked at; false ends it.
  func countStays(_ area: Area, on day: Day, goesOn: (Int) -> Bool) throws -> Bool
  /// The closest lessons and solved households.
  func lessons(_ query: LessonQuery) throws -> LessonsFound
  /// Writes a text as a new file.
  /// - Returns: its path.
  func save(_ text: String, at path: String) throws -> String
  /// The whole of a path, the home folder as `~`; of nothing the folder where a name alone goes.
  func path(of typed: String) -> String
  /// Where somebody was when they left.
  func place() -> String?
  func savePlace(_ text: String)
  /// The account of the task.
  var task: any TaskSource { get }
  /// The people at the parties.
  var network: NetworkSource { get }
}

extension Source {
  func lines(_ ask: Ask, beyond line: Line?, forward: Bool, limit: Int, today: Day) throws -> [Line] {
    try lines(ask, beyond: line, itself: false, forward: forward, limit: limit, today: today)
  }
}
