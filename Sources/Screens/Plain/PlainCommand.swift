import Journey
import Terminal

/// Something a line can ask for here: a line of the table of actions, or what only makes sense without a screen.
struct PlainCommand: Sendable {
  enum Deed: Hashable, Sendable {
    case verb(Verb)
    case nextPage, previousPage
    /// How many rows a page has.
    case pageSize
    case read(DossierState.Pane)
    case goTo
  }

  var deed: Deed
  /// As they are typed; capitals count.
  var keys: [String]
  var name: Phrase
  /// As `thuis do` calls it.
  var code: String?
  var help: Phrase
  var group: Phrase
  var refusal: Refusal?
  var argument: PlainArgument
  /// Told in the help.
  var isTold = true

  init(_ binding: Binding, isOnList: Bool) {
    deed = .verb(binding.verb)
    // Digits choose from what was said last.
    keys = binding.keys.compactMap { key in
      switch key {
      case .character(let sign) where !sign.isNumber && !sign.isWhitespace: String(sign)
      case .control: Binding.name(key, .nl)
      default: nil
      }
    }
    (name, help, group, refusal) = (binding.name, binding.help, binding.group, binding.refusal)
    if case .act(let act) = binding.verb { code = act.rawValue }
    // Going on is turning the page.
    if binding.verb == .tourNext { name = Phrase("volgende stap", "next step") }
    if binding.verb == .tourBack { name = Phrase("vorige stap", "previous step") }
    argument = binding.verb.argument(isOnList: isOnList)
  }

  init(
    _ deed: Deed, keys: [String] = [], _ name: Phrase, _ help: Phrase, _ group: Phrase,
    _ argument: PlainArgument = .nothing
  ) {
    (self.deed, self.keys, self.name, self.help, self.group, self.argument) = (deed, keys, name, help, group, argument)
  }
}

extension PlainCommand {
  private static let reading = Phrase("Lezen", "Reading")

  /// All that a line can ask for where one is.
  /// - Parameter isDeep: beyond the first page of a story, from where one can page back.
  static func all(_ model: Model, isDeep: Bool) -> [PlainCommand] {
    let isOnList = model.opened == nil && model.lessons == nil
    var table = model.bindings.filter { !$0.verb.isOfScreen }.map { PlainCommand($0, isOnList: isOnList) }
    if !table.contains(where: { $0.deed == .verb(.quit) }) {
      // From wherever one is; q goes back a level first.
      table.append(
        PlainCommand(
          .verb(.quit), Phrase("stop", "quit"), Phrase("Verlaat Thuis.", "Leave Thuis."), Model.general))
    }
    var own = pages(isOnList: isOnList, isDeep: isDeep)
    own.append(
      PlainCommand(
        .goTo, Phrase("ga naar", "go to"),
        Phrase(
          "Een dossier bij naam, dossiernummer, V-nummer of BSN.", "A dossier by name, case number, V-number or BSN."),
        reading, .household))
    if model.opened != nil, model.lessons == nil {
      own += DossierState.Pane.allCases.map { pane in
        PlainCommand(
          .read(pane), Phrase("lees ", "read ") + pane.name, Phrase("Lees dit deel voor.", "Read this part out."),
          reading)
      }
    }
    // A key of the table means the same here as on the screen.
    let taken = Set(table.flatMap(\.keys))
    for index in own.indices { own[index].keys.removeAll { taken.contains($0) } }
    let views = model.viewsElsewhere.map { binding in
      var view = PlainCommand(binding, isOnList: isOnList)
      view.isTold = false
      return view
    }
    return own + table + (isOnList && !model.isOnNetwork ? others(than: table) : []) + views
  }

  private static func pages(isOnList: Bool, isDeep: Bool) -> [PlainCommand] {
    let next = PlainCommand(
      .nextPage, keys: ["v"], Phrase("verder", "next"), Phrase("De volgende bladzijde.", "The next page."), reading)
    let previous = PlainCommand(
      .previousPage, keys: ["t"], Phrase("terug", "prev"), Phrase("De vorige bladzijde.", "The previous page."), reading
    )
    let size = PlainCommand(
      .pageSize, Phrase("regels", "rows"),
      Phrase("Hoeveel regels een bladzijde heeft: regels 20.", "How many rows a page has: rows 20."), reading, .pageSize
    )
    return isOnList || isDeep ? [next, previous, size] : [next, size]
  }

  /// From a list every act can be done by name, not only the frequent ones.
  private static func others(than table: [PlainCommand]) -> [PlainCommand] {
    Act.allCases.filter { act in !table.contains { $0.deed == .verb(.act(act)) } }.map { act in
      var other = PlainCommand(
        Binding(verb: .act(act), keys: [], name: act.name, help: act.help, group: act.group), isOnList: true)
      other.isTold = false
      return other
    }
  }
}

extension DossierState.Pane {
  var name: Phrase {
    func lowercased(_ phrase: Phrase) -> Phrase { Phrase(phrase.nl.lowercasedFirst, phrase.en.lowercasedFirst) }
    return switch self {
    case .story: lowercased(Words.story)
    case .household: lowercased(Words.household)
    case .network: lowercased(Words.network)
    case .needs: lowercased(Words.needs)
    }
  }
}
