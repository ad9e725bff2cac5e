/// Somebody who was drawn into the story of one household for one purpose, and leaves when that is done.
public struct DrawnIn: Hashable, Sendable {
  /// The sequence of the event that drew them in.
  public var number: Int
  public var contact: Contact
  public var purpose: String
  public var since: Day
  /// The day agreed on to look whether they are still needed.
  public var until: Day?
  /// nil: not said when they were drawn in.
  public var phone: String?
  /// The day they left, and how it ended.
  public var released: Released?

  public struct Released: Hashable, Sendable {
    public var day: Day
    public var text: String
  }

  public var isNeeded: Bool { released == nil }

  /// `M. Postma, Huisartsenpraktijk Oost`.
  public var name: String {
    [contact.name, contact.organisation].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Who was drawn in before they had a name is the same when they have one.
  func isSame(as other: Contact) -> Bool {
    contact.party == other.party && contact.organisation == other.organisation
      && (contact.name == other.name || contact.name.isEmpty && !contact.organisation.isEmpty)
  }

  var key: StepKey { StepKey(rawValue: "drawn-in.\(number)") }
}

/// Somebody around the household: whom it has at a party, or who was drawn in.
public struct Around: Hashable, Sendable {
  public var contact: Contact
  /// Also with whom they followed: their silence goes on.
  public var lastContact: Day?
  /// Since they followed somebody, where they did.
  public var spoken: Day?
  /// For what they were drawn in; nil for who belongs to the way.
  public var drawn: DrawnIn?
  /// They are to act now.
  public var hasTurn = false
  /// How many more the story names at that place.
  public var others = 0

  /// Nobody knows who it is there; a household goes by its own name.
  public var isNameless: Bool { contact.name.isEmpty && contact.party != .household }

  /// Drawn in once, and done.
  public var hasLeft: Bool { drawn?.isNeeded == false }
}

extension Dossier {
  /// The network and whoever was drawn in, those who left last.
  public var around: [Around] {
    let known = network.map {
      Around(
        contact: $0.contact, lastContact: $0.lastContact, spoken: $0.spoken, drawn: drawnIn(as: $0.contact))
    }
    let others = drawnIn.filter { drawn in !network.contains { drawn.isSame(as: $0.contact) } }
    let all = known + others.map { Around(contact: $0.contact, drawn: $0) }
    return all.filter { !$0.hasLeft } + all.filter(\.hasLeft)
  }

  /// Whoever is drawn in now.
  public var needed: [DrawnIn] { drawnIn.filter(\.isNeeded) }

  /// For what a contact was drawn in; nil for those who were not.
  public func drawnIn(as contact: Contact) -> DrawnIn? {
    drawnIn.last { $0.isSame(as: contact) && $0.isNeeded } ?? drawnIn.last { $0.isSame(as: contact) }
  }

  mutating func drawIn(_ drawn: Event.DrawnIn, _ event: Event) {
    drawnIn.append(
      DrawnIn(
        number: event.sequence, contact: drawn.contact, purpose: drawn.purpose, since: event.day, until: drawn.until,
        phone: drawn.phone))
  }

  /// Who leaves no longer has the turn.
  mutating func release(_ released: Event.Released, _ day: Day) {
    guard let index = drawnIn.firstIndex(where: { $0.number == released.drawn }) else { return }
    drawnIn[index].released = DrawnIn.Released(day: day, text: released.text)
    if let had = turn?.contact, drawnIn[index].isSame(as: had), !needed.contains(where: { $0.isSame(as: had) }) {
      turn = nil
    }
  }
}
