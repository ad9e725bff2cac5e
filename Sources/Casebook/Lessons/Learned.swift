import Journey

/// What others can learn of a dossier: its lessons, how it was solved, which lessons it used, how long blockers lasted.
struct Learned: Equatable, Sendable {
  var lessons: [LessonRow]
  var solved: SolvedRow?
  var used: Set<LessonID>
  var cleared: [BlockerDays.Key]

  init(_ dossier: Dossier, _ way: Way) {
    lessons = dossier.lessons(way).map(LessonRow.init)
    solved = dossier.solved(way).map(SolvedRow.init)
    used = dossier.lessonsUsed
    cleared = BlockerDays.cleared(way)
  }
}

/// What of all dossiers is counted, to be held against what the tables have.
struct LearnedTotals: Equatable, Sendable {
  var lessons = 0
  var solved = 0
  var uses: [LessonID: Int] = [:]
  var days: [BlockerDays.Key: Int] = [:]

  mutating func add(_ learned: Learned) {
    lessons += learned.lessons.count
    solved += learned.solved == nil ? 0 : 1
    for lesson in learned.used { uses[lesson, default: 0] += 1 }
    for key in learned.cleared { days[key, default: 0] += 1 }
  }

  static func += (a: inout LearnedTotals, b: LearnedTotals) {
    a.lessons += b.lessons
    a.solved += b.solved
    a.uses.merge(b.uses, uniquingKeysWith: +)
    a.days.merge(b.days, uniquingKeysWith: +)
  }
}

/// How long blockers lasted, counted by blocker and the stage in which they began: what is usual.
enum BlockerDays {
  struct Key: Hashable, Sendable {
    var blocker: String
    var stage: Int
    var days: Int
  }

  /// Each blocker that was cleared.
  static func cleared(_ way: Way) -> [Key] {
    way.blockers.compactMap { one in
      guard let days = one.days, let stage = way.stage(of: one) else { return nil }
      return Key(blocker: one.code, stage: stage.rawValue, days: days)
    }
  }
}
