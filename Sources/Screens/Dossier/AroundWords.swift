import Casebook
import Journey

/// Somebody around a household: how to reach them, whether they are there and who stands in for them.
struct AroundWords {
  let entry: Around
  /// As the network has them; nil: not.
  let row: PartnerRow?
  let deputy: PartnerRow?
  let state: DossierState
  let model: Model

  private var l: Language { model.language }

  var details: TextState {
    var lines: [(label: String, text: String)] = []
    func add(_ nl: String, _ en: String, _ text: String) {
      if !text.isEmpty { lines.append((Phrase(nl, en)[l], text)) }
    }
    if entry.contact.party == .household {
      for person in state.dossier.members { add("Telefoon", "Phone", phone(of: person)) }
    } else if let row {
      add("Functie", "Function", row.card.function)
      add("Telefoon", "Phone", row.card.phone.ifEmpty(entry.drawn?.phone ?? ""))
      add("Mail", "Mail", row.card.mail)
      add("Let op", "Note", FormState.note(row, model.days)?[l].capitalizedFirst ?? "")
      add("Vervanger", "Deputy", nameOfDeputy(row))
    } else if entry.contact.name.isEmpty {
      lines.append(("", Phrase("Nog niemand bij naam bekend.", "Nobody known by name yet.")[l]))
      add("Telefoon", "Phone", entry.drawn?.phone ?? "")
    } else if let phone = entry.drawn?.phone {
      add("Telefoon", "Phone", phone)
    } else {
      lines.append(
        ("", Phrase("Nog niet in het netwerk: geen nummer bekend.", "Not in the network yet: no number known.")[l]))
    }
    add("Betrokken voor", "Drawn in for", entry.drawn?.purpose ?? "")
    if let released = entry.drawn?.released {
      add("Klaar op", "Done on", DayText.long(released.day, l))
      add("Afloop", "Ending", released.text.ifEmpty("–"))
    }
    add("Gesproken", "Spoken to", entry.spoken.map { DayText.long($0, l) } ?? Phrase("nog niet", "not yet")[l])
    if entry.hasTurn, let turn = state.standing.turn { add("Aan zet sinds", "Turn since", DayText.long(turn.since, l)) }
    var text = TextState(title: model.rules.who(entry.contact, user: model.user, l), lines: lines)
    text.phone = number(in: lines)
    return text
  }

  /// As one dials it, without whose it is.
  private func number(in lines: [(label: String, text: String)]) -> String? {
    if entry.contact.party == .household {
      return state.dossier.members.lazy.compactMap(\.phone).first { !$0.isEmpty }
    }
    return lines.first { $0.label == Phrase("Telefoon", "Phone")[l] }?.text
  }

  private func phone(of person: Person) -> String {
    guard let phone = person.phone, !phone.isEmpty else { return "" }
    return "\(phone) (\(person.given))"
  }

  /// With their number, where the network has them.
  private func nameOfDeputy(_ row: PartnerRow) -> String {
    guard let deputy else { return row.away?.deputy ?? row.card.deputy }
    return [deputy.contact.name, deputy.card.phone, deputy.card.mail].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
