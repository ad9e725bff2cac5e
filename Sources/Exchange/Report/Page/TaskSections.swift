import Journey
import Quota

extension ReportPage {
  /// Three sentences, and four numbers to remember.
  var verdict: Html {
    let sentences = Verdict(content: content).sentences.map { "<p>\($0[language])</p>\n" as Html }
    return section(
      "verdict", say("Halen we de opgave?", "Will the task be met?"),
      "<div class=\"lede\">\n\(sentences)</div>\n\(tiles)")
  }

  private var tiles: Html {
    var tiles: [(String, Html, String)] = []
    if let task = content.task.task {
      tiles.append((say("opgave", "task"), Count(task).html(language, signed: false), say("personen", "persons")))
    }
    let housed = content.task.housed
    tiles.append(
      (
        say("gehuisvest", "housed"), housed.html(language, signed: false),
        content.task.pace.map { pace in
          pace.after[language] + " " + Digits.grouped(pace.norm, language)
        }
          ?? say("personen", "persons")
      ))
    if case .forecast(let forecast) = content.outlook {
      let band = forecast.band
      tiles.append(
        (
          say(
            "verwacht op \(DayText.brief(content.period.last, .nl))",
            "expected by \(DayText.brief(content.period.last, .en))"),
          band.p50.html(language, signed: false), "\(band.p15.text(language)) – \(band.p85.text(language))"
        ))
      if let chance = forecast.chance {
        tiles.append(
          (
            say("kans op halen", "chance of meeting it"), "\(Percent.chance(chance, language))",
            say("uit \(waiting(forecast).nl)", "from \(waiting(forecast).en)")
          ))
      }
    }
    let list = tiles.map {
      "<div><dt>\($0.0)</dt><dd><b>\($0.1)</b> <span>\($0.2)</span></dd></div>\n" as Html
    }
    return "<dl class=\"tiles\">\n\(list)</dl>\n"
  }

  var taskSection: Html {
    let explained = say(
      "Opgave = doel − saldo vooraf + correctie + verschoven (overgenomen van een andere gemeente; − door een andere). Gehuisvest: wie volgens de regels meetelt. Onderweg: gekoppeld en nog niet gehuisvest, aangemelde nareizigers meegeteld. Saldo: + is een voorsprong, − een achterstand. Afdwingbaar is de achterstand zonder wat te weinig koppelingen verklaren, zolang een halfjaar loopt alleen die van het vorige. Tempo: ● op schema, ◐ iets achter, ○ achter op de norm (het streepje in de balk). Prognose: verwacht aantal gehuisvest op de laatste dag, tussen haakjes P15 en P85: daartussen liggen zeven van de tien uitkomsten. Kans: ! is onder de helft, ook waar het tempo tot nu toe op schema is.",
      "Task = target − balance before + correction + shifted (taken over from another municipality; − by another). Housed: who counts by the rules. On the way: linked and not housed yet, announced relatives counted. Balance: + is a lead, − a backlog. Enforceable is the backlog less what too few links explain, while a half-year runs only that of the one before. Pace: ● on schedule, ◐ slightly behind, ○ behind the norm (the notch in the bar). Forecast: persons expected to be housed by the last day, in brackets P15 and P85: between them lie seven outcomes in ten. Chance: ! is below a half, also where the pace so far is on schedule."
    )
    let rows = content.groups.count > 1 ? content.groups.map(\.sum) : content.groups.flatMap(\.rows)
    let basis = content.task.basis[language]
    let origin: Html = basis.isEmpty ? "" : "<p class=\"key\">\(say("Het doel: ", "The target: "))\(basis).</p>\n"
    return section(
      "task", say("De opgave", "The task"), wide: true,
      "\(OutlookChart(rows: rows, language: language).html)\(content.taskTable.html(language))<p class=\"key\">\(explained)</p>\n\(origin)"
    )
  }

  /// How many households it rests on, said one way on the whole page.
  private func waiting(_ forecast: ReportContent.Forecast) -> Phrase {
    Verdict(content: content).households(forecast.households)
  }
  private func onTheirWay(_ forecast: ReportContent.Forecast) -> Phrase {
    Verdict(content: content).onTheirWay(forecast.households)
  }

  /// The half-year so far and to come, and how far one can trust that.
  var courseSection: Html {
    let trust: Html
    switch content.outlook {
    case .forecast(let forecast):
      let homes = forecast.onHomes.map { $0[language] + " " } ?? ""
      trust = """
        <p>\(say(
          "De prognose speelt het halfjaar \(Digits.grouped(forecast.runs, .nl)) keer na met \(onTheirWay(forecast).nl). Hoe lang een fase duurt komt uit \(Digits.grouped(forecast.spells, .nl)) verblijven in een fase. Hieronder staat hoe dezelfde methode het in eerdere halfjaren had gedaan, naast twee eenvoudiger methoden.",
          "The forecast plays the half-year \(Digits.grouped(forecast.runs, .en)) times with \(onTheirWay(forecast).en). How long a stage takes comes from \(Digits.grouped(forecast.spells, .en)) stays in a stage. Below is how the same method would have done in earlier half-years, beside two simpler ones.")) \(homes)\(Quota.Forecast.leavesOut[language])</p>

        """
    case .tooLittle, .none: trust = ""
    }
    var body =
      "<figure>\n\(BurnUpChart(content: content, language: language).html)\(content.courseTable.folded(language))</figure>\n"
      as Html
    body += "<h3>\(say("Hoe betrouwbaar is de prognose?", "How far can the forecast be trusted?"))</h3>\n"
    body += trust + content.backTestTable.html(language)
    if let remark = content.backTest.remark, !content.backTest.scores.isEmpty {
      body += "<p class=\"key\">\(remark[language])</p>\n"
    }
    return section("course", say("Verloop en vooruitzicht", "Course and outlook"), body)
  }

  var approachSection: Html {
    let words = say(
      "Gemeenten die het goed doen hebben drie dingen: een projectstructuur (S), een integraal plan (P) en een besluit van het bestuur (B). ● op orde, ◐ deels, ○ ontbreekt. Een signaal wijst op een drempel die is overschreden; of er een stap van toezicht volgt, beslist de provincie.",
      "Municipalities that do well have three things: a project structure, an integrated plan and commitment of the administrators. ● in order, ◐ partly, ○ missing. A signal points at a threshold that was crossed; whether a step of supervision follows is for the province to decide."
    )
    let table =
      content.groups.count > 1
      ? content.approachSummary : content.approachTable(content.groups.flatMap(\.rows), of: content.area)
    return section(
      "approach", say("Toezicht en aanpak", "Supervision and approach"), wide: true,
      "<p>\(words)</p>\n\(table.html(language))")
  }

  /// Every municipality by province, for the country.
  var appendix: Html {
    let tables = content.taskTablesByProvince
    guard !tables.isEmpty else { return "" }
    let links = tables.map { "<li><a href=\"#\($0.area.anchor)\">\($0.area.name[language])</a></li>\n" as Html }
    let parts = zip(tables, content.groups).map { part, group -> Html in
      """
      <h3 id="\(part.area.anchor)">\(part.area.name[language])</h3>
      \(part.table.html(language))\(content.approachTable(group.rows, of: part.area).html(language))
      """
    }
    return section(
      "appendix", say("Bijlage: alle gemeenten", "Appendix: all municipalities"), wide: true,
      "<ul class=\"places\">\n\(links)</ul>\n\(parts)")
  }
}
