import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("What the palette reaches from every screen, and what comes first in it")
struct PaletteReachTests {
  private func found(_ typed: String, _ theatre: Theatre) -> [Binding] {
    theatre.press(.character(":"))
    theatre.type(typed)
    defer { theatre.press(.escape) }
    guard case .palette(let palette)? = theatre.shell.model.overlay else { return [] }
    return palette.found(.nl)
  }

  private func choose(_ typed: String, _ theatre: Theatre) {
    theatre.press(.character(":"))
    theatre.type(typed)
    theatre.press(.enter)
  }

  @Test("a view of dossiers and one of people, each on its own screen", arguments: ["1", "2", "3", "4", "5", "2⏎"])
  func views(screen: String) throws {
    for (name, tab) in [("te laat", Model.Tab.dossiers), ("te lang stil", .network)] {
      let theatre = try Theatre()
      defer { theatre.close() }
      for key in screen { theatre.press(key == "⏎" ? .enter : .character(key)) }
      choose("weergave " + name, theatre)
      let model = theatre.shell.model
      #expect(model.tab == tab && model.opened == nil && model.shownView?.view.name == name, "\(theatre.said)")
      #expect(tab == .network ? model.network.filter == "stil" : model.allList.ask.filter == "te-laat")
    }
  }

  @Test("a view of people chosen at the dossiers behind a number leaves Dossiers whole")
  func behindNumber() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    theatre.press(.enter)
    #expect(theatre.shell.model.visit != nil)
    choose("weergave te lang stil", theatre)
    #expect(theatre.shell.model.tab == .network && theatre.shell.model.visit == nil)
    theatre.press(.character("2"))
    #expect(theatre.shell.model.allList.ask.figure == nil)
  }

  @Test("a view by its name in plain mode too")
  func plain() throws {
    let stage = try PlainStage()
    defer { stage.theatre.close() }
    let (dossiers, _) = stage.run("opgave", "weergave te laat")
    #expect(dossiers.said.contains { $0.contains("Weergave te laat.") }, "\(dossiers.text)")
    let (people, _) = stage.run("dossiers", "weergave te lang stil")
    #expect(people.said.contains { $0.contains("Weergave te lang stil.") }, "\(people.text)")
  }

  @Test("a municipality by a few of its letters, where little else is like them, after all else")
  func scattered() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let verbs = found("amrsfrt", theatre).map(\.verb)
    let search = try #require(verbs.firstIndex(of: .goTo("amrsfrt")))
    #expect(verbs[(search + 1)...].contains(.area(.municipality("GM0307"))), "\(verbs)")
    #expect(found("notitie", theatre).first?.verb == .act(.note))
  }

  @Test("areas and views that were chosen before come first, the most used before the others")
  func used() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    choose("gemeente zeist", theatre)
    #expect(found("", theatre).first?.verb == .area(.municipality("GM0355")))
    for _ in 0..<2 { choose("weergave te lang stil", theatre) }
    let first = found("", theatre).prefix(2).map(\.verb)
    #expect(first.last == .area(.municipality("GM0355")))
    guard case .view(let known)? = first.first else {
      Issue.record("no view")
      return
    }
    #expect(known.view.name == "te lang stil")
  }
}
