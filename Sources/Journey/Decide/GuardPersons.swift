// Who may belong to a household.
extension Guard {
  static func newcomer(_ person: Person, _ d: Dossier, _ today: Day) throws(Refusal) {
    if d.person(person.id) != nil {
      throw Refusal(Phrase("Persoon \(person.id.rawValue) bestaat al.", "Person \(person.id.rawValue) exists already."))
    }
    try named(person, today)
    try unique(person, d)
  }

  /// A number belongs to one person.
  static func unique(_ person: Person, _ d: Dossier) throws(Refusal) {
    for other in d.persons where other.id != person.id {
      if let bsn = person.bsn, bsn == other.bsn {
        throw Refusal(Phrase("Dit BSN is van \(other.fullName).", "This BSN is \(other.fullName)'s."), field: "bsn")
      }
      if let number = person.vNumber, number == other.vNumber {
        throw Refusal(
          Phrase("Dit V-nummer is van \(other.fullName).", "This V-number is \(other.fullName)'s."), field: "vnumber")
      }
    }
  }

  static func named(_ person: Person, _ today: Day) throws(Refusal) {
    if let birth = person.birth, birth.earliest > today {
      throw Refusal(
        Phrase("De geboortedatum ligt in de toekomst.", "The date of birth is in the future."), field: "birth")
    }
    if person.surname.isEmpty && person.given.isEmpty {
      throw Refusal(Phrase("Een persoon heeft een naam.", "A person has a name."), field: "surname")
    }
  }

  static func nobody(_ id: PersonID) -> Refusal {
    Refusal(
      Phrase(
        "Persoon \(id.rawValue) hoort hier niet (meer) bij.", "Person \(id.rawValue) does not belong here (any more)."),
      field: "person")
  }
}
