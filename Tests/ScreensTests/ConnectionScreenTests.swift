import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("From country to town on the screen")
struct ConnectionScreenTests {
  private let size = Size(columns: 120, rows: 40)

  private func onUtrecht() throws -> Theatre {
    let theatre = try Theatre.onNetwork()
    theatre.press(.character("t"), .character("/"))
    theatre.type("utrecht")
    theatre.press(.enter)
    for _ in 0..<60 where theatre.shell.model.network.town != "GM0344" { theatre.press(.down) }
    return theatre
  }

  /// Chooses what one can go to, by a part of its words.
  private func choose(_ text: String, _ theatre: Theatre) {
    theatre.press(.enter)
    theatre.type(text)
    theatre.press(.enter)
  }

  @Test("the list is sorted and cut by the keys of other lists, and its head says so")
  func listed() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("t"))
    let all = theatre.shell.model.network.connections.count
    #expect(all == Reference.municipalities.count)
    #expect(theatre.frame(size).text.contains("meest gebroken eerst"))
    theatre.press(.character("s"))
    #expect(theatre.frame(size).text.contains("langst niet gesproken eerst"))
    let first = try #require(theatre.shell.model.network.connections.first).unspoken(today: Theatre.today)
    #expect(
      theatre.shell.model.network.connections.allSatisfy { $0.unspoken(today: Theatre.today).never <= first.never })
    theatre.press(.character("/"))
    theatre.type("gebroken utrecht")
    theatre.press(.enter)
    let left = theatre.shell.model.network.connections
    #expect(!left.isEmpty && left.count < all && left.allSatisfy { !$0.breaks(.builtIn, today: Theatre.today).isEmpty })
    #expect(theatre.frame(size).text.contains("\(left.count) van \(all) gemeenten"))
    theatre.press(.escape)
    #expect(theatre.shell.model.network.connections.count == all && theatre.shell.model.network.showsConnections)
    theatre.press(.escape)
    #expect(!theatre.shell.model.network.showsConnections)
  }

  @Test(
    "Enter shows who there are along it and what is broken, the cursor on the first break; all of the town come last")
  func people() throws {
    let theatre = try onUtrecht()
    defer { theatre.close() }
    theatre.press(.enter)
    let text = theatre.frame(size).text
    for name in ["A. Kok", "F. Yilmaz", "P. Prins", "M. de Wit", "j.bakker"] { #expect(text.contains(name), "\(name)") }
    #expect(text.contains("T. Vos") && text.contains("nog geen opvolger"))
    theatre.press(.escape)
    choose("mensen van", theatre)
    let model = theatre.shell.model
    #expect(model.area == .municipality("GM0344") && !model.network.showsConnections && model.network.filter.isEmpty)
  }

  @Test("to somebody in a wider area one goes with that area, and q comes back to the connection")
  func person() throws {
    let theatre = try onUtrecht()
    defer { theatre.close() }
    choose("Prins", theatre)
    #expect(theatre.shell.model.area == .province("PV26"))
    #expect(theatre.shell.model.network.current?.contact.name == "P. Prins")
    theatre.press(.character("q"))
    let network = theatre.shell.model.network
    #expect(network.showsConnections && network.town == "GM0344" && theatre.shell.model.area == .country)
    #expect(network.filter.isEmpty)
  }

  @Test("a level without anybody is filled from the break, with its party and area")
  func gap() throws {
    let theatre = try onUtrecht()
    defer { theatre.close() }
    choose("regioco", theatre)
    let form = try #require(theatre.shell.model.form)
    #expect(form.values(.nl)["party"] == "region" && form.values(.nl)["area"]?.hasPrefix("AM ") == true)
    while theatre.shell.model.form?.field?.name != "name" { theatre.press(.tab) }
    theatre.type("R. Gio")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form == nil, "\(theatre.said)")
    #expect(theatre.shell.model.network.connection?.people[.region]?.first?.name == "R. Gio")
  }

  @Test("who left gets a successor from the break, and the break is gone")
  func successor() throws {
    let theatre = try onUtrecht()
    defer { theatre.close() }
    #expect(theatre.shell.model.network.connection?.gone[.corporation]?.map(\.contact.name) == ["T. Vos"])
    choose("vos", theatre)
    theatre.type("K. Bos")
    while theatre.shell.model.form?.field?.name != "organisation" { theatre.press(.tab) }
    theatre.press(.control("u"))
    theatre.type("Mitros")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form == nil && theatre.shell.model.overlay == nil, "\(theatre.said)")
    #expect(theatre.shell.model.network.connection?.gone[.corporation] == nil)
  }

  @Test("a connection that does not fit says which key reads on, and that a link is silent comes before who spoke")
  func cut() throws {
    let theatre = try onUtrecht()
    defer { theatre.close() }
    #expect(theatre.frame(Size(columns: 60, rows: 16)).text.contains("… meer: ⏎"))
    let whole = theatre.frame(Size(columns: 120, rows: 40)).text
    #expect(!whole.contains("… meer: ⏎"))
    #expect(whole.contains("80 dagen geleden, te lang stil: F. Yilmaz en P. Prins"))
  }

  @Test("a link that was silent too long opens the form of a talk between the two, and ends its silence")
  func talk() throws {
    let theatre = try onUtrecht()
    defer { theatre.close() }
    choose("coa-regievoerder en provincie", theatre)
    let form = try #require(theatre.shell.model.form)
    #expect(form.texts["with"]?.contains("P. Prins") == true && form.texts["municipality"] == "Utrecht")
    theatre.press(.control("s"))
    let link = theatre.shell.model.network.connection?.links.first { $0.upper == .coa }
    #expect(link?.last?.day == Theatre.today, "\(theatre.said)")
  }
}
