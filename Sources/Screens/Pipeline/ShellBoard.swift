import Casebook
import Journey

// What Doorstroom reads. What is shown stays until the new figures are there.
extension Shell {
  /// Comes to the screen, and reads what is not there yet.
  func showPipeline() {
    readFigures()
    if model.pipeline.awaitsThen { return }
    if model.pipeline.view != .board { return readChart() }
    // The column one is in comes first.
    let order = [model.pipeline.stage] + Board.stages.filter { $0 != model.pipeline.stage }
    for stage in order { showColumn(stage) }
    if model.pipeline.grouping != nil { readGroups() }
  }

  /// Others wrote, or one did oneself: figures change with it.
  func refreshPipeline() {
    guard model.tab == .pipeline else { return }
    readFigures()
    if model.pipeline.view != .board { readChart() }
    if model.pipeline.grouping != nil { readGroups() }
  }

  private func readFigures() {
    if let day = model.pipeline.opensAt {
      if model.pipeline.awaitsThen, model.job == nil { readBoard(asOf: day, of: nil) }
      return
    }
    let (area, today) = (model.area, model.today)
    work { source in Shell.read { .board(area, try source.board(area, on: today)) } }
  }

  /// The screen comes with the first column that has somebody, where one was in none.
  private func beginWithSomebody(_ board: Board) {
    func isEmpty(_ stage: Stage) -> Bool { BoardHead(board, stage).households == 0 }
    guard isEmpty(model.pipeline.stage), let stage = Board.stages.first(where: { !isEmpty($0) }) else { return }
    model.pipeline.stage = stage
  }

  func showColumn(_ stage: Stage) {
    // The cards of a day that is past are those it came with.
    guard model.pipeline.past == nil, !model.pipeline.awaitsThen else { return }
    let name = ListName.column(stage)
    let ask = columnAsk(stage)
    if list(name).ask != ask {
      change(name) { $0.ask = ask }
      reload(name)
    } else if list(name).isLoaded {
      refreshList(name)
    } else if list(name).awaits.isEmpty {
      reload(name)
    }
  }

  /// Every column has the filter of the one in focus; which households it is about follows from its place.
  private func columnAsk(_ stage: Stage) -> Ask {
    var ask = model[.column(model.pipeline.stage)].ask
    ask.area = model.area
    ask.figure = Figure(column: stage, on: model.today)
    ask.group = model.pipeline.entered
    return ask
  }

  /// The filter of one column is that of the board.
  /// - Parameter kept: the household that the cursor keeps in the column one is in.
  func askBoard(around kept: DossierID? = nil) {
    model.pipeline.filtered = [:]
    let order = [model.pipeline.stage] + Board.stages.filter { $0 != model.pipeline.stage }
    for stage in order {
      let ask = columnAsk(stage)
      guard !wanted.isPut(.column(stage), ask) else { continue }
      change(.column(stage)) { $0.ask = ask }
      reload(.column(stage), around: stage == model.pipeline.stage ? kept : nil)
    }
  }

  /// How many the filter leaves in a column, and how many of them are late.
  func readFiltered(_ stage: Stage) {
    guard model.isBoardNarrowed else { return }
    let (ask, today, wanted) = (list(.column(stage)).ask, model.today, wanted)
    work { source in
      guard wanted.isStill(.column(stage), ask) else { return .nothing }
      var late = ask
      late.figure = .overdue(stage)
      return Shell.read {
        .filtered(
          stage, ask,
          .init(
            households: try source.count(ask, today: today),
            overdue: stage == .housed ? Count(number: 0, isCapped: false) : try source.count(late, today: today)))
      }
    }
  }

  func readGroups() {
    guard let grouping = model.pipeline.grouping, !model.pipeline.awaitsThen else { return }
    if let past = model.pipeline.past {
      return model.pipeline.groups = past.groups.by(grouping).filter {
        $0.key == .housed ? grouping.isOfHomes : Board.stages.contains($0.key)
      }
    }
    let (area, today) = (model.area, model.today)
    work { source in
      Shell.read { .groups(area, grouping, try source.groups(area, by: grouping, on: today)) }
    }
  }

  func readChart() {
    guard !model.pipeline.awaitsThen else { return }
    let (area, view, past) = (model.area, model.pipeline.view, model.pipeline.past?.board)
    let day = past?.day ?? model.today
    work { source in Shell.read { .chart(try source.chart(view, area, today: day, past: past)) } }
  }

  /// Of a country the picture comes with a sample at once; with all when one asks.
  func countStays(_ households: Int) {
    let (area, past) = (model.area, model.pipeline.past?.board)
    let day = past?.day ?? model.today
    long(Phrase("alle verblijven", "all stays")[model.language], households, beside: true) { source, goesOn in
      Shell.read {
        guard try source.countStays(area, on: day, goesOn: goesOn) else {
          return .said(Phrase("Afgebroken: het beeld is van de steekproef.", "Ended: the picture is of the sample."))
        }
        return .chart(try source.chart(.ageing, area, today: day, past: past))
      }
    }
  }

  func accept(_ figures: PipelineMessage) {
    switch figures {
    case .board(let area, let board):
      guard area == model.area else { return }
      if model.pipeline.board == nil { beginWithSomebody(board) }
      model.pipeline.board = board
    case .filtered(let stage, let ask, let filtered):
      if list(.column(stage)).ask == ask { model.pipeline.filtered[stage] = filtered }
    case .groups(let area, let grouping, let groups):
      if area == model.area, grouping == model.pipeline.grouping, model.pipeline.past == nil {
        model.pipeline.groups = groups
      }
    case .chart(let chart):
      if chart.area == model.area, chart.view == model.pipeline.view { model.pipeline.chart = chart }
    case .past(let area, let past):
      (model.job, goesOn) = (nil, nil)
      guard area == model.area else {
        if model.pipeline.awaitsThen { showPipeline() }
        return
      }
      if model.pipeline.awaitsThen { beginWithSomebody(past.board) }
      show(past)
    }
  }
}
