import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("What one does oneself")
struct OwnActTests {
  private func stage(_ filter: String, _ play: (Theatre) throws -> Void) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("/"))
    theatre.type(filter)
    theatre.press(.enter)
    try play(theatre)
  }

  @Test(
    "when it takes a household out of the list, it is said by name where that went; undo brings the cursor back to it")
  func gone() throws {
    try stage("fase:woning of fase:vergund of fase:gekoppeld") { theatre in
      let rima = try #require(theatre.shell.model.list.lines.first { $0.name == "AL-HASSAN, Rima" }?.id)
      #expect(theatre.shell.model.list.cursor == rima && theatre.shell.model.list.lines.count == 2)
      theatre.press(.character("o"))
      theatre.type("Kanaalstraat 12")
      theatre.press(.control("s"))
      let said = try #require(theatre.shell.model.status?.text)
      #expect(said == "Aanbod bewaard · AL-HASSAN, Rima staat nu in Aanbod · u maakt ongedaan")
      #expect(theatre.shell.model.list.current?.name == "TEKLE, Yonas", "its neighbour has the cursor")
      theatre.press(.character("u"))
      #expect(theatre.shell.model.list.cursor == rima)
      let undone = try #require(theatre.shell.model.status?.text)
      #expect(undone.hasPrefix("Ongedaan gemaakt: ") && undone.contains(" van u · AL-HASSAN, Rima"))
      theatre.press(.control("r"))
      #expect(theatre.shell.model.status?.text.hasPrefix("Opnieuw gedaan: ") == true)
      #expect(theatre.shell.model.status?.text.contains("AL-HASSAN, Rima staat nu in Aanbod") == true)
    }
  }

  @Test("a new lead takes it out of the list of one's own: it is said whose it is now")
  func handedOver() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let first = try #require(theatre.shell.model.list.current)
    theatre.shell.run(.act(.assign))
    theatre.shell.handle(.wake)
    theatre.type("s.visser")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form?.errors["owner"]?.hasPrefix("s.visser is hier niet bekend") == true)
    // Saying it twice is meaning it.
    theatre.press(.control("s"))
    #expect(theatre.shell.model.status?.text.contains("\(first.name) is nu van s.visser") == true)
  }

  @Test("in many it is said how many left the list, and of undo what is taken back")
  func many() throws {
    try stage("regie:j.bakker") { theatre in
      theatre.press(.character("*"))
      theatre.shell.run(.act(.assign))
      theatre.shell.handle(.wake)
      theatre.type("s.visser")
      theatre.press(.control("s"), .control("s"), .enter)
      #expect(theatre.shell.model.status?.text.contains("2 dossiers staan niet meer in deze lijst") == true)
      theatre.press(.character("u"))
      #expect(theatre.shell.model.status?.text.contains(" van u in 2 dossiers") == true)
    }
  }

  @Test("taken back it is one dim line of the story, which Enter opens to all that was recorded; done again it counts")
  func folded() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter)
    let before = try #require(theatre.shell.model.opened?.lines.count)
    theatre.press(.character("n"))
    theatre.type("Gebeld met school")
    theatre.press(.control("s"), .character("u"))
    let opened = try #require(theatre.shell.model.opened)
    #expect(opened.lines.count == before + 1)
    let line = try #require(opened.current)
    let text = StoryPane(model: theatre.shell.model, state: opened).text(line)
    #expect(text.hasPrefix("Teruggenomen: notitie, door u, ") && line.folded?.events.count == 2)
    theatre.press(.enter)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Gebeld met school"))
    theatre.press(.escape, .control("r"))
    let redone = try #require(theatre.shell.model.opened)
    #expect(redone.lines.count == before + 2)
    #expect(redone.lines.contains { $0.event?.body == .noteAdded(.init("Gebeld met school")) && !$0.isTakenBack })
    for _ in 1...3 { theatre.press(.character("u"), .control("r")) }
    #expect(theatre.shell.model.opened?.lines.count == before + 2, "however often")
  }

  @Test("one's place is kept after a pause, so that a kill loses no more than that")
  func pause() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .down, .down)
    let cursor = theatre.shell.model.list.cursor
    #expect(theatre.again().model.tab == .today)
    theatre.shell.handle(.tick(.now + .seconds(3)))
    #expect(theatre.shell.deadline == nil, "and then there is nothing to wake for")
    let again = theatre.again()
    #expect(again.model.tab == .dossiers && again.model.list.cursor == cursor)
  }
}
