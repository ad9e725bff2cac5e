import Glibc
import Terminal

/// Shows what reaches a program on the terminal, newest first; one letter each asks for what a program may ask.
final class Mirror: Program {
  private var seen: [String] = []
  private var mouse = CommandLine.arguments.contains("--mouse")
  private(set) var wantsExit: Int32?

  static let copied = "ŁUKASZ, 王小明 فاطمة"

  func draw(size: Size) -> Frame {
    var canvas = Canvas(size: size)
    canvas.put("muis \(mouse ? "aan" : "uit") \(size.columns)x\(size.rows)", x: 0, y: 0, style: .title)
    for (row, line) in seen.enumerated() { canvas.put(line, x: 0, y: row + 1) }
    return Frame(canvas: canvas, modes: Frame.Modes(mouse: mouse))
  }

  func handle(_ input: Input) {
    note(words(input))
    switch input {
    case .key(.character("m")): mouse.toggle()
    case .key(.character("c")): note("kopie \(Session.copy(Self.copied))")
    case .key(.character("C")): note("kopie \(Session.copy(String(repeating: "x", count: 80_000)))")
    case .key(.character("q")): wantsExit = 0
    case .hangUp(let reason): wantsExit = reason.exitStatus
    default: break
    }
  }

  func receive(_ message: Never) {}

  private func note(_ line: String) {
    seen.insert(line, at: 0)
    seen = Array(seen.prefix(40))
  }

  private func words(_ input: Input) -> String {
    switch input {
    case .key(let key): "toets \(key)"
    case .paste(let text): "plak \(text.debugDescription)"
    case .mouse(let event): "\(event.action) \(event.button) \(event.x),\(event.y) x\(event.clicks)"
    default: "\(input)"
    }
  }
}

do throws(TerminalFailure) {
  exit(try Session.run(Mirror(), mailbox: Mailbox()))
} catch {
  print(error.dutch)
  exit(69)
}
