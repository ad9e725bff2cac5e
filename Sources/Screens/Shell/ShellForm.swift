import Casebook
import Journey
import Terminal

// The form: typing, drafts, saving.
extension Shell {
  /// Opens the form of an act, on the dossier that is open or the one under the cursor.
  func begin(_ act: Act) {
    if let opened = model.opened { return begin(act, opened.dossier) }
    if !model.marks.isEmpty { return beginMany(act) }
    guard let id = model.list.cursor else { return }
    holdKeys()
    work { source in Shell.read { .toAct(act, try source.dossier(id)) } }
  }

  /// - Parameter pointing: it is about what the cursor of that dossier is on; else about what the act begins with.
  func begin(_ act: Act, _ dossier: Dossier, pointing: Bool = true) {
    if let refusal = act.refusal(dossier, model.rules, today: model.today) {
      dropKeys()
      return say("\(act.name[model.language].capitalizedFirst): \(refusal.text(model.language))", .bad)
    }
    var known = act == .review ? model.review.map { ["meeting": $0.meeting] } ?? [:] : [:]
    var atHand: [String: String] = [:]
    if pointing, let opened = model.opened, opened.id == dossier.id {
      atHand = opened.known(act)
      if let refusal = opened.step.flatMap({ act.refusal(of: $0, in: dossier, model.rules, today: model.today) }) {
        // Not this one, and none that one did not point at.
        atHand["step"] = ""
        say(refusal.text(model.language), .bad)
      }
    }
    known.merge(atHand) { $1 }
    var form = FormState(act, dossier, model.rules, today: model.today, model.language, known: known)
    form.atHand = Set(atHand.keys)
    show(form)
  }

  /// Opens the form with what was typed into it before. Keys wait until it is there.
  func show(_ form: FormState) {
    holdKeys()
    let (key, days) = (form.draftKey, model.days)
    work { source in .toForm(form.knowingPeople(source, days), draft: source.takeDraft(key)) }
  }

  func shown(_ form: FormState, _ draft: TakenDraft) {
    var form = form
    if let texts = draft.texts {
      form.restore(texts)
      say(Words.draftBack[model.language])
    } else if draft.isElsewhere {
      say(Words.draftElsewhere[model.language])
    }
    form.go(to: form.focus)
    model.form = form
    if draft.texts != nil { lookUpBalance(from: -1) }
    releaseKeys()
  }

  /// Corrects the event under the cursor.
  func correct() {
    guard let opened = model.opened, case .event(let id)? = opened.cursor,
      let event = opened.dossier.story.first(where: { $0.id == id })
    else {
      return say(Words.chooseEvent[model.language], .bad)
    }
    if let refusal = event.correctionRefusal(in: opened.dossier) { return say(refusal.text(model.language), .bad) }
    guard let act = event.body.kind.flatMap(Act.init(recording:)) else { return }
    show(
      FormState(correcting: event, act, opened.dossier, model.rules, today: model.today, model.language))
  }

  func pressForm(_ key: Key) {
    guard var form = model.form, !form.isSaving else { return }
    let (suggestions, focus) = (form.suggestions(), form.focus)
    switch key {
    case .control("s"), .altEnter:
      let isTaken = form.takePointed(suggestions)
      model.form = form
      if isTaken { keepDraft() }
      return save()
    case .control("t") where form.purpose == .act(.contact):
      form.turnOn()
      form.pointAtNamed()
    case .control("e") where form.field?.kind == .longText: return editOutside()
    case .escape:
      if form.isTouched(model.language) { model.overlay = .leaveForm } else { leaveForm(keepsDraft: false) }
      return
    case .down where !suggestions.isEmpty: form.point(1, of: suggestions.count)
    case .up where !suggestions.isEmpty && form.choice > 0: form.point(-1, of: suggestions.count)
    case .character(" ") where suggestions.indices.contains(form.choice) && form.tick(suggestions[form.choice]): break
    case .tab, .down: step(1, in: &form)
    case .backTab, .up: step(-1, in: &form)
    case .enter where form.field?.kind == .longText: form.lines[form.field?.name ?? ""]?.insert("\n")
    case .enter where form.isOnSave: return save()
    case .enter:
      if suggestions.indices.contains(form.choice), form.completes {
        form.accept(suggestions[form.choice], model.language)
      }
      form.followParty(model.language)
      form.followOrganisation()
      step(1, in: &form)
    case .character where form.isOnSave:
      say(
        (Phrase("Hier staat ", "This is ") + form.saveName
          + Phrase(": ⏎ doet het, ↑ gaat terug naar de velden.", ": ⏎ does it, ↑ goes back to the fields."))[
            model.language])
    default: guard form.take(key, model.language) else { return }
    }
    form.followParty(model.language)
    form.followOrganisation()
    model.form = form
    keepDraft()
    lookUpName()
    lookUpBalance(from: focus)
  }

  /// Leaves a field, and says what is wrong in it at once.
  private func step(_ steps: Int, in form: inout FormState) {
    let lines = form.fields.count + 1
    check(&form)
    if form.field?.name == "name" { form.followName() }
    if form.field?.name == "turn" { form.followTurn() } else { form.followChoice() }
    form.go(to: (form.focus + steps + lines) % lines)
  }

  func check(_ form: inout FormState) { if let field = form.field { check(field, in: &form) } }

  private func check(_ field: Field, in form: inout FormState) {
    guard let text = form.lines[field.name]?.text, !text.trimmed.isEmpty else { return }
    let l = model.language
    switch field.kind {
    case .day:
      if let day = form.day(text.trimmed, in: field, today: model.today) {
        // The board of a day says itself which it takes.
        if field.past, form.purpose != .asOf, day > model.today { form.errors[field.name] = Field.dayToCome(day)[l] }
      } else {
        form.errors[field.name] = (Phrase("geen datum; ", "no date; ") + Field.dayExpected(past: field.past))[l]
      }
    case .number:
      if Field.number(text) == nil {
        form.errors[field.name] = (Field.bound(text) ?? Phrase("geen getal", "not a number"))[l]
      }
    case .choice, .choices:
      checkChoice(text.trimmed, field, in: &form)
    default: break
    }
  }

  private func checkChoice(_ text: String, _ field: Field, in form: inout FormState) {
    let l = model.language
    if form.newcomer(text, in: field) != nil { return }
    let several = form.several(text, in: field)
    if !several.isEmpty {
      let names = several.prefix(8).joined(separator: ", ") + (several.count > 8 ? ", …" : "")
      form.errors[field.name] = Phrase("dat past op meer: ", "that fits several: ")[l] + names
      return
    }
    switch field.kind {
    case .choice(let choices), .choices(let choices):
      var typed = [FormState.code(text, field, l)]
      if case .choices = field.kind { typed = typed[0].split(separator: ",").map(String.init) }
      if !typed.allSatisfy({ code in choices.contains { $0.code == code } }) {
        // Of what it is part of one chooses; where it is part of nothing, or a rule says which there are, of all.
        let (found, head) = (FormState.choices(field, matching: text), form.narrowing(field))
        let isPart = head == nil && found.count > 1 && found.count < choices.count
        let all = isPart ? found : choices
        let names = all.prefix(20).map { $0.name[l] }.joined(separator: ", ")
        let fits = isPart ? Phrase("dat past op meer: ", "that fits several: ") : Phrase("kies uit: ", "choose from: ")
        form.errors[field.name] = (head ?? fits)[l] + names + (all.count > 20 ? ", …" : "")
      }
    default: break
    }
  }

  func pasteInForm(_ text: String) {
    guard var form = model.form, !form.isSaving, let field = form.field else { return }
    var line = form.isReplaced(field, model.language) ? TextLine() : form.lines[field.name] ?? TextLine()
    line.insert(field.kind == .longText ? text : text.replacingNewlines)
    form.put(line, in: field)
    form.followOrganisation()
    model.form = form
    keepDraft()
    lookUpName()
  }

  /// Every keystroke, so that nothing typed is ever lost.
  func keepDraft() {
    guard let form = model.form else { return }
    guard form.isTouched(model.language) else { return }
    let (key, latest) = (form.draftKey, latestDraft)
    latest.put(key, form.draft)
    work { source in
      if let texts = latest.take(key) { source.saveDraft(key, texts) }
      return .nothing
    }
  }

  func leaveForm(keepsDraft: Bool) {
    guard let form = model.form else { return }
    (model.form, model.overlay) = (nil, nil)
    let key = form.draftKey
    if form.purpose == .sheet { backToSheet() }
    if keepsDraft {
      work { source in
        source.leaveDraft(key)
        return .nothing
      }
      return say(Words.draftKept[model.language])
    }
    _ = latestDraft.take(key)
    work { source in
      source.removeDraft(key)
      return .nothing
    }
  }

  /// The text of the field in the person's own editor, and back.
  private func editOutside() {
    guard let field = model.form?.field else { return }
    let typed = model.form?.lines[field.name]?.text ?? ""
    do throws(Editor.Trouble) {
      let text = try Editor.edit(typed, with: model.preferences.editor?.value)
      model.form?.lines[field.name] = TextLine(text)
      keepDraft()
    } catch {
      say(error.phrase[model.language], .bad)
    }
  }

  /// - Parameter hasSeenSheet: of sharing: what goes out was looked at.
  func save(hasSeenSheet: Bool = false) {
    guard var form = model.form else { return }
    form.followName()
    form.errors = [:]
    form.error = nil
    // A choice that is none is marked in its field, whoever the form goes for; the rest the act itself judges.
    for field in form.fields {
      switch field.kind {
      case .choice, .choices: check(form.narrowed(field), in: &form)
      case .text, .longText, .day, .number, .yesNo, .municipality: break
      }
    }
    if let wrong = form.fields.firstIndex(where: { form.errors[$0.name] != nil }) {
      form.focus = wrong
      return model.form = form
    }
    form.isSaving = true
    model.form = form
    if asksAccount(form) || asksBalance(form) { return }
    let values = form.values(model.language)
    let (purpose, today, rules, key) = (form.purpose, model.today, model.rules, form.draftKey)
    if case .act(let act) = purpose, !form.many.isEmpty { return tryMany(form, act) }
    if purpose == .keepView {
      if let refusal = form.missing(values) {
        model.form?.isSaving = false
        return refuse(refusal)
      }
      return keepView(values)
    }
    if case .partner(let act) = purpose, let scene = form.personScene { return savePerson(form, act, scene) }
    if saveTask(form) { return }
    if [.asOf, .review, .minutes, .sheet].contains(purpose) { return savePipelineForm(form, values) }
    guard let dossier = form.dossier else {
      let (who, isSure) = (form.newcomerTyped, form.sure.contains(form.newcomerTyped))
      return work { source in
        do throws(Refusal) {
          let entries = try NewHousehold.events(values, today: today)
          let known = isSure ? [] : source.already(entries)
          if !known.isEmpty { return .already(who, known) }
          return .answered(Deed(kind: .register), source.register(entries, today: today))
        } catch {
          return .answered(Deed(kind: .register), .refused(error))
        }
      }
    }
    if purpose == .act(.share), !hasSeenSheet { return lookAtSheet(dossier, values) }
    let deed = Deed(kind: .form(form.name[model.language]), dossier: dossier.id)
    let seenSheet = hasSeenSheet ? model.sheet?.seen : nil
    work { source in
      // What was read is what goes out: where somebody recorded meanwhile it is read anew.
      if let seenSheet, let now = (try? source.dossier(dossier.id)) ?? nil, now.sequence != seenSheet {
        let why = Phrase(
          "Het dossier is intussen gewijzigd; lees het deelblad opnieuw.",
          "The dossier changed meanwhile; read the share sheet again.")
        return .answered(deed, .moved(Refusal(why), now))
      }
      do throws(Refusal) {
        let action = try Shell.action(purpose, values, dossier, rules, today: today, source)
        return .answered(
          deed, source.perform(action, on: dossier.id, seen: dossier.sequence, ending: key, today: today))
      } catch {
        return .answered(deed, .refused(error))
      }
    }
  }

  /// Somebody of that name and date of birth has a dossier: saving once more opens another.
  func askAnyway(_ who: String, _ ids: [DossierID]) {
    guard model.form?.purpose == .register else { return }
    model.form?.isSaving = false
    model.form?.sure.insert(who)
    let why = Casebook.alreadyIn(ids)
    refuse(
      Refusal(
        why + Phrase("; nog eens bewaren opent toch een dossier", "; saving once more opens a dossier all the same"),
        field: "surname"))
  }

  /// Made where reading may take its time: a split or merge needs to know of another dossier.
  private static func action(
    _ purpose: FormState.Purpose, _ values: [String: String], _ dossier: Dossier, _ rules: Rulebook, today: Day,
    _ source: any Source
  ) throws(Refusal) -> Action {
    switch purpose {
    case .correct(let id, let act):
      guard let event = dossier.story.first(where: { $0.id == id }) else {
        throw Refusal(Phrase("Deze gebeurtenis is er niet meer.", "This event is no longer there."))
      }
      return try act.correction(of: event, values, in: dossier, rules, today: today)
    case .act(let act):
      let other = act.otherDossier(values).flatMap { (try? source.dossier($0)) ?? nil }
      let newID = act == .split ? try? source.newID(today: today) : nil
      return try act.action(values, dossier, rules, today: today, other: other, newID: newID)
    case .register, .keepView, .taskAct, .whatIf, .saveScenario, .asOf, .review, .minutes, .sheet, .partner:
      throw Refusal(Phrase("Dit huishouden is er al.", "This household is there already."))
    }
  }
}
