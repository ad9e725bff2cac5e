import Testing

@testable import Terminal

@Suite("Themes")
struct ThemeTests {
  @Test("name only colours their terminals have", arguments: ThemeName.allCases)
  func indexes(name: ThemeName) {
    let limit = [ThemeName.dark: 256, .light: 256, .ansi: 16, .mono: 0][name]!
    for role in Role.allCases {
      let look = Theme(name)[role]
      for index in [look.foreground, look.background].compactMap(\.self) {
        #expect(index >= 0 && index < limit, "\(role)")
      }
    }
  }

  @Test("no text has the colour of its background", arguments: ThemeName.allCases)
  func legible(name: ThemeName) {
    for role in Role.allCases {
      for colors in [8, 16, 256] {
        let look = Theme(name)[role].reduced(to: colors)
        if let foreground = look.foreground { #expect(foreground != look.background, "\(role)") }
      }
    }
  }

  @Test("the cursor's row, the field one types in and errors differ from plain text", arguments: ThemeName.allCases)
  func distinct(name: ThemeName) {
    let theme = Theme(name)
    let apart: [Role] = [.normal, .selected, .selectedDim, .field, .fieldFocused, .error, .strong, .dim]
    #expect(Set(apart.map { theme[$0] }).count == apart.count)
    #expect(theme[.tabActive] != theme[.tabIdle])
    #expect(theme[.borderFocused] != theme[.border])
    #expect(theme[.keyName] != theme[.keyText])
  }

  @Test("plain text and strong text keep the person's own colours", arguments: ThemeName.allCases)
  func ownColours(name: ThemeName) {
    for role in [Role.normal, .strong] {
      for colors in [8, 16, 256] {
        let look = Theme(name)[role].reduced(to: colors)
        #expect(look.foreground == nil && look.background == nil, "\(role) in \(colors) colours")
      }
    }
  }

  @Test("what has the terminal's own colours keeps them in eight", arguments: [ThemeName.ansi, .mono])
  func ownInEight(name: ThemeName) {
    for role in Role.allCases {
      let (look, reduced) = (Theme(name)[role], Theme(name)[role].reduced(to: 8))
      #expect((reduced.foreground == nil) == (look.foreground == nil), "\(role)")
      #expect((reduced.background == nil) == (look.background == nil), "\(role)")
      #expect(reduced.foreground != 0, "\(role) is not black")
    }
  }

  @Test("eight colours make a bright colour bold")
  func reduced() {
    #expect(Look(9, on: 0).reduced(to: 8) == Look(1, on: 0, bold: true))
    #expect(Look(9).reduced(to: 16) == Look(9))
    #expect(Look().reduced(to: 8) == Look())
    #expect(Look(8, on: 0).reduced(to: 8) == Look(7, on: 0, bold: true))
  }

  @Test("the look is chosen by the terminal and the environment")
  func chosen() {
    func name(_ colors: Int, _ environment: [String: String] = [:]) -> ThemeName {
      ThemeName.suited(colors: colors) { environment[$0] }
    }
    #expect(name(256) == .dark)
    #expect(name(256, ["COLORFGBG": "0;15"]) == .light)
    #expect(name(256, ["COLORFGBG": "15;default;0"]) == .dark)
    #expect(name(16) == .ansi)
    #expect(name(0) == .mono)
    #expect(name(256, ["NO_COLOR": "1"]) == .mono)
    #expect(name(256, ["NO_COLOR": ""]) == .dark)
  }
}
