import Terminal
import Testing

@testable import Screens

@Suite("Keys every keyboard has")
struct ReachableKeysTests {
  @Test("no default key needs AltGr on a European keyboard", arguments: Model.Tab.allCases)
  func altGr(tab: Model.Tab) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character(Character(String(tab.rawValue))))
    // To a column where somebody is.
    if tab == .pipeline { theatre.press(.right, .right) }
    let onList = theatre.shell.model.bindings
    theatre.press(.enter)
    let onDossier = theatre.shell.model.bindings
    // On the task Enter goes down, and on the network to the dossiers of a person, instead of opening a dossier.
    #expect(onList.count > 10 && (onDossier.count > 40 || tab == .quota || tab == .network))
    for binding in onList + onDossier {
      for case .character(let key) in binding.keys { #expect(!"[]{}\\@~#|€".contains(key), "\(binding.name)") }
    }
  }
}
