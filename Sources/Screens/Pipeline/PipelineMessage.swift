import Casebook
import Journey

/// What the worker brings back for Doorstroom.
enum PipelineMessage: Sendable {
  case board(Area, Board)
  case filtered(Stage, Ask, PipelineState.Filtered)
  case groups(Area, Grouping, [Stage: [HouseholdGroup]])
  case chart(PipelineChart)
  case past(Area, PastBoard)
}

extension Message {
  static func board(_ area: Area, _ board: Board) -> Message { .pipeline(.board(area, board)) }
  static func filtered(_ stage: Stage, _ ask: Ask, _ filtered: PipelineState.Filtered) -> Message {
    .pipeline(.filtered(stage, ask, filtered))
  }
  static func groups(_ area: Area, _ grouping: Grouping, _ groups: [Stage: [HouseholdGroup]]) -> Message {
    .pipeline(.groups(area, grouping, groups))
  }
  static func chart(_ chart: PipelineChart) -> Message { .pipeline(.chart(chart)) }
  static func past(_ area: Area, _ past: PastBoard) -> Message { .pipeline(.past(area, past)) }
}
