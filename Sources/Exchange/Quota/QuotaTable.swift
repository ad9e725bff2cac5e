import Journey
import Quota

/// Goes through a list with a row for each municipality: code, name, figures. Other columns are ignored.
struct QuotaTable {
  var reading = QuotaReading()
  private var reader: CsvReader
  /// The line of each municipality, of each day a list is the state of.
  private var seen: [Stand: Int] = [:]
  private struct Stand: Hashable {
    let code: String
    let day: Day?
  }

  init(_ reader: CsvReader) { self.reader = reader }

  /// The position of a column by one of its names.
  /// - Throws: `.missingColumn` with the first name, when it must be there.
  func column(_ names: [String], isNeeded: Bool = true) throws(CsvFailure) -> Int? {
    for name in names { if let found = reader.column(name) { return found } }
    if isNeeded { throw .missingColumn(names[0], found: reader.header) }
    return nil
  }

  func name(_ column: Int) -> String { reader.header[column] }

  /// Calls `row` for each that is not blank.
  mutating func each(_ row: (inout QuotaTable, CsvRecord) throws(CsvFailure) -> Void) throws(CsvFailure) {
    while let record = try reader.next() {
      if record.isBlank { continue }
      reading.rows += 1
      try row(&self, record)
    }
    if reading.rows == 0 {
      reading.miss(
        reader.headerLine, "", "er staat geen rij onder de kolomnamen", "no row stands below the column names")
    }
  }

  /// The municipality of a row, by code or else by name; a former one gives the one it ended up in. It stands in a
  /// list once, or once for each day.
  mutating func municipality(_ record: CsvRecord, _ code: Int, _ name: Int?, of day: Day? = nil) -> String? {
    let text = record[code].trimmingSpaces()
    let beside = text.isEmpty ? nil : name
    let given = text.isEmpty ? name.map { record[$0].trimmingSpaces() } ?? "" : text
    switch Reference.findMunicipality(given) {
    case .exact(let found):
      guard agrees(record, beside, with: found.code, "\(found.code) is \(found.dailyName)") else { return nil }
      return once(found.code, day, record.line, code)
    case .successor(let found, let former, let since):
      guard agrees(record, beside, with: found.code, "\(text) is \(former)") else { return nil }
      guard once("\(former) (\(found.dailyName))", day, record.line, code) != nil else { return nil }
      let moment = since.isEmpty ? "" : " (\(since))"
      reading.note(
        record.line, self.name(code), "\(former) ging op in \(found.dailyName)\(moment): daar bij opgeteld",
        "\(former) became part of \(found.dailyName)\(moment): added to it")
      return found.code
    case .several(let found):
      let names = found.prefix(4).map { "\($0.name) (\($0.code))" }.joined(separator: ", ")
      reading.miss(record.line, self.name(code), "welke: \(names)?", "which: \(names)?")
    case .none(let closest):
      let names = closest.prefix(3).map { "\($0.name) (\($0.code))" }.joined(separator: ", ")
      reading.miss(
        record.line, self.name(code),
        "onbekende gemeente \"\(given)\"; verwacht een code als GM0344" + (names.isEmpty ? "" : "; bedoeld: \(names)?"),
        "unknown municipality \"\(given)\"; expected a code such as GM0344"
          + (names.isEmpty ? "" : "; meant: \(names)?"))
    }
    return nil
  }

  /// The name beside a code is one of its municipality's, also a former one; a name that nobody has says nothing.
  private mutating func agrees(_ record: CsvRecord, _ column: Int?, with code: String, _ called: String) -> Bool {
    guard let column else { return true }
    let said = record[column].trimmingSpaces()
    let others: [Municipality] =
      switch Reference.findMunicipality(said) {
      case .exact(let found): [found]
      case .successor(let found, _, _): [found]
      case .several(let found): found
      case .none: []
      }
    if others.isEmpty || others.contains(where: { $0.code == code }) { return true }
    reading.miss(
      record.line, name(column), "\(called), de lijst zegt \(said)", "\(called), the list says \(said)")
    return false
  }

  private mutating func once(_ code: String, _ day: Day?, _ line: Int, _ column: Int) -> String? {
    let stand = Stand(code: code, day: day)
    if let first = seen[stand] {
      reading.miss(line, name(column), "\(code) staat al op regel \(first)", "\(code) is on line \(first) already")
      return nil
    }
    seen[stand] = line
    return code
  }

  /// A whole number in a range; nil and a mistake when it is none. Empty is nil without a mistake, unless it is needed.
  mutating func number(
    _ record: CsvRecord, _ column: Int?, in range: ClosedRange<Int>, isNeeded: Bool = false
  ) -> Int? {
    guard let column else { return nil }
    let text = record[column].trimmingSpaces()
    if text.isEmpty, !isNeeded { return nil }
    if let number = SignedNumber.read(text), range.contains(number) { return number }
    let bounds =
      range.lowerBound < 0
      ? ("een heel getal", "a whole number")
      : ("een heel getal vanaf \(range.lowerBound)", "a whole number from \(range.lowerBound)")
    let shown = text.isEmpty ? Phrase("leeg", "empty") : Phrase(same: "\"\(text)\"")
    reading.miss(
      record.line, name(column), "\(shown.nl) kan niet; verwacht \(bounds.0), zoals 234.950",
      "\(shown.en) cannot be; expected \(bounds.1), such as 234,950")
    return nil
  }

  /// - Parameter last: a later day is a mistake.
  mutating func day(_ record: CsvRecord, _ column: Int?, through last: Day) -> Day? {
    guard let column else { return nil }
    let text = record[column].trimmingSpaces()
    if text.isEmpty { return nil }
    if let day = Day(text) ?? DayText.read(text, today: Day(2000, 1, 1)!), text.contains(where: \.isNumber) {
      if day <= last { return day }
      reading.miss(
        record.line, name(column), "\(day) moet nog komen; verwacht vandaag of eerder",
        "\(day) is still to come; expected today or before")
      return nil
    }
    reading.miss(
      record.line, name(column), "\"\(text)\" is geen datum; verwacht 2026-10-01",
      "\"\(text)\" is no date; expected 2026-10-01")
    return nil
  }

  /// What was read, or nothing when there is a mistake.
  func result(_ bodies: @autoclosure () -> [TaskEvent.Body]) -> QuotaReading {
    var reading = reading
    reading.bodies = reading.mistakes.isEmpty ? bodies() : []
    return reading
  }
}
