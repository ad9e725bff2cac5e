import Journey

extension Verb {
  /// By what is counted how often it was chosen by name: also an area, and a view, whatever number it has. nil for what is
  /// there once.
  var counted: String? {
    switch self {
    case .area(let area): "area " + area.code
    case .view(let known): "view " + known.seat
    default: code
    }
  }

  /// What settings and documentation call it, in every version and language; of an act the word of `thuis do`. nil for what
  /// goes by choosing from a list and so has no key.
  var code: String? {
    switch self {
    case .open: "open"
    case .back: "back"
    case .quit: "quit"
    case .tab(.today): "today"
    case .tab(.dossiers): "dossiers"
    case .tab(.quota): "task"
    case .tab(.pipeline): "pipeline"
    case .tab(.network): "network"
    case .filter: "filter"
    case .sort: "sort"
    case .scope: "mine"
    case .explain: "why"
    case .details: "details"
    case .help: "help"
    case .palette: "palette"
    case .acts: "actions"
    case .undo: "undo"
    case .redo: "redo"
    case .showNumber: "show-number"
    case .nextPane: "next-pane"
    case .reload: "refresh"
    case .act(let act): act.rawValue
    case .correct: "correct"
    case .takeBackLine: "take-back"
    case .register: "new"
    case .areas: "area"
    case .mark: "mark"
    case .markRange: "mark-to-here"
    case .markAll: "mark-all"
    case .unmark: "unmark"
    case .views: "view"
    case .keepView: "save-view"
    case .viewsToRemove: "remove-view"
    case .columns: "columns"
    case .sortKeys: "order"
    case .mouse: "mouse"
    case .copyNumber: "copy-number"
    case .copyLine: "copy-line"
    case .tourNext: "next-step"
    case .tourBack: "previous-step"
    case .drafts: "drafts"
    case .draftsToDiscard: "discard-draft"
    case .goOnWith, .askToDiscard, .discard: nil
    case .task(let verb): verb.code
    case .network(let verb): verb.code
    case .columnAfter: "next-stage"
    case .columnBefore: "previous-stage"
    case .pipelineView: "picture"
    case .numbers: "numbers"
    case .grouping: "divide"
    case .lateHere: "late-here"
    case .householdsHere: "households"
    case .asOf: "as-of"
    case .plan: "plan"
    case .review: "start-review"
    case .reviewNext: "next-household"
    case .reviewPrevious: "previous-household"
    case .reviewSkip: "skip-household"
    case .reviewMinutes: "minutes"
    case .saveMinutes: "save-minutes"
    case .endReview: "end-review"
    case .lessons: "lessons"
    case .useLesson: "use-lesson"
    case .households, .goTo, .area, .view, .askToRemove, .removeView, .openDossier, .takeBackShared: nil
    }
  }
}
