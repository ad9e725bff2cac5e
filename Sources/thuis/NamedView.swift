import Casebook
import Journey
import Preferences

extension ViewOption {
  /// The one that was asked for, of these rows: one's own before what others share and what the program brings.
  func saved(_ rows: SavedView.Rows, _ casebook: Casebook, _ place: Surroundings) throws -> SavedView? {
    guard let view else { return nil }
    let own = OwnViews(place.folders).load().views
    return try SavedView.named(view, of: rows, among: own + casebook.savedViews() + SavedView.known)
  }
}

extension SavedView {
  /// Those that come with the program, in both languages.
  static let known: [SavedView] =
    [SavedView(name: "today"), SavedView(name: "vandaag")] + builtIn(.en) + builtIn(.nl)
    + [SavedView(name: "all", filter: "all"), SavedView(name: "alle", filter: "alle")]

  /// The first of that name, in whatever spelling.
  ///
  /// - Throws: which there are; of one whose rows are others the command that shows it.
  static func named(_ text: String, of rows: Rows, among views: [SavedView]) throws -> SavedView {
    let found = views.filter { $0.isNamed(text) }
    if let view = found.first(where: { $0.rows == rows }) { return view }
    if let other = found.first {
      let command = other.rows == .people ? "thuis network" : "thuis list"
      throw CommandFailure.usage(
        "\"\(other.name)\" is een weergave voor \(command) --view.",
        "\"\(other.name)\" is a view for \(command) --view.")
    }
    let names = views.filter { $0.rows == rows }.map(\.name).joined(separator: ", ")
    throw CommandFailure.usage(
      "Er is geen weergave \"\(text)\". Wel: \(names).", "There is no view \"\(text)\". There are: \(names).")
  }
}
