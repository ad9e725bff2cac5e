import Foundation

/// Event bodies as JSON with a wire name and a version beside it.
///
/// The encoder is made once a thread of work and handed in, since making one costs more than an event.
public struct Wire {
  private let encoder: JSONEncoder

  public init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// A look-up: the compiler's own compares with one name after the other.
  private static let kinds = Dictionary(uniqueKeysWithValues: Event.Kind.allCases.map { ($0.rawValue, $0) })

  /// The payload, keys sorted: the same body always gives the same bytes, which the chain of hashes needs.
  public func encode(_ body: Event.Body) -> String {
    func json(_ payload: some Encodable) -> String {
      // Payloads hold text, whole numbers and days only: nothing JSON cannot say.
      (try? encoder.encode(payload)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
    switch body {
    case .linkAccepted, .viewingHeld, .addressRegistered, .guestStayEnded, .found: return "{}"
    case .registered(let p): return json(p)
    case .receptionMoved(let p): return json(p)
    case .permitGranted(let p): return json(p)
    case .screeningHeld(let p), .needsSet(let p): return json(p)
    case .linked(let p), .relinked(let p): return json(p)
    case .linkReturned(let p), .offerRefused(let p), .offerWithdrawn(let p), .absenceSignalled(let p),
      .leftUnknown(let p),
      .reopened(let p):
      return json(p)
    case .searchStarted(let p): return json(p)
    case .homeAssigned(let p): return json(p)
    case .leaseSigned(let p): return json(p)
    case .refusalJudged(let p): return json(p)
    case .moved(let p), .secondMove(let p), .ownHomeFound(let p): return json(p)
    case .temporaryPlaced(let p): return json(p)
    case .bsnReceived(let p): return json(p)
    case .intakeDone(let p), .pipSet(let p), .deceased(let p), .cameOfAge(let p), .numberShown(let p): return json(p)
    case .relativesAnnounced(let p): return json(p)
    case .relativesArrived(let p): return json(p)
    case .housingChecked(let p): return json(p)
    case .guestStayStarted(let p): return json(p)
    case .permitWithdrawn(let p): return json(p)
    case .born(let p), .memberAdded(let p), .personChanged(let p): return json(p)
    case .guardianshipSet(let p): return json(p)
    case .languageSet(let p): return json(p)
    case .householdSplit(let p), .splitFrom(let p): return json(p)
    case .householdJoined(let p): return json(p)
    case .mergedInto(let p): return json(p)
    case .municipalityMerged(let p): return json(p)
    case .contactMade(let p): return json(p)
    case .reviewed(let p): return json(p)
    case .waitingSet(let p): return json(p)
    case .blockerRaised(let p), .blockerCleared(let p): return json(p)
    case .noteAdded(let p): return json(p)
    case .stepAdded(let p): return json(p)
    case .stepDone(let p), .stepWaived(let p), .stepReopened(let p): return json(p)
    case .stepMoved(let p): return json(p)
    case .assigned(let p): return json(p)
    case .contactSucceeded(let p): return json(p)
    case .closed(let p): return json(p)
    case .lessonLearned(let p): return json(p)
    case .lessonUsed(let p): return json(p)
    case .drawnIn(let p): return json(p)
    case .released(let p): return json(p)
    case .goalSet(let p): return json(p)
    case .goalDiscussed(let p): return json(p)
    case .planAgreed(let p): return json(p)
    case .handedOver(let p): return json(p)
    case .takenOver(let p): return json(p)
    case .sheetShared(let p): return json(p)
    case .undone(let p): return json(p)
    case .corrected(let p): return json(p)
    case .unknown(let p): return p.json
    }
  }

  /// Never fails: what it cannot read is an unknown event with its text kept.
  public func decode(kind name: String, version: Int, json: String) -> Event.Body {
    let kept = Event.Body.unknown(.init(kind: name, version: version, json: json))
    guard let kind = Self.kinds[name], version <= kind.version else { return kept }
    func read<P: Decodable>(_ make: (P) -> Event.Body) -> Event.Body {
      let plain = try? PlainJSON.read(P.self, from: json)
      return (plain ?? (try? JSONDecoder().decode(P.self, from: Data(json.utf8)))).map(make) ?? kept
    }
    switch kind {
    case .registered: return read(Event.Body.registered)
    case .receptionMoved: return read(Event.Body.receptionMoved)
    case .permitGranted: return read(Event.Body.permitGranted)
    case .screeningHeld: return read(Event.Body.screeningHeld)
    case .needsSet: return read(Event.Body.needsSet)
    case .linked: return read(Event.Body.linked)
    case .linkAccepted: return .linkAccepted
    case .linkReturned: return read(Event.Body.linkReturned)
    case .searchStarted: return read(Event.Body.searchStarted)
    case .homeAssigned: return read(Event.Body.homeAssigned)
    case .viewingHeld: return .viewingHeld
    case .leaseSigned: return read(Event.Body.leaseSigned)
    case .offerRefused: return read(Event.Body.offerRefused)
    case .refusalJudged: return read(Event.Body.refusalJudged)
    case .offerWithdrawn: return read(Event.Body.offerWithdrawn)
    case .moved: return read(Event.Body.moved)
    case .temporaryPlaced: return read(Event.Body.temporaryPlaced)
    case .secondMove: return read(Event.Body.secondMove)
    case .ownHomeFound: return read(Event.Body.ownHomeFound)
    case .addressRegistered: return .addressRegistered
    case .bsnReceived: return read(Event.Body.bsnReceived)
    case .intakeDone: return read(Event.Body.intakeDone)
    case .pipSet: return read(Event.Body.pipSet)
    case .relativesAnnounced: return read(Event.Body.relativesAnnounced)
    case .relativesArrived: return read(Event.Body.relativesArrived)
    case .housingChecked: return read(Event.Body.housingChecked)
    case .relinked: return read(Event.Body.relinked)
    case .guestStayStarted: return read(Event.Body.guestStayStarted)
    case .guestStayEnded: return .guestStayEnded
    case .absenceSignalled: return read(Event.Body.absenceSignalled)
    case .found: return .found
    case .leftUnknown: return read(Event.Body.leftUnknown)
    case .permitWithdrawn: return read(Event.Body.permitWithdrawn)
    case .deceased: return read(Event.Body.deceased)
    case .born: return read(Event.Body.born)
    case .memberAdded: return read(Event.Body.memberAdded)
    case .guardianshipSet: return read(Event.Body.guardianshipSet)
    case .languageSet: return read(Event.Body.languageSet)
    case .cameOfAge: return read(Event.Body.cameOfAge)
    case .householdSplit: return read(Event.Body.householdSplit)
    case .splitFrom: return read(Event.Body.splitFrom)
    case .householdJoined: return read(Event.Body.householdJoined)
    case .mergedInto: return read(Event.Body.mergedInto)
    case .municipalityMerged: return read(Event.Body.municipalityMerged)
    case .personChanged: return read(Event.Body.personChanged)
    case .contactMade: return read(Event.Body.contactMade)
    case .reviewed: return read(Event.Body.reviewed)
    case .waitingSet: return read(Event.Body.waitingSet)
    case .blockerRaised: return read(Event.Body.blockerRaised)
    case .blockerCleared: return read(Event.Body.blockerCleared)
    case .noteAdded: return read(Event.Body.noteAdded)
    case .stepAdded: return read(Event.Body.stepAdded)
    case .stepDone: return read(Event.Body.stepDone)
    case .stepWaived: return read(Event.Body.stepWaived)
    case .stepReopened: return read(Event.Body.stepReopened)
    case .stepMoved: return read(Event.Body.stepMoved)
    case .assigned: return read(Event.Body.assigned)
    case .contactSucceeded: return read(Event.Body.contactSucceeded)
    case .numberShown: return read(Event.Body.numberShown)
    case .closed: return read(Event.Body.closed)
    case .reopened: return read(Event.Body.reopened)
    case .lessonLearned: return read(Event.Body.lessonLearned)
    case .lessonUsed: return read(Event.Body.lessonUsed)
    case .drawnIn: return read(Event.Body.drawnIn)
    case .released: return read(Event.Body.released)
    case .goalSet: return read(Event.Body.goalSet)
    case .goalDiscussed: return read(Event.Body.goalDiscussed)
    case .planAgreed: return read(Event.Body.planAgreed)
    case .handedOver: return read(Event.Body.handedOver)
    case .takenOver: return read(Event.Body.takenOver)
    case .sheetShared: return read(Event.Body.sheetShared)
    case .undone: return read(Event.Body.undone)
    case .corrected: return read(Event.Body.corrected)
    }
  }
}

/// A body inside another event's payload: its wire name, version and JSON text.
public struct BodyBox: Hashable, Sendable, Codable {
  public let kind: String
  public let version: Int
  public let json: String

  public init(_ body: Event.Body) {
    kind = body.wireName
    if case .unknown(let unknown) = body { version = unknown.version } else { version = body.kind?.version ?? 1 }
    json = Wire().encode(body)
  }

  public var body: Event.Body { Wire().decode(kind: kind, version: version, json: json) }
}
