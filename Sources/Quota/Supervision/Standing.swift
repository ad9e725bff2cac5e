import Journey

/// Where a municipality stands with the province, by what was posted.
public struct SupervisionStanding: Hashable, Sendable {
  public let municipality: String
  /// Every step, oldest first.
  public let steps: [Filed<TaskEvent.SupervisionStep>]

  public var latest: Filed<TaskEvent.SupervisionStep>? { steps.last }

  /// `2 informatie opvragen`; a dash when no step was taken.
  public func words(_ rules: Rulebook) -> Phrase {
    latest.map { rules.supervisionStep($0.value.step) } ?? Phrase(same: "-")
  }

  /// Terms of earlier steps that still stand, the earliest first. A step that was taken before a term was over does not show
  /// that it was met: the term stands until a step is dated after it, or until the same step is put off with a new term.
  public var earlierTerms: [Day] {
    steps.enumerated().dropLast().compactMap { place, one -> Day? in
      guard let term = one.value.term else { return nil }
      let isEnded = steps[(place + 1)...].contains { later in
        let isPutOff =
          later.value.step == one.value.step && later.value.period == one.value.period && later.value.term != nil
        return isPutOff || later.event.map { $0.day > term } ?? false
      }
      return isEnded ? nil : term
    }.sorted()
  }

  /// What they are called.
  public static let earlierTerm = Phrase("eerdere termijn", "earlier term")

  /// The days that the latest step set and the terms of earlier ones that still stand, the earliest first.
  public var due: [(day: Day, words: Phrase)] {
    guard let step = latest?.value else { return [] }
    let earlier = earlierTerms.map { (day: $0, words: Self.earlierTerm) }
    let term = step.term.map { (day: $0, words: Phrase("termijn", "term")) }
    let review = step.nextReview.map { (day: $0, words: Phrase("volgende beoordeling", "next review")) }
    return (earlier + [term, review].compactMap { $0 }).sorted { $0.day < $1.day }
  }

  /// What should have been done by now, the first of term and next review that is past; nil when nothing is late.
  public func late(_ today: Day) -> (day: Day, words: Phrase)? { due.first { $0.day < today } }
}

extension TaskBook {
  /// - Parameter period: the half-year at hand: of one that is over only steps that were taken for it, or before its end.
  public func supervisionStanding(_ municipality: String, in period: HalfYear? = nil) -> SupervisionStanding {
    let steps = (supervision[municipality] ?? []).filter { step in
      guard let period, let day = step.event?.day else { return true }
      return step.value.period == period || day <= period.last
    }
    return SupervisionStanding(municipality: municipality, steps: steps)
  }
}

extension TaskBook {
  /// Municipalities of an area whose supervision waits for something that should have been done by now.
  public func lateSupervision(_ area: Area, on today: Day) -> [SupervisionStanding] {
    area.municipalities.map { supervisionStanding($0) }.filter { $0.late(today) != nil }
  }
}

extension Rulebook {
  /// The name of a step of the ladder.
  public func supervisionStep(_ code: String) -> Phrase {
    supervision.first { $0.code == code }?.name ?? Phrase(same: code)
  }
}
