import GRDB
import Journey

/// One household in a list: what the dossier's projection keeps of it.
public struct Row: Hashable, Sendable, Identifiable {
  public let id: DossierID
  /// `AL-HASSAN, Rima`
  public let name: String
  /// Members that count, relatives abroad included.
  public let persons: Int
  public let stage: Stage
  public let stageSince: Day
  /// CBS code, `GM0344`.
  public let municipality: String?
  public let waitingOn: Contact?
  public let waitingSince: Day?
  /// With whoever has the turn.
  public let lastContact: Day?
  /// Of the next step.
  public let due: Day?
  public let dueTitle: Phrase
  /// Id of the term that gave the due day; empty for an agreement.
  public let dueRule: String
  /// Whose the next step is, where it is not theirs who has the turn; of a household without its name.
  public let stepOwner: Contact?
  /// Code of the oldest open blocker.
  public let blocker: String?
  /// What exactly; may be empty.
  public let blockerText: String
  /// The whole way, permit to home: when it started and when it should be done.
  public let wayStart: Day?
  public let wayDue: Day?
  public let owner: String
  /// Nationality of the head, RvIG table 32.
  public let origin: String
  public let reception: String
  /// The sequence of the latest event: hand it in as `seen`.
  public let version: Int
  /// The day of the last recorded event, where this program runs.
  public let changed: Day?
  /// Relatives announced and not yet here.
  public let relatives: Int
  /// In a list of who counted for the task in a period: the persons who did; of who is on the way: those who do not count
  /// yet, where not all of them; nil in any other.
  public let counted: Int?
  let sortName: String
  /// Milliseconds since 1970 UTC.
  let changedAt: Int
  /// Whether it was found in the order of hits of a text, not in that of the list; nil where no text was looked for.
  let isByHit: Bool?

  static let columns = """
    dossier.id, name, persons, stage, stage_since, municipality, party, org, contact, waiting_since, last_contact, due,
    due_title_nl, due_title_en, due_rule, blocker, owner, origin, reception, version, sort_name, blocker_text, way_start,
    way_due, changed, relatives, step_owner
    """

  init(_ row: GRDB.Row, isByHit: Bool? = nil) {
    self.isByHit = isByHit
    func day(_ number: Int) -> Day? { number > 0 && number < Schema.noDay ? Day(number: Int32(number)) : nil }
    func some(_ text: String) -> String? { text.isEmpty ? nil : text }
    id = DossierID(value: row[0])
    name = row[1]
    persons = row[2]
    stage = Stage(rawValue: row[3]) ?? .reception
    stageSince = Day(number: Int32(truncatingIfNeeded: row[4] as Int))
    municipality = some(row[5])
    let party: String = row[6]
    waitingOn = party.isEmpty ? nil : Contact(PartyID(party), organisation: row[7], name: row[8])
    waitingSince = day(row[9])
    lastContact = day(row[10])
    due = day(row[11])
    dueTitle = Phrase(row[12], row[13])
    dueRule = row[14]
    blocker = some(row[15])
    owner = row[16]
    origin = row[17]
    reception = row[18]
    version = row[19]
    sortName = row[20]
    blockerText = row[21]
    wayStart = day(row[22])
    wayDue = day(row[23])
    changedAt = row[24]
    changed = changedAt > 0 ? Moment.day(Int64(changedAt)) : nil
    relatives = row[25]
    stepOwner = some(row[26]).map(ActorKey.actor)
    counted = row.count > 27 ? row[27] : nil
  }

  /// As the column holds it: after every day where there is none.
  var dueKey: Int { due.map { Int($0.number) } ?? noDay }
  var waitingKey: Int { waitingSince.map { Int($0.number) } ?? noDay }
  private var noDay: Int { stage == .closed ? Schema.closedDay : Schema.noDay }

  /// Days since the last sign of life of whoever is to act, or since they got the turn where that is later.
  public func silence(_ today: Day) -> Int? {
    [lastContact, waitingSince].compactMap(\.self).max().map { max(0, today - $0) }
  }

  /// Where this row stands in every order: hand it to ``Casebook/rows(_:from:direction:limit:)`` to go on from here.
  public var anchor: Anchor { Anchor(row: self) }
}

/// A place in a list, whatever its order. It stays good when the row itself moves or goes.
public struct Anchor: Hashable, Sendable {
  let row: Row
  public var id: DossierID { row.id }
  /// Whether the row itself is among the answers.
  public private(set) var inclusive = false

  init(row: Row) { self.row = row }

  public func including(_ itself: Bool = true) -> Anchor {
    var copy = self
    copy.inclusive = itself
    return copy
  }
}

public enum Direction: Sendable { case forward, backward }
