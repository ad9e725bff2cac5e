import Casebook
import Journey

/// Where one is on the screen of the network: a window on the people, or the connections of municipalities.
struct NetworkState: Sendable {
  var filter = ""
  var order = NetworkQuery.Order.silence
  /// In order; a part of all of them.
  var rows: [NetworkRow] = []
  var cursor: Contact?
  /// On which row of the screen the cursor stands.
  var cursorRow = 0
  var reachesStart = false
  var reachesEnd = false
  /// Of what the rows are; nil: nothing was read yet.
  var loaded: NetworkQuery?
  /// On what day they were read.
  var read: Day?
  /// Where others did something since one was there.
  var changed: Set<Contact> = []
  /// One did something oneself, and the list was not read since: that is no news.
  var expectsChange = false
  /// Pages under way.
  var awaits: Set<Page> = []
  var count: Count?
  /// The filter as it is being typed; nil when nobody types.
  var typing: TextLine?
  var fault: FilterFault?
  var completions: FilterCompletions?
  var completed: TextLine?
  var completion = -1
  /// The name of the view that was chosen last.
  var view: String?
  /// The filter went along to whoever follows somebody.
  var followed: FollowedFilter?
  /// Whom one marked, in that order.
  var marks: [NetworkRow] = []
  /// Where a range of marks begins.
  var lastMarked: NetworkRow?
  /// The latest thing recorded here was of a person, not of households.
  var lastWasPerson = false

  var showsConnections = false
  /// As they are listed: those that fit the filter of connections, in their order.
  var connections: [Connection] = []
  /// What is broken among them, and in how many of them something is.
  private(set) var breaks = BreakSummary([])
  private(set) var broken = 0
  /// All of the area.
  var allConnections: [Connection] = []
  var connectionFilter = ""
  var connectionOrder = ConnectionQuery.Order.broken
  /// From which connection one went to somebody: going back leads there.
  var cameFrom: CameFrom?
  /// Of what area they are.
  var connected: Area?
  /// The municipality under the cursor.
  var town: String?

  struct CameFrom: Hashable, Sendable {
    var area: Area
    var town: String
    /// The filter of people before it.
    var filter: String
  }

  /// Of what is read again comes a ``NetworkWindow``.
  enum Page: Hashable, Sendable { case start, end, after, before, again }

  static let page = 120
  private static let margin = 60
  private static let most = 1000

  /// Of what is on the screen.
  var shownFilter: String { showsConnections ? connectionFilter : filter }
  var shownCount: Count? { showsConnections ? Count(number: connections.count, isCapped: false) : count }

  var index: Int? { cursor.flatMap { cursor in rows.firstIndex { $0.contact == cursor } } }
  var current: NetworkRow? { index.map { rows[$0] } }

  /// The first row shown of so many.
  func top(rows height: Int) -> Int {
    guard let index else { return 0 }
    return max(0, min(index - min(max(0, cursorRow), max(0, height - 1)), max(0, rows.count - height)))
  }

  mutating func move(_ steps: Int, rows height: Int) {
    if showsConnections { return moveTown(steps) }
    guard !rows.isEmpty else { return }
    let top = top(rows: height)
    let to = min(max(0, (index ?? 0) + steps), rows.count - 1)
    if let old = cursor { changed.remove(old) }
    cursor = rows[to].contact
    cursorRow = min(max(0, to - top), max(0, height - 1))
  }

  var townIndex: Int { connections.firstIndex { $0.municipality == town } ?? 0 }
  var connection: Connection? { connections.indices.contains(townIndex) ? connections[townIndex] : nil }

  private mutating func moveTown(_ steps: Int) {
    guard !connections.isEmpty else { return }
    town = connections[min(max(0, townIndex + steps), connections.count - 1)].municipality
  }

  /// Which page the place of the cursor asks for.
  var wanted: Page? {
    guard let index, !awaits.contains(.again) else { return nil }
    if !reachesEnd, rows.count - index < Self.margin, !awaits.contains(.after) { return .after }
    if !reachesStart, index < Self.margin, !awaits.contains(.before) { return .before }
    return nil
  }

  /// Takes in a page that was asked for.
  mutating func take(_ new: [NetworkRow], _ page: Page, of query: NetworkQuery, limit: Int, today: Day) {
    awaits.remove(page)
    if loaded != query { changed = [] }
    (loaded, read) = (query, today)
    let isWhole = new.count < limit
    switch page {
    case .start:
      (rows, reachesStart, reachesEnd) = (new, true, isWhole)
      (cursor, cursorRow) = (rows.first?.contact, 0)
    case .end: (rows, reachesStart, reachesEnd, cursor, cursorRow) = (new, isWhole, true, new.last?.contact, .max / 2)
    case .after:
      let known = Set(rows.map(\.contact))
      rows += new.filter { !known.contains($0.contact) }
      reachesEnd = isWhole
      if rows.count > Self.most, let index, index > Self.most / 2 {
        rows.removeFirst(rows.count - Self.most)
        reachesStart = false
      }
    case .before:
      let known = Set(rows.map(\.contact))
      rows = new.filter { !known.contains($0.contact) } + rows
      reachesStart = isWhole
      if rows.count > Self.most, let index, index < Self.most / 2 {
        rows.removeLast(rows.count - Self.most)
        reachesEnd = false
      }
    case .again: break
    }
  }

  mutating func take(_ new: [Connection], of area: Area, _ rules: Rulebook, today: Day) {
    (allConnections, connected) = (new, area)
    listConnections(rules, today: today)
  }

  /// Puts those that fit in order. The cursor stays on its municipality; where that is no longer there it takes the place.
  mutating func listConnections(_ rules: Rulebook, today: Day) {
    let at = townIndex
    connections = ConnectionQuery(connectionFilter, order: connectionOrder).listed(allConnections, rules, today: today)
    let all = connections.map { $0.breaks(rules, today: today) }
    (breaks, broken) = (BreakSummary(all), all.count { !$0.isEmpty })
    if !connections.contains(where: { $0.municipality == town }) {
      town = connections.isEmpty ? nil : connections[min(at, connections.count - 1)].municipality
    }
  }
}

extension Model {
  /// The screen of the network is what keys work on.
  var isOnNetwork: Bool { opened == nil && tab == .network }

  /// The people that are asked for.
  func networkQuery(_ filter: NetworkFilter) -> NetworkQuery { NetworkQuery(area, filter, order: network.order) }

  /// Rows of people that fit.
  var networkRows: Int { max(1, body.height - 3 - networkPane) }

  /// Rows of the pane below.
  var networkPane: Int { body.height >= 30 ? 10 : body.height >= 17 ? 8 : 0 }
}
