import Journey
import Quota

/// The lists about the task that can be taken in.
public enum QuotaFiles {
  private static let codeNames = ["code", "gemeentecode", "municipality", "gemeente"]
  private static let nameNames = ["name", "naam", "gemeentenaam"]
  private static let mostPersons = 0...50_000_000

  /// Columns code, name, inhabitants: of 1 January of the year. A row with code NL is the whole country; without one it is
  /// the sum, when all municipalities are there.
  public static func population(_ reader: CsvReader, year: Int, source: String) throws(CsvFailure) -> QuotaReading {
    var table = QuotaTable(reader)
    let code = try table.column(codeNames)!
    let name = try table.column(nameNames, isNeeded: false)
    let inhabitants = try table.column(["inhabitants", "inwoners"])!
    var (rows, national): ([String: Int], Int?) = ([:], nil)
    try table.each { table, record throws(CsvFailure) in
      if ["nl", "nl00"].contains(record[code].trimmingSpaces().lowercased()) {
        national = table.number(record, inhabitants, in: 1...mostPersons.upperBound, isNeeded: true)
        return
      }
      guard let place = table.municipality(record, code, name),
        let persons = table.number(record, inhabitants, in: mostPersons, isNeeded: true)
      else { return }
      rows[place, default: 0] += persons
    }
    let missing = Reference.municipalities.filter { rows[$0.code] == nil }
    if national == nil, missing.isEmpty { national = rows.values.reduce(0, +) }
    if national == nil {
      let names = missing.prefix(3).map(\.dailyName).joined(separator: ", ")
      let places = Digits.municipalities(missing.count)
      let (nl, en) =
        missing.count == 1
        ? ("\(places.nl) ontbreekt (\(names))", "\(places.en) is missing (\(names))")
        : ("\(places.nl) ontbreken (\(names), ...)", "\(places.en) are missing (\(names), ...)")
      table.reading.note(
        1, "", "\(nl) en een rij NL ook: er is geen totaal om mee te rekenen",
        "\(en) and so is a row NL: there is no total to compute with")
    }
    return table.result(
      rows.isEmpty && national == nil
        ? [] : [.population(.init(year: year, rows, national: national, source: source))])
  }

  /// Columns code, target, and where they are there balance (+ lead, - backlog), realised, linked (and not housed),
  /// reference date. Rows of several reference dates become a posting each.
  public static func targets(
    _ reader: CsvReader, period: HalfYear, referenceDate: Day, source: String, today: Day
  ) throws(CsvFailure) -> QuotaReading {
    var table = QuotaTable(reader)
    let code = try table.column(codeNames)!
    let name = try table.column(nameNames, isNeeded: false)
    let target = try table.column(["target", "taakstelling", "doel"])!
    let balance = try table.column(["balance", "saldo", "balance before", "beginsaldo"], isNeeded: false)
    let realised = try table.column(["realised", "gerealiseerd", "realisatie", "gehuisvest"], isNeeded: false)
    let linked = try table.column(["linked", "gekoppeld", "onderweg"], isNeeded: false)
    let asOf = try table.column(["reference date", "reference_date", "peildatum"], isNeeded: false)
    var rows: [Day: [String: TaskEvent.PublishedRow]] = [:]
    try table.each { table, record throws(CsvFailure) in
      let day = table.day(record, asOf, through: today) ?? referenceDate
      guard let place = table.municipality(record, code, name, of: day) else { return }
      let row = TaskEvent.PublishedRow(
        target: table.number(record, target, in: mostPersons, isNeeded: true),
        balanceBefore: table.number(record, balance, in: -1_000_000...1_000_000),
        realised: table.number(record, realised, in: mostPersons),
        onTheWay: table.number(record, linked, in: mostPersons))
      rows[day, default: [:]][place] = rows[day]?[place].map { $0 + row } ?? row
    }
    return table.result(
      rows.sorted { $0.key < $1.key }.map { .targets(.init(period, referenceDate: $0.key, $0.value, source: source)) })
  }

  /// Columns code, linked: persons COA had linked for the half-year by the reference date, housed or not.
  public static func links(
    _ reader: CsvReader, period: HalfYear, referenceDate: Day, source: String
  ) throws(CsvFailure) -> QuotaReading {
    var table = QuotaTable(reader)
    let code = try table.column(codeNames)!
    let name = try table.column(nameNames, isNeeded: false)
    let linked = try table.column(["linked", "gekoppeld"])!
    var rows: [String: Int] = [:]
    try table.each { table, record throws(CsvFailure) in
      guard let place = table.municipality(record, code, name),
        let persons = table.number(record, linked, in: mostPersons, isNeeded: true)
      else { return }
      rows[place, default: 0] += persons
    }
    return table.result([.links(.init(period, referenceDate: referenceDate, rows, source: source))])
  }

  /// The country by half-year: half_year, target, target_incl_balance, realised, balance_at_end, source.
  public static func national(_ reader: CsvReader) throws(CsvFailure) -> QuotaReading {
    var table = QuotaTable(reader)
    let half = try table.column(["half_year", "halfjaar", "period", "periode"])!
    let target = try table.column(["target", "taakstelling"])!
    let task = try table.column(["target_incl_balance", "opgave"], isNeeded: false)
    let realised = try table.column(["realised", "realisatie"], isNeeded: false)
    let balance = try table.column(["balance_at_end", "saldo"], isNeeded: false)
    let source = try table.column(["source", "bron"], isNeeded: false)
    var rows: [HalfYear: NationalSeries.Figures] = [:]
    try table.each { table, record throws(CsvFailure) in
      let text = record[half].trimmingSpaces()
      guard let period = HalfYear(text) else {
        table.reading.miss(
          record.line, table.name(half), "\"\(text)\" is geen halfjaar; verwacht 2026H2",
          "\"\(text)\" is no half-year; expected 2026H2")
        return
      }
      if rows[period] != nil {
        table.reading.miss(record.line, table.name(half), "\(period) staat er al", "\(period) is there already")
      }
      rows[period] = NationalSeries.Figures(
        period, target: table.number(record, target, in: mostPersons),
        task: table.number(record, task, in: -10_000_000...10_000_000),
        realised: table.number(record, realised, in: mostPersons),
        balance: table.number(record, balance, in: -10_000_000...10_000_000),
        source: source.map { record[$0].trimmingSpaces() } ?? "")
    }
    return table.result([.nationalSeries(NationalSeries(Array(rows.values)))])
  }
}
