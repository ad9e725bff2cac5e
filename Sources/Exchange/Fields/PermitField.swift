import Journey

extension Fields {
  /// The kind of asylum permit, from a residence title of the register (26, 27)
  /// or from words. Any other ground to stay is rejected with the reason: it is outside the housing task.
  public static func permit(_ text: String) -> FieldReading<Event.Permit.Kind> {
    let key = Folding.key(text)
    if saysNothing(key) { return .empty }
    if let code = residenceCode(key) { return permit(title: code) }
    let words = Set(key.split(separator: " ").map(String.init))
    func has(_ parts: String...) -> Bool { parts.contains { key.contains($0) } }

    if has("asielzoeker", "in procedure", "asylum seeker", "aanvraag", "pending") {
      return .rejected(
        Phrase(
          "Nog in procedure: er is geen vergunning, dus geen taakstelling.",
          "Still in procedure: no permit yet, so outside the task."))
    }
    if has("tijdelijke bescherming", "temporary protection", "ontheemd", "displaced", "2001 55")
      || words.contains("rtb")
    {
      return .rejected(
        Phrase(
          "Tijdelijke bescherming (Richtlijn 2001/55) telt niet voor de taakstelling.",
          "Temporary protection (Directive 2001/55) does not count for the task."))
    }
    if has("regulier", "regular", "student", "arbeid", "kennismigrant") {
      return .rejected(
        Phrase(
          "Een reguliere vergunning telt niet voor de taakstelling; verwacht een asielvergunning.",
          "A regular permit does not count for the task; expected an asylum permit."))
    }
    if has("geweigerd", "afgewezen", "ingetrokken", "refused", "rejected", "withdrawn") {
      return .rejected(Phrase("Er is geen geldige vergunning.", "There is no valid permit."))
    }
    if has("afgeleid", "nareis", "nareiziger", "derived", "family reunion", "gezinshereniging") {
      return .value(.derived)
    }
    if has("uitgenodigd", "hervestig", "resettle", "invited refugee", "unhcr") { return .value(.resettled) }
    if has("onbepaald", "onbep", "permanent", "indefinite", "artikel 33", "art 33") {
      return .value(.permanent)
    }
    if has("bepaalde tijd", "vva bep", "temporary", "fixed term", "artikel 28", "art 28", "asylum temp")
      || words.contains("bep") && has("asiel", "vva")
    {
      return .value(.temporary)
    }
    if [
      "asiel", "asielvergunning", "verblijfsvergunning asiel", "asylum", "asylum permit", "vva", "statushouder",
      "vergunninghouder", "permit holder",
    ].contains(key) {
      return .value(
        .temporary,
        repair: Phrase(
          "Soort asielvergunning niet genoemd: bepaalde tijd gekozen, zoals elke eerste vergunning.",
          "Kind of asylum permit not named: temporary was chosen, as every first permit is."))
    }
    return .rejected(
      Phrase(
        "Verwacht asiel bepaalde tijd, asiel onbepaalde tijd, nareis of uitgenodigd (of verblijfstitel 26, 27).",
        "Expected asylum temporary, asylum permanent, derived or resettled (or residence title 26, 27)."))
  }

  /// `26`, `titel 26`, `verblijfstitel 26`, `code 26`.
  private static func residenceCode(_ key: String) -> String? {
    let words = key.split(separator: " ")
    guard let last = words.last, last.utf8.count <= 2, last.utf8.allSatisfy({ (48...57).contains($0) }),
      words.count == 1 || words.count == 2 && ["titel", "verblijfstitel", "code", "title", "vbt"].contains(words[0])
    else { return nil }
    return String(last)
  }

  private static func permit(title code: String) -> FieldReading<Event.Permit.Kind> {
    guard let title = Reference.residenceTitle(code: code) else {
      return .rejected(
        Phrase(
          "Verblijfstitel \(code) bestaat niet; verwacht 26 of 27.",
          "There is no residence title \(code); expected 26 or 27."))
    }
    switch title.code {
    case "26": return .value(.temporary)
    case "27": return .value(.permanent)
    default:
      return .rejected(
        Phrase(
          "Verblijfstitel \(title.code) (\(title.name)) is geen asielvergunning en telt niet voor de taakstelling.",
          "Residence title \(title.code) (\(title.name)) is no asylum permit and does not count for the task."))
    }
  }
}
