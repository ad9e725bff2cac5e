import Journey

/// An act that was taken back, and perhaps done again, with all that was recorded of it: one line of the story.
struct Folded: Sendable {
  /// In the order of recording; what was taken back is among them as long as it does not count.
  var events: [Event]
  /// Its first event: what it is about.
  var meant: Event
  /// Taken back as it stands now; else done again.
  var isTakenBack: Bool

  /// The latest taking back or doing again.
  var last: Event { events[events.count - 1] }

  /// All of a dossier, each by the act that was taken back.
  static func all(_ dossier: Dossier) -> [Folded] {
    var order: [EventID] = []
    var undos: [EventID: [Event]] = [:]
    for event in dossier.story where event.body.takesBack {
      guard let act = dossier.meant(by: event.act)?.act else { continue }
      if undos[act] == nil { order.append(act) }
      undos[act, default: []].append(event)
    }
    return order.compactMap { act in
      let own = dossier.story.filter { $0.act == act }
      guard let first = own.first, let undos = undos[act] else { return nil }
      let isTakenBack = own.contains { dossier.takenBack.contains($0.id) }
      return Folded(events: (isTakenBack ? own : []) + undos, meant: dossier.effective(first), isTakenBack: isTakenBack)
    }
  }

  /// `Teruggenomen: notitie, door u, 12:04`
  func text(_ language: Language, user: String) -> String {
    let head = isTakenBack ? Phrase("Teruggenomen: ", "Taken back: ") : Phrase("Opnieuw gedaan: ", "Done again: ")
    let who = last.actor.name
    let by =
      who.isEmpty ? "" : Phrase(", door ", ", by ")[language] + (who == user ? Phrase("u", "you")[language] : who)
    return head[language] + meant.body.name[language].lowercasedFirst + by + ", " + LocalTime(last.recordedAt).clock
  }
}
