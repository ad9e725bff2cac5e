import Foundation
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Working together on the screen")
struct TogetherScreenTests {
  private static let size = Size(columns: 120, rows: 40)
  private let guide = Contact(.guidance, organisation: "VluchtelingenWerk", name: "P. Jansen")

  /// The first household, open, with a goal and somebody drawn in.
  private func planned() throws -> Theatre {
    let theatre = try Theatre()
    theatre.press(.enter)
    theatre.another(.goalSet(.init("Weer als naaister werken", person: PersonID(1), helper: guide)))
    theatre.another(
      .drawnIn(.init(Contact(PartyID("health"), organisation: "Praktijk Oost"), for: "brief over de trap")))
    theatre.press(.function(5))
    return theatre
  }

  private func text(_ theatre: Theatre) -> String { theatre.frame(Self.size).text }

  @Test(
    "P puts the plan in the place of the story: their own words first, then who helps with what; P again brings it back"
  )
  func plan() throws {
    let theatre = try planned()
    defer { theatre.close() }
    #expect(!text(theatre).contains("Wat zij zelf willen"))
    theatre.press(.character("P"))
    let frame = text(theatre)
    let goals = try #require(frame.range(of: "\"Weer als naaister werken\""))
    let help = try #require(frame.range(of: "Woning aanbieden", range: goals.upperBound..<frame.endIndex))
    #expect(frame.contains("Nog niet samen gezien.") && goals.lowerBound < help.lowerBound)
    #expect(theatre.frame(Size(columns: 200, rows: 60)).text.contains("Rima, met VluchtelingenWerk · P. Jansen"))
    theatre.press(.character("P"))
    #expect(!text(theatre).contains("Wat zij zelf willen"))
  }

  @Test("Enter on a goal tells all of it, and on a step why its day is what it is")
  func details() throws {
    let theatre = try planned()
    defer { theatre.close() }
    theatre.press(.character("P"))
    let opened = try #require(theatre.shell.model.opened)
    let goal = try #require(opened.plan.firstIndex { if case .goal = $0 { true } else { false } })
    for _ in 0..<goal { theatre.press(.down) }
    theatre.press(.enter)
    #expect(text(theatre).contains("Hulp") && text(theatre).contains("Rima Al-Hassan"))
    theatre.press(.escape)
    let step = try #require(opened.plan.firstIndex { if case .step = $0 { true } else { false } })
    for _ in goal..<step { theatre.press(.down) }
    theatre.press(.enter)
    #expect(text(theatre).contains("Ontstaan"))
  }

  @Test("with the plan before one, nothing of the story that cannot be seen is corrected or taken back")
  func unseen() throws {
    let theatre = try planned()
    defer { theatre.close() }
    let story = theatre.shell.model.opened?.dossier.sequence
    theatre.press(.character("P"), .character("U"), .character("C"))
    #expect(theatre.shell.model.form == nil && theatre.shell.model.opened?.dossier.sequence == story)
  }

  @Test("whoever is drawn in stands in the network with their purpose, and dim once they left")
  func network() throws {
    let theatre = try planned()
    defer { theatre.close() }
    #expect(
      theatre.frame(Size(columns: 200, rows: 60)).text.contains("Praktijk Oost · naam onbekend: brief over de trap"))
    let drawn = try #require(theatre.shell.model.opened?.dossier.needed.first)
    theatre.another(.released(.init(drawn.number, "brief is er")))
    theatre.press(.function(5))
    #expect(theatre.shell.model.opened?.dossier.around.last?.hasLeft == true)
    theatre.press(.tab, .tab, .end, .enter)
    let frame = text(theatre)
    #expect(frame.contains("Klaar op") && frame.contains("Afloop"), "\(frame)")
  }

  @Test("whoever has the turn is in the network, also after talks with others there, with how many more there are")
  func turnInNetwork() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter)
    for name in ["L. Smit", "K. Bos"] {
      theatre.another(.contactMade(.init(Contact(.corporation, organisation: "Mitros", name: name), .phone)))
    }
    theatre.press(.function(5))
    let frame = text(theatre)
    #expect(frame.contains("Mitros · M. de Wit en 1 ander") && frame.contains("Mitros · K. Bos"), "\(frame)")
    let people = try #require(theatre.shell.model.opened?.people)
    #expect(people.map(\.contact.name) == ["M. de Wit", "K. Bos"] && people[0].hasTurn)
  }

  @Test("how long whoever has the turn is quiet is the same in a list and in the dossier")
  func sameSilence() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"))
    let lines = theatre.shell.model.list.lines
    #expect(!lines.isEmpty)
    for line in lines {
      let dossier = try #require(try theatre.casebook.dossier(line.id))
      let state = DossierState(dossier, rules: .builtIn, today: Theatre.today)
      guard let holder = state.people.first(where: \.hasTurn) else { continue }
      let days = state.quiet(holder).map { max(0, Theatre.today - $0) }
      #expect(days == line.silence(Theatre.today), "\(line.id)")
    }
  }

  @Test("Enter on somebody in the network says how to reach them and who stands in; a contact has the number too")
  func reach() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try theatre.meet()
    theatre.press(.enter, .tab, .tab)
    let opened = try #require(theatre.shell.model.opened)
    #expect(opened.pane == .network && opened.personAtHand?.contact.name == "M. de Wit")
    theatre.press(.enter)
    let frame = text(theatre)
    #expect(frame.contains("woonconsulent") && frame.contains("030-1234567"), "\(frame)")
    #expect(frame.contains("K. Bos · 030-1234567") && frame.contains("Weg tot en met 3 dec"), "\(frame)")
    guard case .text(let card)? = theatre.shell.model.overlay else {
      Issue.record("no card")
      return
    }
    // The number to call is what y copies there, not that of the dossier.
    #expect(card.phone == "030-1234567" && frame.contains("y kopieer telefoon"))
    theatre.press(.character("y"))
    #expect(theatre.shell.model.overlay != nil && !theatre.said.contains("2026-000001"))
    theatre.press(.escape, .character("c"))
    #expect(text(theatre).contains("telefoon 030-1234567"), "\(text(theatre))")
  }

  @Test("that whoever is waited for is away does not push out what is waited for, on a small screen either")
  func wholeTurn() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    try theatre.meet()
    theatre.press(.enter, .function(5))
    let rows = theatre.frame(Size(columns: 80, rows: 24)).text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = rows[4...5].joined(separator: " ")
    #expect(head.contains("Wacht 24 dagen op Mitros") && head.contains("K. Bos"), "\(head)")
    #expect(head.contains("4-kamerwoning"), "\(head)")
  }

  /// The form of sharing for a home search, at whom it goes to.
  private func sharing() throws -> Theatre {
    let theatre = try planned()
    theatre.press(.character(":"))
    theatre.type("delen")
    theatre.press(.enter)
    theatre.type("woning zoeken")
    theatre.press(.tab)
    return theatre
  }

  @Test("what is shared is read before it is recorded; Enter records it and goes on to a file of one's own")
  func share() throws {
    let theatre = try sharing()
    defer { theatre.close() }
    theatre.type("Corporatie")
    theatre.press(.control("s"))
    guard case .sheet(let page)? = theatre.shell.model.overlay else {
      Issue.record("no page: \(text(theatre))")
      return
    }
    let sheet = page.lines.joined(separator: "\n")
    #expect(sheet.contains("Kamers nodig: 4") && !sheet.contains("Rima") && sheet.contains("- Namen, Geslacht, "))
    func isShared() -> Bool { theatre.shell.model.opened?.dossier.story.last?.body.kind == .sheetShared }
    #expect(text(theatre).contains("Deelblad: woning zoeken") && text(theatre).contains("Nog niet vastgelegd."))
    theatre.press(.escape)
    #expect(!isShared() && theatre.shell.model.form?.purpose == .act(.share))
    theatre.press(.control("s"))
    #expect(!isShared() && text(theatre).contains("Aan: Corporatie, Mitros, M. de Wit"))
    theatre.press(.enter)
    #expect(isShared() && theatre.shell.model.form?.purpose == .sheet)
    theatre.press(.escape)
    #expect(text(theatre).contains("Deelblad: woning zoeken") && text(theatre).contains("Vastgelegd."))
    theatre.press(.enter, .control("s"))
    #expect(theatre.shell.model.status?.kind == .good && theatre.shell.model.form == nil)
    let file = theatre.folder.appendingPathComponent(page.file)
    #expect(try String(contentsOf: file, encoding: .utf8) == sheet + "\n")
  }

  @Test("a sheet that is no longer what would go out is read anew, and nothing is recorded")
  func changedMeanwhile() throws {
    let theatre = try sharing()
    defer { theatre.close() }
    theatre.type("Corporatie")
    theatre.press(.control("s"))
    theatre.another(.needsSet(.init(needs: Needs(rooms: 5, maxRent: 700, features: [.groundFloor]))))
    theatre.press(.enter)
    #expect(text(theatre).contains("lees het deelblad opnieuw"))
    let story = try #require(try theatre.casebook.dossier(DossierID("2026-000001")!)?.story)
    #expect(!story.contains { $0.body.kind == .sheetShared })
  }

  @Test("the line of what was shared shows its sheet again, as the household was then")
  func sharedThen() throws {
    let theatre = try sharing()
    defer { theatre.close() }
    theatre.type("Corporatie")
    theatre.press(.control("s"), .enter, .escape, .escape)
    let shared = try #require(theatre.shell.model.opened?.dossier.story.last)
    theatre.another(.needsSet(.init(needs: Needs(rooms: 5, maxRent: 700, features: [.groundFloor]))))
    theatre.press(.function(5))
    theatre.shell.model.opened?.cursor = .event(shared.id)
    theatre.press(.enter)
    let frame = text(theatre)
    #expect(frame.contains("opnieuw gemaakt uit het verhaal") && frame.contains("Kamers nodig: 4"), "\(frame)")
  }

  @Test("that something was shared is taken back after a question only, which says that the data stay out")
  func unshare() throws {
    let theatre = try sharing()
    defer { theatre.close() }
    theatre.type("Corporatie")
    theatre.press(.control("s"), .enter, .escape, .escape)
    func isShared() -> Bool {
      guard let dossier = theatre.shell.model.opened?.dossier else { return false }
      return dossier.story.contains { $0.body.kind == .sheetShared && !dossier.takenBack.contains($0.id) }
    }
    for key in [Key.character("u"), .character("U")] {
      theatre.press(key)
      #expect(text(theatre).contains("De gegevens zijn al gedeeld"))
      theatre.press(.escape)
      #expect(isShared())
    }
    theatre.press(.character("u"), .enter)
    #expect(!isShared(), "\(theatre.said)")
  }

  @Test("sharing offers only whom its purpose may go to, and says whom when somebody else is typed")
  func receivers() throws {
    let theatre = try sharing()
    defer { theatre.close() }
    let form = try #require(theatre.shell.model.form)
    #expect(form.field?.name == "party" && form.suggestions().map(\.code) == ["corporation"])
    theatre.type("COA")
    theatre.press(.control("s"))
    let said = theatre.shell.model.form?.errors["party"]
    #expect(said == "woning zoeken gaat volgens het regelboek alleen naar: Corporatie")
  }

  @Test("a handover's details are the checklist: what was gone through, and what was not")
  func checklist() throws {
    let theatre = try planned()
    defer { theatre.close() }
    theatre.another(
      .handedOver(
        .init(
          .linked, from: Contact(.coa), to: Contact(.municipality, name: "j.bakker"), told: "alles", points: ["needs"]))
    )
    theatre.press(.function(5))
    let opened = try #require(theatre.shell.model.opened)
    let event = try #require(opened.dossier.story.last)
    theatre.shell.model.opened?.cursor = .event(event.id)
    theatre.press(.enter)
    let frame = text(theatre)
    #expect(frame.contains("✓ woonbehoefte en waarom") && frame.contains("· nareis en bekenden hier"))
  }

  @Test("read out, the plan says the same in the same order")
  func plain() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    try stage.other(.goalSet(.init("Weer als naaister werken", person: PersonID(1), helper: guide)))
    let (reading, _) = stage.run("ga naar 2026-000001", "plan", "lees verhaal")
    let goals = try #require(reading.said.firstIndex { $0.contains("Weer als naaister werken\", Rima, met ") })
    let helper = try #require(reading.said.firstIndex { $0.contains("Woning aanbieden, ") && $0.hasSuffix("te laat.") })
    #expect(goals < helper && reading.says("Plan:"))
  }

  @Test("shared by prompts and lines, the sheet is said line by line")
  func plainShare() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    let (reading, _) = stage.run(
      "ga naar 2026-000001", "delen", "woning zoeken", "Corporatie", "", "", "", "ja")
    #expect(reading.says("Vastleggen dat dit gedeeld is? ja of leeg."))
    #expect(reading.says("Deelblad: woning zoeken") && reading.says("Kamers nodig: 4"))
    #expect(try stage.story().last?.body.kind == .sheetShared)
  }
}
