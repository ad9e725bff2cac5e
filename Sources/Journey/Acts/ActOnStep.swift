extension Act {
  /// Why this is not done to a step that is open; nil when it is, or is about no step.
  public func refusal(of step: Standing.Step, in dossier: Dossier, _ rules: Rulebook, today: Day) -> Refusal? {
    let body: Event.Body
    switch self {
    case .done: body = .stepDone(.init(step.key))
    case .waive: body = .stepWaived(.init(step.key, step.title.nl))
    case .reschedule where step.overall:
      return Refusal(Phrase("\(step.title.nl) verzet u niet.", "\(step.title.en) cannot be moved."))
    default: return nil
    }
    do throws(Refusal) {
      try Guard.values(body, on: today, dossier, rules, today: today)
      return nil
    } catch {
      return error
    }
  }
}
