/// Goes along with a story and notes how long whoever got the turn took to answer, and which agreed days they kept.
public struct AnswerCount: Sendable {
  private var holder: Contact?
  /// Who was given the turn and has not been heard of since.
  private var waiting: (contact: Contact, since: Day)?
  private var answered: [(contact: Contact, days: Int)] = []
  private var agreements: [Agreement] = []
  private var signs: [(contact: Contact, day: Day, place: Int)] = []
  private var stage: Stage?
  private var place = 0

  private struct Agreement {
    var contact: Contact
    var made: Day
    var day: Day
    var place: Int
    /// The step that has the day.
    var step: StepKey
    /// The dossier was closed by that day: nobody waited for it any more.
    var isMoot = false
  }

  init() {}

  /// - Parameters:
  ///   - turn: who has it after the event.
  ///   - dossier: after the event.
  /// - Returns: days since they got the turn, where the event is the answer of whoever had it.
  mutating func add(_ event: Event, turn: Contact?, _ dossier: Dossier) -> Int? {
    var answer: Int?
    place += 1
    let movedOn = stage.map { $0 != dossier.stage } ?? false
    stage = dossier.stage
    let heard = event.heard(in: dossier)
    for contact in heard { signs.append((contact, event.day, place)) }
    if let waiting, movedOn || heard.contains(where: { $0.isAt(waiting.contact) }) {
      let days = max(0, event.day - waiting.since)
      answered.append((who(waiting.contact, event), days))
      answer = days
      self.waiting = nil
    }
    // Who had the turn when the stage was left had done what was to be done.
    if movedOn, dossier.outcome == nil, let holder { signs.append((holder, event.day, place)) }
    if case .contactSucceeded(let succession) = event.body { pass(succession, event.day) }
    hand(to: turn, event.day)
    if let (contact, day, step) = agreed(event) {
      agreements.append(Agreement(contact: contact, made: event.day, day: day, place: place, step: step))
    }
    if movedOn, dossier.outcome != nil {
      for index in agreements.indices where agreements[index].day >= event.day { agreements[index].isMoot = true }
    }
    return answer
  }

  /// Whoever takes over answers from the day they did: what was kept before that is of who kept it.
  private mutating func pass(_ succession: Event.Succession, _ day: Day) {
    if waiting?.contact == succession.from { waiting = (succession.to, day) }
    if holder == succession.from { holder = succession.to }
    for index in agreements.indices where agreements[index].contact == succession.from && agreements[index].day >= day {
      if outcome(agreements[index], agreements[(index + 1)...]) == true { continue }
      agreements[index].contact = succession.to
    }
  }

  private mutating func hand(to contact: Contact?, _ day: Day) {
    defer { holder = contact }
    guard let contact, contact.party != .household else { return waiting = nil }
    if let holder, holder.isAt(contact), holder.name.isEmpty || contact.name.isEmpty || holder.name == contact.name {
      // The same one, perhaps called by name now.
      if waiting != nil { waiting?.contact = contact }
      return
    }
    waiting = (contact, day)
  }

  /// Where only the party was to act: whoever of it answered.
  private func who(_ contact: Contact, _ event: Event) -> Contact {
    guard contact.name.isEmpty, case .contactMade(let made) = event.body, made.contact.isAt(contact) else {
      return contact
    }
    return made.contact
  }

  /// With whom, for which day, and the step that has it; a day that is moved is agreed on anew.
  private func agreed(_ event: Event) -> (Contact, Day, StepKey)? {
    switch event.body {
    case .contactMade(let made):
      made.next.map { next in
        let step = made.turn == nil ? StepKey.own(event.sequence) : StepKey.turn(of: event.sequence)
        return (made.turn ?? made.contact, next, step)
      }
    case .waitingSet(let waiting): waiting.until.map { (waiting.on, $0, StepKey.turn(of: event.sequence)) }
    case .stepMoved(let move):
      agreements.last {
        (move.step == .turn ? $0.step.isTurn : $0.step == move.step) && (!$0.step.isTurn || isHolder($0.contact))
      }.map { ($0.contact, move.due, $0.step) }
    default: nil
    }
  }

  private func isHolder(_ contact: Contact) -> Bool { holder.map(contact.isAt) ?? false }

  /// Hands over what was noted, by contact.
  func each(_ note: (Contact, (inout Acquaintance) -> Void) -> Void) {
    for (contact, days) in answered { note(contact) { $0.answers.add(days) } }
    for (index, agreement) in agreements.enumerated() {
      guard let isKept = outcome(agreement, agreements[(index + 1)...]) else { continue }
      note(agreement.contact) {
        if isKept { $0.kept += 1 } else { $0.breaches.add(Int(agreement.day.number) + 1) }
      }
    }
  }

  /// Whether the agreement was kept; nil when it was moved in time, or nobody waited for its day any more. What was not kept
  /// is broken from the day after it, which may be still to come.
  private func outcome(_ agreement: Agreement, _ later: ArraySlice<Agreement>) -> Bool? {
    func isLater(_ place: Int) -> Bool { place > agreement.place }
    // A talk before the day that agrees on another one moves it.
    func moves(_ place: Int, _ day: Day) -> Bool {
      agreement.step.step != StepKey.turn.rawValue && day < agreement.day
        && later.contains { $0.place == place && $0.contact.isNamed(as: agreement.contact) }
    }
    let heard = signs.first {
      isLater($0.place) && $0.day <= agreement.day && $0.contact.isAt(agreement.contact)
    }
    if let heard, !moves(heard.place, heard.day) { return true }
    if later.contains(where: { $0.made <= agreement.day && $0.contact.isAt(agreement.contact) }) { return nil }
    return agreement.isMoot ? nil : false
  }
}

extension Contact {
  /// Not of another name, as far as both have one.
  func isNamed(as other: Contact) -> Bool {
    name.isEmpty || other.name.isEmpty || Folding.key(name) == Folding.key(other.name)
  }

  /// Of the same party and, as far as both say, of the same organisation.
  public func isAt(_ other: Contact) -> Bool {
    party == other.party
      && (organisation == other.organisation || organisation.isEmpty || other.organisation.isEmpty)
  }
}
