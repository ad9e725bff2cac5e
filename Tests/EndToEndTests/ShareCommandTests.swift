import Foundation
import Testing

@Suite("thuis share", .serialized)
struct ShareCommandTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  @Test("prints what may go to the corporation, without a name, and records which kinds of data went")
  func prints() throws {
    let household = try #require(place.list("fase:woning").first)
    let result = try place.thuis("share", household.id, "--purpose", "home-search", "--to", "corporation")
    #expect(result.status == 0 && result.output.contains("Personen: "))
    let surname = household.name.prefix { $0 != "," }
    #expect(!result.output.uppercased().contains(surname))
    let last = try #require(place.events(household.id).last)
    #expect(last["kind"] as? String == "sheet-shared")
    #expect(try place.thuis("check").status == 0)
  }

  @Test("refuses another party with those it may go to, and records nothing")
  func refuses() throws {
    let household = try #require(place.list("fase:woning").first)
    let before = try place.events(household.id).count
    let result = try place.thuis("share", household.id, "--purpose", "home-search", "--to", "school")
    #expect(result.status == 1 && result.complaint.contains("--to: ") && result.complaint.contains("Corporatie"))
    #expect(try place.events(household.id).count == before)
  }

  @Test("taken back on the command line it is said that the data stay out, and of a note nothing of the kind")
  func takenBack() throws {
    let household = try #require(place.list("fase:woning").first)
    #expect(try place.thuis("share", household.id, "--purpose", "home-search", "--to", "corporation").status == 0)
    let undone = try place.thuis("do", household.id, "undo")
    #expect(undone.status == 0 && undone.complaint.contains("Let op: de gegevens zijn gedeeld en blijven bij"))
    #expect(!undone.output.contains("Let op"))
    #expect(try place.thuis("do", household.id, "note", "--text", "Sleutels").status == 0)
    #expect(try !place.thuis("do", household.id, "undo").complaint.contains("gedeeld"))
  }
}
