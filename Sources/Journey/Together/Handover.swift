/// The passing of a household from one party to the next: warm when points were gone through, somebody with a name took
/// over and somebody spoke; cold when the turn just went over.
public struct Handover: Hashable, Sendable {
  /// What passes the household on. The raw value is that of the event.
  public enum Change: String, Hashable, Sendable, Codable, CaseIterable {
    case linked, relinked
    case cameOfAge = "came-of-age"
    case moved
    /// Passed on though nothing in the story changed hands.
    case other

    init?(_ body: Event.Body) {
      switch body {
      case .linked: self = .linked
      case .relinked: self = .relinked
      case .cameOfAge: self = .cameOfAge
      case .moved: self = .moved
      default: return nil
      }
    }

    /// Whoever takes over by this has it from those: their handing over is past.
    var ends: Set<Change> {
      switch self {
      case .linked, .relinked: [.linked, .relinked, .other]
      case .moved: [.linked, .relinked, .moved, .other]
      case .cameOfAge: [.cameOfAge]
      case .other: []
      }
    }
  }

  public enum Warmth: String, Hashable, Sendable { case warm, cold, open }

  public struct Given: Hashable, Sendable {
    public var day: Day
    public var from: Contact
    public var to: Contact
    public var told: String
    public var care: String
    public var points: [String]
  }

  public struct Taken: Hashable, Sendable {
    public var day: Day
    public var by: Contact
    public var call: Day?
  }

  /// The sequence of the event it began with.
  public var number: Int
  public var change: Change
  /// The day the story changed hands; nil: not yet, or it does not.
  public var changed: Day?
  public var given: Given?
  public var taken: Taken?
  /// The household went on to another before anybody took over.
  public var isPast = false

  /// Somebody can still take over.
  public var isOpen: Bool { taken == nil && !isPast }

  /// Days from when it was handed over (else from when it changed hands) until somebody took over; nil: nobody did.
  public var days: Int? {
    guard let taken, let start = given?.day ?? changed else { return nil }
    return max(0, taken.day - start)
  }

  /// Warm takes all points of the rulebook's checklist, a name, and a first conversation. `open`: given, not yet taken.
  public func warmth(_ rules: Rulebook) -> Warmth {
    guard let given else { return .cold }
    guard let taken else { return isPast ? .cold : .open }
    let wanted = rules.together.handover(change)?.points ?? []
    return taken.call != nil && !taken.by.name.isEmpty && Set(wanted).isSubset(of: given.points) ? .warm : .cold
  }

  /// What a cold handover lacked; nil of one that is not cold.
  public func lacking(_ rules: Rulebook) -> Phrase? {
    guard warmth(rules) == .cold else { return nil }
    guard let given else { return Phrase("niet overgedragen", "not handed over") }
    guard let taken else { return Phrase("door niemand overgenomen", "taken over by nobody") }
    var parts: [Phrase] = []
    let left = rules.together.points(change).filter { !given.points.contains($0.code) }.map(\.name)
    if !left.isEmpty {
      let (nl, en) = (left.map(\.nl).joined(separator: ", "), left.map(\.en).joined(separator: ", "))
      parts.append(Phrase("niet doorgenomen: \(nl)", "not gone through: \(en)"))
    }
    if taken.call == nil { parts.append(Phrase("nog niet gesproken", "nobody spoke yet")) }
    if taken.by.name.isEmpty { parts.append(Phrase("zonder naam", "without a name")) }
    return Phrase(parts.map(\.nl).joined(separator: "; "), parts.map(\.en).joined(separator: "; "))
  }

  public var key: StepKey { StepKey(rawValue: "take-over.\(number)") }
  public var expectation: StepKey { StepKey(rawValue: "hand-over.\(number)") }
}

extension Dossier {
  /// What is handed over or waits to be, the latest last.
  public var openHandovers: [Handover] { handovers.filter(\.isOpen) }

  /// An event that passes the household on begins a handover, or is the one that was prepared.
  mutating func passOn(_ event: Event) {
    if case .linkReturned = event.body { end([.linked, .relinked]) }
    guard let change = Handover.Change(event.body) else { return }
    if let index = handovers.lastIndex(where: { $0.change == change && $0.isOpen && $0.changed == nil }) {
      let prepared = handovers.remove(at: index)
      end(change.ends)
      handovers.append(prepared)
      handovers[handovers.count - 1].changed = event.day
    } else {
      end(change.ends)
      handovers.append(Handover(number: event.sequence, change: change, changed: event.day))
    }
  }

  private mutating func end(_ changes: Set<Handover.Change>) {
    for index in handovers.indices where handovers[index].isOpen && changes.contains(handovers[index].change) {
      handovers[index].isPast = true
    }
  }

  /// What was handed over in time is still the giver's after the story changed hands.
  func keepsTurn(_ event: Event) -> Bool {
    guard let change = Handover.Change(event.body), let last = handovers.last, last.change == change, last.isOpen,
      let given = last.given, let turn
    else { return false }
    return turn.contact.party == given.from.party
  }

  mutating func handOver(_ over: Event.HandedOver, _ event: Event) {
    let given = Handover.Given(
      day: event.day, from: over.from, to: over.to, told: over.told, care: over.care, points: over.points)
    if let index = handovers.lastIndex(where: { $0.change == over.change && $0.isOpen }) {
      handovers[index].given = given
    } else {
      handovers.append(Handover(number: event.sequence, change: over.change, given: given))
    }
    let usual = contact(at: over.from.party)
    // Whoever leads the dossier is known by that: a municipality without a name would stand before them.
    let isLead =
      over.from.party == .municipality && over.from.organisation == usual.organisation
      && !network.contains { $0.contact.isAt(usual) }
    know(over.to)
    // Whoever hands over was at it that day.
    if !isLead { know(Contact(over.from.party, organisation: over.from.organisation), spoken: event.day) }
    if !waitsForAnother(than: over.from, over.to) { giveTurn(to: over.from, usual, event, until: nil) }
  }

  mutating func takeOver(_ over: Event.TakenOver, _ event: Event) {
    guard let index = handovers.lastIndex(where: { $0.change == over.change && $0.isOpen }) else { return }
    handovers[index].taken = Handover.Taken(day: event.day, by: over.by, call: over.call)
    let usual = contact(at: over.by.party)
    know(over.by, spoken: over.call)
    if let given = handovers[index].given, waitsForAnother(than: given.from, over.by) { return }
    giveTurn(to: over.by, usual, event, until: nil)
  }

  /// Neither of the two is waited for: that one passes the household on to the other changes nothing about it.
  private func waitsForAnother(than giver: Contact, _ taker: Contact) -> Bool {
    turn.map { ![giver.party, taker.party].contains($0.contact.party) } ?? false
  }
}
