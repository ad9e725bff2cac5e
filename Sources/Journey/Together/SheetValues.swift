/// What a dossier says for each field of a share sheet. The only place where a sheet gets anything from.
struct SheetValues {
  let dossier: Dossier
  let rules: Rulebook
  let today: Day

  /// Of one person; nil when it is not known.
  func value(_ field: SheetField, of person: Person) -> Phrase? {
    switch field {
    case .names: same(person.fullName)
    case .age:
      person.birth.map { Digits.counted($0.age(on: today), Phrase("jaar", "year"), Phrase("jaar", "years")) }
    case .birthDate:
      person.birth.map { birth in
        Phrase("geboren ", "born ")
          + (birth.day == nil
            ? Phrase(same: "\(birth)")
            : Phrase(DayText.dated(birth.earliest, .nl), DayText.dated(birth.earliest, .en)))
      }
    case .sex: person.sex.flatMap { sex in ActChoices.sexes.first { $0.code == sex.rawValue }?.name }
    case .relation: ActChoices.relations.first { $0.code == person.relation.rawValue }?.name
    case .vNumber: person.vNumber.map { Phrase("V-nummer \($0.rawValue)", "V-number \($0.rawValue)") }
    case .bsn: person.bsn.map { Phrase(same: "BSN \($0.rawValue)") }
    case .guardianship:
      person.guardianship.flatMap { care in ActChoices.guardianships.first { $0.code == care.rawValue }?.name }
    case .language: person.spoken?.name
    default: nil
    }
  }

  /// Of the household; nil when it is not known.
  ///
  /// - Parameter persons: whom the sheet is about; `named`: it says who they are.
  func value(_ field: SheetField, about persons: [Person], named: Bool) -> Phrase? {
    let marks = dossier.marks
    switch field {
    case .size: return same(String(dossier.members.count))
    case .contact: return dossier.head.flatMap { same(joined([$0.fullName, $0.phone ?? ""])) }
    case .rooms: return dossier.needs.rooms.flatMap { same(String($0)) }
    case .maxRent: return dossier.needs.maxRent.flatMap { same("€ \($0)") }
    case .features: return list(dossier.needs.features.map(\.name))
    case .criteria:
      return list(
        dossier.criteria.map { criterion in
          let place = criterion.placeName
          return rules.criteria.named(criterion.kind.rawValue) + Phrase(same: place.isEmpty ? "" : " (\(place))")
        })
    case .relatives:
      let count = dossier.persons.count { $0.place == .abroad }
      if count == 0 { return nil }
      let words = Phrase("\(count) verwacht", "\(count) expected")
      return marks[.relativesExpected].map { words + Phrase(same: ", ") + said($0) } ?? words
    case .reception: return same(dossier.reception)
    case .municipality: return dossier.municipality.flatMap { same(Reference.name(ofMunicipality: $0)) }
    case .caseworker: return same(dossier.owner)
    case .permitDate: return day(marks[.household(.permitGranted)])
    case .address: return same(dossier.housing?.address ?? dossier.offer?.home.address ?? "")
    case .landlord:
      return dossier.offer.flatMap { same(joined([$0.home.landlord.organisation, $0.home.landlord.name])) }
    case .rent: return dossier.offer?.home.rent.flatMap { same("€ \($0)") }
    case .leaseStart: return day(dossier.offer?.lease?.start)
    case .movedIn: return day(dossier.housing?.since)
    case .openSteps: return list(openSteps(about: persons, named: named))
    case .names, .age, .birthDate, .sex, .relation, .vNumber, .bsn, .guardianship, .language: return nil
    }
  }

  /// Steps of the rulebook only: what people wrote themselves stays in the dossier.
  private func openSteps(about persons: [Person], named: Bool) -> [Phrase] {
    dossier.standing(rules).steps.compactMap { step in
      guard step.isOpen, !step.overall, rules.step(step.key.step) != nil else { return nil }
      let until = step.due.map { Phrase(same: ", ") + said($0.day) } ?? Phrase(same: "")
      guard let id = step.person else { return step.title + until }
      guard let person = persons.first(where: { $0.id == id }) else { return nil }
      return step.title + Phrase(same: named ? " (\(person.given))" : "") + until
    }
  }

  private func day(_ day: Day?) -> Phrase? { day.map(said) }
  private func said(_ day: Day) -> Phrase { Phrase(DayText.long(day, .nl), DayText.long(day, .en)) }
  private func same(_ text: String) -> Phrase? { text.isEmpty ? nil : Phrase(same: text) }
  private func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: ", ") }
  private func list(_ phrases: [Phrase]) -> Phrase? {
    phrases.isEmpty
      ? nil : Phrase(phrases.map(\.nl).joined(separator: "; "), phrases.map(\.en).joined(separator: "; "))
  }
}
