import Journey

/// What one can point at on the screen.
enum Target: Hashable {
  case tab(Model.Tab)
  /// A row of the list at hand.
  case row(DossierID)
  /// One of the actions in the key bar.
  case key(Int)
  /// A line of what lies over the screen.
  case item(Int)
  /// A line of the story, by its place.
  case line(Int)
  case person(Int)
  case pane(DossierState.Pane)
  /// A field of the form.
  case field(Int)
  /// A choice below the field.
  case choice(Int)
  /// Which municipality one looks at.
  case scope
  /// A row of the task (or of what-if), by its place; a column and a pane by their number.
  case taskRow(Int), taskColumn(Int), taskPane(Int)
  /// A lesson, by its place.
  case lesson(Int)
  /// A column of the board, and the head of a group in it.
  case stage(Stage), group(Stage, Int)
  /// A row of the network, by its place.
  case networkRow(Int)

  /// More than any case number.
  private static let room = 1 << 48

  private var parts: (Int, Int) {
    switch self {
    case .tab(let tab): (0, tab.rawValue)
    case .row(let id): (1, Int(id.value))
    case .key(let index): (2, index)
    case .item(let index): (3, index)
    case .line(let index): (4, index)
    case .person(let index): (5, index)
    case .pane(let pane): (6, pane.rawValue)
    case .field(let index): (7, index)
    case .choice(let index): (8, index)
    case .scope: (9, 0)
    case .taskRow(let index): (20, index)
    case .taskColumn(let index): (21, index)
    case .taskPane(let index): (22, index)
    case .lesson(let index): (30, index)
    case .stage(let stage): (10, stage.rawValue)
    case .networkRow(let index): (31, index)
    case .group(let stage, let index): (11, index << 8 + stage.rawValue)
    }
  }

  var tag: Int { parts.0 * Self.room + parts.1 }

  init?(tag: Int) {
    let value = tag % Self.room
    switch tag / Self.room {
    case 0:
      guard let tab = Model.Tab(rawValue: value) else { return nil }
      self = .tab(tab)
    case 1: self = .row(DossierID(value: Int64(value)))
    case 2: self = .key(value)
    case 3: self = .item(value)
    case 4: self = .line(value)
    case 5: self = .person(value)
    case 6:
      guard let pane = DossierState.Pane(rawValue: value) else { return nil }
      self = .pane(pane)
    case 7: self = .field(value)
    case 8: self = .choice(value)
    case 9: self = .scope
    case 20: self = .taskRow(value)
    case 21: self = .taskColumn(value)
    case 22: self = .taskPane(value)
    case 30: self = .lesson(value)
    case 31: self = .networkRow(value)
    case 10:
      guard let stage = Stage(rawValue: value) else { return nil }
      self = .stage(stage)
    case 11:
      guard let stage = Stage(rawValue: value & 0xFF) else { return nil }
      self = .group(stage, value >> 8)
    default: return nil
    }
  }
}
