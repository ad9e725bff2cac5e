import Journey

/// A meeting that walks through households one by one: which ones, and how far it is.
struct ReviewState: Sendable {
  let area: Area
  let day: Day
  /// When it began, in milliseconds since 1970 UTC: what was recorded before is not of this review.
  let began: Int64
  /// Which meeting, and who is at it: goes with every decision.
  let meeting: String
  /// The worst first.
  let ids: [DossierID]
  var index = 0
  /// Passed over: named so in the minutes, unless something is decided all the same.
  var skipped: Set<DossierID> = []
  /// Looked at.
  var seen: Set<DossierID> = []
  /// Of those, whom one went on from, forward; who is at hand for the first time, or was only looked at, is not among them.
  var left: Set<DossierID> = []
  /// The page as it was shown last.
  var minutes: [String] = []

  var current: DossierID? { ids.indices.contains(index) ? ids[index] : nil }

  /// Those in the minutes, in the order of the walk.
  var looked: [DossierID] { ids.filter { seen.contains($0) } }

  /// The one that is looked at now and not gone on from yet.
  var atHand: DossierID? { current.flatMap { left.contains($0) ? nil : $0 } }

  /// Those one went back from, that were only looked at.
  var glanced: Set<DossierID> { seen.subtracting(left).filter { $0 != current } }

  /// Another household; false at the ends. Whoever goes on from the last is done with it too; going back leaves open.
  mutating func move(_ steps: Int) -> Bool {
    if let current, steps > 0 { left.insert(current) }
    guard ids.indices.contains(index + steps) else { return false }
    index += steps
    if let current { seen.insert(current) }
    return true
  }
}

extension FormState {
  /// Asked once, when it begins.
  init(startingReview stage: Stage, user: String, _ language: Language) {
    let whole = Field.Choice("all", Phrase("het hele gebied", "the whole area"))
    let column = Field.Choice("stage", Phrase("alleen ", "only ") + stage.name)
    let fields = [
      Field(
        "present", Phrase("Wie zijn erbij", "Who is at it"), required: true,
        hint: Phrase(
          "namen, en van welke partij; komt in het verslag", "names, and of which party; goes in the minutes")),
      Field("which", Phrase("Welke", "Which"), .choice([whole, column]), required: true),
      Field("count", Phrase("Hoeveel", "How many"), .number, required: true),
    ]
    self.init(.review, nil, fields, ["present": user, "which": "all", "count": "20"], language)
  }

  /// Where the minutes go.
  /// - Parameter folder: where a name alone goes.
  init(savingMinutesOf day: Day, in folder: String, _ language: Language) {
    let field = Self.file(in: folder)
    self.init(.minutes, nil, [field], ["path": Phrase("verslag", "minutes")[language] + "-\(day).txt"], language)
  }
}
