import Journey
import Terminal
import Testing

@testable import Screens

/// What is shown, as files beside the tests (``Golden``).
extension Theatre {
  func expectFrames(_ scene: String, in folder: String = "", sizes: [Size] = GoldenTests.readable) throws {
    try shell.expectFrames(scene, in: folder, sizes: sizes)
  }

  func expectLooks(_ scene: String, in folder: String = "") throws { try shell.expectLooks(scene, in: folder) }
}

extension Shell {
  /// - Parameter folder: ends in a slash; empty: none.
  func expectFrames(_ scene: String, in folder: String = "", sizes: [Size] = GoldenTests.readable) throws {
    for size in sizes {
      try Golden(name: "\(folder)\(scene)-\(size.columns)x\(size.rows)-\(model.language.rawValue).txt").expect(
        draw(size: size).canvas.text + "\n")
    }
  }

  /// In every theme, at three sizes one below the other; each theme with no other looks than are its own.
  func expectLooks(_ scene: String, in folder: String = "") throws {
    let frames = GoldenTests.readable.map { draw(size: $0).canvas }
    for theme in ThemeName.allCases {
      let text = frames.map { AnsiFrame(canvas: $0, theme: Theme(theme)).text + "\n" }.joined()
      let name = "\(folder)looks/\(scene)-\(theme.rawValue)-\(model.language.rawValue).ansi"
      try Golden(name: name).expect(text)
      let codes = Self.codes(text)
      switch theme {
      case .mono: #expect(codes.isSubset(of: [0, 1, 2, 4, 7]), "mono: \(codes)")
      case .ansi: #expect(codes.isSubset(of: Set([0, 1, 2, 4, 7]).union(30...37).union(40...47).union(90...107)))
      case .dark, .light: #expect(codes.contains(38), "a theme of 256 colours without any")
      }
    }
  }

  /// All numbers in the sequences of a text; other sequences than for looks there are none.
  private static func codes(_ text: String) -> Set<Int> {
    var codes: Set<Int> = []
    for part in text.split(separator: "\u{1B}").dropFirst() {
      guard part.first == "[", let end = part.firstIndex(where: { $0.isLetter }), part[end] == "m" else {
        Issue.record("not a look: \(part.prefix(12))")
        continue
      }
      codes.formUnion(part[..<end].dropFirst().split(separator: ";").compactMap { Int($0) })
    }
    return codes
  }
}
