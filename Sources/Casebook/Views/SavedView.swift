import Journey

/// A way of looking at a list, under a name: which rows, in which order, with which columns.
public struct SavedView: Codable, Hashable, Sendable {
  /// What the rows are.
  public enum Rows: String, CaseIterable, Codable, Hashable, Sendable {
    case dossiers
    /// of the network
    case people
  }

  public var name: String
  public var rows: Rows
  /// As one types it after `/`.
  public var filter: String
  /// Empty: by urgency; people by silence.
  public var sort: [SortKey]
  /// Empty: those that fit the screen. People have no others.
  public var columns: [ShownColumn]

  public init(
    name: String, rows: Rows = .dossiers, filter: String = "", sort: [SortKey] = [], columns: [ShownColumn] = []
  ) {
    (self.name, self.rows, self.filter, self.sort, self.columns) = (name, rows, filter, sort, columns)
  }

  /// One that does not say what its rows are is of dossiers.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try values.decode(String.self, forKey: .name),
      rows: try values.decodeIfPresent(Rows.self, forKey: .rows) ?? .dossiers,
      filter: try values.decode(String.self, forKey: .filter), sort: try values.decode([SortKey].self, forKey: .sort),
      columns: try values.decode([ShownColumn].self, forKey: .columns))
  }

  /// Those everybody has. A view of one's own with the same name takes its place.
  public static func builtIn(_ language: Language) -> [SavedView] {
    func say(
      _ nl: String, _ en: String, _ filterNL: String, _ filterEN: String, _ sort: [SortKey] = [],
      of rows: Rows = .dossiers
    ) -> SavedView {
      SavedView(
        name: Phrase(nl, en)[language], rows: rows, filter: Phrase(filterNL, filterEN)[language], sort: sort)
    }
    return [
      say("te laat", "overdue", "te-laat", "overdue"),
      say("knelpunten", "blocked", "knelpunt:*", "blocker:*"),
      say("langst wachtend", "longest waiting", "", "", [SortKey(.waiting)]),
      say("ook gesloten", "closed too", "alle", "all"),
      say("te lang stil", "silent too long", "stil", "silent", of: .people),
      say("niemand bij naam", "nobody by name", "naamloos", "unnamed", [SortKey(.turn)], of: .people),
      say(
        "vertrokken met beurten", "left with turns", "vertrokken aan-zet", "left to-act", [SortKey(.turn)], of: .people),
    ]
  }
}

extension NetworkQuery.Order {
  /// As a view says it; nil for what people are not sorted by.
  public init?(_ sort: [SortKey]) {
    switch sort {
    case [], [SortKey(.silence)]: self = .silence
    case [SortKey(.turn)]: self = .turns
    case [SortKey(.answers)]: self = .answers
    case [SortKey(.kept)]: self = .kept
    case [SortKey(.name)]: self = .name
    default: return nil
    }
  }

  public var sort: [SortKey] {
    switch self {
    case .silence: []
    case .turns: [SortKey(.turn)]
    case .answers: [SortKey(.answers)]
    case .kept: [SortKey(.kept)]
    case .name: [SortKey(.name)]
    }
  }

  /// By its own name or by that of the column, in either language.
  public init?(named text: String) {
    if text.hasPrefix("-") { return nil }
    let word = Folding.key(text)
    let found = Self.allCases.first { order in
      let name = order.sort.first?.by.name ?? SortKey.By.silence.name
      return [order.rawValue, name.nl, name.en].contains(word)
    }
    guard let found else { return nil }
    self = found
  }
}
