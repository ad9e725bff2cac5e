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
  /// Of those, whom one went on from; who is at hand for the first time is not among them.
  var left: Set<DossierID> = []
  /// The page as it was shown last.
  var minutes: [String] = []

  var current: DossierID? { ids.indices.contains(index) ? ids[index] : nil }

  /// Those in the minutes, in the order of the walk.
  var looked: [DossierID] { ids.filter { seen.contains($0) } }

  /// The one that is looked at now and not gone on from yet.
  var atHand: DossierID? { current.flatMap { left.contains($0) ? nil : $0 } }

  /// Another household; false at the ends. Whoever goes on from the last is done with it too.
  mutating func move(_ steps: Int) -> Bool {
    let isInside = ids.indices.contains(index + steps)
    if let current, isInside || steps > 0 { left.insert(current) }
    guard isInside else { return false }
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
  init(savingMinutesOf day: Day, _ language: Language) {
    let field = Field("path", Phrase("Bestand", "File"), required: true)
    self.init(.minutes, nil, [field], ["path": Phrase("verslag", "minutes")[language] + "-\(day).txt"], language)
  }
}
