import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Marks on the screen of the network")
struct NetworkMarksTests {
  @Test("what is said of the marked is said of each of them, as one act; whoever it does not hold for is named")
  func marked() throws {
    let theatre = try Theatre.onNetwork()
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
    #expect(theatre.said.contains("2 mensen"), "\(theatre.said)")
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
    #expect(theatre.said == Words.nothingToRedo[.nl])
    // Back is who was away: of the others it is said that they were not.
    theatre.find("K. Bos")
    theatre.press(.character(" "), .character("b"), .control("s"))
    #expect(theatre.said.contains("1 mens"), "\(theatre.said)")
    for name in ["M. de Wit", "K. Bos"] {
      theatre.find(name)
      theatre.press(.character(" "))
    }
    theatre.press(.character("b"), .control("s"))
    #expect(theatre.said.contains("1 mens, 1 niet (K. Bos: "), "\(theatre.said)")
  }

  @Test("V marks everybody from the one marked last to here, * all in the filter and once more none of them")
  func ranges() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let all = theatre.shell.model.network.rows.map(\.contact)
    theatre.press(.character("V"))
    #expect(theatre.said == Words.markFirst[.nl])
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
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let all = theatre.shell.model.network.rows
    theatre.press(.home, .character(" "), .end)
    theatre.shell.model.network.rows = Array(all.suffix(2))
    theatre.press(.character("V"))
    #expect(theatre.shell.model.network.marks.map(\.contact) == all.map(\.contact))
    theatre.press(.character("-"), .character("V"))
    #expect(theatre.said == Words.markFirst[.nl])
  }

  @Test("marks come and go with space and minus, and a contact goes to all dossiers that wait for one of the marked")
  func contactWithMarked() throws {
    let theatre = try Theatre.onNetwork()
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
}
