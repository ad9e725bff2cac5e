import Casebook
import Foundation
import Journey
import Quota
import Terminal
import Testing

@testable import Screens

@Suite("The screen of the task")
struct TaskScreenTests {
  static let size = Size(columns: 120, rows: 40)

  @Test("Enter goes from the country to a province, a municipality and its half-years; Esc comes back up one by one")
  func levels() throws {
    let theatre = try Theatre(task: StagedTask())
    defer { theatre.close() }
    theatre.press(.character("4"))
    #expect(theatre.shell.model.task.page?.rows.count == Reference.provinces.count)
    theatre.pointOnTask(at: .province("PV26"))
    theatre.press(.enter)
    theatre.pointOnTask(at: Theatre.utrecht)
    theatre.press(.enter)
    #expect(theatre.shell.model.taskAsk.area == Theatre.utrecht)
    #expect(theatre.shell.model.task.page?.rows.map(\.id) == [.period(HalfYear(2026, 1)), .period(HalfYear(2026, 2))])
    theatre.press(.escape)
    #expect(theatre.shell.model.taskAsk.area == .province("PV26"))
    #expect(theatre.shell.model.taskRow?.id == .area(Theatre.utrecht))
    theatre.press(.character("q"))
    #expect(theatre.shell.model.taskAsk.area == .country)
    #expect(theatre.shell.wantsExit == nil)
  }

  @Test("the country falls into provinces or, with one key, into municipalities")
  func fine() throws {
    let theatre = try Theatre(task: StagedTask())
    defer { theatre.close() }
    theatre.press(.character("4"), .character("d"))
    #expect(theatre.shell.model.task.page?.rows.count == Reference.municipalities.count)
    theatre.press(.character("d"))
    #expect(theatre.shell.model.task.page?.rows.count == Reference.provinces.count)
  }

  @Test("the sum below is what the rows add up to")
  func sum() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    let page = try #require(theatre.shell.model.task.page)
    for figure in [LedgerFigure.target, .balanceBefore, .task, .housed, .onTheWay] {
      #expect(page.sum?.line.value(figure) == page.rows.reduce(0) { $0 + ($1.line.value(figure) ?? 0) })
    }
  }

  @Test("rows sort by the chosen column, the second time the other way; the cursor stays on its municipality")
  func sorting() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.press(.right, .right, .right, .right, .right, .character("s"))
    #expect(theatre.shell.model.task.sort == .task)
    let tasks = theatre.shell.model.task.rows(.nl).map(\.line.task)
    #expect(tasks == tasks.sorted(by: >))
    #expect(theatre.shell.model.taskRow?.id == .area(Theatre.utrecht))
    theatre.press(.character("s"))
    let known = theatre.shell.model.task.rows(.nl).filter { $0.line.target.persons != nil }.map(\.line.task)
    #expect(known == known.sorted())
    #expect(theatre.shell.model.taskRow?.id == .area(Theatre.utrecht))
  }

  @Test("a review of supervision that is late marks its row, and is counted in the title", arguments: Language.allCases)
  func lateReview(_ language: Language) throws {
    var task = StagedTask()
    let id = EventID(high: 9, low: 1)
    let step = TaskEvent.SupervisionStep(
      "GM0307", StagedTask.period, step: Rulebook.builtIn.supervision[1].code, letter: "2026/7", agreement: "",
      nextReview: Theatre.today - 3)
    task.book = TaskBook(
      task.book.events + [
        TaskEvent(
          id: id, number: task.book.number + 1, day: Theatre.today - 30, recordedAt: 0, actor: Actor("j.bakker"),
          source: .screen, act: id, body: .supervision(step))
      ])
    let theatre = try Theatre(language, task: task)
    defer { theatre.close() }
    theatre.press(.character("4"))
    let utrecht = try #require(theatre.shell.model.task.rows(language).first { $0.id == .area(.province("PV26")) })
    #expect(utrecht.lateReviews == 1)
    #expect(TaskColumn.supervision.text(utrecht, language).hasSuffix(language == .nl ? "1 te laat" : "1 late"))
    let title = language == .nl ? "§ 1 toezicht te laat" : "§ 1 supervision late"
    let frame = theatre.frame(Self.size).text
    #expect(frame.contains(title), "\(frame)")
    // The mark is there in letters, also where the column has no room.
    func narrow(on area: Area) throws -> [Substring] {
      theatre.shell.pointAtTask(
        try #require(theatre.shell.model.task.rows(language).firstIndex { $0.id == .area(area) }))
      return theatre.frame(Size(columns: 80, rows: 24)).text.split(separator: "\n")
    }
    #expect(try narrow(on: .province("PV26")).contains { $0.contains("§") && $0.contains("Utrecht") })
    #expect(try !narrow(on: .province("PV22")).contains { $0.contains("§") && $0.contains("Drenthe") })
  }

  @Test("columns for which there is no room are said to be there, and the one that is chosen is always shown")
  func hiddenColumns() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    let narrow = Size(columns: 80, rows: 24)
    _ = theatre.frame(narrow)
    let page = try #require(theatre.shell.model.task.page)
    for column in TaskColumn.all(in: page) {
      theatre.shell.choose(column)
      let layout = TaskLayout(page, width: 78, keeping: column, .nl)
      #expect(layout.columns.map(\.column).contains(column) && !layout.hidden.isEmpty, "\(column)")
      #expect(theatre.frame(narrow).text.contains("+\(layout.hidden.count) kolom"), "\(column)")
    }
  }

  @Test("on a small screen a long table leaves room for what is beside a row, which says how much it is and reads on")
  func scrolls() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    let narrow = Size(columns: 80, rows: 24)
    theatre.press(.down, .up)
    let table = theatre.frame(narrow).text
    let said = try #require(table.firstMatch(of: /1–8 \/ ([0-9]+) · Shift-Tab leest door/), "\(table)")
    let count = try #require(Int(said.1))
    #expect(table.contains("van 26") && table.contains("samen"))
    theatre.press(.backTab)
    #expect(theatre.shell.model.task.pane == .approach)
    #expect(theatre.frame(narrow).text.contains(" 1–19 / \(count) "))
    // To the end and no further: one step up shows at once.
    theatre.press(.end, .down)
    #expect(theatre.frame(narrow).text.contains(" \(count - 18)–\(count) / \(count) "))
    theatre.press(.up)
    #expect(theatre.frame(narrow).text.contains(" \(count - 19)–\(count - 1) / \(count) "))
  }

  @Test("on 80 columns the chance and who is on the way stand before what is recorded of the approach")
  func narrow() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    _ = theatre.frame(Size(columns: 80, rows: 24))
    let page = try #require(theatre.shell.model.task.page)
    let shown = TaskLayout(page, width: 78, keeping: .name, .nl).columns.map(\.column)
    #expect(shown.contains(.chance) && shown.contains(.onTheWay) && shown.contains(.forecast))
    #expect(!shown.contains(.approach) && !shown.contains(.supervision))
  }

  @Test("the sign of the table stands where the task is likely missed, and where nobody knows, at a crossed threshold")
  func worst() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    var row = try #require(theatre.shell.model.taskRow)
    func kept(_ chance: Double) -> KeptForecast {
      KeptForecast(
        row.line.area, row.line.period, day: Theatre.today, changes: 0,
        .figures(.init(p15: 1, p50: 2, p85: 3, chance: chance, households: 9, spells: 99)))
    }
    let (poor, good) = (kept(0.2), kept(0.8))
    (row.signals, row.forecast) = (1, poor)
    #expect(row.isWorst)
    row.forecast = good
    #expect(!row.isWorst)
    row.forecast = nil
    #expect(row.isWorst)
    row.signals = 0
    #expect(!row.isWorst)
    row.forecast = poor
    #expect(row.isWorst, "no threshold was crossed, and it will fail")
    row.forecast = kept(0.5)
    #expect(!row.isWorst)
    // The title says what the sign is.
    for index in theatre.shell.model.task.page?.rows.indices ?? 0..<0 {
      theatre.shell.model.task.page?.rows[index].signals = index < 1 ? 1 : 0
      theatre.shell.model.task.page?.rows[index].forecast = index < 2 ? poor : good
    }
    #expect(theatre.frame(Size(columns: 200, rows: 60)).text.contains("! 2 vragen aandacht"))
    theatre.shell.model.task.page?.rows[1].forecast = good
    #expect(theatre.frame(Size(columns: 200, rows: 60)).text.contains("! 1 vraagt aandacht"))
  }

  @Test("a shift has its column where there is one, and none where there is not")
  func shifts() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    let page = try #require(theatre.shell.model.task.page)
    #expect(TaskColumn.all(in: page).contains(.shift) && TaskColumn.all(in: page).contains(.correction))
    #expect(page.rows.filter { $0.line.shift != 0 }.map { TaskColumn.shift.text($0, .nl) }.sorted() == ["+8", "-8"])
    var none = page
    none.rows.removeAll { $0.line.shift != 0 }
    none.sum = nil
    #expect(!TaskColumn.all(in: none).contains(.shift))
  }

  // MARK: - Forecasts

  @Test(
    "at any size nothing is drawn beyond the screen, and the name of the area is there",
    arguments: [60, 67, 74, 80, 89, 100, 113, 120, 140, 200])
  func widths(_ columns: Int) throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    let rows = 16 + (columns * 7) % 40
    let text = theatre.frame(Size(columns: columns, rows: rows)).text
    #expect(text.contains("Utrecht"))
    let page = try #require(theatre.shell.model.task.page)
    for placed in TaskLayout(page, width: columns - 2, keeping: .name, .nl).columns {
      #expect(placed.x + placed.width + placed.bar <= columns - 2, "\(placed.column)")
    }
  }

  @Test("a program that stays open goes on where one was on the task")
  func resumed() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    theatre.shell.keepPlace()
    let visit = theatre.again()
    #expect(visit.model.tab == .quota)
    #expect(visit.model.area == .province("PV26"))
  }

  // MARK: - Without a screen

  private final class Lines {
    var heard: [String]
    var said: [String] = []
    init(_ heard: [String]) { self.heard = heard }
    var console: Console {
      Console(read: { self.heard.isEmpty ? nil : self.heard.removeFirst() }, write: { self.said.append($0) })
    }
    func says(_ part: String) -> Bool { said.contains { $0.contains(part) } }
  }

  @Test("as lines the task is read row by row, a number goes down, and the approach is said in words")
  func plain() throws {
    let theatre = try Theatre(task: StagedTask())
    defer { theatre.close() }
    let lines = Lines([
      "opgave", "wissel gebied provincie utrecht", "wissel gebied utrecht", "volgend vak", "volgend vak", "wat als",
    ])
    var program = PlainProgram(theatre.shell, lines.console)
    _ = program.run(resumes: false)
    #expect(lines.says("Opgave 2026-II, alle gemeenten."))
    #expect(lines.says("Samen. Doel"))
    #expect(lines.says("1 2026-II. Doel 276, saldo vooraf -41, opgave 317"))
    #expect(lines.says("Projectstructuur met gaten, integraal plan met gaten, bestuurlijk commitment ontbreekt."))
    #expect(lines.says("geen besluit van het college vastgelegd"))
    #expect(lines.says("Wat als: Utrecht, 2026-II."))
  }

  @Test("every verb of the task is known by its name in lines too", arguments: Language.allCases)
  func spoken(_ language: Language) throws {
    let theatre = try Theatre(language, task: StagedTask())
    defer { theatre.close() }
    for keys in [[Key.character("4")], [.character("w")]] {
      for key in keys { theatre.press(key) }
      let model = theatre.shell.model
      let commands = PlainCommand.all(model, isDeep: false)
      for binding in model.bindings where !binding.verb.isOfScreen && binding.verb != .back {
        guard case .command(let found, _) = PlainLine(binding.name[language], among: commands, language) else {
          Issue.record("\(binding.name[language])")
          continue
        }
        #expect(found.deed == .verb(binding.verb), "\(binding.name[language])")
      }
      #expect(Set(commands.flatMap(\.keys)).count == commands.flatMap(\.keys).count)
    }
  }

  @Test("no two actions of the task share a key, and every one has a code that the page on settings names")
  func keys() throws {
    let theatre = try Theatre.onTask()
    defer { theatre.close() }
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/config.md"),
      encoding: .utf8)
    for screen in [[], [Key.character("w")]] {
      for key in screen { theatre.press(key) }
      let bindings = theatre.shell.model.bindings
      let keys = bindings.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
      for binding in bindings {
        if case .view = binding.verb { continue }
        #expect(page.contains("`\(try #require(binding.verb.code))`"))
      }
    }
  }
}
