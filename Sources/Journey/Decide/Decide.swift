extension Dossier {
  /// Decides what an action comes to, by the state of this dossier and the rules. Pure: nothing is stored.
  ///
  /// - Throws: a refusal that says why, and what would make it possible.
  public func decide(_ action: Action, rules: Rulebook, today: Day) throws(Refusal) -> Decision {
    switch action {
    case .record(let body, let day):
      try Guard.state(body.kind, self)
      try Guard.values(body, on: day, self, rules, today: today)
      return Decision(own: [.init(day, body)] + consequences(of: body, on: day))
    case .undo(let act): return try undoing(act, today: today)
    case .correct(let id, let body, let day, let why):
      return try correcting(id, body, day, why, rules: rules, today: today)
    case .split(let who, let id, let day, let text): return try splitting(who, id, day, text, today: today)
    case .merge(let other, let day): return try merging(other, day, today: today)
    }
  }

  private func consequences(of body: Event.Body, on day: Day) -> [Decision.Entry] {
    switch body {
    case .refusalJudged(let judgement) where judgement.verdict == .unjustified:
      // Reception ends (Rva 2005 art. 7); when accepted after all, the dossier is reopened.
      return [.init(day, .closed(.init(.receptionEndedAfterRefusal, judgement.text)))]
    case .leftUnknown(let reason) where !members.contains(where: { $0.place == .home }):
      return [.init(day, .closed(.init(.leftUnknown, reason.text)))]
    default: return []
    }
  }

  // MARK: - Taking back

  /// The latest act that can be taken back.
  public var undoableAct: EventID? { lastUndoable { _ in true } }

  /// The latest act of this account that can be taken back.
  public func undoableAct(by account: String) -> EventID? { lastUndoable { $0.actor.name == account } }

  /// Of whoever opened this dossier and has nothing in it to take back: that opening it stays.
  public func openingStays(for account: String) -> Phrase? {
    guard let first = story.first, case .registered = first.body, first.actor.name == account else { return nil }
    return Phrase(
      "Een dossier openen kan niet worden teruggenomen; sluiten kan wel, als ten onrechte ingevoerd.",
      "Opening a dossier cannot be taken back; it can be closed, as entered in error.")
  }

  /// What was said when the dossier was opened stays with that.
  private func lastUndoable(_ isMeant: (Event) -> Bool) -> EventID? {
    let opening = story.first.flatMap { $0.body.kind == .registered ? $0.act : nil }
    return story.last {
      $0.act != opening && !takenBack.contains($0.id) && $0.body.canBeTakenBack && !$0.body.takesBack && isMeant($0)
    }?.act
  }

  /// The latest taking back that can itself be taken back: nothing else was recorded since.
  public var redoableAct: EventID? {
    story.last { $0.body.takesBack && !takenBack.contains($0.id) && !isRedo($0) && nothingSince($0) }?.act
  }

  private func isRedo(_ event: Event) -> Bool {
    guard case .undone(let undone) = event.body else { return false }
    return story.contains { undone.events.contains($0.id) && $0.body.takesBack }
  }

  private func nothingSince(_ event: Event) -> Bool {
    !story.contains { $0.sequence > event.sequence && !$0.body.takesBack && !takenBack.contains($0.id) }
  }

  private func undoing(_ act: EventID, today: Day) throws(Refusal) -> Decision {
    let events = story.filter { $0.act == act }
    guard !events.isEmpty else {
      throw Refusal(Phrase("Deze handeling staat niet in dit dossier.", "This act is not in this dossier."))
    }
    if let first = events.first(where: { takenBack.contains($0.id) }) {
      throw Refusal(
        Phrase("\(first.body.name.nl) is al teruggenomen.", "\(first.body.name.en) has been taken back already."))
    }
    if let fixed = events.first(where: { !$0.body.canBeTakenBack }) {
      throw Refusal(
        Phrase("\(fixed.body.name.nl) kan niet worden teruggenomen.", "\(fixed.body.name.en) cannot be taken back."),
        remedy: fixed.body.insteadOfTakingBack)
    }
    let body = Event.Body.undone(.init(events.map(\.id)))
    try stillHolds(with: body, on: today)
    return Decision(own: [.init(today, body)])
  }

  private func correcting(
    _ id: EventID, _ body: Event.Body, _ day: Day, _ why: String, rules: Rulebook, today: Day
  ) throws(Refusal) -> Decision {
    guard let event = story.first(where: { $0.id == id }), !takenBack.contains(id) else {
      throw Refusal(
        Phrase("Deze gebeurtenis staat niet (meer) in het verhaal.", "This event is not in the story (any more)."))
    }
    guard event.body.kind == body.kind, body.kind != nil, !body.takesBack else {
      throw Refusal(Phrase("Een correctie is van dezelfde soort.", "A correction is of the same kind."))
    }
    guard day <= today else { throw Guard.future(day) }
    try Guard.values(body, on: day, before(event), rules, today: today)
    if body.isOnTheWay || body.kind == .permitGranted, let next = nextOnTheWay(after: event), next.day < day {
      throw Refusal(
        Phrase(
          "\(next.body.name.nl) was al op \(next.day.said.nl); verwacht die dag of eerder.",
          "\(next.body.name.en) was on \(next.day.said.en) already; expected that day or earlier."), field: "day")
    }
    let correction = Event.Body.corrected(.init(id, day: day, body: body, why))
    try stillHolds(with: correction, on: today)
    return Decision(own: [.init(today, correction)])
  }

  private func nextOnTheWay(after event: Event) -> Event? {
    story.first { $0.sequence > event.sequence && !takenBack.contains($0.id) && $0.body.isOnTheWay }.map(effective)
  }

  /// Every later event that could happen before must still be able to happen.
  private func stillHolds(with body: Event.Body, on day: Day) throws(Refusal) {
    let id = EventID(high: .max, low: .max)
    let trial = Event(
      id: id, sequence: sequence + 1, day: day, recordedAt: 0, actor: Actor(""), source: .screen, act: id, body: body)
    let changed = Dossier.fold(self.id, story + [trial])
    guard let broken = changed.firstImpossible(unless: impossible()) else { return }
    throw Refusal(
      Phrase(
        "\(broken.body.name.nl) van \(broken.day.said.nl) steunt hierop.",
        "\(broken.body.name.en) of \(broken.day.said.en) rests on this."),
      remedy: Phrase("Neem eerst dat terug.", "Take that back first."))
  }

  private func impossible() -> Set<EventID> {
    var found: Set<EventID> = []
    replay { event in
      found.insert(event.id)
      return true
    }
    return found
  }

  private func firstImpossible(unless known: Set<EventID>) -> Event? {
    var first: Event?
    replay { event in
      guard !known.contains(event.id) else { return true }
      first = event
      return false
    }
    return first
  }

  /// Replays what counts, and hands over each event that the guards would refuse at its place.
  private func replay(_ refused: (Event) -> Bool) {
    var dossier = Dossier(id: id)
    for original in story where !takenBack.contains(original.id) && !original.body.takesBack {
      let event = effective(original)
      do throws(Refusal) { try Guard.state(event.body.kind, dossier) } catch { if !refused(event) { return } }
      dossier.apply(event)
    }
  }
}
