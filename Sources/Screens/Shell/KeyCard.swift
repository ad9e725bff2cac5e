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

  public struct Part: Sendable {
    /// As `on a dossier`.
    public var place: String
    public var lines: [Line]
  }

  /// What works on a list or anywhere, then what works on an open dossier and on each of the other screens and not there.
  public static func parts(_ preferences: Preferences = Preferences()) -> [Part] {
    let dossier = DossierState(Dossier(id: DossierID("2026-000001")!), rules: .builtIn, today: Day(number: 0))
    let lists = lines(preferences, { $0.tab = .today }, { $0.tab = .dossiers })
    func part(_ place: String, _ looks: (inout Model) -> Void...) -> Part {
      let all = looks.flatMap { lines(preferences, $0) }
      return Part(place: place, lines: without(lists, all))
    }
    return [
      Part(place: "on a list, and everywhere", lines: lists),
      part("on a dossier", { $0.opened = dossier }),
      part("on Doorstroom", { $0.tab = .pipeline }, { ($0.tab, $0.pipeline.view) = (.pipeline, .flow) }),
      part("on Opgave", { $0.tab = .quota }),
      part("on Netwerk", { $0.tab = .network }),
    ]
  }

  /// Those of the second that are not in the first, each once.
  private static func without(_ known: [Line], _ lines: [Line]) -> [Line] {
    lines.reduce(into: []) { found, line in
      if !(known + found).contains(where: { $0.keys == line.keys && $0.name == line.name }) { found.append(line) }
    }
  }

  /// The key of an act on an open dossier; nil when it goes by name only.
  public static func key(of act: Act) -> String? { act.screenKey.map { Binding.name($0, .en) } }

  private static func empty(_ preferences: Preferences) -> Model {
    var model = Model(rules: .builtIn, language: .nl, user: "", today: Day(number: 0), preferences: preferences)
    // Somebody who did something already, so that it can be taken back.
    model.resume(Model.LastAct(dossiers: [], act: EventID(high: 0, low: 0), isUndo: false), after: [], undone: [])
    return model
  }

  /// Of a program that looks so.
  private static func lines(_ preferences: Preferences, _ looks: (inout Model) -> Void...) -> [Line] {
    let all = looks.flatMap { look -> [Line] in
      var model = empty(preferences)
      look(&model)
      return model.bindings.filter { !$0.keys.isEmpty }.map {
        Line(keys: $0.keys.map { Binding.name($0, .en) }, name: $0.name, help: $0.help)
      }
    }
    return without([], all)
  }
}
