/// Answers that say who a person is.
extension Answers {
  func birth() throws(Refusal) -> PartialDate? {
    let given = text("birth")
    if given.isEmpty { return nil }
    if let date = PartialDate(typed: given, today: today) { return date }
    throw Refusal(
      Phrase(
        "Verwacht 1988, 1988-03, 1988-03-21 of 21-3-1988, niet voor 1800.",
        "Expected 1988, 1988-03, 1988-03-21 or 21-3-1988, not before 1800."), field: "birth")
  }

  func sex() throws(Refusal) -> Person.Sex? {
    text("sex").isEmpty ? nil : Person.Sex(rawValue: try choice("sex", ActChoices.sexes))
  }

  func bsn() throws(Refusal) -> BSN {
    let given = text("bsn").filter(\.isNumber)
    guard let bsn = BSN(rawValue: given.count == 8 ? "0" + given : given) else {
      throw Refusal(
        Phrase(
          "Geen geldig BSN: verwacht 9 cijfers die de elfproef doorstaan.",
          "Not a valid BSN: expected 9 digits that pass the eleven-test."), field: "bsn")
    }
    return bsn
  }

  func vNumber() throws(Refusal) -> VNumber {
    guard let number = VNumber(rawValue: text("vnumber").filter(\.isNumber)) else {
      throw Refusal(Phrase("Een V-nummer heeft 10 cijfers.", "A V-number has 10 digits."), field: "vnumber")
    }
    return number
  }

  /// Numbers, nationality and phone, where they were filled in.
  func fillNumbers(_ person: inout Person) throws(Refusal) {
    if !text("bsn").isEmpty { person.bsn = try bsn() }
    if !text("vnumber").isEmpty { person.vNumber = try vNumber() }
    if !text("phone").isEmpty { person.phone = text("phone") }
    if !text("nationality").isEmpty {
      guard let found = Reference.findNationality(text("nationality")) else {
        throw Refusal(Phrase("Onbekende nationaliteit.", "Unknown nationality."), field: "nationality")
      }
      person.nationality = found.code
    }
  }
}

extension PartialDate {
  /// A date of birth as it is typed: `1988`, `1988-03`, `mrt 1988`, `3-1988`, or a whole day however it is written.
  public init?(typed text: String, today: Day) {
    let parts = text.lowercased().split { " -/.".contains($0) }.map(String.init)
    if let date = PartialDate(text) {
      self = date
    } else if parts.count == 2, parts[1].count == 4, let year = Int(parts[1]),
      let month = Int(parts[0]) ?? DayText.monthNumber(parts[0])
    {
      self.init(year: year, month: month)
    } else if let day = DayText.read(text, today: today) {
      self.init(year: day.parts.year, month: day.parts.month, day: day.parts.day)
    } else {
      return nil
    }
  }
}
