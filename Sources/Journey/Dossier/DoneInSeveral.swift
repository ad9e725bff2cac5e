extension Dossier {
  /// The act was recorded as one on several dossiers, or in another: of an act on this one the first event has its id.
  public func wasDoneInSeveral(_ act: EventID) -> Bool {
    story.contains { $0.act == act } && !story.contains { $0.act == act && $0.id == act }
  }
}
