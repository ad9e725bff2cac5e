import Testing

@testable import Journey

@Suite("The connection from country to town")
struct ConnectionTests {
  static let today = Day("2026-11-23")!
  private typealias Level = Connection.Level

  private func town(
    _ code: String, without: Level? = nil, gone: [Level: [Connection.Gone]] = [:], silent days: Int? = 5
  ) -> Connection {
    var people: [Level: [Contact]] = [:]
    for level in Level.allCases where level != without { people[level] = [Contact(level.party, name: "A. Bos")] }
    var spoken: [Level: Connection.Spoken] = [:]
    for level in Level.allCases { spoken[level] = days.map { Connection.Spoken(Self.today - $0) } }
    return Connection(code, people: people, gone: gone, spoken: spoken)
  }

  private func listed(_ text: String, _ order: ConnectionQuery.Order, _ all: Connection...) -> [String] {
    ConnectionQuery(text, order: order).listed(all, .builtIn, today: Self.today).map(\.municipality)
  }

  @Test("who left a level and was not followed is a break in words, in the place of nobody")
  func gone() {
    let prins = Contact(PartyID("province"), organisation: "Provincie", name: "P. Prins")
    let left = Connection.Gone(prins, until: Day("2026-10-12")!)
    let empty = town("GM0344", without: .province, gone: [.province: [left]])
    #expect(
      empty.breaks(.builtIn, today: Self.today).map(\.words.nl)
        == ["provincie: P. Prins vertrokken na 12 okt 2026, nog geen opvolger"])
    let followed = Connection.Gone(prins, until: left.until, successor: "K. Mol")
    #expect(followed.words.nl == "vertrokken na 12 okt 2026, opvolger K. Mol staat nog niet in het netwerk")
    let others = town("GM0344", gone: [.province: [left]])
    #expect(others.breaks(.builtIn, today: Self.today) == [.left(.province, left)], "also where there are others")
  }

  @Test("a list of them begins with the most broken, with links never spoken over, or goes by name")
  func orders() {
    let (utrecht, zeist, almere) = (
      town("GM0344", without: .province), town("GM0355", silent: nil), town("GM0034", silent: 300)
    )
    #expect(listed("", .name, utrecht, zeist, almere) == ["GM0034", "GM0344", "GM0355"])
    #expect(listed("", .silence, utrecht, zeist, almere) == ["GM0355", "GM0034", "GM0344"])
    #expect(listed("", .broken, utrecht, zeist, almere) == ["GM0034", "GM0355", "GM0344"])
  }

  @Test("it is cut to those with a break, and to words of the municipality, of people or of what is broken")
  func cut() {
    let (utrecht, zeist) = (town("GM0344", without: .province), town("GM0355"))
    #expect(listed("gebroken", .name, utrecht, zeist) == ["GM0344"])
    #expect(listed("broken zeist", .name, utrecht, zeist) == [])
    #expect(listed("zeist", .name, utrecht, zeist) == ["GM0355"])
    #expect(listed("niemand provincie", .name, utrecht, zeist) == ["GM0344"])
    #expect(listed("bos", .name, utrecht, zeist).count == 2)
  }
}
