import Journey

/// Words people use for what is called otherwise here. The palette and the help find an action by them too, after those whose
/// own name it is.
enum Synonyms {
  /// Words of each language, and the codes of the actions they mean.
  static let all: [(nl: [String], en: [String], codes: [String])] = [
    (
      ["verlof", "vakantie", "vrij", "ziek", "weg"], ["holiday", "leave", "vacation", "sick", "away"],
      ["network-absent"]
    ),
    (["uit dienst", "ontslag", "andere baan"], ["resign", "quit job", "new job"], ["network-leave"]),
    (
      ["opvolgen", "overnemen", "plaatsvervanger"], ["replace", "successor", "replacement"],
      ["network-succeed", "take-over"]
    ),
    (
      ["bellen", "telefoon", "telefoonnummer", "mail", "mailen", "appen", "sms", "gebeld", "gesprek"],
      ["call", "phone", "phone number", "telephone", "mail", "email", "text", "sms", "talk"],
      ["contact", "network-contact", "network-spoke"]
    ),
    (["telefoonnummer", "nummer wijzigen"], ["phone number", "change number"], ["person", "network-change"]),
    (["nieuw mens", "collega", "adresboek"], ["colleague", "add person", "address book"], ["network-join"]),
    (["opmerking", "aantekening", "schrijven"], ["comment", "remark", "write"], ["note"]),
    (["taak", "herinnering", "todo", "klaar"], ["task", "reminder", "todo", "ready"], ["agree", "done"]),
    (["uitstel", "uitstellen", "later"], ["postpone", "delay", "later"], ["reschedule"]),
    (["probleem", "blokkade", "vast"], ["problem", "obstacle", "stuck"], ["block", "unblock"]),
    (["behandelaar", "regisseur", "toewijzen"], ["caseworker", "assign", "handler"], ["assign"]),
    (["status", "beschikking", "verblijf"], ["status", "residence"], ["permit"]),
    (["matchen", "toewijzing gemeente"], ["match", "allocate"], ["link"]),
    (["afwijzen", "nee", "geweigerd"], ["decline", "reject", "no"], ["refuse"]),
    (["woning", "huis", "aanbieding"], ["home", "house", "dwelling"], ["offer", "search", "move"]),
    (["kijken", "bezoek"], ["visit", "look"], ["viewing"]),
    (["huur", "tekenen", "contract", "handtekening"], ["rent", "sign", "contract", "tenancy"], ["lease"]),
    (
      ["verhuizen", "verhuizing", "sleutel", "sleutels", "oplevering", "intrek", "woning betrokken"],
      ["move in", "key handover", "keys", "move house"], ["move"]
    ),
    (["inschrijven", "brp", "gemeentehuis"], ["register address", "enrol"], ["register"]),
    (["tussenwoning", "doorstroomlocatie", "hotel"], ["temporary", "hotel"], ["temporary"]),
    (["gezinshereniging", "familie"], ["reunion", "family"], ["announce-relatives", "relatives-arrived"]),
    (["baby", "kind"], ["baby", "child"], ["born", "member"]),
    (["dood", "gestorven"], ["dead", "died"], ["deceased"]),
    (["scheiden", "scheiding", "uit elkaar"], ["divorce", "separate"], ["split"]),
    (["tolk", "vertalen"], ["interpreter", "translate"], ["language"]),
    (["inburgering", "cursus"], ["integration", "course"], ["intake", "pip"]),
    (["burgerservicenummer", "sofinummer"], ["citizen number", "service number"], ["bsn"]),
    (["gastgezin", "logeren"], ["host", "guest"], ["guest-start", "guest-end"]),
    (["mob", "vermist", "weggelopen"], ["missing", "gone", "runaway"], ["absent", "left"]),
    (
      ["afsluiten", "dossier sluiten", "klaar met", "archief"],
      ["close case", "close dossier", "finish case", "archive"], ["close"]
    ),
    (["wens", "droom"], ["wish", "dream"], ["goal"]),
    (["warm", "overdracht", "doorgeven"], ["handover", "pass on"], ["hand-over"]),
    (["gegevens delen", "deelblad", "sturen"], ["share data", "sheet", "send"], ["share"]),
    (["huisarts", "buurman", "hulp"], ["doctor", "neighbour", "help from"], ["draw-in"]),
    (["terugdraaien", "herstellen", "fout"], ["revert", "mistake", "wrong"], ["undo", "take-back", "correct"]),
    (["zoeken", "vinden", "selecteren"], ["search", "find", "select"], ["filter"]),
    (["stad", "regio", "provincie"], ["city", "region", "province"], ["area"]),
    (["aanmaken", "intake nieuw", "toevoegen"], ["create", "add household"], ["new"]),
    (["afsluiten programma", "uitloggen", "weg uit thuis"], ["exit", "log out", "leave program"], ["quit"]),
    (["tips", "ervaring", "geleerd"], ["tips", "experience", "learned"], ["lessons", "lesson"]),
  ]

  private struct Entry {
    let key: String
    let codes: Set<String>

    /// Whether each of several words begins one of its own, in any order.
    func has(_ words: [Substring]) -> Bool {
      guard words.count > 1 else { return false }
      let own = key.split(separator: " ")
      return words.allSatisfy { word in word.count >= 3 && own.contains { $0.hasPrefix(word) } }
    }
  }

  private static let folded: [Entry] = all.flatMap { row in
    Set(row.nl + row.en).map { Entry(key: Folding.key($0), codes: Set(row.codes)) }
  }

  /// The codes of actions that what is typed is another word for: all of the word, or three
  /// letters and more of its beginning; of several words in any order.
  /// - Parameter typed: folded.
  static func codes(of typed: String) -> Set<String> {
    guard !typed.isEmpty else { return [] }
    var found: Set<String> = []
    let words = typed.split(separator: " ")
    for entry in folded
    where entry.key == typed || typed.count >= 3 && entry.key.hasPrefix(typed) || entry.has(words) {
      found.formUnion(entry.codes)
    }
    return found
  }
}
