extension Dossier {
  /// The act was one on several dossiers together: of an act here alone the first event has its id.
  public func wasDoneInSeveral(_ act: EventID) -> Bool {
    story.contains { $0.act == act } && !story.contains { $0.act == act && $0.id == act }
  }
}
