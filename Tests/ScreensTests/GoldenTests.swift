import Foundation
import Journey
import Terminal
import Testing

@testable import Screens

/// Frames as text beside the tests; `THUIS_UPDATE_GOLDENS=1` writes them anew.
@Suite("Frames")
struct GoldenTests {
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 10),
    Size(columns: 200, rows: 60),
  ]

  enum Scene: String, CaseIterable {
    case vandaag, dossiers, dossier, form, help, palette, acts, details, explain, register, correct

    func play(_ theatre: Theatre) {
      switch self {
      case .vandaag: break
      case .dossiers: theatre.press(.character("2"))
      case .dossier: theatre.press(.enter)
      case .form: theatre.press(.enter, .character("n"))
      case .help: theatre.press(.character("?"))
      case .palette: theatre.press(.enter, .control("p"))
      case .acts: theatre.press(.enter, .character("A"))
      case .details: theatre.press(.enter, .up, .enter)
      case .explain: theatre.press(.character("."))
      case .register: theatre.press(.character("N"))
      case .correct: theatre.press(.enter, .character("C"))
      }
    }
  }

  @Test("each screen looks as it was agreed", arguments: Scene.allCases, Language.allCases)
  func frames(_ scene: Scene, _ language: Language) throws {
    let theatre = try Theatre(language)
    defer { theatre.close() }
    scene.play(theatre)
    for size in Self.sizes {
      let text = theatre.frame(size).text + "\n"
      let name = "\(scene.rawValue)-\(size.columns)x\(size.rows)-\(language.rawValue).txt"
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name)")
      if ProcessInfo.processInfo.environment["THUIS_UPDATE_GOLDENS"] == "1" {
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      let golden = try String(contentsOf: file, encoding: .utf8)
      #expect(text == golden, "\(name)")
    }
  }
}
