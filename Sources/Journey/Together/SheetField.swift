/// What of a household can be on a share sheet: a closed list. Nationality, the story, notes and agreements are not in it,
/// so no rule can share them.
public enum SheetField: String, Sendable, CaseIterable, Codable {
  // of each person
  case names, age, birthDate = "birth-date", sex, relation, vNumber = "v-number", bsn, guardianship, language
  // of the household
  case size, contact, rooms, maxRent = "max-rent", features, criteria, relatives, reception, municipality, caseworker
  case permitDate = "permit-date", address, landlord, rent, leaseStart = "lease-start", movedIn = "moved-in"
  case openSteps = "open-steps"

  public var isOfEachPerson: Bool {
    switch self {
    case .names, .age, .birthDate, .sex, .relation, .vNumber, .bsn, .guardianship, .language: true
    default: false
    }
  }

  public var name: Phrase {
    switch self {
    case .names: Phrase("Namen", "Names")
    case .age: Phrase("Leeftijd", "Age")
    case .birthDate: Phrase("Geboortedatum", "Date of birth")
    case .sex: Phrase("Geslacht", "Sex")
    case .relation: Phrase("Plaats in het gezin", "Place in the family")
    case .vNumber: Phrase("V-nummer", "V-number")
    case .bsn: Phrase("BSN", "BSN")
    case .guardianship: Phrase("Voogdij", "Guardianship")
    case .language: Phrase("Taal en tolk", "Language and interpreter")
    case .size: Phrase("Personen", "Persons")
    case .contact: Phrase("Contactpersoon", "Contact person")
    case .rooms: Phrase("Kamers nodig", "Rooms needed")
    case .maxRent: Phrase("Huur tot", "Rent up to")
    case .features: Phrase("Nodig in de woning", "Needed in the home")
    case .criteria: Phrase("Plaatsingscriteria", "Placement criteria")
    case .relatives: Phrase("Nareis", "Relatives to follow")
    case .reception: Phrase("Opvanglocatie", "Reception centre")
    case .municipality: Phrase("Gemeente", "Municipality")
    case .caseworker: Phrase("Regie", "Case owner")
    case .permitDate: Phrase("Vergunning", "Permit")
    case .address: Phrase("Adres", "Address")
    case .landlord: Phrase("Verhuurder", "Landlord")
    case .rent: Phrase("Huur", "Rent")
    case .leaseStart: Phrase("Huur gaat in", "Lease starts")
    case .movedIn: Phrase("Verhuisd", "Moved in")
    case .openSteps: Phrase("Nog te doen", "Still to do")
    }
  }

  /// A household may have none: silence then says so, and nobody has to find it out.
  var mayBeNone: Bool {
    switch self {
    case .features, .criteria, .relatives, .guardianship, .openSteps: true
    default: false
    }
  }

  /// Why a sheet without it is without it.
  func whyLeftOut(of sheet: SheetRule) -> Phrase {
    switch self {
    case .bsn: Phrase("mag alleen waar een wet het noemt (UAVG art. 46)", "only where a law names it (UAVG art. 46)")
    case .vNumber:
      Phrase(
        "mag alleen tussen overheden en wie de wet noemt (Vw 2000 art. 107)",
        "only between public bodies and those the law names (Vw 2000 art. 107)")
    case .birthDate where sheet.fields.contains(.age): Phrase("de leeftijd volstaat", "the age is enough")
    case .age where sheet.fields.contains(.birthDate):
      Phrase("volgt uit de geboortedatum", "follows from the date of birth")
    default: Phrase("niet nodig voor dit doel", "not needed for this purpose")
    }
  }
}
