import Testing

@testable import Terminal

@Suite("Refusals")
struct TerminalFailureTests {
  private let reasons: [TerminalFailure.Reason] = [
    .noTerminal, .noName, .unknown("wyse99"), .tooPlain("dumb"), .refused,
  ]

  @Test("are said in Dutch and in English, each in its own words")
  func words() {
    let failures = reasons.map { TerminalFailure($0) }
    #expect(Set(failures.map(\.dutch) + failures.map(\.english)).count == 2 * reasons.count)
  }

  @Test("name the terminal they refuse")
  func named() {
    #expect(TerminalFailure(.unknown("wyse99")).english.contains("TERM=wyse99"))
    #expect(TerminalFailure(.tooPlain("dumb")).dutch.contains("TERM=dumb"))
  }

  @Test("a program ended by a signal says so in its exit status")
  func status() {
    #expect(HangUpReason.interrupt.exitStatus == 130)
    #expect(HangUpReason.terminate.exitStatus == 143)
    #expect(HangUpReason.hangUp.exitStatus == 129)
  }
}
