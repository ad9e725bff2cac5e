import Testing

@testable import Terminal

@Suite("Blanks between coloured texts")
struct BridgeTests {
  private func bridged(_ draw: (inout Canvas) -> Void) -> String {
    var canvas = Canvas(size: Size(columns: 12, rows: 1))
    draw(&canvas)
    let bridge = Bridge(looks: Role.allCases.map { Theme(.dark)[$0] })
    let letters: [Role: Character] = [.normal: ".", .dim: "d", .bad: "b", .good: "g", .selected: "s", .today: "y"]
    return String(bridge.over(Array(canvas.cells(ofRow: 0))).map { letters[$0.style.role] ?? "?" })
  }

  @Test("one blank between two takes the look of the first; beside plain text it stays plain")
  func one() {
    #expect(
      bridged {
        $0.put("12", x: 0, y: 0, style: .dim)
        $0.put("AB", x: 3, y: 0, style: .bad)
        $0.put("cd", x: 6, y: 0)
        $0.put("ef", x: 9, y: 0, style: .good)
      } == "dddbb....gg.")
  }

  @Test("wider gaps, the ends of a row, and blanks beside a background or an underline stay as they are")
  func others() {
    #expect(
      bridged {
        $0.put("1", x: 1, y: 0, style: .dim)
        $0.put("2", x: 4, y: 0, style: .dim)
        $0.put("3", x: 6, y: 0, style: .selected)
        $0.put("4", x: 8, y: 0, style: .today)
        $0.put("5", x: 10, y: 0, style: .dim)
      } == ".d..d.s.y.d.")
  }
}
