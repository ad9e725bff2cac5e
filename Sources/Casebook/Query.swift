import Journey

/// Which households a list shows, and in which order. Empty: all open ones by urgency.
public struct Query: Hashable, Sendable {
  public var filter: Filter
  /// Empty: by urgency.
  public var sort: [SortKey]
  /// Leaves closed dossiers out.
  public var open: Bool

  public init(_ filter: Filter = .everything, sort: [SortKey] = [], open: Bool = true) {
    (self.filter, self.sort, self.open) = (filter, sort, open)
  }

  /// - Parameter text: as typed to search for; every word must be found.
  public init(text: String, sort: [SortKey] = []) { self.init(.text(text), sort: sort) }

  /// Those of them for which this holds too.
  public func narrowed(by other: Filter) -> Query {
    Query(.every([filter, other]), sort: sort, open: open)
  }

  /// Whether whatever fits it is of municipalities that it names.
  public var namesMunicipality: Bool { filter.namesMunicipality }

  /// Counting stops here, and more is said to be more. A text is looked for anew with every letter.
  public var countedTo: Int {
    filter.contains { if case .text = $0 { true } else { false } } ? Listing.sortable : 100_000
  }

  /// Asks for nothing that the counters do not keep.
  var isCounted: Bool {
    !filter.contains {
      switch $0 {
      case .all, .any, .not, .stages, .municipalities, .parties: false
      default: true
      }
    }
  }
}

/// Whose households a figure is about.
public enum Scope: Hashable, Sendable {
  case everything
  case municipality(String)
  case municipalities(Set<String>)
}
