import Casebook
import Demo
import Journey
import Quota
import Terminal
import Testing

@testable import Screens

@Suite("A row of the task and its forecast after something was recorded")
struct TaskRenewalTests {
  private let period = HalfYear(2026, 2)

  /// A town with a task on the screen, of a program whose answers come from another thread.
  private struct Stage {
    let theatre: Theatre
    let late = LateWorker()
    let shell: Shell
    let area: Area

    init(_ area: Area, _ theatre: Theatre) throws {
      (self.theatre, self.area) = (theatre, area)
      let targets = TaskEvent.Body.targets(
        .init(HalfYear(2026, 2), referenceDate: Day(2026, 7, 1)!, [area.code: .init(target: 60)]))
      try theatre.casebook.post(
        [targets], by: Actor("l.smit"), source: .importFile, rules: .builtIn, today: Theatre.today)
      shell = theatre.again(worker: late.queue)
      late.settle(shell)
      shell.run(.area(area))
      takes(.character("4"))
    }

    func end() {
      late.release()
      theatre.close()
    }

    func takes(_ keys: Key...) {
      for key in keys {
        shell.handle(.key(key))
        late.settle(shell)
      }
    }

    func type(_ text: String) { for letter in text { takes(.character(letter)) } }

    /// The half-year that runs.
    var row: TaskRow? { shell.model.task.rows(.nl).first { $0.id == .period(HalfYear(2026, 2)) } }

    /// Made by somebody else on the same casebook, with the same number of runs.
    func expected() throws -> KeptForecast {
      let ledger = try theatre.casebook.ledger(rules: .builtIn, today: Theatre.today)
      let forecasting = Forecasting(theatre.casebook, rules: .builtIn, runs: 200)
      return try forecasting.forecast(ledger.line(area, in: HalfYear(2026, 2)), on: Theatre.today)
    }
  }

  @Test("where one thing is done after another, the chart has the forecast of its row at once")
  func chartAtOnce() throws {
    let theatre = try Theatre(filling: .town)
    defer { theatre.close() }
    let targets = TaskEvent.Body.targets(
      .init(period, referenceDate: Day(2026, 7, 1)!, [Theatre.utrecht.code: .init(target: 60)]))
    try theatre.casebook.post(
      [targets], by: Actor("l.smit"), source: .importFile, rules: .builtIn, today: Theatre.today)
    let province = Area.province("PV26")
    theatre.shell.model.task.cursors[province] = .area(Theatre.utrecht)
    theatre.press(.character("4"))
    theatre.shell.run(.area(province))
    let figures = try #require(theatre.shell.model.taskRow?.forecast?.figures)
    #expect(theatre.shell.model.task.look?.burnUp.expected.last?.p50 == figures.p50)
  }

  @Test("the municipalities of which nothing of an approach is recorded stand in one line")
  func withoutApproach() throws {
    let theatre = try Theatre(filling: .town)
    defer { theatre.close() }
    let towns = ["GM0344": -2, "GM0307": 0, "GM0310": 1]
    try theatre.casebook.post(
      [.opening(.init(period, towns))], by: Actor("l.smit"), source: .importFile, rules: .builtIn, today: Theatre.today)
    theatre.shell.model.task.cursors[.country] = .area(.province("PV26"))
    theatre.press(.character("4"))
    let look = try #require(theatre.shell.model.task.look)
    let said = TaskWords(model: theatre.shell.model, look: look, forecast: nil).paragraphs.flatMap(\.lines).map(\.text)
    let lines = said.filter { $0.contains("vastgelegd") }
    #expect(lines.count == 1 && lines.first?.hasPrefix("Van 3 gemeenten is niets vastgelegd: ") == true, "\(said)")
    #expect(lines.first?.contains("Utrecht") == true)
  }

  @Test("a correction changes the row, and its forecast is made anew by itself")
  func correction() throws {
    let stage = try Stage(Theatre.utrecht, Theatre(filling: .town))
    defer { stage.end() }
    let before = try #require(stage.row)
    #expect(before.line.task == 60 && before.forecast?.grounds?.task == 60)
    stage.takes(.character("c"))
    stage.type("-3")
    stage.takes(.tab)
    stage.type("dubbel geteld")
    stage.takes(.control("s"))
    let after = try #require(stage.row)
    #expect(after.line.correction == -3 && after.line.task == 57)
    let (old, new) = (try #require(before.forecast), try #require(after.forecast))
    #expect(new.changes > old.changes && new.grounds?.task == 57 && !after.needsForecast(Theatre.today))
    #expect(new.outcome == (try stage.expected().outcome))
    // For a smaller task the chance is at least as good, with the same half-years played.
    let chances = (try #require(old.figures?.chance), try #require(new.figures?.chance))
    #expect(new.figures?.p50 == old.figures?.p50 && chances.1 >= chances.0)
    #expect(stage.shell.model.task.renewing == nil && stage.shell.model.task.look?.line.task == 57)
  }

  @Test(
    "homes to come are posted in a form; the forecast is made anew by itself with no more of them, and the pane says both"
  )
  func homes() throws {
    let stage = try Stage(Theatre.utrecht, Theatre(filling: .town))
    defer { stage.end() }
    let before = try #require(stage.row?.forecast)
    stage.takes(.character("H"))
    stage.type("0,2")
    stage.takes(.tab, .tab)
    stage.type("brief corporatie")
    stage.takes(.control("s"))
    #expect(stage.shell.model.form == nil, "\(stage.shell.model.form?.errors ?? [:])")
    let row = try #require(stage.row)
    let after = try #require(row.forecast)
    #expect(!row.needsForecast(Theatre.today) && after.changes > before.changes)
    #expect(after.outcome == (try stage.expected().outcome))
    #expect(after.figures?.homesAreKnown == true && before.figures?.homesAreKnown == false)
    #expect(try #require(after.figures?.p85) <= #require(before.figures?.p85))
    let look = try #require(stage.shell.model.task.look)
    let said = TaskWords(model: stage.shell.model, look: look, forecast: after).paragraphs.flatMap(\.lines).map(\.text)
    #expect(said.contains("Woningen die komen: 0,2 per week (brief corporatie)."))
    #expect(said.contains(Forecast.withKnownHomes.nl))
    stage.takes(.character("u"))
    #expect(stage.row?.forecast?.outcome == before.outcome)
    #expect(stage.shell.model.task.look?.homes.isEmpty == true)
  }

  @Test("until the new forecast has come the row has the old one, and says that it is of before")
  func meanwhile() throws {
    let stage = try Stage(Theatre.utrecht, Theatre(filling: .town))
    defer { stage.end() }
    let before = try #require(stage.row?.forecast)
    try stage.theatre.casebook.post(
      [.correction(.init(period, "GM0344", 9, reason: "x"))], by: Actor("l.smit"), source: .screen, rules: .builtIn,
      today: Theatre.today)
    stage.late.hold()
    // Forecasts are made on a queue of their own, which may be faster than the page.
    stage.shell.aside?.suspend()
    stage.shell.handle(.key(.function(5)))
    // The page has come and what it asks for has not.
    while stage.row?.line.correction != 9 { stage.late.bring(1, to: stage.shell) {} }
    let row = stage.row
    stage.shell.aside?.resume()
    #expect(row?.forecast == before && row?.needsForecast(Theatre.today) == true)
    stage.late.settle(stage.shell)
    #expect(stage.row?.needsForecast(Theatre.today) == false && stage.row?.forecast?.grounds?.task == 69)
  }

  @Test(
    "a household that moves in, recorded in its dossier, is housed in the row and no longer on the way in its forecast")
  func moves() throws {
    let theatre = try Theatre(filling: .town)
    let ready = try theatre.casebook.rows(Query(.stages([.moving])), limit: 50)
    let one = try #require(ready.first { $0.municipality != nil })
    let stage = try Stage(.municipality(try #require(one.municipality)), theatre)
    defer { stage.end() }
    let before = try #require(stage.row)
    stage.shell.run(.openDossier(one.id))
    stage.late.settle(stage.shell)
    stage.shell.run(.act(.move))
    stage.late.settle(stage.shell)
    stage.takes(.control("s"))
    #expect(stage.shell.model.opened?.dossier.housing != nil, "\(stage.shell.model.form?.errors ?? [:])")
    stage.takes(.character("4"))
    let after = try #require(stage.row)
    // Relatives abroad are counted with it and are still to come.
    let dossier = try #require(try theatre.casebook.dossier(one.id))
    let moved = dossier.realisations(.builtIn).filter { $0.day == Theatre.today }.reduce(0) { $0 + $1.persons }
    #expect(moved > 0 && after.line.housed == before.line.housed + moved)
    #expect(after.line.onTheWay == before.line.onTheWay - one.persons)
    let (old, new) = (try #require(before.forecast), try #require(after.forecast))
    #expect(
      new.grounds?.counts["housed"] == after.line.housed && new.grounds?.households == old.grounds!.households - 1)
    #expect(!after.needsForecast(Theatre.today))
    #expect(new.outcome == (try stage.expected().outcome))
  }
}
