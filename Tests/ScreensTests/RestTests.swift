import Journey
@testable import Terminal
import Testing

@testable import Screens

@Suite("Starting and standing still")
struct RestTests {
  private static let size = Size(columns: 120, rows: 40)

  @Test("the first frame does not wait for the first page")
  func firstFrame() throws {
    let theatre = try Theatre()
    let late = LateWorker()
    defer {
      late.release()
      theatre.close()
    }
    late.hold()
    let shell = theatre.again(worker: late.queue)
    let first = shell.draw(size: Self.size).canvas.text
    #expect(first.contains("1 Vandaag") && !first.contains("AL-HASSAN"))
    late.settle(shell)
    #expect(shell.draw(size: Self.size).canvas.text.contains("AL-HASSAN, Rima"))
  }

  @Test("nothing moves by itself: once nobody has pressed a key for a moment, no timer runs")
  func rests() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.down, .character("2"), .enter)
    #expect(theatre.shell.deadline != nil, "where one is, is kept a moment later")
    theatre.shell.handle(.tick(.now + .seconds(10)))
    #expect(theatre.shell.deadline == nil)
  }
}
