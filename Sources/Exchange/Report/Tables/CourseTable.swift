import Journey
import Quota

extension ReportContent {
  /// The numbers of the burn-up: housed by the end of each week so far, then what is expected by the end of each to come.
  var courseTable: ReportTable {
    typealias Column = ReportTable.Column
    let past = housedByWeek.map { row($0.day, .count($0.persons), nil) }
    var coming: [ReportTable.Row] = []
    if case .forecast(let forecast) = outlook {
      coming = forecast.cone.map { row($0.day, .text(Phrase(same: "–")), $0.band) }
    }
    return ReportTable(
      name: "course", caption: Phrase("Gehuisvest en verwacht, week na week", "Housed and expected, week by week"),
      columns: [
        Column("day", Phrase("Eind van", "End of"), isNumber: false),
        Column("onPace", Phrase("Norm", "Norm")),
        Column("housed", Phrase("Gehuisvest", "Housed")),
        Column("p15", Phrase("laag (P15)", "low (P15)")), Column("p50", Phrase("verwacht (P50)", "expected (P50)")),
        Column("p85", Phrase("hoog (P85)", "high (P85)")),
      ], rows: past + coming)
  }

  private func row(_ day: Day, _ housed: ReportTable.Cell, _ band: Band?) -> ReportTable.Row {
    return ReportTable.Row(cells: [
      .day(day), .number(task.task.flatMap { norm?.persons(of: $0, in: period, byEndOf: day) }), housed,
      .count(band?.p15 ?? .unknown), .count(band?.p50 ?? .unknown), .count(band?.p85 ?? .unknown),
    ])
  }
}
