import Casebook
import Journey
import Terminal

// A review: it walks, its acts are those of an open dossier, and its minutes write themselves.
extension Shell {
  /// What a verb does while a review is on.
  /// - Returns: false when it does what it does everywhere.
  func runInReview(_ verb: Verb) -> Bool {
    switch verb {
    case .review where model.review == nil:
      show(FormState(startingReview: model.pipeline.stage, user: model.shownName, model.language))
    case .reviewNext: walk(1)
    case .reviewPrevious: walk(-1)
    case .reviewSkip: skip()
    case .reviewMinutes: readMinutes()
    case .saveMinutes:
      show(
        FormState(savingMinutesOf: model.review?.day ?? model.today, in: source.path(of: ""), model.language))
    case .endReview: endReview()
    case .tab where model.review != nil: askToEndReview()
    case .back where model.review != nil && model.opened?.filter == nil:
      // From another dossier back to the one at hand; from that one to the minutes.
      if model.isReviewing { readMinutes() } else if let current = model.review?.current { open(current) }
    default: return false
    }
    return true
  }

  /// - Returns: why not, at its field.
  func startReview(_ values: [String: String]) -> Refusal? {
    // It came while one was asked who is at it.
    if let refusal = model.pastRefusal { return refusal }
    guard let count = Field.number(values["count"] ?? ""), (1...500).contains(count) else {
      return Refusal(Phrase("verwacht een getal van 1 tot 500", "expected a number from 1 to 500"), field: "count")
    }
    let (area, today, l) = (model.area, model.today, model.language)
    var ask = Ask(filter: model[.column(model.pipeline.stage)].ask.filter, area: area)
    ask.owner = model[.column(model.pipeline.stage)].ask.owner
    if values["which"] == "stage" {
      ask.figure = .station(model.pipeline.stage)
    } else {
      let way = l == .nl ? "fase:>=vergund fase:<thuis" : "stage:>=permit stage:<home"
      ask.filter = (ask.filter.isEmpty ? "" : "(\(ask.filter)) ") + way
    }
    let meeting = area.spokenName[l] + ": " + (values["present"] ?? "")
    work { [ask] source in
      Shell.read {
        let ids = try source.ids(ask, limit: count, today: today)
        return .review(ReviewState(area: area, day: today, began: Stamps.live.now(), meeting: meeting, ids: ids))
      }
    }
    return nil
  }

  func begin(_ review: ReviewState) {
    guard let first = review.ids.first else {
      return say(
        Phrase("Er zijn hier geen huishoudens onderweg.", "No households are on their way here.")[model.language])
    }
    (model.pipeline.past, model.pipeline.pastCards) = (nil, [:])
    model.review = review
    model.review?.seen.insert(first)
    open(first)
  }

  private func walk(_ steps: Int) {
    guard var review = model.review else { return }
    let isMoved = review.move(steps)
    model.review = review
    if isMoved, let id = review.current { return open(id) }
    say(
      (steps > 0
        ? Phrase("Dit was het laatste; q toont het verslag.", "This was the last; q shows the minutes.")
        : Phrase("Dit is het eerste.", "This is the first."))[model.language])
  }

  private func skip() {
    if let id = model.review?.current { model.review?.skipped.insert(id) }
    walk(1)
  }

  /// The page so far.
  private func readMinutes() {
    guard let review = model.review else { return }
    let (rules, user, l) = (model.rules, model.user, model.language)
    work { source in
      Shell.read {
        let dossiers = try review.looked.compactMap { try source.dossier($0) }
        let minutes = Minutes(
          on: review.day, review.area, dossiers, skipped: review.skipped, atHand: review.atHand,
          glanced: review.glanced, rules: rules, user: user, absent: source.network.absent(today: review.day),
          began: review.began)
        return .minutes(minutes.text(l, present: review.meeting))
      }
    }
  }

  func show(minutes lines: [String]) {
    let l = model.language
    let back = Phrase(
      "q of Esc gaat terug naar het overleg, E beëindigt het.", "q or Esc goes back to the review, E ends it.")
    var shown: [(label: String, text: String)] = lines.map { ("", $0) }
    shown += [
      ("", ""), ("", Phrase("⏎ bewaart dit in een bestand.", "⏎ saves this in a file.")[l]),
      ("", back[l]),
    ]
    model.review?.minutes = lines
    model.overlay = .minutes(TextState(title: Phrase("Verslag", "Minutes")[l], lines: shown))
  }

  func pressMinutes(_ key: Key, _ old: TextState) {
    var text = old
    let last = TextView(model: model, text: text).last
    switch key {
    case .enter:
      model.overlay = nil
      return run(.saveMinutes)
    case .character("E"):
      model.overlay = nil
      return run(.endReview)
    case .escape, .character("q"): return model.overlay = nil
    default: guard key.scrolls(&text.top, last: last) else { return }
    }
    model.overlay = .minutes(text)
  }

  /// Its minutes go with it: asked before another screen comes.
  private func askToEndReview() {
    ask(
      Phrase("Het overleg beëindigen?", "End the review?"),
      Phrase(
        "Besluiten staan in de dossiers; een verslag dat niet is bewaard is dan weg.",
        "Decisions are in the dossiers; minutes that were not saved are gone then."),
      does: Phrase("beëindig het", "end it"), leaves: Phrase("blijf in het overleg", "stay in the review"), .endReview)
  }

  private func endReview() {
    (model.review, model.opened) = (nil, nil)
    say(Phrase("Het overleg is klaar.", "The review is done.")[model.language])
    refreshPipeline()
  }
}

extension Model {
  /// The dossier on screen is the one the review is at.
  var isReviewing: Bool { review != nil && opened != nil && review?.current == opened?.id }

  /// What going back is in a review, from the household at hand: its minutes come first.
  var endingReview: (name: Phrase, help: Phrase)? {
    guard isReviewing, lessons == nil, opened?.filter == nil else { return nil }
    return (
      Phrase("verslag en einde", "minutes and end"),
      Phrase(
        "Het verslag; daar beëindigt E het overleg en gaat q terug.",
        "The minutes; there E ends the review and q goes back.")
    )
  }

  func addReview(_ all: inout [Binding]) {
    guard isReviewing, let opened else { return }
    let group = Phrase("Overleg", "Review")
    func add(_ verb: Verb, _ keys: [Key], _ name: Phrase, _ help: Phrase, frequent: Bool = true) {
      all.append(Binding(verb: verb, keys: keys, name: name, help: help, group: group, isFrequent: frequent))
    }
    add(
      .reviewNext, [.character(" ")], Phrase("volgende", "next"),
      Phrase("Het volgende huishouden.", "The next household."))
    // What one is there for comes before all other acts.
    all += acts(on: opened.dossier, opened.standing, frequent: [.review]).prefix(1)
    add(
      .reviewPrevious, [.backspace], Phrase("vorige", "previous"),
      Phrase("Het vorige huishouden.", "The household before."), frequent: false)
    add(
      .reviewSkip, [.character("s")], Phrase("sla over", "skip"),
      Phrase("Het volgende; dit staat in het verslag als overgeslagen.", "The next; the minutes say it was skipped."))
    add(
      .reviewMinutes, [.character("m"), .character("E")], Phrase("verslag", "minutes"),
      Phrase(
        "Het verslag tot nu toe; daar bewaart Enter het en beëindigt E het overleg.",
        "The minutes so far; there Enter saves them and E ends the review.")
    )
    add(
      .saveMinutes, [], Phrase("bewaar verslag", "save minutes"),
      Phrase("Het verslag als bestand.", "The minutes as a file."), frequent: false)
    add(
      .endReview, [], Phrase("beëindig overleg", "end review"), Phrase("Het overleg is klaar.", "The review is done."),
      frequent: false)
  }
}
