import Journey
import Quota

extension ReportContent {
  /// The task in persons: of each province where the area is the country, else of each municipality, and of all together.
  var taskTable: ReportTable {
    let ofProvinces = groups.count > 1
    var table = ReportTable(
      name: ofProvinces ? "provinces" : "task",
      caption: ofProvinces
        ? Phrase("De opgave per provincie, in personen", "The task of each province, in persons")
        : Phrase("De opgave per gemeente, in personen", "The task of each municipality, in persons"),
      columns: taskColumns, rows: [])
    let rows = ofProvinces ? groups.map(\.sum) : groups.flatMap(\.rows)
    table.rows = rows.map { taskRow($0, linked: ofProvinces) }
    if rows.count > 1 { table.rows.append(taskRow(task, isSum: true)) }
    return table
  }

  /// Of the municipalities of each province, where the area is the country.
  var taskTablesByProvince: [(area: Area, table: ReportTable)] {
    guard groups.count > 1 else { return [] }
    return groups.map { group in
      let rows = group.rows.map { taskRow($0) } + [taskRow(group.sum, isSum: true)]
      let caption = Phrase("De opgave in personen: ", "The task in persons: ") + group.sum.area.name
      return (group.sum.area, ReportTable(name: "task", caption: caption, columns: taskColumns, rows: rows))
    }
  }

  /// Every municipality in one file.
  var taskFile: ReportTable {
    let (caption, rows) = (Phrase("de opgave per gemeente", "the task of each municipality"), groups.flatMap(\.rows))
    var table = ReportTable(name: "task", caption: caption, columns: taskColumns, rows: rows.map { taskRow($0) })
    // Who was linked was housed or is on the way: that would tell what is hidden of both, and what it excuses too.
    guard isInternal, let place = table.columns.firstIndex(where: { $0.key == "enforceableBacklog" }) else {
      return table
    }
    let links = [
      ReportTable.Column("linkedByReferenceDate", Phrase("Gekoppeld op de peildatum", "Linked by the reference date")),
      ReportTable.Column("excusable", Phrase("Verschoonbaar", "Excusable")),
    ]
    table.columns.insert(contentsOf: links, at: place)
    for (index, row) in rows.enumerated() {
      table.rows[index].cells.insert(contentsOf: [.number(row.linked), .number(row.excusable)], at: place)
    }
    return table
  }

  private var taskColumns: [ReportTable.Column] {
    typealias Column = ReportTable.Column
    let hasShift = task.shift != 0 || groups.contains { $0.rows.contains { $0.shift != 0 } }
    return [
      Column("municipality", Phrase("Gemeente", "Municipality"), only: .file, isNumber: false),
      Column("name", groups.count > 1 ? Phrase("Gebied", "Area") : Phrase("Gemeente", "Municipality"), isNumber: false),
      Column("target", Phrase("Doel", "Target")),
      Column("balanceBefore", Phrase("Saldo vooraf", "Balance before")),
      Column("correction", Phrase("Correctie", "Correction")),
      Column("shift", Phrase("Verschoven", "Shifted"), only: hasShift ? .both : .file),
      Column("task", Phrase("Opgave", "Task")),
      Column("housed", Phrase("Gehuisvest", "Housed")),
      Column("progress", Phrase("Tempo", "Pace"), only: .page, isNumber: false),
      Column("onTheWayHouseholds", Phrase("Huishoudens onderweg", "Households on the way")),
      Column("onTheWay", Phrase("Personen onderweg", "Persons on the way")),
      Column("balance", Phrase("Saldo nu", "Balance now")),
      Column("enforceableBacklog", Phrase("Afdwingbaar", "Enforceable")),
      Column("pace", Phrase("Tempo", "Pace"), only: .file, isNumber: false),
      Column("forecast", Phrase("Prognose", "Forecast"), only: .page),
      Column("p15", Phrase(same: "P15"), only: .file), Column("p50", Phrase(same: "P50"), only: .file),
      Column("p85", Phrase(same: "P85"), only: .file),
      Column("chancePercent", Phrase("Kans", "Chance")),
    ]
  }

  private func taskRow(_ row: TaskRow, linked: Bool = false, isSum: Bool = false) -> ReportTable.Row {
    let name: ReportTable.Cell =
      linked ? .link(row.area.name, to: row.area.anchor) : .text(isSum ? row.area.fullName.raised : row.area.name)
    let before: Count = hidesBalanceBefore ? .withheld : Count(row.balanceBefore)
    let task: ReportTable.Cell = hidesBalanceBefore && row.target != nil ? .count(.withheld) : .number(row.task)
    return ReportTable.Row(
      cells: [
        .text(Phrase(same: row.area.code)), name, .number(row.target), .signed(before),
        .signed(Count(row.correction)), .signed(Count(row.shift)), task, .count(row.housed),
        .progress(row), .count(row.households), .count(row.onTheWay), .signed(row.balance),
        .count(row.enforceableBacklog),
        .pace(row.pace, isHidden: row.housed.isHidden), .band(row.band), .count(row.band?.p15 ?? .unknown),
        .count(row.band?.p50 ?? .unknown), .count(row.band?.p85 ?? .unknown),
        .chance(row.chance),
      ], isSum: isSum)
  }
}

extension ReportContent.Pace {
  /// `norm na 4 maanden`: the same norm as of another day stands in the words of a signal.
  var after: Phrase {
    Phrase("norm na ", "norm after ")
      + Digits.counted(months, Phrase("maand", "month"), Phrase("maanden", "months"))
  }

  /// A sign, so that the class does not hang on a word among many.
  var sign: String { rank == 0 ? "●" : rank == 1 ? "◐" : "○" }
}

extension Area {
  /// The name of its place on the page.
  var anchor: String { code.filter { $0.isLetter || $0.isNumber } }
}
