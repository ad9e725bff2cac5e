import Journey
import Terminal

// A form, question by question. Each answer goes into the same form as on the screen, so that what was typed is kept.
extension PlainProgram {
  private enum Step: Equatable {
    case next, previous, leave
    /// This field once more, with the answer where one was given.
    case again(Int, String)
  }

  /// Asks until it is saved, left, or there are no more lines: then what was typed is kept as a draft.
  mutating func fillForm() {
    guard let form = model.form else { return }
    let whom = form.many.isEmpty ? form.dossier?.name ?? "" : Digits.dossiers(form.many.count)[l]
    let name = [form.name[l].capitalizedFirst, whom].filter { !$0.isEmpty }
    say("\(name.joined(separator: ", ")). \(form.help[l])")
    sayStatus()
    say(
      Phrase(
        "Leeg laat staan wat er staat, - wist het, < is de vorige vraag, ? herhaalt de vraag, q gaat weg.",
        "Empty leaves what is there, - clears it, < is the question before, ? repeats the question, q leaves."))
    var (asked, at) = (form.questions, 0)
    sayBeside(form, asked)
    while model.form != nil, !hasEnded {
      var step: Step
      if at < asked.count {
        sayNews()
        step = ask(asked[at])
      } else {
        step = askToSave()
        if case .again(let field, let answer) = step { step = ask(field, given: answer) == .leave ? .leave : step }
        if step == .next {
          guard let again = save() else { return }
          (asked, at) = again
          continue
        }
      }
      switch step {
      case .next: at += 1
      case .previous: at = max(0, at - 1)
      case .again: break
      case .leave: if leave() { return }
      }
    }
    if let form = model.form, form.isTouched(l) { say(Words.draftKept) }
  }

  /// Nothing is recorded that one did not say goes; for many that is asked when it is said what it comes to.
  private mutating func askToSave() -> Step {
    guard let form = model.form, !form.isLookedAtFirst || form.hasBeside else { return .next }
    sayNews()
    if let note = form.noteOfTurn { say(note[l].capitalizedFirst + ".") }
    let others =
      form.hasBeside ? Phrase(", een veld bij naam wijzigt het", ", a field by name changes it") : Phrase(same: "")
    say(
      form.saveName + Phrase("? Leeg doet het, < is de vorige vraag", "? Empty does it, < is the question before")
        + others + Phrase(", q gaat weg.", ", q leaves."))
    while let line = hear() {
      switch line.lowercased() {
      case "", "j", "ja", "y", "yes": return .next
      case "<": return .previous
      case "q": return .leave
      default:
        if let (field, answer) = form.field(called: line, l) { return .again(field, answer) }
        sayWrong(
          line,
          Phrase(
            "leeg, < (vorige vraag), q (weg) of de naam van een veld",
            "empty, < (question before), q (leave) or the name of a field"))
      }
    }
    // What was typed stays a draft.
    return .previous
  }

  /// What is filled in and not asked.
  private func sayBeside(_ form: FormState, _ asked: [Int]) {
    let filled = form.fields.enumerated().compactMap { index, field -> String? in
      let text = form.lines[field.name]?.text ?? ""
      return asked.contains(index) || text.isEmpty ? nil : "\(field.label[l].lowercasedFirst) \(text)"
    }
    guard form.hasBeside else { return }
    let others = form.fields.indices.filter { !asked.contains($0) }.map { form.fields[$0].label[l].lowercasedFirst }
    say(
      (filled.isEmpty ? "" : Phrase("Staat er al: ", "Filled in: ")[l] + filled.joined(separator: ", ") + ". ")
        + Phrase("Wie iets anders wil, typt bij het bewaren het veld: ", "To change it, type the field when saving: ")[
          l]
        + others.joined(separator: ", ") + ".")
    sayNoteOfName()
  }

  /// That whoever is named is away or gone, or in which language they are spoken to; and their number.
  private func sayNoteOfName() {
    if let note = model.form?.noteOfName(model.days) { say(note[l] + ".") }
    if let phone = model.form?.phoneOfName(l) { say(phone[l].capitalizedFirst + ".") }
  }

  /// What others recorded on this household while the form is filled in.
  private mutating func sayNews() {
    guard shell.source.hasForeignChanges() else { return }
    let known = model.form?.news.count ?? 0
    shell.refresh()
    for line in model.form?.news.dropFirst(known) ?? [] {
      say(Phrase("Intussen vastgelegd: ", "Recorded meanwhile: ")[l] + line)
    }
  }

  /// - Returns: which questions to ask again, and from which on; nil when the form is done with.
  private mutating func save() -> ([Int], Int)? {
    shell.handle(.key(.control("s")))
    if case .sheet(let page) = model.overlay, !record(page) { return (model.form?.questions ?? [], 0) }
    guard let form = model.form else { return nil }
    if case .many(let many, _) = model.overlay { return record(many) ? nil : (form.questions, 0) }
    if case .conflict(let conflict) = model.overlay { return settle(conflict) ? (form.questions, 0) : nil }
    if let wrong = form.fields.firstIndex(where: { form.errors[$0.name] != nil }) {
      sayError(form.errors[form.fields[wrong].name] ?? "")
      return (Array(0...wrong), wrong)
    }
    sayError(form.error ?? "")
    say(Phrase("Leeg vraagt alles opnieuw, q gaat weg.", "Empty asks everything again, q leaves."))
    let answer = hear(oneOf: ["", "q"], Phrase("leeg of q", "empty or q"))
    return answer == "q" && leave() ? nil : (Array(form.fields.indices), 0)
  }

  /// What it comes to in all marked ones, and whether to record that.
  private mutating func record(_ many: ManyState) -> Bool {
    say(many.text(l, withKeys: false))
    let isWanted =
      !many.outcome.done.isEmpty
      && {
        say(Phrase("Vastleggen? ja of leeg.", "Record it? yes or empty."))
        return hearYes()
      }()
    shell.handle(.key(isWanted ? .enter : .escape))
    // Not recorded after all: the form is still there, with the reason or with how it is now.
    if isWanted, let form = model.form {
      if case .many(let now, _) = model.overlay { return record(now) }
      sayError(form.error ?? "")
      return false
    }
    return isWanted
  }

  /// What would go out to whom, and whether to record that it did.
  private mutating func record(_ page: SheetPage) -> Bool {
    for line in page.readable where !line.isEmpty { say(line) }
    say(Phrase("Vastleggen dat dit gedeeld is? ja of leeg.", "Record that this was shared? yes or empty."))
    guard hearYes() else {
      shell.handle(.key(.escape))
      return false
    }
    shell.share(page, then: page.hidesNumbers ? .read : nil)
    shell.handle(.wake)
    return true
  }

  private func sayError(_ text: String) { say(Phrase("Fout: ", "Error: ")[l] + text) }

  /// Somebody was there first: both versions, and the choice to go on with what was typed.
  private mutating func settle(_ conflict: ConflictState) -> Bool {
    sayError(conflict.why.text(l))
    say(Phrase("Intussen:", "Meanwhile:"))
    for news in conflict.news { say(news) }
    say(Phrase("U typte:", "You typed:"))
    for line in conflict.typed { say("\(line.label): \(line.text)") }
    say(
      Phrase(
        "Wat u typte is bewaard. Leeg vraagt alles opnieuw, q gaat naar het dossier.",
        "What you typed is kept. Empty asks everything again, q goes to the dossier."))
    let leaves = hear(oneOf: ["", "q"], Phrase("leeg of q", "empty or q")) == "q"
    shell.handle(.key(leaves ? .escape : .enter))
    return !leaves
  }

  /// - Returns: whether the form is left.
  private mutating func leave() -> Bool {
    guard let form = model.form else { return true }
    var keepsDraft = false
    if form.isTouched(l) {
      let leaving = FrameView.leaving(l)
      say(leaving.title)
      for line in leaving.lines {
        say("\(line.label == "Esc" ? Phrase("leeg", "empty")[l] : line.label): \(line.text)")
      }
      let answer = hear(oneOf: ["", "j", "d"], Phrase("j, d of leeg", "j, d or empty"))
      keepsDraft = answer == "j"
      guard keepsDraft || answer == "d" else { return false }
    }
    let start = model.tour.map { _ in model }
    shell.leaveForm(keepsDraft: keepsDraft)
    shell.handle(.wake)
    shell.follow(since: start)
    return true
  }

  // MARK: - One question

  /// - Parameter given: the first answer, where it came with the name of the field.
  private mutating func ask(_ index: Int, given: String = "") -> Step {
    var offered: [Field.Choice] = []
    var given = given
    if given.isEmpty { sayQuestion(index) }
    while true {
      guard let question = question(index), let typed = given.isEmpty ? hear() : given else { return .next }
      given = ""
      let isRequired = question.field.required
      switch typed {
      case "q": return .leave
      case "<": return .previous
      case "?":
        sayQuestion(index)
        continue
      case "":
        if !isRequired || !question.now.isEmpty { return .next }
        say(Phrase("Dit is verplicht. ", "This is required. ")[l] + question.again)
        continue
      case "-":
        put("", index)
        if !isRequired { return .next }
        say(Phrase("Gewist; dit is verplicht. ", "Cleared; this is required. ")[l] + question.again)
        continue
      default: break
      }
      if question.field.kind == .longText {
        hearText(typed, index)
        return .next
      }
      if model.form?.newcomer(typed, in: question.field) != nil {
        if take(typed, question, index) { return .next }
        continue
      }
      switch question.read(typed, offered: offered) {
      case .success(let text):
        if take(text, question, index) { return .next }
      case .failure(let refusal):
        if let only = model.form?.narrowing(question.field) {
          say((only[l] + question.choices.map(\.name[l]).joined(separator: ", ")).capitalizedFirst + ".")
        } else {
          say(refusal.text(l))
        }
        guard question.field.kind == .municipality else { continue }
        offered = FormState.choices(question.field, matching: typed)
        for (number, choice) in offered.enumerated() { say("\(number + 1) \(choice.name[l])") }
      }
    }
  }

  private func question(_ index: Int) -> PlainQuestion? {
    guard let form = model.form, form.fields.indices.contains(index) else { return nil }
    let (field, asked) = (form.narrowed(form.fields[index]), form.questions)
    return PlainQuestion(
      field: field, place: asked.firstIndex(of: index).map { $0 + 1 }, count: asked.count,
      now: form.lines[field.name]?.text ?? "", language: l)
  }

  private func sayQuestion(_ index: Int) {
    let question = question(index)
    for line in question?.lines ?? [] { say(line) }
    if question?.field.name == "balance", let note = model.form?.noteOfBalance { say(note[l].capitalizedFirst + ".") }
    if question?.field.name == "from", let note = model.form?.noteOfStarts(model.today) {
      say(note[l].capitalizedFirst + ".")
    }
  }

  /// Puts the answer in the form and lets the form judge it; a wrong one leaves what stood there.
  private func take(_ text: String, _ question: PlainQuestion, _ index: Int) -> Bool {
    let before = model.form?.texts ?? [:]
    put(text, index)
    shell.handle(.key(.tab))
    if let error = model.form?.errors[question.field.name] {
      sayError(error)
      say(question.again)
      put(question.now, index)
      return false
    }
    switch question.field.kind {
    case .day:
      if let day = model.form?.day(text, in: question.field, today: model.today) { say(DayText.long(day, l) + ".") }
      if let ago = model.form?.longAgo(question.field, model.today)?.ago { say(ago[l].capitalizedFirst + ".") }
    case .municipality: say(municipalityName(text) + ".")
    case .choice, .choices, .yesNo: if text.filter(\.isLetter).count > 0 { say(text + ".") }
    case .text:
      if question.field.name == "name" { sayNoteOfName() }
      if question.field.name == "birth", let date = model.form?.birth(model.today) { say(date.words(l) + ".") }
    case .longText, .number: break
    }
    if let followed = model.form?.followed(question.field, before) { say(followed) }
    return true
  }

  private func put(_ text: String, _ index: Int) {
    guard let name = model.form?.fields[index].name else { return }
    shell.model.form?.focus = index
    shell.model.form?.lines[name] = TextLine()
    shell.model.form?.errors[name] = nil
    shell.model.form?.error = nil
    shell.handle(.paste(text))
  }

  /// Line after line until an empty one, or one with only a dot; each is kept at once.
  private mutating func hearText(_ first: String, _ index: Int) {
    guard first != "." else { return }
    var text = first
    put(text, index)
    while let line = hear(), ![".", ""].contains(line) {
      text += "\n" + line
      put(text, index)
    }
  }
}
