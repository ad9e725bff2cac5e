import Journey
import Preferences
import Terminal

/// The table of actions as documentation has it: every key, where it works and what it does, with the keys somebody chose.
public enum KeyCard {
  public struct Line: Sendable {
    /// As the key bar writes it; the first is the one that is shown there.
    public var keys: [String]
    public var name: Phrase
    public var help: Phrase
  }

  /// What works on a list, or anywhere.
  public static func onLists(_ preferences: Preferences = Preferences()) -> [Line] {
    var model = empty(preferences)
    var lines: [Line] = []
    for tab in Model.Tab.allCases {
      model.tab = tab
      lines += card(model).filter { line in !lines.contains { $0.keys == line.keys } }
    }
    model.pipeline.view = .flow
    lines += card(model).filter { line in !lines.contains { $0.keys == line.keys } }
    return lines
  }

  /// What works on an open dossier and not on a list.
  public static func onDossier(_ preferences: Preferences = Preferences()) -> [Line] {
    var model = empty(preferences)
    model.opened = DossierState(Dossier(id: DossierID("2026-000001")!), rules: model.rules, today: model.today)
    let lists = onLists(preferences)
    return card(model).filter { line in !lists.contains { $0.keys == line.keys && $0.name == line.name } }
  }

  /// The key of an act on an open dossier; nil when it goes by name only.
  public static func key(of act: Act) -> String? { act.screenKey.map { Binding.name($0, .en) } }

  private static func empty(_ preferences: Preferences) -> Model {
    Model(rules: .builtIn, language: .nl, user: "", today: Day(number: 0), preferences: preferences)
  }

  private static func card(_ model: Model) -> [Line] {
    model.bindings.filter { !$0.keys.isEmpty }.map {
      Line(keys: $0.keys.map { Binding.name($0, .en) }, name: $0.name, help: $0.help)
    }
  }
}
