import Casebook
import Journey

/// A saved view, and who has it.
struct KnownView: Hashable, Sendable {
  enum Whose: String, Hashable, Sendable {
    /// comes with the program
    case program
    /// kept in the casebook, for everybody who works in it
    case shared
    /// kept in one's own settings
    case own

    var name: Phrase {
      switch self {
      case .program: Phrase("van Thuis", "of Thuis")
      case .shared: Phrase("voor iedereen", "for everybody")
      case .own: Phrase("van uzelf", "your own")
      }
    }
  }

  let view: SavedView
  let whose: Whose
  /// What it shows, in a line: the table of actions asks for it at every key.
  let help: Phrase

  init(view: SavedView, whose: Whose) {
    (self.view, self.whose) = (view, whose)
    help = Phrase(Self.help(view, whose, .nl), Self.help(view, whose, .en))
  }

  private static func help(_ view: SavedView, _ whose: Whose, _ language: Language) -> String {
    let order =
      view.rows == .people
      ? NetworkQuery.Order(view.sort).map(NetworkView.order) : view.sort.isEmpty ? nil : DossiersView.order(view.sort)
    let sort = order?[language] ?? ""
    let columns = view.columns.map { $0.column.title[language] }.joined(separator: " ")
    return [whose.name[language], view.filter, sort, columns].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What it is known by among all of them, in whatever language the program is.
  var seat: String { whose.rawValue + " " + (whose == .program ? Self.dutch(view.name) : view.name) }

  private static func dutch(_ name: String) -> String {
    let names = zip(SavedView.builtIn(.en), SavedView.builtIn(.nl)).first { $0.0.name == name }
    return names?.1.name ?? name
  }

  /// One's own come before what others share, and both before what the program brings.
  static func named(_ name: String, among all: [KnownView]) -> KnownView? {
    let rank: [Whose] = [.own, .shared, .program]
    return rank.lazy.compactMap { whose in all.first { $0.whose == whose && $0.view.isNamed(name) } }.first
  }
}
