import Journey
import Quota

extension ReportPage {
  var boardSection: Html {
    let words = say(
      "Een band die breder wordt is een fase waar meer mensen in komen dan er uit gaan.",
      "A band that grows thicker is a stage that more people enter than leave.")
    let course: Html =
      content.flow.isWithheld
      ? content.flowTable.html(language)
      : "<p>\(words)</p>\n\(figure(FlowChart(content: content, language: language).html, content.flowTable))"
    return section(
      "board", say("Waar staan mensen nu?", "Where are people now?"),
      """
      \(content.boardTable.html(language))\(content.board.isEmpty ? "" as Html : content.onTheWayTable.html(language))<h3>\(say("Hoe dat zo kwam", "How that came about"))</h3>
      \(course)
      """)
  }

  var paceSection: Html {
    let capped: Html =
      content.leadTimes.isCapped
      ? "<p class=\"key\">\(say("Alleen de laatste verhuizingen; wat eerder was telt hier niet mee.", "The latest moves only; what was before is not counted here."))</p>\n"
      : ""
    return section(
      "pace", say("Hoe snel gaat het?", "How fast does it go?"),
      """
      <h3>\(say("Verhuisd per week", "Moved in by week"))</h3>
      \(figure(WeeksChart(content: content, language: language).html, content.weeksTable))\
      <h3>\(say("Van vergunning tot huis", "From permit to home"))</h3>
      \(figure(LeadTimeChart(content: content, language: language).html, content.leadTimeTable))\(capped)\
      <h3>\(say("Wachten en contact", "Waiting and contact"))</h3>
      \(content.waitsTable.html(language))
      """)
  }

  var daysSection: Html {
    let households = content.days.households
    let noun = households == 1 ? say("huishouden", "household") : say("huishoudens", "households")
    let count = "\(households.text(language)) \(noun)"
    let words = say(
      "Elke dag tussen vergunning en huis hoort bij precies één partij: wie toen aan zet was. Samen zijn het alle dagen van \(count): \(content.days.whose.nl). Van wie nog onderweg is staan ze op het scherm Doorstroom.",
      "Every day between permit and home belongs to exactly one party: whose turn it was. Together they are all days of \(count): \(content.days.whose.en). Those of households still on their way are on the screen Pipeline."
    )
    return section(
      "days", say("Waar bleven de dagen?", "Where did the days go?"),
      "\(content.days.parties.isEmpty ? "" : "<p>\(words)</p>\n" as Html)\(figure(DaysChart(content: content, language: language).html, content.daysTable))"
    )
  }

  /// What the figures follow, where they come from and what is left out.
  var notesSection: Html {
    let running = content.running
    let stays =
      content.hidesBalanceBefore
      ? say(
        "Doel en correctie zijn geen aantallen van mensen die men kan kennen en staan er altijd. Saldo vooraf, opgave en wat afdwingbaar is staan alleen in het interne rapport: het \(running.nl) is nog niet voorbij, en uit het saldo ervan volgt hoeveel personen er tot nu toe zijn gehuisvest.",
        "Target and correction are not numbers of people one could know and always stand. Balance before, task and what is enforceable are in the internal report only: the \(running.en) is not over yet, and its balance says how many persons have been housed so far."
      )
      : say(
        "Doel, saldo vooraf en opgave zijn geen aantallen van mensen die men kan kennen en staan er altijd.",
        "Target, balance before and task are not numbers of people one could know and always stand.")
    let (before, after) = (content.period.previous.words, content.period.next.words)
    let hidden =
      content.isInternal
      ? say(
        "Dit is de interne uitgave: kleine aantallen staan erin. Namen van huishoudens staan in geen enkele uitgave.",
        "This is the internal edition: it has small numbers. No edition has names of households.")
      : say(
        "Aantallen personen of huishoudens van 1 tot en met 4 staan er als <5. Een * is een aantal dat er een zou verraden. Bij Afdwingbaar is <5 ook 0: hoogstens de achterstand, die ernaast staat. Wie maar weinig huishoudens onderweg heeft, heeft hier geen prognose: die zou hun grootte verraden. Dit geldt binnen dit ene rapport. Twee rapporten zeggen samen meer, ook hoeveel er zijn gehuisvest: dat van een ander halfjaar (vooral het \(before.nl) en het \(after.nl): het saldo vooraf van het latere is gehuisvest min opgave van het eerdere), en dat van een deel van dit gebied of van een andere dag (die kan men van elkaar aftrekken). Deel ze niet beide buiten de organisatie. In grafieken zijn kleine aantallen halverwege getekend. \(stays) Namen van huishoudens staan in geen enkele uitgave.",
        "Numbers of persons or households from 1 to 4 stand as <5. A * is a number that would give one away. Under Enforceable <5 can be 0 too: at most the backlog, which stands beside it. Who has few households on the way has no forecast here: it would tell their size. This holds within this one report. Two reports together say more, also how many were housed: that of another half-year (above all the \(before.en) and the \(after.en): the balance before of the later is housed less the task of the earlier), and that of a part of this area or of another day (they can be subtracted). Do not share both outside the organisation. In charts small numbers are drawn halfway. \(stays) No edition has names of households."
      )
    let remarks = content.remarks.map { "<li>\($0.words[language])</li>\n" as Html }
    var seen: Set<String> = []
    // What holds for several in one source stands once.
    let rules = content.rules.filter { seen.insert($0.words[language] + $0.source).inserted }.map {
      "<li>\($0.words[language].firstRaised) <span class=\"source\">\($0.source)</span></li>\n" as Html
    }
    let names = files.map { table -> Html in
      let name = content.fileName(table.fileName)
      return "<li><a href=\"\(name)\">\(name)</a>: \(table.caption[language])</li>\n"
    }
    return section(
      "notes", say("Verantwoording", "Notes"),
      """
      <h3>\(say("Wat is afgeschermd", "What is withheld"))</h3>
      <p>\(hidden)</p>
      \(remarks.isEmpty ? "" : "<h3>\(say("Bij deze cijfers", "About these figures"))</h3>\n<ul>\n\(remarks)</ul>\n" as Html)\
      <h3>\(say("Regels en bronnen", "Rules and sources"))</h3>
      <ul class="rules">
      \(rules)</ul>
      <h3>\(say("De tabellen als bestand", "The tables as files"))</h3>
      <ul>
      \(names)</ul>

      """)
  }
}
