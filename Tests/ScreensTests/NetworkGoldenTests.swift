import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

/// Frames of the screen of the network, as files beside the tests.
@Suite("Frames of the network")
struct NetworkGoldenTests {
  enum Scene: String, CaseIterable {
    case people, nobody, filtered, marked, connections, connection, join, succeed, preview, contact, choose
    case organisations

    func play(_ theatre: Theatre) throws {
      if self != .nobody { try theatre.meet() }
      if self == .choose {
        theatre.press(.character("2"), .enter, .character("w"), .tab)
        for _ in 0..<12 { theatre.press(.backspace) }
        return
      }
      theatre.press(.character("5"))
      if self == .nobody {
        theatre.press(.character("M"))
        theatre.type("rozendaal")
        theatre.press(.enter)
        return
      }
      theatre.find("M. de Wit")
      switch self {
      case .filtered:
        theatre.press(.character("/"))
        theatre.type("mitros")
      case .marked: theatre.press(.character(" "), .character(" "))
      case .connections: theatre.press(.character("t"))
      case .connection:
        theatre.press(.character("M"))
        theatre.type("utrecht")
        theatre.press(.enter, .character("t"))
      case .join: theatre.press(.character("N"))
      case .succeed, .preview:
        theatre.press(.character("S"))
        theatre.type("K.")
        if self == .preview { theatre.press(.enter, .control("s")) }
      case .contact: theatre.press(.character("c"))
      case .organisations: theatre.press(.character("o"))
      case .people, .nobody, .choose: break
      }
    }
  }

  private func theatre(_ scene: Scene, _ language: Language) throws -> Theatre {
    let theatre = try Theatre(language)
    try scene.play(theatre)
    return theatre
  }

  @Test("each looks as it was agreed", arguments: Scene.allCases, Language.allCases)
  func frames(_ scene: Scene, _ language: Language) throws {
    let theatre = try theatre(scene, language)
    defer { theatre.close() }
    try theatre.expectFrames(scene.rawValue, in: "network/")
  }

  @Test("each has the looks that were agreed, in every theme", arguments: Scene.allCases, Language.allCases)
  func looks(_ scene: Scene, _ language: Language) throws {
    let theatre = try theatre(scene, language)
    defer { theatre.close() }
    try theatre.expectLooks(scene.rawValue, in: "network/")
  }
}
