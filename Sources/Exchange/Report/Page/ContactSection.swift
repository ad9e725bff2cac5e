import Journey

extension ReportPage {
  var contactSection: Html {
    let words = say(
      "Het eerste gesprek is dat van de gemeente met het huishouden, na de koppeling; een antwoord is het eerste teken van wie de beurt kreeg; te lang stil is langer dan de rekenregels toestaan. Half van de huishoudens en antwoorden duurde niet langer dan er staat.",
      "The first call is that of the municipality with the household, after the link; an answer is the first sign of whoever got the turn; silent too long is longer than the rulebook allows. Half of the households and answers took no longer than is said."
    )
    return section(
      "contact", say("Hoe gaat het contact?", "How does contact go?"),
      """
      <p>\(words)</p>
      \(figure(ContactChart(content: content, language: language).html, content.contactTable))
      """)
  }
}

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
          .text(month.first.monthName), .count(month.linked), .number(month.firstCall), .count(month.answers),
          .number(month.answerDays), .count(month.silent), .share(month.silentShare), .count(month.warm),
          .count(month.cold), .share(month.warmShare),
        ])
      })
  }
}
