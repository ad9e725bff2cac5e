import Casebook
import Journey
import Terminal

// From a number to the households behind it: a list in Dossiers with the filter that says so, and back.
extension Shell {
  /// What the numbers of the column in focus are of, to choose from.
  func chooseHouseholds() {
    if model.pipeline.view != .board { return chooseParts() }
    let (stage, l) = (model.pipeline.stage, model.language)
    let head = BoardHead(model.pipeline.board, stage)
    let all = Figure(column: stage, on: model.today)
    func entry(_ name: Phrase, filter: String) -> Binding {
      Binding(verb: .households(filter), keys: [], name: name, help: Phrase(same: filter), group: Words.dossiers)
    }
    func entry(_ name: Phrase, _ figure: Figure) -> Binding { entry(name, filter: filterText(figure)) }
    // What narrows the board leaves fewer than the heads of the whole say.
    let found = model.isBoardNarrowed ? model.pipeline.filtered[stage] : nil
    let count = found.map { BoardView.households($0.households, l) } ?? Digits.households(head.households)[l]
    var entries = [entry(Phrase(same: count), all)]
    if stage == .housed, !model.isBoardNarrowed {
      let days = (model.today - (Board.homeDays - 1))...model.today
      entries.append(
        entry(
          Phrase("wie meetelde voor de taakstelling: ", "who counted for the task: ") + Digits.persons(head.counted),
          .realised(days)))
    }
    if let late = head.overdue {
      let text = found.map { BoardView.text($0.overdue, l) } ?? late.grouped(l)
      entries.append(entry(Phrase("\(text) te laat", "\(text) late"), .overdue(stage)))
    }
    // Of the whole: what narrows the board counts who is there now.
    // Of those who are here: the picture of how long already has the P85 of all stays.
    let p85 =
      stage == .housed
      ? Phrase("P85 van wie introk", "P85 of who moved in") : Phrase("P85 van wie nu wacht", "P85 of who waits now")
    for (days, name) in [(head.median, Phrase("de mediaan", "the median")), (head.p85, p85)] {
      guard let days, !model.isBoardNarrowed else { continue }
      let count = head.longer(than: days).grouped(l)
      entries.append(
        entry(
          Phrase("\(count) langer dan \(name.nl), \(days) d", "\(count) longer than \(name.en), \(days) d"),
          all.longer(than: days)))
    }
    if !head.weekly.isEmpty, !model.isBoardNarrowed {
      let weekly = head.weekly
      let weeks = weekly.count
      let times = Digits.counted(weekly.reduce(0, +), Phrase("keer", "time"), Phrase("keer", "times"))
      let within = Digits.counted(weeks, Phrase("week", "week"), Phrase("weken", "weeks"))
      entries.append(
        entry(
          times + Phrase(" verlaten in ", " left in ") + within,
          .left(stage, (model.today - (7 * weeks - 1))...model.today)))
    }
    // Beside what narrows the board already a group may have nobody.
    for group in model.pipeline.showsGroups && !model.isBoardNarrowed ? model.pipeline.groups(stage) : [] {
      let name = Phrase(same: group.households.grouped(l) + " ") + group.name(model.rules)
      entries.append(entry(name, filter: filterText(all) + " " + group.text(l)))
    }
    model.overlay = .palette(PaletteState(entries: entries, kind: .households))
  }

  /// What the numbers of a picture are of.
  private func chooseParts() {
    guard let chart = model.pipeline.chart else { return }
    let entries = model.pipeline.allParts.map { part in
      let filter = text(of: part.figure)
      return Binding(
        verb: .households(filter), keys: [], name: chart.lead + part.name + Phrase(same: ": ") + part.count,
        help: Phrase(same: filter), group: Words.dossiers)
    }
    model.overlay = .palette(PaletteState(entries: entries, kind: .households))
  }

  /// Beside what narrows the board already.
  private func filterText(_ figure: Figure) -> String {
    var all = [text(of: figure)]
    if let group = model.pipeline.entered { all.append(group.text(model.language)) }
    let typed = model[.column(model.pipeline.stage)].ask.filter
    if !typed.isEmpty { all.append(typed.contains(" ") ? "(\(typed))" : typed) }
    return all.joined(separator: " ")
  }

  /// The list is one of the area of the board, but for who left it or counted for it.
  private func text(of figure: Figure) -> String {
    switch figure {
    case .left, .linked, .realised: figure.text(in: model.area, on: model.today, model.language)
    default: figure.text(in: .country, on: model.today, model.language)
    }
  }

  /// Those of the column in focus that are past their day.
  func lookAtLate() {
    guard model.pipeline.stage != .housed else {
      return say(Phrase("Hier is niets te laat.", "Nothing is late here.")[model.language])
    }
    let stage = model.pipeline.stage
    if !model.isBoardNarrowed, let board = model.pipeline.board, BoardHead(board, stage).overdue ?? 0 == 0 {
      let name = stage.columnName(model.language)
      return say(
        Phrase(
          "\(name): niemand is te laat. L geldt voor de kolom onder de cursor.",
          "\(name): nobody is late. L goes for the column under the cursor.")[model.language])
    }
    showHouseholds(filterText(.overdue(stage)))
  }

  /// In Dossiers; going back leads to where one is now.
  func showHouseholds(_ filter: String) {
    model.visit = Visit(tab: model.tab, list: model.allList)
    // A picture is of everybody's.
    let isBoard = model.tab == .pipeline && model.pipeline.view == .board
    let owner = isBoard ? model[.column(model.pipeline.stage)].ask.owner : nil
    let area = model.area
    model.tab = .dossiers
    change(.dossiers) {
      $0.ask = Ask(filter: filter, owner: owner, area: area)
      ($0.isLoaded, $0.lines, $0.cursor, $0.count, $0.view) = (false, [], nil, nil, nil)
    }
    reload(.dossiers)
  }

  /// Dossiers as it was before one came to those behind a number, of the area one looks at now.
  func restore(_ visit: Visit) {
    model.visit = nil
    model.allList = visit.list
    model.allList.awaits = []
    if model.allList.ask.area != model.area { (model.allList.ask.area, model.allList.isLoaded) = (model.area, false) }
  }

  /// Back to the number one came from; Dossiers is as it was before.
  /// - Returns: false when one did not come from a number.
  func endVisit() -> Bool {
    guard model.tab == .dossiers, model.opened == nil, let visit = model.visit else { return false }
    restore(visit)
    model.tab = visit.tab
    if model.tab == .pipeline { showPipeline() } else if model.isOnTask { readTask() }
    return true
  }

  /// The households behind the part of a chart under the cursor; where there are none to list it says so.
  func openPart() {
    let parts = model.pipeline.parts
    guard !parts.isEmpty else { return say(model.pipeline.opensNothing[model.language]) }
    showHouseholds(text(of: parts[min(model.pipeline.row, parts.count - 1)].figure))
  }
}

extension Figure {
  /// The households of a column of the board.
  init(column stage: Stage, on today: Day) {
    self = stage == .housed ? .home((today - (Board.homeDays - 1))...today) : .station(stage)
  }

  /// Those of them for whom it takes or took more days.
  fileprivate func longer(than days: Int) -> Figure {
    switch self {
    case .station(let stage): .longest(stage, days: days + 1)
    case .home(let moved): .longestWay(moved, days: days + 1)
    default: self
    }
  }
}
