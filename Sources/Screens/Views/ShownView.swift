import Casebook
import Journey

extension Model {
  /// What the views on the screen at hand are views of.
  var viewedRows: SavedView.Rows { tab == .network ? .people : .dossiers }

  /// Whoever was there stays where they were, also while it cannot be read; what is new comes behind them.
  mutating func seat(_ found: [KnownView]) {
    let new = found.map(\.seat).filter { !viewSeats.contains($0) }
    viewSeats += new
    views = viewSeats.compactMap { seat in found.first { $0.seat == seat } }
  }

  /// Those one can look through here.
  var viewsHere: [KnownView] { views.filter { $0.view.rows == viewedRows } }

  /// Views that the screen at hand has no key or name for: choosing one goes to the screen that shows it.
  var viewsElsewhere: [Binding] {
    var here: Set<KnownView> = []
    for binding in bindings { if case .view(let known) = binding.verb { here.insert(known) } }
    return views.filter { !here.contains($0) }.map { known in
      Binding(
        verb: .view(known), keys: [], name: Phrase("weergave ", "view ") + Phrase(same: known.view.name),
        help: known.view.tab.name + Phrase(same: " · ") + known.help, group: Words.views)
    }
  }

  /// What is on the screen, to keep it under a name.
  func view(named name: String) -> SavedView {
    switch viewedRows {
    case .dossiers: SavedView(name: name, filter: allList.ask.filter, sort: allList.ask.sort, columns: allList.columns)
    case .people: SavedView(name: name, rows: .people, filter: network.filter, sort: network.order.sort)
    }
  }

  /// The view one looks through: the one chosen last, as long as filter, order and columns are still those.
  var shownView: KnownView? {
    let chosen = viewedRows == .people ? network.view : allList.view
    guard let chosen, let known = KnownView.named(chosen, among: viewsHere) else { return nil }
    var saved = known.view
    switch viewedRows {
    case .dossiers: saved.columns = columns(of: saved)
    case .people: saved.sort = NetworkQuery.Order(saved.sort)?.sort ?? []
    }
    return saved == view(named: saved.name) ? known : nil
  }

  /// A view that names no columns has those of the settings.
  func columns(of view: SavedView) -> [ShownColumn] {
    view.columns.isEmpty ? preferences.columns[.dossiers]?.value ?? [] : view.columns
  }
}
