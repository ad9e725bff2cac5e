/// What one household's story says of somebody at a party: whether it has them, whether they are to act, how they answered.
public struct Acquaintance: Hashable, Sendable {
  public var contact: Contact
  /// The household has them now, and its dossier is open.
  public var isKnown = false
  /// It has them for one purpose alone, at a party that has no part in the way of every household.
  public var isDrawnIn = false
  /// They have the turn.
  public var turn: Turn?
  /// The last sign of life of where they work, or the day a home was asked of them where that is later.
  public var lastContact: Day?
  /// Days from getting the turn to their next sign.
  public var answers = ResponseDays()
  /// Days that were agreed by which something was heard, and those by which nothing was.
  public var kept = 0
  public var breaches = Breaches()

  public struct Turn: Hashable, Sendable {
    public var since: Day
    /// The last sign of life of their party, or the day they got the turn where that is later.
    public var quiet: Day
    public var stage: Stage
    public init(since: Day, quiet: Day, stage: Stage) { (self.since, self.quiet, self.stage) = (since, quiet, stage) }
  }

  public init(_ contact: Contact) { self.contact = contact }
}

extension Dossier {
  /// Everybody this household has or had at a party, each once, in order of party, organisation and name. Households
  /// themselves are no partners.
  ///
  /// - Parameter answers: as the way was walked (``wayAndAnswers(_:)``).
  public func acquaintances(_ standing: Standing, _ answers: AnswerCount) -> [Acquaintance] {
    var all: [Contact: Acquaintance] = [:]
    func note(_ contact: Contact, _ change: (inout Acquaintance) -> Void) {
      guard contact.party != .household, !contact.party.rawValue.isEmpty else { return }
      change(&all[contact, default: Acquaintance(contact)])
    }
    answers.each(note)
    if isOpen {
      for entry in network where !hasGone(entry.contact) {
        note(entry.contact) {
          $0.isKnown = true
          let days = [entry.lastContact, lastSign(of: entry.contact), lastAsked(entry.contact)]
          $0.lastContact = days.compactMap(\.self).max()
        }
      }
      if let turn = standing.turn {
        note(turn.contact) {
          $0.isKnown = true
          $0.turn = .init(since: turn.since, quiet: quiet(turn), stage: stage)
        }
      }
      // Who is to do a step is somebody the household has; of the municipality that is who keeps it together.
      for owner in planned.lazy.map({ meant($0.owner) }) where owner.party != .municipality && !owner.name.isEmpty {
        note(owner) { $0.isKnown = true }
      }
      for contact in all.keys where !isOfTheWay(contact) && drawnIn(as: contact)?.isNeeded == true {
        note(contact) { $0.isDrawnIn = $0.isKnown }
      }
    }
    return all.values.sorted {
      ($0.contact.party.rawValue, $0.contact.organisation, $0.contact.name)
        < ($1.contact.party.rawValue, $1.contact.organisation, $1.contact.name)
    }
  }

  /// Since when nothing was heard of the party that has the turn (``lastSign(of:)``), or since they got it where that is later.
  public func quiet(_ turn: Standing.Turn) -> Day {
    max(lastSign(of: Contact(turn.contact.party)) ?? turn.since, turn.since)
  }

  /// Drawn in once and no longer needed, at a party that has no part in the way of every household.
  private func hasGone(_ contact: Contact) -> Bool {
    !isOfTheWay(contact) && drawnIn(as: contact)?.isNeeded == false
  }

  private func isOfTheWay(_ contact: Contact) -> Bool {
    [PartyID.municipality, .coa, .corporation, .guidance, .nidos].contains(contact.party)
  }

  /// The last day a home was asked of them: two parties spoke, though it is no sign of life of whom was asked.
  private func lastAsked(_ contact: Contact) -> Day? {
    story.lazy.filter { $0.body.asked != nil && !takenBack.contains($0.id) }.map(effective)
      .filter { $0.body.asked?.isAt(contact) == true }.map(\.day).max()
  }

  /// Whether this person of the municipality leads the dossier.
  public func isLed(by contact: Contact) -> Bool {
    guard contact.party == .municipality, !owner.isEmpty, owner == contact.name else { return false }
    return contact.organisation.isEmpty || contact.organisation == municipality.map(Reference.name(ofMunicipality:))
  }
}

extension Event.Body {
  /// Of whom a home was asked.
  fileprivate var asked: Contact? {
    if case .searchStarted(let asked) = self { asked } else { nil }
  }
}
