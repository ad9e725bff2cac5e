import Journey

/// What was posted of a municipality's approach.
struct PostedApproach: Sendable {
  struct Action: Hashable, Sendable {
    enum State: Hashable, Sendable {
      case open
      case done(Day)
      case dropped(Day)
    }
    var number: Int
    var planned: TaskEvent.PlannedAction
    /// As it was moved last.
    var due: Day?
    var moves = 0
    var state = State.open
    /// Of its end, else of its plan.
    var evidence: String
    var day: Day
  }

  var structure: Filed<TaskEvent.ProjectStructure>?
  var meetings: [Filed<TaskEvent.SteeringMeeting>] = []
  var goals: [Filed<TaskEvent.Goal>] = []
  var commitments: [Filed<TaskEvent.Commitment>] = []
}

extension TaskBook {
  mutating func applyApproach(_ event: TaskEvent) {
    func at(_ code: String) -> String { Reference.present(code) }
    switch event.body {
    case .structure(let p): approaches[at(p.municipality), default: .init()].structure = Filed(value: p, event: event)
    case .steeringMet(let p):
      approaches[at(p.municipality), default: .init()].meetings.append(Filed(value: p, event: event))
    case .goal(let p): approaches[at(p.municipality), default: .init()].goals.append(Filed(value: p, event: event))
    case .commitment(let p):
      approaches[at(p.municipality), default: .init()].commitments.append(Filed(value: p, event: event))
    case .action(let p):
      _ = approaches[at(p.municipality), default: .init()]
      actions[event.number] = .init(
        number: event.number, planned: p, due: p.due, evidence: p.evidence, day: event.day)
    case .actionMoved(let p):
      actions[p.action]?.due = p.to
      actions[p.action]?.moves += 1
    case .actionDone(let p): end(p, .done(event.day))
    case .actionDropped(let p): end(p, .dropped(event.day))
    default: break
    }
  }

  private mutating func end(_ note: TaskEvent.ActionNote, _ state: PostedApproach.Action.State) {
    actions[note.action]?.state = state
    if !note.evidence.isEmpty { actions[note.action]?.evidence = note.evidence }
  }
}
