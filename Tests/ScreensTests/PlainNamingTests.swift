import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Prompts and lines: naming what to do")
struct PlainNamingTests {
  let stage: PlainStage

  init() throws { stage = try PlainStage() }

  @Test("the table of actions is reached by key, name in either language, code and beginning")
  func names() throws {
    for name in ["n", "notitie", "note", "NOTITIE", "noti"] { stage.run("1", name, "Tekst via \(name)", ".", "", "") }
    #expect(try stage.story().suffix(5).allSatisfy { $0.body.kind == .noteAdded })
    #expect(stage.run("ga naar osmani", "withdraw-offer", "q").reading.says("Aanbod intrekken, OSMANI, Farid"))
  }

  @Test("a beginning that more have names them, and what nothing has says what was expected")
  func ambiguous() {
    let (reading, _) = stage.run("1", "knel", "xyzzy", "99")
    #expect(reading.says("\"knel\" kan meer zijn: knelpunt, knelpunt opgelost."))
    #expect(reading.says("\"xyzzy\" is hier onbekend. Verwacht: een nummer van 1 tot "))
    #expect(reading.says("99 is er niet; verwacht een nummer van 1 tot "))
  }

  @Test("every verb of the table on a screen is known by its name", arguments: Language.allCases)
  func complete(_ language: Language) {
    var model = stage.theatre.shell.model
    for opened in [false, true] {
      if opened {
        stage.theatre.press(.enter)
        model = stage.theatre.shell.model
      }
      let commands = PlainCommand.all(model, isDeep: false)
      for binding in model.bindings where !binding.verb.isOfScreen {
        guard case .command(let found, _) = PlainLine(binding.name[language], among: commands, language) else {
          Issue.record("\(binding.name[language])")
          continue
        }
        if binding.verb != .back { #expect(found.deed == .verb(binding.verb), "\(binding.name[language])") }
      }
    }
  }

  @Test("no two things that can be done on one screen share a key or, in one language, a name")
  func unique() {
    for isOpen in [false, true] {
      if isOpen { stage.theatre.press(.enter) }
      let commands = PlainCommand.all(stage.theatre.shell.model, isDeep: false)
      let keys = commands.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test("the help tells names, keys and reasons, and can be searched")
  func help() {
    let (reading, _) = stage.run("1", "?", "? huurcontract")
    #expect(reading.says("notitie (n): Schrijf iets in het verhaal."))
    #expect(reading.says("huurcontract (H): kan nu niet. "))
    #expect(stage.run("? zzz").reading.says("Niets hier heet \"zzz\"."))
  }

  @Test("what the rules refuse says why, from a list and in a dossier")
  func refused() {
    #expect(stage.run("1", "huurcontract").reading.says("Kan nu niet. "))
    #expect(stage.run("huurcontract 1").reading.says("Fout: Huurcontract: "))
  }
}
