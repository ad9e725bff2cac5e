import Casebook
import Journey

/// A part of the list of people, as it was read: where it begins and ends, and whether whom it was read for is in it.
struct NetworkWindow: Sendable {
  var rows: [NetworkRow]
  var reachesStart: Bool
  var reachesEnd: Bool
  /// Who was under the cursor; nil: nobody chose anybody.
  var sought: Contact?
  /// How they are now, where the list has them no more.
  var gone: NetworkRow?

  func has(_ contact: Contact) -> Bool { rows.contains { $0.contact == contact } }
}

extension NetworkSource {
  /// The list from where a window on it begins; around somebody where they are not in that.
  /// - Parameter row: the one before it; nil: it begins with the list.
  func window(
    _ query: NetworkQuery, beyond row: NetworkRow?, with contact: Contact?, limit: Int, today: Day
  ) throws -> NetworkWindow {
    let rows = try page(query, beyond: row, forward: true, limit: limit, today: today)
    var window = NetworkWindow(
      rows: rows, reachesStart: row == nil, reachesEnd: rows.count < limit, sought: contact)
    guard let contact, !window.has(contact), let now = try person(contact, query.area, today: today) else {
      return window
    }
    let limit = NetworkState.page
    let before = try page(query, beyond: now, forward: false, limit: limit, today: today)
    let from = try page(query, beyond: before.last, forward: true, limit: limit, today: today)
    guard from.first?.contact == contact else {
      window.gone = now
      return window
    }
    return NetworkWindow(
      rows: before + from, reachesStart: before.count < limit, reachesEnd: from.count < limit, sought: contact)
  }
}

extension NetworkState {
  /// On the first of the whole list: nobody chose that person, and another order has another first one.
  var isAtTop: Bool { reachesStart && (index ?? 0) == 0 }

  /// Takes in a window: the cursor stays on its person and on its row of the screen. Whoever is in the list no more hands it
  /// to the one that took their place; in another list to the first.
  mutating func take(_ window: NetworkWindow, of query: NetworkQuery, today: Day) {
    awaits.remove(.again)
    let isSame = loaded == query
    if isSame, read == today, !expectsChange {
      let known = Dictionary(rows.map { ($0.contact, $0) }, uniquingKeysWith: { $1 })
      for row in window.rows where known[row.contact].map({ $0 != row }) ?? false { changed.insert(row.contact) }
    }
    if !isSame { changed = [] }
    let at = isSame ? index ?? 0 : 0
    (loaded, read, expectsChange) = (query, today, false)
    (rows, reachesStart, reachesEnd) = (window.rows, window.reachesStart, window.reachesEnd)
    guard index == nil else { return }
    cursor = rows.isEmpty ? nil : rows[min(at, rows.count - 1)].contact
    if !isSame { cursorRow = 0 }
  }
}

extension Shell {
  /// Reads the same window once more, or another order or filter of the list with the one under the cursor.
  func readWindow(_ query: NetworkQuery) {
    let (network, today) = (model.network, model.today)
    let isSame = network.loaded == query
    let first = isSame && !network.reachesStart ? network.rows.first : nil
    let limit = isSame ? max(NetworkState.page, network.rows.count + 1) : NetworkState.page
    model.network.awaits.insert(.again)
    work { source in
      Shell.read {
        .networkWindow(
          query,
          try source.network.window(query, beyond: first, with: network.cursor, limit: limit, today: today))
      }
    }
  }

  func accept(_ window: NetworkWindow, of query: NetworkQuery) {
    let network = model.network
    guard query == model.networkQuery(networkFilter) else {
      model.network.awaits.remove(.again)
      return
    }
    // Moved on meanwhile, to somebody it was not read for.
    if let now = network.current?.contact, now != window.sought, !window.has(now) { return readWindow(query) }
    model.network.take(window, of: query, today: model.today)
    let isSame = network.loaded == query && model.isOnNetwork && !network.showsConnections
    if isSame, let was = network.current, !window.has(was.contact) {
      sayGone(was, now: window.gone, isOwn: network.expectsChange)
    }
    readOnNetwork()
  }

  /// The person under the cursor is in the list no more: who, and why not; beside what was said of what one just did.
  private func sayGone(_ was: NetworkRow, now: NetworkRow?, isOwn: Bool) {
    let l = model.language
    let who = PersonWords(row: was, model: model).head
    let why = now.map { model.whyGone(was, now: $0) } ?? Phrase("geen open dossier", "no open dossier")
    let gone = Phrase("\(who) staat niet meer in deze lijst: \(why.nl)", "\(who) is no longer in this list: \(why.en)")
    guard let status = model.status, isOwn || status.kind == .good else { return say(gone[l] + ".") }
    let hint = [model.undoHint, model.redoHint].first { !$0.isEmpty && status.text.hasSuffix($0) } ?? ""
    say(String(status.text.dropLast(hint.count)) + " · " + gone[l] + hint, status.kind)
  }
}

extension Model {
  /// What is otherwise with somebody who was in a list.
  fileprivate func whyGone(_ was: NetworkRow, now: NetworkRow) -> Phrase {
    if now.partner?.isGone(today) == true { return Phrase("vertrokken", "left") }
    if now.households == 0 { return Phrase("geen open dossier", "no open dossier") }
    if was.partner == nil, now.partner != nil { return Phrase("nu in het netwerk", "in the network now") }
    if was.partner?.isAway(today) == true, now.partner?.isAway(today) != true {
      return Phrase("weer terug", "back again")
    }
    if now.turns == 0 { return Phrase("niemand wacht", "nobody waits") }
    let turns = Phrase("aan zet in \(now.turns.grouped(.nl))", "to act in \(now.turns.grouped(.en))")
    return now.silent > 0 ? turns : turns + Phrase(", niet te lang stil", ", not silent too long")
  }
}
