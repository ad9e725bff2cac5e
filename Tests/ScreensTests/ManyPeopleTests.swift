import Journey
import Synchronization
import Terminal
import Testing

@testable import Casebook
@testable import Screens

/// People in memory, in the order of their number, that counts what is read of it.
final class Crowd: PeopleSource {
  private let size: Int
  private let reads = Mutex((calls: 0, rows: 0))

  init(_ size: Int) { self.size = size }

  /// What was read since it was last asked.
  func taken() -> (calls: Int, rows: Int) {
    reads.withLock { reads in
      defer { reads = (0, 0) }
      return reads
    }
  }

  func page(_ query: NetworkQuery, beyond row: NetworkRow?, forward: Bool, limit: Int, today: Day) -> [NetworkRow] {
    let at = row.flatMap { Int($0.contact.name.dropFirst(2)) }
    let range = forward ? (at.map { $0 + 1 } ?? 0)..<size : 0..<(at ?? size)
    let numbers = forward ? range.prefix(limit) : range.suffix(limit)
    reads.withLock { $0 = ($0.calls + 1, $0.rows + numbers.count) }
    return numbers.map { self.row($0, today: today) }
  }

  func person(_ contact: Contact, _ area: Area, today: Day) -> NetworkRow? {
    reads.withLock { $0 = ($0.calls + 1, $0.rows + 1) }
    return Int(contact.name.dropFirst(2)).map { row($0, today: today) }
  }

  private func row(_ number: Int, today: Day) -> NetworkRow {
    NetworkRow(
      contact: Contact(.corporation, organisation: "Mitros", name: "P \(number)"), turns: number % 3, households: 4,
      oldest: today - 3, quiet: today - 3, silent: 0, answers: ResponseDays(), agreed: 0, kept: 0,
      quietKey: number, key: String(number), shareKey: 0)
  }

  func count(_ query: NetworkQuery, today: Day) -> Count { Count(number: size, isCapped: false) }
}

@Suite("A hundred thousand people on the screen of the network")
struct ManyPeopleTests {
  private func onStage(_ size: Int = 100_000) throws -> (Theatre, Crowd) {
    let crowd = Crowd(size)
    let theatre = try Theatre(people: crowd)
    theatre.press(.character("5"))
    return (theatre, crowd)
  }

  @Test("to show them reads two pages at most, wherever in the list one is and however many there are")
  func shows() throws {
    let (theatre, crowd) = try onStage()
    defer { theatre.close() }
    let most = 2 * NetworkState.page
    #expect(crowd.taken().rows <= most && theatre.shell.model.network.count?.number == 100_000)
    for key in [Key.end, .home, .end] {
      theatre.press(key)
      let taken = crowd.taken()
      #expect(taken.rows <= most && taken.calls <= 2, "\(key)")
    }
    #expect(theatre.shell.model.network.current?.contact.name == "P 99999")
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("P 99999"))
    #expect(crowd.taken().calls == 0, "drawing reads nothing")
  }

  @Test("to page through them reads each about once and keeps no more than a window of them")
  func pages() throws {
    let (theatre, crowd) = try onStage()
    defer { theatre.close() }
    _ = crowd.taken()
    for _ in 0..<200 {
      theatre.press(.pageDown)
      #expect(theatre.shell.model.network.rows.count <= 1000 + NetworkState.page)
    }
    let at = try #require(theatre.shell.model.network.current.flatMap { Int($0.contact.name.dropFirst(2)) })
    #expect(at > 2000 && crowd.taken().rows <= at + 2 * NetworkState.page)
    for _ in 0..<200 { theatre.press(.pageUp) }
    #expect(theatre.shell.model.network.current?.contact.name == "P 0")
  }

  @Test("marks stay on people who are no longer among what was read, and a frame costs the same with them")
  func marks() throws {
    let (theatre, crowd) = try onStage()
    defer { theatre.close() }
    theatre.press(.character(" "), .character(" "), .end, .character(" "))
    _ = crowd.taken()
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("3 gemarkeerd"))
    #expect(theatre.shell.model.network.marks.map(\.contact.name) == ["P 0", "P 1", "P 99999"])
    #expect(crowd.taken().calls == 0)
    theatre.press(.home)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("✓"))
  }

  @Test("to mark all of more than can be marked reads one more than that, and says how many can")
  func markAll() throws {
    let (theatre, crowd) = try onStage()
    defer { theatre.close() }
    _ = crowd.taken()
    theatre.press(.character("*"))
    let taken = crowd.taken()
    #expect(taken.calls == 1 && taken.rows == Shell.mostMarkedPeople + 1)
    #expect(theatre.shell.model.network.marks.isEmpty)
    #expect(theatre.said == Words.tooManyMarked(Shell.mostMarkedPeople)[.nl])
    let (few, some) = try onStage(800)
    defer { few.close() }
    _ = some.taken()
    few.press(.character("*"))
    #expect(few.shell.model.network.marks.count == 800 && some.taken().rows == 800)
  }
}
