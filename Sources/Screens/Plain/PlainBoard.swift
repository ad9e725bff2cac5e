import Casebook
import Journey

// Doorstroom, read out: the figures of every stage, then the cards or groups of the one at hand; a chart as its numbers.
extension PlainProgram {
  mutating func sayPipeline() {
    let state = model.pipeline
    numbered = .nothing
    say(boardHeading)
    if state.view != .board { return sayChart() }
    if let board = state.past?.board ?? state.board {
      for stage in Board.stages {
        let head = BoardHead(board, stage)
        if model.isBoardNarrowed { say(part(state.filtered[stage], of: head, stage)) } else { say(words(head, stage)) }
      }
    }
    say(Phrase("Nu: ", "Now: "), state.stage.name, Phrase(same: "."))
    if state.showsGroups { return sayGroups() }
    say(Phrase(CardView.order.nl.capitalizedFirst + ".", CardView.order.en.capitalizedFirst + "."))
    sayRows()
  }

  private var boardHeading: String {
    let state = model.pipeline
    if let past = state.past {
      return ([PipelineScreen.banner(past.day, l)] + PipelineScreen.pastParts(past, model)).joined(separator: ", ")
        + "."
    }
    var parts = [PipelineScreen.heading(model).replacing(" ── ", with: ", ").replacing(" · ", with: ", ")]
    if state.view != .board { parts.append(state.view.name[l]) }
    if model.area != .country { parts.append(model.area.spokenName[l]) }
    let filter = model.list.ask.filter
    if !filter.isEmpty, state.view == .board { parts.append("Filter: " + filter) }
    return parts.joined(separator: ". ") + "."
  }

  /// `Woning zoeken: 1.187 huishoudens, 2.940 personen, mediaan 112 dagen, 85 van de 100 binnen 240, 698 te laat.`
  private func words(_ head: BoardHead, _ stage: Stage) -> String {
    var parts = [
      Digits.households(head.households)[l], Words.persons(head.persons, toCome: head.toCome)[l],
    ]
    if let median = head.median, let p85 = head.p85 {
      let days = model.days.days(median)
      parts.append(Phrase("mediaan \(days), 85 van de 100 binnen \(p85)", "median \(days), 85 in 100 within \(p85)")[l])
    }
    if let late = head.overdue { parts.append(Phrase("\(late.grouped(l)) te laat", "\(late.grouped(l)) late")[l]) }
    if let pace = head.pace {
      parts.append(Phrase("\(pace.tenths(l)) per week verder", "\(pace.tenths(l)) a week move on")[l])
    }
    if stage == .housed {
      parts.append(
        Phrase("voor de taakstelling telden mee: ", "counted for the task: ")[l] + Digits.persons(head.counted)[l])
    }
    return stage.columnName(l) + ": " + parts.joined(separator: ", ") + "."
  }

  /// `Woning zoeken: 12 van 1.187 huishoudens, 3 te laat.`: of a part of the board no more is known.
  private func part(_ found: PipelineState.Filtered?, of head: BoardHead, _ stage: Stage) -> String {
    let whole = Digits.households(head.households)[l]
    guard let found else { return stage.columnName(l) + ": " + Words.loading[l] }
    let count = BoardView.text(found.households, l)
    let late = stage == .housed ? "" : ", " + BoardView.text(found.overdue, l) + Phrase(" te laat", " late")[l]
    return stage.columnName(l) + ": " + Phrase("\(count) van \(whole)", "\(count) of \(whole)")[l] + late + "."
  }

  private mutating func sayGroups() {
    let groups = model.pipeline.groups(model.pipeline.stage)
    numbered = .groups(groups)
    for (index, group) in groups.enumerated() { say("\(index + 1) " + BoardView.words(group, model) + ".") }
    if groups.isEmpty {
      let text = model.pipeline.noGroups(model.pipeline.stage)
      say(Phrase(text.nl.capitalizedFirst, text.en.capitalizedFirst), Phrase(same: "."))
    }
  }

  private mutating func sayChart() {
    guard let shown = model.pipeline.chart, shown.view == model.pipeline.view else { return }
    if let nothing = shown.chart.nothing { return say(nothing) }
    say(shown.chart.summary(l) + ".")
    let table = shown.chart.spoken(l)
    guard let header = table.first else { return }
    for row in table.dropFirst() {
      let cells = zip(header, row).dropFirst().filter { !$1.isEmpty && $1 != "-" }.map { "\($0) \($1)" }
      say((row.first ?? "") + ": " + cells.joined(separator: ", ") + ".")
    }
    guard !shown.parts.isEmpty else { return }
    numbered = .parts(shown.parts.count)
    for (index, part) in shown.parts.enumerated() {
      say(Phrase(same: "\(index + 1) "), shown.lead, part.name, Phrase(same: "."))
    }
  }
}
