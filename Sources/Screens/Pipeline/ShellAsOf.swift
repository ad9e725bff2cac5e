import Casebook
import Journey
import Terminal

// The board of another day: asked for in a form, computed with progress, shown with a banner.
extension FormState {
  init(askingDay day: Day?, _ language: Language) {
    let field = Field(
      "day", Phrase("Datum", "Date"), .day, required: true, past: true,
      hint: Phrase("1-10, -4w, 30 jun; het bord zoals het toen stond", "1-10, -4w, 30 Jun; the board as it stood"))
    self.init(.asOf, nil, [field], ["day": day?.description ?? ""], language)
  }
}

extension Shell {
  /// - Returns: why not, at its field.
  func showBoard(asOf values: [String: String]) -> Refusal? {
    guard let day = DayText.read(values["day"] ?? "", today: model.today, upTo: model.today - 1) else {
      return Refusal(
        Phrase(
          "geen datum; verwacht 1-10, 30 jun, -4w of 2026-06-30", "no date; expected 1-10, 30 Jun, -4w or 2026-06-30"),
        field: "day")
    }
    guard day < model.today else {
      return Refusal(Phrase("verwacht een dag voor vandaag", "expected a day before today"), field: "day")
    }
    readBoard(asOf: day, of: nil)
    return nil
  }

  /// - Parameter group: whose cards; every story is folded again for it, as no list has them of that day.
  func readBoard(asOf day: Day, of group: HouseholdGroup?) {
    let (area, l) = (model.area, model.language)
    long(
      Phrase("bord van \(model.days.plain(day).trimmed)", "board of \(model.days.plain(day).trimmed)")[l], nil,
      beside: true
    ) { source, goesOn in
      Shell.read {
        guard let past = try source.board(area, asOf: day, of: group, goesOn: goesOn) else {
          return .said(Phrase("Afgebroken: het bord blijft zoals het was.", "Ended: the board stays as it was."))
        }
        return .past(area, past)
      }
    }
  }

  func show(_ past: PastBoard) {
    if let group = past.group { return show(past, of: group) }
    if !model.pipeline.view.isOfAnyDay { model.pipeline.view = .board }
    (model.pipeline.grouping, model.pipeline.entered) = (nil, nil)
    model.pipeline.past = past
    showCards(past)
    if model.pipeline.view != .board {
      model.pipeline.rewind()
      readChart()
    }
    say(PipelineScreen.banner(past.day, model.language))
  }

  /// Only the cards of a group; the board stays that of all, as long as it is of that day.
  private func show(_ past: PastBoard, of group: HouseholdGroup) {
    guard model.pipeline.past?.day == past.day, model.pipeline.grouping == group.grouping else { return }
    (model.pipeline.entered, model.pipeline.filtered) = (group, [:])
    for stage in Board.stages {
      let nobody = Count(number: 0, isCapped: false)
      model.pipeline.filtered[stage] = past.found[stage] ?? .init(households: nobody, overdue: nobody)
    }
    showCards(past)
  }

  func showCards(_ past: PastBoard) {
    model.pipeline.pastCards = [:]
    for stage in Board.stages {
      let lines = past.cards[stage] ?? []
      var list = ListState()
      list.take(lines, .start, limit: lines.count + 1)
      model.pipeline.pastCards[stage] = list
    }
  }
}

extension Model {
  /// Why nothing can be recorded on this screen; nil when it can.
  var recordingRefusal: Refusal? { isReadOnly ? Words.readOnly : pastRefusal }

  /// Why nothing is done on the board on screen; nil when it is of now.
  var pastRefusal: Refusal? {
    guard tab == .pipeline, opened == nil, let past = pipeline.past else { return nil }
    let day = DayText.long(past.day, language)
    return Refusal(
      Phrase("Dit is het bord van \(day); daar is niets meer aan te doen.", "This is the board of \(day); it is past."),
      remedy: pipeline.wayToNow)
  }

  /// On the board of a day that is past, days are counted to it.
  var onItsDay: Model {
    guard tab == .pipeline, opened == nil, let past = pipeline.past else { return self }
    var then = self
    then.today = past.day
    return then
  }

  /// A filter, an owner or a group leaves some of the cards out.
  var isBoardNarrowed: Bool {
    guard pipeline.past == nil else { return pipeline.entered != nil }
    let ask = self[.column(pipeline.stage)].ask
    return !ask.filter.isEmpty || ask.owner != nil || pipeline.entered != nil
  }
}
