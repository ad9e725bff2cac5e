import Journey
import Quota
import Terminal

// What the worker brings back.
extension Shell {
  func accept(_ message: Message) {
    let l = model.language
    switch message {
    case .ended(let message):
      (model.job, goesOn) = (nil, nil)
      accept(message)
    case .page(let tab, let ask, let direction, let lines, let limit):
      accept(page: lines, tab, ask, direction, limit: limit)
    case .unneeded(let tab, let direction): outrun(tab, direction)
    case .count(let tab, let ask, let count): if list(tab).ask == ask { change(tab) { $0.count = count } }
    case .totals(let ask, let totals): if model.todayList.ask == ask { model.todayList.totals = totals }
    case .scope(let ownsAny, let place, let drafts):
      sayDrafts(drafts)
      if ownsAny { model.todayList.ask.owner = model.user }
      if let place { resume(place) } else { reload(model.listName) }
      beginWithView()
    case .around(let tab, let ask, let id, let before, let from):
      guard list(tab).ask == ask else { return outrun(tab, .start) }
      change(tab) { $0.take(around: id, before: before, from: from) }
    case .toAct(let act, let dossier): if let dossier { begin(act, dossier) } else { dropKeys() }
    case .toForm(let form, let draft): shown(form, draft)
    case .toPalette(let dossier): openPalette(with: dossier)
    case .toHelp(let dossier): openHelp(with: dossier)
    case .opened(_, let dossier):
      guard let dossier else { return say(Words.noDossier[l], .bad) }
      model.lessons = nil
      model.opened = DossierState(dossier, rules: model.rules, today: model.today)
    case .refreshed(let id, let dossier):
      guard let dossier else { break }
      if model.opened?.id == id { renew(dossier) }
      if model.form?.dossier?.id == id { tellForm(of: dossier) }
    case .answered(let deed, let answer): accept(answer, deed)
    case .toMark(let ids): toMark(ids)
    case .markedRange(let ids): marked(ids)
    case .triedMany(let many): triedMany(many)
    case .didMany(let answer, let deed, let isUndo, let of, let name):
      didMany(answer, deed, isUndo: isUndo, of: of, name)
    case .namesakes(let found): model.form?.namesakes = found
    case .account(let name, let unknown): model.form?.account = (name, unknown)
    case .sureOfAccount(let name, let unknown): sure(of: name, unknown: unknown)
    case .already(let who, let ids): askAnyway(who, ids)
    case .progress(let done): model.job?.done = done
    case .views(let views, let wish): self.views(views, wish)
    case .drafts(let drafts, let wish): self.drafts(drafts, wish)
    case .toDraft(let draft, let dossier): goOn(with: draft, dossier)
    case .keptView(let known, let views): keptView(known, views)
    case .viewExists(let known): askToReplace(known)
    case .vanished(let line, let now): vanished(line, now: now)
    case .sent(let gone): sent(gone)
    case .unlisted(let dossier, let ask): unlisted(dossier, ask)
    case .cameBack(let name, let id): reload(name, around: id)
    case .completions(let tab, let line, let found):
      guard list(tab).typing == line else { break }
      change(tab) { $0.take(found, of: line) }
      releaseKeys()
    case .suggested(let text, let lines): suggested(text, lines)
    case .found(let lines, let text):
      if lines.count == 1 { return open(lines[0].id) }
      if lines.isEmpty {
        return say(Phrase("Niets gevonden voor \"\(text)\".", "Nothing found for \"\(text)\".")[l], .bad)
      }
      (model.opened, model.lessons, model.tab) = (nil, nil, .dossiers)
      // What was looked for is text, whatever it means in a filter; closed ones were found too.
      let quoted = "\"" + text.replacing("\"", with: " ") + "\" " + Phrase("alle", "all")[l]
      change(.dossiers) { $0.ask.filter = quoted }
      reload(.dossiers)
    case .looked(let changed): looked(changed)
    case .taskPage(let page): accept(page)
    case .taskLook(let look): accept(look)
    case .taskPostings(let figure, let key, let postings): show(postings, figure, key)
    case .taskAccount(let area, let events): show(events, of: area)
    case .toTaskActs(let scene): chooseTaskAct(scene)
    case .toTaskForm(let act, let form): begin(act, form)
    case .balance(let told): accept(told)
    case .posted(let name, let answer): posted(name, answer)
    case .doubted(let doubts): askAnyway(doubts)
    case .tookBackTask(let answer, let again): tookBackTask(answer, again: again)
    case .forecast(let kept, let done): forecast(kept, done)
    case .renewedForecasts(let failure): renewedForecasts(failure)
    case .backTested(let report): show(report)
    case .playedWhatIf(let scenario, let answer): played(scenario, answer)
    case .scenarios(let scenarios): show(scenarios)
    case .pipeline(let figures): accept(figures)
    case .networkPage(let query, let page, let rows, let limit): accept(rows, page, of: query, limit: limit)
    case .networkWindow(let query, let window): accept(window, of: query)
    case .networkCount(let query, let count): accept(count, of: query)
    case .toMarkPeople(let people, let isAll): toMark(people, isAll: isAll)
    case .toOrganisations(let rows): choose(from: rows)
    case .connections(let area, let connections): accept(connections, of: area)
    case .toPartnerForm(let act, let scene): begin(act, scene)
    case .toPersonDraft(let act, let scene): goOn(act, scene)
    case .recordedPerson(let answer): recordedPerson(answer)
    case .absent(let people): model.absent = people
    case .aroundDetails(let id, let entry, let row, let deputy):
      guard let opened = model.opened, opened.id == id, model.form == nil, model.overlay == nil else { return }
      model.overlay = .text(
        AroundWords(entry: entry, row: row, deputy: deputy, state: opened, model: model).details)
    case .tookBackPerson(let answer, let again): tookBackPerson(answer, again: again)
    case .toTakeBackMany(let act): takeBackMany(act)
    case .toTakeBackShared(let id, let act):
      dropKeys()
      askToTakeBackShared(act, in: id)
    case .toContactMany(let ids): beginMany(.contact, on: ids)
    case .review(let review): begin(review)
    case .minutes(let lines): show(minutes: lines)
    case .lessons(let query, let found): accept(found, for: query)
    case .fittingLessons(let fitting): model.fitting = fitting
    case .savedFile(let purpose, let path): saved(purpose, at: path)
    case .failed(let phrase):
      dropKeys()
      // Which page could not be read is not known: what is needed of them is asked for again.
      model.network.awaits = []
      if model.form?.isSaving == true {
        model.form?.isSaving = false
        model.form?.error = phrase[l]
      } else {
        say(phrase[l], .bad)
      }
    case .unread(let tab, let direction, let phrase):
      dropKeys()
      change(tab) { $0.awaits.remove(direction) }
      say(phrase[l], .bad)
    case .said(let phrase):
      dropKeys()
      say(phrase[l])
    case .nothing: break
    }
  }

  /// What was left half-way the last time, and how to get it back.
  private func sayDrafts(_ drafts: [Draft]) {
    guard let latest = drafts.first else { return }
    let l = model.language
    let more = drafts.count > 1 ? Phrase(" (en nog \(drafts.count - 1))", " (and \(drafts.count - 1) more)")[l] : ""
    say(
      (model.status.map { $0.text + " · " } ?? "")
        + Phrase(
          "Concept bewaard: \(latest.title.nl)\(more). De opdracht concepten gaat ermee verder.",
          "Draft kept: \(latest.title.en)\(more). The command drafts goes on with it.")[l],
      model.status?.kind ?? .plain)
  }

  private func renew(_ dossier: Dossier) {
    renewLessons(dossier)
    if model.fitting?.dossier == dossier.id { model.fitting = nil }
    model.opened = model.opened?.renewed(dossier, rules: model.rules, today: model.today)
  }

  private func accept(_ answer: Answer, _ deed: Deed) {
    let l = model.language
    let isOfForm = deed.isOfForm && model.form?.dossier?.id == deed.dossier
    if isOfForm { model.form?.isSaving = false }
    switch answer {
    case .done(let dossier):
      if model.opened?.id == dossier.id { renew(dossier) }
      if deed.takesBack && model.opened == nil || deed.kind == .register {
        change(model.listName) { $0.seeks = dossier.id }
      }
      refreshLists(after: [dossier.id])
      done(deed, dossier)
      keepLastAct()
    case .refused(let refusal): if isOfForm { refuse(refusal) } else { say(refusal.text(l), .bad) }
    case .moved(let refusal, let dossier):
      if model.opened?.id == dossier.id { renew(dossier) }
      if isOfForm { conflict(refusal, dossier) } else { say(refusal.text(l), .bad) }
    case .failed(let phrase): if isOfForm { model.form?.error = phrase[l] } else { say(phrase[l], .bad) }
    }
    if deed.takesBack { tookBack(deed, answer) }
  }

  /// What cannot be taken back in a list makes way for what was done before it. Keys pressed meanwhile go on from what was
  /// taken back, and from nothing else.
  private func tookBack(_ deed: Deed, _ answer: Answer) {
    switch answer {
    case .done: return releaseKeys()
    case .refused, .moved: if let act = deed.of, model.opened == nil { model.passOver(act) }
    case .failed: break
    }
    dropKeys()
  }

  private func done(_ deed: Deed, _ dossier: Dossier) {
    let l = model.language
    let isUndo = if case .undo = deed.kind { true } else { false }
    let isAgain = if case .redo = deed.kind { true } else { false }
    let act = dossier.story.last.map {
      Model.LastAct(dossiers: [dossier.id], act: $0.act, isUndo: isUndo, of: deed.of)
    }
    let elsewhere = onlyHere(deed, dossier)
    // A look at numbers is nothing that one takes back.
    let isLook = if case .showNumber = deed.kind { true } else { false }
    if !isLook {
      model.acted(act, again: isAgain)
      model.network.lastWasPerson = false
    }
    switch deed.kind {
    case .form(let name):
      model.form = nil
      if let latest = dossier.story.last { model.opened?.cursor = .event(latest.id) }
      let whose = model.opened == nil ? " · \(dossier.name)" : ""
      let hints = lapseHint(dossier) + model.undoHint + coldHint(dossier)
      say("\(name.capitalizedFirst) \(Words.saved[l])\(whose)\(hints)", .good)
      sheetRecorded(dossier)
    case .register:
      if let key = model.form?.draftKey {
        work { source in
          source.removeDraft(key)
          return .nothing
        }
      }
      model.form = nil
      model.opened = DossierState(dossier, rules: model.rules, today: model.today)
      say(Phrase("Dossier \(dossier.id) geopend.", "Dossier \(dossier.id) opened.")[l], .good)
      lookWhether(isListed: dossier)
    case .undo(let name), .redo(let name):
      let whose = model.opened == nil ? " · \(dossier.name)" : ""
      let what = name.lowercasedFirst + whose
      say(
        isUndo
          ? "\(Words.undone[l]): \(what)\(elsewhere)\(model.redoHint)"
          : "\(Words.redone[l]): \(what)\(model.undoHint)", .good)
    case .showNumber(let person):
      model.opened?.shown.insert(person)
      say(
        Phrase("Nummers voluit; dit is vastgelegd in het verhaal.", "Numbers in full; this is recorded in the story.")[
          l], .good)
    }
  }

  /// That a line was taken back in one dossier, of what was done in several at once: in how many is known of what was done
  /// here.
  private func onlyHere(_ deed: Deed, _ dossier: Dossier) -> String {
    guard case .undo = deed.kind, let act = deed.of else { return "" }
    guard let whole = model.actsOnMany(takenBack: false).first(where: { $0.act == act }) else {
      let here = Phrase(" · alleen in dit dossier", " · in this dossier only")[model.language]
      return dossier.wasDoneInSeveral(act) ? here : ""
    }
    let count = whole.dossiers.count
    if count <= 1 { return "" }
    let all = Digits.dossiers(count)
    return Phrase(" · alleen hier, van de \(all.nl)", " · only here, of the \(all.en)")[model.language]
  }

  /// Of a taking over that nobody spoke about yet, which is easily left out.
  private func coldHint(_ dossier: Dossier) -> String {
    guard case .takenOver(let over)? = dossier.story.last?.body, over.call == nil else { return "" }
    return Phrase(
      " · telt als koud: geen eerste gesprek; C zet het erbij",
      " · counts as cold: no first conversation; C adds it")[model.language]
  }

  /// Of a turn that went on without the moment that was agreed.
  private func lapseHint(_ dossier: Dossier) -> String {
    dossier.lapsedLatest.map { " · " + $0.words(model.rules, today: model.today)[model.language] } ?? ""
  }

  func refuse(_ refusal: Refusal) {
    let text = refusal.text(model.language)
    if let name = refusal.field, let index = model.form?.fields.firstIndex(where: { $0.name == name }) {
      model.form?.errors[name] = text
      model.form?.focus = index
    } else {
      model.form?.error = text
    }
  }

  /// What others recorded while one fills in the form, without touching what is typed.
  private func tellForm(of dossier: Dossier) {
    guard let form = model.form, !form.isSaving else { return }
    let news = model.news(in: dossier, since: form.dossier?.sequence ?? 0)
    model.form?.news = news
  }

  /// Somebody was there first: both versions, and what was typed stays.
  private func conflict(_ refusal: Refusal, _ dossier: Dossier) {
    let l = model.language
    guard let form = model.form else { return }
    let news = model.news(in: dossier, since: form.dossier?.sequence ?? 0)
    let typed = form.fields.map { (label: $0.label[l], text: form.lines[$0.name]?.text ?? "") }.filter {
      !$0.text.isEmpty
    }
    model.form?.dossier = dossier
    model.form?.news = []
    model.overlay = .conflict(ConflictState(why: refusal, news: news, typed: typed))
  }
}

extension Model {
  /// Who recorded what in a dossier since it had so many events.
  func news(in dossier: Dossier, since seen: Int) -> [String] {
    let words = EventWords(dossier: dossier, rules: rules, language: language, user: user)
    return dossier.story.filter { $0.sequence > seen }.map { "\($0.actor.name): \(words.line($0))" }
  }
}
