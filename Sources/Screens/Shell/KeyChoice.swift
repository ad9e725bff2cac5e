import Casebook
import Journey
import Preferences
import Terminal

/// The keys somebody chose in place of those of the table of actions.
public struct KeyChoice: Sendable {
  /// By the code of the action.
  private var chosen: [String: [Key]] = [:]
  /// What was wished and cannot be; those actions keep their keys.
  public private(set) var mistakes: [ConfigMistake] = []

  public init(_ wishes: [KeyWish]) {
    guard !wishes.isEmpty else { return }
    let screens = Self.screens
    for wish in wishes { read(wish, screens) }
    // One mistake may make another: a key is free only when the action that had it keeps its new one.
    var isSettled = false
    while !isSettled { isSettled = dropClashes(wishes, screens) }
  }

  /// The table with the chosen keys. Keys that always work stay with what they do.
  func applied(to table: [Binding]) -> [Binding] {
    if chosen.isEmpty { return table }
    return table.map { binding in
      guard let code = binding.verb.code, let keys = chosen[code] else { return binding }
      var binding = binding
      binding.keys = keys + binding.keys.filter { Self.kept.contains($0) && !keys.contains($0) }
      return binding
    }
  }

  // MARK: - Reading

  /// What moves, confirms and leaves: who knows nothing else must find these where they are everywhere.
  private static let kept = Set<Key>([
    .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .control("c"),
    .control("l"), .control("z"), .character("h"), .character("j"), .character("k"), .character("l"), .character("g"),
    .character("G"),
  ]).union((1...9).map { .alt(Character(String($0))) })

  private mutating func read(_ wish: KeyWish, _ screens: [[Binding]]) {
    let named = screens.joined().filter { $0.verb.code == wish.action }
    guard let binding = named.first else {
      return miss(wish, unknown(wish.action, screens))
    }
    var keys: [Key] = []
    for text in wish.keys {
      guard let key = KeyText.key(text) else {
        return miss(
          wish,
          Phrase(
            "\(wish.action): geen toets \"\(text)\"; verwacht n, N, ^e, alt-x, f2 of space",
            "\(wish.action): no key \"\(text)\"; expected n, N, ^e, alt-x, f2 or space"))
      }
      if Self.kept.contains(key), !named.contains(where: { $0.keys.contains(key) }) {
        return miss(
          wish,
          Phrase(
            "\(wish.action): de toets \(text) houdt haar eigen werk; kies een andere",
            "\(wish.action): the key \(text) keeps its own work; choose another"))
      }
      if !keys.contains(key) { keys.append(key) }
    }
    chosen[binding.verb.code ?? ""] = keys
  }

  /// With the code of the action that has such a name, where there is one.
  private func unknown(_ typed: String, _ screens: [[Binding]]) -> Phrase {
    var codes: [String] = []
    var byName: [String: String] = [:]
    for binding in screens.joined() {
      guard let code = binding.verb.code, !codes.contains(code) else { continue }
      codes.append(code)
      for name in [binding.name.nl, binding.name.en] { byName[Folding.key(name)] = code }
    }
    let meant =
      byName[Folding.key(typed)] ?? Nearest.word(typed, among: codes)
      ?? Nearest.word(typed, among: Array(byName.keys)).flatMap { byName[$0] }
    let all = Phrase("; docs/config.md heeft ze alle", "; docs/config.md has them all")
    return Phrase.unknown(Phrase("actie", "action"), typed, among: codes, meant: meant)
      + (meant == nil ? all : Phrase(same: ""))
  }

  /// Leaves out the first wish for a key that another action has on the same screen.
  /// - Returns: whether there was none.
  private mutating func dropClashes(_ wishes: [KeyWish], _ screens: [[Binding]]) -> Bool {
    for (index, wish) in wishes.enumerated() where chosen[wish.action] != nil {
      for table in screens.map({ applied(to: $0) }) {
        guard let own = table.first(where: { $0.verb.code == wish.action }) else { continue }
        let clash = table.first { other in
          other.verb.code != wish.action && !Set(other.keys).isDisjoint(with: own.keys)
            // Of two wishes the second gives way.
            && !wishes[(index + 1)...].contains { $0.action == other.verb.code && chosen[$0.action] != nil }
        }
        guard let clash, let key = own.keys.first(where: { clash.keys.contains($0) }) else { continue }
        let code = clash.verb.code ?? ""
        chosen[wish.action] = nil
        miss(
          wish,
          Phrase(
            "\(wish.action): de toets \(Binding.name(key, .nl)) is al van \(code) (\(clash.name.nl)); geef die eerst een andere",
            "\(wish.action): the key \(Binding.name(key, .en)) is of \(code) (\(clash.name.en)); give that another first"
          ))
        return false
      }
    }
    return true
  }

  private mutating func miss(_ wish: KeyWish, _ reason: Phrase) {
    mistakes.append(ConfigMistake(at: wish.place, reason))
  }

  /// The table of every screen with all that can be on it.
  private static var screens: [[Binding]] {
    let id = DossierID("2026-000001")!
    var model = Model(rules: .builtIn, language: .nl, user: "", today: Day(number: 0))
    model.acted(Model.LastAct(dossiers: [id], act: EventID(high: 0, low: 1), isUndo: false))
    model.marks = [id]
    var all: [[Binding]] = []
    for tab in Model.Tab.allCases {
      model.tab = tab
      model.list.cursor = id
      all.append(model.bindings)
      model.list.ask.filter = "?"
      all.append(model.bindings)
      model.list.ask.filter = ""
    }
    model.tab = .pipeline
    model.pipeline.view = .flow
    all.append(model.bindings)
    model.opened = DossierState(Dossier(id: id), rules: model.rules, today: model.today)
    all.append(model.bindings)
    model.lessons = LessonsState(model.opened?.dossier, area: .country, today: model.today)
    all.append(model.bindings)
    model.lessons = nil
    model.review = ReviewState(area: .country, day: model.today, began: 0, meeting: "", ids: [id])
    return all + [model.bindings]
  }
}
