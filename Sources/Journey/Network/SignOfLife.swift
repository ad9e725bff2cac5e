/// What is a sign of life of a party in the story of a household. Silence is counted from it, in lists, in the dossier, in
/// the network and over months; an answer ends with it, and an agreement is kept by it.
///
/// A party is heard of
/// - in a contact with it, whoever recorded that;
/// - in what it does: a home of its own that is offered, a step or a moment planned with it that is done, a household it
///   hands over or takes over;
/// - in whatever it records itself. Not in a note, in looking at a number, in taking back, correcting, assigning, naming a
///   successor or moving a day; nor in saying that it is its own turn still;
/// - when the stage is left in which it was said to have the turn: what was waited for came. Where the stage alone gave it
///   the turn, its answer ends so too and an agreement is kept (``AnswerCount``), but nothing is counted from that day.
///
/// That a caseworker asks, notes or decides something is no sign of anybody but the municipality.
extension Event {
  /// Of whom this is a sign of life; of who recorded it only the party is known.
  ///
  /// - Parameter dossier: after the event.
  func heard(in dossier: Dossier) -> [Contact] {
    let recorder = Contact(actor.party)
    switch body {
    case .noteAdded, .numberShown, .undone, .corrected, .unknown, .assigned, .contactSucceeded, .stepMoved: return []
    case .waitingSet(let waiting): return waiting.on.party == actor.party ? [] : [recorder]
    case .reviewed(let reviewed): return reviewed.turn?.party == actor.party ? [] : [recorder]
    case .contactMade(let made): return [made.contact, recorder]
    case .homeAssigned(let home): return [home.landlord, recorder]
    case .handedOver(let over): return [over.from, recorder]
    case .takenOver(let over): return [over.by, recorder]
    case .stepDone(let note):
      let owner = dossier.ownSteps.first { $0.key == note.step }?.owner
      return [owner, recorder].compactMap(\.self)
    default: return [recorder]
    }
  }
}

extension Dossier {
  /// The last sign of life of a party, as far as the contact says where.
  public func lastSign(of contact: Contact) -> Day? {
    heard.filter { $0.key.isAt(contact) }.values.max()
  }

  /// - Parameter former: who was said to have the turn before, where the event left the stage of it.
  mutating func hear(_ event: Event, leftBy former: Contact?) {
    for contact in event.heard(in: self) + [former].compactMap(\.self) {
      let place = Contact(contact.party, organisation: contact.organisation)
      heard[place] = max(heard[place] ?? event.day, event.day)
    }
  }
}
