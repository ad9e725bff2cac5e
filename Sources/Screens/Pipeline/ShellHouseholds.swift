import Casebook
import Journey
import Terminal

// From a number to the households behind it: a list in Dossiers with the filter that says so, and back.
extension Shell {
  /// What the numbers of the column in focus are of, to choose from.
  func chooseHouseholds() {
    let (stage, l) = (model.pipeline.stage, model.language)
    let head = BoardHead(model.pipeline.board, stage)
    func entry(_ name: Phrase, _ filter: String) -> Binding {
      Binding(verb: .households(filter), keys: [], name: name, help: Phrase(same: filter), group: Words.dossiers)
    }
    let all = stage == .housed ? Self.homeTerm(model.today, l) : stage.filterTerm(l)
    var entries = [entry(Phrase(same: BoardView.households(head.households, l)), filterText(all))]
    if let late = head.overdue {
      entries.append(
        entry(
          Phrase("\(late.grouped(l)) te laat", "\(late.grouped(l)) late"),
          filterText(all, Phrase("te-laat", "overdue")[l])))
    }
    let longer = stage == .housed ? Phrase("doorlooptijd:>", "lead-time:>") : Phrase("in-fase:>", "in-stage:>")
    for (days, name) in [(head.median, Phrase("de mediaan", "the median")), (head.p85, Phrase(same: "P85"))] {
      guard let days else { continue }
      entries.append(
        entry(
          Phrase("langer dan \(name.nl), \(days) d", "longer than \(name.en), \(days) d"),
          filterText(all, longer[l] + "\(days)d")))
    }
    for group in model.pipeline.groups(stage) {
      entries.append(
        entry(
          Phrase(same: "\(group.households.grouped(l)) ") + group.name(model.rules),
          filterText(all, group.filterTerm(l))))
    }
    model.overlay = .palette(PaletteState(entries: entries, kind: .households))
  }

  /// Who moved in during the days of the last column: `verhuisd:2026-10-25..2026-11-23`.
  static func homeTerm(_ today: Day, _ l: Language) -> String {
    Phrase("verhuisd:", "moved:")[l] + "\(today - (Board.homeDays - 1))..\(today)"
  }

  /// Beside what narrows the board already.
  private func filterText(_ terms: String...) -> String {
    var all = terms
    if let group = model.pipeline.entered { all.append(group.filterTerm(model.language)) }
    let typed = model[.column(model.pipeline.stage)].ask.filter
    if !typed.isEmpty { all.append(typed.contains(" ") ? "(\(typed))" : typed) }
    return all.joined(separator: " ")
  }

  /// Those of the column in focus that are past their day.
  func lookAtLate() {
    guard model.pipeline.stage != .housed else {
      return say(Phrase("Hier is niets te laat.", "Nothing is late here.")[model.language])
    }
    let l = model.language
    showHouseholds(filterText(model.pipeline.stage.filterTerm(l), Phrase("te-laat", "overdue")[l]))
  }

  /// In Dossiers; going back leads to where one is now.
  func showHouseholds(_ filter: String) {
    model.visit = Visit(tab: model.tab, list: model.allList)
    let owner = model.tab == .pipeline ? model[.column(model.pipeline.stage)].ask.owner : nil
    let area = model.area
    model.tab = .dossiers
    change(.dossiers) {
      $0.ask = Ask(filter: filter, owner: owner, area: area)
      ($0.isLoaded, $0.lines, $0.cursor, $0.count, $0.view) = (false, [], nil, nil, nil)
    }
    reload(.dossiers)
  }

  /// Back to the number one came from; Dossiers is as it was before.
  /// - Returns: false when one did not come from a number.
  func endVisit() -> Bool {
    guard model.tab == .dossiers, model.opened == nil, let visit = model.visit else { return false }
    model.visit = nil
    model.allList = visit.list
    model.tab = visit.tab
    if model.tab == .pipeline { showPipeline() } else if model.isOnTask { readTask() }
    return true
  }

  /// The households that wait now on the party under the cursor of a chart.
  func openPart() {
    guard let chart = model.pipeline.chart, !chart.parties.isEmpty else { return }
    let party = chart.parties[min(model.pipeline.row, chart.parties.count - 1)]
    let l = model.language
    let way = l == .nl ? "fase:>=vergund fase:<thuis" : "stage:>=permit stage:<home"
    showHouseholds(way + " " + Phrase("aanzet:", "turn:")[l] + party.rawValue.ifEmpty(Phrase("geen", "none")[l]))
  }
}
