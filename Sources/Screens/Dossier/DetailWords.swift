import Journey

/// Everything about one line of the story: who, when, and why a date is what it is.
struct DetailWords {
  let state: DossierState
  let model: Model

  private var l: Language { model.language }

  func details(_ line: RiverLine) -> TextState {
    if let step = line.step { return details(step) }
    if let folded = line.folded { return details(folded) }
    guard let event = line.event else { return TextState(title: "", lines: []) }
    return details(event, line)
  }

  private func details(_ event: Event, _ line: RiverLine) -> TextState {
    let words = EventWords(dossier: state.dossier, rules: model.rules, language: l, user: model.user)
    var lines: [(label: String, text: String)] = []
    let detail = words.detail(event.body)
    if !detail.isEmpty { lines += [("", detail), ("", "")] }
    if case .contactMade(let made) = event.body { lines += agreed(made) }
    lines.append((Phrase("Dag", "Day")[l], DayText.long(event.day, l)))
    lines.append(
      (
        Phrase("Door", "By")[l],
        [event.actor.name, model.rules.party(event.actor.party)[l]].filter { !$0.isEmpty }.joined(separator: ", ")
      ))
    lines.append(
      (Phrase("Vastgelegd", "Recorded")[l], LocalTime(event.recordedAt).text(l) + ", " + Words.source(event.source)[l]))
    lines.append((Phrase("Gebeurtenis", "Event")[l], "\(event.sequence)"))
    lines += together.more(event.body)
    if line.isTakenBack { lines.append((Phrase("Let op", "Note")[l], takenBack(event))) }
    if let correction = state.dossier.corrections[event.id] {
      let old = state.dossier.story.first { $0.id == event.id }
      let was = old.map { words.line($0) + ", " + DayText.long($0.day, l) } ?? ""
      lines.append((Phrase("Gecorrigeerd", "Corrected")[l], correction.text.ifEmpty("–")))
      lines.append((Phrase("Er stond", "It said")[l], was))
    }
    if case .sheetShared(let shared) = event.body { lines += sheet(shared, event) }
    return TextState(title: event.body.name[l], lines: lines)
  }

  /// What went out, made anew of the story up to then, where the rulebook still makes it of the same kinds of data.
  private func sheet(_ shared: Event.SheetShared, _ event: Event) -> [(label: String, text: String)] {
    let then = Dossier.fold(state.id, state.dossier.story.filter { $0.sequence < event.sequence })
    guard let sheet = try? ShareSheet(then, shared.purpose, to: shared.to, model.rules, today: event.day),
      sheet.fields.map(\.rawValue) == shared.fields
    else {
      let gone = Phrase(
        "Het deelblad zelf is niet bewaard; met het regelboek van nu is het niet meer zo te maken.",
        "The share sheet itself was not kept; with the rulebook of now it cannot be made so any more.")
      return [("", ""), ("", gone[l])]
    }
    let head = Phrase(
      "Het deelblad, opnieuw gemaakt uit het verhaal tot deze regel:",
      "The share sheet, made anew of the story up to this line:")
    var lines: [(label: String, text: String)] = [("", ""), ("", head[l]), ("", "")]
    lines += sheet.text(l).map { (label: "", text: $0.masked) }
    return lines
  }

  /// How one spoke, and what came of it.
  private func agreed(_ made: Event.ContactMade) -> [(label: String, text: String)] {
    var lines: [(label: String, text: String)] = [(Phrase("Hoe", "How")[l], made.channel.name[l])]
    if let turn = made.turn {
      lines.append((Phrase("Nu aan zet", "Turn now")[l], model.rules.who(turn, user: model.user, l)))
    }
    if let next = made.next { lines.append((Phrase("Volgend moment", "Next moment")[l], DayText.long(next, l))) }
    return lines
  }

  /// All that one line stands for: nothing of it is gone.
  private func details(_ folded: Folded) -> TextState {
    let words = EventWords(dossier: state.dossier, rules: model.rules, language: l, user: model.user)
    var lines: [(label: String, text: String)] = [
      (
        "",
        folded.isTakenBack
          ? Phrase("Telt niet meer mee; ^R doet het opnieuw.", "No longer counts; ^R does it again.")[l]
          : Phrase("Telt weer mee.", "Counts again.")[l]
      ),
      ("", ""),
    ]
    for event in folded.events {
      lines.append(("\(event.sequence)", words.line(event).replacingNewlines))
      let detail = words.detail(event.body)
      if !detail.isEmpty, detail != words.line(event) { lines.append(("", detail)) }
      lines.append(
        (
          "",
          [
            DayText.long(event.day, l), event.actor.name,
            Phrase("vastgelegd ", "recorded ")[l] + LocalTime(event.recordedAt).text(l),
          ]
          .filter { !$0.isEmpty }.joined(separator: " · ")
        ))
    }
    return TextState(title: folded.meant.body.name[l], lines: lines)
  }

  private func takenBack(_ event: Event) -> String {
    let by = state.dossier.story.last { other in
      if case .undone(let undone) = other.body { undone.events.contains(event.id) } else { false }
    }
    let who = by.map { ", \($0.actor.name), \(DayText.long($0.day, l))" } ?? ""
    return Phrase("teruggenomen: telt niet meer mee", "taken back: no longer counts")[l] + who
  }

  private var together: TogetherWords {
    TogetherWords(dossier: state.dossier, rules: model.rules, language: l, user: model.user)
  }

  private func details(_ step: Standing.Step) -> TextState {
    var lines: [(label: String, text: String)] = []
    if let person = step.person.flatMap(state.dossier.person) {
      lines.append((Phrase("Voor", "For")[l], person.fullName))
    }
    lines.append((Words.turn[l], model.rules.who(step.owner, user: model.user, l)))
    if let due = step.due {
      lines.append((Phrase("Uiterlijk", "By")[l], DayText.long(due.day, l) + ", " + model.days.distance(due.day)))
      lines.append((Phrase("Regel", "Rule")[l], due.ruleName[l]))
      let start = starts(due.start).map { ", " + $0.lowercasedFirst } ?? ""
      lines.append((Phrase("Begint", "Starts")[l], DayText.long(due.start, l) + start))
      if let term = due.term {
        lines.append((Phrase("Aard", "Force")[l], force(term.force)))
        lines.append(
          (
            Phrase("Bron", "Source")[l],
            (term.source == "eigen gewoonte" ? "" : term.source + " · ") + Phrase("uitgave", "edition")[l] + " "
              + model.rules.edition
          ))
      }
      if let moved = due.moved { lines.append((Phrase("Verzet", "Moved")[l], moved)) }
    } else if let from = model.rules.step(step.key.step)?.termFrom.flatMap(model.rules.step) {
      let waits = Phrase("nog geen datum: de termijn loopt vanaf ", "no day yet: the term runs from ")
      lines.append((Phrase("Uiterlijk", "By")[l], (waits + from.name)[l]))
    } else {
      lines.append((Phrase("Uiterlijk", "By")[l], Phrase("geen termijn", "no due day")[l]))
    }
    lines.append((Phrase("Ontstaan", "Arose")[l], DayText.long(step.since, l)))
    if let act = step.act {
      let open = state.dossier.openHandovers.last { step.key == $0.key || step.key == $0.expectation }
      lines += open.map { together.checklist($0.change, gone: $0.given?.points ?? []) } ?? []
      if let given = open?.given {
        lines.append((Phrase("Verteld", "Told")[l], given.told))
        if !given.care.isEmpty { lines.append((Phrase("Let op", "Take care of")[l], given.care)) }
      }
      lines.append(("", Phrase("Hiervoor is er \(act.name.nl).", "For this there is \(act.name.en).")[l]))
    }
    if step.mandatory {
      lines.append(
        ("", Phrase("Moet af zijn voor het dossier dicht kan.", "Must be done before the dossier can close.")[l]))
    }
    if step.leavesStage {
      lines.append(
        (
          "",
          Phrase("Hiermee gaat het huishouden een station verder.", "This takes the household one station further.")[l]
        ))
    }
    return TextState(title: step.title[l], lines: lines)
  }

  /// The event on the day a term starts.
  private func starts(_ day: Day) -> String? {
    state.dossier.story.map(state.dossier.effective).first {
      $0.day == day && !state.dossier.takenBack.contains($0.id) && $0.body.canBeTakenBack
    }?.body.name[l]
  }

  private func force(_ force: TermRule.Force) -> String {
    switch force {
    case .statutory: Phrase("wettelijk", "statutory")[l]
    case .agreed: Phrase("afgesproken", "agreed")[l]
    case .own: Phrase("eigen norm", "own norm")[l]
    }
  }
}
