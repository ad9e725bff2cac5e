extension Dossier {
  /// The lessons its story tells, in order. One that would name somebody by now is left out: a name may have become known
  /// after it was told, or it came from elsewhere.
  ///
  /// - Parameter way: of this dossier.
  public func lessons(_ way: Way) -> [Lesson] {
    guard outcome != .enteredInError, story.contains(where: { effective($0).body.told != nil }) else { return [] }
    let keptOut = KeptOut(self)
    var past = Dossier(id: id)
    var lessons: [Lesson] = []
    for event in story where !takenBack.contains(event.id) {
      let event = effective(event)
      defer { past.fold(event) }
      guard let told = event.body.told, keptOut.found(in: told.text) == nil else { continue }
      let blockage = way.blockage(told.blocker, by: event.day)
      let code = told.blocker.code ?? blockage?.code
      let stage = blockage.flatMap { way.stage(of: $0) } ?? past.stage
      lessons.append(
        Lesson(
          id: LessonID(id, event.sequence), text: Phrase(same: told.text),
          situation: Situation(past: past, blockers: code.map { [$0] } ?? [], stage: stage, on: event.day),
          outcome: outcome, days: blockage?.days, day: event.day))
    }
    return lessons
  }

  /// How many lessons its story tells, those that are left out because they would name somebody included.
  public var lessonsTold: Int {
    outcome == .enteredInError ? 0 : story.count { !takenBack.contains($0.id) && effective($0).body.told != nil }
  }

  /// The lessons that were used for this household.
  public var lessonsUsed: Set<LessonID> {
    var used: Set<LessonID> = []
    for event in story where !takenBack.contains(event.id) {
      if case .lessonUsed(let use) = effective(event).body { used.insert(use.lesson) }
    }
    return used
  }
}

extension Event.Body {
  /// Which blocker a lesson is about.
  enum AboutBlocker {
    case this(String), longest, none
    var code: String? { if case .this(let code) = self { code } else { nil } }
  }

  /// What helped, where it says so.
  fileprivate var told: (text: String, blocker: AboutBlocker)? {
    func line(_ text: String?) -> String? { text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
    return switch self {
    case .blockerCleared(let cleared): line(cleared.helped).map { ($0, .this(cleared.code)) }
    case .closed(let closing): line(closing.helped).map { ($0, .longest) }
    case .lessonLearned(let lesson): line(lesson.text).map { ($0, lesson.blocker.map(AboutBlocker.this) ?? .none) }
    default: nil
    }
  }
}

extension Way {
  /// The stage in which something began to hold the household up; nil before its first day.
  public func stage(of blockage: Blockage) -> Stage? {
    leg(on: blockage.from)?.stage ?? legs.first?.stage
  }

  /// What held the household up and was cleared by that day.
  fileprivate func blockage(_ about: Event.Body.AboutBlocker, by day: Day) -> Blockage? {
    let cleared = blockers.filter { one in one.until.map { $0 <= day } ?? false }
    return switch about {
    case .this(let code): cleared.last { $0.code == code }
    case .longest: cleared.max { ($0.days ?? 0) < ($1.days ?? 0) }
    case .none: nil
    }
  }
}

extension Blockage {
  /// nil while it stands.
  public var days: Int? { until.map { $0 - from } }
}
