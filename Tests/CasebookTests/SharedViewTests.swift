import Foundation
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

  @Test("one that was saved before views had rows of people is of dossiers")
  func former() throws {
    let text = #"{"name":"zuid","filter":"te-laat","sort":[],"columns":[]}"#
    let view = try JSONDecoder().decode(SavedView.self, from: Data(text.utf8))
    #expect(view == SavedView(name: "zuid", rows: .dossiers, filter: "te-laat"))
  }

  @Test("every order of people comes back from the view that keeps it, and one of dossiers is none of them")
  func ordersOfPeople() {
    for order in NetworkQuery.Order.allCases { #expect(NetworkQuery.Order(order.sort) == order) }
    #expect(NetworkQuery.Order([SortKey(.due)]) == nil && NetworkQuery.Order([SortKey(.name, reversed: true)]) == nil)
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
