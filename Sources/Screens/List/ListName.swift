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
    case .quota: .none
    }
  }

  subscript(name: ListName) -> ListState {
    get {
      switch name {
      case .today: todayList
      case .dossiers: allList
      case .column(let stage): cards[stage] ?? ListState()
      case .none: ListState()
      }
    }
    set {
      switch name {
      case .today: todayList = newValue
      case .dossiers: allList = newValue
      case .column(let stage): cards[stage] = newValue
      case .none: break
      }
    }
  }

  /// All that are there.
  var listNames: [ListName] { [.today, .dossiers] + cards.keys.sorted().map { .column($0) } }
}
