import Journey
import Terminal

// What was left half-way: listed by household and act, gone on with, or thrown away.
extension Shell {
  enum DraftsWish: Sendable {
    case goOn, discard
    case discarded(Draft)
  }

  func readDrafts(_ then: DraftsWish) {
    holdKeys()
    work { .drafts(Draft.all($0), then) }
  }

  func drafts(_ drafts: [Draft], _ wish: DraftsWish) {
    let l = model.language
    defer { releaseKeys() }
    if case .discarded(let draft) = wish {
      return say(Phrase("Concept weg: ", "Draft gone: ")[l] + draft.title[l] + ".", .good)
    }
    if drafts.isEmpty {
      return say(
        Phrase(
          "Er is geen concept van een dossier, van de opgave of van Netwerk.",
          "There is no draft of a dossier, of the task or of Network.")[l])
    }
    let isToGoOn = if case .goOn = wish { true } else { false }
    let entries = drafts.map { draft in
      let facts = [draft.dossier?.description ?? "", draft.typed.replacingNewlines].filter { !$0.isEmpty }
      return Binding(
        verb: isToGoOn ? .goOnWith(draft) : .askToDiscard(draft), keys: [], name: draft.title,
        help: Phrase(same: facts.joined(separator: " · ")), group: Words.drafts)
    }
    model.overlay = .palette(PaletteState(entries: entries, kind: isToGoOn ? .drafts : .discard))
  }

  /// Opens the form it was typed in, on the household it is about.
  func goOn(with draft: Draft) {
    switch draft.purpose {
    case .register: run(.register)
    case .many(let act):
      model.opened = nil
      if model.marks.isEmpty {
        return say(
          Phrase(
            "Dit concept is voor gemarkeerde dossiers: markeer ze (spatie), begin \(act.name.nl) en het staat er.",
            "This draft is for marked dossiers: mark them (space), begin \(act.name.en) and it is there.")[
              model.language])
      }
      beginMany(act)
    case .act(_, let id), .correction(_, let id):
      holdKeys()
      work { source in Shell.read { .toDraft(draft, try source.dossier(id)) } }
    case .task(let act): begin(act)
    case .person(let act, let whom): goOn(act, with: whom)
    case .unknown:
      say(
        Phrase(
          "Bij dit concept is er geen formulier (meer).", "There is no form for this draft (any more).")[
            model.language], .bad)
    }
  }

  func goOn(with draft: Draft, _ dossier: Dossier?) {
    guard let dossier else {
      dropKeys()
      return say(Words.noDossier[model.language], .bad)
    }
    model.opened = DossierState(dossier, rules: model.rules, today: model.today)
    switch draft.purpose {
    case .act(let act, _): begin(act, dossier, pointing: false)
    case .correction(let event, _):
      model.opened?.cursor = .event(event)
      model.status = nil
      correct()
      // Taken back meanwhile, for one: the reason was said.
      if model.status?.kind == .bad { dropKeys() }
    case .many, .register, .task, .person, .unknown: dropKeys()
    }
  }

  /// Nothing brings it back: asked first.
  func askToDiscard(_ draft: Draft) {
    ask(
      Phrase("Concept weggooien?", "Discard draft?"), draft.title, Phrase(same: draft.typed),
      Phrase("Dit kan niet ongedaan worden gemaakt.", "This cannot be undone."), does: Phrase("gooi weg", "discard"),
      .discard(draft))
  }

  func discard(_ draft: Draft) {
    _ = latestDraft.take(draft.key)
    work { source in
      _ = source.takeDraft(draft.key)
      source.removeDraft(draft.key)
      return .drafts(Draft.all(source), .discarded(draft))
    }
  }
}
