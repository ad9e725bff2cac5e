import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Marking and doing something to many")
struct MarksTests {
  private static func names(_ theatre: Theatre) -> Set<String> {
    Set(theatre.shell.model.list.lines.filter { theatre.shell.model.marks.contains($0.id) }.map(\.name))
  }

  private func theatre() throws -> Theatre {
    let theatre = try Theatre()
    theatre.press(.character("2"))
    return theatre
  }

  @Test("a mark is on the dossier: sorting and filtering do not move it")
  func identity() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character(" "))
    #expect(Self.names(theatre) == ["AL-HASSAN, Rima"])
    theatre.press(.character("s"), .character("/"))
    theatre.type("tekle")
    theatre.press(.enter)
    #expect(theatre.shell.model.marks.count == 1)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("✓ 1 gemarkeerd"))
    theatre.press(.escape)
    #expect(Self.names(theatre) == ["AL-HASSAN, Rima"])
  }

  @Test("how many are marked stays in sight behind a long message and while a filter is typed")
  func alwaysInSight() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character(" "))
    let size = Size(columns: 80, rows: 24)
    for length in 1...30 {
      theatre.shell.say(String(repeating: "woorden ", count: length) + "uit")
      let text = theatre.frame(size).text
      #expect(text.contains("✓ 1 gemarkeerd") && text.contains("uit"), "\(length)")
    }
    theatre.press(.character("/"))
    theatre.type("tek")
    #expect(theatre.frame(size).text.contains("✓ 1 gemarkeerd"))
  }

  @Test("whoever is marked but not in the list one sees is named before it is recorded")
  func unlisted() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character(" "), .character(" "), .character("/"))
    theatre.type("al-hassan")
    theatre.press(.enter, .character("n"))
    theatre.type("brief")
    theatre.press(.control("s"))
    let many = try #require(theatre.preview, "\(theatre.said)")
    let elsewhere = many.outcome.all.filter { many.unlisted.contains($0.id) }
    #expect(many.outcome.all.count == 2 && elsewhere.count == 1 && elsewhere.first?.name != "AL-HASSAN, Rima")
    #expect(
      theatre.frame(Size(columns: 120, rows: 40)).text.contains(
        "Niet in de lijst die u ziet: \(elsewhere.first?.name ?? "-")"))
  }

  @Test("a household that its act takes out of the list stays marked, and that is said")
  func goneAndMarked() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("/"))
    theatre.type("tekle")
    theatre.press(.enter, .character(" "))
    let line = try #require(theatre.shell.model.list.current)
    theatre.shell.vanished(line, now: nil)
    #expect(theatre.said == "TEKLE, Yonas staat niet meer in deze lijst, en blijft gemarkeerd.")
  }

  @Test("V marks up to here, * all in the filter and, once more, none of them")
  func ranges() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character(" "), .down, .character("V"))
    #expect(theatre.shell.model.marks.count == 3)
    theatre.press(.character("*"))
    #expect(theatre.shell.model.marks.count == 4)
    theatre.press(.character("*"))
    #expect(theatre.shell.model.marks.isEmpty)
    theatre.press(.shiftDown, .shiftDown)
    #expect(theatre.shell.model.marks.count == 2)
    theatre.press(.character("-"))
    #expect(theatre.shell.model.marks.isEmpty)
  }

  @Test("what many come to is shown first: for whom, for whom not and why; then it is one step to undo")
  func many() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("*"), .character("b"))
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Knelpunt · 4 dossiers"))
    // Al-Hassan has this blocker already.
    theatre.type("geen passend")
    theatre.press(.enter, .control("s"))
    let shown = theatre.frame(Size(columns: 120, rows: 40)).text
    #expect(shown.contains("Wel 3") && shown.contains("Niet 1") && shown.contains("AL-HASSAN, Rima"))
    #expect(theatre.shell.model.list.lines.filter { $0.blocker != nil }.count == 1)
    theatre.press(.enter)
    #expect(theatre.shell.model.list.lines.filter { $0.blocker != nil }.count == 4)
    #expect(Self.names(theatre) == ["AL-HASSAN, Rima"], "what was not done stays marked")
    theatre.press(.character("u"))
    #expect(theatre.shell.model.list.lines.filter { $0.blocker != nil }.count == 1)
    theatre.press(.control("r"))
    #expect(theatre.shell.model.list.lines.filter { $0.blocker != nil }.count == 4)
  }

  @Test("undo of many works in a later visit too")
  func later() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("*"), .character("n"))
    theatre.type("brief verstuurd")
    theatre.press(.control("s"), .enter)
    let visit = theatre.again()
    visit.handle(.key(.character("u")))
    #expect(visit.model.status?.text.contains("4 dossiers") == true)
    for line in visit.model.list.lines {
      let dossier = try #require(try theatre.casebook.dossier(line.id))
      #expect(dossier.story.last?.body.takesBack == true)
    }
  }

  @Test("u in one of the dossiers it was done in takes it back in all of them, and Ctrl-R does it again in all")
  func fromWithin() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    let ids = theatre.shell.model.list.ids
    theatre.press(.character("*"), .character("n"))
    theatre.type("brief")
    theatre.press(.control("s"), .enter, .enter)
    func standing() throws -> Int {
      try ids.count { id in
        let dossier = try #require(try theatre.casebook.dossier(id))
        return dossier.story.contains { $0.body.kind == .noteAdded && !dossier.takenBack.contains($0.id) }
      }
    }
    #expect(theatre.shell.model.opened != nil)
    let before = try standing()
    for _ in 1...2 {
      theatre.press(.character("u"))
      #expect(theatre.said.contains("4 dossiers"), "\(theatre.said)")
      #expect(try standing() < before && theatre.shell.model.opened?.dossier.story.last?.body.takesBack == true)
      theatre.press(.control("r"))
      #expect(try standing() == before, "\(theatre.said)")
    }
    #expect(try theatre.casebook.check(rules: .builtIn).isSound)
  }

  @Test("U takes the line of one dossier back, and says that it is only there")
  func onlyHere() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("*"), .character("n"))
    theatre.type("brief")
    theatre.press(.control("s"), .enter, .enter)
    let note = try #require(theatre.shell.model.opened?.dossier.story.last)
    theatre.shell.model.opened?.cursor = .event(note.id)
    theatre.press(.character("U"))
    #expect(theatre.said.contains(" · alleen hier, van de 4 dossiers"), "\(theatre.said)")
  }

  @Test("u on what was done in several elsewhere says that it is in this dossier only; of one nothing is said")
  func doneElsewhere() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    let ids = theatre.shell.model.list.lines.map(\.id)
    _ = try theatre.casebook.performEach(
      ids, by: Actor("j.bakker"), source: .screen, rules: .builtIn, today: Theatre.today,
      action: { _ in .record(.noteAdded(.init("brief")), on: Theatre.today) })
    theatre.press(.enter, .character("u"))
    #expect(theatre.said.contains("otitie") && theatre.said.contains(" · alleen in dit dossier"), "\(theatre.said)")
    theatre.press(.character("n"))
    theatre.type("brief")
    theatre.press(.control("s"), .character("u"))
    #expect(theatre.said.contains("otitie") && !theatre.said.contains("alleen in dit dossier"), "\(theatre.said)")
  }

  @Test("all events of it share one act, in every dossier")
  func act() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("*"), .character("n"))
    theatre.type("x")
    theatre.press(.control("s"), .enter)
    let acts = try theatre.shell.model.list.lines.map { try theatre.casebook.dossier($0.id)?.story.last?.act }
    #expect(Set(acts).count == 1 && acts.count == 4)
  }

  @Test("what is about one household or one home is refused for many, with the way out")
  func one() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("*"), .character("o"))
    #expect(theatre.shell.model.form == nil)
    #expect(theatre.shell.model.status?.text.contains("één huishouden") == true)
  }

  @Test("Esc goes back from the preview to the form, with what was typed")
  func back() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character("*"), .character("n"))
    theatre.type("brief")
    theatre.press(.control("s"), .escape)
    #expect(theatre.shell.model.form?.texts["text"] == "brief")
    #expect(try theatre.casebook.dossier(theatre.shell.model.marks.first!)?.story.last?.body.kind != .noteAdded)
  }

  @Test(
    "what the form shows is recorded for all; where their own answers differ it is empty, and left so each keeps its own"
  )
  func shown() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    // One is j.bakker's already: all of them become so.
    theatre.press(.character("*"))
    theatre.shell.run(.act(.assign))
    theatre.shell.handle(.wake)
    let form = try #require(theatre.shell.model.form)
    #expect(form.ownFields == ["owner"] && form.texts["owner"] == "")
    theatre.type("s.visser")
    // Nobody knows this account: it is said twice.
    theatre.press(.control("s"), .control("s"))
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("s.visser"), "the preview says what is recorded")
    theatre.press(.enter)
    #expect(Set(theatre.shell.model.list.lines.map(\.owner)) == ["s.visser"])
  }

  @Test("another party for many leaves person and organisation to each: nobody waits for it at another's address")
  func anotherParty() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character(" "), .character("w"))
    let begun = try #require(theatre.shell.model.form)
    #expect(begun.many.count == 1 && begun.texts["organisation"]?.isEmpty == false)
    theatre.press(.control("u"))
    theatre.type("coa")
    let form = try #require(theatre.shell.model.form)
    #expect(form.texts["organisation"] == "" && form.ownFields.isSuperset(of: ["name", "organisation"]))
    theatre.press(.enter, .control("s"))
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("voor ieder het eigen"))
    theatre.press(.enter)
    let id = try #require(begun.many.first)
    let dossier = try #require(try theatre.casebook.dossier(id))
    guard case .waitingSet(let waiting)? = dossier.story.last?.body else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(waiting.on == Contact(.coa, organisation: "azc Utrecht"))
  }

  @Test("the preview of many says for how many nobody is known where each keeps its own")
  func nobodyThere() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character(" "), .character("w"), .control("u"))
    theatre.type("coa")
    theatre.press(.enter, .control("s"))
    let many = try #require(theatre.preview, "\(theatre.said)")
    func said(_ label: String) -> String? { many.said.first { $0.label == label }?.text }
    #expect(said("Naam") == "voor ieder het eigen; bij 1 nog niemand")
    #expect(said("Organisatie") == "voor ieder het eigen", "it is in a reception centre")
  }

  @Test("the preview of many says whose agreed moments lapse, the first ones and how many more")
  func lapses() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    let id = try #require(theatre.shell.model.list.cursor)
    let mitros = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
    try theatre.casebook.perform(
      .record(.waitingSet(.init(mitros, "aanbod", until: Day(2026, 12, 3))), on: Theatre.today), on: id, seen: nil,
      by: Actor("s.visser"), source: .screen, rules: .builtIn, today: Theatre.today)
    theatre.press(.character("*"), .character("w"), .control("u"))
    theatre.type("coa")
    theatre.press(.enter, .control("s"))
    guard case .many(var many, _)? = theatre.shell.model.overlay else {
      Issue.record("no preview")
      return
    }
    #expect(
      many.lapsing.map(\.nl) == ["AL-HASSAN, Rima: de afspraak met M. de Wit (Mitros) op do 3 dec vervalt"])
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("AL-HASSAN, Rima: de afspraak met M. de Wit"))
    many.lapsing = (1...9).map { Phrase(same: "P\($0)") }
    let lines = many.text(.nl).lines.map(\.text)
    #expect(lines.contains("P6") && !lines.contains("P7") && lines.contains("en nog 3"))
  }

  @Test("what is typed for all of many goes for all, whatever the party")
  func organisationForAll() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character(" "), .character("w"))
    let fields = try #require(theatre.shell.model.form?.fields)
    let organisation = try #require(fields.firstIndex { $0.name == "organisation" })
    let party = try #require(fields.firstIndex { $0.name == "party" })
    theatre.shell.model.form?.go(to: organisation)
    theatre.press(.control("u"))
    theatre.type("azc Budel")
    theatre.shell.model.form?.go(to: party)
    theatre.press(.control("u"))
    theatre.type("coa")
    #expect(theatre.shell.model.form?.texts["organisation"] == "azc Budel")
  }

  @Test("when nothing could be done any more, what was typed stays")
  func nothingDone() throws {
    let theatre = try theatre()
    defer { theatre.close() }
    theatre.press(.character(" "), .character("b"))
    theatre.type("geen aanbod")
    theatre.press(.enter, .control("s"))
    let id = try #require(theatre.shell.model.marks.first)
    try theatre.casebook.perform(
      .record(.blockerRaised(.init("no-supply", "")), on: Theatre.today), on: id, seen: nil, by: Actor("s.visser"),
      source: .screen, rules: .builtIn, today: Theatre.today)
    theatre.press(.enter)
    #expect(theatre.shell.model.form != nil)
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("Voor geen van deze dossiers"))
    theatre.press(.escape)
    #expect(theatre.shell.model.form?.texts["blocker"]?.isEmpty == false)
  }
}
