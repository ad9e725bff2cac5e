import Journey
import Terminal

// The form: typing, drafts, saving.
extension Shell {
  func begin(_ act: Act) {
    let state = model.opened ?? model.preview
    guard let state else { return }
    if model.opened == nil { model.opened = state }
    let form = FormState(act, state.dossier, model.rules, today: model.today, model.language)
    model.form = form
    let key = form.draftKey
    work { source in source.draft(key).map { .draft(key, $0) } ?? .nothing }
  }

  func pressForm(_ key: Key) {
    guard var form = model.form, !form.isSaving else { return }
    let suggestions = form.suggestions()
    switch key {
    case .control("s"), .altEnter:
      model.form = form
      return save()
    case .escape:
      if form.isTouched(model.language) { model.overlay = .leaveForm } else { leaveForm(keepsDraft: false) }
      return
    case .down where !suggestions.isEmpty: form.choice = min(form.choice + 1, suggestions.count - 1)
    case .up where !suggestions.isEmpty && form.choice > 0: form.choice -= 1
    case .tab, .down: step(1, in: &form)
    case .backTab, .up: step(-1, in: &form)
    case .enter:
      if suggestions.indices.contains(form.choice), completes(form) {
        form.accept(suggestions[form.choice], model.language)
      }
      if form.focus == form.fields.count - 1 {
        model.form = form
        return save()
      }
      step(1, in: &form)
    default:
      guard let field = form.field, var line = form.lines[field.name], line.take(key) else { return }
      form.lines[field.name] = line
      form.choice = 0
      form.errors[field.name] = nil
      form.error = nil
    }
    model.form = form
    keepDraft()
  }

  /// Enter takes the choice over when there is one to take: something typed, or pointed at.
  private func completes(_ form: FormState) -> Bool {
    guard let field = form.field else { return false }
    if case .municipality = field.kind { return !(form.lines[field.name]?.isEmpty ?? true) }
    return form.choice > 0 || field.required || !(form.lines[field.name]?.isEmpty ?? true)
      ? !isChosen(form, field) || form.choice > 0 : false
  }

  private func isChosen(_ form: FormState, _ field: Field) -> Bool {
    let text = form.lines[field.name]?.text ?? ""
    return !text.isEmpty && FormState.choices(field, matching: text).contains { $0.name[model.language] == text }
  }

  /// Leaves a field, and says what is wrong in it at once.
  private func step(_ steps: Int, in form: inout FormState) {
    guard !form.fields.isEmpty else { return }
    check(&form)
    form.focus = (form.focus + steps + form.fields.count) % form.fields.count
    form.choice = 0
  }

  private func check(_ form: inout FormState) {
    guard let field = form.field, let text = form.lines[field.name]?.text, !text.trimmed.isEmpty else { return }
    let l = model.language
    switch field.kind {
    case .day:
      if DayText.read(text.trimmed, today: model.today) == nil {
        form.errors[field.name] =
          Phrase(
            "geen datum; verwacht 23-11, 23 nov, morgen, vr of +10w",
            "no date; expected 23-11, 23 Nov, tomorrow, fri or +10w")[l]
      }
    case .number:
      if Int(text.trimmed) == nil { form.errors[field.name] = Phrase("geen getal", "not a number")[l] }
    case .choice(let choices):
      if !choices.contains(where: { $0.code == FormState.code(text.trimmed, field, l) }) {
        let names = choices.prefix(8).map { $0.name[l] }.joined(separator: ", ")
        form.errors[field.name] = Phrase("kies uit: ", "choose from: ")[l] + names
      }
    default: break
    }
  }

  func pasteInForm(_ text: String) {
    guard var form = model.form, let field = form.field else { return }
    form.lines[field.name]?.insert(text)
    model.form = form
    keepDraft()
  }

  /// Every keystroke, so that nothing typed is ever lost.
  private func keepDraft() {
    guard let form = model.form else { return }
    let (key, texts) = (form.draftKey, form.texts)
    guard form.isTouched(model.language) else { return }
    work { source in
      source.saveDraft(key, texts)
      return .nothing
    }
  }

  func leaveForm(keepsDraft: Bool) {
    guard let form = model.form else { return }
    (model.form, model.overlay) = (nil, nil)
    if keepsDraft { return say(Words.draftKept[model.language]) }
    let key = form.draftKey
    work { source in
      source.removeDraft(key)
      return .nothing
    }
  }

  private func save() {
    guard var form = model.form, let opened = model.opened else { return }
    let values = form.values(model.language)
    form.errors = [:]
    form.error = nil
    let deed = Deed(kind: .act(form.act), dossier: form.dossier)
    let (act, seen, today, rules, dossier) = (form.act, form.seen, model.today, model.rules, opened.dossier)
    form.isSaving = true
    model.form = form
    work { source in
      do throws(Refusal) {
        // A split or merge needs to know of another dossier, so the action is made where reading may take its time.
        let other = act.otherDossier(values).flatMap { (try? source.dossier($0)) ?? nil }
        let newID = act == .split ? try? source.newID(today: today) : nil
        let action = try act.action(values, dossier, rules, today: today, other: other, newID: newID)
        return .answered(deed, source.perform(action, on: deed.dossier, seen: seen, today: today))
      } catch {
        return .answered(deed, .refused(error))
      }
    }
  }
}
