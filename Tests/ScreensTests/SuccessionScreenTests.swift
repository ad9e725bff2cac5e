import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("People who go, stand in and follow")
struct SuccessionScreenTests {
  /// What it comes to that K. Bos follows M. de Wit, before it is recorded.
  private func succeed(_ theatre: Theatre) {
    theatre.find("M. de Wit")
    theatre.press(.character("S"))
    // The beginning of a name that is known is that one.
    theatre.type("K. B")
    theatre.press(.enter, .control("s"))
  }

  private func turns(_ contact: Contact, _ theatre: Theatre) throws -> Int {
    try theatre.casebook.person(contact, in: .country, rules: .builtIn, today: Theatre.today)?.turns ?? 0
  }

  @Test("a successor is looked at first, then goes everywhere at once, and u brings all of it back")
  func succeeds() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let had = try turns(NetworkScreenTests.wit, theatre)
    succeed(theatre)
    let many = try #require(theatre.preview, "\(theatre.said) \(theatre.shell.model.form?.errors ?? [:])")
    #expect(many.outcome.done.count >= had && many.outcome.left.isEmpty && had > 0)
    theatre.press(.enter)
    #expect(try turns(NetworkScreenTests.wit, theatre) == 0 && turns(NetworkScreenTests.bos, theatre) == had)
    theatre.press(.character("u"))
    #expect(
      try turns(NetworkScreenTests.wit, theatre) == had && turns(NetworkScreenTests.bos, theatre) == 0,
      "\(theatre.said)")
    #expect(try theatre.casebook.check(rules: .builtIn).isSound)
  }

  @Test("a filter by the name of who went goes along to whoever follows, and back when that is taken back")
  func filtered() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("/"))
    theatre.type("de wit")
    theatre.press(.enter)
    succeed(theatre)
    theatre.press(.enter)
    #expect(theatre.shell.model.network.filter == "K. Bos", "\(theatre.said)")
    #expect(theatre.shell.model.network.current?.contact.name == "K. Bos")
    theatre.press(.character("u"))
    #expect(theatre.shell.model.network.filter == "de wit")
    #expect(theatre.shell.model.network.current?.contact.name == "M. de Wit")
  }

  @Test("an undo that finds nothing to take back any more says so, and marks nobody")
  func undoneAlready() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    succeed(theatre)
    theatre.press(.enter, .character("2"))
    // Somebody else takes it back in each household meanwhile.
    let last = try #require(theatre.shell.model.lastActed)
    for id in last.dossiers {
      try theatre.casebook.perform(
        .undo(act: last.act), on: id, seen: nil, by: Actor("l.smit"), source: .screen, rules: .builtIn,
        today: Theatre.today)
    }
    theatre.press(.character("u"))
    #expect(theatre.shell.model.marks.isEmpty, "\(theatre.said)")
    #expect(theatre.said.hasPrefix("Niets ongedaan gemaakt · "), "\(theatre.said)")
    #expect(try theatre.casebook.check(rules: .builtIn).isSound)
  }

  @Test("u and Ctrl-R go on over screens: what was done again in a list is taken back on Netwerk once")
  func overScreens() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let had = try turns(NetworkScreenTests.wit, theatre)
    succeed(theatre)
    theatre.press(.enter, .character("2"), .down)
    let noted = try #require(theatre.shell.model.list.cursor)
    func isThere() throws -> Bool {
      let dossier = try #require(try theatre.casebook.dossier(noted))
      return dossier.story.contains {
        $0.body == .noteAdded(.init("Nagevraagd.")) && !dossier.takenBack.contains($0.id)
      }
    }
    theatre.press(.character("n"))
    theatre.type("Nagevraagd.")
    theatre.press(.control("s"), .character("5"), .character("u"), .character("u"))
    #expect(try !isThere() && turns(NetworkScreenTests.wit, theatre) == had)
    theatre.press(.control("r"), .control("r"))
    #expect(try isThere() && turns(NetworkScreenTests.wit, theatre) == 0, "\(theatre.said)")
    theatre.press(.character("u"), .character("u"), .character("2"))
    for _ in 0..<2 { theatre.press(.control("r")) }
    theatre.press(.character("5"), .character("u"), .character("u"))
    #expect(try !isThere() && turns(NetworkScreenTests.wit, theatre) == had, "\(theatre.said)")
    theatre.press(.character("2"), .character("u"))
    #expect(theatre.said == Words.nothingToUndoHere[.nl])
    #expect(try theatre.casebook.check(rules: .builtIn).isSound)
  }

  @Test("after something else was recorded of a person, u brings the households back too, and Ctrl-R hands them over")
  func succeedsBeforeMore() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let had = try turns(NetworkScreenTests.wit, theatre)
    succeed(theatre)
    theatre.press(.enter)
    theatre.find("M. de Wit")
    theatre.press(.character("b"), .control("s"))
    #expect(try turns(NetworkScreenTests.bos, theatre) == had && had > 0)
    theatre.press(.character("u"))
    #expect(try turns(NetworkScreenTests.bos, theatre) == had, "\(theatre.said)")
    theatre.press(.character("u"))
    #expect(
      try turns(NetworkScreenTests.wit, theatre) == had && turns(NetworkScreenTests.bos, theatre) == 0,
      "\(theatre.said)")
    theatre.press(.control("r"))
    #expect(
      try turns(NetworkScreenTests.wit, theatre) == 0 && turns(NetworkScreenTests.bos, theatre) == had,
      "\(theatre.said)")
    #expect(try theatre.casebook.check(rules: .builtIn).isSound)
  }

  @Test("whoever left follows nobody: the form says so, and nothing is recorded")
  func leftToo() throws {
    let theatre = try Theatre.onNetwork()
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
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    theatre.press(.character("b"), .control("s"))
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

  @Test("the form of who is absent has what is recorded of it: the same is refused, another last day is not")
  func absenceNow() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    theatre.press(.character("a"))
    let texts = theatre.shell.model.form?.texts ?? [:]
    #expect(texts["until"] == (Theatre.today + 10).description && texts["day"] == (Theatre.today - 4).description)
    #expect(texts["deputy"] == "K. Bos")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form?.error == "Er is niets veranderd.")
    theatre.go(to: "until")
    theatre.press(.control("u"))
    theatre.type("+3d")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form == nil, "\(theatre.shell.model.form?.errors ?? [:])")
    let rows = try theatre.casebook.people(NetworkQuery(), limit: 100, rules: .builtIn, today: Theatre.today)
    let away = rows.first { $0.contact.name == "M. de Wit" }?.partner?.away
    #expect(away?.from == Theatre.today - 4 && away?.until == Theatre.today + 3)
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
    let many = try #require(theatre.preview, "\(theatre.said) \(theatre.shell.model.form?.errors ?? [:])")
    #expect(many.outcome.done.count + many.outcome.left.count == both.households)
  }

  @Test("who is absent, and who stands in, is said where one names them in a form")
  func absent() throws {
    let theatre = try Theatre.onNetwork()
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
}
