import Journey
import Quota

extension ReportContent {
  private typealias Column = ReportTable.Column

  var boardTable: ReportTable {
    ReportTable(
      name: "board",
      caption: Phrase("Huishoudens per fase, vanaf de vergunning", "Households in each stage, from the permit on"),
      columns: [
        Column("stage", Phrase("Fase", "Stage"), isNumber: false),
        Column("households", Phrase("Huishoudens", "Households")),
        Column("persons", Phrase("Personen", "Persons")),
        Column("medianDays", Phrase("Dagen in deze fase: de helft tot", "Days in this stage: half up to")),
        Column("p85Days", Phrase("85 van de 100 tot", "85 in 100 up to")),
        Column("overdue", Phrase("Te laat", "Overdue")),
      ],
      rows: board.map { stock in
        ReportTable.Row(cells: [
          .text(stock.stage.name), .count(stock.households), .count(stock.persons), .number(stock.median),
          .number(stock.p85), .count(stock.overdue),
        ])
      } + boardSumRow,
      whenEmpty: period.last < day
        ? Phrase(
          "Het halfjaar is voorbij; waar mensen nu staan hoort bij een later halfjaar.",
          "The half-year is over; where people are now belongs to a later one.")
        : Phrase("Er is niemand onderweg.", "Nobody is on the way."))
  }

  private var boardSumRow: [ReportTable.Row] {
    guard board.count > 1 else { return [] }
    let sum = boardSum ?? BoardSum(board)
    return [
      ReportTable.Row(
        cells: [
          .text(Phrase("Samen", "Together")), .count(sum.households), .count(sum.persons), .number(nil), .number(nil),
          .count(sum.overdue),
        ], isSum: true)
    ]
  }

  /// Households and persons side by side, by the size of the household.
  var onTheWayTable: ReportTable {
    func row(_ name: Phrase, _ households: Count, _ persons: Count, isSum: Bool = false) -> ReportTable.Row {
      ReportTable.Row(cells: [.text(name), .count(households), .count(persons)], isSum: isSum)
    }
    func sum(_ column: (OnTheWay.Row) -> Count) -> Count {
      Count(onTheWay.rows.reduce(0) { $0 + (column($1).number ?? 0) })
    }
    let rows = onTheWay.rows
    return ReportTable(
      name: "household-sizes",
      caption: Phrase(
        "Gekoppeld en nog niet gehuisvest (Onderweg in de opgave), naar grootte van het huishouden",
        "Linked and not yet housed (On the way in the task), by size of the household"),
      columns: [
        Column("size", Phrase("Huishouden", "Household"), isNumber: false),
        Column("households", Phrase("Huishoudens", "Households")), Column("persons", Phrase("Personen", "Persons")),
      ],
      rows: rows.isEmpty
        ? []
        : rows.map { row($0.size.name, $0.households, $0.persons) } + [
          row(Phrase("Samen", "Together"), sum(\.households), sum(\.persons), isSum: true)
        ],
      whenEmpty: onTheWay.isWithheld
        ? Phrase(
          "Van een grootte zijn er te weinig huishoudens om te tonen.",
          "Of one size there are too few households to show.")
        : Phrase("Er is niemand onderweg.", "Nobody is on the way."))
  }

  /// Persons in each stage by the week, and those that came home since the first of them.
  var flowTable: ReportTable {
    let home = Flow.home(weeks, on: flow.days)
    return ReportTable(
      name: "flow", caption: Phrase("Personen per fase, op deze dagen", "Persons in each stage, on these days"),
      columns: [Column("day", Phrase("Dag", "Day"), isNumber: false)]
        + flow.stages.map { Column($0.code, $0.name) }
        + [Column("home", Phrase("Sindsdien gehuisvest", "Housed since then"))],
      rows: zip(flow.days, zip(flow.persons, home)).map { day, counts in
        ReportTable.Row(cells: [.day(day)] + counts.0.map { .count($0) } + [.count(counts.1)])
      },
      whenEmpty: flow.isWithheld
        ? Phrase(
          "Bij zo weinig mensen staat hier geen tabel per dag: die zou aantallen verraden die zijn afgeschermd.",
          "With so few people no table by day stands here: it would give away numbers that are withheld.")
        : Phrase("Geen cijfers.", "No figures."))
  }

  var weeksTable: ReportTable {
    let sums = Dictionary(uniqueKeysWithValues: housedByWeek.map { ($0.day, $0.persons) })
    return ReportTable(
      name: "weeks", caption: Phrase("Personen die verhuisden, per week", "Persons that moved in, by week"),
      columns: [
        Column("first", Phrase("Week van", "Week from"), isNumber: false),
        Column("last", Phrase("tot en met", "through"), isNumber: false),
        Column("persons", Phrase("Personen", "Persons")),
        Column("housedInHalfYear", Phrase("Dit halfjaar tot dan", "This half-year so far")),
      ],
      rows: weeks.map { week in
        let sum = sums[week.last].map { ReportTable.Cell.count($0) } ?? .text(Phrase(same: "–"))
        return ReportTable.Row(cells: [.day(week.first), .day(week.last), .count(week.persons), sum])
      })
  }

  /// `november 2026 (t/m 23)`: a month that is not over says so.
  func name(of month: Day) -> Phrase {
    month.adding(months: 1) > day + 1
      ? month.monthName + Phrase(" (t/m \(day.parts.day))", " (through \(day.parts.day))") : month.monthName
  }

  var leadTimeTable: ReportTable {
    func cells(_ name: ReportTable.Cell, _ households: Count, _ percentiles: Percentiles?) -> [ReportTable.Cell] {
      [name, .count(households), .number(percentiles?.p50), .number(percentiles?.p85), .number(percentiles?.p95)]
    }
    var rows = leadTimes.months.map { month in
      ReportTable.Row(cells: cells(.text(name(of: month.first)), month.households, month.percentiles))
    }
    if rows.count > 1 {
      let all = Phrase("Samen", "Together")
      rows.append(ReportTable.Row(cells: cells(.text(all), leadTimes.households, leadTimes.percentiles), isSum: true))
    }
    return ReportTable(
      name: "lead-times",
      caption: Phrase(
        "Dagen van vergunning tot huis, per maand van verhuizen", "Days from permit to home, by month of moving in"),
      columns: [
        Column("month", Phrase("Maand", "Month"), isNumber: false),
        Column("households", Phrase("Huishoudens", "Households")),
        Column("p50Days", Phrase("De helft tot", "Half up to")),
        Column("p85Days", Phrase("85 van de 100 tot", "85 in 100 up to")),
        Column("p95Days", Phrase("95 van de 100 tot", "95 in 100 up to")),
      ], rows: rows,
      whenEmpty: Phrase("In deze maanden is niemand verhuisd.", "Nobody moved in during these months."))
  }

  var daysTable: ReportTable {
    let all = days.parties.reduce(0) { $0 + $1.days }
    func row(_ name: Phrase, _ days: Int, isSum: Bool = false) -> ReportTable.Row {
      ReportTable.Row(
        cells: [.text(name), .number(days), .share(all > 0 ? Double(days) / Double(all) : nil)], isSum: isSum)
    }
    return ReportTable(
      name: "days", caption: Phrase("Waar de dagen bleven: ", "Where the days went: ") + days.whose,
      columns: [
        Column("party", Phrase("Wie aan zet was", "Whose turn it was"), isNumber: false),
        Column("days", Phrase("Dagen", "Days")), Column("sharePercent", Phrase("Deel", "Share")),
      ],
      rows: all == 0
        ? [] : days.parties.map { row($0.name, $0.days) } + [row(Phrase("Alle dagen", "All days"), all, isSum: true)],
      whenEmpty: days.households.isHidden
        ? Phrase("Te weinig huishoudens om te tonen.", "Too few households to show.")
        : Phrase("Er zijn nog geen dagen te verdelen.", "There are no days to divide yet."))
  }

  var waitsTable: ReportTable {
    ReportTable(
      name: "waits", caption: Phrase("Wachten en contact, in dagen", "Waiting and contact, in days"),
      columns: [
        Column("what", Phrase("Wat", "What"), isNumber: false),
        Column("households", Phrase("Huishoudens", "Households")),
        Column("p50Days", Phrase("De helft tot", "Half up to")),
        Column("p85Days", Phrase("85 van de 100 tot", "85 in 100 up to")),
        Column("norm", Phrase("Norm", "Norm"), isNumber: false),
        Column("beyond", Phrase("Huishoudens daarboven", "Households beyond it")),
      ],
      rows: waits.map { wait in
        ReportTable.Row(cells: [
          .text(wait.name), .count(wait.households), .number(wait.median), .number(wait.p85),
          .text(wait.beyond?.norm ?? Phrase(same: "–")), .count(wait.beyond?.households ?? .unknown),
        ])
      })
  }

  var backTestTable: ReportTable {
    ReportTable(
      name: "back-test",
      caption: Phrase("Hoe de prognose het eerder deed", "How the forecast did before"),
      columns: [
        Column("method", Phrase("Methode", "Method"), isNumber: false),
        Column(
          "coveragePercent", Phrase("Uitkomst binnen de band (goed: 70 %)", "Outcome within the band (right: 70%)")),
        Column("brier", Phrase("Brier-score (0 is volmaakt)", "Brier score (0 is perfect)")),
        Column("n", Phrase("Keren geprobeerd", "Times tried")),
      ],
      rows: backTest.scores.map {
        ReportTable.Row(cells: [.text($0.method), .share($0.coverage), .fraction($0.brier), .number($0.n)])
      }, whenEmpty: backTest.remark ?? Phrase("Er is nog geen terugblik.", "There is no back-test yet."))
  }

  /// The cone, week by week.
  var forecastTable: ReportTable {
    var cone: [ConePoint] = []
    if case .forecast(let forecast) = outlook { cone = forecast.cone }
    return ReportTable(
      name: "forecast",
      caption: Phrase("Personen gehuisvest in het halfjaar: prognose", "Persons housed in the half-year: forecast"),
      columns: [
        Column("day", Phrase("Eind van", "End of"), isNumber: false),
        Column("p15", Phrase("laag (P15)", "low (P15)")), Column("p50", Phrase("midden (P50)", "middle (P50)")),
        Column("p85", Phrase("hoog (P85)", "high (P85)")),
      ],
      rows: cone.map {
        ReportTable.Row(cells: [.day($0.day), .count($0.band.p15), .count($0.band.p50), .count($0.band.p85)])
      })
  }
}

extension Day {
  /// `november 2026`
  var monthName: Phrase {
    let nl = [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
      "december",
    ]
    let en = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let (year, month, _) = parts
    return Phrase("\(nl[month - 1]) \(year)", "\(en[month - 1]) \(year)")
  }
}
