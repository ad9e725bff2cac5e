import Casebook
import Journey

// A household that was just entered and is not in the list one looks at: why, and how to get back to it.
extension Shell {
  func lookWhether(isListed dossier: Dossier) {
    guard model.listName != .none else { return }
    let (ask, today) = (model.list.ask, model.today)
    work { source in
      (try? source.isListed(dossier.id, ask, today: today)) == false ? .unlisted(dossier, ask) : .nothing
    }
  }

  /// Beside what was said of its opening.
  func unlisted(_ dossier: Dossier, _ ask: Ask) {
    guard model.opened?.id == dossier.id, let said = model.status, said.kind == .good else { return }
    let why = model.whyUnlisted(dossier, ask)
    let palette = model.keyText(of: .palette).ifEmpty(":")
    let text =
      Phrase(" Het staat niet in de lijst: ", " It is not in the list: ") + why
      + Phrase("; \(palette) met de naam opent het.", "; \(palette) with the name opens it.")
    say(said.text + text[model.language], .good)
  }
}

extension Model {
  /// Every reason there is; where one looks at a stage, in which it is.
  func whyUnlisted(_ dossier: Dossier, _ ask: Ask) -> Phrase {
    var reasons: [Phrase] = []
    let query = try? Query.parse(ask.filter, today: today, rules: rules, user: user).get()
    let isInside = ask.area == .country || query?.namesMunicipality == true
    if !isInside, !(dossier.municipality.map { ask.area.municipalities.contains($0) } ?? false) {
      let town = dossier.municipality.map { Phrase("hoort bij ", "belongs to ") + Phrase(same: municipalityName($0)) }
      reasons.append(
        (town ?? Phrase("nog aan geen gemeente gekoppeld", "linked to no municipality yet"))
          + Phrase(" (u kijkt naar ", " (you look at ") + ask.area.spokenName + Phrase(same: ")"))
    }
    if let owner = ask.owner, owner != dossier.owner {
      let whose =
        dossier.owner.isEmpty
        ? Phrase("van niemand", "nobody's") : Phrase("van \(dossier.owner)", "with \(dossier.owner)")
      reasons.append(whose + Phrase(" (u kijkt naar uw eigen dossiers)", " (you look at your own dossiers)"))
    }
    if !ask.filter.isEmpty {
      reasons.append(Phrase("past niet in dit filter", "does not match this filter"))
    } else if reasons.isEmpty {
      reasons.append(Phrase("staat in ", "is in ") + dossier.stage.name)
    }
    return reasons.dropFirst().reduce(reasons[0]) { $0 + Phrase(same: "; ") + $1 }
  }
}
