import Journey
import Terminal

extension Model {
  /// What a key does on another screen, and how to get there; nil for a key that has no sign.
  func elsewhere(_ key: Key) -> Phrase? {
    let sign: Phrase
    switch key {
    case .character, .function, .control: sign = Phrase(Binding.name(key, .nl), Binding.name(key, .en))
    default: return nil
    }
    for (table, way) in otherTables {
      guard let binding = table.first(where: { $0.keys.contains(key) || $0.keys.contains(key.onLatinLayout) }) else {
        continue
      }
      let isAct = if case .act = binding.verb { true } else { false }
      return sign + Phrase(same: " (") + binding.name + Phrase(same: ")") + way(isAct)
    }
    let help = keyText(of: .help, Phrase("hulp", "help"))
    return sign + Phrase(" doet hier niets; ", " does nothing here; ") + help
      + Phrase(" zegt wat wel.", " says what does.")
  }

  /// What can be done on other screens and not here, each refused with how to get there.
  /// - Parameter here: what can be done here.
  func elsewhere(than here: [Binding]) -> [Binding] {
    var (known, found) = (Set(here.compactMap(\.verb.code)), [Binding]())
    for (table, way) in otherTables {
      for var binding in table {
        guard let code = binding.verb.code, known.insert(code).inserted else { continue }
        let isAct = if case .act = binding.verb { true } else { false }
        let name = Phrase(binding.name.nl.capitalizedFirst, binding.name.en.capitalizedFirst)
        binding.refusal = Refusal(name + way(isAct))
        found.append(binding)
      }
    }
    return found
  }

  /// The tables of the other screens, each with how to get there.
  private var otherTables: [(table: [Binding], way: (_ isAct: Bool) -> Phrase)] {
    if opened != nil {
      let back = keyText(of: .back, Phrase("terug", "back"))
      return lists([tab] + Tab.allCases.filter { $0 != tab }) { tab in
        Phrase(" werkt in een lijst: ", " works in a list: ") + back
          + Phrase(" gaat er weer heen.", " goes back to it.")
      }
    }
    if tab == .pipeline, pipeline.past != nil, pipeline.opensAt == nil {
      var now = self
      now.pipeline.past = nil
      let back = keyText(of: .back, Phrase("terug", "back"))
      let way =
        Phrase(" werkt op het bord van vandaag: ", " works on the board of today: ") + back
        + Phrase(" gaat terug naar nu.", " goes back to now.")
      return [(now.bindings, { _ in way })] + otherThanBoard
    }
    return otherThanBoard
  }

  private func lists(_ tabs: [Tab], _ way: @escaping (Tab) -> Phrase) -> [(table: [Binding], way: (Bool) -> Phrase)] {
    tabs.map { tab in
      var other = self
      (other.opened, other.lessons, other.tab) = (nil, nil, tab)
      return (other.bindings, { _ in way(tab) })
    }
  }

  private var otherThanBoard: [(table: [Binding], way: (_ isAct: Bool) -> Phrase)] {
    var dossier = self
    dossier.lessons = nil
    dossier.opened = DossierState(Dossier(id: DossierID(year: 2000, serial: 1)), rules: rules, today: today)
    let (open, palette) = (
      keyText(of: .open, Phrase("open", "open")), keyText(of: .palette, Phrase("opdracht", "command"))
    )
    let onDossier = (
      table: dossier.bindings,
      way: { (isAct: Bool) in
        self.list.cursor == nil
          ? self.listName == .none
            ? Phrase(" werkt in een dossier, en hier staat er geen.", " works in a dossier, and there is none here.")
            : Phrase(" werkt in een dossier. ", " works in a dossier. ") + self.emptyText(of: self.list)
          : Phrase(" werkt in een dossier: ", " works in a dossier: ") + open
            + (isAct
              ? Phrase(" opent er een, ", " opens one, ") + palette
                + Phrase(" doet het van hier bij naam.", " does it from here by name.")
              : Phrase(" opent er een.", " opens one."))
      }
    )
    return [onDossier]
      + lists(Tab.allCases.filter { $0 != tab }) { other in
        Phrase(" werkt in ", " works in ") + other.name + Phrase(same: ": ")
          + self.keyText(of: .tab(other), other.name) + Phrase(" gaat erheen.", " goes there.")
      }
  }

  /// The key that does it; by name where it has none.
  private func keyText(of verb: Verb, _ name: Phrase) -> Phrase {
    guard let key = bindings.first(where: { $0.verb == verb })?.keys.first else { return name }
    return Phrase(Binding.name(key, .nl), Binding.name(key, .en))
  }
}
