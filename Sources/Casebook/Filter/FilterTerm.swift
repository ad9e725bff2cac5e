import Journey

/// The terms of the filter language, with their names; the first of each language is the one that is shown.
enum FilterTerm: CaseIterable {
  case stage, municipality, province, reception, turn, organisation, contactPerson, overdue, waited, silent, due,
    inStage, changed, persons,
    relatives
  case blocker, noBlocker, owner, origin, number, name, need, housed, left, linkedBy, movedIn, leadTime, daysWith,
    uncalled, region, sort, open, closed, all

  var names: (nl: [String], en: [String]) {
    switch self {
    case .stage: (["fase"], ["stage"])
    case .municipality: (["gemeente"], ["municipality"])
    case .region: (["regio"], ["region"])
    case .province: (["provincie"], ["province"])
    case .reception: (["opvang", "azc"], ["reception"])
    case .turn: (["aanzet"], ["turn", "waiting"])
    case .organisation: (["organisatie"], ["organisation"])
    case .contactPerson: (["contactpersoon"], ["contact"])
    case .overdue: (["te-laat", "telaat"], ["overdue", "late"])
    case .waited: (["wacht"], ["waited"])
    case .silent: (["stil"], ["silent"])
    case .due: (["termijn"], ["due"])
    case .inStage: (["in-fase"], ["in-stage"])
    case .changed: (["gewijzigd"], ["changed"])
    case .persons: (["personen", "pers"], ["persons"])
    case .relatives: (["nareis"], ["relatives"])
    case .blocker: (["knelpunt", "geblokkeerd"], ["blocker", "blocked"])
    case .noBlocker: (["geen-knelpunt"], ["no-blocker"])
    case .owner: (["regie", "eigenaar"], ["lead", "owner"])
    case .origin: (["herkomst"], ["origin"])
    case .number: (["nummer"], ["number"])
    case .name: (["naam"], ["name"])
    case .need: (["behoefte"], ["need"])
    case .housed: (["gehuisvest", "telt"], ["housed", "counts"])
    case .left: (["verliet"], ["left"])
    case .linkedBy: (["peildatum"], ["reference-date"])
    case .movedIn: (["verhuisd"], ["moved"])
    case .leadTime: (["doorlooptijd"], ["lead-time"])
    case .daysWith: (["dagen-bij"], ["days-with"])
    case .uncalled: (["niet-gebeld"], ["not-called"])
    case .sort: (["orde", "volgorde"], ["sort", "order"])
    case .open: (["open"], ["open"])
    case .closed: (["gesloten"], ["closed"])
    case .all: (["alle"], ["all"])
    }
  }

  /// Says something without a value.
  var standsAlone: Bool {
    switch self {
    case .overdue, .silent, .uncalled, .noBlocker, .open, .closed, .all: true
    default: false
    }
  }

  /// Says something with a value.
  var takesValue: Bool {
    switch self {
    case .noBlocker, .open, .closed, .all: false
    default: true
    }
  }

  /// Its value is a day or a stretch of days.
  var isOfDays: Bool {
    switch self {
    case .due, .changed, .housed, .left, .linkedBy, .movedIn, .uncalled: true
    default: false
    }
  }

  func name(_ language: Language) -> String { language == .nl ? names.nl[0] : names.en[0] }

  init?(named text: String) {
    guard let found = Self.allCases.first(where: { $0.names.nl.contains(text) || $0.names.en.contains(text) }) else {
      return nil
    }
    self = found
  }

  /// As it is written, for somebody who did not.
  var example: Phrase {
    switch self {
    case .stage: Phrase("fase:zoeken", "stage:finding")
    case .municipality: Phrase("gemeente:Utrecht,\"Den Haag\"", "municipality:Utrecht,\"Den Haag\"")
    case .region: Phrase("regio:Amersfoort", "region:Amersfoort")
    case .province: Phrase("provincie:Utrecht", "province:Utrecht")
    case .reception: Phrase("opvang:\"ter apel\"", "reception:\"ter apel\"")
    case .turn: Phrase("aanzet:coa", "turn:coa")
    case .organisation: Phrase("organisatie:Mitros", "organisation:Mitros")
    case .contactPerson: Phrase("contactpersoon:\"J. Jansen\"", "contact:\"J. Jansen\"")
    case .overdue: Phrase("te-laat, te-laat:>14d", "overdue, overdue:>14d")
    case .waited: Phrase("wacht:>14d", "waited:>14d")
    case .silent: Phrase("stil, stil:>14d", "silent, silent:>14d")
    case .due: Phrase("termijn:<vr", "due:<fri")
    case .inStage: Phrase("in-fase:>30d", "in-stage:>30d")
    case .changed: Phrase("gewijzigd:vandaag", "changed:today")
    case .persons: Phrase("personen:>=4", "persons:>=4")
    case .relatives: Phrase("nareis:ja", "relatives:yes")
    case .blocker: Phrase("knelpunt:*", "blocker:*")
    case .noBlocker: Phrase("geen-knelpunt", "no-blocker")
    case .owner: Phrase("regie:ik", "lead:me")
    case .origin: Phrase("herkomst:Eritrea", "origin:Eritrea")
    case .number: Phrase("nummer:2026-004182", "number:2026-004182")
    case .name: Phrase("naam:hassan", "name:hassan")
    case .need: Phrase("behoefte:begane-grond", "need:ground-floor")
    case .housed: Phrase("gehuisvest:2026H2", "housed:2026H2")
    case .left: Phrase("verliet:zoeken@-8w..vandaag", "left:finding@-8w..today")
    case .linkedBy: Phrase("peildatum:2026-10-01", "reference-date:2026-10-01")
    case .movedIn: Phrase("verhuisd:>=-30d", "moved:>=-30d")
    case .leadTime: Phrase("doorlooptijd:>98d", "lead-time:>98d")
    case .daysWith: Phrase("dagen-bij:coa", "days-with:coa")
    case .uncalled: Phrase("niet-gebeld, niet-gebeld:<-14d", "not-called, not-called:<-14d")
    case .sort: Phrase("orde:fase,-personen", "sort:stage,-persons")
    case .open: Phrase("open", "open")
    case .closed: Phrase("gesloten", "closed")
    case .all: Phrase("alle", "all")
    }
  }
}
