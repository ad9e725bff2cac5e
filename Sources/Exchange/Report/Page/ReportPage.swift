import Journey
import Quota

/// The page: its head, and the sections in the order in which one reads them.
struct ReportPage {
  let content: ReportContent
  let language: Language
  let files: [ReportTable]

  func say(_ nl: String, _ en: String) -> String { Phrase(nl, en)[language] }

  private var title: String {
    say("Huisvesting vergunninghouders", "Housing of permit holders")
      + ": \(content.area.fullName[language]), \(content.period.words[language])"
  }

  var html: Html {
    """
    <!doctype html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <style>
    \(ReportStyle.sheet)</style>
    </head>
    <body>
    <a class="skip" href="#main">\(say("Naar de inhoud", "To the content"))</a>
    \(header)<main id="main">
    \(verdict)\(taskSection)\(courseSection)\(approachSection)\(boardSection)\(paceSection)\(contactSection)\(daysSection)\(notesSection)\
    \(appendix)</main>
    </body>
    </html>

    """
  }

  private var header: Html {
    let facts: [(String, String)] = [
      (say("Stand op", "As of"), DayText.long(content.day, language)),
      (say("Halfjaar", "Half-year"), content.period.description),
      (say("Gemaakt door", "Made by"), content.author),
      (say("Rekenregels", "Rules"), say("editie ", "edition ") + content.edition),
    ]
    let list = facts.filter { !$0.1.isEmpty }.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" as Html }
    let secret: Html =
      content.isInternal
      ? "<p class=\"secret\">\(say("Intern: met kleine aantallen. Niet buiten de organisatie delen.", "Internal: with small numbers. Not to be shared outside the organisation."))</p>\n"
      : ""
    return """
      <header>
      <p class="over">\(say("Huisvesting van vergunninghouders", "Housing of permit holders"))</p>
      <h1>\(content.area.fullName[language].firstRaised)</h1>
      <p class="period">\(content.period.words[language].firstRaised)</p>
      <dl class="facts">\(list)</dl>
      \(secret)</header>

      """
  }

  func section(_ id: String, _ heading: String, wide: Bool = false, _ body: Html) -> Html {
    "<section id=\"\(id)\"\(wide ? " class=\"wide\"" : "" as Html)>\n<h2>\(heading)</h2>\n\(body)</section>\n"
  }

  func figure(_ chart: Html, _ table: ReportTable) -> Html {
    chart.text.isEmpty
      ? table.html(language) : "<figure>\n\(chart)\(table.folded(language))</figure>\n"
  }
}

extension String {
  /// With a capital in front.
  var firstRaised: String { prefix(1).uppercased() + dropFirst() }
}
