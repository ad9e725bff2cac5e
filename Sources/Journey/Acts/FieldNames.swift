extension Field {
  /// What it is called on a command line, in each language: `--tekst` and `--text`. The English is its name.
  public var option: Phrase { Self.option(name) }

  /// The same, of the field of that name.
  public static func option(_ name: String) -> Phrase { Phrase(dutch[name] ?? name, name) }

  /// One word for each name, whatever form asks it; what is the same in both languages is here too.
  static let dutch: [String: String] = [
    // of a dossier
    "text": "tekst", "day": "datum", "reason": "reden", "person": "persoon", "persons": "personen", "helped": "hielp",
    "address": "adres", "until": "tot", "party": "partij", "organisation": "organisatie", "name": "naam",
    "channel": "hoe", "turn": "aan-zet", "next": "volgende", "blocker": "knelpunt", "step": "stap", "due": "uiterlijk",
    "owner": "eigenaar", "meeting": "overleg", "permit": "vergunning", "municipality": "gemeente", "hard": "hard",
    "verdict": "oordeel", "start": "ingang", "kind": "soort", "place": "plaats", "rooms": "kamers", "rent": "huur",
    "features": "voorzieningen", "criteria": "criteria", "expected": "verwacht", "home": "naar-huis", "fits": "past",
    "language": "taal", "interpreter": "tolk", "guardianship": "voogdij", "other": "ander", "outcome": "uitkomst",
    "event": "gebeurtenis", "why": "waarom",
    // of a person
    "given": "voornamen", "prefix": "voorvoegsel", "surname": "achternaam", "birth": "geboren", "sex": "geslacht",
    "relation": "relatie", "vnumber": "vnummer", "bsn": "bsn", "nationality": "nationaliteit", "phone": "telefoon",
    "reception": "opvang", "permitted": "vergund",
    // together
    "drawn": "betrokken", "goal": "doel", "present": "aanwezig", "change": "wissel", "care": "let-op",
    "points": "punten", "call": "gesprek", "purpose": "waarvoor",
    // of the task
    "evidence": "bewijs", "source": "bron", "action": "actie", "as-of": "stand-op", "published": "gepubliceerd",
    "from": "van", "to": "naar", "agreement": "afspraak", "homes": "woningen", "size": "grootte", "letter": "brief",
    "term": "termijn", "review": "beoordeling", "balance": "saldo", "excusable": "verschoonbaar", "lead": "trekker",
    "members": "leden", "rhythm": "ritme", "desk": "afdeling", "who": "wie", "budget": "budget", "period": "halfjaar",
  ]
}

extension [Field] {
  /// The one that goes by this word in either language; its own English name comes first. Last comes its label, where no
  /// other has that too: `--volgend-moment`. Where an agreement must be said it is the reason.
  public func called(_ word: String) -> Field? {
    if let named = first(where: { $0.name == word }) ?? first(where: { $0.option.nl == word }) { return named }
    let reason = Field.option("reason")
    if [reason.nl, reason.en].contains(word), let agreed = first(where: { $0.name == "agreement" && $0.required }) {
      return agreed
    }
    let labelled = filter { [$0.label.slug.nl, $0.label.slug.en].contains(word) }
    return labelled.count == 1 ? labelled[0] : nil
  }
}

extension Phrase {
  /// As one types it on a command line: small letters, and hyphens for blanks.
  package var slug: Phrase { Phrase(Self.slug(nl), Self.slug(en)) }

  package static func slug(_ text: String) -> String { Folding.key(text).replacing(" ", with: "-") }
}
