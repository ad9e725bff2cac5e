import Journey
import Screens

/// A whole dossier for programs: what `thuis show` prints.
struct DossierJSON {
  let dossier: Dossier
  let rules: Rulebook
  let language: Language
  let today: Day
  /// Of people of the network, where it has one.
  var phones: [Contact: String] = [:]

  func json(row: [String: JSON]) -> JSON {
    let standing = dossier.standing(rules)
    var all = row
    all["household"] = .list(dossier.persons.map(person))
    all["reception"] = dossier.reception.isEmpty ? .null : .text(dossier.reception)
    all["outcome"] = JSON(dossier.outcome?.rawValue)
    all["needs"] = needs
    all["network"] = .list(dossier.network.map(contact))
    all["blockers"] = .list(dossier.blockers.map(blocker))
    all["steps"] = .list(standing.steps.map(step))
    all["terms"] = .list(standing.steps.compactMap(term))
    all["waited"] = .list(
      dossier.waited(rules, through: today).map {
        .object(["party": .text($0.party.rawValue), "days": .number($0.days)])
      })
    all.merge(TogetherJSON(dossier: dossier, rules: rules, language: language).parts) { $1 }
    all["events"] = .list(dossier.story.map(event))
    return .object(all)
  }

  private func person(_ person: Person) -> JSON {
    .object([
      "id": .text(person.id.description), "given": .text(person.given), "prefix": .text(person.prefix),
      "surname": .text(person.surname), "birth": JSON(person.birth), "sex": JSON(person.sex?.rawValue),
      "nationality": JSON(person.nationality.map { Reference.nationality(code: $0)?.name ?? $0 }),
      "relation": .text(person.relation.rawValue), "vNumber": JSON(person.vNumber?.masked),
      "bsn": JSON(person.bsn?.masked), "phone": JSON(person.phone), "place": .text(person.place.rawValue),
      "guardianship": JSON(person.guardianship?.rawValue), "language": JSON(person.spoken?.tongue.rawValue),
      "interpreter": person.spoken.map { JSON.flag($0.needsInterpreter) } ?? JSON.null,
    ])
  }

  private var needs: JSON {
    .object([
      "rooms": JSON(dossier.needs.rooms), "maxRent": JSON(dossier.needs.maxRent),
      "features": .list(dossier.needs.features.map { .text($0.rawValue) }),
      "criteria": .list(
        dossier.criteria.map {
          .object(["kind": .text($0.kind.rawValue), "hard": .flag($0.kind.isHard), "place": .text($0.place)])
        }),
    ])
  }

  private func contact(_ entry: Dossier.NetworkEntry) -> JSON {
    guard case .object(var parts) = entry.contact.json(rules, language) else { return .null }
    parts["lastContact"] = JSON(entry.spoken)
    parts["phone"] = JSON(phones[entry.contact])
    return .object(parts)
  }

  private func blocker(_ blocker: Dossier.OpenBlocker) -> JSON {
    .object([
      "code": .text(blocker.code), "name": .text(rules.blocker(blocker.code)[language]), "text": .text(blocker.text),
      "since": .text(blocker.since.description),
    ])
  }

  private func step(_ step: Standing.Step) -> JSON {
    let state: (String, Day?, String?) =
      switch step.state {
      case .open: ("open", nil, nil)
      case .done(let day): ("done", day, nil)
      case .waived(let day, let why): ("waived", day, why)
      }
    return .object([
      "key": .text(step.key.rawValue), "title": .text(step.title[language]), "domain": .text(step.domain),
      "owner": step.owner.json(rules, language), "person": JSON(step.person), "since": .text(step.since.description),
      "due": JSON(step.due?.day), "state": .text(state.0), "stateSince": JSON(state.1), "why": JSON(state.2),
      "mandatory": .flag(step.mandatory),
    ])
  }

  private func term(_ step: Standing.Step) -> JSON? {
    guard let due = step.due, step.isOpen else { return nil }
    return .object([
      "step": .text(step.key.rawValue), "rule": .text(due.term?.id ?? "agreement"),
      "name": .text(due.ruleName[language]),
      "start": .text(due.start.description), "due": .text(due.day.description),
      "length": JSON(due.term?.length), "kind": JSON(due.term?.force.rawValue), "source": JSON(due.term?.source),
      "edition": .text(rules.edition), "movedBecause": JSON(due.moved), "overdueDays": .number(max(0, today - due.day)),
    ])
  }

  private func event(_ event: Event) -> JSON {
    let words = EventWords(dossier: dossier, rules: rules, language: language, user: "")
    let effective = dossier.effective(event)
    let detail = words.detail(effective.body)
    return .object([
      "id": .text(event.id.description), "sequence": .number(event.sequence), "day": .text(effective.day.description),
      "recordedAt": .number(Int(event.recordedAt)), "actor": .text(event.actor.name),
      "party": .text(event.actor.party.rawValue), "source": .text(event.source.rawValue),
      "act": .text(event.act.description), "kind": .text(event.body.wireName), "name": .text(words.name(event.body)),
      "takenBack": .flag(dossier.takenBack.contains(event.id)),
      "text": detail.isEmpty ? .null : .text(detail),
    ])
  }
}
