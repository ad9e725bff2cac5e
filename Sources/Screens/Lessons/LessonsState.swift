import Casebook
import Journey

/// The screen of lessons: for the household at hand, or all of them.
struct LessonsState: Sendable {
  /// The household at hand; nil: all lessons.
  private(set) var dossier: Dossier?
  private(set) var seed: Situation?
  /// The area one looks at, where no household is at hand.
  let area: Area
  /// What is looked for.
  var text = ""
  /// As it is typed; nil: nothing is being typed.
  var typing: TextLine?
  /// nil until it was read.
  var found: LessonsFound? { didSet { items = grouped() } }
  /// What one sees: a lesson that was told in the same words more often stands there once.
  private(set) var items: [Item] = []
  /// How often a lesson that stands there once was told.
  private(set) var told: [LessonID: Int] = [:]
  var index = 0

  enum Item: Sendable {
    case lesson(Ranked<Lesson>)
    case household(Ranked<SolvedHousehold>)
  }

  init(_ dossier: Dossier?, area: Area, today: Day) {
    self.area = area
    look(at: dossier, today: today)
  }

  /// The household may have changed since.
  mutating func look(at dossier: Dossier?, today: Day) {
    self.dossier = dossier
    seed = dossier.map { Situation(of: $0, on: today) }
  }

  /// What is looked for is looked for in all lessons, those of the household itself included.
  var query: LessonQuery {
    LessonQuery(
      text: text, like: seed, besides: text.isEmpty ? dossier?.id : nil,
      limit: isOfHousehold ? .max : Words.mostLessons)
  }

  /// Those that fit the household at hand are what is looked at.
  var isOfHousehold: Bool { seed != nil && text.isEmpty }

  var lessonCount: Int { told.count }

  private mutating func grouped() -> [Item] {
    let lessons = found?.toldOnce ?? []
    told = [:]
    for one in lessons { told[one.lesson.value.id] = one.times }
    return lessons.map { Item.lesson($0.lesson) } + (found?.households ?? []).map(Item.household)
  }

  var current: Item? {
    let items = items
    return items.indices.contains(index) ? items[index] : nil
  }

  mutating func move(_ steps: Int) { index = min(max(0, index + steps), max(0, items.count - 1)) }

  /// Of the municipality at hand: that household one may open; of others one sees what helped, not who it was.
  func isOwn(_ municipality: String) -> Bool {
    if let dossier { return !municipality.isEmpty && municipality == dossier.municipality }
    return area != .country && area.municipalities.contains(municipality)
  }
}

extension LessonsState.Item {
  var municipality: String {
    switch self {
    case .lesson(let ranked): ranked.value.situation.municipality
    case .household(let ranked): ranked.value.situation.municipality
    }
  }

  /// nil for a lesson that comes with the program.
  var dossier: DossierID? {
    switch self {
    case .lesson(let ranked): ranked.value.id.dossier
    case .household(let ranked): ranked.value.dossier
    }
  }

  var likeness: Likeness {
    switch self {
    case .lesson(let ranked): ranked.likeness
    case .household(let ranked): ranked.likeness
    }
  }
}
