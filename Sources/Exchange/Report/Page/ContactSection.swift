import Journey

extension ReportPage {
  var contactSection: Html {
    let words = say(
      "Het eerste gesprek is dat van de gemeente met het huishouden, na de koppeling; een antwoord is het eerste teken van wie de beurt kreeg; te lang stil is langer dan het regelboek toestaat. Bij de helft van de huishoudens en antwoorden duurde het niet langer dan er staat.",
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
