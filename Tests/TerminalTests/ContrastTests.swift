import Glibc
import Testing

@testable import Terminal

/// A colour of the screen, each part from 0 to 255.
struct Colour: CustomStringConvertible {
  let red, green, blue: Int

  init(_ hex: Int) { (red, green, blue) = (hex >> 16, hex >> 8 & 255, hex & 255) }

  /// xterm's cube (16 to 231) and greys (232 to 255): the same in every terminal of 256 colours.
  init(index: Int) {
    let steps = [0, 95, 135, 175, 215, 255]
    let grey = 8 + 10 * (index - 232)
    (red, green, blue) =
      index < 232
      ? (steps[(index - 16) / 36], steps[(index - 16) / 6 % 6], steps[(index - 16) % 6]) : (grey, grey, grey)
  }

  var description: String { "(\(red), \(green), \(blue))" }

  /// Relative luminance and contrast by WCAG 2.
  private var luminance: Double {
    let parts = [red, green, blue].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  func contrast(_ other: Colour) -> Double {
    let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }
}

@Suite("Contrast")
struct ContrastTests {
  /// Backgrounds people have: black and white, and those of widespread palettes.
  static let backgrounds: [ThemeName: [Int]] = [
    .dark: [0x000000, 0x1E1E1E, 0x002B36, 0x300A24], .light: [0xFFFFFF, 0xFDF6E3, 0xEEEEEE],
  ]
  /// Lines carry no text: 3:1 is asked of them.
  static let lines: Set<Role> = [.border, .borderFocused]

  /// White is the terminal's own (15): as dim as in any widespread palette.
  private func colour(_ index: Int) -> Colour { index == 15 ? Colour(0xE5E5E5) : Colour(index: index) }

  @Test("every text stands out 4.5:1 and every line 3:1 on any likely background", arguments: [ThemeName.dark, .light])
  func text(name: ThemeName) throws {
    for role in Role.allCases {
      let look = Theme(name)[role]
      guard let foreground = look.foreground else { continue }
      let behind = look.background.map { [colour($0)] } ?? Self.backgrounds[name]!.map { Colour($0) }
      for background in behind {
        let contrast = colour(foreground).contrast(background)
        #expect(contrast >= (Self.lines.contains(role) ? 3 : 4.5), "\(role) on \(background)")
      }
    }
  }

  @Test("nothing is dimmed where colours are chosen: how much a terminal dims is unknown")
  func dimmed() {
    for role in Role.allCases { #expect(!Theme(.dark)[role].dim && !Theme(.light)[role].dim) }
  }

  @Test("the sixteen-colour look uses the eight plain colours only: bright black is invisible in many palettes")
  func brightBlack() {
    for role in Role.allCases {
      let look = Theme(.ansi)[role]
      #expect([look.foreground, look.background].allSatisfy { $0.map { $0 < 8 } ?? true }, "\(role)")
    }
  }

  /// What a row may have at once, and must not be taken for one another.
  static let meanings: [Role] = [.bad, .warning, .good, .marked, .selected, .error, .today]

  @Test("what may stand in one list looks different", arguments: [ThemeName.dark, .light, .ansi], [8, 16, 256])
  func apart(name: ThemeName, colors: Int) {
    guard colors == 256 || name == .ansi else { return }
    let looks = Self.meanings.map { Theme(name)[$0].reduced(to: colors) }
    #expect(Set(looks).count == looks.count)
  }

  @Test("without colours the cursor's row differs from all else, and only what carries its own sign looks alike")
  func mono() {
    let theme = Theme(.mono)
    for role in Self.meanings where role != .selected { #expect(theme[role] != theme[.selected], "\(role)") }
    for role in Self.meanings where role != .good { #expect(theme[role] != theme[.normal], "\(role)") }
    // Bold says "look here": the words "te laat", the "!" and the mark say why.
    #expect(theme[.bad] == theme[.warning] && theme[.warning] == theme[.marked])
    #expect(theme[.error] != theme[.bad])
  }
}
