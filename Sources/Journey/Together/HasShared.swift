extension Dossier {
  /// Something of the household went out by this act.
  public func hasShared(by act: EventID) -> Bool {
    story.contains { event in
      guard event.act == act, case .sheetShared = event.body else { return false }
      return !takenBack.contains(event.id)
    }
  }
}
