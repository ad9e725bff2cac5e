import Journey

/// Turns the cells of a row into facts, by the file's header and the map.
struct RowReader {
  private struct Source {
    var index: Int?
    var header: String
    var separator: String?
  }

  private var sources: [Column: Source] = [:]
  private var filters: [(index: Int?, filter: ColumnMap.Filter)] = []
  private let map: ColumnMap
  /// A file has few kinds of permit and few municipalities, each many times.
  private let permits = Remembered(Fields.permit)
  private let municipalities = Remembered(RowReader.municipality)
  private let today: Day
  /// Of the file.
  var mark = ""
  let unknown: [String]
  let absent: [String]

  init(header: [String], map: ColumnMap?, today: Day) throws(CsvFailure) {
    let map = map ?? ColumnMap()
    self.map = map
    self.today = today
    let keys = header.map(Folding.key)
    var used: Set<Int> = []
    var absent: [String] = []
    for (column, origin) in map.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if let index = keys.firstIndex(of: Folding.key(origin.column)) {
        sources[column] = Source(index: index, header: header[index], separator: origin.separator)
        used.insert(index)
      } else {
        absent.append(origin.column)
      }
    }
    for filter in map.filters {
      let index = keys.firstIndex(of: Folding.key(filter.column))
      if let index { used.insert(index) } else { absent.append(filter.column) }
      filters.append((index, filter))
    }
    for (index, name) in header.enumerated() where !used.contains(index) {
      guard let column = Column.named(name), sources[column] == nil else { continue }
      sources[column] = Source(index: index, header: name, separator: nil)
      used.insert(index)
    }
    for column in map.constants.keys where sources[column] == nil {
      sources[column] = Source(index: nil, header: column.rawValue, separator: nil)
    }
    guard sources[.surname] != nil else { throw .missingColumn(Column.surname.rawValue, found: header) }
    // What an earlier file of rejects added to the columns.
    let leftOut = map.ignored.union(["regel", "kolom", "reden"])
    unknown = header.indices.filter { !used.contains($0) && !leftOut.contains(keys[$0]) && !keys[$0].isEmpty }
      .map { header[$0] }
    self.absent = absent
  }

  /// The column's index in the file where households are named, if it has one.
  var householdColumn: Int? { sources[.household]?.index }

  /// As the file names it.
  func header(_ column: Column) -> String { sources[column]?.header ?? column.rawValue }

  func read(_ record: CsvRecord) -> RowFacts {
    var row = RowFacts(record: record)
    row.file = mark
    for (index, filter) in filters {
      if let reason = filter.refusal(of: index.map { record[$0] } ?? "") {
        row.skipped = reason
        break
      }
    }
    readPerson(&row)
    if row.skipped != nil { return row }
    switch record.raggedness {
    case .tooFew(let count, let expected), .tooMany(let count, let expected):
      let fields = Digits.counted(count, Phrase("veld", "field"), Phrase("velden", "fields"))
      reject(
        &row, "",
        Phrase("De rij heeft ", "The row has ") + fields
          + Phrase(", de kop \(expected).", ", the header \(expected)."))
    case nil: readWay(&row)
    }
    return row
  }

  private func text(_ column: Column, _ row: RowFacts) -> String {
    guard let source = sources[column] else { return "" }
    var text = source.index.map { row.record[$0].trimmingSpaces() } ?? ""
    if let separator = source.separator, let first = text.split(separator: separator).first {
      text = String(first).trimmingSpaces()
    }
    if let translated = map.values[column]?[Folding.key(text)] { text = translated }
    return text.isEmpty ? map.constants[column] ?? "" : text
  }

  private func value<V>(_ column: Column, _ row: inout RowFacts, _ read: (String) -> FieldReading<V>) -> V? {
    let text = text(column, row)
    if text.isEmpty { return nil }
    switch read(text) {
    case .empty: return nil
    case .rejected(let reason):
      reject(&row, header(column), reason)
      return nil
    case .value(let value, let repair):
      if let repair { row.repairs.append(.init(column: header(column), note: repair)) }
      return value
    }
  }

  private func reject(_ row: inout RowFacts, _ column: String, _ reason: Phrase) {
    if row.rejection == nil { row.rejection = .init(column: column, reason: reason) }
  }

  private func readPerson(_ row: inout RowFacts) {
    row.household = text(.household, row)
    let parts = Fields.name(given: text(.given, row), prefix: text(.prefix, row), surname: text(.surname, row))
    switch parts {
    case .value(let name, let repair):
      row.name = name
      if let repair { row.repairs.append(.init(column: header(.surname), note: repair)) }
    case .empty: break
    case .rejected(let reason): reject(&row, header(.surname), reason)
    }
    if parts.rejection == nil, row.name.surname.isEmpty {
      reject(&row, header(.surname), Phrase("De achternaam ontbreekt.", "The surname is missing."))
    }
    row.vNumber = value(.vNumber, &row, Fields.vNumber)
    row.bsn = value(.bsn, &row, Fields.bsn)
    row.birth = value(.birth, &row, Fields.date)
    row.sex = value(.sex, &row, Fields.sex)
    row.relation = value(.relation, &row, Fields.relation)
    row.nationality = value(.nationality, &row) { text in
      if let found = Reference.findNationality(text) { return .value(found.code) }
      return .rejected(Phrase("Onbekende nationaliteit \(text).", "Unknown nationality \(text)."))
    }
    if let birth = row.birth,
      (PartialDate(today).year, 12, 31) < (birth.year, birth.month ?? 1, birth.day ?? 1)
        || birth.whole.map({ $0 > today }) == true
    {
      reject(
        &row, header(.birth), Phrase("De geboortedatum ligt in de toekomst.", "The date of birth is in the future."))
    }
    let phone = text(.phone, row)
    row.phone = phone.isEmpty ? nil : phone
  }

  private func readWay(_ row: inout RowFacts) {
    row.permit = value(.permit, &row, permits.read)
    row.reception = text(.reception, row)
    row.address = text(.address, row)
    row.note = text(.note, row)
    row.municipality = value(.municipality, &row, municipalities.read)
    for column in [Column.permitDate, .screeningDate, .linkDate, .offerDate, .leaseDate, .moveDate] {
      let date = value(column, &row, Fields.date)
      if let date, let day = date.whole {
        row.days[column] = day
      } else if date != nil {
        reject(&row, header(column), Phrase("Hier hoort een hele datum.", "A whole date belongs here."))
      }
    }
    if let found = value(.needs, &row, Fields.needs) { row.needs = found.needs }
    row.criteria = value(.criteria, &row, Fields.criteria) ?? []
  }

  private static func municipality(_ text: String) -> FieldReading<String> {
    switch Reference.findMunicipality(text) {
    case .exact(let found): return .value(found.code)
    case .successor(let found, let former, let since):
      return .value(
        found.code,
        repair: Phrase(
          "\(former) is sinds \(since) deel van \(found.name).", "\(former) is part of \(found.name) since \(since)."))
    case .several(let found):
      let names = found.map(\.name).joined(separator: ", ")
      return .rejected(Phrase("\(text) kan zijn: \(names).", "\(text) can be: \(names)."))
    case .none(let closest):
      let names = closest.prefix(3).map(\.name).joined(separator: ", ")
      return .rejected(
        Phrase(
          "Onbekende gemeente \(text)." + (names.isEmpty ? "" : " Bedoelt u \(names)?"),
          "Unknown municipality \(text)." + (names.isEmpty ? "" : " Do you mean \(names)?")))
    }
  }
}
