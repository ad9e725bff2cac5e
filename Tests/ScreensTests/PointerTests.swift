import Journey
import Terminal
import Testing

@testable import Screens

@Suite("The mouse")
struct PointerTests {
  /// Where this text stands on the screen.
  private static func place(_ text: String, _ theatre: Theatre) -> (x: Int, y: Int)? {
    for (y, line) in theatre.frame(theatre.shell.model.size).text.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .enumerated() {
      if let range = line.range(of: text) {
        return (TextWidth.of(String(line[..<range.lowerBound])) + 1, y)
      }
    }
    return nil
  }

  private func click(_ text: String, _ theatre: Theatre, clicks: Int = 1) throws {
    let (x, y) = try #require(Self.place(text, theatre), "\(text) is not on the screen")
    theatre.shell.handle(.mouse(MouseInput(.press, x: x, y: y, clicks: clicks)))
  }

  @Test("a click puts the cursor there, a double click opens, a click in the key bar does what it says")
  func clicks() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try click("2 Dossiers", theatre)
    #expect(theatre.shell.model.tab == .dossiers)
    try click("DEMIR, Ay", theatre)
    #expect(theatre.shell.model.list.current?.name.hasPrefix("DEMIR") == true)
    #expect(theatre.shell.model.opened == nil)
    try click("OSMANI", theatre, clicks: 2)
    #expect(theatre.shell.model.opened?.dossier.name == "OSMANI, Farid")
    try click("q terug", theatre)
    #expect(theatre.shell.model.opened == nil)
  }

  @Test("the wheel moves the cursor three rows, in lists and in what lies over them")
  func wheel() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"))
    theatre.shell.handle(.mouse(MouseInput(.wheelDown, x: 5, y: 5)))
    #expect(theatre.shell.model.list.cursorIndex == 3)
    theatre.shell.handle(.mouse(MouseInput(.wheelUp, x: 5, y: 5)))
    #expect(theatre.shell.model.list.cursorIndex == 0)
  }

  @Test("under a question a click does nothing but answer it")
  func question() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("."))
    theatre.shell.handle(.mouse(MouseInput(.press, x: 18, y: 0)))
    #expect(theatre.shell.model.tab == .today)
  }

  @Test("one key gives the mouse back to the terminal, and says how to select")
  func release() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    #expect(theatre.shell.draw(size: theatre.shell.model.size).modes.mouse)
    theatre.press(.function(9))
    #expect(!theatre.shell.draw(size: theatre.shell.model.size).modes.mouse)
    #expect(theatre.shell.model.status?.text.contains("selecteert") == true)
  }

  @Test("every target is told from every other")
  func tags() {
    var all: [Target] =
      [.scope, .taskRow(3), .taskColumn(2), .taskPane(1)] + Model.Tab.allCases.map(Target.tab)
      + DossierState.Pane.allCases.map(Target.pane)
    for index in [0, 1, 9, 1200] {
      all += [
        .row(DossierID(year: 2026, serial: index)), .key(index), .item(index), .line(index), .person(index),
        .field(index), .choice(index),
      ]
    }
    #expect(all.allSatisfy { Target(tag: $0.tag) == $0 })
  }
}
