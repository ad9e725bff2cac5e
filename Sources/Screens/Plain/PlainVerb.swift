/// What may stand behind the name of something on a line, and so how it is asked for when it does not.
enum PlainArgument: Hashable, Sendable {
  case nothing
  /// The number of a household of the list.
  case row
  /// The number of a line of the story.
  case storyLine
  /// The number of a person.
  case person
  /// The number of a row, or nothing for the one at hand.
  case rowOrNone
  case filter, order
  /// How many rows a page has.
  case pageSize
  /// Something to look for in the help.
  case help
  /// A name or number of a household anywhere.
  case household
  /// A beginning of one of the choices that come.
  case choice
}

extension Verb {
  /// - Parameter isOnList: else on an open dossier, which acts then are about.
  func argument(isOnList: Bool) -> PlainArgument {
    switch self {
    case .open, .explain, .useLesson: .row
    case .act: isOnList ? .row : .nothing
    case .details, .correct, .takeBackLine, .copyLine: .storyLine
    case .showNumber: .person
    case .filter: .filter
    case .sort: .order
    case .help: .help
    case .palette: .household
    case .mark, .markRange: .row
    case .acts, .areas, .views, .viewsToRemove, .drafts, .draftsToDiscard, .task(.scenarios), .householdsHere,
      .network(.organisations):
      .choice
    case .task(.number), .task(.account): .row
    case .task(.whatIf), .task(.backTest): .rowOrNone
    case .network(.act(.join)), .network(.connection), .network(.organisation), .network(.reach): .nothing
    case .network: .row
    case .back, .quit, .tab, .scope, .undo, .redo, .nextPane, .reload, .register, .goTo, .area, .markAll,
      .unmark, .view, .keepView, .askToRemove, .removeView, .columns, .sortKeys, .mouse, .openDossier, .copyNumber,
      .tourNext, .tourBack, .goOnWith, .askToDiscard, .discard, .task, .columnAfter, .columnBefore, .pipelineView,
      .numbers, .grouping, .lateHere, .households, .asOf, .review, .reviewNext, .reviewPrevious, .reviewSkip,
      .reviewMinutes, .saveMinutes, .endReview, .lessons, .plan, .takeBackShared:
      .nothing
    }
  }

  /// About how a screen looks or is pointed at: a row said in full has no columns, the order is typed, and what was said
  /// can be copied as it stands.
  var isOfScreen: Bool { [.columns, .sortKeys, .mouse, .copyNumber, .copyLine, .numbers].contains(self) }
}
