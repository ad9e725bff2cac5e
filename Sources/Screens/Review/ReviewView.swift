import Journey
import Terminal

/// A household in a review: why it stands here, what happened, and what is decided about it.
struct ReviewView {
  let model: Model
  let review: ReviewState
  let state: DossierState

  private var l: Language { model.language }
  private var dossier: Dossier { state.dossier }

  func draw(in area: Rect, on canvas: inout Canvas) {
    head(in: area, on: &canvas)
    let track = Rect(x: area.x + 1, y: area.y + 1, width: area.width - 2, height: 2)
    let way = state.standing.wholeWay?.due.map { ($0.start, $0.day) }
    TrackBar(stage: dossier.stage, since: dossier.stageSince, way: way, model: model).draw(in: track, on: &canvas)
    let body = area.split(top: 3).rest
    let (upper, lower) = body.split(bottom: min(9, max(5, body.height / 3)))
    let isWide = area.width >= 76
    let (left, right) = upper.split(left: isWide ? area.width * 2 / 5 : area.width)
    canvas.box(upper, title: Phrase("Waarom hier", "Why here")[l], titleStyle: .dim)
    why(in: left.inset(left: 2, top: 1, right: 1, bottom: 1), on: &canvas)
    if isWide {
      // The story shares its left line with the pane beside it.
      let story = Rect(x: right.x, y: right.y, width: right.width, height: right.height)
      StoryPane(model: model, state: state).draw(in: story, on: &canvas)
    }
    canvas.box(
      lower, title: Phrase("Besluit · wie doet wat · volgend moment", "Decision · who does what · next moment")[l])
    decided(in: lower.inset(2, 1), on: &canvas)
    // Without a line of the story to stand on, reading begins at the household.
    if canvas.cursor == nil { canvas.cursor = (area.x, area.y) }
  }

  private func head(in area: Rect, on canvas: inout Canvas) {
    let left = " " + Self.heading(review, dossier, l)
    canvas.put(left, x: area.x, y: area.y, width: area.width, style: .title)
    let room = area.width - TextWidth.of(left) - 4
    if TextWidth.of(review.meeting) <= room {
      canvas.put(review.meeting, x: area.endX - TextWidth.of(review.meeting) - 1, y: area.y, style: .dim)
    }
  }

  /// `Overleg › 3 van 20 · AL-HASSAN, Rima · 4 personen`.
  static func heading(_ review: ReviewState, _ dossier: Dossier, _ l: Language) -> String {
    let place = Phrase("\(review.index + 1) van \(review.ids.count)", "\(review.index + 1) of \(review.ids.count)")[l]
    let skipped = review.skipped.contains(dossier.id) ? Phrase(" · overgeslagen", " · skipped")[l] : ""
    return Phrase("Overleg › ", "Review › ")[l] + place + " · " + dossier.name + " · "
      + Digits.persons(dossier.members.count)[l] + skipped
  }

  // MARK: - Why

  private func why(in area: Rect, on canvas: inout Canvas) {
    let label = min(10, area.width / 3)
    var y = area.y
    for fact in Self.facts(state, model) {
      for (index, part) in TextWidth.wrap(fact.text, width: max(1, area.width - label - 1)).enumerated() {
        guard y < area.endY else { return }
        if index == 0 { canvas.put(fact.label, x: area.x, y: y, width: label, style: .dim) }
        if fact.isBad { canvas.put("!", x: area.x + label - 1, y: y, width: 1, style: .bad) }
        canvas.put(part, x: area.x + label + 1, y: y, width: area.width - label - 1, style: fact.isBad ? .bad : .normal)
        y += 1
      }
    }
  }

  /// Due, whose turn and since when, silence, what holds it up, and what happened last.
  static func facts(_ state: DossierState, _ model: Model) -> [(label: String, text: String, isBad: Bool)] {
    let (l, dossier, today) = (model.language, state.dossier, model.today)
    let line = Line(dossier, dossier.standing(model.rules), l)
    var facts: [(label: String, text: String, isBad: Bool)] = []
    if let due = line.due {
      let rule = line.dueRule.isEmpty ? "" : ", " + line.dueRule
      let title = line.dueTitle[l] + line.dueOwnerText(model.rules, l, user: model.user)
      facts.append(
        (
          Words.due[l],
          "\(title): \(model.days.short(due)), \(model.days.distance(due))\(rule)",
          due < today
        )
      )
    } else {
      facts.append((Words.due[l], Phrase("geen", "none")[l], false))
    }
    if let turn = state.standing.turn {
      let text = WaitWords.sentence(turn.contact, since: turn.since, text: turn.text, model)
      facts.append((Words.turn[l], text, false))
    }
    if let days = line.silence(today) {
      let isLong = line.isSilent(today, model.rules)
      let tooLong = isLong ? Phrase(", te lang", ", too long")[l] : ""
      facts.append((Words.silence[l], model.days.days(days) + tooLong, isLong))
    }
    for blocker in dossier.blockers {
      let text = [model.rules.blocker(blocker.code)[l], blocker.text].filter { !$0.isEmpty }.joined(separator: ", ")
      facts.append(
        (
          Phrase("Knelpunt", "Blocker")[l],
          text + Phrase(", sinds ", ", since ")[l] + model.days.plain(blocker.since).trimmed, false
        ))
    }
    let town = dossier.municipality.map(municipalityName) ?? dossier.reception
    facts.append((dossier.municipality == nil ? Stage.reception.name[l] : Words.municipality[l], town, false))
    if let last = state.river.first(where: { $0.isPast && !$0.isTakenBack })?.event {
      let words = EventWords(dossier: dossier, rules: model.rules, language: l, user: model.user)
      facts.append(
        (
          Phrase("Laatst", "Latest")[l], "\(model.days.plain(last.day).trimmed): \(words.line(last).replacingNewlines)",
          false
        ))
    }
    return facts
  }

  // MARK: - Decided

  private func decided(in area: Rect, on canvas: inout Canvas) {
    let lines = Self.decided(state, review, model)
    let shown = lines.isEmpty ? [(Self.question[l], Style.dim)] : lines.map { ($0, Style.normal) }
    var y = area.y
    for (text, style) in shown {
      for part in TextWidth.wrap(text, width: max(1, area.width)) {
        guard y < area.endY else { return }
        canvas.put(part, x: area.x, y: y, width: area.width, style: style)
        y += 1
      }
    }
  }

  static let question = Phrase(
    "Nog niets besloten. d legt vast wat u besluit, wie aan zet is en wanneer het terugkomt; elke andere handeling kan ook. Spatie: volgende.",
    "Nothing decided yet. d records what you decide, who is to act and when it comes back; any other act works too. Space: next."
  )

  /// What was recorded about it during the review.
  static func decided(_ state: DossierState, _ review: ReviewState, _ model: Model) -> [String] {
    let words = EventWords(dossier: state.dossier, rules: model.rules, language: model.language, user: model.user)
    return state.river.filter { $0.isPast && !$0.isTakenBack && $0.day == review.day }.compactMap(\.event).filter {
      $0.actor.name == model.user || $0.body.kind == .reviewed
    }.filter { $0.recordedAt >= review.began }.reversed().map { words.line($0).replacingNewlines }
  }
}
