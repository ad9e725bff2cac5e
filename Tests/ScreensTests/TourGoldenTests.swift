import Journey
import Terminal
import Testing

@testable import Screens

/// Frames of the guided tour, as files beside the tests.
@Suite("Frames of the tour")
struct TourGoldenTests {
  enum Scene: String, CaseIterable {
    case begin, dossier, form, passed, end

    func play(_ theatre: TourTheatre) throws {
      switch self {
      case .begin: break
      case .dossier: try theatre.walk(to: 2)
      case .form:
        try theatre.walk(to: 3)
        theatre.press(.escape, .character("c"))
      case .passed: for _ in 0..<5 { theatre.press(.control("n")) }
      case .end: while theatre.tour.step != nil { theatre.press(.control("n")) }
      }
    }
  }

  @Test(
    "each looks as it was agreed, and has the looks that were, in every theme", arguments: Scene.allCases,
    Language.allCases)
  func frames(_ scene: Scene, _ language: Language) throws {
    let theatre = try TourTheatre(language)
    defer { theatre.close() }
    try scene.play(theatre)
    try theatre.shell.expectFrames(scene.rawValue, in: "tour/")
    try theatre.shell.expectLooks(scene.rawValue, in: "tour/")
  }
}
