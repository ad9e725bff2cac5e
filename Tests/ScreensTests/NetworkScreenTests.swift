import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("The screen of the network")
struct NetworkScreenTests {
  static let wit = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
  static let bos = Contact(.corporation, organisation: "Mitros", name: "K. Bos")

  @Test("Enter shows exactly the dossiers that wait for the person, and q comes back to them")
  func opens() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    let turns = try #require(theatre.shell.model.network.current?.turns)
    theatre.press(.enter)
    let list = theatre.shell.model.allList
    #expect(theatre.shell.model.tab == .dossiers && list.lines.count == turns && turns > 0)
    #expect(list.lines.allSatisfy { $0.waitingOn == Self.wit })
    theatre.press(.character("q"))
    #expect(theatre.shell.model.tab == .network && theatre.shell.model.network.cursor == Self.wit)
  }

  @Test("where a household waits for somebody who is away or left, that is said beside the name")
  func awaitedAbsent() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let model = theatre.again().model
    func sentence(_ contact: Contact) -> String {
      WaitWords.sentence(contact, since: Theatre.today - 24, text: "", model)
    }
    #expect(sentence(Self.wit).contains("Mitros (M. de Wit), weg t"))
    let vos = Contact(.corporation, organisation: "Portaal", name: "T. Vos")
    #expect(sentence(vos).contains("Portaal (T. Vos), vertrokken"))
    #expect(!sentence(Self.bos).contains("vertrokken") && !sentence(Self.bos).contains("weg"))
    #expect(model.absence(Contact(.corporation, organisation: "Ander", name: "T. Vos")) == nil)
  }

  @Test("a name of the stories is taken into the network by one key, with what the story says of it")
  func takesIn() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("5"))
    theatre.find("M. de Wit")
    #expect(theatre.shell.model.network.current?.partner == nil)
    theatre.press(.character("i"), .control("s"))
    #expect(theatre.shell.model.network.current?.partner?.contact == Self.wit, "\(theatre.said)")
    theatre.press(.character("u"))
    #expect(theatre.shell.model.network.current?.partner == nil)
  }

  @Test("a contact about all that waits for somebody is one act on all of it")
  func contact() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    theatre.press(.character("c"))
    theatre.type("wk 48")
    theatre.press(.control("s"), .enter)
    let row = try #require(
      try theatre.casebook.person(Self.wit, in: .country, rules: .builtIn, today: Theatre.today))
    #expect(row.spoken == Theatre.today && row.silent == 0)
  }

  @Test("the common contact from a list is c, what was said, and saving; ^T says whose turn it is now")
  func common() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"))
    let id = try #require(theatre.shell.model.list.cursor)
    let before = try #require(try theatre.casebook.dossier(id)?.sequence)
    theatre.press(.character("c"))
    theatre.type("gebeld")
    theatre.press(.control("t"), .control("s"))
    let dossier = try #require(try theatre.casebook.dossier(id))
    guard case .contactMade(let made)? = dossier.story.last?.body, dossier.sequence == before + 1 else {
      Issue.record("no contact: \(theatre.said)")
      return
    }
    #expect(made.text == "gebeld" && made.channel == .phone && made.turn?.party == made.contact.party)
  }

  @Test("o says what the people of each organisation have together, and Enter shows those people")
  func organisations() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("o"))
    theatre.type("mitros")
    let text = theatre.frame(Size(columns: 120, rows: 40)).text
    #expect(text.contains("Corporatie · 2 mensen · "), "\(text)")
    theatre.press(.enter)
    #expect(theatre.shell.model.network.filter == "partij:corporation mitros")
    let rows = theatre.shell.model.network.rows
    #expect(!rows.isEmpty && rows.allSatisfy { $0.contact.organisation == "Mitros" })
  }

  @Test("a filter with a term that is none says what was expected and leaves the rows")
  func mistake() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let rows = theatre.shell.model.network.rows.map(\.contact)
    theatre.press(.character("/"))
    theatre.shell.handle(.paste("partij:bank"))
    #expect(theatre.shell.model.network.fault != nil)
    #expect(theatre.shell.model.network.rows.map(\.contact) == rows)
    theatre.press(.enter)
    #expect(theatre.said.contains("Corporatie"))
    theatre.press(.escape)
    #expect(theatre.shell.model.network.typing == nil && theatre.shell.model.network.filter.isEmpty)
  }

  @Test("from a municipality in the connection one comes to its people")
  func connection() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("t"))
    #expect(theatre.shell.model.network.connections.count == Reference.municipalities.count)
    let town = try #require(theatre.shell.model.network.connection?.municipality)
    theatre.press(.enter)
    #expect(theatre.shell.model.area == .municipality(town) && !theatre.shell.model.network.showsConnections)
  }

  @Test("nothing is recorded by who only reads")
  func readOnly() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.shell.model.isReadOnly = true
    for key in "NeaXSciu" {
      theatre.press(.character(key))
      #expect(theatre.shell.model.form == nil, "\(key)")
    }
  }
}
