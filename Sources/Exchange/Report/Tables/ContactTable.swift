import Journey

extension ReportContent {
  var contactTable: ReportTable {
    typealias Column = ReportTable.Column
    return ReportTable(
      name: "contact", caption: Phrase("Contact, per maand", "Contact, by month"),
      columns: [
        Column("month", Phrase("Maand", "Month"), isNumber: false),
        Column("linked", Phrase("Gekoppeld", "Linked")),
        Column("firstCallDays", Phrase("Dagen tot eerste gesprek: de helft tot", "Days to first call: half up to")),
        Column("answers", Phrase("Antwoorden", "Answers")),
        Column("answerDays", Phrase("Dagen tot antwoord: de helft tot", "Days to an answer: half up to")),
        Column("silentAtOnce", Phrase("Te lang stil, meeste op één dag", "Silent too long, most on one day")),
        Column("silentPercent", Phrase("Deel van de dagen", "Share of the days")),
        Column("warm", Phrase("Warm overgedragen", "Handed over warmly")), Column("cold", Phrase("Koud", "Coldly")),
        Column("warmPercent", Phrase("Deel warm", "Share warm")),
      ],
      rows: contact.map { month in
        ReportTable.Row(cells: [
          .text(name(of: month.first)), .count(month.linked), .number(month.firstCall), .count(month.answers),
          .number(month.answerDays), .count(month.silent), .share(month.silentShare), .count(month.warm),
          .count(month.cold), .share(month.warmShare),
        ])
      })
  }
}
