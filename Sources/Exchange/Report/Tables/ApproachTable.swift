import Journey
import Quota

extension ReportContent {
  /// What was recorded of supervision and approach, municipality by municipality.
  func approachTable(_ rows: [TaskRow], of area: Area) -> ReportTable {
    typealias Column = ReportTable.Column
    return ReportTable(
      name: "approach", caption: Phrase("Toezicht en aanpak: ", "Supervision and approach: ") + area.fullName,
      columns: [
        Column("municipality", Phrase("Gemeente", "Municipality"), only: .file, isNumber: false),
        Column("name", Phrase("Gemeente", "Municipality"), isNumber: false),
        Column("structure", Phrase("S", "S"), only: .file, isNumber: false),
        Column("plan", Phrase("P", "P"), only: .file, isNumber: false),
        Column("commitment", Phrase("B", "C"), only: .file, isNumber: false),
        Column(
          "approach", Phrase("Structuur · Plan · Bestuur", "Structure · Plan · Commitment"), only: .page,
          isNumber: false),
        Column("recorded", Phrase("Wat er ligt", "What there is"), isNumber: false),
        Column("gaps", Phrase("Wat nog ontbreekt", "What is lacking"), isNumber: false),
        Column("supervision", Phrase("Vastgelegde stap", "Step recorded"), isNumber: false),
        Column("signals", Phrase("Signalen", "Signals"), isNumber: false),
      ], rows: rows.map(approachRow))
  }

  private func approachRow(_ row: TaskRow) -> ReportTable.Row {
    let strengths = row.approach.map { ReportTable.Cell.text($0.strength.name) }
    return ReportTable.Row(
      cells: [.text(Phrase(same: row.area.code)), .text(row.area.name)]
        + (0..<3).map { $0 < strengths.count ? strengths[$0] : .text(Phrase(same: "")) }
        + [
          .marks(row.approach), .lines(row.approach.flatMap(\.recorded)), gaps(row.approach),
          .text(row.supervision == Phrase(same: "-") ? Phrase(same: "–") : row.supervision),
          row.hidesSignals ? .text(Phrase(same: "*")) : .lines(row.signals.map(\.words)),
        ])
  }

  /// Where there is nothing at all one line says so.
  private func gaps(_ approach: [Ingredient]) -> ReportTable.Cell {
    if !approach.isEmpty, approach.allSatisfy({ $0.strength == .missing }) {
      return .text(Phrase("van de aanpak is niets vastgelegd", "nothing of an approach is recorded"))
    }
    return .lines(approach.flatMap(\.gaps))
  }

  /// How many municipalities have each step, and each part of the approach: for the country.
  var approachSummary: ReportTable {
    typealias Column = ReportTable.Column
    let rows = groups.map { group -> ReportTable.Row in
      func full(_ place: Int) -> Int {
        group.rows.count { $0.approach.indices.contains(place) && $0.approach[place].strength == .full }
      }
      return ReportTable.Row(cells: [
        .link(group.sum.area.name, to: group.sum.area.anchor), .number(group.rows.count), .number(full(0)),
        .number(full(1)), .number(full(2)), .number(group.rows.count { $0.supervision != Phrase(same: "-") }),
        group.rows.contains(where: \.hidesSignals)
          ? .text(Phrase(same: "*")) : .number(group.rows.count { !$0.signals.isEmpty }),
      ])
    }
    return ReportTable(
      name: "approach-summary",
      caption: Phrase("Toezicht en aanpak: aantallen gemeenten", "Supervision and approach: numbers of municipalities"),
      columns: [
        Column("province", Phrase("Provincie", "Province"), isNumber: false),
        Column("municipalities", Phrase("Gemeenten", "Municipalities")),
        Column("structure", Phrase("Structuur op orde", "Structure in order")),
        Column("plan", Phrase("Plan op orde", "Plan in order")),
        Column("commitment", Phrase("Bestuur vastgelegd", "Commitment recorded")),
        Column("supervision", Phrase("Met een stap", "With a step")),
        Column("signals", Phrase("Met een signaal", "With a signal")),
      ], rows: rows)
  }
}

extension ReportContent.Ingredient.Strength {
  var sign: String {
    switch self {
    case .missing: "○"
    case .partial: "◐"
    case .full: "●"
    }
  }
  var name: Phrase {
    switch self {
    case .missing: Phrase("ontbreekt", "missing")
    case .partial: Phrase("deels", "partly")
    case .full: Phrase("op orde", "in order")
    }
  }
}

extension ReportContent.Ingredient {
  /// A sign for the eye, words for the ear.
  func mark(_ language: Language) -> Html {
    let words = name[language] + ": " + strength.name[language] + ". "
    return """
      <span class="mark" title="\(words)"><span aria-hidden="true">\(strength.sign)</span>\
      <span class="heard">\(words)</span></span>
      """
  }
}
