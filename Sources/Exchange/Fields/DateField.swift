import Journey

extension Fields {
  /// `2026-09-11`, `11-9-2026`, `11/09/2026`, `11.9.2026`, `20260911`, `11 sep 2026`, `September 11, 2026`, also with a
  /// time behind it; `1980`, `03-1980`, `1980-03-00`, `00-00-1980`, `19800000` are incomplete dates. Two-digit years,
  /// month before day and serial numbers of spreadsheets are not guessed.
  public static func date(_ text: String) -> FieldReading<PartialDate> {
    let (dateText, time) = withoutTime(text)
    let key = Folding.key(dateText)
    if saysNothing(key) { return .empty }
    var words = key.split(separator: " ").map(String.init).filter { !weekdays.contains($0) && $0 != "de" }
    if words.count == 1, let word = words.first, word.utf8.count == 8, Int(word) != nil {
      words = [String(word.prefix(4)), String(word.dropFirst(4).prefix(2)), String(word.suffix(2))]
    }
    guard (1...3).contains(words.count) else { return .rejected(expectedDate) }
    let named = words.firstIndex { months[$0] != nil }
    var numbers: [Int] = []
    for (index, word) in words.enumerated() where index != named {
      guard let number = Int(word), (1...4).contains(word.utf8.count) || word.utf8.count == 5 else {
        return .rejected(expectedDate)
      }
      numbers.append(number)
    }
    if words.count == 1, let serial = numbers.first, (20_000...99_999).contains(serial) {
      return .rejected(serialNumber)
    }
    let lengths = words.enumerated().filter { $0.offset != named }.map { $0.element.utf8.count }
    guard let yearAt = lengths.firstIndex(of: 4), lengths.lastIndex(of: 4) == yearAt else {
      return .rejected(lengths.contains { $0 > 2 } || numbers.count < 2 ? expectedDate : fourDigitYear)
    }
    guard lengths.enumerated().allSatisfy({ $0.offset == yearAt || $0.element <= 2 }) else {
      return .rejected(expectedDate)
    }
    let year = numbers.remove(at: yearAt)
    if let named {
      guard numbers.count <= 1 else { return .rejected(expectedDate) }
      return reading(year, months[words[named]] ?? 0, numbers.first ?? 0, time)
    }
    switch (numbers.count, yearAt) {
    case (0, _): return year == 0 ? .empty : reading(year, 0, 0, time)
    case (1, _): return reading(year, numbers[0], 0, time)
    case (2, 0): return reading(year, numbers[0], numbers[1], time)
    case (2, 2): return reading(year, numbers[1], numbers[0], time)
    default: return .rejected(expectedDate)
    }
  }

  /// 0 stands for not known, as in the register.
  private static func reading(_ year: Int, _ month: Int, _ day: Int, _ time: String) -> FieldReading<PartialDate> {
    if year == 0, month == 0, day == 0 { return .empty }
    if (1300...1420).contains(year) {
      return .rejected(
        Phrase(
          "Het jaar \(year) hoort bij een andere kalender (Perzisch of islamitisch); vul de Gregoriaanse datum in.",
          "The year \(year) belongs to another calendar (Persian or Islamic); give the Gregorian date."))
    }
    if month > 12, (1...12).contains(day) {
      return .rejected(
        Phrase(
          "Maand \(month) bestaat niet; staat de maand voor de dag? Verwacht dag-maand-jaar.",
          "There is no month \(month); does the month stand before the day? Expected day-month-year."))
    }
    guard (1850...2199).contains(year),
      let parts = PartialDate(
        year: year, month: month == 0 ? nil : month, day: month == 0 || day == 0 ? nil : day)
    else {
      return .rejected(
        Phrase("Deze datum bestaat niet in de kalender.", "The calendar has no such date."))
    }
    if month == 0, day != 0 {
      return .value(
        parts,
        repair: Phrase(
          "Dag zonder maand: alleen het jaar is overgenomen.", "Day without month: only the year was taken."))
    }
    guard time.utf8.contains(where: { (49...57).contains($0) }) else { return .value(parts) }
    return .value(parts, repair: Phrase("Tijd \(time) is weggelaten.", "Time \(time) was left out."))
  }

  private static func withoutTime(_ text: String) -> (date: String, time: String) {
    guard let colon = text.firstIndex(of: ":"),
      let gap = text[..<colon].lastIndex(where: { $0 == " " || $0 == "T" || $0 == "\u{A0}" || $0 == "," })
    else { return (text, "") }
    return (String(text[..<gap]), String(text[text.index(after: gap)...]))
  }

  private static let expectedDate = Phrase(
    "Geen datum; verwacht bijvoorbeeld 11-9-2026 of 2026-09-11.",
    "Not a date; expected for instance 11-9-2026 or 2026-09-11.")
  private static let fourDigitYear = Phrase(
    "Het jaar moet vier cijfers hebben; twee cijfers worden niet geraden.",
    "The year needs four digits; two are not guessed.")
  private static let serialNumber = Phrase(
    "Dit lijkt een volgnummer van een rekenblad; geef de kolom daar de opmaak datum.",
    "This looks like a spreadsheet's serial number; format the column as a date there.")

  private static let weekdays: Set<String> = [
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "ma", "di", "wo", "do", "vr", "za",
    "zo", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun",
  ]

  private static let months: [String: Int] = {
    let names: [[String]] = [
      ["jan", "januari", "january"], ["feb", "febr", "februari", "february"], ["mrt", "maart", "mar", "march"],
      ["apr", "april"], ["mei", "may"], ["jun", "juni", "june"], ["jul", "juli", "july"],
      ["aug", "augustus", "august"],
      ["sep", "sept", "september"], ["okt", "oktober", "oct", "october"], ["nov", "november"], ["dec", "december"],
    ]
    return Dictionary(
      uniqueKeysWithValues: names.enumerated().flatMap { month, words in words.map { ($0, month + 1) } })
  }()
}

extension PartialDate {
  /// The day itself, where it is known whole.
  var whole: Day? { day == nil ? nil : latest }
}
