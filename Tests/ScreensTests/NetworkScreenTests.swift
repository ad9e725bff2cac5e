import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("The screen of the network")
struct NetworkScreenTests {
  static let wit = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
  static let bos = Contact(.corporation, organisation: "Mitros", name: "K. Bos")

  private func onNetwork() throws -> Theatre {
    let theatre = try Theatre()
    try theatre.meet()
    theatre.press(.character("5"))
    return theatre
  }

  private func status(_ theatre: Theatre) -> String { theatre.shell.model.status?.text ?? "" }

  @Test("Enter shows exactly the dossiers that wait for the person, and q comes back to them")
  func opens() throws {
    let theatre = try onNetwork()
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
    let theatre = try onNetwork()
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

  @Test("a successor is looked at first, then goes everywhere at once, and u brings all of it back")
  func succeeds() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    let turns = try #require(theatre.shell.model.network.current?.turns)
    theatre.press(.character("S"))
    theatre.type("K. B")
    // The beginning of a name that is known is that one.
    theatre.press(.enter, .control("s"))
    guard case .many(let many, _)? = theatre.shell.model.overlay else {
      Issue.record(
        "no preview: \(status(theatre)) \(theatre.shell.model.form?.error ?? "") \(theatre.shell.model.form?.errors ?? [:])"
      )
      return
    }
    #expect(many.outcome.done.count >= turns && many.outcome.left.isEmpty)
    theatre.press(.enter)
    func turnsOf(_ contact: Contact) throws -> Int {
      try theatre.casebook.person(contact, in: .country, rules: .builtIn, today: Theatre.today)?.turns ?? 0
    }
    #expect(try turnsOf(Self.wit) == 0 && turnsOf(Self.bos) == turns)
    theatre.press(.character("u"))
    #expect(try turnsOf(Self.wit) == turns && turnsOf(Self.bos) == 0, "\(status(theatre))")
    #expect(try theatre.casebook.check(rules: .builtIn).isSound)
  }

  @Test("whoever left follows nobody: the form says so, and nothing is recorded")
  func leftToo() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    let turns = theatre.shell.model.network.current?.turns
    theatre.press(.character("S"))
    theatre.type("T. Vos")
    theatre.press(.tab)
    theatre.shell.model.form?.lines["organisation"] = TextLine("Portaal")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form?.errors["name"]?.contains("vertrok zelf") == true)
    theatre.press(.escape, .character("d"))
    theatre.find("M. de Wit")
    #expect(theatre.shell.model.network.current?.turns == turns)
  }

  @Test("a form of a person says whom, completes the deputy, and is gone once it is saved")
  func form() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.find("K. Bos")
    theatre.press(.character("a"))
    theatre.type("+4d")
    theatre.press(.tab)
    theatre.type("M. d")
    theatre.press(.enter)
    #expect(theatre.shell.model.form?.texts["deputy"] == "M. de Wit")
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Afwezig · K. Bos"))
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form == nil, "\(theatre.shell.model.form?.errors ?? [:])")
    #expect(!theatre.shell.source.drafts().contains { $0.texts.values.contains("+4d") })
  }

  @Test("a gap is filled in the households of the area one looks at, and in no other")
  func gap() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try theatre.meet()
    // One household in Utrecht and one in reception wait for a party that nobody has anybody at.
    for serial in [1, 4] {
      try theatre.casebook.perform(
        .record(.waitingSet(.init(Contact(PartyID("duo")), "een brief")), on: Theatre.today),
        on: DossierID(year: 2026, serial: serial), seen: nil, by: Actor("l.smit"), source: .screen, rules: .builtIn,
        today: Theatre.today)
    }
    theatre.press(.character("5"))
    func gapsOf(_ area: Area) throws -> [NetworkRow] {
      let people = try theatre.shell.source.network.page(
        NetworkQuery(area), beyond: nil, forward: true, limit: 200, today: Theatre.today)
      return people.filter { $0.contact.name.isEmpty }
    }
    // A party that households in and outside Utrecht have nobody at.
    let wide = try gapsOf(.country)
    let near = try gapsOf(.municipality("GM0344"))
    let both = try #require(
      near.first { one in wide.contains { $0.contact == one.contact && $0.households > one.households } },
      "\(near.map { ($0.contact, $0.households) }) of \(wide.map { ($0.contact, $0.households) })")
    theatre.shell.run(.area(.municipality("GM0344")))
    theatre.shell.handle(.wake)
    theatre.press(.home)
    for _ in 0..<40 where theatre.shell.model.network.current?.contact != both.contact { theatre.press(.down) }
    theatre.press(.character("S"))
    theatre.type("R. Gids")
    theatre.press(.control("s"))
    guard case .many(let many, _)? = theatre.shell.model.overlay else {
      Issue.record("no preview: \(status(theatre)) \(theatre.shell.model.form?.errors ?? [:])")
      return
    }
    #expect(many.outcome.done.count + many.outcome.left.count == both.households)
  }

  @Test("who is absent, and who stands in, is said where one names them in a form")
  func absent() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.press(.character("2"), .enter, .character("w"))
    theatre.type("Corp")
    theatre.press(.enter)
    for _ in 0..<12 { theatre.press(.backspace) }
    let form = try #require(theatre.shell.model.form)
    let choices = form.suggestions().map(\.name.nl)
    #expect(choices.contains("M. de Wit · Mitros (weg tot en met 3 dec; vervanger K. Bos)"))
    #expect(choices.contains("T. Vos · Portaal (vertrokken, nog geen opvolger)"))
    theatre.type("M. d")
    theatre.press(.enter)
    #expect(theatre.shell.model.form?.values(.nl)["name"] == "M. de Wit")
    theatre.press(.up)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("weg tot en met 3 dec; vervanger K. Bos"))
  }

  @Test("a name of the stories is taken into the network by one key, with what the story says of it")
  func takesIn() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("5"))
    theatre.find("M. de Wit")
    #expect(theatre.shell.model.network.current?.partner == nil)
    theatre.press(.character("i"), .control("s"))
    #expect(theatre.shell.model.network.current?.partner?.contact == Self.wit, "\(status(theatre))")
    theatre.press(.character("u"))
    #expect(theatre.shell.model.network.current?.partner == nil)
  }

  @Test("a contact about all that waits for somebody is one act on all of it")
  func contact() throws {
    let theatre = try onNetwork()
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
      Issue.record("no contact: \(status(theatre))")
      return
    }
    #expect(made.text == "gebeld" && made.channel == .phone && made.turn?.party == made.contact.party)
  }

  @Test("what is said of the marked is said of each of them, as one act; whoever it does not hold for is named")
  func marked() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    let names = ["K. Bos", "P. Prins"]
    for name in names {
      theatre.find(name)
      theatre.press(.character(" "))
    }
    #expect(theatre.shell.model.network.marks.map(\.contact.name) == names)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("2 gemarkeerd"))
    // A filter leaves the marks where they are.
    theatre.press(.character("/"))
    theatre.type("mitros")
    theatre.press(.enter, .character("a"), .control("s"))
    #expect(status(theatre).contains("2 mensen"), "\(status(theatre))")
    func absent() throws -> Set<String> {
      let rows = try theatre.casebook.people(NetworkQuery(), limit: 100, rules: .builtIn, today: Theatre.today)
      return Set(rows.filter { $0.partner?.isAway(Theatre.today) == true }.map(\.contact.name))
    }
    #expect(try absent().isSuperset(of: ["K. Bos", "P. Prins"]) && theatre.shell.model.network.marks.isEmpty)
    theatre.press(.character("u"))
    #expect(try absent().isDisjoint(with: names))
    theatre.press(.control("r"))
    #expect(try absent().isSuperset(of: ["K. Bos", "P. Prins"]))
    theatre.press(.control("r"))
    #expect(status(theatre) == Words.nothingToRedo[.nl])
    // Back is who was away: of the others it is said that they were not.
    theatre.find("K. Bos")
    theatre.press(.character(" "), .character("b"), .control("s"))
    #expect(status(theatre).contains("1 mens"), "\(status(theatre))")
    for name in ["M. de Wit", "K. Bos"] {
      theatre.find(name)
      theatre.press(.character(" "))
    }
    theatre.press(.character("b"), .control("s"))
    #expect(status(theatre).contains("1 mens, 1 niet (K. Bos: "), "\(status(theatre))")
  }

  @Test("o says what the people of each organisation have together, and Enter shows those people")
  func organisations() throws {
    let theatre = try onNetwork()
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

  @Test("V marks everybody from the one marked last to here, * all in the filter and once more none of them")
  func ranges() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    let all = theatre.shell.model.network.rows.map(\.contact)
    theatre.press(.character("V"))
    #expect(status(theatre) == Words.markFirst[.nl])
    theatre.press(.home, .down, .character(" "), .end, .up, .character("V"))
    #expect(theatre.shell.model.network.marks.map(\.contact) == Array(all[1..<all.count - 1]))
    theatre.press(.character("*"))
    #expect(Set(theatre.shell.model.network.marks.map(\.contact)) == Set(all))
    // A filter leaves the others marked.
    theatre.press(.character("/"))
    theatre.type("mitros")
    theatre.press(.enter, .character("*"))
    let left = theatre.shell.model.network.marks
    #expect(!left.isEmpty && left.allSatisfy { $0.contact.organisation != "Mitros" })
  }

  @Test("a range whose beginning is no longer among what was read marks all between, in the order of the list")
  func farRange() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    let all = theatre.shell.model.network.rows
    theatre.press(.home, .character(" "), .end)
    theatre.shell.model.network.rows = Array(all.suffix(2))
    theatre.press(.character("V"))
    #expect(theatre.shell.model.network.marks.map(\.contact) == all.map(\.contact))
    theatre.press(.character("-"), .character("V"))
    #expect(status(theatre) == Words.markFirst[.nl])
  }

  @Test("marks come and go with space and minus, and a contact goes to all dossiers that wait for one of the marked")
  func contactWithMarked() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.press(.character("s"), .home, .character(" "), .character(" "))
    let marks = theatre.shell.model.network.marks
    #expect(marks.count == 2 && marks.allSatisfy { $0.turns > 0 })
    theatre.press(.character("c"))
    #expect(theatre.shell.model.form?.many.count == marks.map(\.turns).reduce(0, +))
    theatre.press(.escape, .character("-"))
    #expect(theatre.shell.model.network.marks.isEmpty)
    theatre.press(.home, .character(" "), .home, .character(" "))
    #expect(theatre.shell.model.network.marks.isEmpty)
  }

  @Test("a filter with a term that is none says what was expected and leaves the rows")
  func mistake() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    let rows = theatre.shell.model.network.rows.map(\.contact)
    theatre.press(.character("/"))
    theatre.shell.handle(.paste("partij:bank"))
    #expect(theatre.shell.model.network.fault != nil)
    #expect(theatre.shell.model.network.rows.map(\.contact) == rows)
    theatre.press(.enter)
    #expect(status(theatre).contains("Corporatie"))
    theatre.press(.escape)
    #expect(theatre.shell.model.network.typing == nil && theatre.shell.model.network.filter.isEmpty)
  }

  @Test("from a municipality in the connection one comes to its people")
  func connection() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.press(.character("t"))
    #expect(theatre.shell.model.network.connections.count == Reference.municipalities.count)
    let town = try #require(theatre.shell.model.network.connection?.municipality)
    theatre.press(.enter)
    #expect(theatre.shell.model.area == .municipality(town) && !theatre.shell.model.network.showsConnections)
  }

  @Test("nothing is recorded by who only reads")
  func readOnly() throws {
    let theatre = try onNetwork()
    defer { theatre.close() }
    theatre.shell.model.isReadOnly = true
    for key in "NeaXSciu" {
      theatre.press(.character(key))
      #expect(theatre.shell.model.form == nil, "\(key)")
    }
  }

  @Test("in plain mode each person is a line in words, by number one comes to their dossiers")
  func plain() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    let (reading, _) = stage.run("netwerk", "1")
    #expect(reading.says("Netwerk, alle gemeenten, langst stil eerst."))
    #expect(reading.said.contains { $0.contains("Mitros") && $0.contains("wacht") })
    #expect(reading.says("Dossiers, alle dossiers"))
  }

  /// What is said with this number of the person on the first page of the network.
  private func number(of name: String, in stage: PlainStage, _ before: String...) throws -> String {
    let reading = Reading(["netwerk"] + before)
    let setting = Setting(
      casebook: stage.theatre.casebook, rules: .builtIn, language: .nl, user: "j.bakker", today: { Theatre.today })
    _ = PlainProgram.run(setting, on: reading.console, resumes: false)
    let line = try #require(reading.said.last { $0.contains(name) && $0.first?.isNumber == true }, "\(reading.text)")
    return String(line.prefix { $0.isNumber })
  }

  @Test("in plain mode a successor takes over with a look at it first, and ongedaan brings all of it back")
  func plainSuccession() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    try stage.theatre.meet()
    let wit = try number(of: "M. de Wit", in: stage)
    let (reading, _) = stage.run("netwerk", "opvolger \(wit)", "K. Bos", "", "", "", "ja", "ongedaan")
    #expect(reading.says("Vastleggen? ja of leeg."), "\(reading.text)")
    #expect(reading.said.contains { $0.hasPrefix("Opvolger") && $0.contains("bewaard") }, "\(reading.text)")
    #expect(reading.says("Ongedaan gemaakt"), "\(reading.text)")
  }

  @Test("in plain mode one is absent with a deputy, several are marked by number, and views, orders and gaps are said")
  func plainAll() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    try stage.theatre.meet()
    let bos = try number(of: "K. Bos", in: stage, "sorteer naam")
    let (away, _) = stage.run("netwerk", "sorteer naam", "afwezig \(bos)", "+4d", "M. de Wit", "", "", "")
    #expect(away.says("Netwerk, alle gemeenten, op naam."))
    #expect(away.said.contains { $0.contains("Afwezig") && $0.contains("bewaard") }, "\(away.text)")
    let (marked, _) = stage.run(
      "netwerk", "sorteer naam", "markeer 1", "markeer tot hier 3", "afwezig 2", "markeringen weg", "sorteer termijn")
    #expect(marked.says("1 gemarkeerd.") && marked.says("3 gemarkeerd."))
    #expect(marked.says("Er zijn mensen gemarkeerd: dit geldt voor die."))
    #expect(marked.says("\"termijn\" is geen volgorde van mensen. Verwacht: stil, aanzet, naam."))
    let (views, status) = stage.run("netwerk", "weergave niemand bij naam", "stop")
    #expect(views.says("Weergave niemand bij naam. Filter: naamloos.") && status == 0)
    let (kept, _) = stage.run(
      "netwerk", "zoek mitros", "bewaar weergave", "mitros", "2", "", "zoek -", "weergave mitros")
    #expect(
      kept.said.last { $0.hasPrefix("Netwerk, ") }?.contains("Weergave mitros. Filter: mitros.") == true, "\(kept.text)"
    )
  }

  @Test("in plain mode a number says the connection of that municipality from country to town, with each break")
  func plainConnection() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    try stage.theatre.meet()
    let (reading, _) = stage.run(
      "netwerk", "land tot stad", "zoek utrecht", "M utrecht", "land tot stad", "1", "mensen 1")
    #expect(reading.said.contains { $0.contains("Provincie") && $0.contains("P. Prins") }, "\(reading.text)")
    #expect(reading.said.contains { $0.contains("gesproken op") }, "\(reading.text)")
    #expect(reading.says("Netwerk, Utrecht"), "\(reading.text)")
  }
}
