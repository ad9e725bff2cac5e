import Casebook
import Journey
import Terminal
import Testing
@testable import Screens

// Choices of a form: found, marked, ticked and taken.
extension FormTests {
  @Test("the space bar ticks what is marked and takes it out again, and what is typed stays")
  func ticks() throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.shell.run(.act(.needs))
      theatre.shell.handle(.wake)
      theatre.go(to: "features")
      let choices = try #require(theatre.shell.model.form).suggestions().map(\.name.nl)
      theatre.shell.model.form?.lines["features"] = TextLine("")
      theatre.press(.character(" "), .down, .character(" "))
      #expect(theatre.shell.model.form?.texts["features"] == choices[0] + ", " + choices[1])
      #expect(theatre.frame(size).text.contains("✓ " + choices[0]))
      theatre.press(.up, .character(" "))
      #expect(theatre.shell.model.form?.texts["features"] == choices[1])
      theatre.press(.enter)
      #expect(theatre.shell.model.form?.texts["features"] == choices[1])
    }
  }

  @Test("a blank behind a choice that is typed in full or filled in takes nothing away, of one or of several")
  func blank() throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "party")
      theatre.press(.character(" "))
      #expect(theatre.shell.model.form?.texts["party"] == "Corporatie")
      theatre.type("School ")
      #expect(theatre.shell.model.form?.texts["party"] == "School")
      theatre.press(.escape, .character("d"))
      theatre.shell.run(.act(.needs))
      theatre.shell.handle(.wake)
      theatre.go(to: "features")
      theatre.shell.model.form?.lines["features"] = TextLine("")
      let first = try #require(theatre.shell.model.form).suggestions()[0].name.nl
      theatre.type(first + " ")
      #expect(theatre.shell.model.form?.texts["features"] == first)
    }
  }

  @Test("a blank behind a typed comma ticks nothing, and the next choice is typed after it")
  func commaAndBlank() throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.shell.run(.act(.needs))
      theatre.shell.handle(.wake)
      theatre.go(to: "features")
      let names = try #require(theatre.shell.model.form).suggestions().map(\.name.nl)
      theatre.shell.model.form?.lines["features"] = TextLine("")
      theatre.type(names[1] + ", ")
      #expect(theatre.shell.model.form?.texts["features"]?.contains(names[0]) == false)
      theatre.type(names[2])
      #expect(theatre.shell.model.form?.values(.nl)["features"]?.split(separator: ",").count == 2)
    }
  }

  @Test("what fits none of the choices is said while it is typed, and wiped they are all there again")
  func noChoice() throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "party")
      let all = try #require(theatre.shell.model.form).suggestions().count
      theatre.type("mitros")
      #expect(theatre.frame(size).text.contains("niets heet hier zo; ^U wist het en toont alle"))
      theatre.press(.control("u"))
      #expect(!theatre.frame(size).text.contains("niets heet hier zo"))
      #expect(theatre.shell.model.form?.suggestions().count == all)
    }
  }

  @Test(
    "a choice typed in full is the one that is marked and taken, whatever its capitals",
    arguments: ["corporatie", "SCHOOL", "Coa"])
  func named(typed: String) throws {
    try stage { theatre in
      theatre.press(.enter, .character("c"))
      theatre.go(to: "party")
      theatre.type(typed)
      #expect(theatre.frame(size).text.lowercased().contains("▸ " + typed.lowercased()))
      theatre.press(.enter)
      #expect(theatre.shell.model.form?.texts["party"]?.lowercased() == typed.lowercased())
      #expect(theatre.shell.model.form?.errors == [:])
    }
  }

  @Test("a party is found by the words people use for it", arguments: [("buur", "Gastgezin"), ("huisarts", "Zorg")])
  func otherWords(typed: String, party: String) throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.shell.run(.act(.drawIn))
      theatre.shell.handle(.wake)
      theatre.go(to: "party")
      theatre.type(typed)
      #expect(theatre.frame(size).text.contains("▸ \(party) (\(typed))"), "and says by which")
      theatre.press(.enter)
      #expect(theatre.shell.model.form?.texts["party"] == party)
      #expect(!theatre.frame(size).text.contains("(\(typed))"))
    }
  }

  @Test("where Enter only goes on nothing is marked; an arrow marks, and Enter takes that")
  func marked() throws {
    try stage { theatre in
      theatre.press(.enter)
      theatre.shell.run(.act(.goal))
      theatre.shell.handle(.wake)
      theatre.go(to: "party")
      #expect(!theatre.frame(size).text.contains("▸"))
      let first = try #require(theatre.shell.model.form).suggestions()[0].name.nl
      theatre.press(.down)
      #expect(theatre.frame(size).text.contains("▸ " + first))
      theatre.press(.enter)
      #expect(theatre.shell.model.form?.texts["party"] == first)
    }
  }

  @Test("a wrong choice is marked in its field, for one household and for many alike", arguments: [false, true])
  func wrongChoice(many: Bool) throws {
    try stage { theatre in
      theatre.press(.character("2"))
      if many { theatre.press(.character("*")) }
      theatre.press(.character("w"))
      theatre.type("kanarie")
      theatre.press(.control("s"))
      let form = try #require(theatre.shell.model.form)
      #expect(theatre.shell.model.overlay == nil && form.field?.name == "party")
      #expect(form.errors["party"]?.hasPrefix("kies uit: ") == true)
    }
  }

  @Test("what begins one name and is in another too is of both; what is of one stands there whole when one goes on")
  func beginsOneOfTwo() throws {
    try stage { theatre in
      theatre.press(.character("2"), .character("/"))
      theatre.type("tekle")
      theatre.press(.enter, .enter, .character("b"))
      let field = try #require(theatre.shell.model.form?.field?.name)
      theatre.type("woning")
      theatre.press(.tab, .control("s"))
      let why = theatre.shell.model.form?.errors[field] ?? ""
      #expect(why.hasPrefix("dat past op meer: ") && why.contains("woning nog niet klaar"), "\(why)")
      #expect(why.contains("geen passend formaat woning"))
      theatre.press(.control("u"))
      theatre.type("woning nog")
      theatre.press(.tab)
      #expect(theatre.shell.model.form?.texts[field] == "woning nog niet klaar")
    }
  }

  @Test("a part of the name of one choice is that choice; of several those are named, until one is taken")
  func partOfName() throws {
    try stage { theatre in
      theatre.press(.character("2"), .character("/"))
      theatre.type("tekle")
      theatre.press(.enter, .enter, .character("b"))
      let field = try #require(theatre.shell.model.form?.field?.name)
      theatre.type("geen")
      theatre.press(.tab)
      #expect(
        theatre.shell.model.form?.errors[field]
          == "dat past op meer: geen passend formaat woning, geen begane grond of lift, geen aanbod")
      theatre.press(.backTab, .enter)
      #expect(theatre.shell.model.form?.texts[field] == "geen passend formaat woning")
      #expect(theatre.shell.model.form?.errors[field] == nil)
      theatre.press(.backTab, .control("u"))
      theatre.type("begane")
      theatre.press(.tab)
      #expect(theatre.shell.model.form?.errors[field] == nil)
      theatre.press(.control("s"))
      let raised = try story(theatre, 2).last?.body
      guard case .blockerRaised(let blocker)? = raised else {
        Issue.record("\(String(describing: raised)) \(theatre.said)")
        return
      }
      #expect(blocker.code == "ground-floor")
    }
  }
}
