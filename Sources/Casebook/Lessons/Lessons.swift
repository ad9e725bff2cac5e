import GRDB
import Journey

/// Which lessons somebody asks for.
public struct LessonQuery: Hashable, Sendable {
  /// Words that must all be in it, also in the names of its blocker, needs, stage and municipality; empty: any.
  public var text: String
  /// The household they should be like; nil: all, the most used first.
  public var like: Situation?
  /// Whose own lessons are left out: they are in its story.
  public var besides: DossierID?
  /// Lessons of different words; one told in the same words more often comes with all its tellings. `.max`: all.
  public var limit: Int

  public init(text: String = "", like: Situation? = nil, besides: DossierID? = nil, limit: Int = 50) {
    (self.text, self.like, self.besides, self.limit) = (text, like, besides, limit)
  }
}

/// The lessons and households that are closest, the likest first.
public struct LessonsFound: Sendable {
  public var lessons: [Ranked<Lesson>]
  /// Only where a household is at hand and no text is looked for.
  public var households: [Ranked<SolvedHousehold>]
  /// What helped them, where their stories tell.
  public var helped: [DossierID: String]
  /// How many lessons there are, whatever was asked.
  public var total: Int
  /// How many of different words fit what was asked, within the limit or not: of those near a household, or where none is at
  /// hand of the latest and the most used (all of them with a limit that takes all).
  public var fitting = 0
  /// Nothing that fits was left unlooked at: there are no more than ``fitting``.
  public var fittingIsAll = true

  public init(
    lessons: [Ranked<Lesson>] = [], households: [Ranked<SolvedHousehold>] = [], helped: [DossierID: String] = [:],
    total: Int = 0
  ) {
    (self.lessons, self.households, self.helped, self.total) = (lessons, households, helped, total)
  }
}

extension LessonsFound {
  /// A lesson that was told in the same words more often stands here once, as the likest of them, with how often.
  public var toldOnce: [(lesson: Ranked<Lesson>, times: Int)] {
    var place: [String: Int] = [:]
    var all: [(lesson: Ranked<Lesson>, times: Int)] = []
    for lesson in lessons {
      let key = Self.words(lesson)
      if let index = place[key] {
        all[index].times += 1
      } else {
        place[key] = all.count
        all.append((lesson, 1))
      }
    }
    return all
  }

  /// By what two lessons are the same.
  private static func words(_ lesson: Ranked<Lesson>) -> String { Folding.key(lesson.value.text.nl) }

  /// Takes in those of so many different words, and counts all.
  mutating func take(_ ranked: [Ranked<Lesson>], limit: Int) {
    var (shown, all): (Set<String>, Set<String>) = ([], [])
    lessons = ranked.filter { lesson in
      let words = Self.words(lesson)
      all.insert(words)
      if shown.count < limit { shown.insert(words) }
      return shown.contains(words)
    }
    fitting = all.count
  }
}

extension Casebook {
  /// The closest lessons and solved households. Reads some hundreds of rows, however many there are: of every set of needs,
  /// with the same blocker or in common with the household, the latest of each near size.
  public func lessons(_ query: LessonQuery) throws(CasebookFailure) -> LessonsFound {
    try read { db in
      let finder = LessonFinder(db: db, besides: query.besides)
      let looked = try finder.lessons(query)
      var lessons = looked.found.filter { $0.id.dossier == nil || $0.id.dossier != query.besides }
      if let seed = query.like, query.text.isEmpty { lessons = lessons.filter { $0.speaks(to: seed) } }
      try finder.complete(&lessons)
      var found = LessonsFound(total: try finder.total())
      found.take(Lesson.ranked(lessons, for: query.like), limit: query.limit)
      found.fittingIsAll = looked.areAll
      if let seed = query.like, query.text.isEmpty {
        let households = try finder.households(seed)
        found.households = Array(SolvedHousehold.ranked(households, for: seed).prefix(min(query.limit, 20)))
        for one in found.households {
          found.helped[one.value.dossier] = try finder.helped(one.value.dossier, one.value.situation.blockers.first)
        }
      }
      return found
    }
  }
}
