import Foundation
import GRDB
import Journey

/// What lists and searches need of a dossier, computed from it. Equal dossiers give equal projections.
struct Projection: Equatable, Sendable {
  var id: Int64
  var sortName: String
  var name: String
  var persons: Int
  var stage: Int
  var stageSince: Int
  var municipality: String
  var waitingOn: Contact?
  var waitingSince: Int
  /// The last sign of life of the party that has the turn.
  var lastContact: Int
  var due: Int
  var dueTitle: Phrase
  var dueRule: String
  var blocker: String
  var blockerText: String
  /// The whole way, permit to home: the day it started and the day it should be done; 0 where it does not run.
  var wayStart: Int
  var wayDue: Int
  var owner: String
  var origin: String
  var reception: String
  var realised: Int?
  /// When its last event was recorded, in milliseconds since 1970 UTC.
  var changed: Int64
  /// Announced and not yet here.
  var relatives: Int
  /// What the home must have: codes of ``Feature``, `,lift,quiet,`; empty when nothing.
  var needs: String
  /// The day of the first home; 0 where there is none. The days from permit to it; -1 where there is not both.
  var home: Int
  var lead: Int
  /// The day of the link that waits for its first call; 0 where none does (``Attention/uncalled``).
  var uncalled: Int
  /// Whose the next step is (``ActorKey``); empty where it is theirs who has the turn, or there is none.
  var stepOwner: String
  /// As ``WayBytes`` keeps it.
  var way: Data
  var realisations: [Realisation]
  /// CBS codes of municipalities whose task it was and no longer is, in order.
  var departures: [String]
  var learned: Learned
  var version: Int
  var people: [Named]
  var acquaintances: [AcquaintanceRow]
  var text: String

  struct Named: Equatable, Sendable {
    var person: Int
    var vNumber: String?
    var bsn: String?
    var name: String
    var birth: String?

    /// Those the lists have of a dossier.
    static func kept(of id: Int64, _ db: Database) throws -> [Named] {
      try GRDB.Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT person, v_number, bsn, name, birth FROM person WHERE dossier = ? ORDER BY person"),
        arguments: [id]
      ).map { Named(person: $0[0], vNumber: $0[1], bsn: $0[2], name: $0[3], birth: $0[4]) }
    }
  }

  init(_ dossier: Dossier, _ rules: Rulebook) {
    let standing = dossier.standing(rules)
    let next = standing.next
    let none = dossier.stage == .closed ? Schema.closedDay : Schema.noDay
    id = dossier.id.value
    name = dossier.name
    let head = dossier.head
    // By surname without its prefix, as the lists show it.
    sortName = Folding.key(name)
    persons = dossier.members.count
    stage = dossier.stage.rawValue
    stageSince = Int(dossier.stageSince.number)
    municipality = dossier.municipality ?? ""
    waitingOn = standing.turn?.contact
    waitingSince = standing.turn.map { Int($0.since.number) } ?? none
    lastContact = standing.turn.flatMap { dossier.lastSign(of: Contact($0.contact.party)) }.map { Int($0.number) } ?? 0
    due = next?.due.map { Int($0.day.number) } ?? none
    dueTitle = next?.title ?? Phrase(same: "")
    dueRule = next?.due?.term?.id ?? ""
    stepOwner = standing.otherOwner.map(ActorKey.person) ?? ""
    blocker = dossier.blockers.first?.code ?? ""
    blockerText = dossier.blockers.first?.text ?? ""
    let way = standing.wholeWay?.due
    wayStart = way.map { Int($0.start.number) } ?? 0
    wayDue = way.map { Int($0.day.number) } ?? 0
    owner = dossier.owner
    origin = head?.nationality ?? ""
    reception = dossier.reception
    realised = dossier.realised.map { Int($0.number) }
    changed = dossier.story.last?.recordedAt ?? 0
    relatives = dossier.persons.count { $0.place == .abroad }
    let features = dossier.needs.features.map(\.rawValue)
    needs = features.isEmpty ? "" : ",\(features.joined(separator: ",")),"
    let (whole, answers) = dossier.wayAndAnswers(rules)
    home = whole.home.map { Int($0.number) } ?? 0
    lead = whole.leadTime ?? -1
    uncalled = whole.attention.uncalled.map { Int($0.linked.number) } ?? 0
    self.way = WayBytes.encode(whole)
    realisations = whole.realisations
    departures = whole.departures
    learned = Learned(dossier, whole)
    version = dossier.sequence
    people = dossier.persons.sorted { $0.id.rawValue < $1.id.rawValue }.map {
      Named(
        person: $0.id.rawValue, vNumber: $0.vNumber?.rawValue, bsn: $0.bsn?.rawValue, name: Folding.key($0.fullName),
        birth: $0.birth?.description)
    }
    let town = municipality
    acquaintances = dossier.acquaintances(standing, answers).map { AcquaintanceRow($0, town) }
    text = Projection.searchText(dossier)
  }

  /// Everything a household may be looked for by, folded; `|` keeps a match from running from one into the next.
  private static func searchText(_ dossier: Dossier) -> String {
    var parts: [String] = [dossier.id.description, dossier.name]
    for person in dossier.persons {
      parts.append(person.fullName)
      if let number = person.vNumber { parts.append(number.rawValue) }
      if let number = person.bsn { parts.append(number.rawValue) }
      if let phone = person.phone { parts.append(phone) }
    }
    parts.append(dossier.reception)
    if let code = dossier.municipality { parts.append(Reference.name(ofMunicipality: code)) }
    if let address = dossier.housing?.address { parts.append(address) }
    if let address = dossier.offer?.home.address { parts.append(address) }
    for event in dossier.story where !dossier.takenBack.contains(event.id) {
      switch dossier.effective(event).body {
      case .noteAdded(let note): parts.append(note.text)
      case .contactMade(let made): parts.append(made.text)
      case .reviewed(let reviewed): parts.append(reviewed.text)
      default: break
      }
    }
    var seen: Set<String> = []
    return parts.map(Folding.key).filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "|")
  }

  static let columns = """
    id, sort_name, name, persons, stage, stage_since, municipality, party, org, contact, waiting_since, last_contact, due,
    due_title_nl, due_title_en, due_rule, blocker, blocker_text, way_start, way_due, owner, origin, reception, realised, changed, relatives,
    needs, home, lead, uncalled, step_owner, version, head
    """
  static let columnNames = columns.split(whereSeparator: { ", \n".contains($0) }).map(String.init)

  func arguments(head: Data) -> StatementArguments { StatementArguments(values(head: head)) }

  /// In the order of ``columns``.
  func values(head: Data) -> [DatabaseValue] {
    let all: [(any DatabaseValueConvertible)?] = [
      id, sortName, name, persons, stage, stageSince, municipality, waitingOn?.party.rawValue ?? "",
      waitingOn?.organisation ?? "", waitingOn?.name ?? "", waitingSince, lastContact, due, dueTitle.nl, dueTitle.en,
      dueRule, blocker, blockerText, wayStart, wayDue, owner, origin, reception, realised, changed, relatives,
      needs, home, lead, uncalled, stepOwner, version, head,
    ]
    return all.map { $0?.databaseValue ?? .null }
  }
}

extension Way {
  var departures: [String] {
    Set(legs.map(\.municipality)).subtracting(["", legs.last?.municipality ?? ""]).sorted()
  }
}
