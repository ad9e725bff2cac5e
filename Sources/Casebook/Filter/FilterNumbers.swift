import Journey
import Quota

// Values that are days, lengths of time and numbers.
extension FilterReader {
  private static let most = Schema.noDay - 1

  /// The numbers that fit the sign; nil when there are none.
  private func fitting(_ low: Int, _ high: Int, _ sign: String, within: ClosedRange<Int>) -> ClosedRange<Int>? {
    let (least, most) =
      switch sign {
      case "<": (within.lowerBound, low - 1)
      case "<=": (within.lowerBound, high)
      case ">": (high + 1, within.upperBound)
      case ">=": (low, within.upperBound)
      default: (low, high)
      }
    let (from, to) = (max(least, within.lowerBound), min(most, within.upperBound))
    return from <= to ? from...to : nil
  }

  /// Both ends of `2..4`; twice the same without dots.
  private static func ends(_ text: String) -> (String, String)? {
    guard let dots = text.firstRange(of: "..") else { return (text, text) }
    let (from, to) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    return from.isEmpty || to.isEmpty ? nil : (from, to)
  }

  private func wrong(_ value: WrittenTerm.Value, _ what: Phrase, _ example: Phrase) -> FilterMistake {
    .value(value, is: what, choices: example)
  }

  func numbers(
    _ value: WrittenTerm.Value, _ written: WrittenTerm, example: Phrase
  ) throws(FilterMistake) -> ClosedRange<Int> {
    guard let (from, to) = Self.ends(value.text), let low = Int(from), let high = Int(to), (0...999).contains(low),
      (low...999).contains(high)
    else { throw wrong(value, Phrase("aantal", "number"), example) }
    guard let range = fitting(low, high, written.sign, within: 0...1_000_000) else {
      throw wrong(value, Phrase("aantal met dit teken", "number with this sign"), example)
    }
    return range
  }

  func relatives(_ value: WrittenTerm.Value, _ written: WrittenTerm) throws(FilterMistake) -> Filter {
    let word = value.text.lowercased()
    if written.sign == "=", FilterWords.yes.contains(word) || word == "*" { return .between(.relatives, 1...1_000_000) }
    if written.sign == "=", FilterWords.no.contains(word) || isNone(value) { return .between(.relatives, 0...0) }
    return .between(
      .relatives, try numbers(value, written, example: Phrase("ja, nee, >=2", "yes, no, >=2")))
  }

  /// A case number, or all of a year.
  func number(_ value: WrittenTerm.Value, _ written: WrittenTerm) throws(FilterMistake) -> Filter {
    func keys(_ text: String) -> ClosedRange<Int>? {
      if let id = DossierID(text) { return Int(id.value)...Int(id.value) }
      guard text.count == 4, let year = Int(text), (1900...2999).contains(year) else { return nil }
      return Int(DossierID(year: year, serial: 0).value)...Int(DossierID(year: year, serial: 9_999_999).value)
    }
    guard let (from, to) = Self.ends(value.text), let first = keys(from), let last = keys(to),
      let range = last.upperBound < first.lowerBound
        ? nil : fitting(first.lowerBound, last.upperBound, written.sign, within: 1...99_999_999_999)
    else {
      throw wrong(value, Phrase("dossiernummer of jaar", "case number or year"), Phrase(same: "2026-004182, 2026"))
    }
    return .between(.number, range)
  }

  /// Days and stretches of days as people write them, half-years too (`2026H2`); also two with `..` between.
  func days(
    _ value: WrittenTerm.Value, _ written: WrittenTerm, example: Phrase
  ) throws(FilterMistake) -> ClosedRange<Int> {
    let choices = Phrase(
      "23-11, 23 nov, 2026-11-23, vandaag, vr, +10d, -2w, deze week, eind november, 2026H2, 23-11..30-11",
      "23-11, 23 Nov, 2026-11-23, today, fri, +10d, -2w, this week, end of november, 2026H2, 23-11..30-11")
    guard let (from, to) = Self.ends(value.text), let first = Self.days(from, today), let last = Self.days(to, today),
      first.lowerBound <= last.upperBound,
      let range = fitting(
        Int(first.lowerBound.number), Int(last.upperBound.number), written.sign, within: Filter.anyDay)
    else { throw wrong(value, Phrase("dag", "day"), choices) }
    return range
  }

  private static func days(_ text: String, _ today: Day) -> ClosedRange<Day>? {
    HalfYear(text).map { $0.first...$0.last } ?? PeriodText.read(text, today: today)
  }

  /// Whether a value of days is whole: behind `zoeken@`, on both sides of `..`.
  static func isDay(_ text: String, _ today: Day) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard let (from, to) = ends(parts.count > 1 ? parts[1...].joined(separator: "@") : text) else { return false }
    return Self.days(from, today) != nil && Self.days(to, today) != nil
  }

  /// So many days, weeks or months.
  func span(
    _ value: WrittenTerm.Value, _ written: WrittenTerm, example: Phrase
  ) throws(FilterMistake) -> ClosedRange<Int> {
    guard let (from, to) = Self.ends(value.text), let low = duration(from), let high = duration(to), low <= high,
      let range = fitting(low, high, written.sign, within: 0...Self.most)
    else {
      throw wrong(value, Phrase("aantal dagen", "number of days"), Phrase("14d, 2w, 1m; ", "14d, 2w, 1m; ") + example)
    }
    return range
  }

  // MARK: - How long

  func isDuration(_ written: WrittenTerm) -> Bool {
    written.values.allSatisfy { Self.ends($0.text).flatMap { duration($0.0) } != nil }
  }

  /// So many days, weeks or months, said with their unit: of a term of days how long ago, or how long from now.
  func isDuration(_ value: WrittenTerm.Value) -> Bool {
    guard let (from, to) = Self.ends(value.text) else { return false }
    return [from, to].allSatisfy { Int($0) == nil && $0.first?.isNumber == true && duration($0) != nil }
  }

  /// `14d`, `2w`, `1m`, `14 dagen`, `2weken`, or days without a letter.
  private func duration(_ text: String) -> Int? {
    let number = text.prefix(while: \.isNumber)
    let unit = text[number.endIndex...].drop(while: \.isWhitespace).lowercased()
    guard let count = Int(number) else { return nil }
    if unit.isEmpty { return (0...99_999).contains(count) ? count : nil }
    return DayText.away(-count, unit, from: today).map { today - $0 }
  }

  /// As long from now as it says.
  func ahead(
    _ value: WrittenTerm.Value, _ written: WrittenTerm, example: Phrase
  ) throws(FilterMistake) -> ClosedRange<Int> {
    guard let (from, to) = Self.ends(value.text), let low = duration(from), let high = duration(to), low <= high,
      let range = fitting(
        Int(today.number) + low, Int(today.number) + high, written.sign, within: Filter.anyDay)
    else { throw wrong(value, Phrase("aantal dagen", "number of days"), example) }
    return range
  }

  func elapsed(
    _ measure: Filter.Measure, _ written: WrittenTerm, _ term: FilterTerm, least: Int = 0
  ) throws(FilterMistake) -> Filter {
    var parts: [Filter] = []
    for value in written.values {
      parts.append(try elapsed(measure, value, written, example: term.example, least: least))
    }
    return .either(parts)
  }

  /// So many days since a day. One that is still to come counts as today, unless at least some days must have passed.
  func elapsed(
    _ measure: Filter.Measure, _ value: WrittenTerm.Value, _ written: WrittenTerm, example: Phrase, least: Int = 0
  ) throws(FilterMistake) -> Filter {
    guard let (from, to) = Self.ends(value.text), let low = duration(from), let high = duration(to), low <= high,
      let range = fitting(low, high, written.sign, within: least...Self.most)
    else {
      throw wrong(value, Phrase("aantal dagen", "number of days"), Phrase("14d, 2w, 1m; ", "14d, 2w, 1m; ") + example)
    }
    let now = Int(today.number)
    let last = range.lowerBound == 0 ? Self.most : now - range.lowerBound
    return .between(measure, max(1, now - range.upperBound)...max(1, last))
  }
}
