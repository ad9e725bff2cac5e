import Casebook
import Journey
import Terminal

// Saved views: looking through one, keeping what one sees as one, taking one away.
extension Shell {
  func readViews(_ then: ViewsWish) {
    // What is typed meanwhile is meant for the list of views.
    switch then {
    case .choose, .remove: holdKeys()
    default: break
    }
    work { .views($0.views(), then) }
  }

  enum ViewsWish: Sendable {
    case none, choose, remove
    case removed(KnownView)
    /// Look through it now.
    case open(String)
    /// Dossiers looks through it once one goes there.
    case prepare(String)
  }

  /// What the command line or the settings say to begin with.
  func beginWithView() {
    readAbsent()
    if let name = model.beginsWith { return readViews(.open(name)) }
    readViews(model.preferences.view.map { .prepare($0.value) } ?? .none)
  }

  func views(_ views: [KnownView], _ wish: ViewsWish) {
    let l = model.language
    model.seat(views)
    defer { releaseKeys() }
    switch wish {
    case .none: break
    case .removed(let known):
      say(Phrase("Weergave \(known.view.name) is weg.", "View \(known.view.name) is gone.")[l], .good)
    case .choose:
      var palette = PaletteState(entries: viewEntries, kind: .views)
      palette.index = model.viewsHere.firstIndex { $0 == model.shownView } ?? 0
      model.overlay = .palette(palette)
    case .remove:
      let entries = viewEntries.compactMap { entry -> Binding? in
        guard case .view(let view) = entry.verb, view.whose != .program else { return nil }
        var removal = entry
        (removal.verb, removal.keys) = (.askToRemove(view), [])
        return removal
      }
      model.overlay = .palette(PaletteState(entries: entries, kind: .removal))
    case .open(let name), .prepare(let name):
      // What the program brings is known in both languages.
      let others = Language.allCases.flatMap(SavedView.builtIn).map { KnownView(view: $0, whose: .program) }
      if let found = KnownView.named(name, among: views + others) {
        guard case .prepare = wish else { return show(found) }
        prepare(found)
        return model.tab == found.view.tab ? reload(model.listName) : ()
      }
      let names = views.map(\.view.name).joined(separator: ", ")
      // After the first mistake in the settings, where there is one.
      let before = model.status.flatMap { $0.kind == .bad ? $0.text + " · " : nil } ?? ""
      say(
        before
          + Phrase(
            "Er is geen weergave \"\(name)\". Wel: \(names).", "There is no view \"\(name)\". There are: \(names).")[
            l], .bad)
    }
  }

  /// The first nine have a digit.
  var viewEntries: [Binding] {
    model.viewsHere.enumerated().map { index, known in
      Binding(
        verb: .view(known), keys: index < 9 ? [.character(Character(String(index + 1)))] : [],
        name: Phrase(same: known.view.name), help: known.help, group: Words.views)
    }
  }

  func show(_ known: KnownView) {
    let tab = known.view.tab
    // Elsewhere than at the dossiers behind a number, Dossiers has all of them again.
    if tab != .dossiers, let visit = model.visit { restore(visit) }
    (model.opened, model.lessons, model.trail, model.review) = (nil, nil, nil, nil)
    model.tab = tab
    (model.network.showsConnections, model.network.cameFrom) = (false, nil)
    prepare(known)
    reload(model.listName)
  }

  private func prepare(_ known: KnownView) {
    if known.view.rows == .people { return prepareNetwork(known.view) }
    let columns = model.columns(of: known.view)
    change(.dossiers) {
      $0.isLoaded = false
      $0.ask.filter = known.view.filter
      $0.ask.sort = known.view.sort
      $0.columns = columns
      $0.view = known.view.name
      $0.endTyping()
    }
    if let fault = source.fault(known.view.filter, today: model.today) {
      change(.dossiers) { $0.ask.filter = "" }
      say(fault.expected[model.language], .bad)
    }
  }

  private func prepareNetwork(_ view: SavedView) {
    (model.network.filter, model.network.order) = (view.filter, NetworkQuery.Order(view.sort) ?? .silence)
    (model.network.typing, model.network.fault, model.network.view) = (nil, nil, view.name)
    if case .failure(let mistake) = NetworkFilter.parse(view.filter, model.rules) {
      model.network.filter = ""
      say(mistake.phrase[model.language], .bad)
    }
  }

  /// What is on screen, under a name. One name is one view, so that `--view` means one thing.
  func keepView(_ values: [String: String]) {
    let view = model.view(named: (values["name"] ?? "").trimmed)
    let known = KnownView(view: view, whose: values["whose"] == "shared" ? .shared : .own)
    let isSure = model.form?.sure.contains(known.seat) == true
    work { source in
      Shell.read {
        let named = source.views().filter { $0.view.isNamed(view.name) }
        if let other = named.first(where: { $0.view.rows != view.rows }) {
          let tab = other.view.tab.name
          throw SourceFailure(
            phrase: Phrase(
              "\(other.view.name) is een weergave van \(tab.nl); kies een andere naam.",
              "\(other.view.name) is a view of \(tab.en); choose another name."))
        }
        if !isSure, named.contains(where: { $0.whose == known.whose && $0.view != view }) { return .viewExists(known) }
        try source.keep(known)
        return .keptView(known, source.views())
      }
    }
  }

  /// Another of that name would be gone: saving once more puts this one in its place.
  func askToReplace(_ known: KnownView) {
    guard model.form?.purpose == .keepView else { return }
    model.form?.isSaving = false
    model.form?.sure.insert(known.seat)
    let (name, whose) = (known.view.name, known.whose.name)
    refuse(
      Refusal(
        Phrase(
          "Er is al een weergave \(name) (\(whose.nl)); nog eens bewaren vervangt haar",
          "There is a view \(name) already (\(whose.en)); saving once more replaces it"), field: "name"))
  }

  func keptView(_ known: KnownView, _ views: [KnownView]) {
    model.seat(views)
    keepSeats()
    if let key = model.form?.draftKey {
      work { source in
        source.removeDraft(key)
        return .nothing
      }
    }
    model.form = nil
    if known.view.rows == .people {
      model.network.view = known.view.name
    } else {
      change(.dossiers) { $0.view = known.view.name }
    }
    let whose = known.whose.name[model.language]
    say(
      Phrase("Weergave \(known.view.name) bewaard", "View \(known.view.name) saved")[model.language]
        + " · \(whose) · " + Phrase("f kiest een weergave", "f chooses a view")[model.language], .good)
  }

  func remove(_ known: KnownView) {
    work { source in
      Shell.read {
        try source.remove(known)
        return .views(source.views(), .removed(known))
      }
    }
  }

  /// Nothing brings it back, and a shared one is gone for everybody: asked first.
  func askToRemove(_ known: KnownView) {
    let isShared = known.whose == .shared
    ask(
      Phrase("Weergave \(known.view.name) verwijderen?", "Remove view \(known.view.name)?"),
      !isShared
        ? Phrase(same: "")
        : Phrase(
          "Iedereen die in dit werkboek werkt raakt haar kwijt.", "Everybody who works in this casebook loses it."),
      Phrase("Dit kan niet ongedaan worden gemaakt.", "This cannot be undone."),
      does: isShared
        ? Phrase("verwijder voor iedereen", "remove for everybody") : Phrase("verwijder", "remove"),
      .removeView(known))
  }
}

extension SavedView {
  /// The screen that shows it.
  var tab: Model.Tab { rows == .people ? .network : .dossiers }
}
