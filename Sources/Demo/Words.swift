import Journey

/// What caseworkers write.
enum Words {
  private static let receptions: [String] = Reference.receptionPlaces.map {
    ($0.kind.hasPrefix("aanmeld") ? "aanmeldcentrum " : "azc ") + $0.place
  }
  static func reception(_ dice: inout Dice) -> String { dice.pick(receptions) }

  static let notes = [
    "Gebeld met tolk, de planning is duidelijk.", "Tolk geregeld voor het volgende gesprek.",
    "Wil graag in de buurt van een station wonen, geen harde eis.",
    "Heeft werkervaring in de bouw, doorgegeven aan de consulent.", "Rijbewijs in aanvraag.",
    "Taalles gaat door op de opvanglocatie.", "Vraagt naar de mogelijkheid van een bovenwoning: geen bezwaar.",
    "Fiets gekregen via de kringloop.",
    "Afspraak op het stadhuis verzet naar volgende week.", "Klantprofiel ontvangen en gelezen.",
    "Vrijwilligerswerk in de keuken van de opvang, loopt goed.", "Spreekt redelijk Engels; bellen kan zonder tolk.",
    "Urgentie besproken in het overleg met de corporatie.", "Inrichting: bijzondere bijstand besproken.",
  ]
  static let familyNotes = [
    "Oudste kind zit op de internationale schakelklas.", "Kinderbijslag nog niet aangevraagd, begeleiding pakt dit op.",
    "School in de buurt heeft plaats.", "Gebeld met de ouders, ze begrijpen de planning.",
    "Vraagt of de kinderen samen een kamer kunnen delen: ja.", "Consultatiebureau heeft het dossier ontvangen.",
  ]
  static let agreements = [
    "Huisbezoek met tolk", "Overleg met de corporatie", "Gesprek over verwachtingen", "Inrichting bespreken",
    "Terugbellen over de sleutels", "Documenten nakijken",
  ]
  static let calls = [
    "Stand van zaken besproken.", "Nog geen woning in deze prijsklasse.",
    "Verwacht over twee weken iets vrij te komen.",
    "Gevraagd naar de grootte van het huishouden.", "Bevestigd per mail.", "Planning doorgenomen.",
    "Nieuwbouwcomplex komt later op dan gedacht.", "Terugbelverzoek achtergelaten.", "Huurprijs en toeslag nagerekend.",
  ]
  static let waits = [
    "Antwoord op de zoekopdracht", "Voorstel voor een woning", "Datum voor oplevering", "Terugkoppeling na het overleg",
    "Uitslag van de toewijzing",
  ]
  static let withdrawn = [
    ("landlord", "Woning toch aan een ander toegewezen."), ("home-unfit", "Vochtproblemen, herstel duurt maanden."),
    ("municipality", "Woning nodig voor een groter gezin."), ("home-unfit", "Oplevering uitgesteld."),
  ]
  static let refusals = [
    ("place", "Wil bij familie in de stad wonen."), ("too-small", "Vindt de slaapkamers te klein."),
    ("medical", "Kan de trap niet op, verklaring volgt."), ("expectation", "Had een eengezinswoning verwacht."),
    ("family", "Te ver van broer en zijn gezin."), ("work-study", "Opleiding begint in een andere stad."),
    ("safety", "Voelt zich niet veilig in deze buurt."),
  ]
  static let returned = [
    ("size", "Voor dit aantal personen komt dit jaar niets vrij."), ("bsn-missing", "BSN ontbreekt nog steeds."),
    ("criterion-elsewhere", "Behandeling loopt in een andere regio."), ("other", "In overleg met COA terug."),
  ]
  static let relinked = [
    ("family", "Zus woont daar met haar gezin."), ("hard-criterion", "Arbeidscontract daar getekend."),
    ("other", "Ruil binnen de regio."),
  ]
  static let blockers = [
    ("size", "Zes kamers of meer nodig"), ("no-supply", "Geen aanbod dit kwartaal"), ("rent", "Huur boven de grens"),
    ("ground-floor", "Alleen bovenwoningen beschikbaar"), ("documents", "Vertaalde akte nog niet binnen"),
    ("renovation", "Renovatie loopt uit"), ("income", "Uitkering nog niet rond"),
    ("unreachable", "Neemt de telefoon niet op"),
    ("medical", "Aangepaste badkamer nodig"), ("criterion", "Nog niet zeker of het criterium hard is"),
  ]
  /// What helped, by blocker: what others may read.
  static let lessons: [String: [String]] = [
    "size": [
      "Twee corporaties ruilden woningen.", "De regio zocht mee; een buurgemeente had zes kamers vrij.",
      "De corporatie hield een grote woning vast zodra de koppeling bekend was.",
      "Een woning met zolder telde na overleg als passend.",
    ],
    "no-supply": [
      "Elke maandag bellen leverde de eerste vrije woning op.", "Een flexwoning gaf tijd tot de nieuwbouw klaar was.",
      "In de prestatieafspraken stond een aantal; daar hield de corporatie zich aan.",
    ],
    "rent": [
      "De huurtoeslag vooraf uitgerekend: de woning bleek betaalbaar.",
      "De corporatie verlaagde de huur tot de aftoppingsgrens.",
    ],
    "ground-floor": [
      "Een woning met lift voldeed ook.", "Een oudere buurman wilde naar een appartement; zijn begane grond kwam vrij.",
    ],
    "documents": [
      "De tolk vertaalde de akte voorlopig; de beëdigde vertaling volgde.",
      "De balie nam een verklaring onder ede aan.",
    ],
    "renovation": [
      "De aannemer leverde de slaapkamers eerst op.", "Een wisselwoning in dezelfde straat tot de oplevering.",
    ],
    "income": [
      "De melding gedaan op de dag van tekenen; een voorschot kwam binnen drie weken.",
      "Het college betaalde de eerste huur rechtstreeks.",
    ],
    "unreachable": [
      "De opvang gaf een briefje mee in de eigen taal.", "Een bericht in plaats van bellen werkte meteen.",
    ],
    "medical": [
      "De Wmo paste de badkamer aan voor de verhuizing.",
      "Een brief over wat nodig is, zonder de ziekte te noemen, was genoeg.",
    ],
    "criterion": [
      "COA legde het criterium in één gesprek vast met bewijs van het contract.",
      "De behandelaar bevestigde dat het ook dichterbij kan.",
    ],
  ]
  /// What helped most, when all is done.
  static let endLessons = [
    "De begeleiding begon al in de opvang.", "Een vaste contactpersoon van begin tot eind.",
    "De school was geregeld voor de verhuizing.", "De brede intake was klaar voor de sleutel.",
  ]
  static let helped = [
    "Opgelost in het overleg met de corporatie.", "Afgehandeld.", "Alsnog een woning gevonden.", "Afgestemd met COA.",
  ]
}
