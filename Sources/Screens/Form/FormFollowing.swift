import Journey
import Terminal

// What follows when one answer changes another: of another party or organisation another person.
extension FormState {
  /// Another party has another person and organisation: those this household has there, unless something was typed over
  /// them. Of many each has its own there.
  mutating func followParty(_ language: Language) {
    guard let party = values(language)["party"], fields.contains(where: { $0.name == "organisation" }) else { return }
    let begun = ["name": defaults["name"] ?? "", "organisation": defaults["organisation"] ?? ""]
    let none = ["name": "", "organisation": ""]
    let filled = filledFor ?? (defaults["party"] ?? "", begun)
    guard party != filled.party, isChoice(party, of: "party") else { return }
    let known: [String: String]
    if let dossier {
      let isGiver = giver?.isGiver(dossier.contact(at: PartyID(party))) == true
      known = isGiver ? none : Act.contact(at: party, of: dossier)
    } else if !many.isEmpty {
      known = party == defaults["party"] ? begun : none
    } else {
      return
    }
    for (name, text) in known {
      let typed = lines[name]?.text.trimmed
      guard typed == filled.texts[name] || !many.isEmpty && typed == "" else { continue }
      lines[name] = TextLine(text)
      suggested.insert(name)
      if !many.isEmpty, let index = fields.firstIndex(where: { $0.name == name }) {
        ownFields.insert(name)
        fields[index].hint = Self.leftToEach
      }
    }
    filledFor = (party, known)
    filledName = nil
  }

  /// At another organisation works another person: whoever was filled in gives way to whom this household has there.
  mutating func followOrganisation() {
    if case .partner = purpose { return }
    guard let dossier, let place = lines["organisation"]?.text.trimmed, let name = lines["name"]?.text.trimmed else {
      return
    }
    let begun = filledFor?.texts ?? defaults
    guard let own = begun["organisation"], !own.isEmpty, name == filledName ?? begun["name"] else { return }
    let isOther = Folding.key(place) != Folding.key(own)
    let other = isOther ? Act.person(at: place, of: dossier) : begun["name"] ?? ""
    guard other != name else { return }
    lines["name"] = TextLine(other)
    suggested.insert("name")
    filledName = other
  }

  static let leftToEach = Phrase("leeg: voor ieder het eigen", "empty: for each its own")

  /// Fills somebody in with where they work; whoever is of another party brings that along.
  mutating func choose(_ contact: Contact) {
    lines["name"] = TextLine(contact.name)
    if lines["organisation"] != nil { lines["organisation"] = TextLine(contact.organisation) }
    guard party(language) != contact.party, isChoice(contact.party.rawValue, of: "party"),
      let field = fields.first(where: { $0.name == "party" })
    else { return }
    lines["party"] = TextLine(FormState.shown(contact.party.rawValue, field, language))
    errors["party"] = nil
    filledFor = (contact.party.rawValue, ["name": contact.name, "organisation": contact.organisation])
  }

  func isChoice(_ code: String, of name: String) -> Bool {
    guard case .choice(let choices)? = fields.first(where: { $0.name == name }).map(narrowed)?.kind else {
      return false
    }
    return choices.contains { $0.code == code }
  }
}
