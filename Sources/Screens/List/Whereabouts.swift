import Journey

extension Line {
  /// Where a household went that left a list, by what became otherwise: `AL-HASSAN, Rima staat nu in Aanbod`.
  func whereabouts(since was: Line, _ language: Language) -> String {
    let phrase: Phrase =
      if stage == .closed, was.stage != .closed {
        Phrase("\(name) is gesloten", "\(name) is closed")
      } else if stage != was.stage {
        Phrase("\(name) staat nu in ", "\(name) is now in ") + stage.name
      } else if municipality != was.municipality {
        municipality.isEmpty
          ? Phrase("\(name) is nu aan geen gemeente gekoppeld", "\(name) is now linked to no municipality")
          : Phrase("\(name) hoort nu bij \(municipality)", "\(name) now belongs to \(municipality)")
      } else if owner != was.owner {
        owner.isEmpty
          ? Phrase("\(name) is nu van niemand", "\(name) is now nobody's")
          : Phrase("\(name) is nu van \(owner)", "\(name) is now with \(owner)")
      } else {
        Phrase("\(name) past niet meer in deze lijst", "\(name) no longer fits this list")
      }
    return phrase[language]
  }
}
