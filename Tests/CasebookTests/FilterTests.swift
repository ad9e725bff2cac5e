import Journey
import Testing

@testable import Casebook

@Suite("Typed filters")
struct FilterTests {
  @Test("Dutch and English words say the same")
  func bothLanguages() throws {
    let dutch = try Query.parse("fase:\"woning zoeken\" gemeente:Utrecht aanzet:coa te-laat personen>=4 yilmaz").get()
    let english = try Query.parse("stage:search municipality:GM0344 waiting:COA overdue persons>=4 yilmaz").get()
    #expect(dutch == english)
    #expect(dutch.stages == [.search] && dutch.municipalities == ["GM0344"] && dutch.party == .coa)
    #expect(dutch.overdue && dutch.minPersons == 4 && dutch.text == "yilmaz")
  }

  @Test("a list of municipalities with a name of two words")
  func quoted() throws {
    #expect(try Query.parse("gemeente:\"Den Haag\",Utrecht").get().municipalities == ["GM0518", "GM0344"])
  }

  @Test(
    "a mistake names the wrong term and what was expected",
    arguments: [
      ("yilmaz fase:slapen", "fase:slapen", "woning zoeken"), ("gemeente:Utregt x", "gemeente:Utregt", "Utrecht"),
      ("personen>=veel", "personen>=veel", "personen>=4"), ("kleur:rood", "kleur:rood", "gemeente"),
    ])
  func mistakes(_ filter: String, _ term: String, _ hint: String) throws {
    guard case .failure(let mistake) = Query.parse(filter) else {
      Issue.record("\(filter) was taken")
      return
    }
    #expect(filter[mistake.range] == term)
    #expect(mistake.phrase.nl.contains(hint))
  }
}
