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

  @Test("what does not fit below the list ends with a sign")
  func cut() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    let index = try #require(theatre.shell.model.network.index)
    theatre.shell.model.network.rows[index].agreed = 4
    theatre.shell.model.network.rows[index].kept = 1
    // The last row above the edge, the status line and the keys.
    #expect(theatre.frame(Size(columns: 60, rows: 24)).row(20).hasSuffix("… │"))
    let whole = theatre.frame(Size(columns: 120, rows: 40)).text
    #expect(whole.contains("In het netwerk sinds do 7 mei.") && !whole.contains("… │"))
  }

  @Test("the list of whom somebody keeps waiting says that it is a part, and 2 shows all dossiers again")
  func part() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let all = try theatre.casebook.count(Query(), limit: 1000)
    theatre.find("M. de Wit")
    theatre.press(.enter)
    #expect(theatre.shell.model.allList.lines.count < all)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("een deel, 2 toont alle"))
    theatre.press(.character("2"))
    #expect(theatre.shell.model.allList.lines.count == all && theatre.shell.model.visit == nil)
    #expect(!theatre.frame(Size(columns: 120, rows: 40)).text.contains("een deel"))
    // Neither does another screen in between keep it a part.
    theatre.press(.character("5"))
    theatre.find("M. de Wit")
    theatre.press(.enter, .character("1"), .character("2"))
    #expect(theatre.shell.model.allList.lines.count == all)
  }

  @Test("undo on the network says which act of whom it took back, and of a succession in how many dossiers")
  func undoSays() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("K. Bos")
    theatre.press(.character("a"), .control("s"), .character("u"))
    #expect(theatre.said.hasPrefix("Ongedaan gemaakt: afwezigheid van K. Bos"), "\(theatre.said)")
    theatre.press(.control("r"))
    #expect(theatre.said.hasPrefix("Opnieuw gedaan: afwezigheid van K. Bos"), "\(theatre.said)")
    theatre.press(.character("u"))
    #expect(theatre.said.hasPrefix("Ongedaan gemaakt: afwezigheid van K. Bos"), "\(theatre.said)")
    theatre.find("M. de Wit")
    theatre.press(.character("S"))
    theatre.type("K. B")
    theatre.press(.enter, .control("s"), .enter)
    #expect(theatre.shell.model.form == nil, "\(theatre.said)")
    theatre.press(.character("u"))
    #expect(theatre.said.hasPrefix("Ongedaan gemaakt: opvolger van M. de Wit in "), "\(theatre.said)")
    #expect(theatre.said.contains("dossier"))
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

  @Test("Tab completes the filter of people and of connections as it does in lists of dossiers")
  func completes() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("/"))
    theatre.type("par")
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Tab partij:"))
    theatre.press(.tab)
    theatre.type("corp")
    theatre.press(.tab)
    #expect(theatre.shell.model.network.filter == "partij:corporatie")
    #expect(theatre.shell.model.network.rows.allSatisfy { $0.contact.party == .corporation })
    theatre.press(.escape, .character("t"), .character("/"))
    theatre.type("geb")
    theatre.press(.tab)
    #expect(theatre.shell.model.network.connectionFilter == "gebroken")
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
