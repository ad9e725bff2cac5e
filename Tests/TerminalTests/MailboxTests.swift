import Testing

@testable import Terminal

@Suite("The mailbox")
struct MailboxTests {
  @Test("keeps what many threads post, each one's in order")
  func threads() async {
    let mailbox = Mailbox<[Int]>()
    await withTaskGroup(of: Void.self) { group in
      for thread in 0..<8 {
        group.addTask { for number in 0..<500 { mailbox.post([thread, number]) } }
      }
    }
    let messages = mailbox.take().messages
    #expect(messages.count == 4000)
    for thread in 0..<8 {
      #expect(messages.filter { $0[0] == thread }.map { $0[1] } == Array(0..<500))
    }
    #expect(mailbox.isEmpty)
  }

  @Test("a wake without a message is one wake")
  func wake() {
    let mailbox = Mailbox<Int>()
    mailbox.wake()
    mailbox.wake()
    #expect(!mailbox.isEmpty)
    let taken = mailbox.take()
    #expect(taken.woken && taken.messages.isEmpty)
    #expect(!mailbox.take().woken)
  }
}
