import Glibc
import Testing

@Suite("One person at two terminals", .serialized)
struct WindowsTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill(3)
  }

  @Test(
    "the second is told that a form is open in the first and has one of its own; when the first is killed it gets that text"
  )
  func draft() throws {
    let id = try #require(try place.list().first?.id)
    let (left, right) = (try TerminalUnderTest(place), try TerminalUnderTest(place))
    for terminal in [left, right] {
      try terminal.waitForText("Vandaag")
      try terminal.waitUntilIdle()
      try terminal.press("2")
      try terminal.press("/")
      for letter in id { try terminal.press(String(letter)) }
      try terminal.press("\r")
      try terminal.press("\r")
      try terminal.waitForText("Thuis › " + id)
    }
    try left.press("n")
    for letter in "van links" { try left.press(String(letter)) }
    try right.press("n")
    try right.waitForText("ook open in een ander venster")
    for letter in "van rechts" { try right.press(String(letter)) }
    try right.press("\u{13}")
    try right.waitForText("van rechts")
    kill(left.process, SIGKILL)
    #expect(try left.waitForExit() == 128 + SIGKILL)
    try right.press("n")
    try right.waitForText("van links")
    try right.press("\u{13}")
    #expect(try right.leave() == 0)
    let texts = try place.events(id).compactMap { $0["text"] as? String }
    #expect(texts.filter { ["van links", "van rechts"].contains($0) }.sorted() == ["van links", "van rechts"])
  }

  @Test("what the other records on the household is said in the form that is open")
  func news() throws {
    let id = try #require(try place.list().first?.id)
    let terminal = try TerminalUnderTest(place)
    try terminal.waitForText("Vandaag")
    try terminal.waitUntilIdle()
    try terminal.press("n")
    for letter in "half af" { try terminal.press(String(letter)) }
    let other = ["do", id, "note", "--text", "ik was hier", "--user", "l.smit"]
    #expect(place.result(of: try place.start(other)).status == 0)
    try terminal.waitForText("Intussen vastgelegd: l.smit: ik was hier")
    try terminal.waitForText("half af")
    try terminal.press("\u{13}")
    #expect(try terminal.leave() == 0)
    #expect(try place.events(id).compactMap { $0["text"] as? String }.suffix(2) == ["ik was hier", "half af"])
  }
}
