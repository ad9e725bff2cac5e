import Journey

extension Line {
  /// A household as a list would show it, made of its story: on a day that is past no list has it.
  init(_ dossier: Dossier, _ rules: Rulebook, _ language: Language) {
    let standing = dossier.standing(rules)
    let (next, way) = (standing.next, standing.wholeWay?.due)
    self.init(
      id: dossier.id, name: dossier.name, persons: dossier.members.count, stage: dossier.stage,
      stageSince: dossier.stageSince, municipality: dossier.municipality.map(municipalityName) ?? "",
      waitingOn: standing.turn?.contact, waitingSince: standing.turn?.since,
      lastContact: standing.turn.flatMap { dossier.lastContact(with: $0.contact.party) }, due: next?.due?.day,
      dueTitle: next?.title ?? Phrase(same: ""), dueRule: next?.due?.term?.name[language] ?? "",
      blocker: dossier.blockers.first?.code, blockerText: dossier.blockers.first?.text ?? "", wayStart: way?.start,
      wayDue: way?.day, owner: dossier.owner,
      origin: Reference.originName(nationality: dossier.head?.nationality ?? "")[language],
      reception: dossier.reception, changed: dossier.story.last?.day, version: dossier.sequence, anchor: 0)
  }

  /// The order of a list by urgency: the earliest due day, then who heard nothing longest, then the number.
  func isMoreUrgent(than other: Line) -> Bool {
    let (mine, others) = (due?.number ?? .max, other.due?.number ?? .max)
    if mine != others { return mine < others }
    let heard = { (line: Line) in [line.lastContact, line.waitingSince].compactMap(\.self).max()?.number ?? .max }
    return heard(self) != heard(other) ? heard(self) < heard(other) : id < other.id
  }
}
