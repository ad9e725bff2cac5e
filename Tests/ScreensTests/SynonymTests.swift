import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Other words for what can be done")
struct SynonymTests {
  /// The codes of all that the screens can do.
  private func codes(_ theatre: Theatre) -> Set<String> {
    var all = theatre.shell.model.bindings
    for key in [Key.character("2"), .enter, .character("5"), .character("t"), .character("t")] {
      theatre.press(key)
      all += theatre.shell.model.bindings
    }
    return Set(all.compactMap(\.verb.code) + Act.allCases.map(\.rawValue) + ["quit"])
  }

  @Test("every word leads to an action there is, and no word stands there twice for the same")
  func exist() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let known = codes(theatre)
    for row in Synonyms.all {
      #expect(Set(row.codes).isSubset(of: known), "\(row.codes)")
      #expect(!row.codes.isEmpty && Set(row.nl).count == row.nl.count && Set(row.en).count == row.en.count)
      for word in row.nl + row.en {
        #expect(Synonyms.codes(of: Folding.key(word)).isSuperset(of: row.codes), "\(word)")
      }
    }
  }

  @Test(
    "the palette finds an action by another word for it, with its own name shown",
    arguments: [
      ("sleutel", "verhuisd"), ("bellen", "contact"), ("move in", "verhuisd"), ("tolk", "taal"),
      ("sluit dossier", "sluiten"), ("dossier sluiten", "sluiten"), ("verhuizing", "verhuisd"),
      ("huur", "huurcontract"), ("phone number", "contact"), ("telephone", "contact"), ("sms", "contact"),
    ])
  func palette(typed: String, name: String) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character(":"))
    theatre.type(typed)
    guard case .palette(let palette)? = theatre.shell.model.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(
      palette.found(.nl).prefix(3).contains { $0.name.nl == name }, "\(palette.found(.nl).prefix(3).map(\.name.nl))")
  }

  @Test(
    "the help finds by several words in any order, of a name or else of what is said of it",
    arguments: [("gezinslid toevoegen", "gezinslid toevoegen"), ("toevoegen gezinslid", "gezinslid toevoegen")])
  func helpWords(typed: String, name: String) {
    func entry(_ nl: String, _ help: String) -> Binding {
      Binding(
        verb: .help, keys: [], name: Phrase(same: nl), help: Phrase(same: help), group: Phrase(same: "groep"))
    }
    var help = HelpState(entries: [
      entry("gezinslid toevoegen", "Nog iemand in dit huishouden."), entry("overleden", "Een gezinslid is overleden."),
    ])
    help.line = TextLine(typed)
    #expect(help.found(.nl).map(\.name.nl) == [name])
    help.line = TextLine("huishouden iemand")
    #expect(help.found(.nl).map(\.name.nl) == ["gezinslid toevoegen"])
    help.line = TextLine("iemand overleden")
    #expect(help.found(.nl).isEmpty)
  }

  @Test("on the network holidays are an absence, and an own name comes before another word")
  func network() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    for typed in ["vakantie", "holiday", "verlof"] {
      theatre.press(.character(":"))
      theatre.type(typed)
      guard case .palette(let palette)? = theatre.shell.model.overlay else {
        Issue.record("no palette")
        return
      }
      #expect(palette.found(.nl).first?.verb == .network(.act(.absent)), "\(typed)")
      theatre.press(.escape)
    }
    theatre.press(.character(":"))
    theatre.type("opvolger")
    guard case .palette(let palette)? = theatre.shell.model.overlay else { return }
    #expect(palette.found(.nl).first?.verb == .network(.act(.succeed)))
  }

  @Test(
    "the help of a list has all that can be done to the dossier under the cursor, found by other words and run by Enter"
  )
  func help() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("?"))
    guard case .help(let help)? = theatre.shell.model.overlay else {
      Issue.record("no help")
      return
    }
    let acts = Set(help.entries.compactMap { if case .act(let act) = $0.verb { act } else { nil } })
    #expect(acts == Set(Act.allCases) && help.entries.contains { $0.verb == .act(.reopen) && $0.refusal != nil })
    theatre.type("wens")
    theatre.press(.enter)
    #expect(theatre.shell.model.form?.purpose == .act(.goal), "\(theatre.said)")
  }

  @Test("the help finds an action by its key, however that is written", arguments: ["f5", "F5"])
  func key(typed: String) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("?"))
    theatre.type(typed)
    guard case .help(let help)? = theatre.shell.model.overlay else {
      Issue.record("no help")
      return
    }
    #expect(help.found(.nl).map(\.verb) == [.reload])
  }

  @Test("the plan of a household has keys for its goals, first in the key bar, and the story has not")
  func goals() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .enter)
    #expect(!theatre.shell.model.bindings.contains { $0.verb == .act(.goal) && !$0.keys.isEmpty })
    theatre.press(.character("P"))
    let bindings = theatre.shell.model.bindings
    for act in [Act.goal, .discussGoal, .agreePlan, .drawIn, .release] {
      let key = try #require(bindings.first { $0.verb == .act(act) }?.keys.first, "\(act)")
      #expect(bindings.filter { $0.keys.contains(key) }.count == 1, "\(key)")
    }
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.split(separator: "\n").last?.contains("D doel") == true)
    theatre.press(.character("D"))
    #expect(theatre.shell.model.form?.purpose == .act(.goal))
  }

  @Test("another word for what is done on another screen finds it too, with why not here and how to get there")
  func elsewhere() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("1"), .character(":"))
    #expect(
      found(theatre, "").allSatisfy { $0.verb != .network(.act(.absent)) }, "nothing typed shows what can be done here")
    let absent = try #require(found(theatre, "verlof").first { $0.verb == .network(.act(.absent)) })
    #expect(absent.refusal?.text(.nl) == "Afwezig werkt in Netwerk: 5 gaat erheen.")
    theatre.press(.enter)
    guard case .palette? = theatre.shell.model.overlay else {
      Issue.record("a refused one stays, with its reason")
      return
    }
    theatre.press(.escape, .character("5"), .character(":"))
    #expect(found(theatre, "tolk").contains { $0.verb == .act(.language) && $0.refusal != nil })
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    #expect(stage.run("? verlof", "q").reading.says("afwezig: Afwezig werkt in Netwerk"))
  }

  private func found(_ theatre: Theatre, _ typed: String) -> [Binding] {
    theatre.type(typed)
    guard case .palette(let palette)? = theatre.shell.model.overlay else { return [] }
    return palette.found(.nl)
  }
}
