import Casebook
import Foundation
import Journey
import Quota
import Terminal
import Testing

@testable import Screens

@Suite("The forecast and what-if on the screen of the task")
struct TaskForecastTests {
  @Test("a kept forecast of another day or on other grounds is computed anew by itself, and shows its age until it is")
  func stale() throws {
    let words = ForecastWords(model: try Theatre.onTask().shell.model)
    let figures = KeptForecast.Figures(p15: 1, p50: 2, p85: 3, chance: 0, households: 4, spells: 5)
    let then = ForecastGrounds(task: 276, households: 400, counts: ["housed": 188])
    func kept(_ day: Day) -> KeptForecast {
      KeptForecast(Theatre.utrecht, StagedTask.period, day: day, changes: 40, grounds: then, .figures(figures))
    }
    #expect(words.made(kept(Theatre.today + -3)) == "3 dagen geleden berekend")
    #expect(kept(Theatre.today + -3).isStale(Theatre.today, on: then))
    #expect(kept(Theatre.today + 1).isStale(Theatre.today, on: then), "valid on its own day only")
    #expect(words.made(kept(Theatre.today + 1)) == "Voor een latere dag berekend")
    let fresh = kept(Theatre.today)
    #expect(!fresh.isStale(Theatre.today, on: then))
    #expect(fresh.isStale(Theatre.today, on: ForecastGrounds(task: 279, households: 400, counts: ["housed": 188])))
    #expect(fresh.isStale(Theatre.today, on: ForecastGrounds(task: 276, households: 400, counts: ["housed": 189])))
    #expect(words.sentences(fresh).last == Forecast.leavesOut.nl)
  }

  @Test(
    "beside a forecast stands how good earlier ones were: the key that tests them, and then its figures and what they say"
  )
  func calibration() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.pointOnTask(at: .municipality("GM0344"))
    let row = try #require(theatre.shell.model.taskRow)
    func sentences() -> [String] { ForecastWords(model: theatre.shell.model).sentences(row.forecast) }
    #expect(sentences().contains("Hoe goed eerdere prognoses hier waren: B."))
    theatre.press(.character("B"), .escape)
    #expect(sentences().contains { $0.hasPrefix("De prognose was hier beter dan de tempolijn") })
    #expect(!sentences().contains { $0.contains("waren: B.") })
    let figures =
      "Toets: dekking 72 % (70 % is juist), Brier 0,112, n 18; tempolijn 38 %, 0,241, n 18; wet van Little 44 %, 0,205, n 15."
    #expect(sentences().contains(figures))
    // Two lines of a small screen, in either language.
    #expect(TextWidth.wrap(figures, width: 78).count == 2)
    let english =
      "Back-test: coverage 72% (70% is right), Brier 0.112, n 18; pace line 38%, 0.241, n 18; Little's law 44%, 0.205, n 15."
    #expect(theatre.shell.model.task.tested[Theatre.utrecht]?.figures?.en == english)
    #expect(TextWidth.wrap(english, width: 78).count == 2)
  }

  @Test("where there is too little to test on, that is said beside the forecast and no figures")
  func untested() {
    func report(_ own: Backtest.Score) -> BackTestReport {
      BackTestReport(
        area: Theatre.utrecht,
        scores: [
          (Phrase("prognose", "forecast"), own), (Baseline.Method.paceLine.name, .init(coverage: 1, brier: 0, n: 9)),
        ],
        tooLittle: [], duration: .seconds(1))
    }
    let little = report(Backtest.Score(coverage: nil, brier: nil, n: 9, atStake: 1))
    #expect(
      little.figures == nil
        && little.said.map(\.en) == [
          "Too little to test on: on 1 of 9 origins anything was at stake, and 5 are needed."
        ])
    let taskless = report(Backtest.Score(coverage: 1, brier: nil, n: 9))
    #expect(
      taskless.figures?.nl.hasPrefix("Toets: dekking 100 % (70 % is juist), Brier –, n 9; tempolijn 100 %, 0,000, n 9.")
        == true)
  }

  @Test("a chance is never said to be nothing or certain", arguments: Language.allCases)
  func chances(_ language: Language) {
    #expect(Forecast.percent(0, language).hasPrefix("<1"))
    #expect(Forecast.percent(1, language).hasPrefix(">99"))
    #expect(Forecast.percent(0.31, language).hasPrefix("31"))
  }

  @Test("too little to go by is said in words, without a number")
  func tooLittle() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.pointOnTask(at: .municipality("GM0312"))
    theatre.press(.tab, .tab)
    #expect(TaskColumn.forecast.text(try #require(theatre.shell.model.taskRow), .nl) == "–")
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Geen prognose: te weinig gegevens"))
  }

  // MARK: - What if

  @Test("a home from the list of values goes into the scenario, and a blocker opens its households")
  func values() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.character("w"), .enter)
    #expect(theatre.shell.model.task.whatIf?.scenario.homes == [Scenario.Homes.once(1, of: .many)])
    theatre.press(.end, .enter)
    #expect(theatre.shell.model.tab == .dossiers)
    #expect(theatre.shell.source.fault(theatre.shell.model.list.ask.filter, today: Theatre.today) == nil)
    theatre.press(.escape)
    #expect(theatre.shell.model.task.whatIf != nil)
    theatre.press(.escape)
    #expect(theatre.shell.model.task.whatIf == nil)
    #expect(theatre.shell.model.tab == .quota)
  }

  @Test("what one more does is of today: beside a scenario its heading says that it is without these changes")
  func heading() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    func text() -> String { theatre.frame(Size(columns: 120, rows: 40)).text }
    theatre.press(.character("w"))
    #expect(text().contains("Wat één erbij doet, het meeste bovenaan ") && !text().contains("zonder deze"))
    theatre.press(.enter)
    #expect(text().contains("Wat één erbij doet, het meeste bovenaan (zonder deze veranderingen)"))
  }

  @Test("the form of what-if comes to the scenario that was typed, and says what is wrong")
  func fields() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.character("w"), .character("w"))
    theatre.type("veel")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form?.errors["homes-1"] == "Verwacht een getal zoals 2, 0,5, 3/maand of 1x.")
    theatre.press(.control("u"))
    theatre.type("0,5")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form == nil)
    #expect(theatre.shell.model.task.whatIf?.scenario.homes == [Scenario.Homes(0.5, of: .one)])
  }

  @Test("a forecast of an area says whether it counts the homes that were posted, and of how many towns it does not")
  func homesOfArea() throws {
    let words = ForecastWords(model: try Theatre.onTask().shell.model)
    func said(_ area: Area, known: Bool, towns: Int) -> [String] {
      let figures = KeptForecast.Figures(
        p15: 1, p50: 2, p85: 3, chance: 0, households: 4, spells: 5, homesAreKnown: known)
      let kept = KeptForecast(area, StagedTask.period, day: Theatre.today, changes: 1, .figures(figures))
      return words.sentences(kept, withHomes: towns)
    }
    let province = Area.province("PV26")
    let two = "Niet meegeteld: de woningen die voor 2 gemeenten zijn geboekt."
    #expect(said(province, known: false, towns: 2).contains { $0.hasPrefix(two) })
    #expect(said(province, known: true, towns: 2).contains(Forecast.withKnownHomes.nl))
    for quiet in [said(province, known: false, towns: 0), said(Theatre.utrecht, known: false, towns: 1)] {
      #expect(!quiet.contains { $0.contains("Niet meegeteld") })
    }
  }

  @Test("a letter typed on the line below the fields is answered with what that line is called")
  func saveLine() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    for (keys, name) in [([Key.character("c")], "Bewaren"), ([Key.character("w"), Key.character("w")], "Reken")] {
      for key in keys { theatre.press(key) }
      let fields = try #require(theatre.shell.model.form).fields.count
      theatre.shell.model.form?.focus = fields
      theatre.press(.character("x"))
      #expect(theatre.shell.model.status?.text == "Hier staat \(name): ⏎ doet het, ↑ gaat terug naar de velden.")
      theatre.press(.escape)
    }
  }

  @Test("a cap on homes is typed in one field, and what is no such cap is said there")
  func cap() throws {
    let wrong = #expect(throws: Refusal.self) {
      try WhatIfFields.scenario(["cap": "veel"], today: Theatre.today)
    }
    #expect(wrong?.field == "cap" && wrong?.text(.nl).contains("20/maand") == true)
    let scenario = try WhatIfFields.scenario(["cap": "5; 2:2-4"], today: Theatre.today)
    #expect(scenario.supply == HomeSupply(perWeek: [.few: 2], inAll: 5) && !scenario.changesNothing)
  }

  @Test("what is too much for a scenario is refused at its field with the limit, and a day that is none is named")
  func beyondLimits() throws {
    func refused(_ values: [String: String]) -> Refusal? {
      return #expect(throws: Refusal.self) { try WhatIfFields.scenario(values, today: Theatre.today) }
    }
    for name in ["homes-1", "homes-2-4", "homes-5", "cap", "links"] {
      let refusal = refused([name: "9999"])
      #expect(refusal?.field == name && refusal?.text(.nl).hasSuffix("Tussen 0 en 1.000.") == true, "\(name)")
    }
    let step = refused(["stage": Stage.search.rawValue.description, "days": "9999"])
    #expect(step?.field == "days" && step?.text(.en).hasSuffix("Between -365 and 365.") == true)
    #expect(refused(["lag": "99"])?.field == "lag")
    #expect(refused(["homes-1": "1", "from": "31-2"])?.text(.nl).hasPrefix("31-2 is geen bestaande dag") == true)
    #expect(refused(["homes-1": "1", "from": "1-11"])?.text(.nl).hasPrefix("Verwacht een dag na vandaag") == true)
  }

  @Test("what stands in the fields of a scenario comes to the same scenario again")
  func roundTrip() throws {
    var scenario = Scenario()
    let from = Theatre.today + 15
    scenario.homes = [
      Scenario.Homes(Rate(2), of: .few, from: from), Scenario.Homes(Rate(0.5), of: .many, from: from),
    ]
    (scenario.supply, scenario.supplyFrom) = (HomeSupply(perWeek: [.many: 0.5], inAll: 6), from)
    scenario.steps = [Scenario.Step(.search, daysLess: 14)]
    (scenario.reunionLag, scenario.links) = (4, 1.5)
    scenario.cleared = [Rulebook.builtIn.blockers[0].code]
    let answers = WhatIfFields.answers(scenario, today: Theatre.today, .nl)
    #expect(try WhatIfFields.scenario(answers, today: Theatre.today) == scenario)
  }

  @Test("what was typed stands in the fields again as it was typed, its unit and its day")
  func typed() throws {
    let typed = [
      "homes-2-4": "3/maand", "homes-5": "0,5", "links": "1/maand", "cap": "20/maand; 2:2-4", "from": "15 dec 2026",
    ]
    let scenario = try WhatIfFields.scenario(typed, today: Theatre.today)
    #expect(WhatIfFields.answers(scenario, today: Theatre.today, .nl) == typed)
    #expect(WhatIfFields.answers(scenario, today: Theatre.today, .en)["homes-2-4"] == "3/month")
    let tomorrow = try WhatIfFields.scenario(["homes-1": "1", "from": "1-12"], today: Day(2026, 11, 26)!)
    #expect(tomorrow.words(on: Day(2026, 11, 26)!, .builtIn).first?.nl.contains("vanaf 1 dec") == true)
  }

  @Test("homes that come once stand in the field of their size as they were typed, beside those of every week")
  func once() throws {
    let scenario = try WhatIfFields.scenario(["homes-1": "1x", "homes-5": "0,5; 2x"], today: Theatre.today)
    let typed: [Scenario.Homes] = [.once(1, of: .one), Scenario.Homes(0.5, of: .many), .once(2, of: .many)]
    #expect(scenario.homes == typed)
    let answers = WhatIfFields.answers(scenario, today: Theatre.today, .nl)
    #expect(answers == ["homes-1": "1x", "homes-5": "0,5; 2x"])
    #expect(try WhatIfFields.scenario(answers, today: Theatre.today) == scenario)
  }

  @Test("the day of a cap alone is kept, said and comes back as people write it")
  func capFromADay() throws {
    let today = Day(2026, 11, 26)!
    let scenario = try WhatIfFields.scenario(["cap": "5", "from": "1 dec"], today: today)
    #expect(scenario.supplyFrom == Day(2026, 12, 1))
    let words = scenario.words(on: today, .builtIn).map(\.nl)
    // Its weeks begin on a Friday, and Tuesday lies past the middle of the first.
    let first = "er komen niet meer dan 5 woningen per week vrij, vanaf 1 dec (telt per week, vanaf vr 4 dec)"
    #expect(words == [first])
    let answers = WhatIfFields.answers(scenario, today: today, .nl)
    #expect(answers == ["cap": "5", "from": "1 dec 2026"])
    #expect(try WhatIfFields.scenario(answers, today: today) == scenario)
    let english = WhatIfFields.answers(scenario, today: today, .en)
    #expect(english["from"] == "1 Dec 2026")
    #expect(try WhatIfFields.scenario(english, today: today) == scenario)
  }

  @Test("a scenario whose cap holds from another day than its homes says so and keeps both, until another day is typed")
  func daysApart() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    let (today, first) = (Theatre.today, Day(2026, 12, 1)!)
    var kept = Scenario()
    kept.homes = [Scenario.Homes(Rate(2), of: .few, from: first), Scenario.Homes(Rate(1), of: .many, from: nil)]
    kept.supply = try #require(HomeSupply("5"))
    theatre.press(.character("w"))
    func played(_ fill: (inout FormState) -> Void) throws -> Scenario? {
      theatre.shell.model.task.whatIf?.scenario = kept
      theatre.press(.character("w"))
      var form = try #require(theatre.shell.model.form)
      #expect(form.values(.nl)["from"] == "1 dec 2026")
      let few = "voor \(HouseholdSize.few.name.nl) vanaf 1 dec, voor \(HouseholdSize.many.name.nl) vanaf nu"
      #expect(form.noteOfStarts(today)?.nl == few + ", hoogstens vanaf nu; een andere dag geldt voor alle")
      fill(&form)
      theatre.shell.model.form = form
      theatre.press(.control("s"))
      return theatre.shell.model.task.whatIf?.scenario
    }
    let same = try played { _ in }
    #expect(same == kept)
    let more = try played { $0.lines["cap"] = TextLine("6") }
    #expect(more?.supply == HomeSupply("6") && more?.supplyFrom == nil && more?.homes == kept.homes)
    var note: Phrase? = Phrase(same: "not asked")
    let later = try played { form in
      form.lines["from"] = TextLine("8 dec")
      note = form.noteOfStarts(today)
    }
    #expect(note == nil)
    #expect(later?.supplyFrom == Day(2026, 12, 8) && later?.homes.map(\.from) == [Day(2026, 12, 8), Day(2026, 12, 8)])
    // Where all begins on one day there is nothing to say.
    let one = try WhatIfFields.scenario(["homes-1": "1", "cap": "5", "from": "1 dec"], today: today)
    #expect(WhatIfFields.apart(one, typed: "1 dec", today: today) == nil && one.supplyFrom == first)
  }

  @Test("a day typed where homes belong is refused at its field, with what was expected", arguments: ["1-12", "1 dec"])
  func dayAsHomes(_ text: String) {
    #expect {
      try WhatIfFields.scenario(["homes-5": text], today: Theatre.today)
    } throws: { error in
      (error as? Refusal)?.field == "homes-5" && (error as? Refusal)?.text(.nl).contains("3/maand") == true
    }
  }

  // MARK: - Posting
}
