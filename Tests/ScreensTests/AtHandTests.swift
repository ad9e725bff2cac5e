import Journey
import Terminal
import Testing

@testable import Screens

@Suite("What stands under the cursor of a dossier")
struct AtHandTests {
  /// The first household, open, with two agreements and a moment agreed with whoever has the turn.
  private func stage(_ play: (Theatre) throws -> Void) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter)
    theatre.another(.stepAdded(.init("Bel de school", due: Theatre.today + 3, owner: Contact(.municipality))))
    theatre.another(.stepAdded(.init("Vraag om foto's", due: Theatre.today + 9, owner: Contact(.municipality))))
    let mitros = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
    theatre.another(.waitingSet(.init(mitros, "plattegrond", until: Theatre.today + 7)))
    theatre.press(.function(5))
    try play(theatre)
  }

  private func point(at key: StepKey, _ theatre: Theatre) { theatre.shell.model.opened?.cursor = .step(key) }

  private func step(_ title: String, _ theatre: Theatre) throws -> Standing.Step {
    try #require(theatre.shell.model.opened?.standing.steps.first { $0.title.nl == title })
  }

  @Test("the step under the cursor is what a and z begin with", arguments: ["Bel de school", "Vraag om foto's"])
  func step(title: String) throws {
    try stage { theatre in
      let key = try step(title, theatre).key
      point(at: key, theatre)
      theatre.press(.character("a"))
      #expect(theatre.shell.model.form?.texts["step"] == title)
      theatre.press(.escape, .character("z"))
      #expect(theatre.shell.model.form?.texts["step"] == title && theatre.shell.model.form?.field?.name == "due")
    }
  }

  @Test("of two steps that are called alike the one under the cursor is meant")
  func alike() throws {
    try stage { theatre in
      theatre.another(.stepAdded(.init("Bel de school", due: Theatre.today + 20, owner: Contact(.municipality))))
      theatre.press(.function(5))
      let opened = try #require(theatre.shell.model.opened)
      let steps = opened.standing.steps.filter { $0.title.nl == "Bel de school" }
      try #require(steps.count == 2)
      for step in steps {
        point(at: step.key, theatre)
        theatre.press(.character("a"))
        #expect(theatre.shell.model.form?.values(.nl)["step"] == step.key.rawValue)
        theatre.press(.escape)
      }
    }
  }

  @Test("the step under the cursor of the plan is what a begins with too")
  func plan() throws {
    try stage { theatre in
      theatre.press(.character("P"))
      let lines = try #require(theatre.shell.model.opened).plan
      let row = lines.firstIndex { if case .step(let step) = $0 { step.title.nl == "Vraag om foto's" } else { false } }
      theatre.shell.model.opened?.planRow = try #require(row)
      theatre.press(.character("a"))
      #expect(theatre.shell.model.form?.texts["step"] == "Vraag om foto's")
    }
  }

  @Test("a step that is not ticked off says how it is done, and no other is filled in for it")
  func notByHand() throws {
    try stage { theatre in
      let exit = try #require(theatre.shell.model.opened?.standing.exit)
      point(at: exit.key, theatre)
      theatre.press(.character("a"))
      #expect(theatre.said == "\(exit.title.nl) volgt uit wat er gebeurt. Leg de gebeurtenis zelf vast.")
      #expect(theatre.shell.model.form?.texts["step"] == "" && theatre.shell.model.form?.field?.name == "step")
    }
  }

  @Test("what was left half-way at one step goes on at the step the cursor is on now, unless a step was typed")
  func leftHalfWay() throws {
    try stage { theatre in
      let (school, photos) = (try step("Bel de school", theatre), try step("Vraag om foto's", theatre))
      point(at: school.key, theatre)
      theatre.press(.character("a"))
      let focus = try #require(theatre.shell.model.form?.field?.name)
      theatre.type("per mail")
      theatre.press(.escape, .character("j"))
      point(at: photos.key, theatre)
      theatre.press(.character("a"))
      #expect(theatre.shell.model.form?.texts[focus] == "per mail", "what was typed is there")
      #expect(theatre.shell.model.form?.values(.nl)["step"] == photos.key.rawValue)
      theatre.press(.backTab)
      #expect(theatre.shell.model.form?.field?.name == "step")
      theatre.type("Bel de school")
      theatre.press(.escape, .character("j"))
      theatre.press(.character("a"))
      #expect(theatre.shell.model.form?.values(.nl)["step"] == school.key.rawValue, "nothing typed is lost")
    }
  }

  @Test("what was left half-way with the cursor on no step goes on at the step it is on now")
  func leftElsewhere() throws {
    try stage { theatre in
      let photos = try step("Vraag om foto's", theatre)
      theatre.press(.character("a"))
      let focus = try #require(theatre.shell.model.form?.field?.name)
      #expect(theatre.shell.model.form?.values(.nl)["step"] != photos.key.rawValue)
      theatre.type("per mail")
      theatre.press(.escape, .character("j"))
      point(at: photos.key, theatre)
      theatre.press(.character("a"))
      #expect(theatre.shell.model.form?.texts[focus] == "per mail")
      #expect(theatre.shell.model.form?.values(.nl)["step"] == photos.key.rawValue)
    }
  }

  @Test("z moves the moment that was agreed with whoever has the turn")
  func moment() throws {
    try stage { theatre in
      point(at: .turn, theatre)
      theatre.press(.character("z"))
      #expect(theatre.shell.model.form?.texts["step"] == "plattegrond")
      theatre.type("2026-12-14")
      theatre.press(.tab)
      theatre.type("is ziek")
      theatre.press(.control("s"))
      let due = try step("plattegrond", theatre).due
      #expect(due?.day == Day(2026, 12, 14) && due?.moved == "is ziek", "\(theatre.said)")
    }
  }
}
