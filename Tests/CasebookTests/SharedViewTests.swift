import Journey
import Testing

@testable import Casebook

@Suite("Shared views")
struct SharedViewTests {
  @Test("a view is there for everybody, as it was saved, in the order of the names")
  func saved() throws {
    let sample = try Sample()
    defer { sample.remove() }
    let other = try Casebook.open(sample.path)
    let late = SavedView(
      name: "Zuid, te laat", filter: "te-laat", sort: [SortKey(.name, reversed: true)],
      columns: [ShownColumn(.due, width: 12)])
    try sample.casebook.saveView(late, by: Sample.anna)
    try sample.casebook.saveView(SavedView(name: "Élan"), by: Sample.anna)
    #expect(try other.savedViews() == [SavedView(name: "Élan"), late])
    #expect(other.hasForeignChanges())
  }

  @Test("the same name in another spelling takes the place of the former one")
  func replaced() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.casebook.saveView(SavedView(name: "te laat zuid"), by: Sample.anna)
    try sample.casebook.saveView(SavedView(name: "Te-Laat Zuid", filter: "te-laat"), by: Sample.anna)
    #expect(try sample.casebook.savedViews().map(\.filter) == ["te-laat"])
  }

  @Test("a view that is taken away is gone, and one that is not there is said not to be")
  func removed() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.casebook.saveView(SavedView(name: "zuid"), by: Sample.anna)
    try sample.casebook.removeView(named: "ZUID")
    #expect(try sample.casebook.savedViews().isEmpty)
    do {
      try sample.casebook.removeView(named: "zuid")
      Issue.record("it was taken away twice")
    } catch CasebookFailure.notFound {}
  }

  @Test("a view needs a name of letters", arguments: ["", " - ", String(repeating: "a", count: 61)])
  func nameless(_ name: String) throws {
    let sample = try Sample()
    defer { sample.remove() }
    do {
      try sample.casebook.saveView(SavedView(name: name), by: Sample.anna)
      Issue.record("it was saved")
    } catch CasebookFailure.refused(let refusal) {
      #expect(refusal.field == "name")
    }
  }
}
