import Journey

extension Line {
  /// A household as a list would show it, made of its story: on a day that is past no list has it.
  init(_ dossier: Dossier, _ standing: Standing, _ language: Language) {
    let (next, way) = (standing.next, standing.wholeWay?.due)
    self.init(
      id: dossier.id, name: dossier.name, persons: dossier.members.count,
      toCome: dossier.persons.count { $0.place == .abroad }, stage: dossier.stage,
      stageSince: dossier.stageSince, municipality: dossier.municipality.map(municipalityName) ?? "",
      waitingOn: standing.turn?.contact, waitingSince: standing.turn?.since,
      lastContact: standing.turn.flatMap { dossier.lastSign(of: Contact($0.contact.party)) }, due: next?.due?.day,
      dueTitle: next?.title ?? Phrase(same: ""), dueRule: next?.due?.term?.name[language] ?? "",
      dueOwner: next?.due?.term == nil ? nil : next?.owner.party,
      stepOwner: standing.otherOwner,
      blocker: dossier.blockers.first?.code, blockerText: dossier.blockers.first?.text ?? "", wayStart: way?.start,
      wayDue: way?.day, owner: dossier.owner,
      origin: Reference.originName(nationality: dossier.head?.nationality ?? "")[language],
      reception: dossier.reception, changed: dossier.story.last?.day, version: dossier.sequence, anchor: 0)
  }

  /// The order of a list by urgency: the earliest due day, then who heard nothing longest, never first, then the number.
  func isMoreUrgent(than other: Line) -> Bool {
    func place(_ line: Line) -> (Int32, Int32, DossierID) {
      (line.due?.number ?? .max, line.lastContact?.number ?? 0, line.id)
    }
    return place(self) < place(other)
  }
}
