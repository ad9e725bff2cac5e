import Casebook
import Journey
import Terminal

// What each verb of the table does.
extension Shell {
  func run(_ binding: Binding) {
    if let refusal = binding.refusal { return say(refusal.text(model.language), .bad) }
    run(binding.verb)
  }

  /// Why there is no household under the cursor, where the verb needs one.
  private func missing(_ verb: Verb) -> Phrase? {
    guard verb.isOnRow, model.opened == nil, model.listName != .none, model.list.isLoaded, model.list.lines.isEmpty
    else { return nil }
    return model.emptyText(of: model.list)
  }

  func run(_ verb: Verb) {
    let l = model.language
    if verb.records, let refusal = model.recordingRefusal {
      dropKeys()
      return say(refusal.text(l), .bad)
    }
    if runOnLessons(verb) { return }
    if let phrase = missing(verb) { return say(phrase[l]) }
    if model.isOnTask, runOnTask(verb) { return }
    if model.isOnNetwork, runOnNetwork(verb) { return }
    if runInReview(verb) || runOnPipeline(verb) { return }
    if model.opened?.showsPlan == true, [.correct, .takeBackLine, .copyLine].contains(verb) {
      return say(Words.chooseEvent[l], .bad)
    }
    switch verb {
    case .open: if let id = model.list.cursor { open(id) }
    case .back: back()
    case .quit:
      if let job = model.job {
        return say(
          Phrase(
            "\(job.name.capitalizedFirst) loopt nog; Esc breekt af.",
            "\(job.name.capitalizedFirst) is still running; Esc ends it.")[model.language])
      }
      exit(0)
    case .tab(let tab): show(tab)
    case .filter:
      let text = model.list.ask.filter
      change(model.listName) { ($0.typing, $0.completions, $0.completed) = (TextLine(selected: text), nil, nil) }
      askCompletions(TextLine(selected: text))
    case .sort:
      if !model.list.typedSort.isEmpty {
        return say(Phrase("De volgorde staat in het filter (orde:).", "The filter says the order (sort:).")[l])
      }
      let all: [SortKey.By] = [.urgency, .name, .waiting, .newest, .stage]
      let at = all.firstIndex(of: model.list.ask.sort.first?.by ?? .urgency) ?? 0
      let next = all[(at + 1) % all.count]
      ask(stays: !model.list.isAtTop) { $0.sort = next == .urgency ? [] : [SortKey(next)] }
      say(DossiersView.order(model.list.ask.sort)[l])
    case .scope:
      let user = model.user
      if user.isEmpty {
        return say(Phrase("Er is geen gebruiker ingesteld (--user).", "No user is set (--user).")[l], .bad)
      }
      ask(stays: !model.list.isAtTop) { $0.owner = $0.owner == nil ? user : nil }
      say((model.list.ask.owner == nil ? Words.everyone : Words.mine)[l])
    case .explain: if let line = model.list.current { model.overlay = .text(OrderWords.explain(line, model)) }
    case .details: details()
    case .help:
      guard model.opened == nil, model.lessons == nil, let id = model.list.cursor else { return openHelp(with: nil) }
      holdKeys()
      work { source in .toHelp((try? source.dossier(id)) ?? nil) }
    case .palette:
      guard model.opened == nil, let id = model.list.cursor else {
        return openPalette(with: nil)
      }
      holdKeys()
      work { source in .toPalette((try? source.dossier(id)) ?? nil) }
    case .acts:
      guard let opened = model.opened else { return }
      model.overlay = .palette(
        PaletteState(
          entries: (model.acts(on: opened.dossier, opened.standing) + model.bindings.filter { $0.verb.isOnStory })
            .sorted {
              $0.refusal == nil && $1.refusal != nil
            }, kind: .acts))
    case .undo: takeBack(again: false)
    case .redo: takeBack(again: true)
    case .showNumber: showNumber()
    case .nextPane: model.opened?.turn(1)
    case .plan:
      model.opened?.showsPlan.toggle()
      model.opened?.pane = .story
    case .reload: refresh()
    case .act(let act): begin(act)
    case .correct: correct()
    case .takeBackLine: takeBackLine()
    case .takeBackShared(let id, let act): takeBackShared(act, in: id)
    case .goTo(let text): work { source in Shell.read { .found(try source.find(text), text) } }
    case .register: show(FormState(registering: l, owner: model.user))
    case .mark: mark(thenMove: 1)
    case .markRange: markRange()
    case .markAll: markAll()
    case .unmark: unmark()
    case .views: readViews(.choose)
    case .view(let known): show(known)
    case .keepView: show(FormState(keepingView: model.shownView?.view.name ?? "", l))
    case .viewsToRemove: readViews(.remove)
    case .askToRemove(let known): askToRemove(known)
    case .removeView(let known): remove(known)
    case .columns: chooseColumns()
    case .sortKeys: chooseSort()
    case .mouse:
      model.hasMouse.toggle()
      say(model.hasMouse ? Words.mouseOn[l] : Words.mouseOff[l])
    case .openDossier(let id): open(id)
    case .copyNumber: copyNumber()
    case .copyLine: copyLine()
    case .drafts: readDrafts(.goOn)
    case .draftsToDiscard: readDrafts(.discard)
    case .goOnWith(let draft): goOn(with: draft)
    case .askToDiscard(let draft): askToDiscard(draft)
    case .discard(let draft): discard(draft)
    case .tourNext: model.tour?.goOn()
    case .tourBack: model.tour?.goBack()
    case .areas:
      var palette = PaletteState(entries: Binding.areas, kind: .areas)
      // Enter goes back to where one came from.
      palette.index = Binding.areas.firstIndex { $0.verb == .area(model.formerArea ?? model.area) } ?? 0
      model.overlay = .palette(palette)
    case .area(let area): look(at: area)
    case .task, .network: break
    case .households(let filter): showHouseholds(filter)
    // On Doorstroom or in a review, which had them first.
    case .columnAfter, .columnBefore, .pipelineView, .numbers, .grouping, .lateHere, .householdsHere, .asOf, .review,
      .reviewNext, .reviewPrevious, .reviewSkip, .reviewMinutes, .saveMinutes, .endReview, .lessons, .useLesson:
      break
    }
  }

  /// Movement, for the help only: it works everywhere alike.
  var moves: [Binding] {
    let group = Phrase("Bewegen", "Moving")
    func say(_ keys: String, _ nl: String, _ en: String) -> Binding {
      Binding(
        verb: .help, keys: keys.map { .character($0) }, name: Phrase(nl, en), help: Phrase(same: ""), group: group)
    }
    return [
      say("kj", "omhoog, omlaag (of pijlen)", "up, down (or arrows)"),
      say("gG", "begin, einde (Home, End)", "first, last (Home, End)"),
    ]
  }

  private func look(at area: Area) {
    if area != model.area { (model.formerArea, model.area) = (model.area, area) }
    model.task.path = []
    for name in model.listNames where list(name).ask.area != area {
      change(name) { $0.ask.area = area }
      if name == model.listName { reload(name) } else { change(name) { $0.isLoaded = false } }
    }
    if model.tab == .quota { readTask() }
    if model.tab == .network { readNetwork() }
    if model.tab == .pipeline { lookAtBoard() }
    let name = Binding.areas.first { $0.verb == .area(area) }?.name ?? area.spokenName
    let key = model.keyText(of: .areas)
    let change = key.isEmpty ? Phrase(same: "") : Phrase(" · \(key) wisselt", " · \(key) changes it")
    say((name + Phrase(", op elk scherm", ", on every screen") + change)[model.language])
  }

  func open(_ id: DossierID) {
    work { source in Shell.read { .opened(id, try source.dossier(id)) } }
  }

  private func back() {
    if model.opened?.filter != nil {
      model.opened?.show(only: nil)
    } else if model.opened != nil {
      model.opened = nil
    } else if endVisit() {
      return
    } else if !model.list.ask.filter.isEmpty {
      clearFilter()
    }
  }

  private func show(_ tab: Model.Tab) {
    // By its own key one is back at the list; by that of another screen the dossier stays open behind it.
    let staysOpen = tab != model.tab && model.visit == nil && model.review == nil && model.lessons == nil
    model.left[model.tab] = staysOpen ? model.opened : nil
    (model.opened, model.lessons, model.trail) = (nil, nil, nil)
    if model.visit?.tab == tab, endVisit() { return }
    // By its own key Dossiers has all of them again.
    if let visit = model.visit { restore(visit) }
    model.review = nil
    model.tab = tab
    defer { comeBack() }
    if tab == .pipeline { return showPipeline() }
    if tab == .network { return readNetwork() }
    let name = model.listName
    if list(name).isLoaded { refreshList(name) } else if list(name).awaits.isEmpty { reload(name) }
  }

  /// To the dossier that was open on this screen, as it is by now.
  private func comeBack() {
    guard var opened = model.left.removeValue(forKey: model.tab) else { return }
    // Numbers are asked for anew.
    opened.shown = []
    model.opened = opened
    let id = opened.id
    work { .refreshed(id, (try? $0.dossier(id)) ?? nil) }
  }

  private func details() {
    guard let opened = model.opened else { return }
    switch opened.pane {
    case .story where opened.showsPlan:
      guard opened.plan.indices.contains(opened.planRow) else { return }
      model.overlay = .text(PlanWords(model: model, state: opened).details(opened.plan[opened.planRow]))
    case .story:
      if let line = opened.current { model.overlay = .text(DetailWords(state: opened, model: model).details(line)) }
    case .household:
      guard opened.dossier.persons.indices.contains(opened.person) else { return }
      let person = opened.dossier.persons[opened.person].id
      model.opened?.show(only: opened.filter == person ? nil : person)
      model.opened?.pane = .story
      model.opened?.showsPlan = false
    case .network:
      guard let entry = opened.personAtHand else { return }
      let id = opened.id
      work { source in
        Shell.read {
          let row = try source.network.listed(entry.contact)
          return .aroundDetails(id, entry, row, deputy: try row.flatMap(source.network.deputy(of:)))
        }
      }
    case .needs: break
    }
  }

  /// In a dossier the last act there; in a list the last one done here, which may not be the last there. Which that is, is
  /// looked up when its turn has come: whoever presses twice takes two back.
  private func takeBack(again: Bool) {
    let l = model.language
    let nothing =
      again ? Words.nothingToRedo : model.opened == nil ? Words.nothingToUndoHere : Words.nothingToUndo
    var own: Model.LastAct?
    if model.opened == nil { own = again ? model.nextToRedo() : model.nextToTakeBack() }
    guard let id = model.opened?.id ?? own?.dossiers.first, own.map({ $0.isUndo == again }) ?? true else {
      return say(nothing[l])
    }
    if let own, own.isOnMany { return takeBackMany(own) }
    // In a dossier too what was done in several at once is taken back in all of them.
    let many = own == nil ? model.actsOnMany(takenBack: again) : []
    let (today, user, rules) = (model.today, model.user, model.rules)
    // Which is next is known once this one has been taken back.
    if own != nil { holdKeys() }
    work { [own] source in
      Shell.read {
        guard let dossier = try source.dossier(id) else { return .said(nothing) }
        let found = own?.act ?? (again ? dossier.redoableAct : dossier.undoableAct(by: user))
        if let whole = many.first(where: { $0.holds(found, of: dossier) }) { return .toTakeBackMany(whole) }
        guard let act = found else { return .said(again ? nothing : dossier.openingStays(for: user) ?? nothing) }
        if !again, dossier.hasShared(by: act) { return .toTakeBackShared(id, act) }
        let name = dossier.said(of: act, user: user, rules, today: today)[l]
        let deed = Deed(kind: again ? .redo(name) : .undo(name), dossier: id, of: act)
        let answer = source.perform(.undo(act: act), on: id, seen: dossier.sequence, ending: nil, today: today)
        return .answered(deed, answer)
      }
    }
  }

  /// Takes back the act of the line under the cursor, whoever recorded it.
  private func takeBackLine() {
    guard let opened = model.opened, case .event(let id)? = opened.cursor,
      let event = opened.dossier.story.first(where: { $0.id == id })
    else {
      return say(Words.chooseEvent[model.language], .bad)
    }
    if opened.dossier.hasShared(by: event.act) { return askToTakeBackShared(event.act, in: opened.id) }
    let name = opened.dossier.said(of: event.act, user: model.user, model.rules, today: model.today)[model.language]
    perform(
      .undo(act: event.act), Deed(kind: .undo(name), dossier: opened.id, of: event.act), on: opened.id,
      seen: opened.dossier.sequence)
  }

  private func showNumber() {
    guard let opened = model.opened, opened.dossier.persons.indices.contains(opened.person) else { return }
    let person = opened.dossier.persons[opened.person]
    if opened.shown.contains(person.id) {
      model.opened?.shown.remove(person.id)
      return
    }
    let action = Action.record(.numberShown(.init(person.id)), on: model.today)
    perform(
      action, Deed(kind: .showNumber(person.id), dossier: opened.id), on: opened.id, seen: opened.dossier.sequence)
  }

  func perform(_ action: Action, _ deed: Deed, on id: DossierID, seen: Int) {
    let today = model.today
    work { source in .answered(deed, source.perform(action, on: id, seen: seen, ending: nil, today: today)) }
  }
}
