import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("The cursor of the network stays on its person")
struct StayingOnNetworkTests {
  private let wit = NetworkScreenTests.wit

  /// Whoever waits for M. de Wit waits for the municipality from now on, says somebody else.
  private func moveOn(_ theatre: Theatre) throws {
    let asked = Ask(area: .country, figure: .turnOf(wit))
    let ids = try theatre.shell.source.ids(asked, limit: 100, today: Theatre.today)
    try #require(!ids.isEmpty)
    let town = Contact(.municipality, organisation: "Utrecht", name: "l.smit")
    for id in ids {
      try theatre.casebook.perform(
        .record(.waitingSet(.init(town, "tekent")), on: Theatre.today), on: id, seen: nil, by: Actor("l.smit"),
        source: .screen, rules: .builtIn, today: Theatre.today)
    }
    theatre.shell.refresh()
  }

  @Test("when others write, when one comes back from another screen, and when it is read again, also at the end")
  func readAgain() throws {
    let theatre = try Theatre(people: Crowd(1_606))
    defer { theatre.close() }
    theatre.press(.character("5"), .character("G"))
    var name: String? { theatre.shell.model.network.current?.contact.name }
    #expect(name == "P 1605")
    theatre.shell.refresh()
    #expect(name == "P 1605")
    theatre.press(.character("1"), .character("5"))
    #expect(name == "P 1605")
    theatre.shell.run(.reload)
    theatre.shell.handle(.wake)
    #expect(name == "P 1605" && theatre.shell.model.network.reachesEnd)
    for _ in 0..<20 { theatre.press(.pageUp) }
    let chosen = try #require(name)
    for _ in 0..<80 {
      theatre.shell.refresh()
      #expect(name == chosen)
    }
    #expect(theatre.shell.model.network.rows.count <= 1000 + NetworkState.page)
  }

  @Test("where it is not among the first in another order: the list is read around it")
  func around() throws {
    let theatre = try Theatre(people: Crowd(1_606))
    defer { theatre.close() }
    theatre.press(.character("5"))
    for _ in 0..<20 { theatre.press(.pageDown) }
    let number = try #require(theatre.shell.model.network.current.flatMap { Int($0.contact.name.dropFirst(2)) })
    try #require(number > NetworkState.page)
    theatre.press(.character("s"))
    let network = theatre.shell.model.network
    #expect(network.order == .turns && network.current?.contact.name == "P \(number)")
    #expect(network.rows.contains { $0.contact.name == "P \(number - 1)" } && !network.reachesStart)
    for _ in 0..<40 { theatre.press(.pageUp) }
    #expect(theatre.shell.model.network.current?.contact.name == "P 0")
  }

  @Test("when the order changes, at the top one stays at the top; and when the filter is cleared, also half typed")
  func asked() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("s"))
    #expect(theatre.shell.model.network.index == 0)
    for _ in NetworkQuery.Order.allCases {
      theatre.press(.home, .down, .down)
      let chosen = try #require(theatre.shell.model.network.cursor)
      theatre.press(.character("s"))
      #expect(theatre.shell.model.network.cursor == chosen && theatre.shell.model.network.current != nil)
    }
    for isHalf in [false, true] {
      theatre.press(.character("/"))
      theatre.type("mitros")
      if !isHalf { theatre.press(.enter, .end) } else { theatre.press(.down) }
      let found = try #require(theatre.shell.model.network.cursor)
      theatre.press(.escape)
      #expect(theatre.shell.model.network.filter.isEmpty)
      #expect(theatre.shell.model.network.current?.contact == found)
    }
  }

  @Test("unless they are in the list no more: then it is said who, and why not")
  func gone() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("/"))
    theatre.type("aan-zet")
    theatre.press(.enter)
    theatre.find("M. de Wit")
    try moveOn(theatre)
    #expect(theatre.shell.model.network.cursor != wit)
    #expect(theatre.said == "Mitros · M. de Wit staat niet meer in deze lijst: niemand wacht.", "\(theatre.said)")
  }

  @Test("unless one took them out oneself: that is said beside what one did, with the key that undoes it last")
  func goneByOneself() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("/"))
    theatre.type("afwezig")
    theatre.press(.enter)
    try #require(theatre.shell.model.network.cursor == wit)
    theatre.press(.character("b"), .control("s"))
    let said = theatre.said
    #expect(said.contains("bewaard · Mitros · M. de Wit staat niet meer in deze lijst: weer terug"), "\(said)")
    #expect(said.hasSuffix(" · u maakt ongedaan"), "\(said)")
  }

  @Test("what others changed has a sign until one was there, beside a mark too; what one did oneself has none")
  func changed() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("K. Bos")
    theatre.press(.character("a"), .control("s"))
    #expect(theatre.shell.model.network.changed.isEmpty)
    theatre.find("M. de Wit")
    theatre.press(.character(" "))
    theatre.find("F. Yilmaz")
    try moveOn(theatre)
    #expect(theatre.shell.model.network.changed.contains(wit))
    let lines = theatre.frame(Size(columns: 120, rows: 40)).text.split(separator: "\n")
    let line = lines.first { $0.contains("M. de Wit") }
    #expect(line?.contains("•") == true && line?.contains("✓") == true, "\(line ?? "")")
    theatre.find("M. de Wit")
    theatre.press(.down)
    #expect(!theatre.shell.model.network.changed.contains(wit))
  }
}

@Suite("A household that is marked and changed")
struct MarkedAndChangedTests {
  @Test("shows both signs")
  func both() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character(" "))
    let list = theatre.shell.model.allList
    let line = try #require(list.lines.first { theatre.shell.model.marks.contains($0.id) })
    theatre.press(.end)
    try #require(theatre.shell.model.list.cursor != line.id)
    try theatre.casebook.perform(
      .record(.noteAdded(.init("van een ander")), on: Theatre.today), on: line.id, seen: nil, by: Actor("l.smit"),
      source: .screen, rules: .builtIn, today: Theatre.today)
    theatre.shell.refresh()
    let row = theatre.frame(Size(columns: 120, rows: 40)).text.split(separator: "\n").first { $0.contains(line.name) }
    #expect(row?.contains("✓•") == true, "\(row ?? "")")
  }
}
