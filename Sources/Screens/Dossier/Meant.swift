import Journey

extension Dossier {
  /// The event that an act is about: of a taking back, through however many times it was done again, what it took back.
  func meant(by act: EventID) -> Event? {
    var event = story.first { $0.act == act }
    while case .undone(let undone)? = event?.body {
      event = story.first { undone.events.contains($0.id) }
    }
    return event
  }
}
