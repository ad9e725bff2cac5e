import Casebook

extension Model {
  /// The view Dossiers looks through: the one chosen last, as long as filter, order and columns are still those.
  var shownView: KnownView? {
    guard let name = allList.view, let known = KnownView.named(name, among: views) else { return nil }
    let list = allList
    let isSame =
      list.ask.filter == known.view.filter && list.ask.sort == known.view.sort
      && list.columns == columns(of: known.view)
    return isSame ? known : nil
  }

  /// A view that names no columns has those of the settings.
  func columns(of view: SavedView) -> [ShownColumn] {
    view.columns.isEmpty ? preferences.columns[.dossiers]?.value ?? [] : view.columns
  }
}
