import Casebook
import Journey
import Quota

// The screen of the task, a row a line; then what is beside a row, in words.
extension PlainProgram {
  mutating func sayTask() {
    if let whatIf = model.task.whatIf { return sayWhatIf(whatIf) }
    guard let page = model.task.page else { return say(Words.loading) }
    let ask = page.ask
    say("\(Model.Tab.quota.name[l]) \(ask.period.spoken), \(ask.area.spokenName[l]).")
    if page.lateReviews > 0 {
      let late = page.lateReviews
      say(Phrase("\(late) toezicht te laat.", "\(late) supervision late."))
    }
    if let nothing = page.nothing { say(nothing[l].capitalizedFirst + ".") }
    let rows = model.task.places(l)
    let together = Self.together[l]
    // Heard first, and below the others it has its number.
    if let sum = page.sum, taskTop == 0 { say(sentence(sum, together)) }
    taskTop = min(taskTop, max(0, rows.count - 1))
    let shown = rows.dropFirst(taskTop).prefix(pageSize)
    numbered = .places(taskTop..<(taskTop + shown.count))
    for (index, row) in shown.enumerated() {
      let isSum = page.sum != nil && taskTop + index == rows.count - 1
      say("\(taskTop + index + 1) " + (isSum ? together + "." : sentence(row, row.name[l])))
    }
    let isMore = taskTop + shown.count < rows.count
    say(isMore ? Words.more : Phrase("Einde van de lijst.", "End of the list."))
  }

  private static let together = Phrase("Samen", "Together")

  /// Down into a row, or what a value of a what-if stands for. The sum is of where one is: it is read.
  mutating func openOnTask(_ place: Int) {
    shell.pointAtTask(place)
    if model.task.whatIf == nil, let row = model.taskRow, row.id == .area(model.taskAsk.area) {
      return say(sentence(row, Self.together[l]))
    }
    run(.open)
  }

  /// `Utrecht. Doel 276, saldo -41, opgave 317, gehuisvest 188, onderweg 402. Prognose ...`.
  private func sentence(_ row: TaskRow, _ name: String) -> String {
    let ask = model.taskAsk
    func say(_ columns: [TaskColumn]) -> String {
      columns.map { "\($0.title(ask)[l].lowercased()) \($0.text(row, l))" }.joined(separator: ", ").capitalizedFirst
        + "."
    }
    let figures = model.task.page.map(TaskColumn.all) ?? []
    var sentences = [name + ".", say(figures.filter { $0.figure != nil })]
    if let pace = row.line.pace { sentences.append(pace.rule.name[l].capitalizedFirst + ".") }
    if let forecast = row.forecast {
      sentences.append(
        forecast.tooLittle.map { Phrase("Prognose: ", "Forecast: ")[l] + $0[l] + "." }
          ?? say([.forecast, .chance, .gap]))
    } else if let why = row.noForecast?.words {
      sentences.append(Phrase("Geen prognose: ", "No forecast: ")[l] + why[l] + ".")
      if row.gap != nil { sentences.append(say([.gap])) }
    }
    if row.isWorst { sentences.append(Phrase("Vraagt aandacht.", "Needs attention.")[l]) }
    if row.lateReviews > 0 || row.supervision.map({ if case .step = $0 { true } else { false } }) == true {
      sentences.append(say([.supervision]))
    }
    let parts = zip(Approach.Ingredient.allCases, row.approach).compactMap { ingredient, readiness -> String? in
      guard case .one(let strength) = readiness else { return nil }
      return "\(ingredient.name[l].lowercasedFirst) \(strength.name[l])"
    }
    if !parts.isEmpty { sentences.append(parts.joined(separator: ", ").capitalizedFirst + ".") }
    if row.signals > 0 {
      let count = Digits.counted(row.signals, Phrase("drempel", "threshold"), Phrase("drempels", "thresholds"))
      sentences.append((count + Phrase(" overschreden.", " crossed."))[l])
    }
    return sentences.joined(separator: " ")
  }

  mutating func turnTaskPage(_ pages: Int) {
    let count = model.task.places(l).count
    let to = taskTop + pages * pageSize
    guard to >= 0, to < count || pages < 0 else {
      return say(
        pages > 0
          ? Phrase("Dit is de laatste bladzijde.", "This is the last page.")
          : Phrase("Dit is de eerste bladzijde.", "This is the first page."))
    }
    taskTop = to
    sayTask()
  }

  /// What is beside the row under the cursor: its course or its approach.
  mutating func sayTaskPane() {
    guard let look = model.task.look, let row = model.taskRow else { return sayTask() }
    switch model.task.pane {
    case .table: sayTask()
    case .burnUp:
      say("\(row.name[l]). \(look.burnUp.nothing?[l] ?? look.burnUp.summary(l)).")
      for line in NumberTable(look.burnUp, l).lines { say(line) }
    case .approach:
      say(row.name[l] + ".")
      for paragraph in TaskWords(model: model, look: look, forecast: row.forecast).paragraphs {
        say(paragraph.head, Phrase(same: ":"))
        for line in paragraph.lines { say(line.text.hasPrefix("– ") ? String(line.text.dropFirst(2)) : line.text) }
      }
    }
  }

  private mutating func sayWhatIf(_ state: WhatIfState) {
    say(
      Phrase("Wat als: ", "What if: ")[l] + state.line.area.spokenName[l] + ", " + state.key.period.spoken + ".")
    let view = WhatIfView(model: model, state: state)
    // The sign before what is otherwise is for the eye.
    for line in view.lines where !line.text.isEmpty { say(String(line.text.trimmingPrefix("• "))) }
    guard case .played(let played) = state.answer else { return numbered = .nothing }
    say(MarginalValue.heading(beside: state.scenario), Phrase(same: ":"))
    numbered = .places(0..<played.values.count)
    for (index, value) in played.values.enumerated() { say("\(index + 1) \(view.text(value).trimmed)") }
  }
}

/// What of the screen of the task decides whether it must be read out again.
struct PlainTaskPlace: Equatable {
  let ask: TaskAsk
  let sort: TaskColumn
  let isReversed: Bool
  let scenario: Scenario?

  init(_ model: Model) {
    (ask, sort, isReversed) = (model.taskAsk, model.task.sort, model.task.isReversed)
    scenario = model.task.whatIf?.scenario
  }
}
