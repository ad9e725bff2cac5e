import Journey

extension Rulebook {
  /// `Mitros · M. de Wit`, `u`, `Corporatie`.
  func who(_ contact: Contact?, user: String, _ language: Language) -> String {
    guard let contact else { return "–" }
    if contact.party == .municipality, !user.isEmpty, contact.name == user { return Words.you[language] }
    let place =
      contact.organisation.isEmpty && contact.party != .household
      ? party(contact.party)[language] : contact.organisation
    return [place, contact.name].filter { !$0.isEmpty }.joined(separator: " · ").ifEmpty(party(contact.party)[language])
  }

  /// `Mitros (M. de Wit)`, within a sentence.
  func whoInSentence(_ contact: Contact, user: String, _ language: Language) -> String {
    let text = who(contact, user: user, language)
    let parts = text.split(separator: "·", maxSplits: 1).map { $0.trimmed }
    return parts.count == 2 ? "\(parts[0]) (\(parts[1]))" : text
  }
}

extension StringProtocol {
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension String {
  func ifEmpty(_ other: @autoclosure () -> String) -> String { isEmpty ? other() : self }
}

/// A place as one says it: `GM0344` is Utrecht.
func municipalityName(_ code: String) -> String {
  code.hasPrefix("GM") ? Reference.name(ofMunicipality: code) : code
}
