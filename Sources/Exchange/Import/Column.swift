import Journey

/// The columns of the house's own file. The raw value is the Dutch name in the header.
public enum Column: String, CaseIterable, Sendable, Hashable {
  case household = "huishouden"
  case vNumber = "v_nummer"
  case bsn
  case given = "voornamen"
  case prefix = "voorvoegsel"
  case surname = "achternaam"
  case birth = "geboortedatum"
  case sex = "geslacht"
  case nationality = "nationaliteit"
  case relation = "relatie"
  case permit = "vergunning"
  case permitDate = "vergunning_datum"
  case reception = "opvanglocatie"
  case screeningDate = "gesprek_datum"
  case municipality = "koppeling_gemeente"
  case linkDate = "koppeling_datum"
  case offerDate = "aanbod_datum"
  case address = "adres"
  case leaseDate = "contract_datum"
  case moveDate = "verhuis_datum"
  case needs = "woonbehoefte"
  case criteria = "harde_criteria"
  case phone = "telefoon"
  case note = "opmerking"

  /// A column by its Dutch name or an English or other common one; case and punctuation do not matter.
  public static func named(_ header: String) -> Column? { byKey[Folding.key(header)] }

  private static let byKey: [String: Column] = {
    var index: [String: Column] = [:]
    for column in allCases {
      for name in [column.rawValue] + column.synonyms { index[Folding.key(name)] = column }
    }
    return index
  }()

  private var synonyms: [String] {
    switch self {
    case .household:
      ["household", "household_id", "huishouden_id", "huishoudnummer", "gezin", "gezinsnummer", "family"]
    case .vNumber: ["vnummer", "v_number", "vnumber", "v_nr", "vnr", "vreemdelingennummer", "alien_number"]
    case .bsn: ["burgerservicenummer", "citizen_service_number", "bsn_nummer"]
    case .given: ["voornaam", "given_names", "given_name", "first_names", "first_name", "given"]
    case .prefix: ["voorvoegsels", "tussenvoegsel", "tussenvoegsels", "prefix", "surname_prefix"]
    case .surname: ["geslachtsnaam", "familienaam", "naam", "surname", "last_name", "family_name"]
    case .birth: ["geboren", "geb_datum", "geboorte_datum", "date_of_birth", "birth_date", "birthdate", "born"]
    case .sex: ["sex", "gender", "m_v", "geslachtsaanduiding"]
    case .nationality: ["nationality", "nationaliteiten", "land_van_herkomst", "herkomst"]
    case .relation: ["relation", "relationship", "gezinsrelatie", "rol"]
    case .permit: ["permit", "verblijfsvergunning", "verblijfstitel", "permit_kind", "residence_permit"]
    case .permitDate: ["permit_date", "datum_vergunning", "vergund_op", "vergunningdatum"]
    case .reception: ["reception", "reception_location", "opvang", "azc", "coa_locatie"]
    case .screeningDate: ["screening_date", "datum_gesprek", "huisvestingsgesprek", "screening"]
    case .municipality: ["link_municipality", "municipality", "gemeente", "koppelgemeente", "linked_municipality"]
    case .linkDate: ["link_date", "linked_on", "datum_koppeling", "koppeldatum"]
    case .offerDate: ["offer_date", "offered_on", "datum_aanbod", "datum_woningaanbod"]
    case .address: ["address", "woonadres", "adres_woning"]
    case .leaseDate: ["lease_date", "contract_date", "lease_signed", "datum_contract", "huurcontract_datum"]
    case .moveDate: ["move_date", "moved_on", "datum_verhuizing", "verhuisdatum", "datum_huisvesting"]
    case .needs: ["needs", "housing_needs", "woonwensen", "woonbehoeften"]
    case .criteria: ["hard_criteria", "criteria", "harde_criterium", "plaatsingscriteria"]
    case .phone: ["phone", "telephone", "telefoonnummer", "mobiel"]
    case .note: ["note", "notes", "remark", "remarks", "opmerkingen", "toelichting"]
    }
  }
}
