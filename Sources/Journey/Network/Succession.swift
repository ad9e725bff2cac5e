extension Event {
  /// Somebody at a party was followed by another of that party: in the network of the household and in the turn. The day
  /// the turn began and the silence stay, and so do the names in all that happened before.
  public struct Succession: Hashable, Sendable, Codable {
    public var from: Contact
    public var to: Contact
    public init(from: Contact, to: Contact) { (self.from, self.to) = (from, to) }
  }
}

/// Why somebody cannot follow another.
public enum Succession {
  /// Of somebody who left themselves.
  public static func gone(_ contact: Contact) -> Refusal {
    Refusal(
      Phrase("\(contact.name) vertrok zelf. Kies wie er nu is.", "\(contact.name) left too. Choose who is there now."),
      field: "name")
  }

  /// Of the dossiers that are handed over, where not all of them have who goes: those, and the rest they lead alone.
  public static func parts(known: Int, of all: Int) -> Phrase? {
    guard known < all else { return nil }
    let had = Digits.counted(known, Phrase("dossier heeft", "dossier has"), Phrase("dossiers hebben", "dossiers have"))
    let led = Digits.counted(all - known, Phrase("ander", "more"), Phrase("andere", "more"))
    return Phrase(
      "\(had.nl) deze persoon, \(led.nl) alleen onder diens regie",
      "\(had.en) this person, \(led.en) only under their lead")
  }

  static let nobody = Refusal(Phrase("Wie volgt op? Noem een mens.", "Who follows? Name a person."), field: "name")
  static let same = Refusal(Phrase("Dat is dezelfde persoon.", "That is the same person."), field: "name")

  static func refusal(_ succession: Event.Succession, _ dossier: Dossier) -> Refusal? {
    let (from, to) = (succession.from, succession.to)
    if to.name.isEmpty { return nobody }
    if from == to { return same }
    if from.party != to.party || from.party == .household {
      return Refusal(
        Phrase("Een opvolger werkt bij dezelfde partij.", "A successor works at the same party."), field: "party")
    }
    if !dossier.has(from), !dossier.isLed(by: from) {
      let who = from.name.isEmpty ? from.organisation : from.name
      return Refusal(
        Phrase("Dit huishouden heeft \(who) niet (meer).", "This household does not have \(who) (any more)."))
    }
    return nil
  }
}

extension Dossier {
  /// Whether this is whom the household has at that party, who has its turn, or with whom a step was planned.
  public func has(_ contact: Contact) -> Bool {
    network.contains { $0.contact == contact } || turn.map { meant($0.contact) == contact } == true
      || self.contact(at: contact.party) == contact || planned.contains { meant($0.owner) == contact }
  }

  /// Steps of one's own that are still to be done.
  var planned: [AddedStep] { ownSteps.filter { stepNotes[$0.key] == nil } }

  /// Whom a contact stands for: without a name whom the household has there, without an organisation the one it has by
  /// that name at that party.
  func meant(_ contact: Contact) -> Contact {
    guard !contact.name.isEmpty, contact.organisation.isEmpty else { return named(contact) }
    let key = Folding.key(contact.name)
    var known = network.map(\.contact).filter { $0.party == contact.party && Folding.key($0.name) == key }
    if known.isEmpty { known = [self.contact(at: contact.party)].filter { Folding.key($0.name) == key } }
    return known.count == 1 ? known[0] : contact
  }

  mutating func succeed(_ succession: Event.Succession) {
    let (from, to) = (succession.from, succession.to)
    // Whom they stand for is looked up before the network changes.
    let hasTurn = turn.map { meant($0.contact) == from } == true
    let steps = ownSteps.indices.filter { stepNotes[ownSteps[$0].key] == nil && meant(ownSteps[$0].owner) == from }
    let byDefault = self.contact(at: from.party) == from
    if let index = network.firstIndex(where: { $0.contact == from }) {
      network[index].contact = to
      network[index].spoken = nil
    } else if byDefault {
      network.append(NetworkEntry(contact: to))
    }
    if hasTurn { turn?.contact = to }
    for index in steps { ownSteps[index].owner = to }
    if from.party == .municipality, owner == from.name, !owner.isEmpty { owner = to.name }
  }
}
