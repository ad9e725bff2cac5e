extension Dossier {
  /// Events of working together, and those that pass the household on.
  mutating func foldTogether(_ event: Event) {
    switch event.body {
    case .drawnIn(let drawn): drawIn(drawn, event)
    case .released(let released): release(released, event.day)
    case .goalSet(let goal): set(goal, event)
    case .goalDiscussed(let discussed): discuss(discussed, event.day)
    case .planAgreed(let plan): agree(plan, event.day)
    case .handedOver(let over): handOver(over, event)
    case .takenOver(let over): takeOver(over, event)
    default: passOn(event)
    }
  }
}
