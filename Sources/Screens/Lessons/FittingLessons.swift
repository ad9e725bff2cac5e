import Casebook
import Journey

/// What is looked up of the household at hand while nobody presses a key: how many lessons fit.
struct FittingLessons: Sendable, Hashable {
  var dossier: DossierID
  var count: Int
}

extension Model {
  /// nil where none fit, or they were not counted.
  func fitting(_ dossier: DossierID) -> Int? {
    fitting.flatMap { $0.dossier == dossier && $0.count > 0 ? $0.count : nil }
  }

  /// The household that is open, or the one the pane below a list is about.
  fileprivate var atHand: DossierID? {
    guard form == nil, overlay == nil, review == nil, lessons == nil, tour == nil else { return nil }
    if let opened { return opened.id }
    return tab == .today || tab == .pipeline ? list.current?.id : nil
  }
}

extension Shell {
  /// How long nothing is pressed before lessons are counted: whoever goes on through a list waits for nothing.
  static let rest = Duration.milliseconds(400)

  /// Counts once for each household one stops at, beside the work.
  func countLessons() {
    nextRest = nil
    guard let id = model.atHand, model.fitting?.dossier != id else { return }
    let (area, today) = (model.area, model.today)
    workBeside { source in
      // Nobody asked for it: where it cannot be read nothing is said.
      guard let dossier = (try? source.dossier(id)) ?? nil else { return .nothing }
      let state = LessonsState(dossier, area: area, today: today)
      guard let found = try? source.lessons(state.query) else { return .nothing }
      return .fittingLessons(FittingLessons(dossier: id, count: found.fitting))
    }
  }
}
