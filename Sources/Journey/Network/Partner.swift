/// Somebody at a party and their story so far: the fold of its events.
public struct Partner: Hashable, Sendable, Identifiable {
  public let id: PartnerID
  /// Every event, also those taken back, in order of number.
  public let story: [PartnerEvent]
  public private(set) var card = PartnerCard(Contact(PartyID("")))
  /// False when their joining was taken back.
  public private(set) var isThere = false
  public private(set) var since = Day(number: 0)
  public private(set) var away: Away?
  /// The last day they are there.
  public private(set) var until: Day?
  public private(set) var successor: Contact?
  /// With whom they spoke, about which municipality, oldest first.
  public private(set) var talks: [(day: Day, talk: PartnerEvent.Talk)] = []
  /// Acts that do not hold.
  private let takenBack: Set<EventID>

  public struct Away: Hashable, Sendable {
    public var from: Day
    /// The last day; nil: until they are back.
    public var until: Day?
    /// Empty: nobody stands in.
    public var deputy: String
    public init(from: Day, until: Day? = nil, deputy: String = "") {
      (self.from, self.until, self.deputy) = (from, until, deputy)
    }

    public func holds(_ day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }
  }

  /// Total: any story folds, also one of a newer program.
  public init(_ id: PartnerID, _ story: [PartnerEvent]) {
    (self.id, self.story) = (id, story)
    var taken: Set<EventID> = []
    for event in story.reversed() where !taken.contains(event.act) {
      if case .undone(let what) = event.body { taken.insert(what.act) }
    }
    takenBack = taken
    for event in story where !taken.contains(event.act) { fold(event) }
  }

  private mutating func fold(_ event: PartnerEvent) {
    switch event.body {
    case .joined(let card): (self.card, since, isThere) = (card, event.day, true)
    case .changed(let card): self.card = card
    case .absent(let absence): away = awayBy(absence, from: event.day)
    case .back: away = nil
    case .left(let leaving): until = leaving.until
    case .succeeded(let successor): self.successor = successor.to
    case .spoke(let talk): talks.append((event.day, talk))
    case .undone, .unknown: break
    }
  }

  /// What an absence comes to for somebody with this card.
  func awayBy(_ absence: PartnerEvent.Absence, from day: Day) -> Away {
    let named = absence.deputy.isEmpty ? card.deputy : absence.deputy
    return Away(from: day, until: absence.until, deputy: named == PartnerEvent.Absence.nobody ? "" : named)
  }

  public var contact: Contact { card.contact }

  public func isAway(_ day: Day) -> Bool { away?.holds(day) == true }
  public func isGone(_ day: Day) -> Bool { until.map { $0 < day } ?? false }

  // MARK: - Taking back

  /// The latest act that holds and takes nothing back itself.
  public var undoableAct: EventID? {
    story.last { event in
      if case .undone = event.body { return false }
      return !takenBack.contains(event.act)
    }?.act
  }

  /// The latest taking back that holds, as long as nothing else was recorded after it.
  public var redoableAct: EventID? {
    let takingBack = Set(
      story.compactMap { event in
        if case .undone = event.body { event.act } else { nil }
      })
    for event in story.reversed() where !takenBack.contains(event.act) {
      guard case .undone(let what) = event.body else { return nil }
      // What takes a taking back back is a redo itself.
      if !takingBack.contains(what.act) { return event.act }
    }
    return nil
  }

  public static func == (a: Partner, b: Partner) -> Bool { a.id == b.id && a.story == b.story }
  public func hash(into hasher: inout Hasher) { hasher.combine(story) }
}
