import Journey

/// What the lines of a plan say, on the screen and read out.
struct PlanWords {
  let model: Model
  let state: DossierState

  private var l: Language { model.language }

  func text(_ line: PlanLine) -> String {
    switch line {
    case .agreed(nil): return Phrase("Nog niet samen gezien.", "Not seen together yet.")[l]
    case .agreed(let agreed?): return seen(agreed)
    case .wishes: return Phrase("Wat zij zelf willen", "What they want themselves")[l]
    case .noGoals: return Phrase("nog geen doel vastgelegd", "no goal recorded yet")[l]
    case .goal(let goal): return "\"\(goal.words.replacingNewlines)\"" + end(goal)
    case .helper(let who): return self.who(who)
    case .step(let step):
      let person = step.person.flatMap(state.dossier.person).map { " · " + $0.given } ?? ""
      return step.title[l] + person
    case .drawnIn: return Phrase("Betrokken", "Drawn in")[l]
    case .drawn(let drawn):
      let end = drawn.released.map { Phrase(" (klaar ", " (done ")[l] + DayText.dated($0.day, l) + ")" } ?? ""
      return who(drawn.contact) + ": " + drawn.purpose + end
    }
  }

  /// Who is meant, right of a goal.
  func aside(_ line: PlanLine) -> String {
    guard case .goal(let goal) = line else { return "" }
    let person = goal.person.flatMap(state.dossier.person)?.given ?? ""
    return [person, goal.helper.map { Phrase("met ", "with ")[l] + who($0) } ?? ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  func day(_ line: PlanLine) -> Day? {
    switch line {
    case .goal(let goal): goal.isOpen ? goal.by : nil
    case .step(let step): step.due?.day
    case .drawn(let drawn): drawn.isNeeded ? drawn.until : nil
    default: nil
    }
  }

  func isHeading(_ line: PlanLine) -> Bool {
    switch line {
    case .wishes, .helper, .drawnIn: true
    default: false
    }
  }

  /// As a sentence, for who listens.
  func sentence(_ line: PlanLine) -> String {
    if isHeading(line) { return text(line) + ":" }
    let parts = [
      text(line), aside(line), day(line).map { "\(model.days.short($0)), \(model.days.distance($0))" } ?? "",
    ]
    let said = parts.filter { !$0.isEmpty }.joined(separator: ", ").capitalizedFirst
    return said.last.map { ".!?".contains($0) } == true ? said : said + "."
  }

  func details(_ line: PlanLine) -> TextState {
    switch line {
    case .step(let step):
      let river = RiverLine(key: .step(step.key), day: step.due?.day, step: step, person: step.person)
      return DetailWords(state: state, model: model).details(river)
    case .goal(let goal): return details(goal)
    case .agreed, .wishes, .noGoals, .helper, .drawnIn, .drawn:
      var lines: [(label: String, text: String)] = [("", text(line))]
      if case .agreed(let agreed?) = line, !agreed.text.isEmpty { lines.append(("", agreed.text)) }
      if case .drawn(let drawn) = line {
        lines.append((Phrase("Sinds", "Since")[l], DayText.long(drawn.since, l)))
        if let day = drawn.until { lines.append((Phrase("Tot", "Until")[l], DayText.long(day, l))) }
        if let released = drawn.released { lines.append((Phrase("Afloop", "Ending")[l], released.text.ifEmpty("–"))) }
      }
      return TextState(title: Words.plan[l], lines: lines)
    }
  }

  private func details(_ goal: Goal) -> TextState {
    var lines: [(label: String, text: String)] = [("", goal.words), ("", "")]
    if let person = goal.person.flatMap(state.dossier.person) {
      lines.append((Phrase("Van", "Whose")[l], person.fullName))
    }
    if let helper = goal.helper { lines.append((Phrase("Hulp", "Help")[l], who(helper))) }
    if let by = goal.by { lines.append((Phrase("Wanneer", "By when")[l], DayText.long(by, l))) }
    lines.append((Phrase("Sinds", "Since")[l], DayText.long(goal.since, l)))
    lines += goal.earlier.map { (Phrase("Eerder", "Earlier")[l], $0) }
    if !goal.isOpen { lines.append((Phrase("Afloop", "Ending")[l], end(goal).trimmed + " " + goal.ending)) }
    return TextState(title: Event.Kind.goalSet.name[l], lines: lines)
  }

  private func seen(_ agreed: Plan.Agreed) -> String {
    let names = agreed.persons.compactMap { state.dossier.person($0)?.given } + [agreed.present]
    let whom = names.filter { !$0.isEmpty }.joined(separator: ", ")
    let next = agreed.next.map { Phrase("; weer op \(model.days.short($0))", "; again on \(model.days.short($0))")[l] }
    let day = model.days.short(agreed.day)
    return Phrase("Samen gezien op \(day) met \(whom)", "Seen together on \(day) with \(whom)")[l] + (next ?? "") + "."
  }

  private func end(_ goal: Goal) -> String {
    switch goal.state {
    case .open: ""
    case .reached(let day): Phrase(" bereikt \(day)", " reached \(day)")[l]
    case .letGo(let day): Phrase(" losgelaten \(day)", " let go \(day)")[l]
    }
  }

  private func who(_ contact: Contact) -> String { model.rules.who(contact, user: model.user, l) }
}
