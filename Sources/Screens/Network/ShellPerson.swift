import Casebook
import Journey
import Terminal

// Recording of people: forms, the hand-over with its preview, a contact about all households at once, taking back.
extension Shell {
  func begin(_ act: PartnerAct) {
    let (marks, area, today) = (act.isOfMany ? model.network.marks : [], model.area, model.today)
    let row = act == .join ? nil : marks.first { $0.partner != nil } ?? marks.first ?? model.network.current
    holdKeys()
    work { source in Shell.read { .toPartnerForm(act, try source.network.scene(row, area, today: today)) } }
  }

  /// Of somebody whom stories name.
  func takeIn() {
    guard let row = model.network.current else { return }
    if row.partner != nil {
      return say(Phrase("Deze persoon is al in het netwerk.", "This person is in the network already.")[model.language])
    }
    let (area, today) = (model.area, model.today)
    holdKeys()
    work { source in Shell.read { .toPartnerForm(.join, try source.network.scene(row, area, today: today)) } }
  }

  func begin(_ act: PartnerAct, _ scene: PartnerScene) {
    // Of several, whoever it does not hold for is left out and named.
    let isForSeveral = act.isOfMany && model.network.marks.count > 1
    if !isForSeveral, let refusal = act.refusal(scene) {
      dropKeys()
      return say("\(act.name[model.language].capitalizedFirst): \(refusal.text(model.language))", .bad)
    }
    var scene = scene
    scene.isOfSeveral = isForSeveral
    show(FormState(act, scene, model.language))
    guard isForSeveral else { return }
    let count = model.network.marks.count
    say(
      Phrase("Dit geldt voor \(count) gemarkeerde mensen.", "This goes for \(count) marked people.")[model.language])
  }

  /// Saves a form about a person.
  func savePerson(_ form: FormState, _ act: PartnerAct, _ scene: PartnerScene) {
    let (values, today, key) = (form.values(model.language), model.today, form.draftKey)
    do throws(Refusal) {
      if act == .succeed {
        let card = try act.card(ofSuccessor: values, scene)
        return trySuccession(try act.successor(values, scene), card, scene, form)
      }
      let (body, day) = try act.entry(values, scene)
      if let refusal = DeputyName(values["deputy"] ?? "").refusal { throw refusal }
      if act.isOfMany, !model.network.marks.isEmpty { return saveMarked(body, day, scene, ending: key) }
      let entry = PartnerEntry(act == .join ? nil : scene.partner?.id, on: day, body)
      work { source in .recordedPerson(source.network.record(entry, ending: key, today: today)) }
    } catch {
      model.form?.isSaving = false
      refuse(error)
    }
  }

  func recordedPerson(_ answer: TaskAnswer) {
    let l = model.language
    let isOfForm = model.form?.isSaving == true
    model.form?.isSaving = false
    switch answer {
    case .done(let name):
      if isOfForm, let form = model.form {
        endForm(form)
        model.network.marks = []
      }
      (model.network.lastWasPerson, model.network.expectsChange) = (true, true)
      readNetwork()
      readAbsent()
      say("\(name[l].capitalizedFirst) \(Words.saved[l])\(model.undoHint)", .good)
    case .refused(let refusal): if isOfForm { refuse(refusal) } else { say(refusal.text(l), .bad) }
    case .failed(let phrase): if isOfForm { model.form?.error = phrase[l] } else { say(phrase[l], .bad) }
    }
  }

  // MARK: - Succession

  /// Looks what handing over comes to in each dossier; where there is none, it is recorded of the person alone.
  private func trySuccession(
    _ answer: (from: Contact, to: Contact, until: Day?), _ card: PartnerCard?, _ scene: PartnerScene,
    _ form: FormState
  ) {
    let succession = Event.Succession(from: answer.from, to: answer.to)
    let side = NetworkSide.succeeded(scene.partner?.id, by: answer.to, until: answer.until, card: card)
    let deed = ManyDeed.succession(succession, beside: side)
    var said = form.said(model.language)
    if scene.towns > 0 { said.append((Words.municipalities[model.language], scene.towns.grouped(model.language))) }
    let (key, today) = (form.draftKey, model.today)
    let (isKnown, l) = (scene.partner != nil, model.language)
    long(PartnerAct.succeed.name[model.language], nil) { [said] source, goesOn in
      Shell.read {
        if try source.network.left(answer.to, today: today) {
          return .recordedPerson(.refused(Succession.gone(answer.to)))
        }
        // Of a person, whatever area one looks at; of a gap, those that one sees.
        let area = answer.from.name.isEmpty ? scene.area : .country
        let (ids, known) = try source.network.toHandOver(from: answer.from, in: area)
        if ids.isEmpty {
          guard isKnown else {
            return .recordedPerson(
              .refused(Refusal(Phrase("Geen open dossier heeft deze persoon.", "No open dossier has this person."))))
          }
          return .recordedPerson(source.network.record(side, ending: key, today: today))
        }
        let tried = source.network.succeed(succession, in: ids, .tries, beside: nil, today: today, goesOn: goesOn)
        guard case .done(let outcome) = tried else { return .didMany(tried, deed, isUndo: false, name: deed.name) }
        // Where they are to act now, and where the dossier only has them.
        let turns = try source.count(Ask(area: area, figure: .turnOf(answer.from)), today: today).number
        var nowTheirs: [(label: String, text: String)] = [
          (Words.turn[l], Phrase("in \(turns) van \(ids.count)", "in \(turns) of \(ids.count)")[l])
        ]
        if let parts = Succession.parts(known: known, of: ids.count) {
          nowTheirs.append((NetworkColumn.households.title[l], parts[l]))
        }
        return .triedMany(
          ManyState(deed: deed, values: [:], said: said + nowTheirs, draftKey: key, outcome: outcome))
      }
    }
  }

  // MARK: - Contact

  /// What one said to somebody, or to all that are marked, about all that waits for them: one act, with the preview that acts on many have.
  func contactAboutAll() {
    let marks = model.network.marks
    let waitedFor = (marks.isEmpty ? [model.network.current].compactMap(\.self) : marks).filter { $0.turns > 0 }
    guard !waitedFor.isEmpty else {
      return say(
        Phrase(
          "Niemand wacht op deze persoon; p legt een gesprek vast.",
          "Nobody waits for this person; p records a talk.")[model.language])
    }
    let asks = waitedFor.map { Ask(area: model.area, figure: .turnOf($0.contact)) }
    let today = model.today
    holdKeys()
    work { source in
      Shell.read {
        let ids = try asks.flatMap { try source.ids($0, limit: Shell.mostMarked, today: today) }
        return .toContactMany(Array(ids.prefix(Shell.mostMarked)))
      }
    }
  }

  // MARK: - Taking back

  func takeBackOnNetwork(again: Bool) {
    // What was done in households since, on whatever screen, comes first.
    if !model.network.lastWasPerson {
      let own = again ? model.nextToRedo() : model.nextToTakeBack()
      if let own, own.isUndo == again { return takeBackMany(own) }
    }
    let today = model.today
    work { source in
      Shell.read {
        // What went on in households too is taken back there.
        if let many = try source.network.inHouseholds(again: again) { return .toTakeBackMany(many) }
        return .tookBackPerson(source.network.takeBack(again: again, today: today), again: again)
      }
    }
  }

  func tookBackPerson(_ answer: TaskAnswer, again: Bool) {
    let l = model.language
    switch answer {
    case .done(let name):
      (model.network.lastWasPerson, model.network.expectsChange) = (true, true)
      readNetwork()
      let (done, hint) = again ? (Words.redone, model.undoHint) : (Words.undone, model.redoHint)
      say("\(done[l]): \(name[l])\(hint)", .good)
    case .refused(Refusal(Words.nothingToUndoNetwork)) where model.network.lastWasPerson:
      // Before the acts on people come those in households.
      model.network.lastWasPerson = false
      takeBackOnNetwork(again: false)
    case .refused(let refusal): say(refusal.text(l), .bad)
    case .failed(let phrase): say(phrase[l], .bad)
    }
  }
}
