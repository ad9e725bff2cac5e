import Journey
import Terminal

// The palette: every action, screen, view, municipality and household by name, the most used first.
extension Shell {
  func openPalette(with dossier: Dossier?) {
    let entries = paletteEntries(with: dossier)
    var palette = PaletteState(entries: entries, kind: .all, uses: model.uses)
    palette.elsewhere = model.elsewhere(than: entries)
    model.overlay = .palette(palette)
    releaseKeys()
  }

  /// - Parameter dossier: the one under the cursor of a list.
  func openHelp(with dossier: Dossier?) {
    model.overlay = .help(HelpState(entries: withActs(model.bindings, on: dossier) + moves))
    releaseKeys()
  }

  /// - Parameter dossier: the one under the cursor of a list: what can be done with it, without opening it first.
  private func withActs(_ bindings: [Binding], on dossier: Dossier?) -> [Binding] {
    var entries = bindings
    if let dossier, model.marks.isEmpty {
      entries.removeAll { if case .act = $0.verb { true } else { false } }
      entries += model.acts(on: dossier)
    } else if model.opened == nil, !model.marks.isEmpty {
      entries.removeAll { if case .act = $0.verb { true } else { false } }
      let acts = Act.allCases.map { act in
        Binding(
          verb: .act(act), keys: act.screenKey.map { [$0] } ?? [], name: act.name, help: act.help, group: act.group,
          refusal: act.refusalOfMany)
      }
      entries += model.keyChoice.applied(to: acts)
    }
    if let refusal = model.recordingRefusal {
      for index in entries.indices where entries[index].verb.records { entries[index].refusal = refusal }
    }
    return entries
  }

  private func paletteEntries(with dossier: Dossier?) -> [Binding] {
    var entries = withActs(model.bindings.filter { $0.verb != .palette && $0.verb != .back }, on: dossier)
    if !entries.contains(where: { $0.verb == .quit }) {
      entries.append(
        Binding(
          verb: .quit, keys: [], name: Phrase("stop", "quit"), help: Phrase("Verlaat Thuis.", "Leave Thuis."),
          group: Phrase("Overal", "Everywhere")))
    }
    return entries + model.viewsElsewhere
  }

  /// Looks for households that fit what is typed.
  func suggest(_ palette: PaletteState) {
    let text = palette.wanted
    guard palette.kind == .all, Folding.key(text).count >= 3 else { return }
    work { source in .suggested(text, (try? source.find(text)) ?? []) }
  }

  func suggested(_ text: String, _ lines: [Line]) {
    guard case .palette(var palette) = model.overlay, palette.wanted == text else { return }
    let found = palette.found(model.language)
    let chosen = palette.index > 0 && found.indices.contains(palette.index) ? found[palette.index].verb : nil
    // By whose name it is before those who have it somewhere in their dossier.
    let words = Folding.key(text).split(separator: " ")
    func isNamed(_ line: Line) -> Bool {
      if DossierID(text) == line.id || line.id.description.hasPrefix(text) { return true }
      let name = Folding.key(line.name)
      return words.allSatisfy { (" " + name).contains(" " + $0) }
    }
    let sorted = lines.filter(isNamed) + lines.filter { !isNamed($0) }
    palette.households = sorted.prefix(6).map { line in
      let mention = isNamed(line) ? "" : Phrase("genoemd in het dossier", "mentioned in the dossier")[model.language]
      let facts = [mention, line.id.description, line.stage.name[model.language], line.municipality].filter {
        !$0.isEmpty
      }
      return Binding(
        verb: .openDossier(line.id), keys: [], name: Phrase(same: line.name),
        help: Phrase(same: facts.joined(separator: " · ")), group: Words.dossiers)
    }
    if let chosen, let index = palette.found(model.language).firstIndex(where: { $0.verb == chosen }) {
      palette.index = index
    }
    model.overlay = .palette(palette)
  }
}
