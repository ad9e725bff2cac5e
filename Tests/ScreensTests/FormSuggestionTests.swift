import Casebook
import Journey
import Terminal
import Testing
@testable import Screens

// What was filled in beforehand.
extension FormTests {
  @Test("text that was filled in beforehand is replaced by the first letter, kept by Tab, and edited after an arrow")
  func suggestion() throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "name")
      #expect(theatre.shell.model.form?.texts["name"] == "M. de Wit")
      #expect(theatre.frame(size).text.contains("voorstel: typen vervangt het"))
      theatre.press(.tab, .backTab)
      #expect(theatre.shell.model.form?.texts["name"] == "M. de Wit")
      theatre.type("K. Bos")
      #expect(theatre.shell.model.form?.texts["name"] == "K. Bos")
      theatre.press(.tab)
      #expect(theatre.shell.model.form?.texts["organisation"] == "Mitros")
      theatre.press(.right)
      theatre.type(" Oost")
      #expect(theatre.shell.model.form?.texts["organisation"] == "Mitros Oost")
      theatre.press(.backTab)
      theatre.type("ch")
      #expect(theatre.shell.model.form?.texts["name"] == "K. Bosch")
    }
  }

  @Test("another organisation than was filled in empties the name that came with it, and the first brings it back")
  func otherOrganisation() throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "organisation")
      #expect(theatre.shell.model.form?.texts["name"] == "M. de Wit")
      theatre.type("Portaal")
      #expect(theatre.shell.model.form?.texts["name"] == "")
      theatre.press(.control("u"))
      theatre.type("Mitros")
      #expect(theatre.shell.model.form?.texts["name"] == "M. de Wit")
    }
  }

  @Test("a comma adds to a suggestion, any other letter takes its place")
  func comma() throws {
    try stage { theatre in
      theatre.press(.character("3"), .character("R"))
      theatre.go(to: "present")
      let before = try #require(theatre.shell.model.form?.texts["present"])
      theatre.type(", F. Yilmaz")
      #expect(!before.isEmpty && theatre.shell.model.form?.texts["present"] == before + ", F. Yilmaz")
      theatre.press(.escape, .character("d"), .character("R"))
      theatre.go(to: "present")
      theatre.type("X")
      #expect(theatre.shell.model.form?.texts["present"] == "X")
    }
  }

  @Test("a paste takes the place of a suggestion; a correction is gone on with")
  func pasted() throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "name")
      theatre.shell.handle(.paste("L. Jansen"))
      #expect(theatre.shell.model.form?.texts["name"] == "L. Jansen")
      theatre.press(.escape, .character("d"), .end, .home, .character("n"))
      theatre.type("Gebelt")
      theatre.press(.control("s"), .character("C"))
      theatre.type(" met school")
      #expect(theatre.shell.model.form?.texts["text"] == "Gebelt met school")
    }
  }

  @Test(
    "of many begins on the field where the form of one begins",
    arguments: [Key.character("n"), .character("w"), .character("c")])
  func manyBegin(key: Key) throws {
    try stage { theatre in
      theatre.press(.character("2"), key)
      let one = try #require(theatre.shell.model.form?.field?.name)
      theatre.press(.escape, .character("*"), key)
      #expect(theatre.shell.model.form?.many.isEmpty == false)
      #expect(theatre.shell.model.form?.field?.name == one)
    }
  }
}
