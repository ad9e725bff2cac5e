/// How far somebody is in the guided tour.
struct TourState: Sendable {
  enum Mark: Sendable { case open, done, passed }

  let steps = TourStep.all
  /// The municipality whose households it is about; empty: none in particular.
  let town: String
  /// The step at hand; at the end as many as there are.
  private(set) var index = 0
  /// One a step.
  private(set) var marks = [Mark](repeating: .open, count: TourStep.all.count)

  init(town: String = "") { self.town = town }

  var step: TourStep? { steps.indices.contains(index) ? steps[index] : nil }

  /// Ticks the step at hand when what happened was it.
  mutating func see(_ before: Model, _ after: Model) {
    guard let step, step.isDone(before, after) else { return }
    marks[index] = .done
    index += 1
  }

  /// To the next step, without doing this one.
  mutating func goOn() {
    guard step != nil else { return }
    if marks[index] == .open { marks[index] = .passed }
    index += 1
  }

  mutating func goBack() { index = max(0, index - 1) }
}

extension Model {
  /// Rows of the guide, above the status line.
  var tourRows: Int {
    if tour == nil { return 0 }
    return size.rows < 20 ? 1 : size.columns < 80 ? 4 : 3
  }
}
