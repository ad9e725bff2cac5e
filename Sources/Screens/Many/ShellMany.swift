import Casebook
import Journey
import Synchronization
import Terminal

/// Whether a job that is under way should go on.
final class GoesOn: Sendable {
  private let wish = Mutex(true)
  var isWanted: Bool { wish.withLock { $0 } }
  func end() { wish.withLock { $0 = false } }
}

// One act on all marked dossiers: a form, a look at what it comes to, then all of it as one step.
extension Shell {
  /// Of how many the choices are put together.
  private static let asked = 200

  func beginMany(_ act: Act) { beginMany(act, on: marked) }

  func beginMany(_ act: Act, on ids: [DossierID]) {
    if let refusal = act.refusalOfMany {
      return say("\(act.name[model.language].capitalizedFirst): \(refusal.text(model.language))", .bad)
    }
    let (rules, today, language, days) = (model.rules, model.today, model.language, model.days)
    holdKeys()
    work { source in
      Shell.read {
        var dossiers: [Dossier] = []
        var why: Refusal?
        for id in ids where dossiers.count < Self.asked {
          guard let dossier = try source.dossier(id) else { continue }
          if let refusal = act.refusal(dossier, rules, today: today) {
            why = why ?? refusal
          } else {
            dossiers.append(dossier)
          }
        }
        guard !dossiers.isEmpty else { return .failed(why?.phrase ?? Words.noDossier) }
        let form = FormState(act, ofMany: ids, dossiers, rules, today: today, language)
        return .toForm(form.knowingPeople(source, days), draft: source.takeDraft(form.draftKey))
      }
    }
  }

  /// Looks what it comes to.
  func tryMany(_ form: FormState, _ act: Act) {
    let (ids, values, rules, today) = (form.many, form.forAll(model.language), model.rules, model.today)
    let (key, name, language) = (form.draftKey, act.name[model.language], model.language)
    let (ask, shown) = (model.list.ask, Set(model.list.ids))
    let isList = [ListName.today, .dossiers].contains(model.listName)
    long(name, ids.count) { source, goesOn in
      let answer = source.each(ids, .tries, today: today, goesOn: goesOn) { dossier throws(Refusal) in
        try act.action(ofMany: values, dossier, rules, today: today)
      }
      guard case .done(let outcome) = answer else {
        return .didMany(answer, .act(act), isUndo: false, name: act.name)
      }
      let said = form.said(language, for: outcome.done)
      var many = ManyState(deed: .act(act), values: values, said: said, draftKey: key, outcome: outcome)
      many.lapsing = outcome.done.compactMap { one in
        one.lapses.map { Phrase(same: one.name + ": ") + $0.words(rules, today: today) }
      }
      if isList {
        for (index, id) in ids.enumerated() where !shown.contains(id) {
          guard index % 16 != 0 || goesOn(index) else {
            return .didMany(.ended, .act(act), isUndo: false, name: act.name)
          }
          if (try? source.isListed(id, ask, today: today)) == false { many.unlisted.insert(id) }
        }
      }
      return .triedMany(many)
    }
  }

  func doMany(_ many: ManyState) {
    let (ids, deed, values, key) = (many.outcome.done.map(\.id), many.deed, many.values, many.draftKey)
    let (rules, today) = (model.rules, model.today)
    model.overlay = nil
    model.form?.isSaving = true
    long(deed.name[model.language], ids.count) { source, goesOn in
      let extent = Extent.records(ending: key)
      let answer =
        switch deed {
        case .act(let act):
          source.each(ids, extent, today: today, goesOn: goesOn) { dossier throws(Refusal) in
            try act.action(ofMany: values, dossier, rules, today: today)
          }
        case .succession(let succession, let side):
          source.network.succeed(succession, in: ids, extent, beside: side, today: today, goesOn: goesOn)
        }
      // What nobody could be done to any more is looked at again, with what was typed.
      if case .done(let outcome) = answer, outcome.act == nil {
        return .triedMany(ManyState(deed: deed, values: values, said: many.said, draftKey: key, outcome: outcome))
      }
      return .didMany(answer, deed, isUndo: false, name: deed.name)
    }
  }

  /// Takes back, or does again, what was done in many.
  func takeBackMany(_ last: Model.LastAct) {
    let (today, act, user, rules) = (model.today, last.act, model.user, model.rules)
    let name = (last.isUndo ? Phrase("opnieuw", "redo") : Phrase("ongedaan", "undo"))[model.language]
    long(name, last.dossiers.count) { source, goesOn in
      let first = last.dossiers.first.flatMap { (try? source.dossier($0)) ?? nil }
      if !last.isUndo, last.dossiers.count == 1, let first, first.hasShared(by: act) {
        return .toTakeBackShared(first.id, act)
      }
      var what = first.map { $0.said(of: act, user: user, rules) } ?? Phrase(same: "")
      // Whose it was says more than who did it.
      if case .contactSucceeded(let succession)? = first?.meant(by: act)?.body { what = succession.words(rules) }
      let answer = source.each(last.dossiers, .records(ending: nil), today: today, goesOn: goesOn) { _ in
        .undo(act: act)
      }
      return .didMany(answer, nil, isUndo: !last.isUndo, of: act, name: what)
    }
  }

  func triedMany(_ many: ManyState) {
    (model.job, goesOn) = (nil, nil)
    model.form?.isSaving = false
    // A mistake in a field is the same for all: it belongs in the form.
    if many.outcome.done.isEmpty, let why = many.outcome.left.first?.why, why.field != nil { return refuse(why) }
    model.overlay = .many(many, top: 0)
  }

  /// - Parameters:
  ///   - name: of the act; of what is taken back or done again, with whose it was.
  ///   - of: the act that is taken back.
  func didMany(_ answer: ManyAnswer, _ deed: ManyDeed?, isUndo: Bool, of: EventID?, _ name: Phrase) {
    let l = model.language
    (model.job, goesOn) = (nil, nil)
    model.form?.isSaving = false
    switch answer {
    case .failed(let phrase): if model.form != nil { model.form?.error = phrase[l] } else { say(phrase[l], .bad) }
    case .ended: say(Phrase("Afgebroken: er is niets vastgelegd.", "Ended: nothing was recorded.")[l])
    case .done(let outcome):
      let (done, left) = (outcome.done, outcome.left)
      if deed == nil, !left.isEmpty {
        // What could not be taken back is marked beside what was: there it can be looked at.
        if !done.isEmpty { model.marks = Set(left.map(\.id)) }
      } else if deed != nil {
        (model.form, model.marks) = (nil, model.marks.subtracting(done.map(\.id)))
      }
      if let act = outcome.act {
        model.acted(
          Model.LastAct(dossiers: done.map(\.id), act: act, isUndo: isUndo, isMany: true, of: of),
          again: deed == nil && !isUndo)
        model.network.lastWasPerson = false
        keepLastAct()
        followSuccession(deed, act, takingBack: isUndo ? of : nil)
      } else if deed == nil, let of {
        model.passOver(of)
      }
      refreshLists(after: done.map(\.id))
      if let id = model.opened?.id { work { .refreshed(id, (try? $0.dossier(id)) ?? nil) } }
      let what = name[l].lowercasedFirst
      let head =
        deed == nil
        ? (isUndo ? Words.undone : Words.redone)[l] + (what.isEmpty ? "" : ": " + what) : name[l].capitalizedFirst
      var text = head + (deed == nil ? Phrase(" in ", " in ")[l] : " · ") + Digits.dossiers(done.count)[l]
      if deed == nil, done.isEmpty {
        text =
          (isUndo
          ? Phrase("Niets ongedaan gemaakt", "Nothing undone") : Phrase("Niets opnieuw gedaan", "Nothing redone"))[l]
      }
      if let first = left.first {
        text += " · " + Phrase("\(left.count) niet: ", "\(left.count) not: ")[l] + "\(first.name): "
        text += first.why?.text(l) ?? ""
      } else if deed != nil {
        text += " \(Words.saved[l])\(model.undoHint)"
      }
      say(text, left.isEmpty ? .good : .plain)
    }
  }

  /// A job that says how far it is and can be ended.
  /// - Parameters:
  ///   - total: nil where nobody knows how many there are.
  ///   - beside: it only reads, and screens are read meanwhile.
  func long(
    _ name: String, _ total: Int?, beside: Bool = false,
    _ job: @escaping @Sendable (any Source, (Int) -> Bool) -> Message
  ) {
    if model.job != nil {
      model.form?.isSaving = false
      return say(
        Phrase("Er loopt al iets; Esc breekt het af.", "Something is under way; Esc ends it.")[model.language], .bad)
    }
    let wish = GoesOn()
    goesOn = wish
    model.job = Job(name: name, done: 0, total: total)
    let (mailbox, pace) = (hasWorker ? mailbox : nil, pace)
    let counted: @Sendable (any Source) -> Message = { source in
      let clock = ContinuousClock()
      var said = clock.now
      return .ended(
        job(source) { done in
          if clock.now - said > pace {
            mailbox?.post(.progress(done))
            said = clock.now
          }
          return wish.isWanted
        })
    }
    if beside { workBeside(counted) } else { work(counted) }
  }
}
