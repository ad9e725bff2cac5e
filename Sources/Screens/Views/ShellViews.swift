import Casebook
import Journey
import Terminal

// Saved views: looking through one, keeping what one sees as one, taking one away.
extension Shell {
  func readViews(_ then: ViewsWish) { work { .views($0.views(), then) } }

  enum ViewsWish: Sendable {
    case none, choose, remove
    /// Look through it now.
    case open(String)
    /// Dossiers looks through it once one goes there.
    case prepare(String)
  }

  /// What the command line or the settings say to begin with.
  func beginWithView() {
    if let name = model.beginsWith { return readViews(.open(name)) }
    readViews(model.preferences.view.map { .prepare($0.value) } ?? .none)
  }

  func views(_ views: [KnownView], _ wish: ViewsWish) {
    let l = model.language
    model.views = views
    switch wish {
    case .none: break
    case .choose: model.overlay = .palette(PaletteState(entries: viewEntries, kind: .views))
    case .remove:
      let entries = viewEntries.compactMap { entry -> Binding? in
        guard case .view(let view) = entry.verb, view.whose != .program else { return nil }
        var removal = entry
        (removal.verb, removal.keys) = (.removeView(view), [])
        return removal
      }
      model.overlay = .palette(PaletteState(entries: entries, kind: .removal))
    case .open(let name), .prepare(let name):
      if let found = KnownView.named(name, among: views) {
        if case .prepare = wish, model.tab != .dossiers { return prepare(found) }
        return show(found)
      }
      let names = views.map(\.view.name).joined(separator: ", ")
      say(
        Phrase("Er is geen weergave \"\(name)\". Wel: \(names).", "There is no view \"\(name)\". There are: \(names).")[
          l], .bad)
    }
  }

  /// The first nine have a digit.
  var viewEntries: [Binding] {
    model.views.enumerated().map { index, known in
      Binding(
        verb: .view(known), keys: index < 9 ? [.character(Character(String(index + 1)))] : [],
        name: Phrase(same: known.view.name), help: Phrase(known.help(.nl), known.help(.en)), group: Words.views)
    }
  }

  func show(_ known: KnownView) {
    (model.opened, model.tab) = (nil, .dossiers)
    prepare(known)
    reload(.dossiers)
  }

  private func prepare(_ known: KnownView) {
    change(.dossiers) {
      $0.isLoaded = false
      $0.ask.filter = known.view.filter
      $0.ask.sort = known.view.sort
      $0.columns = known.view.columns
      $0.view = known.view.name
      ($0.typing, $0.fault) = (nil, nil)
    }
    if let fault = source.fault(known.view.filter, today: model.today) {
      change(.dossiers) { $0.ask.filter = "" }
      say(fault.expected[model.language], .bad)
    }
  }

  /// What is on screen, under a name.
  func keepView(_ values: [String: String]) {
    let list = model.allList
    let name = (values["name"] ?? "").trimmed
    let view = SavedView(name: name, filter: list.ask.filter, sort: list.ask.sort, columns: list.columns)
    let known = KnownView(view: view, whose: values["whose"] == "shared" ? .shared : .own)
    work { source in
      Shell.read {
        try source.keep(known)
        return .keptView(known, source.views())
      }
    }
  }

  func keptView(_ known: KnownView, _ views: [KnownView]) {
    model.views = views
    if let key = model.form?.draftKey {
      work { source in
        source.removeDraft(key)
        return .nothing
      }
    }
    model.form = nil
    change(.dossiers) { $0.view = known.view.name }
    let whose = known.whose.name[model.language]
    say(
      Phrase("Weergave \(known.view.name) bewaard", "View \(known.view.name) saved")[model.language]
        + " · \(whose) · f", .good)
  }

  func remove(_ known: KnownView) {
    let said = Phrase(
      "Weergave \(known.view.name) is weg.", "View \(known.view.name) is gone.")
    work { source in
      Shell.read {
        try source.remove(known)
        return .views(source.views(), .none)
      }
    }
    if model.allList.view == known.view.name { change(.dossiers) { $0.view = nil } }
    say(said[model.language], .good)
  }
}
