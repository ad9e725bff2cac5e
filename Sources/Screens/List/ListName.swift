import Journey

/// Which of the lists: each has a filter, an order and a cursor of its own.
enum ListName: Hashable, Sendable {
  case today, dossiers
  /// The cards of one stage on the board.
  case column(Stage)
  /// Screens without households in rows.
  case none
}

extension Model {
  /// The list that keys work on.
  var listName: ListName {
    switch tab {
    case .today: .today
    case .dossiers: .dossiers
    case .quota, .network: .none
    case .pipeline: pipeline.view == .board && !pipeline.showsGroups ? .column(pipeline.stage) : .none
    }
  }

  subscript(name: ListName) -> ListState {
    get {
      switch name {
      case .today: todayList
      case .dossiers: allList
      case .column(let stage): (pipeline.past == nil ? cards : pipeline.pastCards)[stage] ?? ListState()
      case .none: ListState()
      }
    }
    set {
      switch name {
      case .today: todayList = newValue
      case .dossiers: allList = newValue
      case .column(let stage):
        if pipeline.past == nil { cards[stage] = newValue } else { pipeline.pastCards[stage] = newValue }
      case .none: break
      }
    }
  }

  /// All that are kept up to date; the cards of the board while one looks at it.
  var listNames: [ListName] {
    let isBoard = tab == .pipeline && pipeline.past == nil
    return [.today, .dossiers] + (isBoard ? cards.keys.sorted().map { .column($0) } : [])
  }
}
