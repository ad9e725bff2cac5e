import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Columns, order and what is found by name")
struct ChooserTests {
  private func theatre() throws -> Theatre {
    let theatre = try Theatre()
    theatre.press(.character("2"))
    return theatre
  }

  private static let size = Size(columns: 120, rows: 40)

  @Test("columns are switched, moved and widened, and come back in a later visit")
  func columns() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("C"), .character(" "), .character("K"), .character("0"))
    #expect(theatre.shell.model.allList.columns.isEmpty, "0 chooses by the width again")
    // Off with the due day; the household first and 20 wide.
    theatre.press(.enter, .character("C"), .character(" "), .home, .down, .character("K"))
    let first = try #require(theatre.shell.model.allList.columns.first)
    #expect(first.column == .name)
    #expect(!theatre.shell.model.allList.columns.contains { $0.column == .due })
    theatre.press(.left, .left, .enter)
    #expect(theatre.shell.model.allList.columns.first?.width == 26)
    #expect(!theatre.frame(Self.size).text.contains("Termijn"))
    theatre.shell.keepPlace()
    #expect(theatre.again().model.allList.columns == theatre.shell.model.allList.columns)
  }

  @Test("Esc leaves columns and order as they were")
  func escape() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("C"), .character(" "), .escape, .character("S"), .character(" "), .escape)
    #expect(theatre.shell.model.allList.columns.isEmpty && theatre.shell.model.allList.ask.sort.isEmpty)
  }

  @Test("several sort keys show in the headings by arrow and number")
  func sort() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    // The second on the list is the name; then the persons, the other way round.
    theatre.press(.character("S"), .down, .character(" "))
    for _ in 0..<6 { theatre.press(.down) }
    // On it goes to the end of what is on, and the cursor with it.
    theatre.press(.character(" "), .left, .enter)
    let sort = theatre.shell.model.allList.ask.sort
    #expect(sort.count == 2 && sort[0] == SortKey(.name) && sort[1].isReversed)
    let text = theatre.frame(Self.size).text
    #expect(text.contains("Huishouden ↑1") && text.contains("↓2"))
  }

  @Test("every view is in sight with its digit, however much is to be said of the one under the cursor")
  func allViews() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    let filter = "gemeente:utrecht en personen:>=2 en niet knelpunt:* en te-laat of fase:vergund"
    let long = KnownView(view: SavedView(name: "een hele mond vol", filter: filter), whose: .own)
    theatre.shell.views([long] + SavedView.builtIn(.nl).map { KnownView(view: $0, whose: .program) }, .choose)
    for size in [Self.size, Size(columns: 80, rows: 24)] {
      let text = theatre.frame(size).text
      for (place, known) in theatre.shell.model.viewsHere.enumerated() {
        let digit = place < 9 ? "\(place + 1)      " : ""
        #expect(text.contains(digit + known.view.name), "\(text)")
      }
    }
  }

  @Test("a list by name that is longer than its frame says which part of it is shown")
  func part() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("M"))
    #expect(theatre.frame(Self.size).text.contains(/1–\d+ \/ \d+/))
  }

  @Test("the help is run from: what is chosen there happens")
  func help() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("?"))
    theatre.type("kolommen")
    theatre.press(.enter)
    if case .chooser = theatre.shell.model.overlay {} else { Issue.record("the chooser is not open") }
  }

  @Test("the palette finds a household while one types, and opens it")
  func household() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.control("p"))
    theatre.type("osmani")
    let text = theatre.frame(Self.size).text
    #expect(text.contains("OSMANI, Farid") && text.contains("2026-000003"))
    theatre.press(.enter)
    #expect(theatre.shell.model.opened?.dossier.name == "OSMANI, Farid")
  }

  @Test("the palette finds a municipality, and looks at it")
  func municipality() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.control("p"))
    theatre.type("gemeente amersf")
    theatre.press(.enter)
    #expect(theatre.shell.model.area == .municipality("GM0307"))
  }

  @Test("what is used often stands first, also the next time")
  func uses() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.control("p"))
    theatre.type("kolommen")
    theatre.press(.enter, .escape)
    theatre.shell.keepPlace()
    let visit = theatre.again()
    visit.handle(.key(.control("p")))
    guard case .palette(let palette) = visit.model.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(palette.found(.nl).first?.verb == .columns)
  }

  @Test("a changed row is marked until one was there; one's own change is not")
  func live() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    let other = try #require(theatre.shell.model.list.lines.last)
    theatre.press(.character("n"))
    theatre.type("eigen")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.list.changed.isEmpty)
    try theatre.casebook.perform(
      .record(.noteAdded(.init("van een ander")), on: Theatre.today), on: other.id, seen: nil,
      by: Actor("s.visser"), source: .screen, rules: .builtIn, today: Theatre.today)
    theatre.press(.function(5))
    #expect(theatre.shell.model.list.changed == [other.id])
    #expect(theatre.frame(Self.size).text.contains("│ • "))
    theatre.press(.end, .up)
    #expect(theatre.shell.model.list.changed.isEmpty)
  }

  @Test("a household that left the list under the cursor is said to have gone, and where")
  func vanished() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    let here = try #require(theatre.shell.model.list.current)
    try theatre.casebook.perform(
      .record(.closed(.init(.leftNetherlands, "")), on: Theatre.today), on: here.id, seen: nil, by: Actor("s.visser"),
      source: .screen, rules: .builtIn, today: Theatre.today)
    theatre.press(.function(5))
    let text = try #require(theatre.shell.model.status?.text)
    #expect(text.contains(here.name) && text.contains("niet meer in deze lijst") && text.contains("gesloten"))
    #expect(theatre.shell.model.list.cursorIndex == 0)
  }
}
