import Journey

/// A way of looking at the dossiers, under a name: which ones, in which order, with which columns.
public struct SavedView: Codable, Hashable, Sendable {
  public var name: String
  /// As one types it after `/`.
  public var filter: String
  /// Empty: by urgency.
  public var sort: [SortKey]
  /// Empty: those that fit the screen.
  public var columns: [ShownColumn]

  public init(name: String, filter: String = "", sort: [SortKey] = [], columns: [ShownColumn] = []) {
    (self.name, self.filter, self.sort, self.columns) = (name, filter, sort, columns)
  }

  /// Those everybody has. A view of one's own with the same name takes its place.
  public static func builtIn(_ language: Language) -> [SavedView] {
    func say(_ nl: String, _ en: String, _ filterNL: String, _ filterEN: String, _ sort: [SortKey] = []) -> SavedView {
      SavedView(name: Phrase(nl, en)[language], filter: Phrase(filterNL, filterEN)[language], sort: sort)
    }
    return [
      say("te laat", "overdue", "te-laat", "overdue"),
      say("knelpunten", "blocked", "knelpunt:*", "blocker:*"),
      say("langst wachtend", "longest waiting", "", "", [SortKey(.waiting)]),
      say("ook gesloten", "closed too", "alle", "all"),
    ]
  }
}
