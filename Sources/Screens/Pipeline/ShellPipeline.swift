import Casebook
import Journey
import Terminal

// What the keys of Doorstroom do.
extension Shell {
  /// What a verb of the table does here.
  /// - Returns: false when it does what it does everywhere.
  func runOnPipeline(_ verb: Verb) -> Bool {
    guard model.tab == .pipeline, model.opened == nil else { return false }
    switch verb {
    case .open where model.pipeline.showsGroups:
      let (groups, at) = (model.pipeline.groups(model.pipeline.stage), model.pipeline.groupIndex)
      if groups.indices.contains(at) { enter(groups[at]) }
    case .open where model.pipeline.view != .board: openPart()
    case .open:
      // A dossier has no days of its own that are past: it opens as it is.
      if model.pipeline.past != nil {
        say(Phrase("Dit is het dossier zoals het nu is.", "This is the dossier as it is now.")[model.language])
      }
      return false
    case .back: return leavePart()
    case .columnAfter: turnColumn(1)
    case .columnBefore: turnColumn(-1)
    case .pipelineView: show(model.pipeline.view.next(isPast: model.pipeline.past != nil))
    case .numbers:
      model.pipeline.showsNumbers.toggle()
      model.pipeline.rewind()
    case .grouping: nextGrouping()
    case .filter where model.pipeline.showsGroups:
      // A filter is of cards.
      (model.pipeline.grouping, model.pipeline.groupCursor) = (nil, nil)
      say(Phrase("Niet verdeeld: u zoekt in alle kaarten.", "Not divided: you search all cards.")[model.language])
      return false
    case .lateHere: lookAtLate()
    case .householdsHere: chooseHouseholds()
    case .reload:
      guard model.pipeline.view == .ageing, let sample = model.pipeline.chart?.sample else { return false }
      countStays(sample.all)
    case .asOf: show(FormState(askingDay: model.pipeline.past?.day, model.language))
    default: return false
    }
    return true
  }

  /// Up and down among what is no list.
  /// - Returns: false for a key that moves nothing.
  func moveOnPipeline(_ key: Key) -> Bool {
    let page = model.boardRows
    let steps =
      switch key {
      case .up, .character("k"): -1
      case .down, .character("j"): 1
      case .pageUp, .control("b"): -page
      case .pageDown, .control("f"): page
      case .home, .character("g"): -10_000
      case .end, .character("G"): 10_000
      default: 0
      }
    guard steps != 0 else { return false }
    if model.pipeline.showsGroups { model.pipeline.moveGroup(steps) } else { movePart(steps) }
    return true
  }

  private func turnColumn(_ steps: Int) {
    guard model.pipeline.view == .board else { return movePart(steps) }
    model.pipeline.turn(steps)
    let name = ListName.column(model.pipeline.stage)
    if model.pipeline.past == nil, !list(name).isLoaded, list(name).awaits.isEmpty { showColumn(model.pipeline.stage) }
  }

  /// In a table of numbers its rows, else the parts that Enter opens.
  private func movePart(_ steps: Int) {
    guard let chart = model.pipeline.chart else { return }
    let count = model.pipeline.showsNumbers ? chart.chart.table(model.language).count - 1 : chart.parts.count
    let last = max(0, count - 1)
    model.pipeline.row = min(max(0, min(model.pipeline.row, last) + steps), last)
  }

  func show(_ view: PipelineView) {
    model.pipeline.view = view
    model.pipeline.rewind()
    leaveNarrowing()
    model.pipeline.grouping = nil
    say(view.name[model.language])
    if view == .board { showPipeline() } else { readChart() }
  }

  private func nextGrouping() {
    let all = Grouping.allCases
    let next = model.pipeline.grouping.map { all.firstIndex(of: $0)! + 1 } ?? 0
    leaveNarrowing()
    model.pipeline.groups = [:]
    model.pipeline.groupCursor = nil
    model.pipeline.grouping = all.indices.contains(next) ? all[next] : nil
    readGroups()
    let name = model.pipeline.grouping?.name ?? Phrase("niet verdeeld", "not divided")
    say(name[model.language].capitalizedFirst)
  }

  /// Only the cards of a group, in every column.
  func enter(_ group: HouseholdGroup) {
    if let past = model.pipeline.past { return readBoard(asOf: past.day, of: group) }
    model.pipeline.entered = group
    askBoard()
  }

  private func leaveNarrowing() {
    guard model.pipeline.entered != nil else { return }
    model.pipeline.entered = nil
    guard let past = model.pipeline.past else { return askBoard() }
    model.pipeline.filtered = [:]
    showCards(past)
  }

  /// One level back within the screen.
  /// - Returns: false when there was none.
  private func leavePart() -> Bool {
    if model.pipeline.view != .board {
      show(.board)
    } else if model.pipeline.entered != nil {
      leaveNarrowing()
    } else if model.pipeline.grouping != nil {
      (model.pipeline.grouping, model.pipeline.groupCursor) = (nil, nil)
    } else if !model.pipeline.isAtStart {
      (model.pipeline.past, model.pipeline.pastCards) = (nil, [:])
      // What came while one was away is not waited for any more.
      for stage in Board.stages { model.cards[stage]?.awaits = [] }
      showPipeline()
      if model.pipeline.opensAt == nil { say(Phrase("Weer zoals het nu is.", "As it is now again.")[model.language]) }
    } else {
      return false
    }
    return true
  }
}

extension Shell {
  /// Another area: its board, as the screen comes with it.
  func lookAtBoard() {
    if model.pipeline.past != nil { model.pipeline.entered = nil }
    (model.pipeline.past, model.pipeline.pastCards, model.pipeline.filtered) = (nil, [:], [:])
    showPipeline()
  }

  /// The forms that record nothing: they do what they ask for, or say at which field they cannot.
  func savePipelineForm(_ form: FormState, _ values: [String: String]) {
    model.form?.isSaving = false
    if let missing = form.missing(values) { return refuse(missing) }
    if form.purpose == .minutes { return saveFile(model.review?.minutes ?? [], values, for: .minutes) }
    if form.purpose == .sheet { return saveFile(model.sheet?.lines ?? [], values, for: .sheet) }
    if let refusal = form.purpose == .asOf ? showBoard(asOf: values) : startReview(values) { return refuse(refusal) }
    endForm(form)
  }

  /// It did what it was for: nothing of it is kept.
  func endForm(_ form: FormState) {
    model.form = nil
    let key = form.draftKey
    _ = latestDraft.take(key)
    work { source in
      source.removeDraft(key)
      return .nothing
    }
  }
}
