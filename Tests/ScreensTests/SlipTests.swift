import Journey
import Terminal
import Testing

@testable import Screens

@Suite("A slip of the hand")
struct SlipTests {
  @Test("a q after Esc at the top warns first, as one on the way back does")
  func escape() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .escape, .character("q"))
    #expect(theatre.shell.wantsExit == nil && theatre.shell.model.status?.text == "Hier is het begin: nog een q stopt.")
    theatre.press(.escape, .character("q"))
    #expect(theatre.shell.wantsExit == nil)
    theatre.press(.character("q"))
    #expect(theatre.shell.wantsExit != nil)
  }

  @Test("the filter that stands there is selected: the first letter replaces it, End edits it")
  func filter() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("/"))
    theatre.type("utrecht")
    theatre.press(.enter, .character("/"))
    #expect(theatre.frame(Size(columns: 120, rows: 40)).text.contains("pas het filter aan, typen vervangt het"))
    theatre.type("a")
    #expect(theatre.shell.model.list.ask.filter == "a")
    theatre.press(.enter, .character("/"), .end)
    theatre.type("l")
    #expect(theatre.shell.model.list.ask.filter == "al")
    theatre.press(.enter, .character("/"), .enter)
    #expect(theatre.shell.model.list.ask.filter == "al", "Enter leaves it as it was")
  }

  @Test("without a screen j and k move and say where one is, and begin nothing")
  func plain() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    let rows = stage.theatre.shell.model.list.lines.map(\.name)
    let (reading, _) = stage.run("j", "k", "q")
    let said = reading.said.filter { line in rows.prefix(2).contains { line.hasPrefix($0) } }
    #expect(said.count == 2 && said[0].hasPrefix(rows[1]) && said[1].hasPrefix(rows[0]), "\(reading.text)")
    let dossier = stage.run("1", "j", "k", "q", "q").reading
    #expect(!dossier.said.contains { $0.contains("1 van ") && $0.contains("verplicht") }, "\(dossier.text)")
    let task = stage.run("opgave", "j", "q", "q").reading
    #expect(task.said.contains { $0.hasPrefix("Flevoland. ") } && !task.says("niets om langs te gaan"), "\(task.text)")
  }

  @Test("taking back a contact says with whom it was and of which day, and so does doing it again")
  func undo() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .character("c"))
    theatre.type("Gebeld")
    theatre.press(.control("s"))
    guard case .contactMade(let made)? = theatre.shell.model.opened?.dossier.story.last?.body else {
      Issue.record("no contact: \(theatre.said)")
      return
    }
    let text = made.contact.name.isEmpty ? made.contact.organisation : made.contact.name
    let whom = text.isEmpty ? Rulebook.builtIn.party(made.contact.party).nl : text
    let words = " met \(whom) op 23 nov van u"
    theatre.press(.character("u"))
    #expect(theatre.said.hasPrefix("Ongedaan gemaakt: ") && theatre.said.contains(words), "\(theatre.said)")
    theatre.press(.control("r"))
    #expect(theatre.said.hasPrefix("Opnieuw gedaan: ") && theatre.said.contains(words), "\(theatre.said)")
  }

  @Test("what is taken back, done again and taken back once more says each time what it is about")
  func again() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter, .character("n"))
    theatre.type("Gebeld")
    theatre.press(.control("s"), .character("u"), .control("r"), .character("u"), .control("r"))
    let dossier = try #require(theatre.shell.model.opened?.dossier)
    let words = EventWords(dossier: dossier, rules: .builtIn, language: .nl, user: "j.bakker")
    let undone = dossier.story.filter { if case .undone = $0.body { true } else { false } }
    #expect(undone.count == 4)
    for (index, event) in undone.enumerated() {
      let name = words.name(event.body)
      #expect(name == (index % 2 == 0 ? event.body.name.nl : "Opnieuw gedaan") && words.detail(event.body) == "Notitie")
    }
  }

  @Test("a talk that is taken back says between whom it was and of which day")
  func talk() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("P. Prins")
    theatre.press(.character("p"))
    let other = theatre.shell.model.form?.suggestions().first?.name.nl.split(separator: "·").first?.trimmed
    theatre.press(.enter)
    theatre.type("Utrecht")
    theatre.press(.control("s"), .character("u"))
    let name = try #require(other)
    #expect(theatre.said.contains("gesprek van P. Prins met \(name) op 23 nov"), "\(theatre.said)")
  }
}
